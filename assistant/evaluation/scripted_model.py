"""A server that speaks OpenAI's language on the loopback and says what a measurement has it say.

So the whole way is measured that a real model's words go: its client, the stream, the cutting into
sentences, the check.
"""

import contextlib
import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

NAME = "scripted"
_PIECE = 16
"""Characters that are sent at a time."""

Say = Callable[[str, str], str]
"""What is said to a system prompt and to what the user's turn holds."""


@contextlib.contextmanager
def scripted_model(say: Say) -> Iterator[str]:
    """Serve a model that says this; gives the setting that names it."""

    class Handler(_Handler):
        def said(self, system: str, user: str) -> str:
            return say(system, user)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"{NAME}@http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    def said(self, system: str, user: str) -> str:
        raise NotImplementedError

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (as its base has it)
        """Nothing: a measurement has its own report."""

    def do_POST(self) -> None:
        """Answer a request for a completion; one that offers tools is told that none is wanted."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        told = {m["role"]: str(m.get("content") or "") for m in body["messages"]}
        text = "none" if "tools" in body else self.said(told.get("system", ""), told["user"])
        self.send_response(200)
        if body.get("stream"):
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            with contextlib.suppress(ConnectionError):  # enough was heard
                for start in range(0, len(text), _PIECE):
                    self._event({"content": text[start : start + _PIECE]})
                self.wfile.write(b"data: [DONE]\n\n")
        else:
            choice = {"index": 0, "message": {"role": "assistant", "content": text}}
            data = json.dumps(_chunk("chat.completion", choice)).encode()
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    def _event(self, delta: dict[str, Any]) -> None:
        told = _chunk("chat.completion.chunk", {"index": 0, "delta": delta})
        self.wfile.write(f"data: {json.dumps(told)}\n\n".encode())
        self.wfile.flush()


def _chunk(kind: str, choice: dict[str, Any]) -> dict[str, Any]:
    return {"id": NAME, "object": kind, "created": 0, "model": NAME, "choices": [choice]}
