"""The pages a reader meets: the start, an answer, a document."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from assistant.answers import Answer
from corpus.documents import Span
from ui.markup.drawings import cities_csv, city_rows
from ui.pages.languages import language_of
from ui.pages.site import Site
from ui.texts import Texts


def reading_pages(site: Site) -> APIRouter:
    """Their routes."""
    pages = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)
    desk = site.desk

    def answer_page(request: Request, answer: Answer, given: str) -> HTMLResponse:
        return site.page(
            request,
            "answer.html.jinja",
            language=answer.language if "lang" not in request.query_params else None,
            answer=answer,
            given=given,
            newest=desk.newest,
            permanent=site.address(request, f"/answers/{answer.id}"),
        )

    @pages.get("/")
    def home(request: Request) -> HTMLResponse:
        questions = desk.programme.starters.get(language_of(request), ())
        return site.page(request, "home.html.jinja", questions=questions)

    @pages.get("/ask")
    def ask(request: Request, q: str = "") -> HTMLResponse:
        answer = desk.ask(q)
        return answer_page(request, answer, desk.archive.find(answer.id).given)

    @pages.get("/answers/{id_}")
    def kept(request: Request, id_: str) -> HTMLResponse:
        found = desk.archive.find(id_)
        return answer_page(request, found.answer, found.given)

    @pages.get("/answers/{id_}/cities.csv")
    def cities(id_: str) -> Response:
        answer = desk.archive.find(id_).answer
        table = cities_csv(city_rows(answer), Texts(answer.language))
        name = {"Content-Disposition": f'attachment; filename="cities-{answer.id}.csv"'}
        return Response(table, media_type="text/csv; charset=utf-8", headers=name)

    @pages.get("/documents/{id_}")
    def document(
        request: Request, id_: str, start: int | None = None, end: int | None = None
    ) -> HTMLResponse:
        found = desk.document(id_)
        spanned = start is not None and end is not None and 0 <= start < end <= len(found.text)
        span = Span(start, end) if spanned and start is not None and end is not None else None
        return site.page(request, "document.html.jinja", document=found, span=span)

    return pages
