"""The pages a reader comes in by: the start, all questions, the documents."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from assistant.answers import Citation, Language
from assistant.errors import UnknownDocumentError
from corpus.documents import Document, Span, find_quote
from ui.archive import UnknownAnswerError
from ui.markup.prose import headings
from ui.pages.caching import cached
from ui.pages.cities import city_table
from ui.pages.languages import language_of
from ui.pages.site import READ, Site
from ui.pages.themes import by_city, by_theme, front, is_of_one_city

LONG = 4
"""A document of so many sections has a table of contents."""

KINDS = ("programme", "standard", "practice", "topic", "question", "announcement", "city")
"""Kinds of documents that have a heading of their own in the list, in its order."""


def reading_pages(site: Site) -> APIRouter:
    """Their routes."""
    pages = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)
    desk = site.desk

    @pages.api_route("/", methods=READ)
    def home(request: Request) -> Response:
        language = language_of(request)
        records = desk.records
        page = site.page(
            request,
            "home.html.jinja",
            themes=front(desk.suggestions.all, language),
            starters=desk.programme.starters.get(language, ()),
            count=sum(s.language == language for s in desk.suggestions.all),
            cities=city_table(records.cities, language) if records else None,
            documents_on=site.document_on,
            completeness=records.completeness if records else None,
            newest=desk.newest,
        )
        return cached(request, page, "shared")

    @pages.api_route("/questions", methods=READ)
    def questions(request: Request) -> Response:
        language = language_of(request)
        own = [s for s in desk.suggestions.all if s.language == language]
        page = site.page(
            request,
            "questions.html.jinja",
            count=len(own),
            themes=by_theme(s for s in own if not is_of_one_city(s)),
            cities=by_city(filter(is_of_one_city, own), site.city_name),
            city_name=site.city_name,
        )
        return cached(request, page, "shared")

    @pages.api_route("/documents", methods=READ)
    def documents(request: Request) -> Response:
        groups: dict[str, list[Document]] = {kind: [] for kind in KINDS}
        for found in sorted(desk.catalogue.documents(), key=lambda d: d.title.casefold()):
            groups.setdefault(found.kind if found.kind in KINDS else "other", []).append(found)
        page = site.page(
            request,
            "documents.html.jinja",
            groups={kind: own for kind, own in groups.items() if own},
        )
        return cached(request, page, "shared")

    @pages.api_route("/documents/{id_}", methods=READ)
    def document(
        request: Request,
        id_: str,
        start: int | None = None,
        end: int | None = None,
        answer: Annotated[str, Query(max_length=64)] = "",
        n: int = 0,
    ) -> Response:
        citation = _citation(site, answer, n, id_)
        try:
            found = desk.document(id_)
        except UnknownDocumentError:
            if citation is None:
                raise
            gone = site.page(
                request, "document_gone.html.jinja", status=404, citation=citation, answer_id=answer
            )
            return cached(request, gone, "none")
        if citation:
            span = _span_of(found, citation)
        else:
            spanned = start is not None and end is not None and 0 <= start < end <= len(found.text)
            span = Span(start, end) if spanned and start is not None and end is not None else None
        contents = headings(found.text)
        page = site.page(
            request,
            "document.html.jinja",
            is_added=found.id in desk.catalogue.added,
            document=found,
            span=span,
            path=site.heading_path(found, span) if span else (),
            place=found.place_at(span.start) if span else None,
            contents=contents if len(contents) >= LONG else (),
            citation=citation,
            answer_id=answer if citation else "",
            questions=_questions_on(site, found, language_of(request)),
        )
        return cached(request, page, "shared")

    return pages


def _citation(site: Site, answer: str, n: int, document: str) -> Citation | None:
    """The citation that a reader follows to a document; None if there is none such."""
    if not answer:
        return None
    try:
        citations = site.desk.kept(answer).answer.citations
    except UnknownAnswerError:
        return None
    return next((c for c in citations if c.n == n and c.document == document), None)


def _span_of(document: Document, citation: Citation) -> Span | None:
    """Where a document says what was quoted from it, perhaps before it was changed."""
    if document.text[citation.start : citation.end] == citation.quote:
        return Span(citation.start, citation.end)
    return find_quote(document.text, citation.quote)


def _questions_on(site: Site, document: Document, language: Language) -> list[str]:
    """Suggested questions that a document answers, one for each answer."""
    found: dict[tuple[str, ...], str] = {}
    for suggestion in site.desk.suggestions.all:
        if suggestion.language == language and suggestion.documents[:1] == (document.id,):
            found.setdefault(suggestion.said, suggestion.question)
    return list(found.values())
