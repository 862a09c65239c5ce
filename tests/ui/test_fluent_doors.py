"""What every door tells of an answer that a language model writes, and that leaving ends it."""

import asyncio
import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
from openai import OpenAI
from playwright.sync_api import Browser, expect

from assistant.settings import Settings
from assistant.suggestions.store import Trials
from tests.model_server import MODEL, Body, Item, ModelServer, evidence, quoting
from tests.ui.conftest import Run, child_environment, served

pytestmark = pytest.mark.model

QUESTION = "What did the eviction help in Boulder change?"
SIGNED = f"Written by {MODEL} from the quoted evidence; each sentence was checked."
SOON_S = 5.0
"""Within so many seconds a model that nobody listens to is left, also on a busy machine."""


@pytest.fixture(scope="module")
def model() -> Iterator[ModelServer]:
    with ModelServer(quoting) as server:
        yield server


@pytest.fixture(autouse=True)
def _honest_again(model: ModelServer) -> Iterator[None]:
    yield
    model.reply = quoting


@pytest.fixture(scope="module")
def fluent(
    shipped_settings: Settings, shipped_trials: Trials, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[ModelServer], dict[str, str]]:
    """The environment of a service whose answers a model writes, anew each time."""
    folder = tmp_path_factory.mktemp("fluent")

    def environment(model: ModelServer) -> dict[str, str]:
        return {
            **child_environment(shipped_settings, folder),
            "ASSISTANT_SERVICE__DATABASE": f"sqlite:///{folder}/answers.sqlite",
            "ASSISTANT_SERVICE__ASKED_PER_MINUTE": "100000",
            "ASSISTANT_GENERATION__CACHE": "false",
            "ASSISTANT_GENERATION__TOOLS": "false",
            "ASSISTANT_LLM": model.setting,
        }

    return environment


