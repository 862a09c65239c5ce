"""The served chat in a real headless Chromium."""

import itertools
import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Dialog, Locator, Page, expect

from assistant.settings import Settings
from tests.ui.conftest import child_environment, served

pytestmark = [pytest.mark.model, pytest.mark.browser]

COMMUNITY = "How do certified cities use data to enhance community safety?"
WCAG = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
}


@pytest.fixture
def wide(browser: Browser) -> Iterator[Page]:
    """A page of desktop width, for what is the same at any."""
    context = browser.new_context(viewport={"width": 1200, "height": 844}, locale="en")
    yield context.new_page()
    context.close()


def visit(page: Page, address: str, path: str = "/chat") -> None:
    page.goto(address + path)
    page.wait_for_selector(".chat[data-ready]")


def question(page: Page) -> Locator:
    return page.get_by_label("Question", exact=True)


def ask(page: Page, text: str) -> Locator:
    """The exchange of a question, once its answer is whole."""
    question(page).fill(text)
    question(page).press("Enter")
    return whole(page)


def whole(page: Page) -> Locator:
    last = page.locator(".exchange").last
    expect(last.get_by_role("button", name="Copy")).to_be_visible()
    return last


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=WCAG).response["violations"]
    return [f"{v['id']}: {node['html'][:200]}" for v in found for node in v["nodes"]]


def test_a_reader_asks_and_reads_the_quote_in_its_document(address: str, page: Page) -> None:
    abroad: list[str] = []
    ours = (address, address.replace("http", "ws"), "data:", "blob:")
    page.on("request", lambda r: None if r.url.startswith(ours) else abroad.append(r.url))
    visit(page, address)
    expect(page).to_have_title("What Works Cities Certification")
    exchange = ask(page, "We pass 33 of 43. Where are we?")
    expect(exchange.get_by_text("33 of 43 criteria is 76.7 %")).to_be_visible()
    expect(exchange.get_by_role("img", name="33 of 43 criteria met")).to_be_visible()
    exchange.get_by_role("link", name="[1]").first.click()
    source = exchange.locator(".sources li.shown")
    expect(source).to_be_focused()
    expect(source).to_be_in_viewport()
    expect(source.get_by_text("goes to a city that meets 68-84 %")).to_be_visible()
    expect(source).to_contain_text("Thresholds for platinum, gold and silver")
    page.keyboard.press("Escape")
    expect(exchange.get_by_role("link", name="[1]").first).to_be_focused()
    source = exchange.locator(".sources li").first
    source.get_by_role("link", name="Open in the document").click()
    reader = page.get_by_role("dialog")
    mark = reader.locator("mark").first
    expect(mark).to_contain_text("goes to a city that meets 68-84 %")
    expect(mark).to_be_in_viewport()
    expect(mark).to_be_focused()
    page_link = reader.get_by_role("link", name="Open as a page")
    assert "/documents/" in (page_link.get_attribute("href") or "")
    page.keyboard.press("Escape")
    expect(source.get_by_role("link", name="Open in the document")).to_be_focused()
    assert abroad == []
    width = page.evaluate("document.documentElement.scrollWidth")
    assert page.viewport_size
    assert width <= page.viewport_size["width"]


