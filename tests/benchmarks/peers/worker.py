"""A system's process: does one job, and measures it from within.

Nothing that is measured is imported here, so that a start-up is the system's own.
"""

import atexit
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tests.benchmarks.measuring import memory_mb
from tests.benchmarks.peers.jobs import FIRST, SETTLED, Answered, Ingested, Job, Text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.evaluation.outside.vectors import Encoder
    from index.models import Record

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Opened:
    """An index that answers.

    Attributes:
        search: a question and how many are wanted to ids of passages, best first.
        embed: the forward pass of a question, by the model that `search` uses.
    """

    search: Callable[[str, int], Sequence[str]]
    embed: Callable[[str], object]


class System(Protocol):
    """Something that finds passages."""

    def ingest(self, job: Job, passages: Sequence[Text]) -> Callable[[], object]:
        """Load what is needed, and give what makes an index of the passages in `job.folder`.

        What that returns is no matter, unless a float: the `time.time()` since which all are found.
        """
        ...

    def open(self, job: Job) -> Opened:
        """Open that index."""
        ...


@dataclass(frozen=True, slots=True)
class Model:
    """The embedding model that every system uses; `record` has its prompts."""

    encoder: "Encoder"
    record: "Record"

    def question(self, text: str) -> "NDArray[np.float32]":
        """A question's vector."""
        return self.encoder.embed_query(text)

    def passages(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Passages' vectors."""
        return self.encoder.embed_passages(texts)


def load(job: Job) -> Model:
    """The model, which remembers only if the job says where.

    Raises:
        RuntimeError: it is not prepared.
    """
    from index.embedder import Embedder
    from index.models import prepared

    model = prepared(job.model, job.cache)
    if model is None:
        raise RuntimeError(f"{job.model} is not prepared: assistant index build")
    if job.vectors is None:
        return Model(Embedder(model), model.record)
    from assistant.evaluation.outside.vectors import RememberingEncoder

    closing = ExitStack()
    atexit.register(closing.close)
    remembering = RememberingEncoder(Embedder(model), model_digest=model.digest, path=job.vectors)
    kept = closing.enter_context(remembering)
    return Model(kept, model.record)


def run(systems: Mapping[str, System]) -> None:
    """Do the job of standard input; the answer goes to standard output."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what libraries print is not for the reader of the answer
    job = Job.model_validate_json(sys.stdin.read())
    system = systems[job.variant]
    if job.task == "ingest":
        out.write(_ingest(system, job).model_dump_json())
    else:
        opened = system.open(job)
        opened.search(job.questions[0].text, job.limit)
        out.write(f"{FIRST}\n")
        out.flush()
        if job.task == "answer":
            out.write(_answer(opened, job).model_dump_json())
    out.close()


def _ingest(system: System, job: Job) -> Ingested:
    lines = job.passages.read_text(encoding="utf-8").splitlines()
    passages = [Text.model_validate_json(line) for line in lines]
    make = system.ingest(job, passages)
    begun, start = time.time(), time.perf_counter()
    since = make()
    seconds = time.perf_counter() - start
    return Ingested(
        passages=len(passages),
        seconds=seconds,
        found_s=since - begun if isinstance(since, float) else seconds,
        peak_mb=memory_mb("VmHWM"),
        index_mb=_size_mb(job.folder),
    )


def _answer(opened: Opened, job: Job) -> Answered:
    texts = [question.text for question in job.questions]
    for text in (texts * (1 + SETTLED // len(texts)))[:SETTLED]:
        opened.search(text, job.limit)
    resident_mb, peak_mb = memory_mb("VmRSS"), memory_mb("VmHWM")
    rankings, search_ms, bare_ms = {}, [], [0.0] * len(texts)
    for n, question in enumerate(job.questions):
        # Another question than those beside it: the last vector may be kept.
        other = (n + len(texts) // 2) % len(texts)
        start = time.perf_counter()
        rankings[question.id] = list(opened.search(question.text, job.limit))
        found = time.perf_counter()
        opened.embed(texts[other])
        bare_ms[other] = 1000 * (time.perf_counter() - found)
        search_ms.append(1000 * (found - start))
    return Answered(
        rankings=rankings,
        search_ms=search_ms,
        bare_ms=bare_ms,
        resident_mb=resident_mb,
        peak_mb=peak_mb,
    )


def _size_mb(folder: Path) -> float:
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) / MEGABYTE
