"""Bad input at every door: a clear error in the door's own form, and the service stays well."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

import httpx
import pytest

from assistant.settings import Settings
from assistant.suggestions.store import Trials
from tests.ui.conftest import child_environment, served

pytestmark = pytest.mark.model

ASKED_PER_MINUTE = 12
LONGEST = 65_536
GOOD = "We pass 33 of 43. Where are we?"

_clients = count(1)


@dataclass(frozen=True)
class Door:
    """A door where questions are posted.

    Attributes:
        body: the body that asks something.
        form: content type of its errors.
        told: the sentence of an error, for the one who asks.
        answered: the text of an answer.
    """

    path: str
    body: Callable[[Any], Any]
    form: str
    told: Callable[[Any], str]
    answered: Callable[[httpx.Response], str]

    def post(self, client: httpx.Client, content: bytes) -> httpx.Response:
        # Each request is another client's, so that none is one too many.
        headers = {
            "content-type": "application/json",
            "accept": "application/json, text/event-stream",
            "x-forwarded-for": f"10.0.{next(_clients) // 250}.{next(_clients) % 250}",
        }
        return client.post(self.path, content=content, headers=headers)

    def ask(self, client: httpx.Client, question: object) -> httpx.Response:
        return self.post(client, json.dumps(self.body(question)).encode())


def _call(question: object) -> dict[str, Any]:
    params = {"name": "ask", "arguments": {"question": question}}
    return {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": params}


def _rpc_error(body: Any) -> str:  # noqa: ANN401  (JSON)
    if "error" in body:
        assert body["jsonrpc"] == "2.0"
        return str(body["error"]["message"])
    assert body["result"]["isError"]
    return str(body["result"]["content"][0]["text"])


def _problem(body: dict[str, Any]) -> str:
    assert set(body) == {"type", "title", "status", "detail"}
    return str(body["detail"])


DOORS = {
    "rest": Door(
        "/api/ask",
        lambda question: {"question": question},
        "application/problem+json",
        _problem,
        lambda response: str(response.json()["text"]),
    ),
    "stream": Door(
        "/api/ask/stream",
        lambda question: {"question": question},
        "application/problem+json",
        _problem,
        lambda response: "".join(re.findall(r"event: sentence\n.*", response.text)),
    ),
    "openai": Door(
        "/v1/chat/completions",
        lambda question: {"messages": [{"role": "user", "content": question}]},
        "application/json",
        lambda body: str(body["error"]["message"]),
        lambda response: str(response.json()["choices"][0]["message"]["content"]),
    ),
    "mcp": Door(
        "/mcp",
        _call,
        "application/json",
        _rpc_error,
        lambda response: str(response.json()["result"]["content"][0]["text"]),
    ),
}

BAD_QUESTIONS = {
    "empty": "",
    "blank": " \n\t ",
    "no word": "?!",
    "too long": "gold " * 500,
    "a bell": "what is \x07 gold?",
    "a NUL": "what is \x00 gold?",
    "half a surrogate": "what is \ud800 gold?",
    "a private character": "what is \ue000 gold?",
    "a number": 5,
    "a truth": True,
    "a list": ["what?"],
    "an object": {"what": "gold"},
}

BAD_BODIES = {
    "nothing": b"",
    "half": b'{"question": "what is',
    "no JSON": b"what is gold?",
    "no UTF-8": b'{"question": "\xff\xfe"}',
    "NUL bytes": b"\0" * 100,
    "a list": b"[]",
    "a string": b'"what is gold?"',
    "null": b"null",
    "nested deeply": b"[" * 30_000 + b"]" * 30_000,
    "objects nested deeply": b'{"question":' * 4_000 + b"1" + b"}" * 4_000,
    "a huge number": b'{"question": ' + b"9" * 20_000 + b"}",
    "an odd name": b'{"question": "what is gold?", "\\ud800<script>": 1}',
    "too long": b'{"question": "' + b"x" * LONGEST + b'"}',
}


@pytest.fixture(scope="module")
def client(
    shipped_settings: Settings, shipped_trials: Trials, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[httpx.Client]:
    """A service with a small allowance; nothing that it logs is an exception's trace."""
    folder = tmp_path_factory.mktemp("strict")
    environment = {
        **child_environment(shipped_settings, folder),
        "ASSISTANT_SERVICE__DATABASE": f"sqlite:///{folder}/answers.sqlite",
        "ASSISTANT_SERVICE__ASKED_PER_MINUTE": str(ASKED_PER_MINUTE),
    }
    with (
        served(environment, folder) as address,
        httpx.Client(base_url=address, timeout=60) as client,
    ):
        yield client


@pytest.fixture(autouse=True)
def _stays_well(client: httpx.Client) -> Iterator[None]:
    """After each test, what was answered before is there and a question is answered."""
    kept = DOORS["rest"].ask(client, GOOD).json()
    yield
    assert client.get("/healthz").json()["status"] == "ok"
    found = client.get(f"/api/answers/{kept['id']}").json()
    assert found["answer"]["text"] == kept["text"]


def refused(door: Door, response: httpx.Response) -> str:
    """The sentence of a refusal in a door's form."""
    if door.path != "/mcp":
        assert 400 <= response.status_code < 500
    assert response.headers["content-type"] == door.form
    told = door.told(response.json())
    assert 10 < len(told) < 1000
    for trace in ("Traceback", 'File "', "pydantic", "Error:"):
        assert trace not in response.text
    return told


