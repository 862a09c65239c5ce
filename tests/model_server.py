"""A server that speaks OpenAI's language on the loopback and says what a test has it say.

What it says to a request is a callable's, which gives for the request's body one after the other:

- `str`: a piece of the text, as a model would give it;
- `float` or `int`: seconds to wait, which end early if the client leaves;
- `ToolUse`: a tool that it wants called;
- `Status`: an error in place of a reply; only at the beginning;
- `bytes`: sent as they are in place of an event, for garbage and for characters cut in two;
- `BROKEN`: the connection ends here, without the end of a reply.

It may be a generator, so that a test can hold it up. A callable that raises is a broken connection.
"""

import contextlib
import json
import re
import select
import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final

Body = Mapping[str, Any]

BROKEN: Final = object()
"""The connection ends, as when a server is killed."""
MODEL: Final = "scripted"
_LOOK_S = 0.02
"""How often a waiting server looks whether its client has left."""


@dataclass(frozen=True, slots=True)
class Status:
    """An error of HTTP."""

    code: int
    message: str = "scripted"
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ToolUse:
    """A tool that the model wants called; arguments as they go over the wire."""

    name: str
    arguments: str = "{}"


Item = str | bytes | float | int | Status | ToolUse | object
Reply = Callable[[Body], Iterable[Item]]


@dataclass(slots=True)
class Request:
    """A request that was made.

    Attributes:
        left: set once the client has left before the reply was at its end.
        ended: set once the reply is at its end, or the client has left.
        sent: pieces of text that were sent so far.
    """

    path: str
    headers: Mapping[str, str]
    body: Body
    left: threading.Event = field(default_factory=threading.Event)
    ended: threading.Event = field(default_factory=threading.Event)
    sent: int = 0

    @property
    def told(self) -> str:
        """All that the model was told, in one text."""
        contents = [message.get("content") or "" for message in self.body.get("messages", ())]
        return "\n\n".join(map(str, contents))


