"""The passages of the documents that are nearest to a question, with their scores."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from assistant.answers import Language
from corpus.documents import Document, Passage
from index.retriever import Found

MOST = 20


class SearchQuery(BaseModel):
    """What to look for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    q: Annotated[str, Field(description="A question or a few words.", examples=["gold level"])]
    limit: Annotated[int, Field(ge=1, le=MOST, description="At most so many passages.")] = 6
    language: Annotated[
        Language | None, Field(description="Of the question; told from its words if left out.")
    ] = None


class PassagePlace(BaseModel):
    """Where a passage stands.

    Attributes:
        page: number of the page or slide on which it begins; None if there is none.
        place: where in the original it begins, such as 'page 3' or 'sheet Budget, row 17'; empty
            where there is no telling.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    document: str
    title: str
    section: str
    page: int | None
    place: str


class PassageRow(PassagePlace):
    """A passage: characters `start` to `end` of a document's text.

    Attributes:
        score: what passages are ranked by, 0 to 1; compares within one search only.
        cosine: nearness of the passage and its best sentence to the question; None where it was
            found by its words alone.
        bm25: weight of the words that it shares with the question; None where it shares none.
        copies: where else the same stands, nearly word for word.
    """

    published: str
    start: int
    end: int
    text: str
    score: float
    cosine: float | None
    bm25: float | None
    copies: Sequence[PassagePlace]


class PassageList(BaseModel):
    """Passages, best first."""

    model_config = ConfigDict(frozen=True)

    passages: Sequence[PassageRow]


def passage_list(found: Sequence[Found]) -> PassageList:
    """What a search found, as rows."""
    return PassageList(passages=[_row(own) for own in found])


def stated(passage: PassageRow) -> str:
    """A passage in plain text, below where it stands and above where else."""
    copies = "; ".join(map(_reference, passage.copies))
    lines = (_reference(passage), passage.text, copies and f"(The same in: {copies})")
    return "\n".join(filter(None, lines))


def _reference(passage: PassagePlace) -> str:
    return ", ".join(filter(None, (passage.title, passage.section, passage.place)))


def _row(found: Found) -> PassageRow:
    document, passage, hit = found.document, found.passage, found.hit
    return PassageRow(
        **_place(document, passage).model_dump(),
        published=document.published,
        start=passage.span.start,
        end=passage.span.end,
        text=document.text[passage.span.start : passage.span.end],
        score=round(float(hit.score), 4),
        cosine=None if hit.cosine is None else round(float(hit.cosine), 4),
        bm25=None if hit.bm25 is None else round(float(hit.bm25), 4),
        copies=[_place(copy.document, copy.passage) for copy in found.copies],
    )


def _place(document: Document, passage: Passage) -> PassagePlace:
    place = document.place_at(passage.span.start)
    return PassagePlace(
        id=passage.id,
        document=document.id,
        title=document.title,
        section=" > ".join(h for h in passage.headings if h != document.title),
        page=place.page if place else None,
        place=place.label if place else "",
    )
