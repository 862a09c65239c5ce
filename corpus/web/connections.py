"""Connections to addresses that were checked, and to no other.

The HTTP library asks us to connect to a host by its name. The name is resolved once, every address
it has is checked, and one of these very addresses is connected to: a name that means something
else a moment later (DNS rebinding) changes nothing. The library goes on to use the name for the
Host header and the certificate. Proxies that the environment names are not used: a proxy would
resolve the name by itself, and our check would be of another address than the one it reads.
"""

import socket
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from typing import Any, Never

import httpcore2

from corpus.web.deadlines import left
from corpus.web.errors import UnreachableError
from corpus.web.networks import refusal

Resolver = Callable[[str, int], Sequence[str]]
"""IP addresses of a host, best first, for a connection to a port; raises `OSError`."""


def system_resolver(host: str, port: int) -> Sequence[str]:
    """The addresses that the operating system knows a host by, within the time that is left.

    Raises:
        OSError: the name is unknown.
        httpcore2.ConnectTimeout: the time is up. The system's look-up cannot be interrupted, so
            it ends in a thread that nobody waits for.
    """
    found: Future[list[str]] = Future()

    def look_up() -> None:
        try:
            known = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.set_result([str(entry[4][0]) for entry in known])
        except (OSError, UnicodeError) as error:
            found.set_exception(OSError(str(error)))

    threading.Thread(target=look_up, daemon=True).start()
    try:
        return list(dict.fromkeys(found.result(timeout=min(left(), threading.TIMEOUT_MAX))))
    except TimeoutError as error:
        raise httpcore2.ConnectTimeout(f"{host} was not resolved in time") from error


class CheckedNetwork(httpcore2.NetworkBackend):
    """Resolves, checks, connects.

    Args:
        allow_private: whether this machine and private networks may be connected to.
        network: makes the connection, to an IP address.
    """

    def __init__(
        self,
        *,
        allow_private: bool,
        resolve: Resolver = system_resolver,
        network: httpcore2.NetworkBackend | None = None,
    ) -> None:
        self._allow_private = allow_private
        self._resolve = resolve
        self._network = network or httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to `host` at an address that may be connected to.

        Raises:
            UnreachableError: the name is unknown, or one of its addresses is off limits.
            httpcore2.ConnectError, httpcore2.ConnectTimeout: no address answers.
        """
        known = self._checked(host, port)
        for position, ip in enumerate(known):
            # An address that stays silent leaves time for the next one.
            share = _in_time(timeout) / (len(known) - position)
            try:
                stream = self._network.connect_tcp(ip, port, share, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                if position == len(known) - 1:
                    raise
            else:
                return _TimedStream(stream)
        raise UnreachableError(host, "its host has no address")

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> Never:
        """Never; raises UnreachableError."""
        raise UnreachableError(path, "it is not on the web")

    def _checked(self, host: str, port: int) -> Sequence[str]:
        try:
            known = self._resolve(host, port)
        except OSError as error:
            raise UnreachableError(host, f"its host {host} was not found") from error
        for ip in known:
            # One bad address is enough: a name that is both public and private is a trick.
            if kind := refusal(ip, allow_private=self._allow_private):
                raise UnreachableError(host, _forbidden(host, ip, kind))
        return known


class _TimedStream(httpcore2.NetworkStream):
    """A connection whose every wait ends with the deadline of whoever waits."""

    def __init__(self, stream: httpcore2.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _in_time(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _in_time(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: Any,  # noqa: ANN401  (an `ssl.SSLContext` or truststore's)
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        inner = self._stream.start_tls(ssl_context, server_hostname, _in_time(timeout))
        return _TimedStream(inner)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401  (as the library has it)
        return self._stream.get_extra_info(info)


def _in_time(timeout: float | None) -> float:
    """Seconds that one wait may last."""
    remaining = min(left(), threading.TIMEOUT_MAX)
    if remaining <= 0:
        raise httpcore2.ReadTimeout("the time is up")
    return remaining if timeout is None else min(timeout, remaining)


def _forbidden(host: str, ip: str, kind: str) -> str:
    subject = f"{ip} is" if ip == host else f"its host has the address {ip}, which is"
    return f"{subject} {kind}, and such addresses are not read" + (
        " unless the setting web.allow_private is on" if not refusal(ip, allow_private=True) else ""
    )
