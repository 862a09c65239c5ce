from pathlib import Path

import pytest

from assistant.errors import SettingsError
from assistant.generation.specification import Specification, read_specification
from assistant.settings import read_settings

CANARY = "sk-canary-19d0"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("http://127.0.0.1:8080/v1", Specification("openai-compatible", "", "http://127.0.0.1:8080/v1")),
        ("a/b:7b@https://h.org/v1/", Specification("openai-compatible", "a/b:7b", "https://h.org/v1")),
        ("openai:gpt-4.1-mini", Specification("openai", "gpt-4.1-mini")),
        ("anthropic:claude-x", Specification("anthropic", "claude-x")),
        ("ollama:llama3.2:1b", Specification("ollama", "llama3.2:1b")),
        ("ollama:q@http://h:1", Specification("ollama", "q", "http://h:1")),
        ("gguf:/m/a b.gguf", Specification("gguf", file=Path("/m/a b.gguf"))),
        (" /m/a.gguf ", Specification("gguf", file=Path("/m/a.gguf"))),
    ],
)  # fmt: skip
def test_each_form_names_its_model(text: str, expected: Specification) -> None:
    assert read_specification(text) == expected
    assert read_specification(str(expected)) == expected


@pytest.mark.parametrize("text", ["", " ", "none"])
def test_nothing_is_no_model(text: str) -> None:
    assert read_specification(text) is None


@pytest.mark.parametrize(
    "text", ["gpt-4", "openai:", "openai:x@http://h", "ftp://h/v1", "a b@http://h", "model.bin"]
)
def test_what_names_none_is_told_the_forms(text: str) -> None:
    with pytest.raises(ValueError, match=r"NAME@"):
        read_specification(text)


@pytest.mark.parametrize(
    "address",
    [
        f"http://{CANARY}@h/v1",
        f"m@https://user:{CANARY}@h/v1",
        f"https://h/v1?api_key={CANARY}",
        f"https://h/v1#{CANARY}",
        f"ollama:m@http://{CANARY}@h",
    ],
)
def test_an_address_with_a_key_is_refused_without_telling_it(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ValueError, match="must not hold a key"):
        read_specification(address)
    monkeypatch.setenv("ASSISTANT_LLM", address)
    with pytest.raises(SettingsError) as caught:
        read_settings()
    assert "ASSISTANT_LLM" in str(caught.value)
    told: BaseException | None = caught.value
    while told:
        assert CANARY not in str(told)
        told = told.__cause__


def test_the_setting_names_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_LLM", "gpt-4")
    with pytest.raises(SettingsError, match=r"llm = 'gpt-4'.*openai:NAME"):
        read_settings()
