"""Words and expressions of three languages, grouped by what they mean, and reading a text by them.

A grammar asks a `Reading` which meanings a text holds and how many of its words it does not know:
a question with many of those is about something else.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.folding import fold
from assistant.places import nearest
from index.function_words import FUNCTION_WORDS

Entry = tuple[str, str, str, str]
"""A meaning, and its patterns over folded text in English, Spanish and Portuguese.

A pattern may be broken into lines before a bar."""


def joined(pattern: str) -> str:
    """A pattern written over several lines, as one."""
    return "".join(line.strip() for line in pattern.splitlines())


_SMALL = frozenset(fold(word) for words in FUNCTION_WORDS.values() for word in words) | frozenset(
    """hello hi hey ola hola oi please pls thanks thank gracias obrigado obrigada favor por
    actually really just ok okay wondering wonder wants want know knows asks ask asked asking tell
    mayor boss colleague prefeito alcalde alcaldesa prefeita saber quiero quiere quero quer queria
    quisiera gostaria pregunta pergunta question say says said think thought heard believe guess
    curious sure yes yeah right correct true isnt wasnt arent dont doesnt didnt cant couldnt im
    were ive whats hes theyre lets creo pienso acho entonces entao verdad verdade cierto certo
    verdadeiro dicen dizem digame diga e y o ou e then so well now today currently ahora hoy agora
    hoje still got already any there here something about would per one por""".split()
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a vocabulary makes of a text.

    Attributes:
        meanings: those that some part of the text has.
        unknown: its words that are in no expression, no number and no small word, in order.
    """

    meanings: frozenset[str]
    unknown: Sequence[str]

    def has(self, *meanings: str) -> bool:
        """Whether the text has any of these meanings."""
        return not self.meanings.isdisjoint(meanings)


class Vocabulary:
    """Meanings with their expressions; a part of a text may have several meanings.

    Args:
        entries: patterns match whole words.
        spellings: words to recognise when misspelt, with inflections that are not to be mended.
    """

    def __init__(self, entries: Iterable[Entry], *, spellings: Iterable[str] = ()) -> None:
        # One pattern a language, so that a short word of one cannot hide a longer of another.
        self._patterns = [
            (meaning, re.compile(rf"(?<!\w)(?:{joined(pattern)})(?!\w)"))
            for meaning, *patterns in entries
            for pattern in patterns
        ]
        self._spellings = sorted(spellings)
        self._mend = lru_cache(maxsize=4096)(lambda word: nearest(word, self._spellings))
        # One question's parts are read more than once, with names and numbers taken out.
        self._read = lru_cache(maxsize=64)(self._understood)

    def read(self, text: str) -> Reading:
        """Read folded text; '@' and numbers in it are known."""
        first = self._read(text)
        mended = text
        for word in first.unknown:
            if (better := self._mend(word)) and better != word:
                mended = re.sub(rf"\b{word}\b", better, mended)
        return first if mended == text else self._read(mended)

    def _understood(self, text: str) -> Reading:
        covered = bytearray(len(text))
        meanings = set()
        for meaning, pattern in self._patterns:
            for found in pattern.finditer(text):
                meanings.add(meaning)
                covered[found.start() : found.end()] = b"\1" * (found.end() - found.start())
        unknown = tuple(
            word[0]
            for word in re.finditer(r"[^\W\d_]+", text)
            if not covered[word.start()] and word[0] not in _SMALL and len(word[0]) > 1
        )
        return Reading(frozenset(meanings), unknown)
