"""From what went wrong to what the one who asked is told, at whichever door."""

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from assistant.errors import (
    InvalidQuestionError,
    NoDirectoryError,
    NoStandardError,
    UnknownDocumentError,
)
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
from ui.suggested import BusyError

BUSY_S = 10
"""After so many seconds a client may try again what was too much at once."""

log = logging.getLogger(__name__)

BROKEN = Problem(500, "Something went wrong on our side; it was logged. Please try again.")
_NOT_FOUND = "There is nothing at this address."
_IN_WORDS = {
    400: "The body is not JSON that can be read.",
    404: _NOT_FOUND,
    405: "This address does not take that method.",
}

MOST_FAULTS, LONGEST_PLACE, LONGEST_TOLD = 5, 80, 300
"""How much is told of a request's faults, which may quote what was sent."""

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
            return Problem(422, faults(error.errors()))
        case HTTPException():
            allow = (error.headers or {}).get("Allow", "")
            told = _IN_WORDS.get(error.status_code, str(error.detail))
            return Problem(error.status_code, told, allow=allow)
        case InvalidQuestionError():
            return Problem(422, str(error))
        case UnknownAnswerError() | UnknownDocumentError() | NoStandardError() | NoDirectoryError():
            return Problem(404, str(error))
        case BusyError():
            return Problem(503, str(error), retry_after_s=BUSY_S)
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


def faults(errors: Sequence[Mapping[str, Any]]) -> str:
    """Pydantic's faults of a request in sentences, each with the place it stands at."""
    told = []
    for fault in errors[:MOST_FAULTS]:
        place = ".".join(str(part) for part in fault["loc"] if part not in {"body", "query"})
        message = fault["msg"].removeprefix("Value error, ")
        if fault["type"] == "json_invalid":
            told.append("The body is not valid JSON.")
        elif fault["type"] == "model_attributes_type" and not place:
            told.append("The body must be a JSON object, sent as application/json.")
        else:
            told.append(f"{place[:LONGEST_PLACE] or 'The request'}: {message[:LONGEST_TOLD]}.")
    return " ".join(told)
