"""A web site on the loopback that answers as a test has it answer, and keeps what it was asked."""

import contextlib
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that came; header names in lower case, `at` on `time.monotonic`'s clock."""

    path: str
    headers: Mapping[str, str]
    at: float


@dataclass(frozen=True, slots=True)
class Page:
    """An answer with its length told."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wire:
    """What goes over the wire as it is, status line included; a number is a wait in seconds."""

    pieces: Iterable[bytes | float]


Answer = Page | Wire | Callable[[Asked], Page | Wire]


def moved(location: str, status: int = 302) -> Page:
    return Page(b"moved", status, {"Location": location})


class Site:
    """Serves `pages` by path; anything else is not found.

    Attributes:
        asked: every request, in order.
        connections: how many were made.
    """

    def __init__(self, pages: Mapping[str, Answer], trust: ssl.SSLContext | None = None) -> None:
        self.pages = dict(pages)
        self.asked: list[Asked] = []
        self.connections = 0
        self.server = _Server(self, trust)
        self.port = self.server.server_port
        self.root = f"{'https' if trust else 'http'}://127.0.0.1:{self.port}"

    @property
    def paths(self) -> Sequence[str]:
        return [asked.path for asked in self.asked]


@contextlib.contextmanager
def served(pages: Mapping[str, Answer], *, trust: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site that is up while the block runs."""
    site = Site(pages, trust)
    thread = threading.Thread(target=site.server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield site
    finally:
        site.server.shutdown()
        thread.join()
        site.server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, site: Site, trust: ssl.SSLContext | None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.site = site
        if trust:
            # The handshake is each connection's own affair, so that a refused one blocks nobody.
            self.socket = trust.wrap_socket(
                self.socket, server_side=True, do_handshake_on_connect=False
            )

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that leave early are what many tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def setup(self) -> None:
        super().setup()
        self.server.site.connections += 1

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        asked = Asked(self.path, headers, time.monotonic())
        self.server.site.asked.append(asked)
        answer = self.server.site.pages.get(self.path.partition("?")[0], Page(b"none", 404))
        if callable(answer):
            answer = answer(asked)
        if isinstance(answer, Page):
            self._send_page(answer)
        else:
            self._send_pieces(answer)

    def _send_page(self, page: Page) -> None:
        self.send_response(page.status)
        for name, value in page.headers.items():
            self.send_header(name, value)
        if page.status != 304:
            self.send_header("Content-Length", str(len(page.body)))
        self.end_headers()
        self.wfile.write(page.body)

    def _send_pieces(self, wire: Wire) -> None:
        self.close_connection = True
        for piece in wire.pieces:
            if isinstance(piece, bytes):
                self.wfile.write(piece)
                self.wfile.flush()
            else:
                time.sleep(piece)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (as the base names it)
        """Nothing is logged."""
