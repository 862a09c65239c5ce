"""Errors in the form of the door they happened at.

REST speaks problem+json (RFC 9457), the OpenAI-compatible door OpenAI's error object, MCP an error
of JSON-RPC, the widget a paragraph of HTML, and everything else is a page. A door is known by its
path, so that a request that no route has seen yet (too long, too many) is answered in its form too.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus

from markupsafe import escape
from starlette.responses import Response

API, OPENAI, MCP, WIDGET = "/api", "/v1", "/mcp", "/widget"


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong, for the one who asked.

    Attributes:
        status: HTTP status.
        detail: what went wrong and what to do, in plain sentences.
        retry_after_s: seconds after which to try again; None where trying again won't help.
        allow: methods that the address does take, where it does not take this one.
    """

    status: int
    detail: str
    retry_after_s: int | None = None
    allow: str = ""

    @property
    def title(self) -> str:
        """The status in words."""
        return HTTPStatus(self.status).phrase

    @property
    def headers(self) -> dict[str, str]:
        """Those that go with it, whatever the form."""
        headers = {} if self.retry_after_s is None else {"Retry-After": str(self.retry_after_s)}
        return {**headers, "Allow": self.allow} if self.allow else headers


def is_at(path: str, door: str) -> bool:
    """Whether a path belongs to a door."""
    return path == door or path.startswith(door + "/")


def as_json(problem: Problem) -> Response:
    """As problem+json, RFC 9457."""
    return _response(problem, body_of(problem), "application/problem+json")


def body_of(problem: Problem) -> dict[str, object]:
    """The members of problem+json."""
    return {
        "type": "about:blank",
        "title": problem.title,
        "status": problem.status,
        "detail": problem.detail,
    }


def as_openai(problem: Problem) -> Response:
    """As OpenAI's interface tells errors; it has 400 for every request it cannot take."""
    if problem.status == 422:
        problem = replace(problem, status=400)
    return _response(problem, {"error": openai_error(problem)}, "application/json")


def openai_error(problem: Problem) -> dict[str, object]:
    """The members of an error of OpenAI's interface."""
    kind = {429: "rate_limit_error", 404: "not_found_error"}.get(problem.status)
    kind = kind or ("server_error" if problem.status >= 500 else "invalid_request_error")
    return {"message": problem.detail, "type": kind, "param": None, "code": None}


def as_rpc(problem: Problem, code: int | None = None, id_: object = None) -> Response:
    """As an error of JSON-RPC 2.0.

    Args:
        code: JSON-RPC's for it; told from the status if left out.
        id_: the request's; None where it was not read.
    """
    code = code or (-32603 if problem.status >= 500 else -32600)
    error = {"code": code, "message": problem.detail}
    return _response(problem, {"jsonrpc": "2.0", "id": id_, "error": error}, "application/json")


def as_fragment(problem: Problem) -> Response:
    """As a paragraph, for a page that takes in fragments of HTML."""
    said = f'<p class="wrong" lang="en">{escape(problem.detail)}</p>'
    return Response(said, problem.status, problem.headers, "text/html")


def _response(problem: Problem, body: Mapping[str, object], media_type: str) -> Response:
    # What a client sent may be quoted in it, and need not be text.
    content = json.dumps(body, ensure_ascii=False).encode(errors="replace")
    return Response(content, problem.status, problem.headers, media_type)