def test_sources_stand_beside_the_answer_or_under_it(address: str, page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")  # places are measured one after the other
    visit(page, address)
    exchange = ask(page, "We pass 33 of 43. Where are we?")
    said = exchange.locator(".said").bounding_box()
    sources = exchange.locator(".sources").bounding_box()
    assert said
    assert sources
    assert page.viewport_size
    if page.viewport_size["width"] > 1000:
        assert sources["x"] >= said["x"] + said["width"]
        assert abs(sources["y"] - said["y"]) < 20
    else:
        assert sources["y"] >= said["y"] + said["height"]


def test_sentences_come_one_after_another(address: str, wide: Page) -> None:
    visit(wide, address)
    ask(wide, "What is gold?")
    wide.evaluate(
        """() => {
            const log = document.querySelector(".log");
            window.seen = [];
            window.added = [];
            new MutationObserver((changes) => {
                const said = log.querySelector(".exchange:last-child .said");
                if (said) window.seen.push(said.textContent.trim());
                // Two steps may be seen at once: what was added to what was added counts with it.
                const fresh = changes.flatMap(({ addedNodes }) => [...addedNodes]);
                for (const node of fresh) {
                    const within = fresh.some((other) => other !== node && other.contains(node));
                    const quiet = node.parentElement?.closest("[aria-live=off]");
                    const inside = node.parentElement?.closest(".said");
                    if (inside && !quiet && !within) window.added.push(node.textContent);
                }
            }).observe(log, { childList: true, subtree: true, characterData: true });
        }"""
    )
    question(wide).fill(COMMUNITY)
    wide.get_by_role("button", name="Ask", exact=True).click()
    exchange = whole(wide)
    steps = list(dict.fromkeys(wide.evaluate("window.seen.filter(Boolean)")))
    assert len(steps) >= 3
    assert all(after.startswith(before) for before, after in itertools.pairwise(steps))
    # What is read out is what was added: no sentence twice.
    said = "".join(exchange.locator(".said").inner_text().split())
    added = "".join("".join(wide.evaluate("window.added")).split())
    assert len(added) <= len(said) + 20


def test_the_first_sentence_is_there_within_half_a_second(address: str, wide: Page) -> None:
    visit(wide, address)
    ask(wide, "What is gold?")
    wide.evaluate(
        """() => {
            window.waits = [];
            let asked = 0;
            document.querySelector(".composer").addEventListener(
                "submit", () => { asked = performance.now(); });
            new MutationObserver(() => {
                const said = document.querySelector(".exchange:last-child .said");
                if (!asked || !said?.textContent.trim()) return;
                window.waits.push(performance.now() - asked);
                asked = 0;
            }).observe(document.querySelector(".log"), { childList: true, subtree: true });
        }"""
    )
    for text in (COMMUNITY, "Which cities in Brazil are certified?", "we pass 33"):
        question(wide).fill(text)
        wide.get_by_role("button", name="Ask", exact=True).click()
        whole(wide)
    waits = wide.evaluate("window.waits")
    assert len(waits) == 3
    assert min(waits) < 500  # others may be using the machine


def test_a_conversation_goes_on_by_a_chip_and_by_typing(address: str, page: Page) -> None:
    visit(page, address)
    ask(page, "which Canadian cities are certified?")
    assert ask(page, "what level is the first of them?").inner_text().count("Hamilton")
    chip = page.locator(".next button").first
    offered = chip.inner_text()
    chip.click()
    exchange = whole(page)
    expect(exchange.locator("h2")).to_contain_text(offered)
    assert page.locator(".exchange").count() == 3


def test_a_question_is_edited_and_what_was_said_stays_in_the_list(address: str, wide: Page) -> None:
    visit(wide, address)
    ask(wide, "we pass 33")
    ask(wide, "and with 2 more?")
    question(wide).fill("half a thought")
    wide.get_by_role("button", name="Edit the question").first.click()
    expect(question(wide)).to_have_value("we pass 33")
    exchange = ask(wide, "we pass 40")
    expect(question(wide)).to_have_value("half a thought")
    assert wide.locator(".exchange").count() == 1
    expect(exchange).to_contain_text("Platinum.")
    wide.get_by_role("button", name="Conversations (2)").click()
    wide.get_by_role("dialog").get_by_role("button", name="we pass 33", exact=True).click()
    expect(wide.locator(".exchange")).to_have_count(2)


def test_editing_can_be_left_with_nothing_lost(address: str, wide: Page) -> None:
    visit(wide, address)
    ask(wide, "we pass 33")
    question(wide).fill("half a thought")
    wide.get_by_role("button", name="Edit the question").click()
    wide.get_by_role("button", name="Cancel").click()
    expect(question(wide)).to_have_value("half a thought")
    wide.reload()
    expect(question(wide)).to_have_value("half a thought")


def test_the_last_question_is_asked_again(address: str, wide: Page) -> None:
    visit(wide, address)
    ask(wide, "we pass 33")
    wide.get_by_role("button", name="Ask again").click()
    expect(whole(wide)).to_contain_text("76.7 %")
    assert wide.locator(".exchange").count() == 1


def test_an_answer_is_stopped(address: str, wide: Page) -> None:
    visit(wide, address)
    # Held back, or the answer may be whole before the button is found.
    wide.route("**/queue/join*", lambda _: None)
    question(wide).fill("Which cities in the United States are certified?")
    question(wide).press("Enter")
    wide.get_by_role("button", name="Stop").click()
    wide.unroute("**/queue/join*")
    expect(wide.get_by_text("Stopped before the answer was whole.")).to_be_visible()
    expect(question(wide)).to_be_focused()
    wide.wait_for_timeout(1000)
    assert wide.get_by_role("button", name="Copy").count() == 0
    wide.get_by_role("button", name="Ask again").click()
    expect(whole(wide).locator("table.sortable")).to_be_attached()


def test_a_table_of_cities_is_sorted_and_downloaded(address: str, wide: Page) -> None:
    visit(wide, address)
    exchange = ask(wide, "Which cities in Brazil are certified?")
    cities = exchange.locator("tbody th")
    exchange.get_by_role("button", name="City").click()
    names = cities.all_inner_texts()
    exchange.get_by_role("button", name="City").click()
    assert cities.all_inner_texts() == names[::-1]
    with wide.expect_download() as download:
        exchange.get_by_role("link", name="Download as CSV").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert text.startswith("City,Country,Level,Date")
    assert len(text.strip().splitlines()) == len(names) + 1


def test_a_conversation_outlives_a_reload_and_can_be_left_found_and_deleted(
    address: str, page: Page
) -> None:
    visit(page, address)
    ask(page, "we pass 33")
    ask(page, "what is gold?")
    page.reload()
    expect(page.locator(".exchange")).to_have_count(2)
    expect(page.get_by_text("33 of 43 criteria is 76.7 %")).to_be_visible()
    exchange = ask(page, "and silver?")
    expect(exchange).to_contain_text("ilver")
    page.get_by_role("button", name="New chat").click()
    expect(page.locator(".exchange")).to_have_count(0)
    expect(question(page)).to_be_focused()
    page.reload()
    expect(page.locator(".exchange")).to_have_count(0)
    page.get_by_role("button", name="Conversations (1)").click()
    page.get_by_role("button", name="Delete “we pass 33”").click()
    expect(page.get_by_text("There are none yet.")).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name="Conversations (0)")).to_be_visible()


