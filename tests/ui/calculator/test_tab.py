"""The calculator's tab: its handlers, and Gradio's own parts in a real Chromium."""

import re
import threading
import time
from collections.abc import Iterator

import gradio as gr
import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from playwright.sync_api import Page, expect

from ui.app import STATIC
from ui.calculator.pages import calculator_of
from ui.calculator.reckoning import Calculator
from ui.calculator.tab import (
    calculator_tab,
    number_drawn,
    relabelled,
    stepped,
    ticked_state,
    translated,
    written,
)
from ui.desk import Desk
from ui.markup.templates import Templates

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def calculator(desk: Desk) -> Calculator:
    found = calculator_of(desk)
    assert found
    return found


@pytest.mark.parametrize(
    ("met", "text"), [(None, ""), (33, "33"), (33.0, "33"), (-1, "-1"), (1.5, "1.5")]
)
def test_a_number_of_the_field_is_written_as_in_an_address(met: float | None, text: str) -> None:
    assert written(met) == text


def test_a_step_from_nothing_counts_from_none() -> None:
    assert (stepped(None, 1), stepped(33, -1)) == (1, 32)


def test_what_is_drawn_links_to_page_table_and_print(calculator: Calculator) -> None:
    html = number_drawn(calculator, Templates(), 33, "es")

    assert "33 de 43 criterios" in html
    for path in ("/calculator?", "/calculator.csv?"):
        assert f'href="{path}met=33&amp;lang=es' in html
    assert "print=1" in html


def test_an_impossible_number_draws_no_level(calculator: Calculator) -> None:
    html = number_drawn(calculator, Templates(), 44, "en")

    assert "has 43 criteria, so 44 can" in html
    assert "verdict" not in html
    assert "tier-bar" not in html


def test_groups_count_what_is_ticked(calculator: Calculator) -> None:
    chosen = [["DM1", "DM3"], *[[]] * 7]

    first, *others = relabelled(calculator, "en", chosen)

    assert first["label"] == "Data Management: 2 of 9"
    assert first["value"] == ["DM1", "DM3"]
    assert others[0]["label"] == "Leadership and Capacity: 0 of 7"
    assert ticked_state(chosen).query() == "c=DM1,DM3"


@pytest.mark.parametrize(("wanted", "language"), [("pt", "pt"), ("xx", "en"), (None, "en")])
def test_another_language_keeps_what_was_given(
    calculator: Calculator, wanted: object, language: str
) -> None:
    chosen = [["DM1"], *[[]] * 7]

    spoken, *_, html = translated(calculator, Templates(), wanted, None, chosen)

    assert spoken == language
    assert {"pt": "1 de 43 critérios", "en": "1 of 43 criteria"}[language] in html


@pytest.fixture(scope="module")
def tab(desk: Desk) -> Iterator[str]:
    """A page with nothing but the tab; its address."""
    with gr.Blocks(analytics_enabled=False) as page, gr.Tabs(), gr.Tab("Calculator"):
        calculator_tab(desk, Templates())
    service = FastAPI()
    service.mount("/static", StaticFiles(directory=STATIC))
    gr.mount_gradio_app(service, page, path="/chat", run_history=False, footer_links=[])
    server = uvicorn.Server(uvicorn.Config(service, port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}/chat"
    server.should_exit = True
    thread.join(10)


@pytest.mark.browser
def test_ticks_and_numbers_give_the_level_in_the_tab(tab: str, page: Page) -> None:
    page.goto(tab)
    verdict = page.locator(".verdict")
    page.get_by_label("DM1 Data strategy and governance roles").check()
    expect(verdict).to_contain_text("1 of 43 criteria")
    expect(page.get_by_text("Data Management: 1 of 9")).to_be_visible()

    page.get_by_label("Number of criteria met").fill("33")
    expect(verdict).to_contain_text("Gold")
    expect(page.get_by_label("DM1 Data strategy and governance roles")).not_to_be_checked()
    page.get_by_role("button", name="One more").click()
    expect(verdict).to_contain_text("34 of 43 criteria")
    link = page.get_by_role("link", name="Page with this calculation")
    expect(link).to_have_attribute("href", re.compile(r"/calculator\?met=34&lang=en$"))
