"""The OpenAI-compatible door: `/v1/chat/completions` and `/v1/models`, for any chat client.

The last user message is the question, what stands before it the conversation. System messages are
data of the client's and change nothing here; so do parameters that only a language model has. The
quotes come as `citations` beside a message's content, the answer object of all doors as
`assistant` beside the choices.
"""

import json
import re
import time
import uuid
from collections.abc import Generator, Iterator
from contextlib import closing
from typing import Annotated, Any, Literal

from fastapi import APIRouter, HTTPException
from fastapi.responses import JSONResponse, Response
from fastapi.sse import format_sse_event
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter
from starlette.responses import StreamingResponse

from assistant.answers import Answer, to_json
from assistant.conversation import Turn
from assistant.errors import InvalidQuestionError
from assistant.streaming import Told, last
from ui.desk import Desk
from ui.guards.errors import problem_of
from ui.guards.leaving import while_there
from ui.guards.problems import OPENAI, openai_error
from ui.rest import examples
from ui.rest.bodies import MAX_TURNS

MODEL = "programme-assistant"
MAX_MESSAGES = 2000
"""Longest conversation that is taken, in messages."""

_TOKEN = re.compile(r"\w+|[^\w\s]")


ERRORS: dict[int | str, dict[str, Any]] = {
    "4XX": {"description": "An error as OpenAI tells it; its message says what to do."}
}


class UnservedError(InvalidQuestionError):
    """The client asks for what only a language model can do."""


class _Tolerant(BaseModel):
    model_config = ConfigDict(extra="allow", frozen=True)


class Part(_Tolerant):
    """A part of a message's content."""

    type: str
    text: str = ""


class Message(_Tolerant):
    """A message of the conversation; its content is text, or parts of which each is text."""

    role: str
    content: str | list[Part] | None = None

    @property
    def text(self) -> str:
        """The content as text.

        Raises:
            UnservedError: a part of it is something else.
        """
        if self.content is None or isinstance(self.content, str):
            return self.content or ""
        if any(part.type not in {"text", "input_text", "output_text"} for part in self.content):
            raise UnservedError("Only text can be read; leave out images, sound and files.")
        return "\n".join(part.text for part in self.content)


class StreamOptions(_Tolerant):
    """How a stream is wanted."""

    include_usage: bool = False


class ChatRequest(_Tolerant):
    """A request for a completion; parameters that are not named here are let be."""

    model_config = ConfigDict(
        extra="allow",
        frozen=True,
        json_schema_extra={
            "examples": [
                {
                    "model": MODEL,
                    "messages": [{"role": "user", "content": "How many criteria for gold?"}],
                }
            ]
        },
    )

    messages: Annotated[list[Message], Field(min_length=1, max_length=MAX_MESSAGES)]
    model: Annotated[str, Field(description="Any name will do.")] = MODEL
    stream: bool = False
    stream_options: StreamOptions | None = None
    n: int | None = None
    tool_choice: Any = None
    response_format: Any = None


def openai_door(desk: Desk) -> APIRouter:
    """The routes over a desk."""
    api = APIRouter(prefix=OPENAI, tags=["OpenAI-compatible"], responses=ERRORS)
    made = int(time.time())

    @api.post(
        "/chat/completions",
        summary="Answer the last user message",
        response_model=None,
        responses={200: {"content": {"application/json": {"example": _example()}}}},
    )
    def complete(body: ChatRequest) -> Response:
        """As OpenAI's chat completions, streaming or not; quotes come as `citations`."""
        question, history = conversation(body)
        told = desk.tell(question, history)
        created = int(time.time())
        if not body.stream:
            answer = last(told)
            return JSONResponse(completion(answer, usage(body, answer), created))
        return StreamingResponse(
            while_there(chunks(told, body, created)),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-cache", "X-Accel-Buffering": "no"},
        )

    @api.get("/models", summary="The models there are: one")
    def models() -> dict[str, Any]:
        """As OpenAI's list of models."""
        return {"object": "list", "data": [_model(made)]}

    @api.get("/models/{name}", summary="A model")
    def model(name: str) -> dict[str, Any]:
        """As OpenAI's model."""
        if name != MODEL:
            raise HTTPException(404)
        return _model(made)

    return api


