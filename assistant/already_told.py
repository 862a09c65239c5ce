"""What a conversation has told, so that whoever asks for more is not told it again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.conversation import Turn
from assistant.coverage import term_set
from assistant.figures import quantities
from index.retriever import Found

ALIKE = 0.6
"""Share of the shorter text's terms from which two sentences say the same."""

ALIKE_IN_FIGURES = 0.3
"""The same where one holds all figures of the other."""

LEAST_TERMS = 4
"""Terms of the shortest text that may say the same as another; a list's items have fewer."""

_END = re.compile(r"(?:\s*\[\d+\])+[.:]?|\n+")


@dataclass(frozen=True, slots=True)
class _Saying:
    """Terms and figures of a sentence; those of dates are none."""

    terms: frozenset[str]
    figures: frozenset[Decimal]


class AlreadyTold:
    """What was answered so far in a conversation."""

    def __init__(self, history: Sequence[Turn]) -> None:
        """What these turns have told."""
        answers = (turn.content for turn in history if turn.role == "assistant")
        self._pieces = [p for answer in answers for p in _END.split(answer) if p.strip()]

    def says(self, text: str, language: str) -> bool:
        """Whether a sentence says what was told."""
        said = [_read(piece, language) for piece in self._pieces]
        return _says_one_of(_read(text, language), said)

    def left_of(self, passage: Found) -> Found:
        """A passage without the sentences that say what was told."""
        language = passage.document.language
        said = [_read(piece, language) for piece in self._pieces]
        left = [s for s in passage.sentences if not _says_one_of(_read(s.text, language), said)]
        return replace(passage, sentences=left)


def _says_one_of(own: _Saying, told: Sequence[_Saying]) -> bool:
    def shared(one: _Saying) -> float:
        least = max(LEAST_TERMS, min(len(own.terms), len(one.terms)))
        return len(own.terms & one.terms) / least

    return any(
        shared(one) >= (ALIKE_IN_FIGURES if own.figures and own.figures <= one.figures else ALIKE)
        for one in told
    )


def _read(text: str, language: str) -> _Saying:
    return _Saying(term_set(text, language), frozenset(quantities(text)))
