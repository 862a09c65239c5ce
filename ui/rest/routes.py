"""The routes under `/api`."""

from collections.abc import AsyncIterator
from contextlib import aclosing
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query
from fastapi.responses import JSONResponse, Response
from fastapi.sse import EventSourceResponse, ServerSentEvent

from assistant.answers import Answer, to_json
from assistant.questions import clean
from corpus.documents import Document
from ui.cities import CitiesQuery, CityList
from ui.desk import Desk
from ui.guards.leaving import while_there
from ui.levels import TierQuery
from ui.passages import PassageList, SearchQuery, passage_list
from ui.rest import examples
from ui.rest.bodies import (
    AskBody,
    DocumentList,
    KeptAnswer,
    ProblemBody,
    RatingBody,
    document_list,
)
from ui.rest.streaming import answer_events
from ui.suggested import (
    AdviceList,
    ArticleBody,
    SuggestionList,
    SuggestionsQuery,
    suggestion_list,
)

_PROBLEM: dict[str, Any] = {
    "model": ProblemBody,
    "content": {"application/problem+json": {"example": examples.PROBLEM}},
}
PROBLEMS: dict[int | str, dict[str, Any]] = {
    422: {**_PROBLEM, "description": "The request cannot be taken; its detail says why."},
    429: {
        **_PROBLEM,
        "description": "Too many questions; try again after the seconds of Retry-After.",
    },
}
MISSING: dict[int | str, dict[str, Any]] = {
    404: {**_PROBLEM, "description": "There is nothing of that id."}
}

Id = Annotated[str, Path(alias="id", max_length=120)]


def _example(value: object) -> dict[int | str, dict[str, Any]]:
    return {200: {"content": {"application/json": {"example": value}}}}


def rest(desk: Desk) -> APIRouter:
    """The routes over a desk."""
    api = APIRouter(prefix="/api", responses=PROBLEMS)

    @api.post(
        "/ask",
        tags=["Answers"],
        summary="Answer a question",
        response_model=Answer,
        responses=_example(examples.ANSWER),
    )
    def ask(body: AskBody) -> Response:
        """The answer object of every door.

        What the documents do not say is an answer too, with the status `refused`, and so is a
        figure that cannot be, with `invalid`. A question that is empty, too long or no text is a
        problem of status 422.
        """
        return answered(desk.ask(body.question, body.history))

    @api.post(
        "/ask/stream",
        tags=["Answers"],
        summary="Answer a question, sentence by sentence",
        response_class=EventSourceResponse,
        responses={200: {"content": {"text/event-stream": {"example": examples.STREAM}}}},
    )
    async def stream(
        body: Annotated[AskBody, Depends(_taken)],
    ) -> AsyncIterator[ServerSentEvent]:
        """Server-sent events: `start`, a `sentence` for each piece, `citations`, and `done`.

        The pieces put together are the answer's text, and `done` carries the whole object. If
        something fails on the way, the last event is `error` with a problem as its data.

        While a language model writes, an answer has no id yet: `start` has an empty one, and that
        of `done` counts, as does its status. Leaving the stream ends the writing.
        """
        events = answer_events(lambda: desk.tell(body.question, body.history))
        async with aclosing(while_there(events)) as told:
            async for event in told:
                yield event

    @api.get(
        "/answers/{id}",
        tags=["Answers"],
        summary="An answer as it was given",
        response_model=KeptAnswer,
        responses=MISSING,
    )
    def answer(id_: Id) -> Response:
        """Text, quotes and index as they were, also when the index was built anew since."""
        kept = desk.kept(id_)
        return JSONResponse({"answer": to_json(kept.answer), "given": kept.given})

    @api.post(
        "/answers/{id}/rating",
        tags=["Answers"],
        summary="Say whether an answer helped",
        status_code=204,
        responses=MISSING,
    )
    def rate(id_: Id, body: RatingBody) -> None:
        """Kept with the answer for those who look after the documents."""
        desk.archive.rate(id_, body.verdict, body.reason)

    @api.get(
        "/tier",
        tags=["Tools"],
        summary="Level for a number of criteria",
        response_model=Answer,
        responses=_example(examples.TIER),
    )
    def tier(query: Annotated[TierQuery, Query()]) -> Response:
        """The level, what is missing for the next ones, and the sentences that state the rule.

        An impossible count is an answer with the status `invalid`.
        """
        return answered(desk.level(query))

    @api.post(
        "/tier",
        tags=["Tools"],
        summary="Level for a number of criteria, from a body",
        response_model=Answer,
        responses=_example(examples.TIER),
    )
    def tier_of(body: TierQuery) -> Response:
        """As with GET."""
        return answered(desk.level(body))

    @api.get("/cities", tags=["Tools"], summary="Certified cities")
    def cities(query: Annotated[CitiesQuery, Query()]) -> CityList:
        """Each city with the award that gives its level, and the sources of it.

        A level that no source states is null. `completeness` says what is known to be missing.
        """
        return desk.cities(query)

    @api.get("/search", tags=["Documents"], summary="Passages near a question")
    def search(query: Annotated[SearchQuery, Query()]) -> PassageList:
        """The passages an answer would be looked for in, best first, with their scores."""
        return passage_list(desk.search(query))

    @api.get("/documents", tags=["Documents"], summary="All documents")
    def documents() -> DocumentList:
        """What the answers rest on."""
        return document_list(desk.catalogue.documents())

    @api.get(
        "/documents/{id}",
        tags=["Documents"],
        summary="A document, whole",
        response_model=Document,
        responses=MISSING,
    )
    def document(id_: Id) -> Response:
        """Its text as it was indexed: what `start` and `end` of a citation point into."""
        return JSONResponse(asdict(desk.document(id_)))

    @api.get("/suggestions", tags=["Suggestions"], summary="Questions that are answered")
    def suggestions(query: Annotated[SuggestionsQuery, Query()]) -> SuggestionList:
        """Each was asked and answered when the index was built; `answer` is the answer's id."""
        return suggestion_list(desk.suggestions, query)

    @api.post("/suggestions", tags=["Suggestions"], summary="Questions for an article")
    def suggestions_for(body: ArticleBody) -> AdviceList:
        """The best of them for an article, each with the sentence that calls for it."""
        return desk.advise(body)

    return api


def answered(answer: Answer) -> Response:
    """An answer as REST gives it: the same bytes as `assistant ask --json`, apart from times."""
    return JSONResponse(to_json(answer))


def _taken(body: AskBody) -> AskBody:
    """The body, if its question can be taken: a stream that has begun has no status any more."""
    clean(body.question)
    return body