class ModelServer:
    """The server; stop it with `close`, or use it as a context.

    Args:
        reply: what it says; `lambda body: ["One sentence [1]."]` says always the same.
        models: names that it offers.
        port: 0 takes a free one; a test that brings a server back gives that of the first.

    Attributes:
        reply: may be put in place of what was given.
        requests: for completions, in order.
        listings: how often the list of models was asked for.
    """

    def __init__(self, reply: Reply, *, models: Sequence[str] = (MODEL,), port: int = 0) -> None:
        self.reply = reply
        self.models = models
        self.requests: list[Request] = []
        self.listings = 0
        owner = self

        class Handler(_Handler):
            server_of_models = owner

        self._http = _Server(("127.0.0.1", port), Handler)
        self._thread = threading.Thread(
            target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        self._thread.start()

    @property
    def port(self) -> int:
        """Where it listens."""
        return self._http.server_port

    @property
    def address(self) -> str:
        """Its address as an OpenAI-compatible one: `http://127.0.0.1:port/v1`."""
        return f"http://127.0.0.1:{self.port}/v1"

    @property
    def setting(self) -> str:
        """What ASSISTANT_LLM is to say."""
        return f"{MODEL}@{self.address}"

    def wait_for(self, count: int = 1, *, timeout_s: float = 10.0) -> Request:
        """The latest of so many requests, once they were made.

        Raises:
            TimeoutError: there were not so many in time.
        """
        end = time.monotonic() + timeout_s
        while len(self.requests) < count:
            if time.monotonic() > end:
                raise TimeoutError(f"{len(self.requests)} of {count} requests were made")
            time.sleep(0.01)
        return self.requests[count - 1]

    def close(self) -> None:
        """Stop, and let go of the port; replies on their way are broken off."""
        self._http.shutdown()
        self._http.server_close()
        self._http.cut()
        self._thread.join(5)

    def __enter__(self) -> "ModelServer":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


_SHOWN = re.compile(r"^\[(\d+)\] \((?:[^()]|\([^()]*\))*\) (.+)$", re.MULTILINE)


def evidence(body: Body) -> dict[int, str]:
    """The evidence that a model was shown for an answer, by its number."""
    told = "\n".join(str(message.get("content") or "") for message in body.get("messages", ()))
    return {int(n): text for n, text in _SHOWN.findall(told)}


def quoting(body: Body, *, most: int = 2) -> Iterator[str]:
    """What an honest model without words of its own would say: the first evidence, in pieces."""
    for n, text in [*evidence(body).items()][:most]:
        marked = f"{text.rstrip('.')} [{n}]. "
        yield from (marked[at : at + 12] for at in range(0, len(marked), 12))


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True
    request_queue_size = 64

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        super().__init__(address, handler)
        self._open: set[socket.socket] = set()

    def process_request(self, request: Any, client_address: Any) -> None:  # noqa: ANN401
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:  # noqa: ANN401
        self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401
        """A client that leaves is what tests are about."""

    def cut(self) -> None:
        for own in [*self._open]:
            with contextlib.suppress(OSError):
                own.shutdown(socket.SHUT_RDWR)


class _ClientLeftError(Exception):
    pass


class _Handler(BaseHTTPRequestHandler):
    server_of_models: ModelServer
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nothing is said: the tests' output is for the tests."""

    def do_GET(self) -> None:
        self.server_of_models.listings += 1
        offered = [
            {"id": name, "object": "model", "created": 0, "owned_by": "tests"}
            for name in self.server_of_models.models
        ]
        self._whole(200, {"object": "list", "data": offered})

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        request = Request(self.path, dict(self.headers.items()), json.loads(raw or b"{}"))
        self.server_of_models.requests.append(request)
        try:
            self._reply(request)
        except (_ClientLeftError, ConnectionError):
            request.left.set()
            self.close_connection = True
        except Exception:  # noqa: BLE001  (as a server that falls over)
            self._break()
        finally:
            request.ended.set()

    def _reply(self, request: Request) -> None:
        items = iter(self.server_of_models.reply(request.body))
        first = next(items, None)
        while isinstance(first, int | float):
            self._wait(first)
            first = next(items, None)
        if isinstance(first, Status):
            error = {"message": first.message, "type": "scripted", "code": None}
            self._whole(first.code, {"error": error}, first.headers)
            return
        every = _chained(first, items)
        if request.body.get("stream"):
            self._stream(request, every)
        else:
            self._complete(request, every)

    def _stream(self, request: Request, items: Iterable[Item]) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for item in items:
            if item is BROKEN:
                self._break()
                return
            if isinstance(item, int | float):
                self._wait(item)
            elif isinstance(item, bytes):
                self._chunk(item)
            else:
                if self._has_left():
                    raise _ClientLeftError
                self._event(_delta(item))
                request.sent += 1
        self._event({}, finish="stop")
        self._chunk(b"data: [DONE]\n\n")
        self.wfile.write(b"0\r\n\r\n")

    def _complete(self, request: Request, items: Iterable[Item]) -> None:
        text, calls = "", list[dict[str, Any]]()
        for item in items:
            if item is BROKEN:
                self._break()
                return
            if isinstance(item, int | float):
                self._wait(item)
            elif isinstance(item, str):
                text += item
                request.sent += 1
            elif isinstance(item, bytes):
                self._raw(item)
                return
            else:
                calls += _delta(item)["tool_calls"]
        message = {"role": "assistant", "content": text, **({"tool_calls": calls} if calls else {})}
        reason = "tool_calls" if calls else "stop"
        choice = {"index": 0, "message": message, "finish_reason": reason}
        used = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
        self._whole(200, {**_head("chat.completion"), "choices": [choice], "usage": used})

    def _event(self, delta: Mapping[str, Any], finish: str | None = None) -> None:
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        told = json.dumps({**_head("chat.completion.chunk"), "choices": [choice]})
        self._chunk(f"data: {told}\n\n".encode())

    def _chunk(self, data: bytes) -> None:
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def _whole(self, code: int, value: object, headers: Mapping[str, str] | None = None) -> None:
        self._raw(json.dumps(value).encode(), code, headers)

    def _raw(self, data: bytes, code: int = 200, headers: Mapping[str, str] | None = None) -> None:
        self.send_response(code)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def _break(self) -> None:
        self.close_connection = True
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def _wait(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if self._has_left():
                raise _ClientLeftError
            time.sleep(min(_LOOK_S, left))

    def _has_left(self) -> bool:
        readable, _, _ = select.select([self.connection], [], [], 0)
        return bool(readable) and not self.connection.recv(1, socket.MSG_PEEK)


def _chained(first: Item | None, rest: Iterator[Item]) -> Iterator[Item]:
    if first is not None:
        yield first
    yield from rest


def _delta(item: Item) -> dict[str, Any]:
    if isinstance(item, ToolUse):
        called = {"name": item.name, "arguments": item.arguments}
        return {"tool_calls": [{"index": 0, "id": "call", "type": "function", "function": called}]}
    return {"role": "assistant", "content": item}


def _head(kind: str) -> dict[str, Any]:
    return {"id": "scripted", "object": kind, "created": 0, "model": MODEL}
