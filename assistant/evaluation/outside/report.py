"""All that is measured on one outside set, and its figures as lines of text."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial

from assistant.evaluation.outside.programme import OutsideProgramme, opened
from assistant.evaluation.outside.refusing import MOST_FALSE, Refusing, refusing
from assistant.evaluation.outside.searching import (
    BASELINE,
    LAST_TURN,
    OURS,
    Finding,
    bm25,
    findings,
    ours,
    recall,
)
from assistant.evaluation.outside.sets import OutsideQuestion, OutsideSet, Withheld
from assistant.evaluation.outside.vectors import Encoder
from assistant.evaluation.retrieval import GAIN, RECALL, RECIPROCAL_RANK
from assistant.settings import Settings
from index.models import PreparedModel
from index.parts import Progress


@dataclass(frozen=True, slots=True)
class Across:
    """Questions of another language on the same passages.

    Attributes:
        kept: our recall of five as a share of that for the set's own questions.
    """

    name: str
    searching: Sequence[Finding]
    kept: float | None


@dataclass(frozen=True, slots=True)
class OutsideReport:
    """The figures of one set.

    Attributes:
        refusing: of the questions that are unanswerable as the set comes.
        withholding: of those that became so when documents were left out of the index.
    """

    name: str
    passages: int
    questions: int
    searching: Sequence[Finding]
    across: Sequence[Across]
    refusing: Sequence[Refusing]
    withholding: Sequence[Refusing]


@dataclass(frozen=True, slots=True)
class Workshop:
    """What every set is indexed and asked with.

    Attributes:
        settings: in force, the programme and its index apart.
        encoder: of the same weights as `model`.
    """

    settings: Settings
    model: PreparedModel
    encoder: Encoder
    progress: Progress


def measure(
    outside: OutsideSet, workshop: Workshop, *, translations: Sequence[OutsideSet] = ()
) -> OutsideReport:
    """Index a set and measure on it.

    Args:
        translations: sets with the same question ids in other languages; their questions should
            find what the set's own should.
    """
    with _opened(outside, workshop) as programme:
        searching = _search(outside, outside.questions, programme, workshop)
        across = [
            _across(outside, other, programme, workshop, own=searching) for other in translations
        ]
        refused = _refuse(programme, outside, workshop)
    return OutsideReport(
        name=outside.name,
        passages=len(outside.passages),
        questions=len(outside.questions),
        searching=searching,
        across=across,
        refusing=refused,
        withholding=_withhold(outside, outside.withheld, workshop) if outside.withheld else (),
    )


def translated(outside: OutsideSet, other: OutsideSet) -> list[OutsideQuestion]:
    """The other set's questions that this one has too, with what they should find in this one."""
    own = {question.id: question.gold_passage_ids for question in outside.questions}
    return [
        question.model_copy(update={"gold_passage_ids": own[question.id]})
        for question in other.questions
        if question.id in own
    ]


def _opened(
    outside: OutsideSet, workshop: Workshop, *, without: Sequence[str] = ()
) -> AbstractContextManager[OutsideProgramme]:
    def told(stage: str, done: int, total: int) -> None:
        workshop.progress(f"{outside.name}: {stage.lower()}", done, total)

    return opened(
        outside,
        settings=workshop.settings,
        encoder=workshop.encoder,
        progress=told,
        without=without,
    )


def _search(
    outside: OutsideSet,
    questions: Sequence[OutsideQuestion],
    programme: OutsideProgramme,
    workshop: Workshop,
) -> list[Finding]:
    return findings(
        questions,
        systems={
            BASELINE: bm25(outside.passages, language=outside.language),
            OURS: ours(programme),
        },
        condense=programme.assistant.condense,
        progress=partial(workshop.progress, f"{outside.name}: searching"),
    )


def _across(
    outside: OutsideSet,
    other: OutsideSet,
    programme: OutsideProgramme,
    workshop: Workshop,
    *,
    own: Sequence[Finding],
) -> Across:
    found = _search(outside, translated(outside, other), programme, workshop)
    reached, measure_ = (recall(f, system=OURS, form=LAST_TURN) for f in (found, own))
    kept = round(reached / measure_, 4) if reached is not None and measure_ else None
    return Across(other.name, found, kept)


def _refuse(programme: OutsideProgramme, outside: OutsideSet, workshop: Workshop) -> list[Refusing]:
    return refusing(
        programme.assistant,
        [q for q in outside.questions if q.answerable],
        [q for q in outside.questions if not q.answerable],
        progress=partial(workshop.progress, f"{outside.name}: asking"),
    )


def _withhold(outside: OutsideSet, withheld: Withheld, workshop: Workshop) -> list[Refusing]:
    out = set(withheld.unanswerable_question_ids)
    partly = set(withheld.partly_withheld_question_ids)
    answerable = [q for q in outside.questions if q.answerable]
    with _opened(outside, workshop, without=withheld.doc_ids) as programme:
        return refusing(
            programme.assistant,
            [q for q in answerable if q.id not in out | partly],
            [q for q in answerable if q.id in out],
            progress=partial(workshop.progress, f"{outside.name}: asking, documents withheld"),
        )


def outside_table(report: OutsideReport) -> str:
    """The figures as lines of text."""
    lines = [
        f"{report.name}: {report.questions} questions, {report.passages} passages",
        f"  {'':<44}{'n':>6}{'R@5':>8}{'nDCG@10':>9}{'MRR':>8}  recall above BM25",
        *map(_finding_line, report.searching),
    ]
    for across in report.across:
        lines += [f"  questions of {across.name}", *map(_finding_line, across.searching)]
        if across.kept is not None:
            lines.append(f"    {across.kept:.3f} of the recall of the set's own questions")
    for word, rates in (("refused", report.refusing), ("withheld", report.withholding)):
        lines += [_rate_line(word, rate) for rate in rates]
    return "\n".join(lines)


def _finding_line(finding: Finding) -> str:
    gain, scores = finding.gain, finding.scores
    against = f"{gain.mean:+.3f} [{gain.low:+.3f}, {gain.high:+.3f}]" if gain else ""
    label = f"{finding.system}, {finding.form}" + f" ({finding.part})" * bool(finding.part)
    return (
        f"    {label:<42}{finding.questions:>6}{scores[RECALL]:>8.3f}{scores[GAIN]:>9.3f}"
        f"{scores[RECIPROCAL_RANK]:>8.3f}  {against}"
    )


def _rate_line(word: str, rate: Refusing) -> str:
    best = rate.at_most_false
    label = word + f" ({rate.part})" * bool(rate.part)
    return (
        f"  {label:<20}{rate.refused:.3f} of {rate.unanswerable} unanswerable and"
        f" {rate.false_refusals:.3f} of {rate.answerable} answerable;"
        f" with at most {MOST_FALSE} of these {best.refused:.3f}, at support {best.threshold:.2f}"
    )
