"""Doing what a survey found: files are read, one after the other, and written as they are read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from corpus.errors import CorpusError
from corpus.reading import Reading
from index.sources import Candidate, FileState, Survey, state_of
from index.store import Progress

if TYPE_CHECKING:  # LlamaIndex takes a second: only where something is written
    from index.writer import IndexWriter


class Reader(Protocol):
    """Reads files, each in whatever safety it needs."""

    def read(self, path: Path, *, name: str, language: str) -> Reading:
        """The documents of a file, and what of it failed; never raises for what a file holds."""
        ...


@dataclass(frozen=True, slots=True)
class Changes:
    """What was done to an index.

    Attributes:
        put: names of the files that were read and put in, anew or for the first time.
        removed: names of those that were taken out.
        unchanged: how many were left alone.
        failures: what could not be read of those that were tried, each with its reason.
        missing: sources that are not there, or cannot be reached; what came of them stays.
    """

    put: Sequence[str] = ()
    removed: Sequence[str] = ()
    unchanged: int = 0
    failures: Mapping[str, str] = field(default_factory=dict)
    missing: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.put or self.removed)


def carry_out(
    survey: Survey,
    writer: "IndexWriter",
    *,
    reader: Reader,
    language: str,
    progress: Progress,
) -> Changes:
    """Bring an index's files up to date.

    What is gone goes first, so that a file under another name may have its documents' ids.

    Args:
        language: taken for documents that do not tell theirs.
    """
    for name in survey.gone:
        writer.remove(name)
    for state in survey.touched:
        writer.touch(state)
    put: list[str] = []
    failures: dict[str, str] = {}
    for done, candidate in enumerate(survey.changed):
        progress("Reading and embedding", done, len(survey.changed))
        state = _put(candidate, writer, reader, language)
        put.append(candidate.name)
        failures.update(state.failures)
    return Changes(put, survey.gone, survey.unchanged, failures, dict(survey.missing))


def _put(candidate: Candidate, writer: "IndexWriter", reader: Reader, language: str) -> FileState:
    try:
        before = state_of(candidate)
    except OSError as error:  # it went, or was never to be had
        lost = FileState(candidate.name, candidate.source, 0, 0, "")
        reason = f"cannot be read ({error.strerror})"
        return writer.put(replace(lost, failures={candidate.name: reason}), ())
    reading = reader.read(candidate.path, name=candidate.shown, language=language)
    return writer.put(with_outcome(before, reading, at=candidate.path), reading.documents)


def with_outcome(file: FileState, reading: Reading, *, at: Path) -> FileState:
    """A file's state with what failed in it, and what its documents have to say of themselves.

    Args:
        at: the path that the reading's failures are below.
    """
    failures = {_inside(file.name, f, at): f.reason for f in reading.failures}
    notes = tuple(note for document in reading.documents for note in document.notes)
    return replace(file, failures=failures, notes=notes)


def _inside(name: str, failure: CorpusError, at: Path) -> str:
    """The name of what failed: the file's own, or that of a file inside it."""
    inner = failure.path.relative_to(at).as_posix() if failure.path.is_relative_to(at) else "."
    return name if inner == "." else f"{name}/{inner}"
