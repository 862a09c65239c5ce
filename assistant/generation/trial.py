"""Trying the language model that is set: whether it answers, and how fast it is."""

import os
import time
from dataclasses import dataclass, replace

from assistant.generation.client import ModelClient
from assistant.generation.errors import Fault, ModelFaultError, ModelPackageError
from assistant.generation.prompts import choose_prompt
from assistant.generation.providers import key_variable, open_model
from assistant.generation.record import Usage
from assistant.generation.settings import GenerationSettings
from assistant.generation.specification import Specification
from assistant.generation.tool_calls import ProgrammeTools
from corpus.errors import ProgrammeAssistantError

TOKENS = 48
"""Written to tell how fast it is."""
_ASKED = "Count from one to thirty, in words."

REMEDIES: dict[Fault, str] = {
    "down": "Start its server, or correct the address in ASSISTANT_LLM.",
    "slow": "Take a smaller model, or give it more time: ASSISTANT_GENERATION__SILENCE_S and "
    "ASSISTANT_GENERATION__ANSWER_S.",
    "limited": "Its provider takes no more calls for now: wait, or ask for a higher limit there.",
    "refused": "Correct the model's name in ASSISTANT_LLM, or its key in the environment.",
    "too_long": "Give its server a larger context.",
    "garbled": "What answers there is no such server: its address often ends in /v1.",
    "empty": "It says nothing to a plain request: try another model.",
    "looping": "It comes to no end: try another model.",
}


@dataclass(frozen=True, slots=True)
class ModelTrial:
    """What came of trying a language model.

    Attributes:
        model: as it is set.
        name: what it is called where its answers are shown; empty if that could not be asked.
        packages: whether those of its provider are installed.
        key_variable: environment variable of its key; empty if it needs none.
        key_set: whether that holds something; never what.
        reachable: whether it has answered.
        calls_tools: whether it has called a tool when asked for it; None if it was not asked.
        first_word_ms: milliseconds to its first word.
        tokens_per_s: tokens that it writes in a second from then on, estimated from characters.
        problem: what is wrong, in a sentence; empty if nothing is.
        remedy: what to do about it.
    """

    model: str
    name: str
    packages: bool = True
    key_variable: str = ""
    key_set: bool = False
    reachable: bool = False
    calls_tools: bool | None = None
    first_word_ms: float | None = None
    tokens_per_s: float | None = None
    problem: str = ""
    remedy: str = ""


def try_model(asked: Specification, settings: GenerationSettings) -> ModelTrial:
    """Open the model and have it write a little, once, within the time of an answer."""
    variable = key_variable(asked.provider, settings)
    trial = ModelTrial(
        str(asked),
        asked.model,
        key_variable=variable,
        key_set=bool(variable and os.environ.get(variable)),
    )
    how = settings.model_copy(update={"retries": 0, "max_tokens": TOKENS})
    try:
        client = ModelClient(open_model(asked, how), asked.model, how)
    except ProgrammeAssistantError as error:
        packages = not isinstance(error, ModelPackageError)
        return replace(trial, packages=packages, problem=str(error))
    usage = Usage()
    try:
        _write(client, usage, how)
    except ModelFaultError as error:
        return replace(trial, problem=str(error), remedy=REMEDIES[error.fault])
    writing_ms = usage.ms - usage.first_ms
    return replace(
        trial,
        name=client.name,
        reachable=True,
        calls_tools=_calls_tools(client, how) if client.calls_tools else None,
        first_word_ms=usage.first_ms,
        tokens_per_s=round(usage.written / writing_ms * 1000, 1) if writing_ms > 0 else None,
    )


def _write(client: ModelClient, usage: Usage, how: GenerationSettings) -> None:
    from llama_index.core.base.llms.types import ChatMessage

    asked = [ChatMessage(role="user", content=_ASKED)]
    said = client.complete(asked, deadline=time.monotonic() + how.answer_s, usage=usage)
    if not said.strip():
        raise ModelFaultError("empty", "It wrote nothing.")


def _calls_tools(client: ModelClient, how: GenerationSettings) -> bool:
    prompt = list(choose_prompt("What level is 30 criteria?", (), subject="the certification"))
    deadline = time.monotonic() + how.answer_s
    try:
        return bool(
            client.choose(prompt, ProgrammeTools.offered(), deadline=deadline, usage=Usage())
        )
    except ModelFaultError:
        return False
