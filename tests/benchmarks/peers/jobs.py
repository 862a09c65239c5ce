"""What a system is told to do in a process of its own, and what it tells back: JSON both ways."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

Task = Literal["ingest", "start", "answer"]


class Text(BaseModel):
    """A passage or a question."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    text: str


class Job(BaseModel):
    """One task, read from standard input.

    Attributes:
        variant: which of the systems of a module.
        folder: where its index is, or is to be.
        model, cache: name of the embedding model, and where it lies prepared.
        programme: folder of documents; only our own system reads it, others take `passages`.
        passages: file of lines, each a `Text`.
        questions: asked in order; the first is the first that the process answers.
        limit: how many passages are asked for.
        vectors: file where vectors are kept from one run to the next, where no time counts.
        task: `start` ends with the first answer.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    task: Task
    variant: str
    folder: Path
    model: str
    cache: Path
    programme: Path
    passages: Path
    questions: Sequence[Text] = ()
    limit: int = 10
    vectors: Path | None = None


class Ingested(BaseModel):
    """What making an index came to.

    Attributes:
        seconds: from the passages, read, to the index on the disk; libraries and model were loaded.
        found_s: until all passages are found, which may be before all is done.
        peak_mb: most memory that was resident.
        index_mb: size on the disk.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    passages: int
    seconds: float
    found_s: float
    peak_mb: float
    index_mb: float


class Answered(BaseModel):
    """What asking came to.

    Attributes:
        rankings: question id to ids of what was found, best first.
        search_ms: of each question, in order; `bare_ms` of the forward pass of each, which was
            timed between the searches for two others.
        resident_mb: memory after opening and `SETTLED` questions; `peak_mb` the most until then.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    rankings: Mapping[str, Sequence[str]]
    search_ms: Sequence[float]
    bare_ms: Sequence[float]
    resident_mb: float
    peak_mb: float


SETTLED = 50
"""So many questions are asked before memory is read."""

FIRST = "first answer"
"""The line that tells the first answer is there."""
