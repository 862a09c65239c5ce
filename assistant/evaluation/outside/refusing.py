"""Whether the assistant refuses what the documents do not answer, and only that.

Refused is what it refuses as it is set; the curve tells what other settings of the least support
would have refused, by the support of the best sentence that was weighed and can answer.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.errors import InvalidQuestionError
from assistant.evaluation.outside.sets import OutsideQuestion
from assistant.pipeline import Assistant

STEPS = 20
MOST_FALSE = 0.05
"""Share of answerable questions that may be refused at the operating point that is looked for."""


@dataclass(frozen=True, slots=True)
class RefusalPoint:
    """Refusing below a least support.

    Attributes:
        refused: share of the unanswerable questions.
        false_refusals: share of the answerable ones.
    """

    threshold: float
    refused: float
    false_refusals: float


@dataclass(frozen=True, slots=True)
class Refusing:
    """The rates over a set or a part of it.

    Attributes:
        part: the subset; empty for the whole.
        unanswerable, answerable: how many there are of each.
        at_most_false: the point with the most refusals at `MOST_FALSE` false ones or fewer.
    """

    part: str
    unanswerable: int
    answerable: int
    refused: float
    false_refusals: float
    at_most_false: RefusalPoint
    curve: Sequence[RefusalPoint]


@dataclass(frozen=True, slots=True)
class _Asked:
    part: str
    answerable: bool
    refused: bool
    support: float


def refusing(
    assistant: Assistant,
    answerable: Sequence[OutsideQuestion],
    unanswerable: Sequence[OutsideQuestion],
    *,
    progress: Callable[[int, int], None],
) -> list[Refusing]:
    """The rates over all and over each part that has both sorts; empty unless both are given."""
    if not answerable or not unanswerable:
        return []
    asked = []
    for answerable_, questions in ((True, answerable), (False, unanswerable)):
        for question in questions:
            asked.append(_ask(assistant, question, answerable=answerable_))
            progress(len(asked), len(answerable) + len(unanswerable))
    parts = ["", *sorted({a.part for a in asked} - {""})]
    rates = [_rates(part, [a for a in asked if part in ("", a.part)]) for part in parts]
    return [rate for rate in rates if rate]


def _ask(assistant: Assistant, question: OutsideQuestion, *, answerable: bool) -> _Asked:
    try:
        answer, trace = assistant.explain(question.question, question.turns)
    except InvalidQuestionError:
        return _Asked(question.part, answerable, refused=True, support=0.0)
    support = max((c.support for c in trace.candidates if c.answers), default=0.0)
    return _Asked(question.part, answerable, answer.status == "refused", support)


def _rates(part: str, asked: Sequence[_Asked]) -> Refusing | None:
    silent = [a for a in asked if not a.answerable]
    spoken = [a for a in asked if a.answerable]
    if not silent or not spoken:
        return None
    thresholds = [0.0, *sorted({a.support for a in asked}), 1.0]
    points = [
        RefusalPoint(
            round(threshold, 4),
            _share([a.support < threshold for a in silent]),
            _share([a.support < threshold for a in spoken]),
        )
        for threshold in thresholds
    ]
    allowed = [point for point in points if point.false_refusals <= MOST_FALSE]
    return Refusing(
        part=part,
        unanswerable=len(silent),
        answerable=len(spoken),
        refused=_share([a.refused for a in silent]),
        false_refusals=_share([a.refused for a in spoken]),
        at_most_false=max(allowed, key=lambda point: (point.refused, -point.threshold)),
        curve=[points[n * (len(points) - 1) // STEPS] for n in range(STEPS + 1)],
    )


def _share(held: Sequence[bool]) -> float:
    return round(sum(held) / len(held), 4)
