"""How well gold passages are found: ours and BM25 alone, by what the question is searched with."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.condenser import Condensed
from assistant.conversation import Turn
from assistant.evaluation.intervals import Estimate, estimate
from assistant.evaluation.outside.programme import OutsideProgramme
from assistant.evaluation.outside.sets import OutsidePassage, OutsideQuestion
from assistant.evaluation.retrieval import (
    RECALL,
    Scores,
    mean_scores,
    retrieval_scores,
)
from assistant.languages import detect
from index.baseline import PlainBM25
from index.retriever import POOL

OURS, BASELINE = "ours", "BM25"
LAST_TURN, REWRITE, CONDENSED = "last turn", "published rewrite", "condensed"

Search = Callable[[Condensed], Sequence[str]]
"""A question, with what was said before it if it is known, to ids of passages, best first."""

Condense = Callable[[str, Sequence[Turn]], Condensed]
"""A question and the conversation before it to a question that stands alone."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The measures of one way to search, over one part of a set.

    Attributes:
        system: `OURS` or `BASELINE`.
        form: what was searched with: `LAST_TURN`, the published `REWRITE`, or `CONDENSED` by us.
        part: the subset; empty for the whole set.
        gain: recall of five above that of BM25 in the same form, question by question.
    """

    system: str
    form: str
    part: str
    questions: int
    scores: Scores
    gain: Estimate | None


def ours(programme: OutsideProgramme) -> Search:
    """The search that answers rest on; a passage stands where its best part does.

    One that says the same as a better one is told with that, and so stands behind it.
    """

    def search(question: Condensed) -> list[str]:
        retriever, text = programme.retriever, question.text
        language = detect(text)
        vector = retriever.embed(text, question.context, language=language)
        found = retriever.search(text, vector, language=language, limit=POOL)
        ids = dict.fromkeys(id_ for one in found for id_ in one.documents)
        return [programme.passages[id_] for id_ in ids]

    return search


def bm25(passages: Sequence[OutsidePassage], *, language: str) -> Search:
    """BM25 alone over whole passages with their titles."""
    texts = {passage.id: f"{passage.title}\n{passage.text}" for passage in passages}
    ranker = PlainBM25(texts, language=language)
    return lambda question: [id_ for id_, _ in ranker.search(question.text, limit=POOL)]


def findings(
    questions: Sequence[OutsideQuestion],
    *,
    systems: Mapping[str, Search],
    condense: Condense,
    progress: Callable[[int, int], None],
) -> list[Finding]:
    """Measure every system on every form of the questions that have gold.

    Args:
        systems: by name; the first one is what the others are compared with.
        progress: told how many searches are done, and how many there are.
    """
    asked = [question for question in questions if question.gold_passage_ids]
    gold = {question.id: question.gold_passage_ids for question in asked}
    parts = ["", *sorted({question.part for question in asked} - {""})]
    forms = _forms(asked, condense)
    total = len(systems) * sum(map(len, forms.values()))
    found: list[Finding] = []
    done = 0
    for form, texts in forms.items():
        scores: dict[str, dict[str, Scores]] = {}
        for name, search in systems.items():
            rankings = {}
            for id_, text in texts.items():
                rankings[id_] = search(text)
                done += 1
                progress(done, total)
            scores[name] = retrieval_scores({id_: gold[id_] for id_ in texts}, rankings)
        for part in parts:
            ids = [q.id for q in asked if q.id in texts and part in ("", q.part)]
            if ids and (not part or len(ids) < len(texts)):  # a part that is all says nothing new
                found += _findings(form, part, ids, scores)
    return found


def recall(found: Sequence[Finding], *, system: str, form: str) -> float | None:
    """Recall of five over a whole set; None where that was not measured."""
    return next(
        (f.scores[RECALL] for f in found if (f.system, f.form, f.part) == (system, form, "")),
        None,
    )


def _forms(
    questions: Sequence[OutsideQuestion], condense: Condense
) -> dict[str, dict[str, Condensed]]:
    """What to search with, by name of the form and id of the question."""
    forms = {
        LAST_TURN: {q.id: Condensed(q.question) for q in questions},
        REWRITE: {q.id: Condensed(q.rewrite) for q in questions if q.rewrite},
    }
    if any(q.history for q in questions):
        forms[CONDENSED] = {q.id: condense(q.question, q.turns) for q in questions}
    return {name: texts for name, texts in forms.items() if texts}


def _findings(
    form: str, part: str, ids: Sequence[str], scores: Mapping[str, Mapping[str, Scores]]
) -> Iterator[Finding]:
    """One for each system, the first of which is what the others are compared with."""
    base: Mapping[str, Scores] | None = None
    for system, own in scores.items():
        gain = None
        if base is not None:
            gain = estimate([own[id_][RECALL] - base[id_][RECALL] for id_ in ids])
        mean = mean_scores([own[id_] for id_ in ids])
        yield Finding(system, form, part, len(ids), mean, gain)
        base = base or own
