import sys
from typing import Any

import pytest

from assistant.generation.errors import ModelKeyError, ModelPackageError
from assistant.generation.providers import key_variable, open_model
from assistant.generation.settings import GenerationSettings
from assistant.generation.specification import Specification, read_specification

HOW = GenerationSettings(silence_s=7, max_tokens=99, context_tokens=2048)
CANARY = "sk-canary-30aa"


@pytest.fixture(autouse=True)
def _no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "OLLAMA_HOST"):
        monkeypatch.delenv(name, raising=False)


def asked(text: str) -> Specification:
    found = read_specification(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "kind", "variable"),
    [
        ("m@http://127.0.0.1:9/v1", "OpenAILike", ""),
        ("openai:gpt-4.1-mini", "OpenAI", "OPENAI_API_KEY"),
        ("anthropic:claude-3-5-haiku-latest", "Anthropic", "ANTHROPIC_API_KEY"),
        ("ollama:llama3.2@http://127.0.0.1:9", "Ollama", ""),
    ],
)
def test_a_provider_is_opened_with_our_limits(
    text: str, kind: str, variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if variable:
        monkeypatch.setenv(variable, CANARY)
    llm: Any = open_model(asked(text), HOW)
    assert type(llm).__name__ == kind
    assert llm.model == text.split("@")[0].rpartition(":")[2]
    assert llm.temperature == 0
    assert getattr(llm, "max_retries", 0) == 0
    if kind == "Ollama":
        assert llm.additional_kwargs["num_predict"] == HOW.max_tokens
        assert llm.context_window == HOW.context_tokens
        assert llm.client._client.timeout.read == HOW.silence_s
        assert str(llm.client._client.base_url).startswith("http://127.0.0.1:9")
    else:
        assert llm.max_tokens == HOW.max_tokens
        assert _timeout(llm) == HOW.silence_s
    if kind == "OpenAILike":
        assert llm.context_window == HOW.context_tokens
        assert llm.api_base == "http://127.0.0.1:9/v1"


def _timeout(llm: Any) -> float:  # noqa: ANN401
    client = llm._get_client() if hasattr(llm, "_get_client") else llm._client
    timeout = client.timeout
    return float(getattr(timeout, "read", timeout))


@pytest.mark.parametrize("provider", ["openai", "anthropic"])
def test_without_a_key_its_variable_is_named(provider: str) -> None:
    with pytest.raises(ModelKeyError, match=f"{provider.upper()}_API_KEY") as caught:
        open_model(asked(f"{provider}:some-model"), HOW)
    assert caught.value.variable == f"{provider.upper()}_API_KEY"


def test_another_variable_may_hold_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    how = HOW.model_copy(update={"key_variable": "OUR_KEY"})
    assert key_variable("openai", how) == key_variable("openai-compatible", how) == "OUR_KEY"
    monkeypatch.setenv("OPENAI_API_KEY", "another")
    with pytest.raises(ModelKeyError, match="OUR_KEY"):
        open_model(asked("openai:gpt-4.1-mini"), how)
    monkeypatch.setenv("OUR_KEY", CANARY)
    llm: Any = open_model(asked("m@http://127.0.0.1:9/v1"), how)
    assert llm.api_key == CANARY
    assert CANARY not in repr(asked("m@http://127.0.0.1:9/v1"))


@pytest.mark.parametrize(
    ("text", "module", "extra"),
    [
        ("m@http://127.0.0.1:9/v1", "llama_index.llms.openai_like", "openai-compatible"),
        ("openai:m", "llama_index.llms.openai", "openai"),
        ("anthropic:m", "llama_index.llms.anthropic", "anthropic"),
        ("ollama:m", "llama_index.llms.ollama", "ollama"),
        ("gguf:m.gguf", "llama_index.llms.llama_cpp", "gguf"),
    ],
)
def test_without_its_packages_the_extra_is_named(
    text: str, module: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)  # as if it were not installed
    with pytest.raises(ModelPackageError) as caught:
        open_model(asked(text), HOW)
    assert f"pip install 'programme-assistant[{extra}]'" in str(caught.value)
    assert caught.value.provider == extra
