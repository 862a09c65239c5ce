"""The types a programme's documents are read into.

Spans are half-open character offsets into `Document.text`; `text[start:end]` is the quote.
"""

import bisect
import re
import unicodedata
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
class Place:
    """Where in the original a document's text stands, from character `start` on.

    Attributes:
        label: 'page 3', 'slide 2', 'sheet Budget, row 17'; empty where there is none to name.
        page: the number of the page or slide, from 1; None where the original has neither.
    """

    start: int
    label: str
    page: int | None = None


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
        places: in order of `start`; each holds until the next.
        origin: name of the file as its owner knows it, members of archives behind a slash.
        address: where on the web this very text stands; empty for a file's.
        notes: what became of the file on reading that its owner should know, a sentence each.
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
    places: Sequence[Place] = ()
    origin: str = ""
    address: str = ""
    notes: Sequence[str] = ()

    def place_at(self, position: int) -> Place | None:
        """Where the original holds the text's character `position`; None if it is not known."""
        at = bisect.bisect_right(self.places, position, key=lambda place: place.start)
        place = self.places[at - 1] if at else None
        return place if place and place.label else None


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


def slug(text: str) -> str:
    """`text` as lower-case ASCII words joined by hyphens; 'document' if nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "document"
