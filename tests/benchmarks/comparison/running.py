"""Running each system in a process of its own, and timing from outside what only shows there."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from assistant.condenser import Condensed
from assistant.evaluation.outside.programme import opened
from assistant.evaluation.outside.searching import ours
from assistant.evaluation.outside.vectors import RememberingEncoder
from assistant.evaluation.run import VECTORS
from assistant.settings import Settings
from index.models import prepared
from index.telemetry import SWITCHES
from tests.benchmarks.comparison.sets import BenchSet
from tests.benchmarks.comparison.systems import OURS, PEERS, SYSTEMS, System
from tests.benchmarks.peers.jobs import FIRST, Answered, Ingested, Job, Task

QUIET = {**SWITCHES, "HAYSTACK_TELEMETRY_ENABLED": "False", "HF_HUB_OFFLINE": "1"}


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured of one system on one set.

    Attributes:
        ingested: one for each round; none for a system that opens another's index.
        answered: one for each round.
        starts_s: from starting the process to its first answer, one for each round.
    """

    ingested: list[Ingested] = field(default_factory=list)
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
        """What the system is told; one that ingests finds its folder empty."""
        folder = self.workshop / system.index
        passages = self.workshop / "passages.jsonl"
        if task == "ingest":
            lines = "".join(f"{passage.model_dump_json()}\n" for passage in bench.passages)
            passages.write_text(lines, encoding="utf-8")
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
        return Job(
            task=task,
            variant=system.variant,
            folder=folder,
            model=self.settings.model,
            cache=self.settings.cache_dir,
            programme=bench.programme,
            passages=passages,
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
        """The process, which has its job."""
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


def measure(
    bench: BenchSet, runner: Runner, *, rounds: int, tell: Callable[[str], None]
) -> Mapping[str, Measured]:
    """Everything about every system on one set, by key.

    Args:
        rounds: so often all is done, the systems taking turns; every other time backwards.
        tell: told what is being done.
    """
    found = {system.key: Measured() for system in SYSTEMS}
    for number in range(rounds):
        order = SYSTEMS if number % 2 == 0 else tuple(reversed(SYSTEMS))
        for system in order:
            if not system.shares:
                tell(f"{bench.name}, round {number + 1}: {system.name} ingests")
                job = runner.job(system, bench, "ingest")
                found[system.key].ingested.append(runner.ingest(system, job))
        for system in order:
            tell(f"{bench.name}, round {number + 1}: {system.name} answers")
            job = runner.job(system, bench, "answer")
            answered = runner.answer(system, job)
            found[system.key].answered.append(
                answered if system.is_peer else _named(answered, bench)
            )
        for system in order:
            job = runner.job(system, bench, "start")
            found[system.key].starts_s.append(runner.start(system, job))
    return found


def _named(answered: Answered, bench: BenchSet) -> Answered:
    """With our documents, which are made of a passage each, under the passages' names."""
    rankings = {
        question: [bench.ours[id_] for id_ in ranking]
        for question, ranking in answered.rankings.items()
    }
    return answered.model_copy(update={"rankings": rankings})


def find(bench: BenchSet, runner: Runner, *, tell: Callable[[str], None]) -> Mapping[str, Measured]:
    """Only what each system finds: vectors are kept from one to the next, and no time counts."""
    path = runner.settings.cache_dir / VECTORS
    tell(f"{bench.name}: {OURS.name}")
    found = {OURS.key: Measured(answered=[_ours(bench, runner.settings, path)])}
    for system in PEERS:
        tell(f"{bench.name}: {system.name}")
        ingesting, asking = (
            runner.job(system, bench, task).model_copy(update={"vectors": path})
            for task in ("ingest", "answer")
        )
        ingested = runner.ingest(system, ingesting)
        found[system.key] = Measured([ingested], [runner.answer(system, asking)])
    return found


def _ours(bench: BenchSet, settings: Settings, path: Path) -> Answered:
    """What we find, as `assistant eval --outside` has it searched."""
    from index.embedder import Embedder

    model = prepared(settings.model, settings.cache_dir)
    assert model  # the first set needed it too
    with (
        RememberingEncoder(Embedder(model), model_digest=model.digest, path=path) as encoder,
        opened(
            bench.read, settings=settings, encoder=encoder, progress=lambda *_: None
        ) as programme,
    ):
        search = ours(programme)
        rankings = {q.id: list(search(Condensed(q.text))) for q in bench.questions}
    return Answered(rankings=rankings, search_ms=(), bare_ms=(), resident_mb=0, peak_mb=0)


def _first(process: "subprocess.Popen[str]") -> None:
    """Wait for the first answer.

    Raises:
        RuntimeError: there is none.
    """
    assert process.stdout
    line = process.stdout.readline().strip()
    if line != FIRST:
        raise RuntimeError(f"{process.args!r} gave no first answer: {line}")


def _read(process: "subprocess.Popen[str]") -> str:
    """All that it still has to tell.

    Raises:
        RuntimeError: it failed; what it said of that went to standard error.
    """
    assert process.stdout
    told = process.stdout.read()
    if process.wait():
        raise RuntimeError(f"{process.args!r} failed")
    return told
