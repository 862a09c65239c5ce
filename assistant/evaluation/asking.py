"""Putting a case to the assistant: the conversation before it, the question, and what is offered.

The embedder alone is timed right beside each answer, so that the ratio of the two holds on a busy
machine too.
"""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.answers import Answer
from assistant.conversation import Turn
from assistant.errors import InvalidQuestionError
from assistant.evaluation.cases import Case
from assistant.generation.record import Record
from assistant.pipeline import Assistant
from index.retriever import QueryEncoder


@dataclass(frozen=True, slots=True)
class Exchange:
    """A case and what came of asking it.

    Attributes:
        history: the turns before the question, the assistant's own answers among them.
        route: the part of the assistant that answered.
        found: documents of the passages that were considered, best first, without repeats.
        alone: the answer to the standalone question asked without the conversation; None where
            there was none.
        record: what a language model did; None where none is set.
        answer_ms: milliseconds that the answer took.
        embedding_ms: milliseconds that the embedder alone took for the same question.
    """

    case: Case
    history: Sequence[Turn]
    answer: Answer
    route: str
    found: Sequence[str]
    alone: Answer | None
    record: Record | None
    answer_ms: float
    embedding_ms: float


def put(assistant: Assistant, case: Case, *, encoder: QueryEncoder) -> Exchange:
    """Ask the questions of a case in turn."""
    history: list[Turn] = []
    for earlier in case.h:
        reply, *_ = _reply(assistant, earlier, history)
        history += [Turn(role="user", content=earlier), Turn(role="assistant", content=reply.text)]
    start = time.perf_counter()
    encoder.embed_query(case.q)
    between = time.perf_counter()
    answer, route, found, record = _reply(assistant, case.q, history)
    end = time.perf_counter()
    alone = None
    if history and answer.standalone_question:
        alone = _reply(assistant, answer.standalone_question, ())[0]
    return Exchange(
        case=case,
        history=tuple(history),
        answer=answer,
        route=route,
        found=tuple(found),
        alone=alone,
        record=record,
        answer_ms=(end - between) * 1000,
        embedding_ms=(between - start) * 1000,
    )


def answered(assistant: Assistant, questions: Iterable[str]) -> dict[str, bool]:
    """Whether each question, asked on its own, is answered; without a language model."""
    return {question: _is_answered(assistant, question) for question in dict.fromkeys(questions)}


def _is_answered(assistant: Assistant, question: str) -> bool:
    try:
        return assistant.work_out(question)[0].status == "answered"
    except InvalidQuestionError:
        return False


def _reply(
    assistant: Assistant, question: str, history: Sequence[Turn]
) -> tuple[Answer, str, list[str], Record | None]:
    """The answer, the route it took, the documents considered for it, and a model's part in it."""
    try:
        answer, trace = assistant.explain(question, history)
    except InvalidQuestionError as error:
        return assistant.invalid(question, str(error)), "invalid", [], None
    found = list(dict.fromkeys(f.document.id for f in trace.passages))
    return answer, trace.route, found, trace.generation
