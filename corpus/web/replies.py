"""An answer of HTTP, once it has come."""

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass

import httpcore2

_DRAINED_BYTES = 65_536


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer of HTTP; header names in lower case, a body only where one was asked for."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""

    def header(self, name: str) -> str:
        """A header's value; empty if there is none."""
        return self.headers.get(name, "")


def headers_of(response: httpcore2.Response) -> Mapping[str, str]:
    """Header values by lower-case name; the first counts where a name is repeated."""
    found: dict[str, str] = {}
    for name, value in response.headers:
        # Locations come in UTF-8 at times, where only ASCII is allowed.
        try:
            text = value.decode("utf-8")
        except UnicodeDecodeError:
            text = value.decode("latin-1")
        found.setdefault(name.decode("latin-1").lower(), text)
    return found


def drain(reply: Reply, response: httpcore2.Response) -> None:
    """Read a short body that nobody wants, which leaves the connection free for the next page."""
    length = reply.header("content-length")
    if length.isdecimal() and int(length) <= _DRAINED_BYTES:
        with contextlib.suppress(
            httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.TimeoutException
        ):
            response.read()
