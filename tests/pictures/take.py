"""Pictures of every page for the README: `make pictures`.

Taken in a headless Chromium from a server of its own: wide in light, at phone width in the dark.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.ui.conftest import QUIET, ROOT, chromium, served

FOLDER = Path(__file__).parent
SIZES: Mapping[str, tuple[int, int]] = {"light": (1200, 860), "dark": (390, 860)}
SETTLED_MS = 700
"""A page has drawn itself by then."""

QUESTION = "We pass 33 of 43, what is missing for platinum?"
GATHERED = "Which cities in Brazil are certified?"


def main() -> None:
    """Take all of them."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        database = f"sqlite:///{folder}/answers.sqlite"
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "ASSISTANT_SERVICE__DATABASE": database,
        }
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=[*QUIET, *(["--no-sandbox"] if root else [])]
        )
        with served(environment, Path(folder)) as address:
            for name, visit in VISITS.items():
                for scheme in SIZES:
                    take(browser, address, name, visit, scheme)
        browser.close()


def take(
    browser: Browser, address: str, name: str, visit: Callable[[Page, str], None], scheme: str
) -> None:
    """One picture: `name-light.png` is wide, `name-dark.png` of a phone."""
    width, height = SIZES[scheme]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        locale="en",
        reduced_motion="reduce",
    )
    page = context.new_page()
    visit(page, address)
    page.wait_for_timeout(SETTLED_MS)
    path = FOLDER / f"{name}-{scheme}.png"
    page.screenshot(path=path)
    sys.stdout.write(f"{path.name}: {path.stat().st_size // 1024} KB\n")
    context.close()


def start(page: Page, address: str) -> None:
    """The page of suggested questions."""
    page.goto(address)


def answer(page: Page, address: str) -> None:
    """An answer with a table."""
    page.goto(f"{address}/ask?q={GATHERED.replace(' ', '+')}")


def document(page: Page, address: str) -> None:
    """The document that an answer opens, with its quote in view."""
    page.goto(f"{address}/ask?q={QUESTION.replace(' ', '+')}")
    page.locator("a.open-document").first.click()


def chat(page: Page, address: str) -> None:
    """A conversation with a follow-up."""
    page.goto(f"{address}/chat?q={QUESTION.replace(' ', '+')}")
    page.locator(".tier-bar").first.wait_for()
    box = page.locator("textarea:visible").first
    box.fill("and what if we lose two?")
    box.press("Enter")
    page.locator(".tier-bar").nth(1).wait_for()


def calculator(page: Page, address: str) -> None:
    """The level for a number of criteria."""
    page.goto(f"{address}/calculator?met=33")


def widget(page: Page, address: str) -> None:
    """Suggested questions under an article, one of them opened."""
    page.goto(f"{address}/example")
    question = page.locator("a[href*='/ask?']").last
    question.scroll_into_view_if_needed()
    question.click()
    page.locator("dialog[open]").wait_for()


VISITS: Mapping[str, Callable[[Page, str], None]] = {
    "start": start,
    "answer": answer,
    "document": document,
    "chat": chat,
    "calculator": calculator,
    "widget": widget,
}

if __name__ == "__main__":
    main()
