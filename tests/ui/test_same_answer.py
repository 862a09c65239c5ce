"""The same question gives the same answer object at every door."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from mcp import Client
from openai import OpenAI

from assistant.answers import to_json
from assistant.conversation import Turn
from assistant.llama_index import ProgrammeQueryEngine
from assistant.pipeline import Assistant
from tests.conftest import awaited
from tests.ui.conftest import Run
from ui.chat import handlers
from ui.chat.handlers import Asked as Asking
from ui.desk import Desk
from ui.guards.limits import Allowance
from ui.markup.templates import Templates

pytestmark = pytest.mark.model


@dataclass(frozen=True)
class Asked:
    """A question, what was said before it, and the status its answer has."""

    question: str
    status: str
    history: Sequence[tuple[str, str]] = ()

    @property
    def turns(self) -> list[Turn]:
        return [Turn.model_validate({"role": role, "content": said}) for role, said in self.history]

    @property
    def messages(self) -> list[dict[str, str]]:
        return [{"role": role, "content": said} for role, said in self.history]


GOLD = (("user", "How many criteria for gold?"), ("assistant", "Gold needs 30 criteria [1]."))
QUESTIONS = (
    Asked("We pass 33 of 43. Where are we?", "answered"),
    Asked("and for platinum?", "answered", GOLD),
    Asked("¿Qué ciudades de México tienen la certificación?", "answered"),
    Asked("Desde quando Recife é certificada?", "answered"),
    Asked("What did the eviction help in Boulder change?", "answered"),
    Asked("Who was first in Canada, and what does gold need?", "answered"),
    Asked("how long is a certification valid?", "refused"),
    Asked("What is the capital of France?", "refused"),
    Asked("What level is Rochester?", "clarify"),
    Asked("We pass 44 of 43. Where are we?", "invalid"),
    Asked("Can a town of 20,000 people in Peru take part?", "answered"),
    Asked("hello", "answered"),
)

Door = Callable[[Sequence[Asked]], Sequence[Mapping[str, Any]]]


def without_times(answer: Mapping[str, Any]) -> dict[str, Any]:
    return {**json.loads(json.dumps(answer)), "timings_ms": {}}


@pytest.fixture(scope="module")
def expected(shipped: Assistant) -> list[dict[str, Any]]:
    """What Python gives."""
    return [without_times(to_json(shipped.ask(own.question, own.turns))) for own in QUESTIONS]


def test_they_are_of_every_kind(expected: list[dict[str, Any]]) -> None:
    statuses = [answer["status"] for answer in expected]
    assert statuses == [own.status for own in QUESTIONS]
    assert {answer["language"] for answer in expected} == {"en", "es", "pt"}


def test_command_line(expected: list[dict[str, Any]], run: Run, tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": str(n), "question": own.question, "history": own.messages})
        for n, own in enumerate(QUESTIONS)
    ]
    (tmp_path / "questions.jsonl").write_text("\n".join(lines), encoding="utf-8")

    printed = run("ask", "--batch", "questions.jsonl").stdout.splitlines()

    given = [without_times(json.loads(line)) for line in printed]
    assert [{**own, "id": ""} for own in given] == [{**own, "id": ""} for own in expected]


def test_command_line_by_itself(expected: list[dict[str, Any]], run: Run) -> None:
    printed = run("ask", QUESTIONS[0].question, "--json").stdout

    assert without_times(json.loads(printed)) == expected[0]


def test_rest(expected: list[dict[str, Any]], address: str) -> None:
    for own, answer in zip(QUESTIONS, expected, strict=True):
        body = {"question": own.question, "history": own.messages}
        response = httpx.post(f"{address}/api/ask", json=body, timeout=60)
        assert without_times(response.json()) == answer


def test_stream(expected: list[dict[str, Any]], address: str) -> None:
    for own, answer in zip(QUESTIONS, expected, strict=True):
        body = {"question": own.question, "history": own.messages}
        response = httpx.post(f"{address}/api/ask/stream", json=body, timeout=60)
        done = response.text.strip().split("\n\n")[-1]
        assert done.startswith("event: done\n")
        assert without_times(json.loads(done.partition("data: ")[2])) == answer


def test_openai(expected: list[dict[str, Any]], address: str) -> None:
    with OpenAI(base_url=f"{address}/v1", api_key="none") as client:
        for own, answer in zip(QUESTIONS, expected, strict=True):
            messages: Any = [*own.messages, {"role": "user", "content": own.question}]
            whole = client.chat.completions.create(model="any", messages=messages)
            *_, last = client.chat.completions.create(model="any", messages=messages, stream=True)
            for given in (whole, last):
                assert given.model_extra is not None
                assert without_times(given.model_extra["assistant"]) == answer


def test_mcp(expected: list[dict[str, Any]], address: str) -> None:
    async def ask() -> list[dict[str, Any]]:
        async with Client(f"{address}/mcp", read_timeout_seconds=120) as client:
            results = [
                await client.call_tool("ask", {"question": own.question, "history": own.messages})
                for own in QUESTIONS
            ]
        return [without_times(result.structured_content or {}) for result in results]

    assert awaited(ask) == expected


def test_llama_index(expected: list[dict[str, Any]], shipped: Assistant) -> None:
    for own, answer in zip(QUESTIONS, expected, strict=True):
        response = ProgrammeQueryEngine(shipped, history=own.turns).query(own.question)
        assert response.metadata is not None
        assert without_times(response.metadata["answer"]) == answer


def test_chat(expected: list[dict[str, Any]], desk: Desk) -> None:
    """What the chat is sent, and the answer that it then shows, exports and goes on from."""
    parts: dict[str, Any] = {
        "desk": desk,
        "templates": Templates(),
        "allowance": Allowance(asked_per_minute=1000),
    }
    for own, answer in zip(QUESTIONS, expected, strict=True):
        if own.history:
            # A conversation of the chat has the answers that were given in it.
            before = desk.ask(own.turns[0].content)
            turns = [own.turns[0], Turn(role="assistant", content=before.text)]
            answer = without_times(to_json(desk.ask(own.question, turns)))
        asked = Asking(
            key="k",
            question=own.question,
            before=(before.id,) if own.history else (),
            language="en",
        )
        *_, shown = handlers.ask(asked, "reader", **parts)
        assert without_times(to_json(desk.kept(shown["id"]).answer)) == answer
        assert shown["text"] == answer["text"]
        assert shown["followups"] == answer["followups"]


def test_the_permanent_answer(expected: list[dict[str, Any]], address: str) -> None:
    for own, answer in zip(QUESTIONS, expected, strict=True):
        body = {"question": own.question, "history": own.messages}
        id_ = httpx.post(f"{address}/api/ask", json=body, timeout=60).json()["id"]
        assert httpx.get(f"{address}/api/answers/{id_}").json()["answer"] == answer


def test_the_level_of_a_count(address: str, run: Run) -> None:
    printed = without_times(json.loads(run("tier", "33", "--json").stdout))
    by_rest = httpx.get(f"{address}/api/tier", params={"met": 33}).json()

    async def call() -> dict[str, Any]:
        async with Client(f"{address}/mcp", read_timeout_seconds=120) as client:
            return (await client.call_tool("tier", {"met": 33})).structured_content or {}

    assert without_times(by_rest) == without_times(awaited(call)) == printed
