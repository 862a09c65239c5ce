"""What an index is made from: the programme's own files, and what was added to them.

A source is a file, a folder or a web address. What has changed is told by size and time, and
where these differ by the content's SHA-256; nothing is read to find that nothing has changed.
"""

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from corpus.documents import Document
from corpus.errors import CorpusError
from corpus.loaders import document_paths
from corpus.reading import Reading
from index.additions import Additions, is_address, is_below
from index.encoding import parse_document

PROGRAMME = ""
"""The source of the programme's own documents."""

DOCUMENTS = "documents"

TAKEN = "is already taken"
"""Of a document's id: what ends the reason why it was left out."""

_ABSENT = "is not there, and nothing that came of it is"

_MISSING = "holds no file any more; what came of it is kept until it is removed"


@dataclass(frozen=True, slots=True)
class FileState:
    """A file or address as it was read, whatever came of it.

    Attributes:
        name: path below the programme, absolute path, or address.
        source: what was added that it belongs to; empty for the programme's own.
        size: bytes.
        modified: nanoseconds since 1970; 0 for an address.
        sha256: of the content; empty if it could not be read.
        etag, last_modified: as a server gave them.
        failures: what in it could not be read, each with its reason.
        notes: what else a reader should know of it.
    """

    name: str
    source: str
    size: int
    modified: int
    sha256: str
    etag: str = ""
    last_modified: str = ""
    failures: Mapping[str, str] = field(default_factory=dict)
    notes: Sequence[str] = ()


FileRead = tuple[FileState, Sequence[Document]]
"""A file, and the documents it holds."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that is there to be read.

    Attributes:
        name: as `FileState`.
        shown: its path below what was added, which gives its document an id.
    """

    name: str
    source: str
    path: Path
    shown: str

    @property
    def leads_out(self) -> bool:
        """Whether it is a link to a file outside of what was added.

        Who may put a file in a folder must not have us read, and quote, those of its owner.
        """
        if self.source == PROGRAMME or not self.path.is_symlink():
            return False
        return not self.path.resolve().is_relative_to(Path(self.source).resolve())


@dataclass(frozen=True, slots=True)
class Survey:
    """What is to be done to bring an index up to date.

    Attributes:
        changed: files that are new or that hold something else.
        touched: files that hold what they held, with another time.
        gone: names of files that are no longer there.
        addresses: web addresses to ask for, as they were when they last came.
        unchanged: how many are as they were.
        missing: sources that are not there, and what that means; what came of them stays.
    """

    changed: Sequence[Candidate]
    touched: Sequence[FileState]
    gone: Sequence[str]
    addresses: Sequence[FileState]
    unchanged: int
    missing: Mapping[str, str]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.changed or self.touched or self.gone or self.addresses)

    def within(self, only: Sequence[str]) -> "Survey":
        """What of it is to be done at these places and below them; all of it, if there are none."""
        if not only:
            return self
        return replace(
            self,
            changed=[c for c in self.changed if is_below(c.name, only)],
            touched=[f for f in self.touched if is_below(f.name, only)],
            gone=[name for name in self.gone if is_below(name, only)],
            addresses=[f for f in self.addresses if is_below(f.name, only)],
        )

    def told(self) -> list[str]:
        """What has changed, one plain sentence each; nothing of addresses, which nobody asked."""
        found = []
        if self.changed:
            names = [candidate.name for candidate in self.changed]
            found.append(f"{len(names)} files are new or have changed since: {_some(names)}.")
        if self.gone:
            found.append(f"{len(self.gone)} files are gone since: {_some(self.gone)}.")
        return found + [f"{source} {reason}." for source, reason in self.missing.items()]


def _some(names: Sequence[str], limit: int = 3) -> str:
    rest = len(names) - limit
    return ", ".join(names[:limit]) + (f" and {rest} more" if rest > 0 else "")


def states(database: sqlite3.Connection) -> dict[str, FileState]:
    """Every file that was read, by name."""
    rows = database.execute("SELECT * FROM files")
    names = [column[0] for column in rows.description]
    return {row[0]: _state(dict(zip(names, row, strict=True))) for row in rows}


def documents_of(database: sqlite3.Connection, name: str) -> list[Document]:
    """The documents that came of a file; none that another version of this program cannot read."""
    query = "SELECT body FROM documents WHERE file = ? ORDER BY id"
    found = []
    for (body,) in database.execute(query, (name,)):
        with suppress(TypeError, KeyError, ValueError):
            found.append(parse_document(json.loads(body)))
    return found


