"""Refusing where the documents are silent, and only there; and what it costs to be bolder."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from assistant.answers import Answer, Status


class Judged(Protocol):
    """What must be known of an answer to weigh its refusal."""

    @property
    def wanted(self) -> Sequence[Status]:
        """Every status that would have been right."""
        ...

    @property
    def status(self) -> Status:
        """What it was."""
        ...

    @property
    def right(self) -> bool:
        """Whether the answer was right as a whole."""
        ...

    @property
    def confidence(self) -> float:
        """0 to 1; see `confidence`."""
        ...


@dataclass(frozen=True, slots=True)
class RefusalScores:
    """Shares from 0 to 1; None where there is nothing to take a share of.

    Attributes:
        precision: of the refusals, those where refusing is right.
        recall: of the questions that only a refusal answers rightly, those refused.
        false_refusals: of the questions that a refusal cannot answer rightly, those refused.
    """

    precision: float | None
    recall: float | None
    false_refusals: float | None


@dataclass(frozen=True, slots=True)
class RiskPoint:
    """What answering only from a confidence on would give.

    Attributes:
        threshold: least confidence of an answer that is given.
        coverage: share of all questions that are answered.
        risk: share of those answers that are wrong.
    """

    threshold: float
    coverage: float
    risk: float


def confidence(answer: Answer) -> float:
    """How sure the assistant is: its best sentence's support.

    1 where a tool answered, or fixed words such as a greeting; 0 where it refused without quoting.
    """
    if answer.tools:
        return 1.0
    silent = 1.0 if answer.status == "answered" else 0.0
    return max((sentence.support for sentence in answer.sentences), default=silent)


def refusal_scores(outcomes: Sequence[Judged]) -> RefusalScores:
    """The scores over all questions."""
    refused = [o for o in outcomes if o.status == "refused"]
    hopeless = [o for o in outcomes if set(o.wanted) == {"refused"}]
    answerable = [o for o in outcomes if "refused" not in o.wanted]
    return RefusalScores(
        precision=_share(["refused" in o.wanted for o in refused]),
        recall=_share([o.status == "refused" for o in hopeless]),
        false_refusals=_share([o.status == "refused" for o in answerable]),
    )


def risk_coverage(outcomes: Sequence[Judged]) -> list[RiskPoint]:
    """The curve over the answers that were given, the surest first; a point per confidence.

    Source: El-Yaniv and Wiener, JMLR 2010.
    """
    given = [o for o in outcomes if o.status in {"answered", "partial"}]
    points = []
    answered = wrong = 0
    by_confidence = sorted(given, key=lambda o: -o.confidence)
    for threshold, group in groupby(by_confidence, key=lambda o: o.confidence):
        members = list(group)
        answered += len(members)
        wrong += sum(not o.right for o in members)
        coverage, risk = answered / len(outcomes), wrong / answered
        points.append(RiskPoint(threshold, round(coverage, 4), round(risk, 4)))
    return points


def _share(held: Sequence[bool]) -> float | None:
    return round(sum(held) / len(held), 4) if held else None