def test_a_conversation_outlives_the_server(
    browser: Browser, shipped_settings: Settings, tmp_path: Path
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **child_environment(shipped_settings, tmp_path),
        "ASSISTANT_SERVICE__DATABASE": f"sqlite:///{tmp_path}/answers.sqlite",
        "ASSISTANT_SERVICE__ASKED_PER_MINUTE": "3",
    }
    context = browser.new_context(viewport={"width": 1200, "height": 844}, locale="en")
    page = context.new_page()
    with served(environment, tmp_path, port=port) as address:
        visit(page, address)
        ask(page, "we pass 33")
    # With the server gone, a question is not lost and the error is no refusal.
    question(page).fill("what is gold?")
    question(page).press("Enter")
    failed = page.locator(".told-failed")
    expect(failed).to_contain_text("The service can't be reached.", timeout=15_000)
    expect(question(page)).to_have_value("what is gold?")
    page.goto("about:blank")  # Gradio reloads a page by itself when its server is back
    with served(environment, tmp_path, port=port) as address:
        visit(page, address)
        expect(page.get_by_text("33 of 43 criteria is 76.7 %")).to_be_visible()
        expect(page.get_by_role("button", name="Conversations (1)")).to_be_visible()
        expect(question(page)).to_have_value("what is gold?")
        # One question too many is told in words, and is kept too.
        for n in range(3):
            ask(page, f"we pass {30 + n}")
        question(page).fill("we pass 40")
        question(page).press("Enter")
        expect(page.locator(".told-failed")).to_contain_text("Please ask again in")
        expect(question(page)).to_have_value("we pass 40")
        assert page.locator(".told-failed .answer").count() == 0
    context.close()


def test_too_long_a_question_is_told_and_kept(address: str, wide: Page) -> None:
    visit(wide, address)
    question(wide).fill("a" * 2001)
    question(wide).press("Enter")
    told = wide.get_by_role("log").locator(".told-failed")
    expect(told).to_contain_text("at most 2000")
    expect(told).to_be_in_viewport()
    assert len(question(wide).input_value()) == 2001


