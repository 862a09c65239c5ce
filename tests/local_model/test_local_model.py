"""The real local model behind llama.cpp's own server, and in this process: `make test-model`."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answers import Answer
from assistant.assembly import open_assistant, open_catalogue
from assistant.conversation import Turn
from assistant.evaluation.grounding import misquoted, unfounded
from assistant.generation.errors import ModelMissingError
from assistant.generation.providers import open_model
from assistant.generation.settings import GenerationSettings
from assistant.generation.specification import Specification
from assistant.pipeline import Assistant
from assistant.settings import Settings
from assistant.streaming import Piece
from tests.local_model.converse import ENGLISH, SPANISH
from tests.local_model.server import MODEL, NAME, model_server

pytestmark = pytest.mark.local_model

PATIENT = GenerationSettings(answer_s=300, silence_s=120, cache=False)
"""Two busy cores may take long."""


@pytest.fixture(scope="module")
def llm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with model_server(tmp_path_factory.mktemp("server") / "server.log") as specification:
        yield specification


@pytest.fixture(scope="module")
def settings(shipped_settings: Settings, llm: str) -> Settings:
    return shipped_settings.model_copy(update={"llm": llm, "generation": PATIENT})


@pytest.fixture(scope="module")
def fluent(settings: Settings) -> Assistant:
    return open_assistant(settings)


@pytest.mark.parametrize("questions", [ENGLISH, SPANISH], ids=["english", "spanish"])
def test_a_conversation_is_answered_and_stands_on_its_quotes(
    fluent: Assistant, settings: Settings, questions: tuple[str, ...]
) -> None:
    history: list[Turn] = []
    engines = []
    for question in questions:
        answer = fluent.ask(question, history)
        assert answer.status in {"answered", "partial"}, question
        assert answer.fallback in {"", "incomplete", "unsupported"}, question
        assert not misquoted(answer, open_catalogue(settings).document)
        assert not unfounded(answer, history)
        history += [
            Turn(role="user", content=question),
            Turn(role="assistant", content=answer.text),
        ]
        engines.append(answer.engine)
    # What so small a model writes in Spanish may all fail the check; ours is given then.
    assert NAME in engines or questions is SPANISH


def test_what_is_told_bit_by_bit_is_the_answer(fluent: Assistant) -> None:
    *told, answer = fluent.tell("What did Boulder find out about its eviction help?")
    assert isinstance(answer, Answer)
    assert "".join(piece.text for piece in told if isinstance(piece, Piece)) == answer.text


def test_a_reader_who_leaves_frees_the_model(fluent: Assistant) -> None:
    began = time.monotonic()
    *_, _ = fluent.tell("What did Miami do about flooding?")
    whole = time.monotonic() - began
    told = fluent.tell("How does Phoenix use data on heat?")
    assert next(piece for piece in told if isinstance(piece, Piece) and piece.text)
    told.close()
    began = time.monotonic()
    *_, answer = fluent.tell("What did Miami do about flooding?")
    assert isinstance(answer, Answer)
    assert answer.fallback != "slow"
    assert time.monotonic() - began < 3 * whole


def test_the_same_file_answers_in_this_process(shipped_settings: Settings) -> None:
    settings = shipped_settings.model_copy(update={"llm": f"gguf:{MODEL}", "generation": PATIENT})
    answer = open_assistant(settings).ask("What did Boulder find out about its eviction help?")
    assert answer.status == "answered"
    assert answer.fallback in {"", "incomplete", "unsupported"}
    assert "96" in answer.text


def test_a_file_that_is_not_there_or_no_model_is_named(tmp_path: Path) -> None:
    path = tmp_path / "m.gguf"
    asked = Specification("gguf", file=path)
    with pytest.raises(ModelMissingError, match="there is no such file"):
        open_model(asked, PATIENT)
    path.write_bytes(b"GGUF but not really")
    with pytest.raises(ModelMissingError, match="no model that llama"):
        open_model(asked, PATIENT)
