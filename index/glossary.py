"""Words of a question put into the documents' language, so that they can meet to the letter.

A word is looked up by its stem. One that is not listed may still be a cognate: 'temperatura' is
'temperature' but for its ending, and counts as that if the documents hold it.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from index.everyday_words import EVERYDAY
from index.function_words import is_function_word
from index.glossary_words import GLOSSARY
from index.lexicon import term, words

TARGET = "en"
"""The language that words are put into."""

_SHORTEST = 5
"""Shorter words are alike by chance."""

_ALONE = "="
"""Stands before words of the glossary that count in no other form."""

_ENDINGS: Sequence[tuple[str, Sequence[str]]] = (
    ("aciones", ("ations", "ation")),
    ("acoes", ("ations", "ation")),
    ("ciones", ("tions", "tion")),
    ("coes", ("tions", "tion")),
    ("siones", ("sions",)),
    ("soes", ("sions",)),
    ("cion", ("tion",)),
    ("cao", ("tion",)),
    ("sion", ("sion",)),
    ("sao", ("sion",)),
    ("idades", ("ities",)),
    ("idad", ("ity",)),
    ("idade", ("ity",)),
    ("encias", ("ences", "encies")),
    ("encia", ("ence", "ency")),
    ("ancia", ("ance", "ancy")),
    ("ismos", ("isms",)),
    ("ismo", ("ism",)),
    ("logia", ("logy",)),
    ("grafia", ("graphy",)),
    ("ia", ("y", "ia")),
    ("io", ("y", "ium", "e")),
    ("ios", ("ies", "es")),
    ("ico", ("ic", "ical")),
    ("ica", ("ic", "ical", "ics")),
    ("icos", ("ic", "ics")),
    ("icas", ("ic", "ics")),
    ("oso", ("ous",)),
    ("osa", ("ous",)),
    ("ivo", ("ive",)),
    ("iva", ("ive",)),
    ("ario", ("ary",)),
    ("aria", ("ary",)),
    ("mente", ("ly",)),
    ("ar", ("ate", "e", "")),
    ("as", ("es", "e", "s", "")),
    ("os", ("es", "e", "s", "")),
    ("es", ("s", "")),
    ("a", ("e", "")),
    ("o", ("e", "")),
    ("e", ("",)),
    ("", ("",)),
)


def translated(word: str, language: str, *, known: Callable[[str], bool]) -> str | None:
    """The English word that a Spanish or Portuguese one stands for; None if none is found.

    A name that the documents hold stands for itself. The form that is listed comes before the stem,
    which others may share.

    Args:
        known: whether the documents hold a term of English.
    """
    own = known(term(word, TARGET))
    if own and not word.islower():
        return None
    stems = _stems(language)
    forms = _forms()
    if listed := (forms.get(word.lower()) or forms.get(_fold(word))):
        return listed
    if own and word in _put():
        return None
    if listed := (stems.get(term(word, language)) or stems.get(term(_fold(word), language))):
        return listed
    if own:
        return None
    return next((w for w in _cognates(_fold(word)) if known(term(w, TARGET))), None)


def is_foreign(word: str) -> bool:
    """Whether a word in lower case is listed as one of another language, and is none of English."""
    return word in _forms() and word not in _own()


@lru_cache(maxsize=1)
def _own() -> frozenset[str]:
    return frozenset(word for english, _ in _entries() for word in english.split())


def meanings(word: str, language: str) -> frozenset[str]:
    """The English words under which a word is listed, by its form or its stem."""
    every = _meanings(language)
    return every.get(_fold(word), frozenset()) | every.get(term(word, language), frozenset())


def in_english(text: str, language: str, *, known: Callable[[str], bool]) -> str:
    """The words of a question in English, but for those that tell nothing.

    Question words are kept: by them is read what kind of thing it asks for.
    """
    asked = _ASKING.sub(lambda found: _ASKED[found.lastgroup or ""], with_phrases(text, language))
    told = [word for word in words(asked) if not is_function_word(word.lower(), language)]
    return " ".join(
        word if word in _ASKING_WORDS else translated(word, language, known=known) or word
        for word in told
    )


_ASKED: Mapping[str, str] = {
    "often": "how often",
    "long": "how long",
    "many": "how many",
    "much": "how much",
    "when": "when",
    "where": "where",
    "who": "who",
    "why": "why",
    "how": "how",
    "which": "which",
    "what": "what",
}
_ASKING_WORDS = frozenset(word for asked in _ASKED.values() for word in asked.split())
_ASKING = re.compile(
    r"\b(?:(?P<often>(?:a )?cada (?:cu[aá]nto|quanto)(?: tiempo| tempo)?|con qu[eé] frecuencia"
    r"|com que frequ[eê]ncia)|(?P<long>[cq]u[aá]nto (?:tiempo|tempo|dura|tarda|demora))"
    r"|(?P<many>[cq]u[aá]nt[ao]s)|(?P<much>[cq]u[aá]nt[ao])|(?P<when>cu[aá]ndo|quando)"
    r"|(?P<where>d[oó]nde|onde)|(?P<who>qui[eé]n(?:es)?|quem)|(?P<why>por ?qu[eéê](?= ))"
    r"|(?P<how>c[oó]mo)|(?P<which>cu[aá]l(?:es)?|qual|quais)"
    r"|(?P<what>(?:(?<=¿)|^)qu[eé]|o qu[eê]))\b",
    re.IGNORECASE,
)
"""Words that ask, with what is put for them."""


def with_phrases(text: str, language: str) -> str:
    """A text with what is listed of several words, there or in English, put into English."""
    folded = _fold(text)
    if language == TARGET or len(folded) != len(text):
        return text
    for found in reversed(list(_phrases().finditer(folded))):
        text = f"{text[: found.start()]}{_said()[found[0]]}{text[found.end() :]}"
    return text


def _cognates(plain: str) -> Iterator[str]:
    if len(plain) < _SHORTEST:
        return
    for ending, others in _ENDINGS:
        if plain.endswith(ending):
            for other in others:
                yield f"{plain[: len(plain) - len(ending)]}{other}"


@lru_cache(maxsize=1)
def _entries() -> Sequence[tuple[str, str]]:
    """English and foreign words, in pairs."""
    pairs = []
    for line in re.split(r"[\n;] *", f"{GLOSSARY}{EVERYDAY}".strip()):
        english, _, others = line.partition(":")
        pairs += [(english, other.replace("_", " ")) for other in others.split()]
    return pairs


@lru_cache(maxsize=1)
def _forms() -> Mapping[str, str]:
    forms: dict[str, str] = {}
    for english, other in _entries():
        if _is_word(english, other):
            form = other.removeprefix(_ALONE)
            forms[form] = english
            forms.setdefault(_fold(form), english)
    return forms


@lru_cache(maxsize=4)
def _stems(language: str) -> Mapping[str, str]:
    stems: dict[str, str] = {}
    for english, other in _entries():
        if _is_word(english, other) and not other.startswith(_ALONE):
            stems.setdefault(term(other, language), english)
            stems.setdefault(term(_fold(other), language), english)
    return stems


@lru_cache(maxsize=4)
def _meanings(language: str) -> Mapping[str, frozenset[str]]:
    listed: dict[str, frozenset[str]] = {}
    for english, other in _entries():
        if _is_word(english, other):
            form = other.removeprefix(_ALONE)
            for key in {_fold(form)} | ({term(form, language)} if form == other else set()):
                listed[key] = listed.get(key, frozenset()) | {english}
    return listed


@lru_cache(maxsize=1)
def _said() -> Mapping[str, str]:
    return {
        _fold(other.removeprefix(_ALONE)): english
        for english, other in _entries()
        if not _is_word(english, other)
    }


@lru_cache(maxsize=1)
def _put() -> frozenset[str]:
    """The English words that are put for expressions of several words."""
    return frozenset(word for english in _said().values() for word in english.split())


def _is_word(english: str, other: str) -> bool:
    """Whether a word stands for a word."""
    return not re.search(r"[ -]", f"{english}{other}")


@lru_cache(maxsize=1)
def _phrases() -> re.Pattern[str]:
    longest = sorted(_said(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
