"""What words may mean, so that 'assistance' meets 'help', and 'desalojo' meets 'eviction'."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from assistant.answers import Language
from assistant.facts import units
from assistant.folding import fold
from assistant.generation.light_words import LIGHT_WORDS
from assistant.generation.opposites_words import OPPOSITES
from assistant.generation.thesaurus_words import THESAURUS
from index.function_words import FUNCTION_WORDS
from index.glossary import translated
from index.lexicon import term

Pole = tuple[str, int]
"""A pair of opposites by its name, and which end of it: 1 or -1."""

LANGUAGES: tuple[Language, ...] = ("en", "es", "pt")

_SINGULAR = {"ais": "al", "éis": "el", "eis": "el", "óis": "ol", "ões": "ão", "ães": "ão"}
_PLURAL = re.compile(rf"(?:{'|'.join(_SINGULAR)})$")
_SUFFIX = re.compile(r"-?wide$")
_PREFIX = re.compile(r"^(?:non|self|sub|re|co|ex|pre)-", re.IGNORECASE)


def is_function_word(word: str, language: Language) -> bool:
    """Whether a word belongs to grammar alone."""
    return word.lower().replace("’", "'") in FUNCTION_WORDS[language]


def is_light(word: str, language: Language) -> bool:
    """Whether a word claims little."""
    return word.lower() in LIGHT_WORDS[language]


@lru_cache(maxsize=65536)
def concepts(word: str, language: Language) -> frozenset[str]:
    """What a word may mean: marks that words of one meaning share, in any language."""
    low = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    found = {f"={fold(low)}", f"en:{term(low, 'en')}"}
    bare = _SUFFIX.sub("", _PREFIX.sub("", low))
    singular = _PLURAL.sub(lambda m: _SINGULAR[m[0]], low) if language == "pt" else low
    for form in {low, bare, singular, *(part for part in low.split("-") if len(part) > 2)}:
        found |= _groups(language).get(_stem(form, language), frozenset())
        found |= _groups(language).get(_stem(fold(form), language), frozenset())
        if language != "en" and not any(mark[0] in "#u" for mark in found):
            found |= _beginnings(language).get(fold(form)[:_BEGINNING], frozenset())
        found.add(f"en:{term(form, 'en')}")
        if language != "en" and (english := translated(form, language, known=_is_english)):
            found.add(f"en:{term(english, 'en')}")
            found |= _groups("en").get(_stem(english, "en"), frozenset())
    if language != "en":
        found |= {f"~{fold(low)[:6]}"} if len(low) > 6 else set()  # cognates: 'inform…'
    elif len(low) > 6:
        found.add(f"~{low[:6]}")
    return frozenset(found)


_PARTICLES = frozenset("up down fell fall falls".split())
"""Words that tell of no change in 'set up' and 'fell short'."""


@lru_cache(maxsize=65536)
def poles(word: str, language: Language) -> frozenset[Pole]:
    """The ends of pairs of opposites that a word stands at."""
    by_stem = _poles(language)
    forms = {part for part in re.split(r"[-_ ]", word.lower()) if part}
    forms -= _PARTICLES if len(forms) > 1 else set()
    found = (
        by_stem.get(f, frozenset()) | by_stem.get(f"~{_stem(f, language)}", frozenset())
        for f in forms
    )
    return frozenset[Pole]().union(*found)


def _stem(word: str, language: str) -> str:
    return term(word, language)


def _is_english(term_: str) -> bool:
    return term_ in _english_terms()


@lru_cache(maxsize=1)
def _english_terms() -> frozenset[str]:
    """Stems of the thesaurus's English, which a cognate may be guessed to be one of."""
    return frozenset(
        term(word, "en") for line in THESAURUS.splitlines() for word in _words(line, 0)
    )


def _words(line: str, n: int) -> Iterator[str]:
    yield from line.split("|")[n].split()


@lru_cache(maxsize=3)
def _groups(language: Language) -> Mapping[str, frozenset[str]]:
    """Stems with the lines of the thesaurus that hold them."""
    column = LANGUAGES.index(language)
    found: dict[str, set[str]] = {}
    for n, line in enumerate(THESAURUS.splitlines()):
        for word in _words(line, column):
            for form in {word, fold(word)}:
                found.setdefault(_stem(form, language), set()).add(f"#{n}")
    for n, entry in enumerate(units.entries()):
        for word in re.sub(r"^\s*[fm] ", "", entry.split("|")[column]).strip().split("/"):
            if " " not in word:
                found.setdefault(_stem(word, language), set()).add(f"unit{n}")
    return {stem: frozenset(own) for stem, own in found.items()}


_TO_THE_LETTER = ("order", "pace", "side")
"""Pairs whose words have stems in common with others: 'following' and 'followed'."""


@lru_cache(maxsize=3)
def _poles(language: Language) -> Mapping[str, frozenset[Pole]]:
    """Words as written, and stems after '~', with their poles."""
    column = LANGUAGES.index(language)
    found: dict[str, set[Pole]] = {}
    for name, ends in OPPOSITES.items():
        for end, line in zip((1, -1), ends, strict=True):
            for word in _words(line, column) if line.count("|") == 2 else line.split():
                found.setdefault(word, set()).add((name, end))
                if len(word) > 3 and name not in _TO_THE_LETTER:
                    found.setdefault(f"~{_stem(word, language)}", set()).add((name, end))
    return {word: frozenset(own) for word, own in found.items()}


_BEGINNING = 6
"""Letters by which a form that the thesaurus does not list is taken for one that it does."""


@lru_cache(maxsize=2)
def _beginnings(language: Language) -> Mapping[str, frozenset[str]]:
    column = LANGUAGES.index(language)
    found: dict[str, set[str]] = {}
    for n, line in enumerate(THESAURUS.splitlines()):
        for word in _words(line, column):
            if len(word) >= _BEGINNING:
                found.setdefault(fold(word)[:_BEGINNING], set()).add(f"#{n}")
    return {start: frozenset(own) for start, own in found.items()}


def phrases() -> tuple[str, ...]:
    """The thesaurus's entries of several words, with spaces."""
    every = {w.replace("_", " ") for line in THESAURUS.split() for w in [line] if "_" in w}
    return tuple(sorted(every, key=len, reverse=True))