def survey(
    database: sqlite3.Connection,
    programme: Path,
    additions: Additions,
    *,
    refetch: bool = False,
    named: Sequence[str] = (),
) -> Survey:
    """What has changed in the files, since they were read, of the programme and what was added.

    A folder that has lost every file may be a disk that is not there: its files are not gone, but
    the folder is missing.

    Args:
        refetch: whether addresses that were asked for before are asked for again.
        named: those that are in any case, since somebody has just named them.
    """
    known = states(database)
    added, leaves_out = additions.sources, additions.leaves_out
    changed, touched, waiting, seen, unchanged = [], [], [], {}, 0
    for candidate in _candidates(programme, added):
        if candidate.name in seen or leaves_out(candidate.name, candidate.source):
            continue  # one may be added twice, by itself and with its folder
        seen[candidate.name] = candidate.source
        before = known.get(candidate.name)
        now = _look(candidate, before)
        if now is None:
            changed.append(candidate)
        elif any(reason.endswith(TAKEN) for reason in now.failures.values()):
            waiting.append(candidate)
        elif now == before:
            unchanged += 1
        else:
            touched.append(now)
    out = {name for name, state in known.items() if leaves_out(name, state.source)}
    lost = {s.source for name, s in known.items() if not (name in seen or name in out)}
    empty = lost - set(seen.values()) - {PROGRAMME}
    places = [source for source in added if not is_address(source)]
    missing = [s for s in places if s in empty and _may_return(Path(s))]
    kept = {*missing, *filter(is_address, added)}
    gone = [n for n, s in known.items() if n not in seen and (n in out or s.source not in kept)]
    if changed or gone:
        changed += waiting  # an id may have become free
    else:
        unchanged += len(waiting)
    reasons = dict.fromkeys(missing, _MISSING)
    unknown = set(places) - {state.source for state in known.values()}
    reasons |= {s: _ABSENT for s in sorted(unknown) if not Path(s).exists()}
    addresses = [known.get(a, FileState(a, a, 0, 0, "")) for a in filter(is_address, added)]
    wanted = [s for s in addresses if refetch or s.name in named or s.name not in known]
    return Survey(changed, touched, sorted(gone), wanted, unchanged, reasons)


def state_of(candidate: Candidate) -> FileState:
    """A file as it is now, before it is read; a file that cannot be opened has no digest."""
    stat = candidate.path.stat()
    try:
        with candidate.path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        digest = ""
    return FileState(candidate.name, candidate.source, stat.st_size, stat.st_mtime_ns, digest)


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


def _look(candidate: Candidate, before: FileState | None) -> FileState | None:
    """A file's state if it holds what it held; None if it must be read."""
    if before is None:
        return None
    try:
        stat = candidate.path.stat()
        if not before.sha256 and os.access(candidate.path, os.R_OK):
            return None  # it could not be opened, and can be now
        if (stat.st_size, stat.st_mtime_ns) == (before.size, before.modified):
            return replace(before, source=candidate.source)
        now = state_of(candidate)
    except OSError:
        return None  # reading it will tell why
    if now.sha256 != before.sha256:
        return None
    return replace(before, source=candidate.source, modified=now.modified)


def _candidates(programme: Path, added: Sequence[str]) -> Iterable[Candidate]:
    """Every file that can be read: the programme's own first, then by source and path."""
    home = programme / DOCUMENTS
    for path in document_paths(home):
        shown = _plain(path.relative_to(programme))
        yield Candidate(shown, PROGRAMME, path, shown.removeprefix(f"{DOCUMENTS}/"))
    own = f"{home.resolve().as_posix()}/"
    for source in added:
        if is_address(source):
            continue
        root = Path(source)
        alone = [root] if root.is_file() else []
        for path in document_paths(root) if root.is_dir() else alone:
            if path.as_posix().startswith(own):
                continue  # the programme has it already
            below = Path(path.name) if alone else path.relative_to(root)
            yield Candidate(_plain(path), source, path, _plain(below))


def _may_return(source: Path) -> bool:
    """Whether a source without files may have them again: a folder, or a file on no disk."""
    return source.is_dir() or not source.suffix or not source.parent.is_dir()


def _plain(path: Path) -> str:
    """A path as text; bytes of a name that are not UTF-8 are told by their numbers."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _state(row: dict[str, Any]) -> FileState:
    row["failures"], row["notes"] = json.loads(row["failures"]), tuple(json.loads(row["notes"]))
    return FileState(**row)
