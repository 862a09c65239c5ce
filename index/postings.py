"""Which passages hold which terms: in memory for a few, in files that are mapped for many.

Mapped arrays are read only where a question's terms are, and processes share what was read.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from index.parts import Part, Progress, count, install, is_due

_BATCH = 50_000
"""Passages sorted at once; their terms take some 30 MB."""

_MOST = np.iinfo(np.uint16).max


def pack(numbers: Iterable[int]) -> bytes:
    """A passage's terms by number: pairs of number and count, 32 bits each, in order of number."""
    return np.array(sorted(Counter(numbers).items()), dtype="<i4").tobytes()


@dataclass(frozen=True, slots=True)
class Postings:
    """The terms of some passages of one language.

    Attributes:
        passages: their numbers, in order; a row of the other arrays is a place here.
        lengths: terms of each passage, with repeats.
        starts: where the rows of the term of each number begin; one more, where the last end.
        rows: of the passages that hold a term, term by term, in order.
        counts: how often they hold it.
        there: which passages the index still has; None if it has them all.
    """

    passages: NDArray[np.int64]
    lengths: NDArray[np.float32]
    starts: NDArray[np.int64]
    rows: NDArray[np.int32]
    counts: NDArray[np.uint16]
    there: NDArray[np.bool_] | None = None

    def of(self, term: int) -> tuple[NDArray[np.int32], NDArray[np.uint16]]:
        """Rows of the passages that hold a term, those that are still there, and how often."""
        if term + 1 >= len(self.starts):
            return self.rows[:0], self.counts[:0]
        own = slice(int(self.starts[term]), int(self.starts[term + 1]))
        rows, counts = self.rows[own], self.counts[own]
        if self.there is None:
            return rows, counts
        kept = self.there[rows]
        return rows[kept], counts[kept]

    def size(self) -> tuple[int, float]:
        """How many passages are there, and how many terms they hold, with repeats."""
        if self.there is None:
            return len(self.passages), float(self.lengths.sum(dtype=np.float64))
        return int(self.there.sum()), float(self.lengths[self.there].sum(dtype=np.float64))

    def without(self, gone: NDArray[np.int64]) -> "Postings":
        """The same, passing over passages of these numbers."""
        lost = np.isin(self.passages, gone)
        return replace(self, there=~lost) if lost.any() else self

    def used(self) -> NDArray[np.intp]:
        """Numbers of the terms that its passages hold, or held."""
        return np.flatnonzero(np.diff(self.starts))


Room = Callable[[str, int, DTypeLike], NDArray[Any]]
"""Gives zeros to write to: a name, how many, and of which type."""


def in_memory(name: str, size: int, kind: DTypeLike) -> NDArray[Any]:
    """A `Room` without files."""
    return np.zeros(size, kind)


def build(
    database: sqlite3.Connection, language: str, *, after: int = 0, room: Room = in_memory
) -> Postings:
    """Turn the terms of a language's passages into the passages of terms.

    Args:
        after: only passages of higher numbers.
    """
    per_passage: list[NDArray[np.int64]] = []
    lengths: list[NDArray[np.float32]] = []
    totals = np.zeros(0, np.int64)
    for numbers, held, pairs in _batches(database, language, after):
        rows = np.repeat(np.arange(len(numbers)), held)
        lengths.append(np.bincount(rows, pairs[:, 1], len(numbers)).astype(np.float32))
        per_passage.append(numbers)
        own = np.bincount(pairs[:, 0], minlength=len(totals)).astype(np.int64)
        own[: len(totals)] += totals
        totals = own
    starts = room("starts", len(totals) + 1, np.int64)
    np.cumsum(totals, out=starts[1:])
    whole = int(starts[-1])
    made = Postings(
        passages=_filled(room, "passages", per_passage, np.int64),
        lengths=_filled(room, "lengths", lengths, np.float32),
        starts=starts,
        rows=room("rows", whole, np.int32),
        counts=room("counts", whole, np.uint16),
    )
    first, next_ = 0, starts[:-1].copy()
    for numbers, held, pairs in _batches(database, language, after):
        order = np.argsort(pairs[:, 0], kind="stable")
        terms = pairs[order, 0]
        begins = np.flatnonzero(np.r_[True, terms[1:] != terms[:-1]]) if len(terms) else order
        within = np.arange(len(terms)) - np.repeat(begins, np.diff(np.r_[begins, len(terms)]))
        places = next_[terms] + within
        made.rows[places] = np.repeat(np.arange(first, first + len(numbers)), held)[order]
        made.counts[places] = np.minimum(pairs[order, 1], _MOST)
        next_ += np.bincount(terms, minlength=len(next_))
        first += len(numbers)
    return made


