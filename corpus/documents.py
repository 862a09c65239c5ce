"""The types a programme's documents are read into.

Spans are half-open character offsets into `Document.text`; `text[start:end]` is the quote.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` (included) to `end` (excluded) of a document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document's facts come from."""

    title: str
    publisher: str
    url: str
    published: str
    """Date as the source gives it: YYYY, YYYY-MM, YYYY-MM-DD, or words such as 'undated'."""


@dataclass(frozen=True, slots=True)
class Document:
    """One document as it was read.

    Attributes:
        id: unique in the programme, lower-case ASCII words joined by hyphens.
        text: the body, front matter taken off; what every span points into.
        language: ISO 639-1 code.
        published: date of the newest fact: YYYY, YYYY-MM or YYYY-MM-DD; empty if unknown.
        cities: ids of the directory's cities that the document is about.
        questions: questions its author says it answers.
    """

    id: str
    title: str
    kind: str
    text: str
    language: str
    published: str = ""
    topics: Sequence[str] = ()
    cities: Sequence[str] = ()
    questions: Sequence[str] = ()
    sources: Sequence[Source] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring sentences under one heading: the unit of retrieval.

    Attributes:
        id: document id, `#`, and the passage's place in it from 0.
        headings: titles of the sections around it, outermost first.
        span: place in the document's text.
        sentences: places of its sentences, in order, without overlap.
    """

    id: str
    document_id: str
    headings: Sequence[str]
    span: Span
    sentences: Sequence[Span]


def find_quote(text: str, quote: str) -> Span | None:
    """Where `text` first holds `quote`, white space apart; None if it does not."""
    pattern = r"\s+".join(re.escape(word) for word in quote.split())
    match = re.search(pattern, text) if pattern else None
    return Span(match.start(), match.end()) if match else None
