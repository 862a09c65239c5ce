"""The page of an answer: where a question is asked, and where its answer stays."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from assistant.answers import Answer
from ui.archive import Kept
from ui.markup.drawings import cities_csv, city_rows
from ui.pages.caching import Freshness, cached
from ui.pages.languages import language_of
from ui.pages.site import READ, Site
from ui.rendering import plain_text
from ui.texts import Texts

DESCRIPTION = 160
"""Characters of an answer that a search engine or a shared link shows, at most."""


def answer_pages(site: Site) -> APIRouter:
    """Their routes."""
    pages = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)
    desk = site.desk

    @pages.api_route("/ask", methods=READ)
    def ask(
        request: Request, q: str = "", after: Annotated[str, Query(max_length=64)] = ""
    ) -> Response:
        if not q.strip():
            if after:
                return RedirectResponse(f"/answers/{desk.kept(after).answer.id}", 303)
            return RedirectResponse(f"/?{urlencode({'lang': language_of(request)})}", 303)
        answer = desk.follow(q, after) if after else desk.ask(q)
        return answer_page(site, request, desk.kept(answer.id), "own")

    @pages.api_route("/answers/{id_}", methods=READ)
    def kept(request: Request, id_: str) -> Response:
        return answer_page(site, request, desk.kept(id_), "shared")

    @pages.api_route("/answers/{id_}/cities.csv", methods=READ)
    def cities(id_: str) -> Response:
        answer = desk.kept(id_).answer
        table = cities_csv(city_rows(answer), Texts(answer.language))
        name = {"Content-Disposition": f'attachment; filename="cities-{answer.id}.csv"'}
        return Response(table, media_type="text/csv; charset=utf-8", headers=name)

    return pages


def answer_page(site: Site, request: Request, kept: Kept, freshness: Freshness) -> Response:
    """An answer as it was given, with what can be done from there."""
    answer = kept.answer
    current = answer.index.id == site.desk.assistant.index.id
    permanent = site.address(request, f"/answers/{answer.id}")
    page = site.page(
        request,
        "answer.html.jinja",
        language=answer.language if "lang" not in request.query_params else None,
        answer=answer,
        kept=kept,
        current=current,
        # Of free questions there is no end, and old answers are not what one should find.
        indexed=current and site.is_suggested(answer.id),
        newest=max((citation.published for citation in answer.citations), default=""),
        permanent=permanent,
        summary=summary(answer),
        structured=question_and_answer(kept, permanent),
    )
    return cached(request, page, freshness)


def summary(answer: Answer) -> str:
    """The beginning of an answer, for those who see the link only."""
    text = plain_text(answer)
    if len(text) <= DESCRIPTION:
        return text
    return text[:DESCRIPTION].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"


def question_and_answer(kept: Kept, permanent: str) -> dict[str, object]:
    """The page for machines: schema.org's QAPage."""
    answer = kept.answer
    quotes = [
        {
            "@type": "Quotation",
            "text": citation.quote,
            "isPartOf": {"@type": "CreativeWork", "name": citation.title},
        }
        for citation in answer.citations
    ]
    return {
        "@context": "https://schema.org",
        "@type": "QAPage",
        "url": permanent,
        "inLanguage": answer.language,
        "mainEntity": {
            "@type": "Question",
            "name": answer.question,
            "text": answer.question,
            "answerCount": 1,
            "dateCreated": kept.given,
            "acceptedAnswer": {
                "@type": "Answer",
                "text": plain_text(answer),
                "url": permanent,
                "dateCreated": kept.given,
                "citation": quotes,
            },
        },
    }
