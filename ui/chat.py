"""The chat's handler: a message and what was said before become an answer with its sources."""

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from assistant.conversation import Turn
from assistant.pipeline import Assistant
from corpus.errors import ProgrammeAssistantError
from ui.rendering import to_markdown

log = logging.getLogger(__name__)

Respond = Callable[[str, Sequence[Mapping[str, Any]]], str]


def responder(assistant: Assistant) -> Respond:
    """A handler for Gradio's chat over an assistant; it can be called without a browser."""

    def respond(message: str, history: Sequence[Mapping[str, Any]]) -> str:
        try:
            return to_markdown(assistant.ask(message, _turns(history)))
        except ProgrammeAssistantError as error:
            return str(error)
        except Exception:  # the reader must see a plain sentence, whatever broke
            log.exception("An answer failed")
            return "Something went wrong on our side. Please ask again; the error has been logged."

    return respond


def _turns(history: Sequence[Mapping[str, Any]]) -> list[Turn]:
    """Gradio's messages as turns; a message's content may be a list of typed parts."""
    turns = []
    for message in history:
        content = message["content"]
        if not isinstance(content, str):
            content = " ".join(str(part.get("text", "")) for part in content)
        turns.append(Turn(role=message["role"], content=content))
    return turns
