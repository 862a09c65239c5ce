"""Fetching documents from the web, within what `WebRules` allow.

Bytes come out of here; what they say is for the readers of documents. Import this module where
something is fetched, not before: answering needs none of it.
"""

import logging
import math
import ssl
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from types import TracebackType
from typing import Final, Self

import httpcore2
import tenacity

from corpus.web.addresses import PORTS, Address, joined, parse
from corpus.web.bodies import check_length, media, read_beginning, read_body
from corpus.web.connections import CheckedNetwork, Resolver, system_resolver
from corpus.web.deadlines import left, within
from corpus.web.errors import FetchError, PassingError, UnreachableError
from corpus.web.faults import check_passing, connection_error, status_error
from corpus.web.fetched import Fetched, Unchanged
from corpus.web.replies import Reply, drain, headers_of
from corpus.web.robots import MAX_BYTES as MOST_OF_ROBOTS
from corpus.web.robots import Robots
from corpus.web.rules import WebRules
from corpus.web.turns import Turns

log = logging.getLogger(__name__)

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_FOUND = frozenset({200, 203})
_UNCHANGED: Final = 304
_FIRST_WAIT_S = 0.5
_CONNECTIONS = 8
_ACCEPTED = "text/html, application/pdf, text/plain;q=0.9, */*;q=0.8"

_Read = Callable[[Address, Reply, httpcore2.Response], bytes]
"""Takes the body of an answer that has one; may refuse it by its headers."""


