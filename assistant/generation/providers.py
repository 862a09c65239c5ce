"""Opening a language model through LlamaIndex's interface; each provider is an optional extra.

Keys are read from the environment when a model is opened and go nowhere but to its client. Nothing
is read from LlamaIndex's global `Settings`.
"""

import importlib
import os
from typing import TYPE_CHECKING, Any

from assistant.generation.connections import HOOKS, watched_client
from assistant.generation.errors import (
    ModelFaultError,
    ModelKeyError,
    ModelMissingError,
    ModelPackageError,
)
from assistant.generation.legible import legible
from assistant.generation.settings import GenerationSettings
from assistant.generation.specification import Provider, Specification

if TYPE_CHECKING:  # importing it takes half a second
    from llama_index.core.base.llms.types import ChatMessage
    from llama_index.core.llms import LLM

KEY_VARIABLES: dict[Provider, str] = {
    "openai": "OPENAI_API_KEY",
    "anthropic": "ANTHROPIC_API_KEY",
}
_MOST_CHARS = 200
"""Of a model's name, which its address may make up."""
_OLLAMA = "http://localhost:11434"
_MODULES: dict[Provider, tuple[str, str]] = {
    "openai-compatible": ("llama_index.llms.openai_like", "OpenAILike"),
    "openai": ("llama_index.llms.openai", "OpenAI"),
    "anthropic": ("llama_index.llms.anthropic", "Anthropic"),
    "ollama": ("llama_index.llms.ollama", "Ollama"),
    "gguf": ("llama_index.llms.llama_cpp", "LlamaCPP"),
}


def key_variable(provider: Provider, settings: GenerationSettings) -> str:
    """Environment variable that holds the key of a provider; empty if it needs none."""
    return settings.key_variable or KEY_VARIABLES.get(provider, "")


def open_model(asked: Specification, settings: GenerationSettings) -> "LLM":
    """The model that is asked for, with our limits and without retries of its own.

    Raises:
        ModelPackageError: the packages of its provider are not installed.
        ModelKeyError: the environment holds no key for it.
        ModelMissingError: its file is not there or is no model.
    """
    module, name = _MODULES[asked.provider]
    try:
        made: Any = getattr(importlib.import_module(module), name)
    except ModuleNotFoundError as error:
        raise ModelPackageError(asked.provider, error.name or module) from error
    llm: LLM = (_open_file if asked.provider == "gguf" else _open_client)(made, asked, settings)
    return llm


def _open_client(made: Any, asked: Specification, settings: GenerationSettings) -> Any:  # noqa: ANN401
    key = _key(asked.provider, settings)
    wait = settings.silence_s
    match asked.provider:
        case "ollama":
            from ollama import Client

            at = {"base_url": asked.address} if asked.address else {}
            return made(
                model=asked.name,
                client=Client(asked.address or _OLLAMA, timeout=wait, event_hooks=HOOKS),
                request_timeout=wait,
                temperature=0.0,
                context_window=settings.context_tokens,
                additional_kwargs={"num_predict": settings.max_tokens, "seed": 0},
                **at,
            )
        case "openai-compatible":
            return made(
                model=asked.name,
                api_base=asked.address,
                api_key=key or "none",  # its client insists on one
                is_chat_model=True,
                is_function_calling_model=settings.tools,
                context_window=settings.context_tokens,
                temperature=0.0,
                max_tokens=settings.max_tokens,
                timeout=wait,
                max_retries=0,
                additional_kwargs={"seed": 0},
                http_client=watched_client(_default_client("openai"), timeout_s=wait),
            )
        case "openai":
            return made(
                model=asked.name,
                api_key=key,
                temperature=0.0,
                max_tokens=settings.max_tokens,
                timeout=wait,
                max_retries=0,
                http_client=watched_client(_default_client("openai"), timeout_s=wait),
            )
        case _:
            llm = made(
                model=asked.name,
                api_key=key,
                temperature=0.0,
                max_tokens=settings.max_tokens,
                timeout=wait,
                max_retries=0,
            )
            client = watched_client(_default_client("anthropic"), timeout_s=wait)
            llm._client = llm._client.with_options(http_client=client)
            return llm


def _default_client(package: str) -> Any:  # noqa: ANN401
    """What makes a package's HTTP client: httpx's, or that of a fork of it."""
    return importlib.import_module(package).DefaultHttpxClient


def _open_file(made: Any, asked: Specification, settings: GenerationSettings) -> Any:  # noqa: ANN401
    assert asked.file is not None
    if not asked.file.is_file():
        raise ModelMissingError(asked.file, "there is no such file")

    def prompt(messages: "list[ChatMessage]") -> str:
        return _templated(messages, llm._model.metadata)

    try:
        llm = made(
            model_path=str(asked.file),
            temperature=0.0,
            max_new_tokens=settings.max_tokens,
            context_window=settings.context_tokens,
            model_kwargs={"seed": 0, "n_threads": _cores()},
            messages_to_prompt=prompt,
            verbose=False,
        )
    except ValueError as error:
        raise ModelMissingError(asked.file, "it is no model that llama.cpp can read") from error
    return llm


def _templated(messages: "list[ChatMessage]", metadata: dict[str, str]) -> str:
    """A conversation in the words of the model's own template."""
    from llama_cpp.llama_chat_format import Jinja2ChatFormatter

    template = metadata.get("tokenizer.chat_template")
    plain: Any = [{"role": m.role.value, "content": m.content or ""} for m in messages]
    if not template:
        return "\n\n".join(message["content"] for message in plain) + "\n\n"
    formatter = Jinja2ChatFormatter(template=template, eos_token="", bos_token="")
    return str(formatter(messages=plain).prompt)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def first_model(llm: Any) -> str:  # noqa: ANN401  (a client of OpenAI's kind)
    """Name of the first model that an address offers.

    Raises:
        ModelFaultError: it offers none.
    """
    for model in llm._get_client().models.list():
        return legible(str(model.id)).strip()[:_MOST_CHARS]
    raise ModelFaultError("refused", "Its address offers no model.")


def _key(provider: Provider, settings: GenerationSettings) -> str:
    variable = key_variable(provider, settings)
    key = os.environ.get(variable, "") if variable else ""
    if variable and not key:
        raise ModelKeyError(variable)
    return key
