"""Passages by nearness of their vectors.

The vectors themselves lie in the index's database; what is here finds the nearest of them:

* a few passages (`index.parts`) are compared one and all: exact, and quicker than any graph;
* more are found by a graph in an embedded Chroma collection, made from the database and never
  changed afterwards; passages that came since are compared one and all beside it, and those that
  went are passed over, until the graph is made anew;
* with a Chroma server (`index.vector_server`), its collection has them all, and whatever it finds
  that the reader's state of the database does not hold is passed over.

So a reader never finds what its state does not hold, whichever of the three it is, and the cosines
are reckoned from its own vectors.
"""

import shutil
import sqlite3
import weakref
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index import chroma, vectors
from index.errors import IndexDamagedError
from index.lexicon import leading
from index.parts import Part, Progress, count, install, is_due

_COLLECTION = "passages"
_BATCH = 2000


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
            self._read = vectors.newer(self._database, self._after)
        numbers, every = self._read
        if not len(numbers):
            return []
        cosines = vectors.cosines(every, vector)
        return [(int(numbers[n]), float(cosines[n])) for n in leading(cosines, limit)]


class GraphVectors:
    """A Chroma collection, and the passages that came after it was made."""

    def __init__(self, database: sqlite3.Connection, collection: Any, graph: Part) -> None:  # noqa: ANN401  (chromadb's type is not public)
        self._database = database
        self._collection = collection
        self._slack = min(graph.gone(database), chroma.SLACK)
        self._newer = ExactVectors(database, after=graph.through)

    def search(self, vector: NDArray[np.float32], *, limit: int) -> list[tuple[int, float]]:
        """As `VectorSearch`."""
        ask = partial(chroma.nearest, self._collection, vector)
        found = chroma.nearest_held(ask, self._database, vector, limit=limit, slack=self._slack)
        found += self._newer.search(vector, limit=limit)
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))


def open_vectors(database: sqlite3.Connection, folder: Path) -> VectorSearch:
    """What searches the vectors of an index in this process.

    Raises:
        IndexDamagedError: its graph cannot be read.
    """
    graph = Part.of(database, "graph")
    if graph is None:
        return ExactVectors(database)
    home = folder / graph.name
    with _translated(home):
        client = chroma.embedded(home)
        collection = client.get_collection(_COLLECTION, embedding_function=None)
    found = GraphVectors(database, collection, graph)
    weakref.finalize(found, client.close)  # else its memory stays taken as long as the process
    return found


def renew_graph(
    database: sqlite3.Connection, folder: Path, *, progress: Progress, anew: bool = False
) -> None:
    """Make the graph of an index, or make it anew, where searching has come to need it.

    Where passages have come, they are added to a copy of it. Readers go on with the one they have
    opened.

    Args:
        anew: whether to make one that is there anew in any case, and keep no earlier one.
    """
    graph = Part.of(database, "graph")
    if not (is_due(database, graph) or (graph and anew)):
        return
    base = None if graph is None or anew or graph.is_worn(database) else graph
    made = _make(database, folder, base, progress)
    install(database, folder, "graph", made, keep=graph.name if graph and not anew else "")


def _make(
    database: sqlite3.Connection, folder: Path, before: Part | None, progress: Progress
) -> Part:
    """Make a graph of all passages, or of those that one before holds and those that came since."""
    # A new name each time: Chroma remembers the folders that a process has opened.
    home = Path(mkdtemp(prefix="graph-", dir=folder))
    if before:
        shutil.copytree(folder / before.name, home, dirs_exist_ok=True)
    through, held = (before.through, before.count) if before else (0, 0)
    whole, done = count(database, after=through), 0
    with _translated(home), closing(chroma.embedded(home)) as client:
        collection = client.get_or_create_collection(
            _COLLECTION, embedding_function=None, configuration={"hnsw": chroma.GRAPH}
        )
        while True:
            numbers, some = vectors.newer(database, through, limit=_BATCH)
            if not len(numbers):
                chroma.broaden(collection, held + done)
                return Part(home.name, through, held + done)
            collection.add(ids=[str(n) for n in numbers], embeddings=some)
            through, done = int(numbers[-1]), done + len(numbers)
            progress("Linking", done, whole)


@contextmanager
def _translated(folder: Path) -> Iterator[None]:
    """Chroma's errors as ours."""
    from chromadb.errors import ChromaError

    try:
        yield
    except ChromaError as error:
        raise IndexDamagedError(folder, str(error)) from error