class Fetcher:
    """Reads web addresses; a context manager that keeps its connections, for several threads.

    Args:
        resolve: how host names become IP addresses.
        trust: certificates that are trusted; those of the operating system unless given.
    """

    def __init__(
        self,
        rules: WebRules,
        *,
        resolve: Resolver = system_resolver,
        trust: ssl.SSLContext | None = None,
    ) -> None:
        self._rules = rules
        self._turns = Turns()
        self._robots = Robots(rules, self._read_robots)
        # The pool reads no environment: no proxy, no .netrc, and it has no cookies.
        self._pool = httpcore2.ConnectionPool(
            ssl_context=trust or httpcore2.default_ssl_context(),
            max_connections=_CONNECTIONS,
            keepalive_expiry=30,
            network_backend=CheckedNetwork(allow_private=rules.allow_private, resolve=resolve),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection."""
        self._pool.close()

    def fetch(self, address: str, *, etag: str = "", modified: str = "") -> Fetched | Unchanged:
        """What stands at `address`, or that it has not changed.

        Args:
            etag, modified: of what was fetched before, if it is still at hand.

        Raises:
            GoneError: there is no such document, or no longer.
            UnreachableError: its host is unknown, off limits, silent or not to be trusted.
            PassingError: it may be there another time.
            FetchError: it cannot be read for any other reason.
        """
        start = parse(address)
        try:
            final, reply = self._answer(start, _conditions(etag, modified))
        except FetchError as error:
            if error.address == str(start):
                raise
            raise error.behind(str(start)) from error
        log.info("%s: %d, %d bytes", start, reply.status, len(reply.body))
        new_etag, new_modified = reply.header("etag"), reply.header("last-modified")
        today = datetime.now(UTC).date().isoformat()
        if reply.status == _UNCHANGED:
            return Unchanged(str(start), new_etag or etag, new_modified or modified, today)
        media_type, charset = media(str(start), reply.header("content-type"))
        return Fetched(
            address=str(start),
            final_address=str(final),
            content=reply.body,
            media_type=media_type,
            charset=charset,
            etag=new_etag,
            modified=new_modified,
            retrieved=today,
        )

    def _answer(self, start: Address, conditions: Mapping[str, str]) -> tuple[Address, Reply]:
        """A document or word that it is unchanged, and where that was; raises as `_follow`."""
        with within(self._rules.seconds):
            final, reply = self._follow(
                start, conditions, read=self._read_page, admit=self._take_turn
            )
        if reply.status in _FOUND or (reply.status == _UNCHANGED and conditions):
            return final, reply
        raise status_error(str(final), reply.status)

    def _follow(
        self,
        start: Address,
        headers: Mapping[str, str],
        *,
        read: _Read,
        admit: Callable[[Address, Address | None], None],
    ) -> tuple[Address, Reply]:
        """The answer behind all redirects, and where it was.

        Args:
            admit: called with each address before it is asked, and with the one that led to it.

        Raises:
            FetchError: told of the very address that cannot be read, which may be a redirect's.
        """
        here, before = start, None
        seen = {str(start)}
        for _ in range(self._rules.redirects + 1):
            self._check_reach(here)
            admit(here, before)
            reply = self._patiently(here, headers, read)
            location = reply.header("location")
            if reply.status not in _REDIRECTS or not location:
                return here, reply
            before, here = here, joined(here, location)
            if str(here) in seen:
                raise FetchError(str(start), f"it redirects in a circle, back to {here}")
            seen.add(str(here))
        raise FetchError(
            str(start), f"it redirects more than {self._rules.redirects} times, at last to {here}"
        )

    def _check_reach(self, address: Address) -> None:
        """Refuse other services than the web's; what a host's name stands for is checked later."""
        if self._rules.allow_private:
            return
        if address.port not in PORTS.values():
            reason = (
                f"it names port {address.port}, and only 80 and 443 are read unless the setting "
                "web.allow_private is on"
            )
            raise UnreachableError(str(address), reason)

    def _take_turn(self, address: Address, before: Address | None) -> None:
        asked_s = self._robots.check(address)
        if before is None or before.host != address.host:
            self._turns.take(address.host, pause_s=max(asked_s, self._rules.pause_s))

    def _patiently(self, address: Address, headers: Mapping[str, str], read: _Read) -> Reply:
        """Ask, and ask again after faults of the moment, as long as there is time."""
        trying = tenacity.Retrying(
            stop=lambda state: (
                state.attempt_number > self._rules.retries or state.upcoming_sleep >= left()
            ),
            wait=_asked_or_doubled,
            retry=tenacity.retry_if_exception_type(PassingError),
            reraise=True,
        )
        return trying(self._ask, address, headers, read)

    def _ask(self, address: Address, headers: Mapping[str, str], read: _Read) -> Reply:
        sent: list[tuple[bytes | str, bytes | str]] = [
            ("Host", address.authority),
            ("User-Agent", self._rules.user_agent),
            ("Accept", _ACCEPTED),
            ("Accept-Encoding", "gzip"),
            *headers.items(),
        ]
        url = httpcore2.URL(
            scheme=address.scheme, host=address.host, port=address.port, target=address.target
        )
        try:
            with self._pool.stream("GET", url, headers=sent, extensions=_waits()) as response:
                reply = Reply(response.status, headers_of(response))
                check_passing(address, reply.status, reply.headers)
                if reply.status not in _FOUND:
                    drain(reply, response)
                    return reply
                return Reply(reply.status, reply.headers, read(address, reply, response))
        except UnreachableError as error:
            raise UnreachableError(str(address), error.reason) from error
        except httpcore2.TimeoutException as error:
            reason = f"it did not come within {self._rules.seconds:g} seconds"
            raise PassingError(str(address), reason) from error
        except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
            raise connection_error(address, error) from error

    def _read_page(self, address: Address, reply: Reply, response: httpcore2.Response) -> bytes:
        most = self._rules.max_bytes
        media(str(address), reply.header("content-type"))
        check_length(str(address), reply.header("content-length"), most)
        return read_body(
            str(address),
            response.iter_stream(),
            encoding=reply.header("content-encoding"),
            max_bytes=most,
        )

    def _read_robots(self, address: Address) -> str:
        """The text of a robots.txt; empty where there is none."""

        def read(_: Address, reply: Reply, response: httpcore2.Response) -> bytes:
            encoding = reply.header("content-encoding")
            pieces = response.iter_stream()
            return read_beginning(str(address), pieces, encoding=encoding, max_bytes=MOST_OF_ROBOTS)

        with within(self._rules.seconds):
            final, reply = self._follow(address, {}, read=read, admit=lambda *_: None)
        if reply.status in _FOUND or 400 <= reply.status < 500:
            return reply.body.decode("utf-8-sig", errors="replace")
        raise PassingError(str(final), f"its server answers with status {reply.status}")


def _conditions(etag: str, modified: str) -> Mapping[str, str]:
    """Headers that ask for a document only if it has changed.

    Servers invent tags that may not be sent back; their documents are fetched anew.
    """
    asked = {"If-None-Match": etag, "If-Modified-Since": modified}
    return {
        name: value
        for name, value in asked.items()
        if value and value.isascii() and value.isprintable()
    }


def _asked_or_doubled(state: tenacity.RetryCallState) -> float:
    """Seconds before the next try: what the server asks for, or twice the last."""
    error = state.outcome.exception() if state.outcome else None
    asked = error.wait_s if isinstance(error, PassingError) else 0.0
    return max(asked, math.ldexp(_FIRST_WAIT_S, state.attempt_number - 1))


def _waits() -> dict[str, dict[str, float]]:
    """How long a free connection is waited for; a connection's own waits see to themselves."""
    return {"timeout": {"pool": max(left(), 0.0)}}
