"""The client against a server that has every fault, over the loopback."""

import contextlib
import gc
import itertools
import logging
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import httpx
import pytest

from assistant.generation.client import ModelClient
from assistant.generation.connections import Line
from assistant.generation.errors import Fault, ModelFaultError
from assistant.generation.prompts import choose_prompt, rephrase_prompt
from assistant.generation.providers import open_model
from assistant.generation.record import Usage
from assistant.generation.settings import GenerationSettings
from assistant.generation.specification import read_specification
from assistant.generation.tool_calls import ProgrammeTools
from assistant.router import Route
from tests.model_server import BROKEN, Item, ModelServer, Reply, Status, ToolUse

PROMPT = rephrase_prompt("What did Boise do?", ())
CANARY = "sk-canary-5f1c9b"
GOOD = ["Boise ", "holds ", "silver [1]."]


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    """The first call imports its client, which takes its time."""
    with ModelServer(lambda _: GOOD) as own:
        said(client_of(own), within_s=60)


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer(lambda _: GOOD) as own:
        yield own


def client_of(server: ModelServer, *, name: str | None = None, **changes: object) -> ModelClient:
    settings = GenerationSettings.model_validate({"backoff_s": 0.01, "silence_s": 10, **changes})
    asked = read_specification(server.setting if name is None else server.address)
    assert asked is not None
    return ModelClient(open_model(asked, settings), asked.model, settings)


def said(client: ModelClient, *, within_s: float = 20.0, usage: Usage | None = None) -> str:
    deadline = time.monotonic() + within_s
    return client.complete(PROMPT, deadline=deadline, usage=usage or Usage())


def fault(client: ModelClient, *, within_s: float = 20.0) -> ModelFaultError:
    with pytest.raises(ModelFaultError) as caught:
        said(client, within_s=within_s)
    return caught.value


def in_turn(*replies: Reply) -> Reply:
    """One reply after the other, the last again and again."""
    left = [*replies]
    return lambda body: (left.pop(0) if len(left) > 1 else left[0])(body)


def refused(
    code: int, message: str = "scripted", headers: Mapping[str, str] | None = None
) -> Callable[[Mapping[str, Any]], list[Item]]:
    return lambda _: [Status(code, message, headers or {})]


def test_pieces_come_as_they_are_said_and_are_counted(server: ModelServer) -> None:
    usage = Usage()
    pieces = client_of(server).stream(PROMPT, deadline=time.monotonic() + 20, usage=usage)
    assert [piece for piece in pieces if piece] == GOOD
    assert usage.calls == 1
    assert usage.written == sum(-(-len(piece) // 3) for piece in GOOD)
    assert usage.read == sum(len(message.content or "") for message in PROMPT) // 3
    assert 0 < usage.first_ms <= usage.ms


def test_a_model_that_is_not_named_is_the_first_of_its_address(server: ModelServer) -> None:
    client = client_of(server, name="")
    assert client.name == "unnamed"
    said(client)
    said(client)
    assert client.name == "scripted"
    assert server.listings == 1
    assert server.requests[0].body["model"] == "scripted"


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ([Status(401, "no such key")], "refused"),
        ([Status(403)], "refused"),
        ([Status(404, "no such model")], "refused"),
        ([Status(400, "maximum context length is 4096 tokens")], "too_long"),
        ([Status(429)], "limited"),
        ([Status(500)], "down"),
        ([Status(503, "loading")], "down"),
        ([BROKEN], "down"),
        (["Boise ", BROKEN], "down"),
        ([b"data: {broken\n\n"], "garbled"),
        ([b'data: {"choices": 7}\n\n'], "garbled"),
        ([b'data: {"choices": [{"delta": {"content": 7}}]}\n\n'], "garbled"),
        ([b'data: ["\xff\xfe"]\n\n'], "garbled"),
        (["Boise ", b'data: {"choices": [{"delta": {"content": "\xc3"}}]}\n\n'], "garbled"),
        ([b'data: {"error": {"message": "out of memory"}}\n\n'], "down"),
    ],
)  # fmt: skip
def test_every_fault_is_told_apart(server: ModelServer, reply: list[Item], expected: Fault) -> None:
    server.reply = lambda _: reply
    assert fault(client_of(server)).fault == expected


@pytest.mark.parametrize("reply", [[20.0, "late"], ["Boise ", 20.0, "late"]])
def test_a_server_that_is_silent_for_too_long_is_slow(
    server: ModelServer, reply: list[Item]
) -> None:
    server.reply = lambda _: reply
    start = time.monotonic()
    assert fault(client_of(server, silence_s=1)).fault == "slow"
    assert time.monotonic() - start < 5


def test_a_server_that_is_not_there_is_down() -> None:
    with ModelServer(lambda _: GOOD) as server:
        client = client_of(server)
    start = time.monotonic()
    assert fault(client).fault == "down"
    assert time.monotonic() - start < 5


