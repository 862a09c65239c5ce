import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from fastapi import FastAPI
from filelock import FileLock
from playwright.sync_api import Browser, Page, sync_playwright

from assistant.settings import ServiceSettings, Settings
from assistant.suggestions.store import Trials
from ui.desk import Desk, open_desk
from ui.guards.errors import Responder, handle_errors
from ui.guards.headers import SecureHeaders
from ui.markup.templates import Templates
from ui.pages.answering import answer_pages
from ui.pages.machines import machine_pages
from ui.pages.reading import reading_pages
from ui.pages.site import Site

ROOT = Path(__file__).parents[2]
Run = Callable[..., subprocess.CompletedProcess[str]]


def child_environment(settings: Settings, home: Path) -> dict[str, str]:
    """A child's environment: an empty home, and the index that the session has built."""
    own = ("ASSISTANT_", "XDG_")
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(own)}
    return {
        **inherited,
        "HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "ASSISTANT_DATA_DIR": str(settings.data_dir),
        "ASSISTANT_CACHE_DIR": str(settings.cache_dir),
    }


@pytest.fixture
def environment(shipped_settings: Settings, tmp_path: Path) -> dict[str, str]:
    """As `child_environment`, with the test's own folder as home."""
    return child_environment(shipped_settings, tmp_path)


@pytest.fixture
def run(environment: dict[str, str], tmp_path: Path) -> Run:
    """The command as a user runs it: arguments in, output, errors and exit code out."""

    def run(
        *arguments: str | bytes, stdin: str = "", changes: Sequence[tuple[str, str]] = ()
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "ui.cli", *arguments],
            cwd=tmp_path,
            env={**environment, **dict(changes)},
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


# Without these Chromium looks for Google's hosts at every start.
QUIET = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str:
    """A Chromium that is here, else one installed now; failing that, what to do about it.

    Of several processes of tests one installs it, and the others wait for it.
    """
    with FileLock(Path(tempfile.gettempdir()) / "programme-assistant-chromium.lock"):
        return _found_or_installed()


def _found_or_installed() -> str:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False)
        if found := shutil.which("chromium"):
            return found
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    if not own.exists():
        pytest.fail(
            "No Chromium is here and none could be installed. Install Debian's package "
            "'chromium', or run: .venv/bin/playwright install chromium"
        )
    return str(own)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    sandbox = ["--no-sandbox"] if root else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=[*QUIET, *sandbox], headless=True
        )
        yield browser
        browser.close()


@contextlib.contextmanager
def served(environment: Mapping[str, str], folder: Path, *, port: int = 0) -> Iterator[str]:
    """The address of a server on the loopback, at a free port unless told; stopped by its id."""
    command = [sys.executable, "-m", "ui.cli", "serve", "--port", str(port)]
    with subprocess.Popen(
        command, cwd=folder, env=dict(environment), stdout=subprocess.PIPE, encoding="utf-8"
    ) as server:
        assert server.stdout is not None
        line = server.stdout.readline()
        try:
            found = re.search(r"http://127\.0\.0\.1:\d+", line)
            assert found, line
            yield found.group()
        finally:
            server.send_signal(signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.wait(10)
            server.kill()


class Elsewhere:
    """Somebody else's site, on another port: pages that a test puts there, with their headers.

    Attributes:
        origin: by which the service allows it.
        stranger: another origin of the same site, which the service does not know.
    """

    def __init__(self) -> None:
        pages: dict[str, tuple[str, Mapping[str, str]]] = {}

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                text, headers = pages.get(self.path, ("", {}))
                self.send_response(200 if text else 404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(text.encode())

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                """Nothing is said: the tests' output is for the tests."""

        self._pages = pages
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        port = self._server.server_port
        self.origin = f"http://127.0.0.1:{port}"
        self.stranger = f"http://localhost:{port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def put(self, text: str, headers: Mapping[str, str] | None = None) -> str:
        """Put a page there; its path."""
        path = f"/{len(self._pages)}"
        self._pages[path] = (text, headers or {})
        return path

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture(scope="session")
def elsewhere() -> Iterator[Elsewhere]:
    site = Elsewhere()
    yield site
    site.close()


@pytest.fixture(scope="session")
def address(
    shipped_settings: Settings,
    shipped_trials: Trials,
    elsewhere: Elsewhere,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """A running service for all tests that read it; `http://127.0.0.1:port`, without a slash.

    Its allowance is large, since all tests are one client to it; `elsewhere` may show its widget.
    """
    folder = tmp_path_factory.mktemp("served")
    environment = {
        **child_environment(shipped_settings, folder),
        "ASSISTANT_SERVICE__DATABASE": f"sqlite:///{folder}/answers.sqlite",
        "ASSISTANT_SERVICE__ASKED_PER_MINUTE": "100000",
        "ASSISTANT_SERVICE__ORIGINS": json.dumps([elsewhere.origin]),
    }
    with served(environment, folder) as address:
        yield address


@pytest.fixture(params=[1200, 390], ids=["wide", "phone"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of its own, at desktop and at phone width."""
    context = browser.new_context(viewport={"width": request.param, "height": 844}, locale="en")
    yield context.new_page()
    context.close()


Violations = Callable[[Page], list[str]]


@pytest.fixture
def violations() -> Violations:
    """What axe finds on a page against WCAG 2.2 AA: each rule with the elements that break it."""
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": tags}}

    def violations(page: Page) -> list[str]:
        found = Axe().run(page, options=options).response["violations"]
        return [f"{rule['id']}: {[node['target'] for node in rule['nodes']]}" for rule in found]

    return violations


@pytest.fixture(scope="session")
def desk(
    shipped_settings: Settings,
    shipped_trials: Trials,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Desk]:
    """The service's desk in this process, with a database of its own."""
    database = f"sqlite:///{tmp_path_factory.mktemp('desk')}/answers.sqlite"
    service = ServiceSettings(database=database, asked_per_minute=100_000)
    desk = open_desk(shipped_settings.model_copy(update={"service": service}))
    yield desk
    desk.close()


def pages_of(desk: Desk) -> FastAPI:
    """The pages of a desk without the other doors: Gradio leaves loops and sockets behind."""
    service, site = FastAPI(), Site(desk, Templates())
    handle_errors(service, Responder(site.error))
    service.add_middleware(SecureHeaders, origins=())
    for pages in (reading_pages, answer_pages, machine_pages):
        service.include_router(pages(site))
    return service
