"""What trying a language model tells, against a server that does as it is told."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict

import pytest

from assistant.generation.settings import GenerationSettings
from assistant.generation.specification import read_specification
from assistant.generation.trial import REMEDIES, TOKENS, ModelTrial, try_model
from tests.model_server import MODEL, Body, Item, ModelServer, Status, ToolUse

SETTINGS = GenerationSettings(silence_s=5, answer_s=10)
COUNTED = "one two three four five six "


@pytest.fixture
def model() -> Iterator[ModelServer]:
    with ModelServer(speaks) as server:
        yield server


def speaks(body: Body) -> Iterable[Item]:
    if body.get("tools"):
        return [ToolUse("tier", '{"met": 30}')]
    return [0.1, *[item for _ in range(4) for item in (COUNTED, 0.05)]]


def tried(text: str, settings: GenerationSettings = SETTINGS) -> ModelTrial:
    asked = read_specification(text)
    assert asked is not None
    return try_model(asked, settings)


def test_a_model_that_works_is_timed(model: ModelServer) -> None:
    trial = tried(model.setting)

    assert (trial.reachable, trial.calls_tools, trial.problem) == (True, True, "")
    assert trial.name == MODEL
    assert trial.first_word_ms is not None
    assert trial.first_word_ms >= 100
    assert trial.tokens_per_s is not None
    # So many characters, at three a token, in a twentieth of a second or more.
    assert 0 < trial.tokens_per_s <= (len(COUNTED) / 3 + 1) / 0.05
    assert model.requests[0].body["max_tokens"] == TOKENS


def test_an_address_without_a_name_gives_the_first_it_offers(model: ModelServer) -> None:
    assert tried(model.address).name == MODEL


def test_a_model_that_calls_no_tool_is_told(model: ModelServer) -> None:
    model.reply = lambda _: [COUNTED]
    assert tried(model.setting).calls_tools is False
    untold = tried(model.setting, SETTINGS.model_copy(update={"tools": False}))
    assert untold.calls_tools is None


@pytest.mark.parametrize(
    ("reply", "fault"),
    [
        (lambda _: [Status(401)], "refused"),
        (lambda _: [Status(429)], "limited"),
        (lambda _: [Status(500)], "down"),
        (lambda _: [" "], "empty"),
    ],
)
def test_a_fault_comes_with_what_to_do_and_is_not_tried_again(
    model: ModelServer, reply: Callable[[Body], Iterable[Item]], fault: str
) -> None:
    model.reply = reply
    trial = tried(model.setting)

    assert not trial.reachable
    assert fault in trial.problem
    assert trial.remedy == REMEDIES[fault]  # type: ignore[index]
    assert len(model.requests) == 1


def test_a_key_is_known_to_be_set_and_never_told(
    model: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = SETTINGS.model_copy(update={"key_variable": "OUR_KEY"})
    monkeypatch.delenv("OUR_KEY", raising=False)
    without = tried(model.setting, settings)
    assert (without.key_set, without.problem) == (
        False,
        "The language model needs a key: set the environment variable OUR_KEY.",
    )

    monkeypatch.setenv("OUR_KEY", "sk-canary")
    within = tried(model.setting, settings)
    assert (within.key_variable, within.key_set, within.reachable) == ("OUR_KEY", True, True)
    assert "canary" not in json.dumps([asdict(within), asdict(without)])
    assert model.requests[0].headers["Authorization"] == "Bearer sk-canary"


def test_packages_that_are_missing_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name=name)

    monkeypatch.setattr("importlib.import_module", missing)
    trial = tried("ollama:small")

    assert not trial.packages
    assert "pip install 'programme-assistant[ollama]'" in trial.problem
