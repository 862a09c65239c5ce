"""A real Chroma server on the loopback, as `chroma run` starts it."""

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from index.telemetry import SWITCHES

_STARTED_S = 60.0


class ChromaServer:
    """A server over a folder; it may be stopped, and started again with what it had."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        assert self._process
        return self._process.pid

    def start(self) -> None:
        """Return once it answers."""
        command = [
            str(Path(sys.executable).with_name("chroma")),
            "run",
            "--path",
            str(self._folder),
        ]
        self._process = subprocess.Popen(
            [*command, "--host", "127.0.0.1", "--port", str(self.port)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=SWITCHES,
        )
        end = time.monotonic() + _STARTED_S
        while True:
            try:
                urllib.request.urlopen(f"{self.address}/api/v2/heartbeat", timeout=5).close()
            except (urllib.error.URLError, OSError):
                if time.monotonic() > end:
                    raise
                time.sleep(0.05)
            else:
                return

    def stop(self) -> None:
        """End it, as a machine that goes down does."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None
