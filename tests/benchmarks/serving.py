"""What serving costs, against its floors, all measured in one run: part of `make bench`.

The server is a process of its own, as `assistant serve` starts it; the clients are threads here,
on the same cores.
"""

import http.client
import itertools
import json
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass

from assistant.evaluation.cases import read_cases
from corpus.programme import SHIPPED
from tests.benchmarks.measuring import memory_mb, report, seconds, write

IMPORTS = "import gradio, chromadb, llama_index.core"
CLIENTS = 32
ASKING_S = 30.0
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Server:
    """A running service: its process id and port."""

    pid: int
    port: int


def main() -> None:
    """Print each figure beside its limit."""
    questions = [case.q for case in read_cases(SHIPPED / "questions" / "development.yaml")]
    ratios = [first_answer_s(questions[0]) / seconds(IMPORTS) for _ in range(ROUNDS)]
    report("start to first answer served / imports", statistics.median(ratios), 1.6)
    with serving() as server:
        alone = [ask(server.port, question) for question in questions[:100]]
        report("resident memory after 100 answers, MB", memory_mb("VmRSS", server.pid), 550)
        one_s = statistics.median(alone[20:])
        write(f"one answer served, median {one_s * 1000:.1f} ms")
        taken, failed = crowd(server.port, questions)
        p95_s = sorted(taken)[int(0.95 * len(taken))]
        write(f"{CLIENTS} clients for {ASKING_S:.0f} s: {len(taken)} answers, {failed} failed")
        report("failed requests", failed, 0)
        report(f"p95 / {CLIENTS} answers one after another", p95_s / (CLIENTS * one_s), 2.2)
        report("resident memory after that, MB", memory_mb("VmRSS", server.pid), 550)


def first_answer_s(question: str) -> float:
    """Seconds from starting the process to the first answer that it served."""
    start = time.perf_counter()
    with serving() as server:
        ask(server.port, question)
        return time.perf_counter() - start


def ask(port: int, question: str, connection: http.client.HTTPConnection | None = None) -> float:
    """Seconds that an answer takes over REST.

    Raises:
        RuntimeError: it was not answered with 200 or 422, the status of an invalid question.
    """
    link = connection or http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    start = time.perf_counter()
    body = json.dumps({"question": question})
    link.request("POST", "/api/ask", body, {"Content-Type": "application/json"})
    response = link.getresponse()
    response.read()
    taken = time.perf_counter() - start
    if response.status not in {200, 422}:
        raise RuntimeError(f"{response.status}: {question}")
    if connection is None:
        link.close()
    return taken


def crowd(port: int, questions: list[str]) -> tuple[list[float], int]:
    """What each answer took, in seconds, with all clients asking at once; and how many failed."""
    taken: list[float] = []
    failed: list[str] = []
    end = time.perf_counter() + ASKING_S

    def client(number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        for question in itertools.cycle(questions[number:] + questions[:number]):
            if time.perf_counter() > end:
                return
            try:
                taken.append(ask(port, question, connection))
            except (OSError, RuntimeError, http.client.HTTPException) as error:
                failed.append(str(error))
                connection.close()

    threads = [threading.Thread(target=client, args=[n * 17]) for n in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return taken, len(failed)


@contextmanager
def serving(changes: Mapping[str, str] | None = None) -> Iterator[Server]:
    """A server over the index of these settings, with a database of its own.

    Args:
        changes: to the environment.
    """
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            **(changes or {}),
            "ASSISTANT_SERVICE__DATABASE": f"sqlite:///{folder}/answers.sqlite",
            "ASSISTANT_SERVICE__ASKED_PER_MINUTE": "1000000",
        }
        command = [sys.executable, "-m", "ui.cli", "serve", "--port", "0"]
        with subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, encoding="utf-8"
        ) as server:
            assert server.stdout is not None
            found = re.search(r":(\d+)/?\s*$", server.stdout.readline())
            assert found
            try:
                wait_for(int(found[1]))
                yield Server(server.pid, int(found[1]))
            finally:
                server.send_signal(signal.SIGTERM)
                server.wait(20)


def wait_for(port: int) -> None:
    """Return once the server answers."""
    while True:
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as link:
            try:
                link.request("GET", "/healthz")
                if link.getresponse().status == http.client.OK:
                    return
            except OSError:
                time.sleep(0.02)


if __name__ == "__main__":
    main()