def test_a_character_that_is_cut_between_two_pieces_is_whole_again(server: ModelServer) -> None:
    event = '{"choices": [{"index": 0, "delta": {"content": "São José"}}]}'
    data = f"data: {event}\n\n".encode()
    cut = data.index("ã".encode()) + 1
    server.reply = lambda _: [data[:cut], 0.05, data[cut:]]
    assert said(client_of(server)) == "São José"


@pytest.mark.parametrize("failure", [Status(500), Status(429), BROKEN])
def test_what_fails_before_its_first_word_is_tried_again(
    server: ModelServer, failure: Item
) -> None:
    server.reply = in_turn(lambda _: [failure], lambda _: [failure], lambda _: GOOD)
    usage = Usage()
    assert said(client_of(server, retries=2), usage=usage) == "".join(GOOD)
    assert usage.calls == len(server.requests) == 3


@pytest.mark.parametrize("failure", [[Status(401)], ["Boise ", BROKEN], [b"data: {\n\n"]])
def test_what_would_fail_again_is_not_tried_again(server: ModelServer, failure: list[Item]) -> None:
    server.reply = lambda _: failure
    fault(client_of(server, retries=3))
    assert len(server.requests) == 1


def test_waits_between_tries_double(server: ModelServer) -> None:
    times: list[float] = []

    def reply(_: Mapping[str, Any]) -> list[Item]:
        times.append(time.monotonic())
        return [Status(500)]

    server.reply = reply
    fault(client_of(server, retries=2, backoff_s=0.2))
    first, second = (b - a for a, b in itertools.pairwise(times))
    assert first >= 0.2
    assert second >= 2 * 0.2


def test_a_server_that_names_a_wait_is_given_it(server: ModelServer) -> None:
    limited = refused(429, headers={"Retry-After": "0.5"})
    server.reply = in_turn(limited, lambda _: GOOD)
    start = time.monotonic()
    assert said(client_of(server, backoff_s=0.01)) == "".join(GOOD)
    assert time.monotonic() - start >= 0.5


@pytest.mark.parametrize("asked", ["20", "3600", "soon", "-5", "nan", "inf"])
def test_no_wait_goes_beyond_the_time_there_is(server: ModelServer, asked: str) -> None:
    server.reply = refused(429, headers={"Retry-After": asked})
    start = time.monotonic()
    assert fault(client_of(server), within_s=2).fault == "limited"
    assert time.monotonic() - start < 2 + 1


def test_what_is_too_long_is_not_sent(server: ModelServer) -> None:
    client = client_of(server, context_tokens=512, max_tokens=500)
    assert fault(client).fault == "too_long"
    assert server.requests == []


def test_a_model_that_fails_again_and_again_is_left_alone_for_a_while(server: ModelServer) -> None:
    client = client_of(server, retries=0, break_after=3, break_s=0.3)
    server.reply = refused(500)
    assert [fault(client).fault for _ in range(5)] == ["down"] * 5
    assert len(server.requests) == 3
    server.reply = lambda _: GOOD
    time.sleep(0.35)
    assert said(client) == "".join(GOOD)
    assert said(client) == "".join(GOOD)
    assert len(server.requests) == 5


def test_a_try_that_fails_after_the_while_leaves_it_alone_again(server: ModelServer) -> None:
    client = client_of(server, retries=0, break_after=1, break_s=0.2)
    server.reply = refused(500)
    fault(client)
    time.sleep(0.25)
    fault(client)
    fault(client)
    assert len(server.requests) == 2


def test_a_model_that_is_told_too_much_is_not_one_that_fails(server: ModelServer) -> None:
    client = client_of(server, break_after=1)
    server.reply = refused(400, "this exceeds the context window")
    assert [fault(client).fault for _ in range(3)] == ["too_long"] * 3


def test_a_reader_who_leaves_is_no_failure(server: ModelServer) -> None:
    client = client_of(server, break_after=1)
    for _ in range(3):
        stream = client.stream(PROMPT, deadline=time.monotonic() + 20, usage=Usage())
        next(stream)
        stream.close()
    assert said(client) == "".join(GOOD)


@pytest.mark.parametrize("rest", [[30.0], [word for _ in range(3000) for word in ("more ", 0.01)]])
def test_the_server_sees_at_once_that_the_reader_has_left(
    server: ModelServer, rest: list[Item]
) -> None:
    server.reply = lambda _: ["Boise ", *rest]
    stream = client_of(server, silence_s=60).stream(
        PROMPT, deadline=time.monotonic() + 60, usage=Usage()
    )
    assert next(stream) == "Boise "
    stream.close()
    assert server.wait_for().left.wait(5)


@pytest.mark.parametrize(
    "reply",
    [
        [30.0],
        ["Boise ", 30.0],
        [item for _ in range(3000) for item in (b"x" * 1000, 0.005)],  # no line ever ends
        [item for _ in range(3000) for item in (b": ping\n\n", 0.005)],
        [item for _ in range(3000) for item in ("word ", 0.005)],
    ],
    ids=["silent", "stops", "no end of line", "pings", "endless"],
)
def test_the_server_sees_at_once_that_the_time_is_up(
    server: ModelServer, reply: list[Item]
) -> None:
    server.reply = lambda _: reply
    start = time.monotonic()
    assert fault(client_of(server, silence_s=60), within_s=1).fault == "slow"
    assert time.monotonic() - start < 1 + 1
    assert server.wait_for().left.wait(5)
    assert not _listening(within_s=5)


