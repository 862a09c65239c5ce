"""The served chat in a real headless Chromium."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

pytestmark = [pytest.mark.model, pytest.mark.browser]

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
    """A Chromium that is here, else one installed now; failing that, what to do about it."""
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


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    sandbox = ["--no-sandbox"] if root else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=[*QUIET, *sandbox], headless=True
        )
        yield browser
        browser.close()


@pytest.fixture
def address(environment: dict[str, str], tmp_path: Path) -> Iterator[str]:
    """A server of its own on a free port of the loopback, stopped by its process id."""
    command = [sys.executable, "-m", "ui.cli", "serve", "--port", "0"]
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, encoding="utf-8"
    ) as server:
        assert server.stdout is not None
        line = server.stdout.readline()
        try:
            found = re.search(r"http://127\.0\.0\.1:\d+/", line)
            assert found, line
            yield found.group()
        finally:
            server.send_signal(signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.wait(10)
            server.kill()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


def test_a_reader_asks_and_sees_the_answer_and_its_sources(address: str, page: Page) -> None:
    abroad: list[str] = []
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((address, address.replace("http", "ws"), "data:", "blob:"))
            else abroad.append(request.url)
        ),
    )
    page.goto(address)
    expect(page).to_have_title("What Works Cities Certification")
    question = page.get_by_label("Question")
    question.fill("We pass 33 of 43. Where are we?")
    question.press("Enter")
    expect(page.get_by_text("33 of 43 criteria is 76.7 %")).to_be_visible()
    sources = page.get_by_role("button", name=re.compile(r"Sources \(\d\)"))
    sources.click()
    expect(page.get_by_text("goes to a city that meets 68-84 %")).to_be_visible()
    question.fill("?!")
    question.press("Enter")
    expect(page.get_by_text("The question is empty.")).to_be_visible()
    assert abroad == []
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390