def languages(database: sqlite3.Connection) -> list[str]:
    """The languages of an index's passages, in order."""
    return [row[0] for row in database.execute("SELECT DISTINCT language FROM passages ORDER BY 1")]


def renew(
    database: sqlite3.Connection, folder: Path, *, progress: Progress, anew: bool = False
) -> None:
    """Make the postings of an index that are in files, where searching has come to need it.

    Args:
        anew: whether to make some that are there anew in any case, and keep no earlier ones.
    """
    part = Part.of(database, "postings")
    if not (is_due(database, part) or (part and anew)):
        return
    progress("Sorting terms", 0, 0)
    (through,) = database.execute("SELECT max(number) FROM passages").fetchone()
    home = Path(mkdtemp(prefix="postings-", dir=folder))
    for language in languages(database):
        own = home / language
        own.mkdir()
        build(database, language, room=_files(own))
    made = Part(home.name, through or 0, count(database))
    install(database, folder, "postings", made, keep=part.name if part and not anew else "")
    database.execute("DELETE FROM gone")


def load(database: sqlite3.Connection, folder: Path) -> dict[str, list[Postings]]:
    """The postings of each language of an index: those in files, and those that came since.

    Raises:
        OSError, ValueError: the files are not there, or are damaged.
    """
    part = Part.of(database, "postings")
    found: dict[str, list[Postings]] = {}
    for language in languages(database):
        own = [build(database, language, after=part.through if part else 0)]
        if part and (home := folder / part.name / language).is_dir():
            gone = [number for (number,) in database.execute("SELECT number FROM gone")]
            own.insert(0, _mapped(home).without(np.array(gone, dtype=np.int64)))
        found[language] = own
    return found


def _batches(
    database: sqlite3.Connection, language: str, after: int
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int32]]]:
    """Passages in order: their numbers, how many terms each has, and those with their counts."""
    query = (
        "SELECT number, terms FROM passages WHERE language = ? AND number > ?"
        " ORDER BY number LIMIT ?"
    )
    while rows := database.execute(query, (language, after, _BATCH)).fetchall():
        numbers = np.array([number for number, _ in rows], dtype=np.int64)
        held = np.array([len(packed) // 8 for _, packed in rows], dtype=np.int64)
        pairs = np.frombuffer(b"".join(packed for _, packed in rows), dtype="<i4").reshape(-1, 2)
        yield numbers, held, pairs
        after = int(numbers[-1])


def _filled(room: Room, name: str, pieces: list[NDArray[Any]], kind: DTypeLike) -> NDArray[Any]:
    whole = room(name, sum(map(len, pieces)), kind)
    if pieces:
        np.concatenate(pieces, out=whole)
    return whole


def _files(folder: Path) -> Room:
    def room(name: str, size: int, kind: DTypeLike) -> NDArray[Any]:
        path = folder / f"{name}.npy"
        if size:
            return np.lib.format.open_memmap(path, "w+", dtype=kind, shape=(size,))
        empty = np.zeros(0, kind)  # nothing can be mapped
        np.save(path, empty)
        return empty

    return room


def _mapped(folder: Path) -> Postings:
    names = [f.name for f in fields(Postings) if f.name != "there"]
    # As bare arrays: a slice of numpy's own kind for mapped files takes ten times as long to make.
    return Postings(**{n: np.asarray(np.load(folder / f"{n}.npy", mmap_mode="r")) for n in names})
