"""Errors in the form of the door they happened at.

REST speaks problem+json (RFC 9457), the OpenAI-compatible door OpenAI's error object, MCP an error
of JSON-RPC, the widget a paragraph of HTML, and everything else is a page. A door is known by its
path, so that a request that no route has seen yet (too long, too many) is answered in its form too.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
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
    """

    status: int
    detail: str
    retry_after_s: int | None = None

    @property
    def title(self) -> str:
        """The status in words."""
        return HTTPStatus(self.status).phrase

    @property
    def headers(self) -> dict[str, str]:
        """Those that go with it, whatever the form."""
        return {} if self.retry_after_s is None else {"Retry-After": str(self.retry_after_s)}


def is_at(path: str, door: str) -> bool:
    """Whether a path belongs to a door."""
    return path == door or path.startswith(door + "/")


def as_json(problem: Problem) -> Response:
    """As problem+json, RFC 9457."""
    body = {
        "type": "about:blank",
        "title": problem.title,
        "status": problem.status,
        "detail": problem.detail,
    }
    return _response(problem, body, "application/problem+json")


def as_openai(problem: Problem) -> Response:
    """As OpenAI's interface tells errors."""
    kind = {429: "rate_limit_error", 404: "not_found_error"}.get(problem.status)
    kind = kind or ("server_error" if problem.status >= 500 else "invalid_request_error")
    error = {"message": problem.detail, "type": kind, "param": None, "code": None}
    return _response(problem, {"error": error}, "application/json")


def as_rpc(problem: Problem) -> Response:
    """As an error of JSON-RPC 2.0; the request was not read, so its id is not known."""
    code = -32603 if problem.status >= 500 else -32600
    error = {"code": code, "message": problem.detail}
    return _response(problem, {"jsonrpc": "2.0", "id": None, "error": error}, "application/json")


def as_fragment(problem: Problem) -> Response:
    """As a paragraph, for a page that takes in fragments of HTML."""
    said = f'<p class="wrong" lang="en">{escape(problem.detail)}</p>'
    return Response(said, problem.status, problem.headers, "text/html")


def _response(problem: Problem, body: Mapping[str, object], media_type: str) -> Response:
    content = json.dumps(body, ensure_ascii=False).encode()
    return Response(content, problem.status, problem.headers, media_type)
