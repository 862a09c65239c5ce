"""What a run comes to: shares with their intervals, by set, kind and language."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.evaluation.intervals import Estimate, estimate
from assistant.evaluation.outcomes import Outcome
from assistant.evaluation.refusal import (
    RefusalScores,
    RiskPoint,
    refusal_scores,
    risk_coverage,
)
from assistant.evaluation.retrieval import Scores, mean_scores

ALL = "all"


@dataclass(frozen=True, slots=True)
class Grounding:
    """What must be without exception.

    Attributes:
        quotes, misquoted: how many were checked, and the ids of the answers with a wrong one.
        answers, unfounded: the same for answers with numbers.
    """

    quotes: int
    misquoted: Sequence[str]
    answers: int
    unfounded: Sequence[str]


@dataclass(frozen=True, slots=True)
class Citing:
    """Means of `CitationScores` over the questions that have one."""

    documents: Estimate | None
    spans: Estimate | None
    recall: Estimate | None
    figures: Estimate | None


@dataclass(frozen=True, slots=True)
class Offers:
    """Questions that answers offered to go on with, asked in their turn."""

    offered: int
    answered: float | None
    unanswered: Sequence[str]


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of one set, or of all.

    Attributes:
        right: share of right answers.
        kinds, languages: the same, apart.
        resolved: of the questions within a conversation, those whose standalone form is answered
            rightly by itself.
        retrieval: means over the questions for which documents were looked for.
        searched: how many questions those are.
        risk: the risk-coverage curve.
    """

    right: Estimate
    kinds: Mapping[str, Estimate]
    languages: Mapping[str, Estimate]
    grounding: Grounding
    citing: Citing
    refusal: RefusalScores
    risk: Sequence[RiskPoint]
    resolved: Estimate | None
    retrieval: Scores
    searched: int
    offers: Offers


def summarise(outcomes: Sequence[Outcome], *, answered: Mapping[str, bool]) -> Summary:
    """The figures of some outcomes; `answered` tells of each offered question if it is."""
    retrieval = [o.retrieval for o in outcomes if o.retrieval is not None]
    offered = list(dict.fromkeys(q for o in outcomes for q in o.followups if q in answered))
    right = _right(outcomes)
    assert right is not None  # a set has cases
    return Summary(
        right=right,
        kinds=_apart(outcomes, lambda o: o.kind),
        languages=_apart(outcomes, lambda o: o.lang),
        grounding=Grounding(
            quotes=sum(len(o.citations) for o in outcomes),
            misquoted=[o.id for o in outcomes if o.misquoted],
            answers=sum(any(c.isdigit() for c in o.text) for o in outcomes),
            unfounded=[o.id for o in outcomes if o.unfounded],
        ),
        citing=Citing(
            documents=_mean(outcomes, lambda o: o.citing.documents),
            spans=_mean(outcomes, lambda o: o.citing.spans),
            recall=_mean(outcomes, lambda o: o.citing.recall),
            figures=_mean(outcomes, lambda o: o.citing.figures),
        ),
        refusal=refusal_scores(outcomes),
        risk=risk_coverage(outcomes),
        resolved=_mean(outcomes, lambda o: o.stands_alone),
        retrieval=mean_scores(retrieval),
        searched=len(retrieval),
        offers=Offers(
            offered=len(offered),
            answered=round(sum(map(answered.__getitem__, offered)) / len(offered), 4)
            if offered
            else None,
            unanswered=[q for q in offered if not answered[q]],
        ),
    )


def by_set(outcomes: Sequence[Outcome], *, answered: Mapping[str, bool]) -> dict[str, Summary]:
    """A summary per question set, and where there are several one over all."""
    names = list(dict.fromkeys(o.set for o in outcomes))
    found = {
        name: summarise([o for o in outcomes if o.set == name], answered=answered) for name in names
    }
    if len(names) > 1:
        found[ALL] = summarise(outcomes, answered=answered)
    return found


def table(summaries: Mapping[str, Summary]) -> str:
    """The shares of right answers, a line per kind and a column per set."""
    kinds = sorted({kind for summary in summaries.values() for kind in summary.kinds})
    lines = [" " * 14 + "".join(f"{name:>22}" for name in summaries)]
    for kind in [*kinds, ALL]:
        cells = (s.right if kind == ALL else s.kinds.get(kind) for s in summaries.values())
        lines.append(f"{kind:<14}" + "".join(f"{_cell(cell):>22}" for cell in cells))
    return "\n".join(lines)


def _cell(share: Estimate | None) -> str:
    if share is None:
        return "–"
    return f"{round(share.mean * share.count)} of {share.count}  {share.mean:.3f}"


def _apart(outcomes: Sequence[Outcome], label: Callable[[Outcome], str]) -> dict[str, Estimate]:
    labels = sorted({label(o) for o in outcomes})
    shares = {name: _right([o for o in outcomes if label(o) == name]) for name in labels}
    return {name: share for name, share in shares.items() if share}


def _right(outcomes: Sequence[Outcome]) -> Estimate | None:
    return estimate([float(o.right) for o in outcomes])


def _mean(outcomes: Sequence[Outcome], value: Callable[[Outcome], float | None]) -> Estimate | None:
    return estimate([float(v) for o in outcomes if (v := value(o)) is not None])
