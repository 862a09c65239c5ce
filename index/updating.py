"""Doing what a survey found: files are read, one after the other, and written as they are read."""

import logging
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from corpus.documents import Document
from corpus.errors import ProgrammeAssistantError
from corpus.reading import Reading
from corpus.web.rules import WebRules
from index.fetching import fetch_all
from index.parts import Progress
from index.sources import Candidate, FileState, Survey, state_of, with_outcome

if TYPE_CHECKING:  # LlamaIndex takes a second: only where something is written
    from llama_index.core.schema import BaseNode

    from index.writer import IndexWriter

_AHEAD = 500
"""Files that are read before a cluster embeds them: it takes seconds to begin."""


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
    put = []
    at_once = _AHEAD if ahead else 1
    for done in range(0, len(survey.changed), at_once):
        progress("Reading and embedding", done, len(survey.changed))
        some = survey.changed[done : done + at_once]
        read = [_read(candidate, reader, language) for candidate in some]
        if ahead:
            _embed(ahead, writer, [document for _, own in read for document in own])
        put += [_put(writer, state, documents) for state, documents in read]
    fetched = fetch_all(survey.addresses, writer, reader, rules, language, progress)
    put += fetched.put
    return Changes(
        [state.name for state in put],
        [*survey.gone, *fetched.gone],
        survey.unchanged + fetched.unchanged,
        {name: reason for state in put for name, reason in state.failures.items()},
        {**survey.missing, **fetched.missing},
    )


def _read(
    candidate: Candidate, reader: Reader, language: str
) -> tuple[FileState, Sequence[Document]]:
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


def _put(writer: "IndexWriter", state: FileState, documents: Sequence[Document]) -> FileState:
    """Write what came of a file; whatever it breaks is a failure of this file alone."""
    try:
        return writer.put(state, documents)
    except (ProgrammeAssistantError, sqlite3.Error, OSError):
        raise  # no fault of the file's: the next one would fare no better
    except Exception as error:
        log.exception("%s cannot be indexed", state.name)
        reason = f"cannot be indexed ({type(error).__name__}: {error})"
        return writer.put(replace(state, failures={state.name: reason}), ())


def _embed(ahead: Ahead, writer: "IndexWriter", documents: Sequence[Document]) -> None:
    """Have the writer know what becomes of documents that it does not know yet."""
    new = {d.id: d for d in documents if not writer.remembers(d)}
    if new:
        for id_, nodes in ahead.embedded(list(new.values())).items():
            writer.remember(new[id_], nodes)
