"""The sum of all sentences' vectors, kept up as documents come and go.

It tells the mean cosine of two sentences taken at random without reading them all. Numbers are
whole, so that the sum does not depend on the order in which documents came.
"""

import sqlite3
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

_NAME = "sentence vectors"
_SCALE = 2.0**32
"""Components are below 1: a thousand million vectors fit into 64 bits."""


class VectorSum:
    """Adds to the sum, and takes off it; written at the end."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._count, self._sum = _read(database)

    def add(self, vectors: NDArray[np.float32]) -> None:
        """Count these in: shape (sentences, dimensions)."""
        self._change(vectors, 1)

    def subtract(self, vectors: NDArray[np.float32]) -> None:
        """Count these out."""
        self._change(vectors, -1)

    def _change(self, vectors: NDArray[np.float32], sign: int) -> None:
        whole = np.rint(vectors.astype(np.float64) * _SCALE).astype(np.int64).sum(axis=0)
        self._sum = sign * whole if self._sum is None else self._sum + sign * whole
        self._count += sign * len(vectors)

    def __enter__(self) -> "VectorSum":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._sum is not None:
            raw = np.int64(self._count).tobytes() + self._sum.astype("<i8").tobytes()
            self._database.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (_NAME, raw))


def mean_cosine(database: sqlite3.Connection) -> float:
    """Mean cosine over all pairs of different sentences, to six places; 0 for fewer than two."""
    count, whole = _read(database)
    if whole is None or count < 2:
        return 0.0
    mean = whole / _SCALE
    return round(float((mean @ mean - count) / (count * (count - 1))), 6)


def _read(database: sqlite3.Connection) -> tuple[int, NDArray[np.int64] | None]:
    row = database.execute("SELECT value FROM facts WHERE name = ?", (_NAME,)).fetchone()
    if row is None:
        return 0, None
    numbers = np.frombuffer(row[0], dtype="<i8")
    return int(numbers[0]), numbers[1:]
