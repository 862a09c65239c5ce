"""What a question's words are called in the documents, where people say it in other words.

'Ambulance' is 'emergency response', and 'sleeping rough' is 'homeless'. Only English is covered;
words of other languages are put into it by `index.glossary`.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.lexicon import term, words
from index.synonym_words import SYNONYMS

LANGUAGE = "en"


def synonyms(word: str) -> Sequence[str]:
    """The words of documents that a word may stand for."""
    return _said().words.get(term(word, LANGUAGE), ())


def plain_spoken(text: str) -> str:
    """An English text with the listed expressions of several words put into documents' words."""
    return _expressions().sub(lambda found: _said().expressions[_key(found[0])], text)


def in_other_words(text: str, *, known: Callable[[str], bool]) -> str:
    """A question with what its words that no document holds may stand for there."""
    plain = plain_spoken(text)
    strange = (word for word in words(plain) if not known(term(word, LANGUAGE)))
    return " ".join([plain, *(other for word in strange for other in synonyms(word))])


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said instead of documents' words.

    Attributes:
        words: terms, with the documents' words that each may stand for.
        expressions: what is put for expressions of several words, and what has several itself.
    """

    words: Mapping[str, Sequence[str]]
    expressions: Mapping[str, str]


def _key(expression: str) -> str:
    return re.sub(r"[_-]", " ", expression.lower().replace("’", "'"))


@lru_cache(maxsize=1)
def _said() -> _Said:
    said: dict[str, list[str]] = {}
    expressions: dict[str, str] = {}
    for line in SYNONYMS.strip().splitlines():
        own, _, others = line.partition(":")
        put = own.split()[0].replace("_", " ")
        for other in map(_key, others.split()):
            if not other.isalnum() or "_" in own:
                expressions.setdefault(other, put)
            else:
                meant = said.setdefault(term(other, LANGUAGE), [])
                meant += [word for word in own.split() if word not in meant]
    return _Said(said, expressions)


@lru_cache(maxsize=1)
def _expressions() -> re.Pattern[str]:
    longest = sorted(_said().expressions, key=len, reverse=True)
    forms = (re.escape(key).replace(r"\ ", "[ -]") for key in longest)
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)
