"""What happened on the way to an answer, stage by stage."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from assistant.evidence import Candidate
from assistant.generation.record import Record
from assistant.questions import ReadQuestion
from assistant.verifier import Dropped
from index.retriever import Found, QueryVector


@dataclass
class Trace:
    """Filled in as a question goes its way.

    Attributes:
        questions: those put to the documents, as they were read.
        vectors: of these questions, as passages were searched for with them.
        passages: those considered, best first.
        candidates: sentences weighed, best first.
        dropped: sentences that failed verification.
        generation: what a language model did, if one was asked.
        timings_ms: per stage, in order.
    """

    route: str = ""
    questions: Sequence[ReadQuestion] = ()
    vectors: Sequence[QueryVector] = ()
    passages: Sequence[Found] = ()
    candidates: Sequence[Candidate] = ()
    dropped: Sequence[Dropped] = ()
    generation: Record | None = None
    timings_ms: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time a stage; one that is gone through again adds up."""
        start = time.perf_counter()
        yield
        spent = (time.perf_counter() - start) * 1000
        self.timings_ms[name] = round(self.timings_ms.get(name, 0.0) + spent, 3)

    @property
    def total_ms(self) -> float:
        """Milliseconds of all stages."""
        return sum(self.timings_ms.values())
