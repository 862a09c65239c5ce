"""Passages by nearness of their vectors. Only this module knows Chroma.

The vectors themselves lie in the index's database; what is here finds the nearest of them:

* up to `FEW` passages are compared one and all, which is exact and quicker than any graph;
* more are found by a graph in an embedded Chroma collection, made from the database and never
  changed afterwards; passages that came since are compared one and all beside it, and those that
  went are passed over, until the graph is made anew;
* with a Chroma server, its collection has them all, and whatever it finds that the reader's state
  of the database does not hold is passed over.

So a reader never finds what its state does not hold, whichever of the three it is, and the cosines
are reckoned from its own vectors. The collection's graph settings are far above Chroma's defaults
so that a rebuild of the same vectors gives the same ranking (see DECISIONS.md).
"""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Protocol
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field, SecretStr

from index import telemetry
from index.database import transaction
from index.errors import IndexDamagedError, VectorServerError
from index.lexicon import leading

FEW = 20_000
"""Up to so many passages are searched one and all; their vectors take 30 MB then."""

_COLLECTION = "passages"
_GRAPH = {"space": "cosine", "ef_construction": 400, "ef_search": 1000, "max_neighbors": 48}
_BATCH = 2000
_SLACK = 32
"""So many more are asked of Chroma than are wanted, for those that are passed over."""


Progress = Callable[[str, int, int], None]
"""Told what is being done, how many of it are done, and how many there are."""


class ChromaSettings(BaseModel):
    """A Chroma server for the vectors; without an address they are searched in this process.

    Attributes:
        address: `http://host:8000`, or `https://api.trychroma.com` for Chroma Cloud.
        tenant, database: as the server names them.
        token: sent as `x-chroma-token`, if there is one.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    address: str = Field(default="", pattern=r"^(https?://[^/\s]+)?$")
    tenant: str = "default_tenant"
    database: str = "default_database"
    token: SecretStr = SecretStr("")


LOCAL = ChromaSettings()
"""No server: vectors are searched in this process."""


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
        cosines = _cosines(vectors, vector)
        return [(int(numbers[n]), float(cosines[n])) for n in leading(cosines, limit)]


class GraphVectors:
    """A Chroma collection, and the passages that came after it was made."""

    def __init__(self, database: sqlite3.Connection, collection: Any, *, through: int) -> None:  # noqa: ANN401  (chromadb's type is not public)
        self._database = database
        self._collection = collection
        self._newer = ExactVectors(database, after=through)

    def search(self, vector: NDArray[np.float32], *, limit: int) -> list[tuple[int, float]]:
        """As `VectorSearch`."""
        found = _nearest(self._collection, self._database, vector, limit)
        found += self._newer.search(vector, limit=limit)
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))


class VectorServer:
    """The collection of one index on a Chroma server.

    Raises:
        VectorServerError: the server cannot be reached or does not do what is asked.
    """

    def __init__(self, settings: ChromaSettings, name: str) -> None:
        self._address = settings.address
        with self._reached():
            self._collection = _server(settings).get_or_create_collection(
                name, embedding_function=None, configuration={"hnsw": _GRAPH}
            )

    def reader(self, database: sqlite3.Connection) -> "ServedVectors":
        """What finds the passages of a state of the database."""
        return ServedVectors(self, database)

    def add(self, numbers: Sequence[int], vectors: NDArray[np.float32]) -> None:
        """Put passages in, in place of any of the same number."""
        with self._reached():
            for start in range(0, len(numbers), _BATCH):
                some = slice(start, start + _BATCH)
                self._collection.upsert(
                    ids=[str(n) for n in numbers[some]], embeddings=vectors[some]
                )

    def remove(self, numbers: Sequence[int]) -> None:
        """Take passages out; those that are not there do no harm."""
        with self._reached():
            for start in range(0, len(numbers), _BATCH):
                self._collection.delete(ids=[str(n) for n in numbers[start : start + _BATCH]])

    def nearest(
        self, database: sqlite3.Connection, vector: NDArray[np.float32], limit: int
    ) -> list[tuple[int, float]]:
        """The nearest passages that this state of the database holds."""
        with self._reached():
            return _nearest(self._collection, database, vector, limit)

    @contextmanager
    def _reached(self) -> Iterator[None]:
        import httpx
        from chromadb.errors import ChromaError

        try:
            yield
        except (ChromaError, httpx.HTTPError, ValueError) as error:
            raise VectorServerError(self._address, str(error)) from error


class ServedVectors:
    """Passages found by a Chroma server, as far as a state of the database holds them."""

    def __init__(self, server: VectorServer, database: sqlite3.Connection) -> None:
        self._server = server
        self._database = database

    def search(self, vector: NDArray[np.float32], *, limit: int) -> list[tuple[int, float]]:
        """As `VectorSearch`."""
        return self._server.nearest(self._database, vector, limit)


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
        collection = _embedded(home).get_collection(_COLLECTION, embedding_function=None)
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
        collection = _embedded(home).create_collection(
            _COLLECTION, embedding_function=None, configuration={"hnsw": _GRAPH}
        )
        through = done = 0
        while True:
            numbers, vectors = _vectors(database, through, limit=_BATCH)
            if not len(numbers):
                return _Graph(home.name, through, done)
            collection.add(ids=[str(n) for n in numbers], embeddings=vectors)
            through, done = int(numbers[-1]), done + len(numbers)
            progress("Linking", done, count)


def _nearest(
    collection: Any,  # noqa: ANN401
    database: sqlite3.Connection,
    vector: NDArray[np.float32],
    limit: int,
) -> list[tuple[int, float]]:
    """What a collection finds, without what this state of the database does not hold."""
    asked = limit + _SLACK
    while True:
        found = collection.query(
            query_embeddings=vector.reshape(1, -1), n_results=asked, include=[]
        )["ids"][0]
        numbers, vectors = _held(database, [int(id_) for id_ in found])
        if len(numbers) >= limit or len(found) < asked:
            break
        asked *= 4
    # Reckoned here from what Chroma found, so that they are the same to the last bit as those of
    # passages that are compared one and all.
    cosines = _cosines(vectors, vector)
    return [(int(numbers[n]), float(cosines[n])) for n in leading(cosines, len(cosines))]


def _held(
    database: sqlite3.Connection, numbers: Sequence[int]
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Those of some passages that the database holds, in order, and their vectors."""
    marks = ",".join("?" * len(numbers))
    query = f"SELECT number, passage FROM vectors WHERE number IN ({marks}) ORDER BY number"  # noqa: S608
    return _as_arrays(database.execute(query, list(numbers)).fetchall())


