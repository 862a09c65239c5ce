"""The pages in a real headless Chromium: seen, used by keyboard, without scripts, on paper."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.model, pytest.mark.browser]

PATHS = [
    "/",
    "/questions?lang=es",
    "/documents?lang=pt",
    "/documents/standard-current?start=1800&end=1900#quote",
    "/ask?q=who+is+platinum%3F",
    "/ask?q=We+meet+33+of+the+43+criteria.+Which+level+is+that%3F",
    "/ask?q=who+won+the+match+last+night%3F",
    "/ask?q=which+level+is+Rochester%3F",
    "/nothing",
]
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.mark.parametrize("path", PATHS)
def test_nothing_stands_in_anyones_way(address: str, page: Page, path: str) -> None:
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.emulate_media(reduced_motion="reduce")
    page.goto(address + path)
    _sound(page, {"type": "tag", "values": WCAG})
    assert page.viewport_size
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    # Data for machines on the page is no script that the policy would stop.
    assert [text for text in told if "404" not in text] == []
    # In the dark only colours differ.
    page.emulate_media(color_scheme="dark")
    _sound(page, {"type": "rule", "values": ["color-contrast"]})


def _sound(page: Page, rules: dict[str, object]) -> None:
    found = Axe().run(page, options={"runOnly": rules})
    assert found.violations_count == 0, found.generate_report()


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    """A page where no script runs."""
    context = browser.new_context(java_script_enabled=False, locale="en")
    yield context.new_page()
    context.close()


def test_without_scripts_a_reader_asks_follows_up_and_checks(
    address: str, plain_page: Page
) -> None:
    page = plain_page
    page.goto(address)
    page.get_by_role("link", name="We meet 33 of the 43 criteria. Which level is that?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "We meet 33 of the 43 criteria. Which level is that?"
    )
    expect(page.get_by_text("33 of 43 criteria is 76.7 %")).to_be_visible()
    expect(page.get_by_role("img", name="33 of 43 criteria met")).to_be_visible()
    page.get_by_label("Ask a follow-up").fill("and with 40?")
    page.get_by_role("button", name="Ask").click()
    expect(page.get_by_text("40 of 43 criteria is 93.0 %")).to_be_visible()
    page.get_by_role("link", name="See that answer").click()
    expect(page).to_have_url(re.compile(r"/answers/[0-9a-f]{16}$"))
    page.get_by_role("link", name="[1]").first.click()
    expect(page.locator("#source-1")).to_be_in_viewport()
    page.locator("#source-1").get_by_role("link", name="Open in the document").click()
    mark = page.locator("mark#quote")
    expect(mark).to_be_in_viewport()
    expect(mark).to_contain_text("68-84 %")
    page.get_by_role("link", name="Back to the answer").first.click()
    expect(page.locator("#source-1")).to_be_in_viewport()
    page.get_by_role("link", name="Español").click()
    expect(page.get_by_role("heading", name="Fuentes")).to_be_visible()


def test_the_keyboard_alone_is_enough(address: str, page: Page) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Ask about the certification")).to_be_focused()
    page.keyboard.type("Which level is Boise?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Which level is Boise?")
    heading = page.get_by_role("button", name="City")
    page.goto(address)
    heading.focus()
    page.keyboard.press("Enter")
    expect(page.locator("tbody th").first).to_contain_text("Alexandria")
    page.keyboard.press("Enter")
    expect(page.locator("tbody th").first).to_contain_text("Winnipeg")


def test_a_list_of_questions_is_narrowed_down(address: str, page: Page) -> None:
    page.goto(address + "/questions?lang=es")
    page.get_by_label("Mostrar preguntas").fill("bogota nivel")
    expect(page.get_by_role("status")).to_have_text("2 preguntas")
    expect(page.get_by_role("link", name="¿Qué nivel tiene Bogotá?")).to_be_visible()
    expect(page.get_by_role("heading", name="Plata, oro y platino")).to_be_hidden()
    page.get_by_label("Mostrar preguntas").fill("")
    expect(page.get_by_role("heading", name="Plata, oro y platino")).to_be_visible()


def test_on_paper_there_is_only_what_can_be_read(address: str, plain_page: Page) -> None:
    plain_page.emulate_media(media="print")
    plain_page.goto(address + "/ask?q=which+cities+are+gold%3F")
    expect(plain_page.get_by_role("searchbox")).to_be_hidden()
    expect(plain_page.get_by_role("navigation", name="Pages")).to_be_hidden()
    expect(plain_page.locator(".cities tbody tr").last).to_be_visible()
    expect(plain_page.locator("blockquote").first).to_be_visible()
    expect(plain_page.get_by_text("/answers/").last).to_be_visible()
