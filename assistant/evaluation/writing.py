"""What a language model came to in a run: what it wrote, what was left out, what it cost."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import get_args

from assistant.evaluation.asking import Exchange
from assistant.generation.record import Record, Use


@dataclass(frozen=True, slots=True)
class Used:
    """How often a model was asked for a thing, and how often that is in an answer."""

    asked: int
    helped: int


@dataclass(frozen=True, slots=True)
class Writing:
    """The figures over all exchanges in which a model was set.

    Attributes:
        engine: names of the models, as answers are signed with.
        answers: that were asked for.
        written: answers in which words of the model's stand.
        fallback: answers for which our own was given, whole or in part, by reason.
        sentences: of the model's that stand; `dropped` were left out and `repaired` put in a
            document's own words.
        uses: each thing that it was asked for.
        read_tokens, written_tokens: of an answer for which the model was asked, on average.
    """

    engine: Sequence[str]
    answers: int
    asked: int
    written: int
    fallback: Mapping[str, int]
    sentences: int
    dropped: int
    repaired: int
    uses: Mapping[Use, Used]
    read_tokens: float
    written_tokens: float


def writing(exchanges: Sequence[Exchange]) -> Writing | None:
    """The figures; None where no model was set."""
    records = [exchange.record for exchange in exchanges if exchange.record]
    if not records:
        return None
    asked = [record for record in records if record.usage.calls or record.usage.cached]
    return Writing(
        engine=sorted({record.model for record in records}),
        answers=len(records),
        asked=len(asked),
        written=sum(record.written > 0 for record in records),
        fallback=dict(sorted(Counter(r.fallback for r in records if r.fallback).items())),
        sentences=sum(record.written for record in records),
        dropped=sum(len(record.dropped) for record in records),
        repaired=sum(len(record.repaired) for record in records),
        uses=_uses(records),
        read_tokens=_mean([record.usage.read for record in asked]),
        written_tokens=_mean([record.usage.written for record in asked]),
    )


def seconds(exchanges: Sequence[Exchange]) -> float | None:
    """Seconds that a model took for an answer, on average; None where none was asked."""
    took = [e.record.usage.ms / 1000 for e in exchanges if e.record and e.record.usage.calls]
    return round(fmean(took), 3) if took else None


def writing_line(found: Writing) -> str:
    """The figures in one line."""
    reasons = ", ".join(f"{reason} {count}" for reason, count in found.fallback.items())
    return (
        f"{', '.join(found.engine)} wrote {found.written} of {found.answers} answers; "
        f"{found.sentences} sentences stand, {found.repaired} repaired, {found.dropped} dropped"
        + "".join(f"; {use}: {u.helped} of {u.asked}" for use, u in found.uses.items())
        + (f"; our own given for: {reasons}" if reasons else "")
    )


def _uses(records: Sequence[Record]) -> dict[Use, Used]:
    asked = Counter(use for record in records for use in record.asked)
    helped = Counter(use for record in records for use in record.helped)
    return {use: Used(asked[use], helped[use]) for use in get_args(Use) if asked[use]}


def _mean(values: Sequence[int]) -> float:
    return round(fmean(values), 1) if values else 0.0
