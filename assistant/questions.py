"""Reading a question: its language, what it is about, and what kind of thing it asks for."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.answers import Language
from assistant.errors import InvalidQuestionError
from assistant.folding import fold
from assistant.languages import FUNCTION_WORDS, detect
from assistant.places import Gazetteer, nearest
from index.lexicon import Lexicon, term, words

MAX_CHARS = 2000
"""Longest question taken, in characters."""

Asked = Literal["number", "date", "person", "list", "definition"]


@dataclass(frozen=True, slots=True)
class ContentTerm:
    """A word of the question that says what it is about.

    Attributes:
        rarity: 0 (in every passage) to 1 (in none).
        known: whether any passage holds it.
        is_name: whether it is written as a name.
    """

    word: str
    term: str
    rarity: float
    known: bool
    is_name: bool


@dataclass(frozen=True, slots=True)
class ReadQuestion:
    """A question as it was understood.

    Attributes:
        text: white space put in order, nothing else changed.
        terms: content terms, without repeats and without the names of places.
        places: directory cities it names, with the words that named each.
        asked: what kind of thing an answer must hold, where the wording tells.
    """

    text: str
    language: Language
    terms: Sequence[ContentTerm]
    places: Mapping[str, str]
    asked: Asked | None


class QuestionReader:
    """Reads questions against the words and places of a programme."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer, *, corpus_language: str) -> None:
        self._lexicon = lexicon
        self._gazetteer = gazetteer
        self._language = corpus_language
        self._vocabulary = lexicon.vocabulary(corpus_language)

    def read(self, text: str) -> ReadQuestion:
        """Read a checked question; see `clean`."""
        language = detect(text)
        spelt = " ".join(self._place_word(word) for word in words(text))
        places = self._gazetteer.find(spelt)
        return ReadQuestion(
            text=text,
            language=language,
            terms=tuple(self._terms(spelt, language, places.values())),
            places=places,
            asked=_asked(text, language),
        )

    def _place_word(self, word: str) -> str:
        """The word of a place's name that this is a slip of; else the word itself."""
        if self._lexicon.knows(term(word, self._language), self._language):
            return word
        return self._gazetteer.correct(fold(word)) or word

    def _terms(self, text: str, language: Language, places: Iterable[str]) -> Iterator[ContentTerm]:
        named = {word for name in places for word in name.split()}
        seen: set[str] = set()
        for position, word in enumerate(words(text)):
            plain = word.lower().replace("’", "'")
            if plain in FUNCTION_WORDS[language] or fold(plain).removesuffix("'s") in named:
                continue
            # Names and figures are compared across languages, so in the documents' one.
            own = term(word, self._language)
            known = self._lexicon.knows(own, self._language)
            if not known and language == self._language:
                own = nearest(own, self._vocabulary) or own
                known = self._lexicon.knows(own, self._language)
            if own in seen:
                continue
            seen.add(own)
            yield ContentTerm(
                word=word,
                term=own,
                rarity=self._lexicon.rarity(own, self._language),
                known=known,
                is_name=position > 0 and word[0].isupper() and not word.isupper(),
            )


def clean(text: str) -> str:
    """A question with its white space put in order.

    Raises:
        InvalidQuestionError: it is empty, too long, or holds characters that are not text.
    """
    if not isinstance(text, str):
        raise InvalidQuestionError("The question must be text.")
    if len(text) > MAX_CHARS:
        raise InvalidQuestionError(
            f"The question has {len(text):,} characters; at most {MAX_CHARS:,} can be taken."
        )
    if any(unicodedata.category(c) in {"Cs", "Co", "Cn"} or _control(c) for c in text):
        raise InvalidQuestionError("The question holds bytes that are not text.")
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    if not any(character.isalnum() for character in plain):
        raise InvalidQuestionError("The question is empty. Ask something in a few words.")
    return plain


def _control(character: str) -> bool:
    return unicodedata.category(character) == "Cc" and character not in "\t\n\r\x0b\x0c"


# Compared with the folded question: lower case, no accents. The first form that fits decides.
_ASKED: Mapping[Language, Sequence[tuple[Asked, str]]] = {
    "en": (
        ("date", r"when|(what|which) (year|date)|how long ago"),
        ("list", r"(which|what) (\w+ )?(cities|places|towns|areas|organisations|organizations)"),
        ("list", r"who (used?|uses|has|have|moved|rose|got|reached|became|(was|were) certified)"),
        ("number", r"how (many|much|often|far|large|big)"),
        ("number", r"what (share|percentage|percent|per cent|proportion|number)"),
        ("person", r"who (is|was|runs|leads|led|funds|founded|started)"),
        ("definition", r"^what('s| is| are)( the| a| an)?( [\w'-]+){1,4}\W*$"),
    ),
    "es": (
        ("date", r"cuando|en que (ano|fecha)"),
        ("list", r"(que|cuales) (\w+ )?(ciudades|municipios)"),
        ("number", r"cuant[oa]s?|que (porcentaje|proporcion|parte)"),
        ("person", r"quien(es)?"),
        ("definition", r"^\W*que (es|son)( la| el| un| una)?( [\w'-]+){1,4}\W*$"),
    ),
    "pt": (
        ("date", r"quando|em que (ano|data)"),
        ("list", r"(que|quais) (\w+ )?(cidades|municipios)"),
        ("number", r"quant[oa]s?|que (porcentagem|percentagem|proporcao|parte)"),
        ("person", r"quem"),
        ("definition", r"^o que (e|sao)( a| o| um| uma)?( [\w'-]+){1,4}\W*$"),
    ),
}


def _asked(text: str, language: Language) -> Asked | None:
    folded = fold(text)
    return next(
        (kind for kind, form in _ASKED[language] if re.search(rf"(?<!\w)(?:{form})(?!\w)", folded)),
        None,
    )
