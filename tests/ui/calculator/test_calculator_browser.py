"""The calculator's page in a real Chromium, with and without scripts."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.model, pytest.mark.browser]

Violations = Callable[[Page], list[str]]


def test_ticking_criteria_gives_the_level_at_once(page: Page, address: str) -> None:
    page.goto(address + "/calculator")
    expect(page.locator("#result")).to_contain_text("Platinum: 85 % or more")
    for id_ in ("DM1", "DM2", "EVAL4"):
        page.get_by_role("checkbox", name=re.compile(rf"^{id_}\b")).check()

    expect(page.locator(".verdict")).to_contain_text("Below silver 3 of 43 criteria, 7.0 %")
    data_management = page.get_by_role("group", name=re.compile("Data Management"))
    expect(data_management).to_contain_text("2 of 9")
    expect(page).to_have_url(re.compile(r"c=DM1,DM2,EVAL4$"))
    expect(page.get_by_role("status")).to_contain_text("Below silver: 3 of 43 criteria")
    # The address is all there is to it.
    page.reload()
    expect(page.get_by_role("checkbox", name=re.compile(r"^EVAL4\b"))).to_be_checked()
    expect(page.locator(".verdict")).to_contain_text("3 of 43 criteria")


def test_a_number_takes_the_place_of_ticks_and_steps_change_it(page: Page, address: str) -> None:
    page.goto(address + "/calculator?c=DM1,DM2")
    page.get_by_label("Criteria met", exact=True).fill("33")
    expect(page.locator(".verdict")).to_contain_text("Gold 33 of 43 criteria, 76.7 %")
    expect(page.get_by_role("checkbox", name=re.compile(r"^DM1\b"))).not_to_be_checked()
    bar = page.get_by_role("img", name=re.compile("33 of 43 criteria met; silver from 22"))
    expect(bar).to_be_visible()

    page.get_by_role("navigation", name="What if").get_by_role("link", name="4 more (37)").click()
    expect(page.locator(".verdict")).to_contain_text("Platinum 37 of 43")
    expect(page.get_by_label("Criteria met", exact=True)).to_have_value("37")
    expect(page).to_have_url(re.compile(r"met=37"))
    expect(page.locator(".sources blockquote").first).to_contain_text("85 % or more")


@pytest.mark.parametrize("given", ["44", "-1", "abc"])
def test_impossible_input_is_told_and_no_level_stays(page: Page, address: str, given: str) -> None:
    page.goto(address + "/calculator?met=33")
    page.get_by_label("Criteria met", exact=True).fill(given)

    expect(page.locator("#result")).to_contain_text(re.compile(f"{given}.*(can't be right|is not)"))
    expect(page.locator(".verdict, .tier-bar, .what-if")).to_have_count(0)


def test_it_works_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en")
    page = context.new_page()
    page.goto(address + "/calculator")
    page.get_by_label("Criteria met", exact=True).fill("31")
    page.get_by_label("Version of the standard").select_option("v2018")
    page.get_by_role("button", name="Work out the level").first.click()
    expect(page.locator(".verdict")).to_contain_text("Gold 31 of 45 criteria, 68.9 %")

    page.get_by_role("link", name="Start again").click()
    for id_ in ("DM1", "OD4"):
        page.get_by_role("checkbox", name=re.compile(rf"^{id_}\b")).check()
    page.get_by_role("button", name="Work out the level").last.click()
    expect(page.locator(".verdict")).to_contain_text("2 of 43 criteria")
    expect(page.get_by_role("group", name=re.compile("Open Data"))).to_contain_text("1 of 4")
    context.close()


def test_the_link_is_copied_and_another_language_keeps_the_state(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(locale="en", permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + "/calculator")
    page.get_by_role("checkbox", name=re.compile(r"^DM8\b")).check()
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{address}/calculator?c=DM8&lang=en"

    page.get_by_role("link", name="Português").click()
    expect(page.get_by_role("checkbox", name=re.compile(r"^DM8\b"))).to_be_checked()
    expect(page.locator(".verdict")).to_contain_text("1 de 43 critérios, 2,3 %")
    context.close()


def test_a_table_and_a_page_to_print_go_with_it(page: Page, address: str) -> None:
    page.goto(address + "/calculator?c=DM1,LC2&lang=es")
    with page.expect_download() as download:
        page.get_by_role("link", name="Descargar en CSV").click()
    assert download.value.suggested_filename == "level.csv"
    written = download.value.path().read_text("utf-8-sig")
    assert "Criterio,DM2,Inventario completo de datos,No cumplido" in written

    page.get_by_role("link", name="Página para imprimir").click()
    expect(page.get_by_role("button", name="Imprimir")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Imprimir")).to_be_hidden()
    expect(page.get_by_role("row", name=re.compile("^LC2 .* Cumplido$"))).to_be_visible()
    expect(page.get_by_text(f"{address}/calculator?c=DM1,LC2&lang=es")).to_be_visible()


def test_an_impossible_number_makes_no_table(page: Page, address: str) -> None:
    answer = page.request.get(address + "/calculator.csv?met=44")

    assert answer.status == 422
    assert "44 can&#39;t be right" in answer.text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path", ["", "?met=33", "?met=44", "?c=DM1,DM2&lang=pt", "?c=DM1&lang=es&print=1"]
)
def test_no_barrier_is_found(
    page: Page, address: str, violations: Violations, scheme: str, path: str
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{address}/calculator{path}")

    assert violations(page) == []
    width = page.evaluate("document.documentElement.scrollWidth")
    assert page.viewport_size
    assert width <= page.viewport_size["width"]
