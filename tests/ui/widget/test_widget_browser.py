"""The widget in a real Chromium, within pages of somebody else's on another origin."""

import re
from collections.abc import Callable, Mapping
from typing import Literal, Protocol

import pytest
from playwright.sync_api import Browser, Page, expect

from ui.markup.templates import Templates
from ui.widget.snippet import snippet

pytestmark = [pytest.mark.model, pytest.mark.browser]

Violations = Callable[[Page], list[str]]
Motion = Literal["no-preference", "reduce"]


class Site(Protocol):
    """Somebody else's; see `Elsewhere` in conftest."""

    origin: str
    stranger: str

    def put(self, text: str, headers: Mapping[str, str] | None = None) -> str: ...


MONTERREY = "How much money does Monterrey give to participatory budgeting?"
TIER = "We meet 33 of the 43 criteria. Which level is that?"
TEXT = """
<p>Monterrey lets the vote decide. Residents of Monterrey propose projects for the participatory
budget, and one project wins in each of 30 parts of the city.</p>
<p>Boise held more than 50 meetings about its water plan before anyone voted on it.</p>
"""


def article(embed: str, style: str = "") -> str:
    """A page of a newspaper, with what it puts under an article."""
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>The Harbour Gazette</title>{style}</head><body>
    <main><h1>When a city asks before it spends</h1><article>{TEXT}</article>{embed}</main>
    </body></html>"""


def lines(address: str, *questions: str) -> str:
    """What the service gives a publisher to put there."""
    return snippet(
        questions or (MONTERREY, TIER), address=address, language="en", templates=Templates()
    )


@pytest.fixture
def show(page: Page, address: str, elsewhere: Site) -> Callable[..., str]:
    """Opens a page elsewhere that holds `embed`; gives its origin."""

    def show(
        embed: str,
        *,
        headers: Mapping[str, str] | None = None,
        stranger: bool = False,
        style: str = "",
    ) -> str:
        origin: str = elsewhere.stranger if stranger else elsewhere.origin
        page.goto(origin + elsewhere.put(article(embed, style), headers))
        return origin

    return show


def test_a_question_is_answered_beside_the_article(
    page: Page, address: str, show: Callable[..., str]
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    origin = show(lines(address))
    page.get_by_role("link", name=MONTERREY).click()

    panel = page.get_by_role("dialog", name="Questions about this article")
    expect(panel.get_by_role("heading", name=MONTERREY)).to_be_focused()
    expect(panel.locator(".said")).to_contain_text("million pesos")
    expect(panel.locator(".sources blockquote").first).to_be_visible()
    full = panel.get_by_role("link", name="Open the full answer").get_attribute("href")
    assert re.fullmatch(re.escape(address) + "/answers/[0-9a-f]{16}", full or "")
    place = panel.locator("a.open-document").first.get_attribute("href")
    assert (place or "").startswith(address + "/documents/")
    # Nothing is loaded but the page, the script and the answer.
    assert [url.split("?")[0] for url in asked if not url.endswith("/favicon.ico")] == [
        page.url, f"{address}/embed.js", f"{address}/widget/answer"
    ]  # fmt: skip
    assert page.url.startswith(origin)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert page.viewport_size
    assert width <= page.viewport_size["width"]


def test_a_mark_leads_to_its_quote_within_the_panel(
    page: Page, address: str, show: Callable[..., str]
) -> None:
    show(lines(address))
    before = page.url
    page.get_by_role("link", name=TIER).click()
    panel = page.get_by_role("dialog")
    panel.locator("a.cite", has_text="[2]").first.click()

    quote = panel.locator(".sources li.shown")
    expect(quote).to_have_count(1)
    expect(quote).to_have_attribute("value", "2")
    expect(quote).to_be_focused()
    expect(quote).to_be_in_viewport()
    assert page.url == before


def test_follow_ups_are_understood_from_what_was_said(
    page: Page, address: str, show: Callable[..., str]
) -> None:
    show(lines(address))
    page.get_by_role("link", name=TIER).click()
    panel = page.get_by_role("dialog")
    expect(panel.locator(".said").first).to_contain_text("Gold.")

    panel.get_by_label("Ask a follow-up").fill("and if we lose 4 of them?")
    panel.get_by_role("button", name="Ask").click()

    expect(panel.locator(".exchange")).to_have_count(2)
    expect(panel.locator(".exchange").nth(1).locator(".said")).to_contain_text("Silver.")
    offered = panel.locator(".next a").last
    text = offered.inner_text()
    offered.click()
    expect(panel.locator(".exchange").nth(2).get_by_role("heading", level=3)).to_have_text(text)


def test_the_keyboard_goes_round_in_the_panel_and_back_to_the_link(
    page: Page, address: str, show: Callable[..., str]
) -> None:
    show(lines(address))
    link = page.get_by_role("link", name=TIER)
    link.focus()
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog")
    expect(panel.get_by_role("heading", name=TIER)).to_be_focused()

    inside = "() => { const root = document.querySelector('[data-programme-assistant]').shadowRoot;"
    inside += " return !!root.activeElement?.closest('dialog'); }"
    stops = panel.locator("a[href], button, input, summary, [tabindex='0']").count()
    for _ in range(stops + 3):
        page.keyboard.press("Tab")
        assert page.evaluate(inside)
    panel.get_by_role("button", name="Close").focus()
    page.keyboard.press("Shift+Tab")
    expect(panel.get_by_role("button", name="Ask")).to_be_focused()

    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(link).to_be_focused()


def test_the_close_button_and_a_press_beside_it_close_the_panel(
    page: Page, address: str, show: Callable[..., str]
) -> None:
    show(lines(address))
    link = page.get_by_role("link", name=TIER)
    link.click()
    panel = page.get_by_role("dialog")
    panel.get_by_role("button", name="Close").click()
    expect(panel).to_be_hidden()
    expect(link).to_be_focused()
    if page.viewport_size and page.viewport_size["width"] > 600:
        link.click()
        expect(panel).to_be_visible()
        page.mouse.click(20, 400)
        expect(panel).to_be_hidden()


def test_a_site_that_is_not_on_the_list_keeps_its_plain_links(
    page: Page, address: str, show: Callable[..., str]
) -> None:
    show(lines(address), stranger=True)
    page.get_by_role("link", name=MONTERREY).click()
    panel = page.get_by_role("dialog")
    expect(panel.locator(".wrong")).to_have_text(
        "The answer cannot be shown within this page. It has a page of its own."
    )
    there = panel.get_by_role("link", name="Read it there")
    assert (there.get_attribute("href") or "").startswith(f"{address}/ask?q=How+much+money")
    page.keyboard.press("Escape")
    # After that the links are what they were.
    page.get_by_role("link", name=TIER).click()
    expect(page).to_have_url(re.compile(re.escape(address) + "/ask"))
    expect(page.get_by_role("heading", name=TIER)).to_be_visible()


def test_a_site_that_is_not_on_the_list_is_told_so_where_it_has_no_links(
    page: Page, address: str, show: Callable[..., str]
) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    origin = show(
        f'<script src="{address}/embed.js" data-document="city-boise"></script>', stranger=True
    )

    expect(page.get_by_text("questions about this article cannot be shown here")).to_be_visible()
    link = page.get_by_role("link", name="Ask about What Works Cities Certification")
    expect(link).to_have_attribute("href", address + "/")
    assert any(f"is {origin} in its setting service.origins?" in line for line in said)


def test_a_host_with_a_strict_policy_needs_two_sources_only(
    page: Page, address: str, show: Callable[..., str]
) -> None:
    broken: list[str] = []
    page.on("console", lambda message: broken.append(message.text))
    policy = (
        f"default-src 'none'; script-src {address}; connect-src {address}; "
        "base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
    show(lines(address), headers={"Content-Security-Policy": policy})
    page.get_by_role("link", name=TIER).click()

    panel = page.get_by_role("dialog")
    expect(panel.locator(".said")).to_contain_text("Gold.")
    assert panel.evaluate("(panel) => getComputedStyle(panel).position") == "fixed"
    assert broken == []


def test_where_scripts_are_blocked_the_links_lead_to_the_answers(
    page: Page, address: str, show: Callable[..., str]
) -> None:
    blocked = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}
    show(lines(address), headers=blocked)
    expect(page.get_by_role("heading", name="Questions about this article")).to_be_visible()
    page.get_by_role("link", name=TIER).click()

    expect(page).to_have_url(re.compile(re.escape(address) + "/ask"))
    expect(page.locator(".said")).to_contain_text("Gold.")


def test_questions_come_by_document_in_the_pages_language(
    page: Page, address: str, show: Callable[..., str]
) -> None:
    embed = f'<div lang="es"><script src="{address}/embed.js" data-count="3" '
    show(embed + 'data-document="city-boise, city-boulder" defer></script></div>')

    place = page.get_by_role("region", name="Preguntas sobre este artículo")
    expect(place.get_by_role("heading", level=2)).to_have_text("Preguntas sobre este artículo")
    expect(place.get_by_role("listitem")).to_have_count(3)
    listed = place.get_by_role("listitem").all_inner_texts()
    assert all(question.startswith("¿") for question in listed)
    assert any("Boise" in question or "Boulder" in question for question in listed)


def test_questions_come_by_the_pages_own_text(
    page: Page, address: str, show: Callable[..., str]
) -> None:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.post_data or ""))
    show(f'<script src="{address}/embed.js" data-article="article" defer></script>')

    expect(page.get_by_role("link", name=re.compile("Monterrey")).first).to_be_visible()
    (text,) = [body for body in sent if body]
    assert "Residents of Monterrey propose projects" in text
    assert "When a city asks" not in text  # outside the article


def test_a_question_that_cannot_be_taken_is_told_in_the_panel(
    page: Page, address: str, show: Callable[..., str]
) -> None:
    show(lines(address, "?!"))
    page.get_by_role("link", name="?!").click()

    expect(page.get_by_role("dialog").locator(".wrong")).to_contain_text("The question is empty.")


def test_a_reader_who_asks_too_often_is_told_so_and_may_go_on_later(
    page: Page, address: str, elsewhere: Site, show: Callable[..., str]
) -> None:
    allowed = {"Access-Control-Allow-Origin": elsewhere.origin, "Content-Type": "text/html"}
    page.route(
        "**/widget/answer*",
        lambda route: route.fulfill(status=429, headers=allowed, body='<p class="wrong">No.</p>'),
        times=1,
    )
    show(lines(address))
    page.get_by_role("link", name=TIER).click()
    panel = page.get_by_role("dialog")
    expect(panel.locator(".wrong")).to_contain_text("more than one reader may ask in a minute")

    page.keyboard.press("Escape")
    page.get_by_role("link", name=TIER).click()
    expect(panel.locator(".said")).to_contain_text("Gold.")
    expect(panel.locator(".wrong")).to_have_count(0)


def test_the_panel_follows_the_pages_own_look(
    page: Page, address: str, show: Callable[..., str]
) -> None:
    style = """<style>body { background: #111; color: #eee; font-family: monospace }
    [data-programme-assistant] { --assistant-accent: #ffcc00 }</style>"""
    show(lines(address), style=style)
    page.get_by_role("link", name=TIER).click()
    panel = page.get_by_role("dialog")
    expect(panel.locator(".said")).to_be_visible()

    look = panel.evaluate(
        """(panel) => { const own = getComputedStyle(panel);
        const mark = getComputedStyle(panel.querySelector('.cite'));
        return [own.backgroundColor, own.fontFamily, mark.color] }"""
    )
    assert look == ["rgb(16, 23, 22)", "monospace", "rgb(255, 204, 0)"]


@pytest.mark.parametrize("ink", ["color: #222; background: #fff", "color: #eee; background: #111"])
def test_no_barrier_is_found(
    page: Page, address: str, show: Callable[..., str], violations: Violations, ink: str
) -> None:
    show(lines(address), style=f"<style>body {{ {ink} }}</style>")
    expect(page.get_by_role("link", name=TIER)).to_be_visible()
    assert violations(page) == []
    page.get_by_role("link", name=TIER).click()
    expect(page.get_by_role("dialog").locator(".said")).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize(("motion", "name"), [("no-preference", "slide"), ("reduce", "none")])
def test_the_panel_slides_only_for_those_who_do_not_mind(
    browser: Browser, address: str, elsewhere: Site, motion: Motion, name: str
) -> None:
    context = browser.new_context(reduced_motion=motion)
    page = context.new_page()
    page.goto(elsewhere.origin + elsewhere.put(article(lines(address))))
    page.get_by_role("link", name=TIER).click()

    panel = page.get_by_role("dialog")
    assert panel.evaluate("(panel) => getComputedStyle(panel).animationName") == name
    context.close()


def test_our_example_shows_it_under_an_article(
    page: Page, address: str, violations: Violations
) -> None:
    page.goto(address + "/example")
    page.locator("[data-programme-assistant] .list a").first.click()

    expect(page.get_by_role("dialog").locator(".said")).to_be_visible()
    page.keyboard.press("Escape")
    assert violations(page) == []


def test_publishers_find_the_lines_for_their_page(
    page: Page, address: str, violations: Violations
) -> None:
    page.goto(address + "/embed?document=city-boise&count=3&lang=pt")

    written = page.locator("pre.lines").inner_text()
    assert written.count("<li>") == 3
    assert f'<script src="{address}/embed.js" data-document="city-boise"' in written
    assert f"{address}/ask?q=" in written
    assert violations(page) == []
