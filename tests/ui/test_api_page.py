"""The page that describes the REST door, in a real headless Chromium."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.model, pytest.mark.browser]

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.mark.parametrize("language", ["en", "pt"])
def test_nothing_stands_in_anyones_way(address: str, page: Page, language: str) -> None:
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.goto(f"{address}/api/docs?lang={language}")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    _sound(page, {"type": "tag", "values": WCAG})
    page.emulate_media(color_scheme="dark")
    _sound(page, {"type": "rule", "values": ["color-contrast"]})
    assert page.viewport_size
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    assert told == []


def test_a_link_leads_to_its_operation(address: str, page: Page) -> None:
    page.goto(f"{address}/api/docs")
    page.get_by_role("link", name="GET /api/cities").click()

    expect(page.get_by_role("heading", name="Certified cities")).to_be_in_viewport()
    page.goto(address)
    page.get_by_role("link", name="Interface for programs").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Interface for programs")


def _sound(page: Page, rules: dict[str, object]) -> None:
    found = Axe().run(page, options={"runOnly": rules})
    assert found.violations_count == 0, found.generate_report()
