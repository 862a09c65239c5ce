"""Doing what a survey found: some files are read while those before are embedded and written."""

import logging
import sqlite3
import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from corpus.documents import Document
from corpus.errors import ProgrammeAssistantError
from corpus.reading import Reading
from corpus.web.rules import WebRules
from index.fetching import fetch_all
from index.parts import Progress
from index.sources import Candidate, FileRead, FileState, Survey, state_of, with_outcome

if TYPE_CHECKING:  # LlamaIndex takes a second: only where something is written
    from llama_index.core.schema import BaseNode

    from index.writer import IndexWriter

_TOGETHER = (20_000, 0.5)
"""Files are written together until they hold so many characters, some thirty passages and half a
second's work of the model, or reading them has taken so many seconds."""

_FOR_A_CLUSTER = (1_000_000, 10.0)
"""The same where a cluster embeds them: it takes seconds to begin."""


log = logging.getLogger(__name__)


class Reader(Protocol):
    """Reads files, each in whatever safety it needs."""

    def read(self, path: Path, *, name: str, language: str) -> Reading:
        """The documents of a file, and what of it failed; never raises for what a file holds."""
        ...

    def read_content(
        self, content: bytes, *, name: str, language: str, media_type: str = ""
    ) -> Reading:
        """The same of bytes that came from elsewhere."""
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


class Ahead(Protocol):
    """Embeds documents, many at a time, before they are written."""

    def embedded(self, documents: Sequence[Document]) -> "Mapping[str, Sequence[BaseNode]]":
        """What the stages of ingestion make of each document, by its id."""
        ...


def carry_out(
    survey: Survey,
    writer: "IndexWriter",
    *,
    reader: Reader,
    rules: WebRules,
    language: str,
    progress: Progress,
    ahead: Ahead | None = None,
) -> Changes:
    """Bring an index's files up to date.

    What is gone goes first, so that a file under another name may have its documents' ids.

    Args:
        rules: of asking for web addresses.
        language: taken for documents that do not tell theirs.
        ahead: a cluster that embeds, if there is one.
    """
    for name in survey.gone:
        writer.remove(name)
    for state in survey.touched:
        writer.touch(state)
    put: list[FileState] = []
    most = _FOR_A_CLUSTER if ahead else _TOGETHER
    with closing(_in_groups(survey.changed, reader, language, most)) as groups:
        for some in groups:
            progress("Reading and embedding", len(put), len(survey.changed))
            if ahead:
                _embed(ahead, writer, [document for _, own in some for document in own])
            put += _put(writer, some)
    fetched = fetch_all(survey.addresses, writer, reader, rules, language, progress)
    put += fetched.put
    return Changes(
        [state.name for state in put],
        [*survey.gone, *fetched.gone],
        survey.unchanged + fetched.unchanged,
        {name: reason for state in put for name, reason in state.failures.items()},
        {**survey.missing, **fetched.missing},
    )


def _in_groups(
    candidates: Sequence[Candidate], reader: Reader, language: str, most: tuple[int, float]
) -> Generator[list[FileRead]]:
    """Files as they are read, some at a time; the next are read while the caller has the last."""
    left = iter(candidates)
    with ThreadPoolExecutor(1, "reading") as pool:
        coming = pool.submit(_read_some, left, reader, language, most)
        while some := coming.result():
            coming = pool.submit(_read_some, left, reader, language, most)
            yield some


def _read_some(
    left: Iterator[Candidate], reader: Reader, language: str, most: tuple[int, float]
) -> list[FileRead]:
    """The next files, until they hold so many characters or took so many seconds."""
    most_chars, most_s = most
    found: list[FileRead] = []
    chars, end = 0, time.monotonic() + most_s
    for candidate in left:
        found.append(_read(candidate, reader, language))
        chars += sum(len(document.text) for document in found[-1][1])
        if chars >= most_chars or time.monotonic() >= end:
            break
    return found


def _read(candidate: Candidate, reader: Reader, language: str) -> FileRead:
    """A file's state, and the documents it holds."""
    try:
        before = state_of(candidate)
    except OSError as error:  # it went, or was never to be had
        lost = FileState(candidate.name, candidate.source, 0, 0, "")
        reason = f"cannot be read ({error.strerror})"
        return replace(lost, failures={candidate.name: reason}), ()
    if candidate.leads_out:
        reason = "is a link out of the folder that was added; add what it leads to by itself"
        return replace(before, failures={candidate.name: reason}), ()
    reading = reader.read(candidate.path, name=candidate.shown, language=language)
    return with_outcome(before, reading, at=candidate.path), reading.documents


def _put(writer: "IndexWriter", some: Sequence[FileRead]) -> list[FileState]:
    """Write what came of files; whatever one of them breaks is a failure of this file alone."""
    try:
        return writer.put_together(some)
    except (ProgrammeAssistantError, sqlite3.Error, OSError):
        raise  # no fault of a file's: the next one would fare no better
    except Exception as error:
        if len(some) > 1:
            return [state for one in some for state in _put(writer, [one])]
        ((state, _),) = some
        log.exception("%s cannot be indexed", state.name)
        reason = f"cannot be indexed ({type(error).__name__}: {error})"
        return [writer.put(replace(state, failures={state.name: reason}), ())]


def _embed(ahead: Ahead, writer: "IndexWriter", documents: Sequence[Document]) -> None:
    """Have the writer know what becomes of documents that it does not know yet."""
    new = {d.id: d for d in documents if not writer.remembers(d)}
    if new:
        for nodes in ahead.embedded(list(new.values())).values():
            writer.remember(nodes)
