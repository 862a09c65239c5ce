"""The served chat in a real headless Chromium."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.model, pytest.mark.browser]


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
    page.goto(address + "/chat")
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
    assert page.viewport_size
    assert width <= page.viewport_size["width"]
