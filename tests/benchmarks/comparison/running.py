"""Running each system in a process of its own, and timing from outside what only shows there."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from assistant.settings import Settings
from index.telemetry import SWITCHES
from tests.benchmarks.comparison.sets import BenchSet, spread
from tests.benchmarks.comparison.systems import BARE, SYSTEMS, System
from tests.benchmarks.peers.jobs import FIRST, Answered, Ingested, Job, Task, Text

STARTS = 3
"""Rounds of starting every system anew; the systems take turns."""

SAMPLE = 60
"""So many passages tell the encoder's own rate, before and after each system's ingestion."""

QUIET = {**SWITCHES, "HAYSTACK_TELEMETRY_ENABLED": "False", "HF_HUB_OFFLINE": "1"}


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured of one system on one set.

    Attributes:
        ingested: None for a system that opens another's index.
        bare: the encoder alone on a sample, before and after that.
        answered: one for each round.
        starts_s: from starting the process to its first answer; empty where not measured.
    """

    ingested: Ingested | None = None
    bare: Sequence[Ingested] = ()
    answered: list[Answered] = field(default_factory=list)
    starts_s: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Runner:
    """Starts systems.

    Attributes:
        own: our interpreter; `peers` theirs.
        workshop: folder of one set, for passages and indexes.
    """

    settings: Settings
    own: Path
    peers: Path
    workshop: Path

    def job(self, system: System, bench: BenchSet, task: Task) -> Job:
        """What the system is told."""
        folder = self.workshop / system.index
        folder.mkdir(exist_ok=True)
        return Job(
            task=task,
            variant=system.variant,
            folder=folder,
            model=self.settings.model,
            cache=self.settings.cache_dir,
            programme=bench.programme,
            passages=self.workshop / "passages.jsonl",
            questions=() if task == "ingest" else bench.questions,
            limit=bench.limit,
        )

    def ingest(self, system: System, job: Job) -> Ingested:
        """Have an index made."""
        with self._started(system, job) as process:
            return Ingested.model_validate_json(_read(process))

    def start(self, system: System, job: Job) -> float:
        """Seconds from starting the process to its first answer."""
        start = time.perf_counter()
        with self._started(system, job) as process:
            _first(process)
            return time.perf_counter() - start

    def answer(self, system: System, job: Job) -> Answered:
        """Have all questions asked."""
        with self._started(system, job) as process:
            _first(process)
            return Answered.model_validate_json(_read(process))

    @contextmanager
    def _started(self, system: System, job: Job) -> Iterator["subprocess.Popen[str]"]:
        """The process, which has its job and must end well."""
        python = self.peers if system.is_peer else self.own
        command = [str(python), "-m", f"tests.benchmarks.peers.{system.module}"]
        with subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, **QUIET},
            cwd=Path(__file__).parents[3],
        ) as process:
            assert process.stdin
            process.stdin.write(job.model_dump_json())
            process.stdin.close()
            yield process
        if process.returncode:
            raise RuntimeError(f"{system.name} failed with {process.returncode}")


def measure(
    bench: BenchSet, runner: Runner, *, rounds: int, starts: bool, tell: Callable[[str], None]
) -> Mapping[str, Measured]:
    """Everything about every system on one set, by key.

    Args:
        rounds: so often all is asked; every other time through the systems backwards.
        starts: whether start-up is measured too.
        tell: told what is being done.
    """
    _write(runner.workshop / "passages.jsonl", bench.passages)
    _write(runner.workshop / "sample.jsonl", spread(bench.passages, SAMPLE))
    found: dict[str, Measured] = {}
    bare = _bare(runner, bench)
    for system in SYSTEMS:
        if system.shares:
            found[system.key] = Measured()
            continue
        tell(f"{bench.name}: ingestion by {system.name}")
        ingested = runner.ingest(system, runner.job(system, bench, "ingest"))
        before, bare = bare, _bare(runner, bench)
        found[system.key] = Measured(ingested, (before, bare))
    for number in range(rounds):
        for system in SYSTEMS if number % 2 == 0 else reversed(SYSTEMS):
            tell(f"{bench.name}: {len(bench.questions)} questions to {system.name}")
            answered = runner.answer(system, runner.job(system, bench, "answer"))
            found[system.key].answered.append(answered)
    for _ in range(STARTS if starts else 0):
        tell(f"{bench.name}: starting each system")
        for system in SYSTEMS:
            seconds = runner.start(system, runner.job(system, bench, "start"))
            found[system.key].starts_s.append(seconds)
    return found


def _bare(runner: Runner, bench: BenchSet) -> Ingested:
    """The encoder alone, at this moment, on some of the passages."""
    sample = {"passages": runner.workshop / "sample.jsonl"}
    return runner.ingest(BARE, runner.job(BARE, bench, "ingest").model_copy(update=sample))


def _write(path: Path, texts: Sequence[Text]) -> None:
    path.write_text("".join(f"{text.model_dump_json()}\n" for text in texts), encoding="utf-8")


def _first(process: "subprocess.Popen[str]") -> None:
    assert process.stdout
    line = process.stdout.readline().strip()
    if line != FIRST:
        raise RuntimeError(f"no first answer: {line}")


def _read(process: "subprocess.Popen[str]") -> str:
    assert process.stdout
    return process.stdout.read()