@pytest.fixture(scope="module")
def service(
    fluent: Callable[[ModelServer], dict[str, str]],
    model: ModelServer,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    with served(fluent(model), tmp_path_factory.mktemp("service")) as address:
        yield address


def endless(body: Body) -> Iterator[Item]:
    """A sentence that stands, and then words without end, one each twentieth of a second."""
    yield from quoting(body, most=1)
    while True:
        yield 0.05
        yield "and "


def events(lines: Iterator[str]) -> Iterator[tuple[str, Any]]:
    name = ""
    for line in lines:
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: "):
            yield name, json.loads(line.removeprefix("data: "))


def streamed(service: str, question: str = QUESTION) -> list[tuple[str, Any]]:
    with httpx.stream(
        "POST", f"{service}/api/ask/stream", json={"question": question}, timeout=60
    ) as response:
        return [*events(response.iter_lines())]


def test_rest_tells_sentences_as_they_are_written(service: str, model: ModelServer) -> None:
    heard = threading.Event()

    def held(body: Body) -> Iterator[Item]:
        first, second = [*evidence(body).items()][:2]
        yield f"{first[1]} [{first[0]}] "
        yield "\n\n"
        assert heard.wait(30)
        yield f"{second[1]} [{second[0]}]"

    model.reply = held
    told = []
    body = {"question": QUESTION}
    with httpx.stream("POST", f"{service}/api/ask/stream", json=body, timeout=60) as response:
        for name, data in events(response.iter_lines()):
            told.append((name, data))
            if name == "sentence":
                heard.set()  # the second is written only once the first was read

    names = [name for name, _ in told]
    whole = told[-1][1]
    assert names == ["start", *["sentence"] * (len(names) - 3), "citations", "done"]
    assert told[0][1] == {
        "id": "",
        "standalone_question": QUESTION,
        "language": "en",
        "status": "answered",
    }
    assert "".join(data["text"] for name, data in told if name == "sentence") == whole["text"]
    assert whole["engine"] == MODEL
    assert (whole["dropped"], whole["repaired"]) == ([], [])
    assert whole["id"]


def test_what_a_model_invents_never_leaves_a_door(service: str, model: ModelServer) -> None:
    def lying(body: Body) -> Iterator[Item]:
        yield "Boulder prevented 99 % of all evictions with 12 million dollars [1]. "
        yield "See [the proof](http://evil.example/x) and ![it](http://evil.example/y.png) [1]. "
        yield from quoting(body, most=1)

    model.reply = lying
    told = streamed(service)

    whole = told[-1][1]
    assert "99 %" not in str(told[:-1]) + whole["text"]
    assert "evil" not in str(told[:-1]) + whole["text"]
    assert len(whole["dropped"]) + len(whole["repaired"]) == 2


def test_a_model_that_dies_in_a_sentence_costs_no_answer(service: str, model: ModelServer) -> None:
    def dying(body: Body) -> Iterator[Item]:
        yield "Boulder pre"
        raise RuntimeError("killed")

    model.reply = dying
    told = streamed(service)

    whole = told[-1][1]
    assert told[-1][0] == "done"
    assert whole["fallback"] == "down"
    assert "96 %" in whole["text"]
    assert "The language model did not finish" in whole["text"]
    assert "".join(data["text"] for name, data in told if name == "sentence") == whole["text"]


def test_an_answer_is_kept_with_what_the_model_did(service: str, model: ModelServer) -> None:
    model.reply = lambda body: ["Boulder has 3 moons [1]. ", *quoting(body, most=1)]
    whole = streamed(service)[-1][1]

    kept = httpx.get(f"{service}/api/answers/{whole['id']}").json()["answer"]

    assert len(kept["dropped"]) + len(kept["repaired"]) == 1
    assert kept == {**whole, "timings_ms": {}}


def test_a_stream_of_openais_has_one_id_and_the_answer_at_its_end(service: str) -> None:
    with OpenAI(base_url=service + "/v1", api_key="none", max_retries=0) as client:
        chunks = [
            *client.chat.completions.create(
                model="any", messages=[{"role": "user", "content": QUESTION}], stream=True
            )
        ]

    (id_,) = {chunk.id for chunk in chunks}
    extra = chunks[-1].model_extra
    assert extra is not None
    whole = extra["assistant"]
    assert id_.startswith("chatcmpl-")
    assert whole["engine"] == MODEL
    assert "".join(c.choices[0].delta.content or "" for c in chunks) == whole["text"]
    assert sum(bool(c.choices[0].delta.content) for c in chunks) >= 2


def test_pages_and_panels_say_who_wrote(service: str, model: ModelServer) -> None:
    page = httpx.get(f"{service}/ask", params={"q": QUESTION}, timeout=60).text
    panel = httpx.get(f"{service}/widget/answer", params={"q": QUESTION}, timeout=60).text
    computed = httpx.get(f"{service}/ask", params={"q": "we pass 33"}, timeout=60).text

    assert SIGNED in page
    assert SIGNED in panel
    assert "written-by" not in computed


def test_questions_under_an_article_wait_for_no_model(service: str, model: ModelServer) -> None:
    before = len(model.requests)
    text = "Recife became the first city in Brazil to reach gold in the certification in 2024."
    found = httpx.post(f"{service}/api/suggestions", json={"article": text}, timeout=60).json()

    assert found["suggestions"]
    assert len(model.requests) == before


@pytest.mark.parametrize("door", ["/api/ask/stream", "/v1/chat/completions"])
def test_leaving_a_stream_ends_the_writing(service: str, model: ModelServer, door: str) -> None:
    model.reply = endless
    made = len(model.requests)
    asked = {"question": QUESTION}
    if door.startswith("/v1"):
        asked = {"stream": True, "messages": [{"role": "user", "content": QUESTION}]}  # type: ignore[dict-item]
    with httpx.stream("POST", service + door, json=asked, timeout=60) as response:
        for line in response.iter_lines():
            if "[1]" in line:
                break

    assert model.wait_for(made + 1).left.wait(SOON_S)


ASKED = {"q": QUESTION}
SAID = {"messages": [{"role": "user", "content": QUESTION}]}
CALLED = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "tools/call",
    "params": {"name": "ask", "arguments": {"question": QUESTION}},
}


