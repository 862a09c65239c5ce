"""What every page has in common: the layout's values, and the address of the service."""

from collections.abc import Sequence
from functools import partial

from fastapi import Request
from fastapi.responses import HTMLResponse

from assistant.answers import Language
from assistant.questions import MAX_CHARS
from corpus.documents import Document, Span
from ui.desk import Desk
from ui.guards.problems import Problem
from ui.markup.templates import Templates
from ui.pages.languages import language_of
from ui.texts import OWN_NAMES, Texts

READ = ["GET", "HEAD"]
"""Methods of a page: whoever checks a link asks for its head only."""

_WORDED = frozenset({404, 405, 413, 422, 429, 500, 503})
"""Statuses whose meaning is told in the reader's language."""


class Site:
    """Renders pages in the layout of all."""

    def __init__(self, desk: Desk, templates: Templates) -> None:
        self.desk = desk
        self._templates = templates

    def page(
        self,
        request: Request,
        template: str,
        /,
        *,
        language: Language | None = None,
        status: int = 200,
        **values: object,
    ) -> HTMLResponse:
        """A page from a template; its language is the request's unless it is given."""
        return HTMLResponse(
            self._templates.render(
                template,
                texts=Texts(language or language_of(request)),
                programme=self.desk.programme,
                index=self.desk.assistant.index,
                languages=OWN_NAMES,
                has_levels=self.desk.has_levels,
                has_cities=self.desk.has_cities,
                has_sources=self.desk.has_sources,
                here=request.url.path,
                address_in=partial(_address_in, request),
                address=partial(self.address, request),
                **values,
            ),
            status,
        )

    def error(self, request: Request, problem: Problem) -> HTMLResponse:
        """A problem as a page that says what to do."""
        key = f"page.error_{problem.status if problem.status in _WORDED else 500}"
        told = problem.detail.rstrip(".") == Texts("en")(key)
        page = self.page(
            request,
            "error.html.jinja",
            status=problem.status,
            detail="" if told else problem.detail,
            key=key,
            question=request.query_params.get("q", "")[:MAX_CHARS],
        )
        page.headers.update({**problem.headers, "Cache-Control": "no-store"})
        return page

    def is_suggested(self, answer: str) -> bool:
        """Whether this is the id of the answer to a suggested question."""
        return answer in self.desk.library.suggested

    def city_name(self, id_: str) -> str:
        """A city by its name, with its state where another has the same name."""
        return self.desk.library.city_names.get(id_, id_)

    def document_on(self, city: str) -> str:
        """Id of the document that is about a city alone; empty if there is none."""
        return next(iter(self.desk.catalogue.documents_on(city)), "")

    def heading_path(self, document: Document, span: Span) -> Sequence[str]:
        """Titles of the sections around a span, outermost first, without the document's own."""
        for entry in self.desk.catalogue.passages_of(document.id):
            if entry.passage.span.start <= span.start < entry.passage.span.end:
                return [title for title in entry.passage.headings if title != document.title]
        return ()

    def address(self, request: Request, path: str) -> str:
        """A path of ours as readers elsewhere reach it."""
        base = self.desk.settings.service.public_address or str(request.base_url).rstrip("/")
        return base + path


def _address_in(request: Request, language: Language) -> str:
    """The page of a request in another language."""
    return str(request.url.include_query_params(lang=language).replace(scheme="", netloc=""))
