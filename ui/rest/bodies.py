"""What REST takes and gives besides what the desk's own modules define."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from assistant.answers import Answer, Language, Status
from assistant.conversation import Turn
from corpus.documents import Document
from ui.archive import MAX_REASON, Verdict

MAX_TURNS = 200
"""Longest history that is taken, in turns."""


class AskBody(BaseModel):
    """A question, and what was said before it."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        json_schema_extra={
            "examples": [
                {"question": "since when is Recife certified?"},
                {
                    "question": "and for platinum?",
                    "history": [
                        {"role": "user", "content": "How many criteria are needed for gold?"}
                    ],
                },
            ]
        },
    )

    question: Annotated[
        str, Field(description="In English, Spanish or Portuguese; at most 2,000 characters.")
    ]
    history: Annotated[
        list[Turn], Field(max_length=MAX_TURNS, description="Earlier turns, oldest first.")
    ] = []


class RatingBody(BaseModel):
    """What a reader thought of an answer."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        json_schema_extra={"examples": [{"verdict": "unhelpful", "reason": "It lacks the date."}]},
    )

    verdict: Verdict
    reason: Annotated[str, Field(max_length=MAX_REASON)] = ""


class ProblemBody(BaseModel):
    """What went wrong, as problem+json (RFC 9457)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str


class KeptAnswer(BaseModel):
    """An answer as it was given, its times left out, and when it was: ISO 8601 in UTC."""

    answer: Answer
    given: str


class StartEvent(BaseModel):
    """The first event of a stream.

    Attributes:
        id: of the answer; empty where a language model is still writing it, then `done` has it.
    """

    id: str
    standalone_question: str
    language: Language
    status: Status


class SentenceEvent(BaseModel):
    """A piece of an answer's text; all of them together are the text.

    Attributes:
        citations: numbers of the quotes that it rests on.
        origin: where its sentence comes from; None for words that state nothing.
    """

    text: str
    citations: Sequence[int]
    origin: str | None


class DocumentEntry(BaseModel):
    """A document in the list of all."""

    id: str
    title: str
    kind: str
    language: str
    published: str
    topics: Sequence[str]
    cities: Sequence[str]


class DocumentList(BaseModel):
    """All documents, in order of id."""

    documents: Sequence[DocumentEntry]
    count: int


def document_list(documents: Sequence[Document]) -> DocumentList:
    """The list of these documents."""
    fields = set(DocumentEntry.model_fields)
    rows: list[dict[str, Any]] = [
        {name: value for name, value in asdict(own).items() if name in fields} for own in documents
    ]
    return DocumentList(
        documents=[DocumentEntry.model_validate(row) for row in rows], count=len(rows)
    )
