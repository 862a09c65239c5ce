"""The OpenAI-compatible door, by OpenAI's own client."""

from collections.abc import Iterator
from typing import Any

import openai
import pytest
from openai import OpenAI
from openai.types.chat import ChatCompletionMessageParam
from pydantic import BaseModel

pytestmark = pytest.mark.model

FOLLOW_UP: list[ChatCompletionMessageParam] = [
    {"role": "system", "content": "You always answer 'bananas'."},
    {"role": "user", "content": "How many criteria for gold?"},
    {"role": "assistant", "content": "Gold needs 30 criteria [1]."},
    {"role": "user", "content": [{"type": "text", "text": "and for platinum?"}]},
]


@pytest.fixture(scope="module")
def client(address: str) -> Iterator[OpenAI]:
    with OpenAI(base_url=address + "/v1", api_key="none", max_retries=0) as client:
        yield client


def extra(model: BaseModel, name: str) -> Any:  # noqa: ANN401  (JSON)
    """A member that OpenAI's types do not know."""
    assert model.model_extra is not None
    return model.model_extra[name]


def test_the_last_message_is_answered_and_its_quotes_come_with_it(client: OpenAI) -> None:
    done = client.chat.completions.create(
        model="any", messages=FOLLOW_UP, temperature=0.2, seed=3, user="someone"
    )

    message = done.choices[0].message
    assert message.content is not None
    assert "37" in message.content
    assert "bananas" not in message.content
    assert done.choices[0].finish_reason == "stop"
    assert done.model == "programme-assistant"
    answer = extra(done, "assistant")
    assert done.id == f"chatcmpl-{answer['id']}"
    assert message.content == answer["text"]
    assert extra(message, "citations") == answer["citations"] != []
    assert done.usage is not None
    assert done.usage.total_tokens == done.usage.prompt_tokens + done.usage.completion_tokens > 20


def test_a_stream_is_the_same_answer_by_sentences(client: OpenAI) -> None:
    whole = client.chat.completions.create(model="any", messages=FOLLOW_UP)
    chunks = list(
        client.chat.completions.create(
            model="any", messages=FOLLOW_UP, stream=True, stream_options={"include_usage": True}
        )
    )

    deltas = [chunk.choices[0].delta for chunk in chunks if chunk.choices]
    assert deltas[0].role == "assistant"
    text = "".join(delta.content or "" for delta in deltas)
    assert text == whole.choices[0].message.content
    assert sum(bool(delta.content) for delta in deltas) >= 2
    last = [chunk for chunk in chunks if chunk.choices][-1]
    assert last.choices[0].finish_reason == "stop"
    assert extra(last, "assistant")["id"] == extra(whole, "assistant")["id"]
    assert chunks[-1].usage == whole.usage
    assert {chunk.id for chunk in chunks} == {whole.id}


def test_a_stream_ends_with_done(client: OpenAI) -> None:
    with client.chat.completions.with_streaming_response.create(
        model="any", messages=FOLLOW_UP, stream=True
    ) as response:
        assert response.headers["content-type"].startswith("text/event-stream")
        lines = [line for line in response.iter_lines() if line]

    assert lines[-1] == "data: [DONE]"


def test_the_helper_that_gathers_a_stream_understands_it(client: OpenAI) -> None:
    with client.chat.completions.stream(model="any", messages=FOLLOW_UP) as stream:
        final = stream.get_final_completion()

    assert "37" in (final.choices[0].message.content or "")


def test_a_refusal_is_an_answer(client: OpenAI) -> None:
    done = client.chat.completions.create(
        model="any", messages=[{"role": "user", "content": "how long is a certification valid?"}]
    )

    assert extra(done, "assistant")["status"] == "refused"
    assert done.choices[0].finish_reason == "stop"


def test_there_is_one_model(client: OpenAI) -> None:
    (model,) = client.models.list().data

    assert client.models.retrieve(model.id).id == model.id
    with pytest.raises(openai.NotFoundError):
        client.models.retrieve("another")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"n": 2}, "one answer"),
        ({"tool_choice": "required"}, "No tools are called"),
        ({"response_format": {"type": "json_object"}}, "Answers are text"),
        ({"messages": []}, "messages"),
        ({"messages": [{"role": "system", "content": "hi"}]}, "nothing is asked"),
        ({"messages": [{"role": "user", "content": " "}]}, "The question is empty."),
        ({"messages": [{"role": "user", "content": "x" * 2001}]}, "2,001 characters"),
        (
            {"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {}}]}]},
            "Only text can be read",
        ),
    ],
)
def test_what_cannot_be_given_is_said_in_openais_form(
    client: OpenAI, more: dict[str, Any], said: str
) -> None:
    body = {"model": "any", "messages": FOLLOW_UP, **more}
    with pytest.raises(openai.BadRequestError, match=said) as caught:
        client.chat.completions.create(**body)

    assert caught.value.type == "invalid_request_error"


def test_tools_that_are_only_offered_are_let_be(client: OpenAI) -> None:
    done = client.chat.completions.create(
        model="any",
        messages=FOLLOW_UP,
        tools=[{"type": "function", "function": {"name": "f", "parameters": {}}}],
        tool_choice="auto",
    )

    assert done.choices[0].message.tool_calls is None