@pytest.mark.parametrize("kind", BAD_QUESTIONS)
@pytest.mark.parametrize("name", DOORS)
def test_a_bad_question(client: httpx.Client, name: str, kind: str) -> None:
    refused(DOORS[name], DOORS[name].ask(client, BAD_QUESTIONS[kind]))


@pytest.mark.parametrize("kind", BAD_BODIES)
@pytest.mark.parametrize("name", DOORS)
def test_a_bad_body(client: httpx.Client, name: str, kind: str) -> None:
    told = refused(DOORS[name], DOORS[name].post(client, BAD_BODIES[kind]))

    assert ("65,536 bytes" in told) == (kind == "too long")


@pytest.mark.parametrize("name", DOORS)
def test_a_body_that_tells_no_length(client: httpx.Client, name: str) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(100):
            yield b"x" * 1_000

    response = client.post(
        DOORS[name].path, content=endless(), headers={"x-forwarded-for": "10.9.0.1"}
    )

    assert response.status_code == 413
    assert "65,536 bytes" in refused(DOORS[name], response)


@pytest.mark.parametrize("name", DOORS)
def test_scripts_are_only_text(client: httpx.Client, name: str) -> None:
    response = DOORS[name].ask(client, "<script>alert(1)</script> What does gold need?")

    assert response.status_code == 200
    assert "text/html" not in response.headers["content-type"]
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "<script>" not in DOORS[name].answered(response)


def test_scripts_are_only_text_on_a_page(client: httpx.Client) -> None:
    question = "<script>alert(1)</script> What does gold need?"
    page = client.get("/ask", params={"q": question}, headers={"x-forwarded-for": "10.9.0.2"})

    assert page.status_code == 200
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert" in page.text


@pytest.mark.parametrize("question", ["?!", "x" * 2001, "a\x00b", "a\x07b"])
def test_a_bad_question_to_a_page(client: httpx.Client, question: str) -> None:
    page = client.get("/ask", params={"q": question}, headers={"x-forwarded-for": "10.9.0.3"})

    assert page.status_code == 422
    assert page.headers["content-type"].startswith("text/html")
    assert "Traceback" not in page.text
    assert "The question" in page.text


@pytest.mark.parametrize("junk", ["what is \x00\x07 gold?", "?!", "Recife and Boulder " * 3_000])
def test_what_was_wrong_before_does_no_harm_later(client: httpx.Client, junk: str) -> None:
    before = [
        {"role": "user", "content": "How many criteria for gold?"},
        {"role": "assistant", "content": "Gold needs 30 criteria [1]."},
    ]
    wrong = [
        {"role": "user", "content": junk},
        {"role": "assistant", "content": "The question cannot be taken."},
    ]
    texts = []
    for n, history in enumerate((before, [*before, *wrong])):
        body = {"question": "and for platinum?", "history": history}
        response = client.post("/api/ask", json=body, headers={"x-forwarded-for": f"10.9.1.{n}"})
        assert response.status_code == 200
        texts.append((response.json()["standalone_question"], response.json()["text"]))

    assert texts[0] == texts[1]
    assert "37" in texts[0][1]


@pytest.mark.parametrize("name", [*DOORS, "page"])
def test_two_hundred_quick_requests(client: httpx.Client, name: str) -> None:
    own = [*DOORS, "page"].index(name)
    mine = {"x-forwarded-for": f"10.8.0.{own}", "accept": "application/json"}

    def ask() -> httpx.Response:
        if name == "page":
            return client.get("/ask", params={"q": GOOD}, headers=mine)
        return client.post(DOORS[name].path, json=DOORS[name].body(GOOD), headers=mine)

    responses = [ask() for _ in range(200)]

    assert [r.status_code for r in responses] == [200] * ASKED_PER_MINUTE + [429] * (
        200 - ASKED_PER_MINUTE
    )
    assert 1 <= int(responses[-1].headers["retry-after"]) <= 60
    if name != "page":
        assert "Please ask again in" in refused(DOORS[name], responses[-1])
    assert DOORS["rest"].ask(client, GOOD).status_code == 200  # others are still served


@pytest.mark.parametrize(
    "address",
    [
        "/api/answers/%00",
        "/api/answers/%ED%A0%80",
        "/api/answers/" + "x" * 5000,
        "/api/answers/..%2f..%2fetc%2fpasswd",
        "/api/documents/%00",
        "/api/documents/<script>",
        "/api/tier?met=" + "9" * 5000,
        "/api/tier?percent=1e999999",
        "/api/cities?country=%00",
        "/api/cities?since=2024-13",
        "/api/search?q=%00",
        "/api/search?q=gold&limit=1e9",
        "/api/suggestions?count=-1",
        "/api/suggestions?language=xx",
        "/api/nothing",
    ],
)
def test_a_bad_address(client: httpx.Client, address: str) -> None:
    response = client.get(address, headers={"x-forwarded-for": "10.9.0.4"})

    assert 400 <= response.status_code < 500
    assert response.headers["content-type"] == "application/problem+json"
    assert "Traceback" not in response.text


@pytest.mark.parametrize("article", ["", " ", "\x00", "\ud800", "%PDF-1.7", "<p>" * 10_000, 5])
def test_a_bad_article(client: httpx.Client, article: object) -> None:
    response = client.post(
        "/api/suggestions",
        content=json.dumps({"article": article}),
        headers={"x-forwarded-for": "10.9.0.5", "content-type": "application/json"},
    )

    assert 400 <= response.status_code < 500
    assert len(_problem(response.json())) > 10
