"""Vectors kept between runs by what they are vectors of, so that a second run need not wait."""

import hashlib
import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.errors import UnwritableFileError

_BATCH = 200
"""So many new vectors are lost at most when a run is killed."""


class Encoder(Protocol):
    """Gives questions and passages their vectors."""

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """A question's unit vector, shape (dimensions,)."""
        ...

    def read_query(self, text: str) -> NDArray[np.float32]:
        """The same and the vector of the model's halfway layer, shape (2, dimensions)."""
        ...

    def begin_query(self, text: str) -> Callable[[], NDArray[np.float32]]:
        """Begin to read a question; what is returned gives what `read_query` does."""
        ...

    def embed_passages(
        self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        """Passages' unit vectors, shape (len(texts), dimensions)."""
        ...


class RememberingEncoder:
    """An encoder that asks another one only for texts that it was never asked for before.

    Args:
        model_digest: stands for the exact weights; other weights have other vectors.
        path: SQLite file; made if needed.

    Raises:
        UnwritableFileError: the file cannot be made or is something else.
    """

    def __init__(self, encoder: Encoder, *, model_digest: str, path: Path) -> None:
        self._encoder = encoder
        self._model = model_digest
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(path)
            self._database.execute(
                "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL)"
                " WITHOUT ROWID"
            )
        except (OSError, sqlite3.Error) as error:
            raise UnwritableFileError(path, f"cannot keep vectors ({error})") from error

    def __enter__(self) -> "RememberingEncoder":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._database.commit()
        self._database.close()

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """The question's vector."""
        vector: NDArray[np.float32] = self.read_query(text)[0]
        return vector

    def read_query(self, text: str) -> NDArray[np.float32]:
        """The question's vectors."""
        return self._vector("query", text, partial(self._encoder.read_query, text)).reshape(2, -1)

    def begin_query(self, text: str) -> Callable[[], NDArray[np.float32]]:
        """The question's vectors, once they are asked for."""
        return partial(self.read_query, text)

    def embed_passages(
        self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        """The passages' vectors, in order."""
        vectors = []
        for n, text in enumerate(texts):
            vectors.append(self._vector("passage", text, partial(self._passage, text)))
            if n % _BATCH == _BATCH - 1:
                self._database.commit()
            if progress:
                progress(n + 1)
        return np.stack(vectors)

    def _passage(self, text: str) -> NDArray[np.float32]:
        vector: NDArray[np.float32] = self._encoder.embed_passages([text])[0]
        return vector

    def _vector(
        self, role: str, text: str, embed: Callable[[], NDArray[np.float32]]
    ) -> NDArray[np.float32]:
        content = "\0".join((self._model, role, text)).encode("utf-8", "replace")
        key = hashlib.sha256(content).digest()
        row = self._database.execute("SELECT vector FROM vectors WHERE key = ?", (key,)).fetchone()
        if row is not None:
            return np.frombuffer(row[0], dtype="<f4").astype(np.float32)
        vector = embed()
        blob = vector.astype("<f4").tobytes()
        self._database.execute("INSERT INTO vectors VALUES (?, ?)", (key, blob))
        return vector
