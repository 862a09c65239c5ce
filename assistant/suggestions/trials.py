"""Trying the candidates: each is asked, and kept only if the answer is one.

The follow-up questions of tools are tried too, for they are offered after an answer.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from assistant.answers import Answer
from assistant.errors import InvalidQuestionError
from assistant.places import Gazetteer
from assistant.suggestions.candidates import Candidate
from assistant.suggestions.likeness import said
from assistant.suggestions.store import Failure, Suggestion, Trials, Tried
from corpus.documents import Document
from index.retriever import QueryEncoder

Ask = Callable[[str], Answer]
LeadOn = Callable[[Answer], Answer]
Progress = Callable[[int, int], None]
"""Told how many questions are done and how many there are; the latter may grow."""


class RememberingEncoder:
    """An encoder that keeps each question's vectors, since a question is asked and then stored."""

    def __init__(self, encoder: QueryEncoder) -> None:
        self._encoder = encoder
        self._vectors: dict[str, NDArray[np.float32]] = {}

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """As the encoder gives it."""
        vector: NDArray[np.float32] = self.read_query(text)[0]
        return vector

    def read_query(self, text: str) -> NDArray[np.float32]:
        """As the encoder gives it."""
        if text not in self._vectors:
            self._vectors[text] = self._encoder.read_query(text)
        return self._vectors[text]

    def begin_query(self, text: str) -> Callable[[], NDArray[np.float32]]:
        """As `read_query` gives them, once they are asked for."""
        return partial(self.read_query, text)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """As the encoder gives them; not kept."""
        return self._encoder.embed_passages(texts)


def try_out(
    candidates: Sequence[Candidate],
    documents: Sequence[Document],
    *,
    ask: Ask,
    lead_on: LeadOn,
    encoder: QueryEncoder,
    gazetteer: Gazetteer,
    progress: Progress,
) -> tuple[Tried, Sequence[Answer]]:
    """Ask every candidate and keep those that are answered as they have to be.

    Args:
        ask: gives an answer with all follow-ups that its tool thinks of.
        lead_on: leaves those that are answered.

    Returns:
        What came of it, and the answers to the kept questions, as `ask` gave them.
    """
    by_id = {document.id: document for document in documents}
    kept: list[Suggestion] = []
    answers: list[Answer] = []
    failures: list[Failure] = []
    waiting = list(candidates)
    known = {candidate.question for candidate in waiting}
    progress(0, len(waiting))
    for done, candidate in enumerate(waiting, start=1):  # grows while it is gone through
        answer, reason = _try(candidate, ask)
        if answer is None or reason:
            failures.append(_failure(candidate, reason))
        else:
            kept.append(_suggestion(candidate, answer, by_id, gazetteer))
            answers.append(answer)
            if candidate.origin != "tool":
                waiting += _next(lead_on(answer), known)
        progress(done, len(waiting))
    vectors = [encoder.embed_query(suggestion.question) for suggestion in kept]
    trials = Trials(
        kept=tuple(kept),
        failures=tuple(failures),
        topics={document.id: tuple(document.topics) for document in documents},
    )
    stacked = np.stack(vectors) if vectors else np.empty((0, 0), np.float32)
    return Tried(trials, stacked), answers


def _try(candidate: Candidate, ask: Ask) -> tuple[Answer | None, str]:
    try:
        answer = ask(candidate.question)
    except InvalidQuestionError as error:
        return None, str(error)
    return answer, fault(candidate, answer)


def fault(candidate: Candidate, answer: Answer) -> str:
    """Why an answer does not do for a candidate; empty if it does."""
    cited = list(dict.fromkeys(citation.document for citation in answer.citations))
    if answer.status == "partial":
        return f"partly answered; missing: {', '.join(answer.missing)}"
    if answer.status != "answered":
        return {"refused": "not answered", "clarify": "asked back"}.get(
            answer.status, answer.status
        )
    if answer.language != candidate.language:
        return f"taken to be in the language '{answer.language}'"
    if candidate.tool and candidate.tool not in {tool.name for tool in answer.tools}:
        return f"answered without the {candidate.tool} tool"
    if not cited:
        return "answered without a source"
    # A tool answers from the records, whose evidence may stand elsewhere.
    if candidate.documents and not answer.tools and not set(cited) & set(candidate.documents):
        return f"answered from {', '.join(cited[:3])} instead"
    return ""


def _next(answer: Answer, known: set[str]) -> Iterator[Candidate]:
    """The follow-up questions of a tool's answer that were not met before; noted in `known`."""
    for question in answer.followups if answer.tools else ():
        if question not in known:
            known.add(question)
            tool = answer.tools[0].name
            yield Candidate(question, answer.language, "tool", f"tool:{tool}")


def _suggestion(
    candidate: Candidate, answer: Answer, documents: dict[str, Document], gazetteer: Gazetteer
) -> Suggestion:
    cited = list(dict.fromkeys(citation.document for citation in answer.citations))
    home = candidate.documents[0] if candidate.origin == "document" else cited[0]
    return Suggestion(
        question=candidate.question,
        language=candidate.language,
        origin=candidate.origin,
        template=candidate.template,
        theme=documents[home].kind,
        topics=tuple(candidate.topics or documents[home].topics),
        cities=tuple(sorted(gazetteer.find(candidate.question))),
        documents=tuple(cited),
        said=said(answer),
        answer=answer.id,
    )


def _failure(candidate: Candidate, reason: str) -> Failure:
    return Failure(
        question=candidate.question,
        language=candidate.language,
        origin=candidate.origin,
        document=candidate.documents[0] if candidate.origin == "document" else "",
        reason=reason,
    )
