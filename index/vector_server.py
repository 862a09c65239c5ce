"""The vectors of an index on a Chroma server, so that many processes search them in one place.

The database stays what holds the truth: the server's collection has every passage of it before a
reader's state has, and may have more, which is passed over. A collection that lost passages, or
that was never filled, is filled again from the database by the next writer.
"""

import secrets
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from index import chroma
from index.chroma import GRAPH, ChromaSettings, Hits
from index.errors import VectorServerError

Given = TypeVar("Given")

_FACT = "collection"
_NOT_SENT = "it has no vectors of this index; assistant index build sends them."
_PAGE = 2000
"""Vectors read at once."""


class VectorServer:
    """The collection of one generation of an index on a Chroma server.

    Nothing is asked of the server before it is needed.
    """

    def __init__(self, settings: ChromaSettings, name: str) -> None:
        """Take a collection's name, from `collection_name`."""
        self._settings = settings
        self._name = name
        self._collection: Any = None

    @classmethod
    def of(cls, settings: ChromaSettings, database: sqlite3.Connection) -> "VectorServer | None":
        """The server that has the vectors of an index, if one is set.

        Raises:
            VectorServerError: it was never given them.
        """
        if not settings.address:
            return None
        name = collection_name(database)
        if name is None:
            raise VectorServerError(settings.address, _NOT_SENT)
        return cls(settings, name)

    def reader(self, database: sqlite3.Connection) -> "ServedVectors":
        """What finds the passages of a state of the database.

        Raises:
            VectorServerError: the server cannot be reached, or does not have the collection.
        """
        self._do(lambda collection: collection)
        return ServedVectors(self, database)

    def create(self) -> None:
        """Have the collection, empty if it was not there."""
        with self._reached():
            self._collection = chroma.served(self._settings).get_or_create_collection(
                self._name, embedding_function=None, configuration={"hnsw": GRAPH}
            )

    def delete(self) -> None:
        """Have the collection no more; nothing is done if it is not there."""
        from chromadb.errors import NotFoundError

        with self._reached():
            try:
                chroma.served(self._settings).delete_collection(self._name)
            except NotFoundError:
                return

    def count(self) -> int:
        """How many passages the collection has."""
        return int(self._do(lambda collection: collection.count()))

    def is_full(self, database: sqlite3.Connection) -> bool:
        """Whether the collection has every passage of the database."""
        here = "(SELECT count(*) FROM passages) + (SELECT count(*) FROM departed)"
        (whole,) = database.execute(f"SELECT {here}").fetchone()
        return self.count() >= int(whole)

    def add(self, numbers: Sequence[int], vectors: NDArray[np.float32]) -> None:
        """Put passages in, in place of any of the same number."""
        for some in self._batches(len(numbers)):
            ids = [str(number) for number in numbers[some]]
            self._do(lambda c, i=ids, v=vectors[some]: c.upsert(ids=i, embeddings=v))  # type: ignore[misc]

    def remove(self, numbers: Sequence[int]) -> None:
        """Take passages out; those that are not there do no harm."""
        for some in self._batches(len(numbers)):
            ids = [str(number) for number in numbers[some]]
            self._do(lambda c, i=ids: c.delete(ids=i))  # type: ignore[misc]

    def fill(
        self, database: sqlite3.Connection, *, progress: Callable[[str, int, int], None]
    ) -> None:
        """Give the collection whatever passages of the database it does not have."""
        (whole,) = database.execute("SELECT count(*) FROM passages").fetchone()
        after = done = 0
        query = "SELECT number, passage FROM vectors WHERE number > ? ORDER BY number LIMIT ?"
        while rows := database.execute(query, (after, _PAGE)).fetchall():
            there = self._there([number for number, _ in rows])
            lost = [row for row in rows if row[0] not in there]
            if lost:
                raw = np.frombuffer(b"".join(vector for _, vector in lost), dtype="<f4")
                self.add([number for number, _ in lost], raw.reshape(len(lost), -1))
            after, done = rows[-1][0], done + len(rows)
            progress("Sending vectors", done, whole)

    def nearest(
        self, database: sqlite3.Connection, vector: NDArray[np.float32], limit: int
    ) -> Hits:
        """The nearest passages that this state of the database holds."""
        return chroma.nearest_held(
            lambda count: self._do(lambda c: chroma.nearest(c, vector, count)),
            database,
            vector,
            limit=limit,
            most=self._settings.results_per_query,
        )

    def _there(self, numbers: Sequence[int]) -> set[int]:
        there: set[int] = set()
        for some in self._batches(len(numbers)):
            ids = [str(number) for number in numbers[some]]
            found = self._do(lambda c, i=ids: c.get(ids=i, include=[]))  # type: ignore[misc]
            there.update(map(int, found["ids"]))
        return there

    def _batches(self, count: int) -> Iterator[slice]:
        size = self._settings.records_per_write
        return (slice(start, start + size) for start in range(0, count, size))

    def _do(self, use: Callable[[Any], Given]) -> Given:
        """Use the collection; opened anew, once, if it was deleted and made again meanwhile."""
        with self._reached():
            from chromadb.errors import NotFoundError

            if self._collection is None:
                self._open()
                return use(self._collection)
            try:
                return use(self._collection)
            except NotFoundError:
                self._open()
                return use(self._collection)

    def _open(self) -> None:
        client = chroma.served(self._settings)
        self._collection = client.get_collection(self._name, embedding_function=None)

    @contextmanager
    def _reached(self) -> Iterator[None]:
        try:
            yield
        except Exception as error:  # Chroma raises just that for what it cannot parse
            address = self._settings.address
            raise VectorServerError(address, _reason(error)) from error


class ServedVectors:
    """Passages found by a Chroma server, as far as a state of the database holds them."""

    def __init__(self, server: VectorServer, database: sqlite3.Connection) -> None:
        self._server = server
        self._database = database

    def search(self, vector: NDArray[np.float32], *, limit: int) -> Hits:
        """As `index.store.VectorSearch`."""
        return self._server.nearest(self._database, vector, limit)


def name_collection(database: sqlite3.Connection, base: str) -> str:
    """The name of an index's collection, given when it is first asked for.

    A part of it is random: two indexes of one programme may lie on the same server, and the
    passage of a number is another in each.
    """
    name = collection_name(database)
    if name is None:
        name = f"{base}-{secrets.token_hex(4)}"
        database.execute("INSERT INTO facts VALUES (?, ?)", (_FACT, name))
    return name


def collection_name(database: sqlite3.Connection) -> str | None:
    """The name that an index's collection was given; None if no server had its vectors yet."""
    row = database.execute("SELECT value FROM facts WHERE name = ?", (_FACT,)).fetchone()
    return str(row[0]) if row else None


def is_filled(settings: ChromaSettings, database: sqlite3.Connection) -> bool:
    """Whether the server that is set has the vectors of an index.

    Raises:
        VectorServerError: it cannot be reached.
    """
    name = collection_name(database)
    if name is None:
        return False
    server = VectorServer(settings, name)
    server.create()
    return server.is_full(database)


def _reason(error: Exception) -> str:
    from chromadb.errors import NotFoundError

    if isinstance(error, NotFoundError):
        return _NOT_SENT
    text = str(error).strip() or type(error).__name__
    return text if text.endswith((".", "?", "!")) else f"{text}."