@pytest.mark.parametrize(
    ("method", "door", "params", "body"),
    [
        ("GET", "/ask", ASKED, None),
        ("GET", "/widget/answer", ASKED, None),
        ("POST", "/api/ask", None, {"question": QUESTION}),
        ("POST", "/v1/chat/completions", None, SAID),
        ("POST", "/mcp", None, CALLED),
    ],
)
def test_leaving_before_the_whole_answer_is_there_ends_the_writing(
    service: str,
    model: ModelServer,
    method: str,
    door: str,
    params: dict[str, str] | None,
    body: dict[str, object] | None,
) -> None:
    model.reply = endless
    made = len(model.requests)
    accepted = {"accept": "application/json, text/event-stream"}

    async def ask_and_leave() -> None:
        async with httpx.AsyncClient(base_url=service, timeout=60, headers=accepted) as client:
            asking = asyncio.create_task(client.request(method, door, params=params, json=body))
            await asyncio.to_thread(model.wait_for, made + 1)
            asking.cancel()
            await asyncio.wait([asking])
            assert asking.cancelled()  # and nothing was answered before

    # A browser of another test may have left a loop running in this thread.
    with ThreadPoolExecutor(max_workers=1) as apart:
        apart.submit(asyncio.run, ask_and_leave()).result()

    assert model.requests[made].left.wait(SOON_S)


@pytest.mark.browser
@pytest.mark.parametrize("leaving", ["stop", "close"])
def test_stop_in_the_chat_ends_the_writing(
    service: str, model: ModelServer, browser: Browser, leaving: str
) -> None:
    model.reply = endless
    made = len(model.requests)
    context = browser.new_context(locale="en")
    page = context.new_page()
    page.goto(f"{service}/chat")
    page.wait_for_selector(".chat[data-ready]")
    page.get_by_label("Question", exact=True).fill(QUESTION)
    page.get_by_label("Question", exact=True).press("Enter")
    expect(page.locator(".exchange .said a.cite").first).to_be_visible()
    expect(page.locator(".exchange .sources li").first).to_be_visible()
    if leaving == "stop":
        page.get_by_role("button", name="Stop").click()
        expect(page.get_by_text("Stopped before the answer was whole.")).to_be_visible()
    else:
        page.close()

    assert model.wait_for(made + 1).left.wait(SOON_S)
    context.close()


@pytest.mark.browser
def test_the_chat_says_who_wrote_and_what_was_left_out(
    service: str, model: ModelServer, browser: Browser
) -> None:
    model.reply = lambda body: ["Boulder has 3 moons [1]. ", *quoting(body)]
    context = browser.new_context(locale="en")
    page = context.new_page()
    page.goto(f"{service}/chat?q={QUESTION}")
    exchange = page.locator(".exchange").last
    expect(exchange.locator(".written-by")).to_have_text(SIGNED)
    exchange.get_by_role("button", name="Why this answer").click()
    expect(exchange.get_by_text("Boulder has 3 moons")).to_be_visible()
    context.close()


def test_the_terminal_tells_sentences_as_they_are_written(
    fluent: Callable[[ModelServer], dict[str, str]], model: ModelServer, tmp_path: Path
) -> None:
    heard = threading.Event()

    def held(body: Body) -> Iterator[Item]:
        yield from quoting(body, most=1)
        yield "\n"
        assert heard.wait(30)
        yield "Boulder has 3 moons [1]."

    model.reply = held
    command = [sys.executable, "-m", "ui.cli", "ask", QUESTION]
    with subprocess.Popen(
        command, cwd=tmp_path, env=fluent(model), stdout=subprocess.PIPE, encoding="utf-8"
    ) as asking:
        assert asking.stdout is not None
        read = ""
        while "[1]" not in read:
            character = asking.stdout.read(1)
            assert character
            read += character
        heard.set()  # the rest is written only once the first sentence was read
        rest = asking.stdout.read()

    assert asking.returncode == 0
    assert "moons" not in read + rest
    assert rest.strip().endswith(SIGNED)


def test_json_in_a_terminal_is_whole(
    run: Run, fluent: Callable[[ModelServer], dict[str, str]], model: ModelServer
) -> None:
    done = run("ask", QUESTION, "--json", changes=[*fluent(model).items()])

    assert json.loads(done.stdout)["engine"] == MODEL
