"""Connections that can be broken off by another thread than the one that waits for them.

Whoever waits for a server that is silent, or that sends without end what cannot be read, notices
nothing until a time-out of its own. So a call notes the connections that it opens on a `Line`,
which can be cut at any moment; the server sees it at once and need not go on.
"""

import contextlib
import socket
import threading
from collections.abc import Callable, Mapping, MutableMapping
from contextvars import ContextVar
from typing import Any, Protocol, TypeVar

Client = TypeVar("Client")

_OPENED = {"connection.connect_tcp.complete", "connection.start_tls.complete"}


class Request(Protocol):
    """A request of httpx, or of one of its kind."""

    extensions: MutableMapping[str, Any]


class Response(Protocol):
    """A response of httpx, or of one of its kind."""

    def close(self) -> None:
        """Let go of it, read or not."""
        ...


class Line:
    """The connections of one call, and the responses that came on them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._responses: list[Response] = []
        self._is_cut = False

    def use(self) -> None:
        """Note on this line what the running thread opens from now on."""
        _LINE.set(self)

    def cut(self) -> None:
        """Break off what is open, and what will be opened."""
        with self._lock:
            self._is_cut = True
            for own in self._sockets:
                _shut(own)

    def close(self) -> None:
        """Let go of what was opened; for the thread that used it, once it is done.

        A response that is left to the garbage collector closes itself wherever that runs: in the
        middle of the next request, for instance, whose lock it then waits for without end.
        """
        self.cut()
        for response in self._responses:
            with contextlib.suppress(Exception):  # whatever a broken connection makes of it
                response.close()
        for own in self._sockets:
            own.close()

    def note(self, event: str, info: Mapping[str, Any]) -> None:
        """Take note of what httpcore says of a request's way."""
        if event not in _OPENED:
            return
        opened = info["return_value"].get_extra_info("socket")
        with self._lock:
            self._sockets.append(opened)
            if self._is_cut:
                _shut(opened)

    def hear(self, response: Response) -> None:
        """Take note of a response."""
        self._responses.append(response)


_LINE: ContextVar[Line | None] = ContextVar("_LINE", default=None)


def watched_client(made: Callable[..., Client], *, timeout_s: float) -> Client:
    """A client whose connections stand on the line in use; each serves one request.

    It follows no redirection, so that a key goes nowhere but where it is for.

    Args:
        made: makes the client of a provider's kind, with the limits of `httpx.Client`.
    """
    from httpx import Limits

    return made(
        timeout=timeout_s,
        follow_redirects=False,
        event_hooks=HOOKS,
        limits=Limits(max_keepalive_connections=0),
    )


def watch(request: Request) -> None:
    """Note the connection of a request on the line in use, if any."""
    if line := _LINE.get():
        request.extensions["trace"] = line.note


def listen(response: Response) -> None:
    """Note a response on the line in use, if any."""
    if line := _LINE.get():
        line.hear(response)


HOOKS: Mapping[str, list[Callable[[Any], None]]] = {"request": [watch], "response": [listen]}
"""For a client of httpx, or of one of its kind, that `watched_client` does not make."""


def _shut(own: socket.socket) -> None:
    with contextlib.suppress(OSError):  # it is closed already
        # Not as TLS would, which waits for the other side's leave.
        socket.socket.shutdown(own, socket.SHUT_RDWR)