def test_a_call_that_waits_its_turn_waits_no_longer_than_it_may(server: ModelServer) -> None:
    client = client_of(server, at_once=1, silence_s=60)
    server.reply = lambda _: ["Boise ", 30.0]
    first = client.stream(PROMPT, deadline=time.monotonic() + 60, usage=Usage())
    next(first)
    assert fault(client, within_s=0.3).fault == "slow"
    assert len(server.requests) == 1
    first.close()
    server.reply = lambda _: GOOD
    assert said(client) == "".join(GOOD)


def test_a_tool_is_called_with_what_the_model_gives(server: ModelServer) -> None:
    server.reply = lambda _: [ToolUse("tier", '{"met": 30}')]
    (call,) = _chosen(client_of(server))
    assert (call.tool, call.arguments) == ("tier", {"met": 30})
    offered = {tool["function"]["name"] for tool in server.requests[0].body["tools"]}
    assert offered == {"tier", "eligibility", "directory", "criteria"}


@pytest.mark.parametrize("arguments", ["", "{", "[1]", "7", '"met"', "null", "\ud83d"])
def test_arguments_that_are_no_object_are_none(server: ModelServer, arguments: str) -> None:
    server.reply = lambda _: [ToolUse("tier", arguments)]
    for call in _chosen(client_of(server)):
        assert call.arguments == {}


@pytest.mark.parametrize(
    "reply", [[b"not JSON"], [b'{"choices": []}'], [b'{"choices": [{"message": 7}]}'], [b"[]"]]
)
def test_a_choice_that_cannot_be_read_is_garbled(server: ModelServer, reply: list[Item]) -> None:
    server.reply = lambda _: reply
    with pytest.raises(ModelFaultError) as caught:
        _chosen(client_of(server))
    assert caught.value.fault == "garbled"


@pytest.mark.parametrize(
    "reply", [[Status(401, f"wrong key {CANARY}")], [BROKEN], [b"data: {\n\n"]]
)
def test_a_key_is_in_no_error_and_no_log(
    server: ModelServer,
    reply: list[Item],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    monkeypatch.setenv("OUR_KEY", CANARY)
    server.reply = lambda _: reply
    error = fault(client_of(server, key_variable="OUR_KEY", retries=0))
    assert server.requests[0].headers["Authorization"] == f"Bearer {CANARY}"
    assert CANARY not in str(error)
    assert CANARY not in repr(error)
    ours = [record for record in caplog.records if record.name.startswith("assistant")]
    assert CANARY not in " ".join(record.getMessage() for record in ours)
    assert CANARY not in "".join(traceback.format_exception_only(error))


def test_a_key_goes_nowhere_but_where_it_is_for(
    server: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUR_KEY", CANARY)
    with ModelServer(lambda _: GOOD) as other:
        location = f"{other.address}/chat/completions"
        server.reply = refused(307, headers={"Location": location})
        fault(client_of(server, key_variable="OUR_KEY", retries=0))
        assert other.requests == []


def _chosen(client: ModelClient) -> Any:  # noqa: ANN401
    def route(text: str, language: str) -> Route:
        raise AssertionError("nothing is run")

    return client.choose(
        [*choose_prompt("What level are 30?", (), subject="cities")],
        ProgrammeTools(route).offered(),
        deadline=time.monotonic() + 20,
        usage=Usage(),
    )


def _listening(*, within_s: float) -> bool:
    """Whether a thread still listens to a model after so many seconds."""
    end = time.monotonic() + within_s
    while time.monotonic() < end:
        if not any(thread.name == "language model" for thread in threading.enumerate()):
            return False
        time.sleep(0.02)
    return True


@pytest.mark.parametrize(
    "reply", [GOOD, [*GOOD, 60], [*GOOD, BROKEN], [b'data: {"choices": {"a": 1}}\n\n']]
)
def test_a_response_is_closed_by_the_thread_that_made_it(
    server: ModelServer, monkeypatch: pytest.MonkeyPatch, reply: list[Item]
) -> None:
    """And not by the garbage collector, in the midst of another request."""
    responses: list[httpx.Response] = []
    noted = Line.hear

    def hear(line: Line, response: httpx.Response) -> None:
        responses.append(response)
        noted(line, response)

    monkeypatch.setattr(Line, "hear", hear)
    server.reply = lambda _: reply
    words = client_of(server).stream(PROMPT, deadline=time.monotonic() + 0.5, usage=Usage())
    gc.disable()  # an error of another shape holds the response in a circle
    try:
        with contextlib.suppress(ModelFaultError):
            list(words)
    finally:
        gc.enable()
    assert responses
    assert all(response.is_closed for response in responses)
