"""What a judge of evidence is taught with: best sentences, and whether they answer.

Each question with a known answer is judged twice, as it is and with the sentences that answer it
taken out, so that the best of what is left is a near miss. Questions without an answer come from
the question set, from `near_misses` and from outside sets; they too are judged a second time,
without the sentences that say that the documents are silent.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from assistant.conversation import Turn
from assistant.errors import InvalidQuestionError
from assistant.evaluation.cases import Case
from assistant.evaluation.outside.programme import OutsideProgramme
from assistant.evaluation.outside.sets import OutsideQuestion, OutsideSet
from assistant.evaluation.verdicts import comparable, holds_one
from assistant.evidence import Candidate
from assistant.figures import quantities
from assistant.pipeline import Assistant
from assistant.questions import ReadQuestion
from assistant.silences import is_silence
from corpus.documents import Document
from index.lexicon import terms
from index.retriever import Found

SAME = 0.9
"""Sentences nearer than this tell the same."""

TELLS = 0.5
"""A passage's sentence that holds this share of an answer's words tells it."""

Tells = Callable[[Candidate], bool | None]
"""Whether a sentence answers; None if that is not known."""


@dataclass(frozen=True, slots=True)
class Example:
    """A best sentence.

    Attributes:
        source: the set its question is of; `group` what must not be split between folds.
        answers: whether it does answer.
        refused: whether the question is refused whatever its support: the sentence is silent or
            lacks what must be in an answer.
        made: how its question came to be without an answer; empty if it has one.
    """

    source: str
    group: str
    answers: bool
    refused: bool
    made: str
    signs: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Judged:
    question: ReadQuestion
    passages: Sequence[Found]
    candidates: Sequence[Candidate]


def of_cases(assistant: Assistant, cases: Sequence[Case]) -> Iterator[Example]:
    """Examples of a question set; what goes to tools, or is answered in parts, teaches nothing."""
    for case in cases:
        history: list[Turn] = []
        for earlier in case.h:
            reply = assistant.ask(earlier, history)
            history += [Turn(role="user", content=earlier)]
            history += [Turn(role="assistant", content=reply.text)]
        judged = _judge(assistant, case.q, history)
        if judged is None:
            continue
        if case.wanted == ("refused",):
            yield from _unanswered(assistant, judged, "cases", "asked")
        elif "refused" not in case.wanted and case.all:
            yield from _answered(assistant, judged, "cases", _told_by_case(case), all_known=True)


def of_lists(assistant: Assistant, documents: Sequence[Document]) -> Iterator[Example]:
    """Examples of the questions that documents list and that are answered from them."""
    for document in documents:
        for question in document.questions:
            judged = _judge(assistant, question)
            if judged is None or judged.candidates[0].found.document.id != document.id:
                continue
            best = judged.candidates[0]
            if assistant.ask(question).status == "answered":
                yield from _answered(assistant, judged, "lists", _told_by(best), all_known=False)


def of_near_misses(assistant: Assistant, questions: Sequence[str]) -> Iterator[Example]:
    """Examples of questions that have no answer."""
    for question in questions:
        if judged := _judge(assistant, question):
            yield from _unanswered(assistant, judged, "near misses", "made")


def of_outside(outside: OutsideSet, programme: OutsideProgramme) -> Iterator[Example]:
    """Examples of an outside set, which has answers for each question that has gold passages."""
    homes = {passage.id: passage.doc_id for passage in outside.passages}
    group = {id_: homes[passage] for id_, passage in programme.passages.items()}
    for question in outside.questions:
        judged = _judge(programme.assistant, question.question, question.turns)
        if judged is None:
            continue
        if question.answerable:
            tells = _told_by_gold(question, programme, outside.language)
            found = _answered(
                programme.assistant, judged, outside.name, tells, all_known=bool(question.golds)
            )
        else:
            found = _unanswered(programme.assistant, judged, outside.name, "asked")
        for example in found:
            yield replace(example, group=group.get(example.group, example.group))


def _judge(assistant: Assistant, question: str, history: Sequence[Turn] = ()) -> _Judged | None:
    """What was weighed for a question that goes to the documents whole."""
    try:
        _, trace = assistant.explain(question, history)
    except InvalidQuestionError:
        return None
    if trace.route != "documents" or len(trace.questions) != 1 or not trace.candidates:
        return None
    return _Judged(trace.questions[0], trace.passages, trace.candidates)


def _answered(
    assistant: Assistant, judged: _Judged, source: str, tells: Tells, *, all_known: bool
) -> Iterator[Example]:
    """The best sentence, and the best that is left when those that answer are taken out.

    Args:
        all_known: whether sentences of which it is not known may tell it in part, and go too.
    """
    known = [(candidate, tells(candidate)) for candidate in judged.candidates]
    best, answers = known[0]
    if answers is not None:
        yield _example(best, source, answers=answers, made="")
    telling = [candidate for candidate, answer in known if answer]
    if not telling:
        return
    vectors = np.stack([candidate.sentence.vector for candidate in telling])
    figures = [quantities(candidate.sentence.text) for candidate in telling]

    def goes(candidate: Candidate, answer: bool | None) -> bool:
        if answer or (answer is None and all_known) or is_silence(candidate.sentence.text):
            return True
        own = quantities(candidate.sentence.text)
        alike = float((vectors @ candidate.sentence.vector).max()) > SAME
        return alike or (source in ("cases", "lists") and any(own & other for other in figures))

    out = {_place(candidate) for candidate, answer in known if goes(candidate, answer)}
    if left := _again(assistant, judged, out):
        yield _example(left, source, answers=False, made="answer taken out")


def _unanswered(assistant: Assistant, judged: _Judged, source: str, made: str) -> Iterator[Example]:
    best = judged.candidates[0]
    yield _example(best, source, answers=False, made=made)
    if is_silence(best.sentence.text):
        silent = {_place(c) for c in judged.candidates if is_silence(c.sentence.text)}
        if left := _again(assistant, judged, silent):
            yield _example(left, source, answers=False, made="silence taken out")


def _again(assistant: Assistant, judged: _Judged, out: set[tuple[str, int]]) -> Candidate | None:
    """The best sentence when some are left out."""
    passages = [
        replace(
            found,
            sentences=tuple(
                s for s in found.sentences if (found.document.id, s.span.start) not in out
            ),
        )
        for found in judged.passages
    ]
    candidates = assistant.judge.judge(judged.question, passages).candidates
    return candidates[0] if candidates else None


def _example(candidate: Candidate, source: str, *, answers: bool, made: str) -> Example:
    document = candidate.found.document
    return Example(
        source=source,
        group=document.cities[0] if len(document.cities) == 1 else document.id,
        answers=answers,
        refused=is_silence(candidate.sentence.text) or not candidate.answers,
        made=made,
        signs=candidate.signs,
    )


def _place(candidate: Candidate) -> tuple[str, int]:
    return candidate.found.document.id, candidate.sentence.span.start


def _told_by(best: Candidate) -> Tells:
    return lambda candidate: True if candidate is best else None


def _told_by_case(case: Case) -> Tells:
    def tells(candidate: Candidate) -> bool | None:
        text = comparable(candidate.sentence.text)
        held = [holds_one(text, group) for group in case.all]
        if all(held) and (not case.src or candidate.found.document.id in case.src):
            return True
        return None if any(held) else False

    return tells


def _told_by_gold(question: OutsideQuestion, programme: OutsideProgramme, language: str) -> Tells:
    """By the words of an answer, which stand in one place if it is a piece of the passage."""
    golds = [(comparable(gold), set(terms(gold, language))) for gold in question.golds]

    def tells(candidate: Candidate) -> bool | None:
        document = candidate.found.document
        if programme.passages[document.id] not in question.gold_passage_ids:
            return False
        text = comparable(candidate.sentence.text)
        own = set(terms(candidate.sentence.text, language))
        if any(gold in text or (of and len(own & of) / len(of) >= TELLS) for gold, of in golds):
            return True
        whole = comparable(document.text)
        return False if any(gold in whole for gold, _ in golds) else None

    return tells
