"""A fact found in a sentence, already in the reader's language."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["amount", "level", "date"]


@dataclass(frozen=True, slots=True)
class Fact:
    """What characters `start` to `end` of an English sentence state.

    Attributes:
        said: the fact by itself: '15 %', 'oro', '23 de enero de 2024'.
        placed: a date as it follows something that happened then: 'en enero de 2024'.
        labelled: whether a date says itself what happened then, as in 'informado en 2024'.
        of_source: whether a date is that of a source: 'página web de 2024'.
    """

    kind: Kind
    start: int
    end: int
    said: str
    placed: str = ""
    labelled: bool = False
    of_source: bool = False