def test_the_language_changes_at_once_and_is_remembered(address: str, wide: Page) -> None:
    visit(wide, address)
    wide.get_by_role("button", name="Español").click()
    expect(wide.get_by_role("heading", level=1)).to_have_text("Pregunte a los documentos")
    expect(wide.get_by_role("tab").first).to_have_text("Conversación")
    assert wide.evaluate("document.documentElement.lang") == "es"
    wide.get_by_role("button", name="¿Cuántos criterios hacen falta para el nivel oro?").click()
    expect(wide.get_by_role("button", name="Copiar")).to_be_visible()
    expect(wide.locator(".exchange")).to_contain_text("30")
    wide.reload()
    expect(wide.get_by_role("button", name="Nova conversa")).to_have_count(0)
    expect(wide.get_by_role("button", name="Conversación nueva")).to_be_visible()
    wide.get_by_role("button", name="Português").click()
    expect(wide.get_by_role("button", name="Nova conversa")).to_be_visible()


@pytest.mark.parametrize(("form", "ends"), [("As Markdown", ".md"), ("As JSON", ".json")])
def test_a_conversation_is_exported(address: str, wide: Page, form: str, ends: str) -> None:
    visit(wide, address)
    ask(wide, "we pass 33")
    with wide.expect_download() as download:
        wide.get_by_role("button", name=form).click()
    assert download.value.suggested_filename.endswith(ends)
    text = Path(download.value.path()).read_text(encoding="utf-8")
    if ends == ".json":
        text = json.loads(text)["exchanges"][0]["answer"]["citations"][0]["quote"]
    assert "goes to a city that meets 68-84 %" in text


def test_an_answer_is_copied_with_its_sources(address: str, wide: Page) -> None:
    wide.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(wide, address)
    ask(wide, "we pass 33").get_by_role("button", name="Copy").click()
    expect(wide.locator(".composer .status")).to_have_text("Copied with its sources.")
    assert "> Gold, the second level" in wide.evaluate("navigator.clipboard.readText()")


def test_an_answer_is_rated_with_a_reason(address: str, wide: Page) -> None:
    visit(wide, address)
    exchange = ask(wide, "we pass 31")
    exchange.get_by_role("button", name="Not helpful").click()
    wide.get_by_label("What was wrong or missing?").fill("too short")
    exchange.get_by_role("button", name="Send").click()
    expect(exchange.get_by_text("Thank you, it was noted.")).to_be_visible()
    expect(exchange.get_by_role("button", name="Not helpful")).to_have_attribute(
        "aria-pressed", "true"
    )


def test_the_trail_is_shown_on_demand_also_after_a_reload(address: str, wide: Page) -> None:
    visit(wide, address)
    exchange = ask(wide, COMMUNITY)
    why = exchange.get_by_role("button", name="Why this answer")
    expect(exchange.get_by_text("Question as understood")).to_have_count(0)
    why.click()
    expect(exchange.get_by_text("Passages considered (12)")).to_be_visible()
    why.click()
    expect(exchange.get_by_text("Passages considered (12)")).to_be_hidden()
    wide.reload()
    wide.get_by_role("button", name="Why this answer").click()
    expect(wide.get_by_text("Worked out again just now.")).to_be_visible()
    expect(wide.get_by_text("Passages considered (12)")).to_be_visible()


def test_a_link_asks_once_and_another_continues(address: str, wide: Page) -> None:
    visit(wide, address, "/chat?q=we+pass+33")
    exchange = whole(wide)
    expect(exchange).to_contain_text("76.7 %")
    assert "q=" not in wide.url
    answer = exchange.get_by_role("link", name="Link to this answer").get_attribute("href")
    assert answer
    visit(wide, address, f"/chat?answer={answer.split('/')[-1]}")
    expect(whole(wide)).to_contain_text("76.7 %")
    assert "answer=" not in wide.url
    expect(ask(wide, "and with 7 more?")).to_contain_text("40")


def test_outcomes_look_different_from_answers_and_from_errors(address: str, wide: Page) -> None:
    visit(wide, address)
    refused = ask(wide, "Who won the 2018 football world cup?")
    expect(refused.locator(".answer-refused .outcome")).to_be_visible()
    assert refused.locator(".told-failed").count() == 0
    invalid = ask(wide, "we pass 50 of 43")
    expect(invalid.locator(".answer-invalid .outcome")).to_be_visible()


