"""The widget's door: its script, the fragments it takes in, and what publishers read about it."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from starlette.concurrency import run_in_threadpool

from assistant.conversation import Turn
from corpus.documents import Document
from ui.desk import Desk
from ui.markup.templates import Templates
from ui.pages.languages import language_of
from ui.pages.site import Site
from ui.texts import Texts
from ui.widget.questions import MOST, for_article, for_documents
from ui.widget.script import embed_script
from ui.widget.snippet import snippet

USUAL = 4
"""How many questions stand under an article unless it says otherwise."""
MAX_TURNS = 6
"""So many answers before a follow-up are looked at, the latest."""
EXAMPLE = "topic-participation-and-budgets"
"""The document that our example of an article rests on."""

Count = Annotated[int, Query(ge=1, le=MOST)]
Ids = Annotated[list[str], Query(max_length=10)]
Answers = Annotated[list[str], Query(default_factory=list, max_length=100)]


def widget_door(site: Site, templates: Templates) -> APIRouter:
    """Its routes."""
    door = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)
    desk = site.desk
    script = embed_script(desk.programme.name)

    @door.api_route("/embed.js", methods=["GET", "HEAD"])
    def embed_js(request: Request) -> Response:
        headers = {
            "ETag": f'"{script.digest}"',
            "Cache-Control": "public, max-age=3600",
            # Any page may load it; what it may then ask is decided for each site.
            "Access-Control-Allow-Origin": "*",
            "Cross-Origin-Resource-Policy": "cross-origin",
        }
        if script.digest in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        return Response(script.content, headers=headers, media_type="text/javascript")

    @door.get("/widget/questions")
    def by_document(request: Request, document: Ids, count: Count = USUAL) -> HTMLResponse:
        found = [desk.document(id_) for id_ in document]
        return fragment(questions_for(desk, found, request, count))

    @door.post("/widget/article")
    async def by_text(request: Request, count: Count = USUAL) -> HTMLResponse:
        raw = await request.body()
        language = language_of(request)
        find = partial(for_article, desk, raw, language=language, count=count)
        return fragment(await run_in_threadpool(find))

    @door.get("/widget/answer")
    def answer(after: Answers, q: str = "") -> HTMLResponse:
        given = desk.ask(q, _turns(desk, after))
        texts = Texts(given.language)
        shown = templates.render("widget_answer.html.jinja", answer=given, texts=texts)
        return HTMLResponse(shown)

    def fragment(questions: list[str]) -> HTMLResponse:
        return HTMLResponse(templates.render("widget_questions.html.jinja", questions=questions))

    def lines(request: Request, documents: list[Document], count: int) -> str:
        return snippet(
            questions_for(desk, documents, request, count),
            address=site.address(request, ""),
            language=language_of(request),
            templates=templates,
            documents=[document.id for document in documents],
        )

    @door.get("/embed")
    def embed(request: Request, document: str = "", count: Count = USUAL) -> HTMLResponse:
        every = sorted(desk.catalogue.documents(), key=lambda d: d.title)
        shown = desk.document(document) if document else every[0]
        return site.page(
            request,
            "embed.html.jinja",
            documents=every,
            chosen=shown.id,
            has_example=any(document.id == EXAMPLE for document in every),
            count=count,
            most=MOST,
            origins=desk.settings.service.origins,
            snippet=lines(request, [shown], count),
        )

    @door.get("/example")
    def example(request: Request) -> HTMLResponse:
        shown = lines(request, [desk.document(EXAMPLE)], USUAL)  # only of the shipped programme
        return site.page(request, "example.html.jinja", document=EXAMPLE, snippet=shown)

    return door


def questions_for(desk: Desk, documents: list[Document], request: Request, count: int) -> list[str]:
    """The questions under an article that rests on documents, in the request's language."""
    language = language_of(request)
    return for_documents(documents, desk.suggestions, language=language, count=count)


def _turns(desk: Desk, answers: list[str]) -> list[Turn]:
    """What was said before, by the ids of the answers given."""
    turns = []
    for id_ in answers[-MAX_TURNS:]:
        given = desk.archive.find(id_).answer
        turns += [
            Turn(role="user", content=given.question),
            Turn(role="assistant", content=given.text),
        ]
    return turns
