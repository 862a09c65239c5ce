"""Passages by nearness of their vectors.

The vectors themselves lie in the index's database; what is here finds the nearest of them:

* up to `FEW` passages are compared one and all, which is exact and quicker than any graph;
* more are found by a graph in an embedded Chroma collection, made from the database and never
  changed afterwards; passages that came since are compared one and all beside it, and those that
  went are passed over, until the graph is made anew;
* with a Chroma server (`index.vector_server`), its collection has them all, and whatever it finds
  that the reader's state of the database does not hold is passed over.

So a reader never finds what its state does not hold, whichever of the three it is.
"""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index import chroma
from index.database import transaction
from index.errors import IndexDamagedError
from index.lexicon import leading

FEW = 20_000
"""Up to so many passages are searched one and all; their vectors take 30 MB then."""

_COLLECTION = "passages"
_BATCH = 2000

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many of it are done, and how many there are."""


class VectorSearch(Protocol):
    """Finds passages by their vectors."""

    def search(self, vector: NDArray[np.float32], *, limit: int) -> list[tuple[int, float]]:
        """Nearest passages: number and cosine, best first; at least `limit` if there are as many.

        Args:
            vector: unit length, shape (dimensions,).
        """
        ...


class ExactVectors:
    """Every passage after a certain one, compared one and all."""

    def __init__(self, database: sqlite3.Connection, *, after: int = 0) -> None:
        self._database = database
        self._after = after
        self._read: tuple[NDArray[np.int64], NDArray[np.float32]] | None = None

    def search(self, vector: NDArray[np.float32], *, limit: int) -> list[tuple[int, float]]:
        """As `VectorSearch`; all that are level with the last are told."""
        if self._read is None:
            self._read = _vectors(self._database, self._after)
        numbers, vectors = self._read
        if not len(numbers):
            return []
        cosines = np.einsum("ij,j->i", vectors, vector)  # no BLAS, whose threads wait
        return [(int(numbers[n]), float(cosines[n])) for n in leading(cosines, limit)]


class GraphVectors:
    """A Chroma collection, and the passages that came after it was made."""

    def __init__(self, database: sqlite3.Connection, collection: Any, *, through: int) -> None:  # noqa: ANN401  (chromadb's type is not public)
        self._database = database
        self._collection = collection
        self._newer = ExactVectors(database, after=through)

    def search(self, vector: NDArray[np.float32], *, limit: int) -> list[tuple[int, float]]:
        """As `VectorSearch`."""
        ask = partial(chroma.nearest, self._collection, vector)
        found = chroma.nearest_held(ask, self._database, limit=limit)
        found += self._newer.search(vector, limit=limit)
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))


@dataclass(frozen=True, slots=True)
class _Graph:
    """The graph of an index: its folder's name, the last passage it holds, and how many it does."""

    name: str
    through: int
    count: int

    @classmethod
    def of(cls, database: sqlite3.Connection) -> "_Graph | None":
        row = database.execute("SELECT value FROM facts WHERE name = 'graph'").fetchone()
        return cls(**json.loads(row[0])) if row else None


def open_vectors(database: sqlite3.Connection, folder: Path) -> VectorSearch:
    """What searches the vectors of an index in this process.

    Raises:
        IndexDamagedError: its graph cannot be read.
    """
    graph = _Graph.of(database)
    if graph is None:
        return ExactVectors(database)
    home = folder / graph.name
    with _translated(home):
        collection = chroma.embedded(home).get_collection(_COLLECTION, embedding_function=None)
    return GraphVectors(database, collection, through=graph.through)


def renew_graph(
    database: sqlite3.Connection, folder: Path, *, progress: Progress, anew: bool = False
) -> None:
    """Make the graph of an index anew where searching has come to need it; else leave it.

    That is when there is none and passages are more than `FEW`, or when a quarter of what it holds
    has gone or a quarter of `FEW` has come since. Readers go on with the one they have opened.

    Args:
        anew: whether to make one that is there anew in any case, and keep no earlier one.
    """
    graph = _Graph.of(database)
    count = _count(database, 0)
    if graph:
        newer = _count(database, graph.through)
        gone = graph.count - (count - newer)
        if not anew and newer <= FEW // 4 and gone <= graph.count // 4:
            return
    elif count <= FEW:
        return
    made = _make(database, folder, count, progress)
    with transaction(database):
        value = json.dumps(asdict(made))
        database.execute("INSERT OR REPLACE INTO facts VALUES ('graph', ?)", (value,))
    for other in folder.glob("graph-*"):
        if other.name not in {made.name, graph.name if graph and not anew else ""}:
            shutil.rmtree(other)


def _make(database: sqlite3.Connection, folder: Path, count: int, progress: Progress) -> _Graph:
    # A new name each time: Chroma remembers the folders that a process has opened.
    home = Path(mkdtemp(prefix="graph-", dir=folder))
    with _translated(home):
        collection = chroma.embedded(home).create_collection(
            _COLLECTION, embedding_function=None, configuration={"hnsw": chroma.GRAPH}
        )
        through = done = 0
        while True:
            numbers, vectors = _vectors(database, through, limit=_BATCH)
            if not len(numbers):
                return _Graph(home.name, through, done)
            collection.add(ids=[str(n) for n in numbers], embeddings=vectors)
            through, done = int(numbers[-1]), done + len(numbers)
            progress("Linking", done, count)


def _vectors(
    database: sqlite3.Connection, after: int, *, limit: int = -1
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Numbers, in order, and vectors of the passages after one."""
    query = "SELECT number, passage FROM vectors WHERE number > ? ORDER BY number LIMIT ?"
    rows = database.execute(query, (after, limit)).fetchall()
    raw = np.frombuffer(b"".join(vector for _, vector in rows), dtype="<f4")
    numbers = np.array([number for number, _ in rows], dtype=np.int64)
    return numbers, raw.reshape(len(rows), -1 if rows else 1)


def _count(database: sqlite3.Connection, after: int) -> int:
    query = "SELECT count(*) FROM passages WHERE number > ?"
    count: int = database.execute(query, (after,)).fetchone()[0]
    return count


@contextmanager
def _translated(folder: Path) -> Iterator[None]:
    """Chroma's errors as ours."""
    from chromadb.errors import ChromaError

    try:
        yield
    except ChromaError as error:
        raise IndexDamagedError(folder, str(error)) from error
