from collections.abc import Mapping
from typing import Any

import pytest

from assistant.answers import Draft, Language, ToolName
from assistant.generation.client import Call
from assistant.generation.tool_calls import ProgrammeTools
from assistant.router import Route

ANSWERED = Draft("answered", ())


def tools(name: ToolName = "tier") -> tuple[ProgrammeTools, list[str]]:
    asked: list[str] = []

    def route(text: str, language: Language) -> Route:
        asked.append(text)
        return Route(name, ANSWERED)

    return ProgrammeTools(route), asked


@pytest.mark.parametrize(
    ("tool", "arguments", "question"),
    [
        ("tier", {"met": 30}, "What level is 30 criteria?"),
        ("tier", {"percent": 68.5}, "What level is 68.5 %?"),
        (
            "eligibility",
            {"population": 45000, "country": "Peru", "year": 2019},
            "Is a city with 45000 people in Peru eligible in 2019?",
        ),
        ("eligibility", {"country": "Peru", "year": None}, "Is a city in Peru eligible?"),
        ("directory", {"question": "Which cities hold gold?"}, "Which cities hold gold?"),
    ],
)
def test_a_call_is_a_question(tool: str, arguments: Mapping[str, Any], question: str) -> None:
    assert tools()[0].question(Call(tool, arguments)) == question


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("delete_everything", {}),
        ("tier", {"criteria": 30}),
        ("tier", {"percent": [68]}),
        ("tier", {"percent": {"a": 1}}),
        ("tier", {"met": 10**5000}),
        ("directory", {"question": {"a": 1}}),
        ("directory", {"question": ["a"]}),
        ("directory", {"question": 7}),
        ("directory", {}),
        ("__class__", {}),
    ],
)
def test_what_is_no_call_is_no_question(tool: str, arguments: Mapping[str, Any]) -> None:
    own, asked = tools()
    call = Call(tool, arguments)
    assert own.question(call) == ""
    assert own.run(call, "What level is 30?", "en") is None
    assert asked == []


def test_a_tool_says_what_its_grammar_takes() -> None:
    own, asked = tools()
    assert own.run(Call("tier", {"met": 30}), "we pass 30, what level?", "en") is ANSWERED
    assert asked == ["What level is 30 criteria?"]
    assert own.run(Call("criteria", {"question": "What is DM8?"}), "dm8?", "en") is None


@pytest.mark.parametrize(
    ("arguments", "said"),
    [({"met": 37}, "we pass 30, what level?"), ({"percent": 86}, "is 68 % gold?")],
)
def test_a_number_that_is_not_the_readers_is_not_taken(
    arguments: Mapping[str, Any], said: str
) -> None:
    own, asked = tools()
    assert own.run(Call("tier", arguments), said, "en") is None
    assert asked == []


def test_a_place_that_is_not_the_readers_is_not_taken() -> None:
    own, _ = tools("eligibility")
    call = Call("eligibility", {"country": "Peru"})
    assert own.run(call, "can we in Peru take part?", "en") is ANSWERED
    assert own.run(call, "can we in Chile take part?", "en") is None
