"""From what went wrong to what the one who asked is told, at whichever door."""

import logging
from collections.abc import Callable

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from assistant.errors import InvalidQuestionError, UnknownDocumentError
from corpus.errors import ProgrammeAssistantError
from ui.archive import ArchiveError, UnknownAnswerError
from ui.guards.problems import (
    API,
    MCP,
    OPENAI,
    WIDGET,
    Problem,
    as_fragment,
    as_json,
    as_openai,
    as_rpc,
    is_at,
)

log = logging.getLogger(__name__)

BROKEN = Problem(500, "Something went wrong on our side; it was logged. Please try again.")
_NOT_FOUND = "There is nothing at this address."
_IN_WORDS = {
    404: _NOT_FOUND,
    405: "This address does not take that method.",
}

Page = Callable[[Request, Problem], Response]


class Responder:
    """Puts a problem into the form of the door it happened at."""

    def __init__(self, page: Page) -> None:
        """`page` renders it for readers of pages."""
        self._page = page

    def __call__(self, request: Request, problem: Problem) -> Response:
        """The response, by the path that was asked."""
        path = request.url.path
        if is_at(path, API):
            return as_json(problem)
        if is_at(path, OPENAI):
            return as_openai(problem)
        if is_at(path, MCP):
            return as_rpc(problem)
        if is_at(path, WIDGET):
            return as_fragment(problem)
        return self._page(request, problem)


def problem_of(error: Exception) -> Problem:
    """What an error means to the one who asked; our own faults are logged, never shown."""
    match error:
        case RequestValidationError():
            return Problem(422, _validation(error))
        case HTTPException():
            return Problem(error.status_code, _IN_WORDS.get(error.status_code, str(error.detail)))
        case InvalidQuestionError():
            return Problem(422, str(error))
        case UnknownAnswerError() | UnknownDocumentError():
            return Problem(404, str(error))
        case ArchiveError():
            log.error("%s", error)
            return Problem(503, "Answers cannot be kept at the moment. Please try again later.")
        case ProgrammeAssistantError():
            return Problem(400, str(error))
        case _:
            log.error("A request failed", exc_info=error)
            return BROKEN


def handle_errors(service: FastAPI, respond: Responder) -> None:
    """Have every error of the service told in its door's form."""

    async def handle(request: Request, error: Exception) -> Response:
        return respond(request, problem_of(error))

    for kind in (RequestValidationError, HTTPException, ProgrammeAssistantError, Exception):
        service.add_exception_handler(kind, handle)


def _validation(error: RequestValidationError) -> str:
    """The faults of a request, each with the place it stands at."""
    faults = []
    for fault in error.errors()[:5]:
        place = ".".join(str(part) for part in fault["loc"] if part not in {"body", "query"})
        if fault["type"] == "json_invalid":
            faults.append("The body is not valid JSON.")
        else:
            faults.append(f"{place or 'The body'}: {fault['msg']}.")
    return " ".join(faults)
