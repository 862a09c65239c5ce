"""How much one client may ask: bodies of a size, and so many questions a minute."""

import math
import time
from collections.abc import Callable, Collection

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.guards.problems import API, Problem, is_at

Respond = Callable[[Request, Problem], Response]
"""Puts a problem into the form of the door that was asked."""


class Allowance:
    """So many questions a minute for each client, whichever door it takes."""

    def __init__(self, asked_per_minute: int) -> None:
        self._limit = RateLimitItemPerMinute(asked_per_minute)
        self._window = MovingWindowRateLimiter(MemoryStorage())

    def take(self, client: str) -> Problem | None:
        """Count a question; the problem if it is one too many."""
        if self._window.hit(self._limit, client):
            return None
        again = self._window.get_window_stats(self._limit, client).reset_time
        wait_s = max(1, math.ceil(again - time.time()))
        return Problem(
            429,
            f"That is more than {self._limit.amount} questions in a minute. "
            f"Please ask again in {wait_s} seconds.",
            retry_after_s=wait_s,
        )


class LimitRates:
    """Middleware that counts requests to the paths where something is asked."""

    def __init__(
        self, app: ASGIApp, *, allowance: Allowance, asking: Collection[str], respond: Respond
    ) -> None:
        self._app = app
        self._allowance = allowance
        self._asking = frozenset(asking)
        self._respond = respond

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer that it is one too many."""
        if scope["type"] == "http" and self._asks(scope["method"], scope["path"].rstrip("/")):
            request = Request(scope, receive)
            if problem := self._allowance.take(client_of(request)):
                await self._respond(request, problem)(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _asks(self, method: str, path: str) -> bool:
        # Whatever is posted to REST is worked out or written down.
        return path in self._asking or (method == "POST" and is_at(path, API))


class LimitBodies:
    """Middleware that reads no body longer than a limit, told or not."""

    def __init__(self, app: ASGIApp, *, max_bytes: int, respond: Respond) -> None:
        self._app = app
        self._max_bytes = max_bytes
        self._respond = respond

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on with its body read, or answer that it is too long."""
        if scope["type"] != "http" or scope["method"] in {"GET", "HEAD", "OPTIONS"}:
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        told = request.headers.get("content-length", "")
        body = b""
        if not told.isdigit() or int(told) <= self._max_bytes:
            more = True
            while more and len(body) <= self._max_bytes:
                message = await receive()
                if message["type"] == "http.disconnect":
                    return
                body += message.get("body", b"")
                more = message.get("more_body", False)
            if len(body) <= self._max_bytes:
                await self._app(scope, _replay(body, receive), send)
                return
        problem = Problem(
            413, f"The request is longer than {self._max_bytes:,} bytes. Please send less at once."
        )
        await self._respond(request, problem)(scope, receive, send)


def client_of(request: Request) -> str:
    """Who asks, by address; behind a proxy uvicorn puts the reader's address here."""
    return request.client.host if request.client else "unknown"


def _replay(body: bytes, receive: Receive) -> Receive:
    told = False

    async def replay() -> Message:
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replay
