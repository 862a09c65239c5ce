"""The numbered evidence that a model is shown, and what came of checking what it wrote."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from assistant.answers import Origin, Quote
from index.retriever import Vector

Fault = Literal[
    "number",
    "date",
    "level",
    "name",
    "unit",
    "bound",
    "swapped",
    "negation",
    "quantity",
    "direction",
    "hedge",
    "agent",
    "cause",
    "citation",
    "unsupported",
    "link",
    "instruction",
]
"""What is wrong with a sentence; `bound` is a 'more than' or 'nearly' that its number has not."""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A numbered piece of evidence that a model is shown.

    Attributes:
        n: counts from 1.
        text: one or a few sentences of a document to the letter, white space apart, or a sentence
            of a tool or record.
        quotes: where it stands; may be empty for a mere tool result.
        subject: the title and headings it stands under; it may supply a name that the text leaves
            out, never a number, date or level.
        vector: of `text`, unit length, by the index's model.
    """

    n: int
    text: str
    quotes: Sequence[Quote]
    origin: Origin
    subject: str
    vector: Vector | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of checking a written sentence.

    Attributes:
        citations: exhibits it rests on: those it cites that carry it; if it cites none, or wrong
            ones, those that do carry it; empty if it is at fault.
        support: how well they carry it, 0 to 1.
        fault: None if the sentence stands.
        detail: the fault in plain words.
        nearest: number of the exhibit that speaks of what the sentence speaks of, None if none
            does.
    """

    citations: Sequence[int]
    support: float
    fault: Fault | None
    detail: str
    nearest: int | None