def test_everything_is_reached_by_keyboard(address: str, wide: Page) -> None:
    visit(wide, address)
    question(wide).focus()
    wide.keyboard.type("we pass 33")
    wide.keyboard.press("Shift+Enter")
    wide.keyboard.type("of 43")
    assert question(wide).input_value() == "we pass 33\nof 43"
    wide.keyboard.press("Enter")
    exchange = whole(wide)
    reached = set()
    for _ in range(60):
        wide.keyboard.press("Shift+Tab")
        reached.add(wide.evaluate("document.activeElement.textContent.trim()"))
    for name in ("[1]", "Copy", "Why this answer", "Helpful", "Edit", "Open in the document"):
        assert name in reached
    exchange.get_by_role("link", name="[1]").first.focus()
    wide.keyboard.press("Enter")
    expect(exchange.locator(".sources li.shown")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_breaks_wcag(address: str, scheme: str, page: Page) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    visit(page, address)
    assert violations(page) == []
    ask(page, "Which cities in Brazil are certified?")
    ask(page, "Who won the 2018 football world cup?")
    exchange = ask(page, "we pass 33")
    exchange.get_by_role("link", name="[1]").first.click()
    exchange.get_by_role("button", name="Why this answer").click()
    exchange.get_by_role("button", name="Not helpful").click()
    assert violations(page) == []
    exchange.get_by_role("link", name="Open in the document").first.click()
    expect(page.get_by_role("dialog").locator("mark").first).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Conversations (1)").click()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("tab", name="Level calculator").click()
    expect(page.get_by_label("Number of criteria met")).to_be_visible()
    assert violations(page) == []
    width = page.evaluate("document.documentElement.scrollWidth")
    assert page.viewport_size
    assert width <= page.viewport_size["width"]


def test_the_look_is_chosen_and_remembered(address: str, wide: Page) -> None:
    visit(wide, address)

    def paper() -> str:
        return str(wide.evaluate("getComputedStyle(document.body).backgroundColor"))

    light = paper()
    wide.get_by_role("button", name="Dark").click()
    assert paper() != light
    dark = paper()
    wide.reload()
    wide.wait_for_selector(".chat[data-ready]")
    assert paper() == dark
    wide.get_by_role("button", name="Light").click()
    assert paper() == light


def test_who_has_no_scripts_is_shown_the_way(address: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "/chat")
    expect(page.get_by_role("heading", level=1)).to_have_text("What Works Cities Certification")
    expect(page.locator(".no-script p").first).to_contain_text("The chat needs scripts.")
    page.get_by_role("link", name="Start page").click()
    expect(page).to_have_url(re.compile(r"/\?lang=en$"))
    context.close()


def test_a_document_can_be_looked_around_in(address: str, wide: Page) -> None:
    visit(wide, address)
    exchange = ask(wide, "we pass 33")
    exchange.get_by_role("link", name="Open in the document").first.click()
    reader = wide.get_by_role("dialog")
    expect(reader.get_by_role("heading", level=2).first).to_contain_text("The current standard")
    expect(reader).to_contain_text("How scoring works")
    expect(reader.get_by_role("link", name="Open as a page")).to_have_attribute("target", "_blank")
    reader.get_by_role("button", name="Close").click()
    expect(reader).to_have_count(0)


def test_two_tabs_keep_each_others_conversations(address: str, wide: Page) -> None:
    visit(wide, address)
    other = wide.context.new_page()
    visit(other, address)
    ask(wide, "we pass 33")
    ask(other, "what is gold?")
    ask(wide, "and silver?")
    other.close()
    wide.reload()
    expect(wide.get_by_role("button", name="Conversations (2)")).to_be_visible()


def test_hostile_addresses_and_questions_stay_text(address: str, wide: Page) -> None:
    told: list[str] = []

    def tell(dialog: Dialog) -> None:
        told.append(dialog.message)
        dialog.dismiss()

    wide.on("dialog", tell)
    visit(wide, address, "/chat?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+what+is+gold%3F")
    expect(whole(wide).locator("h2")).to_contain_text("<img src=x onerror=alert(1)>")
    wide.reload()
    expect(whole(wide).locator("h2")).to_contain_text("<img src=x")
    visit(wide, address, "/chat?answer=%22%3E%3Cscript%3E")
    expect(wide.locator(".composer .status")).to_have_text(
        "This answer is no longer kept by the service."
    )
    assert told == []
