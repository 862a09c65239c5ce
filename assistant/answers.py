"""The answer every door carries, and the draft it is made from.

A `Draft` is what the composer or a tool would like to say; the verifier checks each of its
sentences against its quotes and tool results, and what survives becomes an `Answer`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from corpus.documents import Source

Status = Literal["answered", "partial", "refused", "clarify", "invalid"]
Origin = Literal["document", "record", "tool"]
Language = Literal["en", "es", "pt"]
ToolName = Literal["tier", "eligibility", "directory", "criteria"]


@dataclass(frozen=True, slots=True)
class Quote:
    """A place in a document that a sentence rests on: characters `start` to `end` of its text."""

    document_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ToolCall:
    """A deterministic tool's arguments and result, as plain JSON values."""

    name: ToolName
    arguments: Mapping[str, Any]
    result: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """A sentence before it is checked.

    Attributes:
        text: what the reader would see, without citation markers; may hold Markdown emphasis.
        quotes: what it rests on; empty only where a tool result or the frame carries it.
        origin: `document` if lifted from one, `record` if it states records, `tool` if computed.
        support: how well the quotes answer the question, 0 to 1; 1 for records and tools.
        starts_paragraph: true to set it apart from the sentence before.
        list_item: true to show it as an item of a list.
        written: true if a language model wrote it and it was checked against `quotes` as it came.
    """

    text: str
    quotes: Sequence[Quote] = ()
    origin: Origin = "document"
    support: float = 1.0
    starts_paragraph: bool = False
    list_item: bool = False
    written: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """What would be said, before verification.

    Attributes:
        opening: fixed words before the sentences; states nothing of the programme.
        closing: the same, after them.
        missing: what the question asks that the documents do not say, in the reader's words.
        followups: questions to offer next.
    """

    status: Status
    sentences: Sequence[DraftSentence]
    tools: Sequence[ToolCall] = ()
    opening: str = ""
    closing: str = ""
    missing: Sequence[str] = ()
    followups: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered quote.

    Attributes:
        document: id of the document that says so.
        page: number of the page or slide on which the quote begins; None if there is none.
        url: address of what the document rests on, where that is a single source; else empty,
            since a document does not say which of its sources a sentence is from. Where that
            address holds the document itself, it leads to the quote.
        published: date of the document's newest fact.
        quote: the document's text from `start` to `end`, verbatim.
        sources: all that the document rests on.
        place: where in the original the quote begins, such as 'page 3', 'slide 2' or 'sheet
            Budget, row 17'; not in the JSON where there is no telling.
        file: name of the file that the document is; not in the JSON where it names sources.
    """

    n: int
    document: str
    title: str
    section: str
    page: int | None
    url: str
    published: str
    quote: str
    start: int
    end: int
    sources: Sequence[Source]
    place: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class AnswerSentence:
    """A sentence that passed verification, with the numbers of its citations."""

    text: str
    citations: Sequence[int]
    origin: Origin
    support: float


@dataclass(frozen=True, slots=True)
class IndexInfo:
    """Which index answered: `built` is its build time, ISO 8601 in UTC."""

    id: str
    built: str
    documents: int
    passages: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The one object all doors carry; see `Draft` and the field types for their meaning.

    Attributes:
        id: a digest of question, history, index, engine, text and quotes: the same inputs give
            the same id, and another text never has it.
        text: Markdown with [n] markers.
        engine: `extractive`, or the language model's name if words of its own stand in the text.
        timings_ms: milliseconds per stage, in order; the only part that differs between two runs.
        dropped: where a language model is set, why each sentence of its was left out; else None,
            and then these three are not in the JSON of any door.
        repaired: why sentences of its were put in a document's own words; as `dropped`.
        fallback: why our own answer was given, whole or in part; empty if it was not.
    """

    id: str
    question: str
    standalone_question: str
    language: Language
    status: Status
    text: str
    sentences: Sequence[AnswerSentence]
    citations: Sequence[Citation]
    tools: Sequence[ToolCall]
    missing: Sequence[str]
    followups: Sequence[str]
    engine: str
    index: IndexInfo
    timings_ms: Mapping[str, float] = field(default_factory=dict)
    dropped: Sequence[str] | None = None
    repaired: Sequence[str] | None = None
    fallback: str | None = None


GENERATED = ("dropped", "repaired", "fallback")
"""Members of an answer that tell what a language model did."""

ORIGINAL = ("place", "file")
"""Members of a citation that tell of the file behind a document, where there is one."""


def to_json(answer: Answer) -> dict[str, Any]:
    """The answer object of every door, as JSON values.

    What a language model did is told only where one is set, and a place only where one is known.
    """
    told = asdict(answer)
    for citation in told["citations"]:
        for name in ORIGINAL:
            if not citation[name]:
                del citation[name]
    if answer.fallback is None:
        for name in GENERATED:
            del told[name]
    return told
