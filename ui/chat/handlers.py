"""The chat's handler: a message and what was said before become an answer with its sources."""

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from assistant.conversation import Turn
from corpus.errors import ProgrammeAssistantError
from ui.desk import Desk
from ui.rendering import sources_markdown, text_of_markdown, to_markdown

log = logging.getLogger(__name__)

Message = dict[str, Any]
"""As Gradio's chat takes it: role, content, and metadata with the title of a fold-out."""

Respond = Callable[[str, Sequence[Mapping[str, Any]]], list[Message]]


def responder(desk: Desk) -> Respond:
    """A handler for Gradio's chat over a desk; it can be called without a browser."""

    def respond(message: str, history: Sequence[Mapping[str, Any]]) -> list[Message]:
        try:
            answer = desk.ask(message, _turns(history))
        except ProgrammeAssistantError as error:
            return [_said(str(error))]
        except Exception:  # the reader must see a plain sentence, whatever broke
            log.exception("An answer failed")
            return [_said("Something went wrong on our side. Please ask again; it was logged.")]
        said = [_said(to_markdown(answer))]
        if answer.citations:
            title = f"Sources ({len(answer.citations)})"
            said.append(_said(sources_markdown(answer), title=title, status="done"))
        return said

    return respond


def _said(content: str, **metadata: str) -> Message:
    return {"role": "assistant", "content": content, "metadata": metadata}


def _turns(history: Sequence[Mapping[str, Any]]) -> list[Turn]:
    """Gradio's messages as turns, fold-outs left out; content may be a list of typed parts."""
    turns = []
    for message in history:
        if (message.get("metadata") or {}).get("title"):
            continue
        content = message["content"]
        if not isinstance(content, str):
            content = " ".join(str(part.get("text", "")) for part in content)
        # What was offered to ask next was not said, and must not be taken up as a list.
        turns.append(Turn(role=message["role"], content=text_of_markdown(content)))
    return turns