def _cosines(vectors: NDArray[np.float32], vector: NDArray[np.float32]) -> NDArray[np.float32]:
    """Of unit vectors, shape (passages, dimensions), to one; without BLAS, whose threads wait."""
    cosines: NDArray[np.float32] = np.einsum("ij,j->i", vectors, vector)
    return cosines


def _vectors(
    database: sqlite3.Connection, after: int, *, limit: int = -1
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Numbers, in order, and vectors of the passages after one."""
    query = "SELECT number, passage FROM vectors WHERE number > ? ORDER BY number LIMIT ?"
    return _as_arrays(database.execute(query, (after, limit)).fetchall())


def _as_arrays(
    rows: Sequence[tuple[int, bytes]],
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
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


def _embedded(folder: Path) -> Any:  # noqa: ANN401
    telemetry.switch_off()
    import chromadb  # takes most of a second: only where it is needed
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False)
    return chromadb.PersistentClient(path=str(folder), settings=settings)


def _server(settings: ChromaSettings) -> Any:  # noqa: ANN401
    telemetry.switch_off()
    import chromadb
    from chromadb.config import Settings

    address = urlsplit(settings.address)
    token = settings.token.get_secret_value()
    secure = address.scheme == "https"
    return chromadb.HttpClient(
        host=address.hostname or "",
        port=address.port or (443 if secure else 8000),
        ssl=secure,
        headers={"x-chroma-token": token} if token else None,
        settings=Settings(anonymized_telemetry=False),
        tenant=settings.tenant,
        database=settings.database,
    )