def conversation(body: ChatRequest) -> tuple[str, list[Turn]]:
    """The question of a request and what was said before it.

    Raises:
        UnservedError: it asks for what cannot be given here.
        InvalidQuestionError: no message is a user's.
    """
    if body.n not in (None, 1):
        raise UnservedError("There is one answer to a question; leave n out or set it to 1.")
    if body.tool_choice not in (None, "none", "auto"):
        raise UnservedError("No tools are called here; leave tool_choice out.")
    wanted = body.response_format
    if wanted is not None and not (isinstance(wanted, dict) and wanted.get("type") == "text"):
        raise UnservedError("Answers are text; leave response_format out.")
    asked = [at for at, message in enumerate(body.messages) if message.role == "user"]
    if not asked:
        raise InvalidQuestionError("No message has the role 'user', so nothing is asked.")
    roles: dict[str, Literal["user", "assistant"]] = {"user": "user", "assistant": "assistant"}
    history = [
        Turn(role=roles[message.role], content=message.text)
        for message in body.messages[: asked[-1]]
        if message.role in roles
    ]
    return body.messages[asked[-1]].text, history[-MAX_TURNS:]


def usage(body: ChatRequest, answer: Answer) -> dict[str, int]:
    """Words and marks taken and given: there is no model whose tokens could be counted."""
    taken = sum(len(_TOKEN.findall(_plain(message))) for message in body.messages)
    given = len(_TOKEN.findall(answer.text))
    return {"prompt_tokens": taken, "completion_tokens": given, "total_tokens": taken + given}


def completion(answer: Answer, used: dict[str, int], created: int) -> dict[str, Any]:
    """The answer as a completion."""
    whole = to_json(answer)
    message = {
        "role": "assistant",
        "content": answer.text,
        "refusal": None,
        "citations": whole["citations"],
    }
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}
    return {
        **_head(answer, created, "chat.completion"),
        "choices": [choice],
        "usage": used,
        "assistant": whole,
    }


def chunks(told: Told, body: ChatRequest, created: int) -> Generator[bytes, None, None]:
    """The answer as a stream: a chunk for each sentence, then the quotes, usage, and `[DONE]`.

    What fails on the way is told as OpenAI tells it within a stream: an event with `error`.
    """
    try:
        with closing(told):
            yield from _chunks(told, body, created)
    except Exception as error:  # noqa: BLE001  (the status is sent: only the stream can tell)
        yield _event({"error": openai_error(problem_of(error))})
    else:
        yield format_sse_event(data_str="[DONE]")


def _chunks(told: Told, body: ChatRequest, created: int) -> Iterator[bytes]:
    head: dict[str, Any] = {}

    def chunk(delta: dict[str, Any], finish: str | None = None, **more: object) -> bytes:
        choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
        return _event({**head, "choices": [choice], **more})

    for one in told:
        if not head and (begun := one if isinstance(one, Answer) else one.so_far):
            head = _head(begun, created, "chat.completion.chunk")
            yield chunk({"role": "assistant", "content": ""})
        if isinstance(one, Answer):
            whole = to_json(one)
            yield chunk({"citations": whole["citations"]}, "stop", assistant=whole)
            if body.stream_options and body.stream_options.include_usage:
                yield _event({**head, "choices": [], "usage": usage(body, one)})
        elif one.text:
            yield chunk({"content": one.text})


def _example() -> dict[str, Any]:
    answer = TypeAdapter(Answer).validate_python(examples.ANSWER)
    used = {"prompt_tokens": 6, "completion_tokens": 20, "total_tokens": 26}
    return completion(answer, used, 1_795_600_000)


def _event(value: dict[str, Any]) -> bytes:
    return format_sse_event(data_str=json.dumps(value, ensure_ascii=False))


def _head(answer: Answer, created: int, kind: str) -> dict[str, Any]:
    # Every chunk has the id of the first, and while a model writes the answer has none yet.
    return {
        "id": f"chatcmpl-{answer.id or uuid.uuid4().hex[:16]}",
        "object": kind,
        "created": created,
        "model": MODEL,
        "system_fingerprint": answer.index.id,
    }


def _model(created: int) -> dict[str, Any]:
    return {"id": MODEL, "object": "model", "created": created, "owned_by": MODEL}


def _plain(message: Message) -> str:
    content = message.content
    if content is None or isinstance(content, str):
        return content or ""
    return " ".join(part.text for part in content)
