"""llama.cpp's own OpenAI-compatible server over the local model, as a child process."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

MODEL = Path(__file__).parents[2] / ".model" / "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf"
NAME = "qwen2.5-coder-1.5b"
_START_S = 120


class ServerError(RuntimeError):
    """The server does not start; its last words are in the message."""


@contextmanager
def model_server(log: Path) -> Iterator[str]:
    """Serve the model on a free port of loopback; gives the setting that names it.

    Raises:
        ServerError: the model is not there, or the server ended or does not answer.
    """
    if not MODEL.is_file():
        raise ServerError(f"{MODEL} is not there; make it: make model")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    served = ["--model", str(MODEL), "--model_alias", NAME, "--n_ctx", "4096"]
    listening = ["--host", "127.0.0.1", "--port", str(port)]
    command = [sys.executable, "-m", "llama_cpp.server", *served, *listening]
    with log.open("w") as out:
        server = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)
    try:
        _wait(server, f"http://127.0.0.1:{port}/v1/models", log)
        yield f"{NAME}@http://127.0.0.1:{port}/v1"
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    until = time.monotonic() + _START_S
    while time.monotonic() < until and server.poll() is None:
        try:
            if httpx.get(address, timeout=2).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.5)
    raise ServerError(f"The model's server does not answer:\n{log.read_text()[-2000:]}")
