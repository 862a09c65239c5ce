"""Passages' vectors as an index's database has them."""

import sqlite3
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def newer(
    database: sqlite3.Connection, after: int, *, limit: int = -1
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Numbers, in order, and vectors of the passages after one."""
    query = "SELECT number, passage FROM vectors WHERE number > ? ORDER BY number LIMIT ?"
    return _as_arrays(database.execute(query, (after, limit)).fetchall())


def held(
    database: sqlite3.Connection, numbers: Sequence[int]
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Those of some passages that the database holds, in order, and their vectors."""
    marks = ",".join("?" * len(numbers))
    query = f"SELECT number, passage FROM vectors WHERE number IN ({marks}) ORDER BY number"  # noqa: S608
    return _as_arrays(database.execute(query, list(numbers)).fetchall())


def cosines(vectors: NDArray[np.float32], vector: NDArray[np.float32]) -> NDArray[np.float32]:
    """Of unit vectors, shape (passages, dimensions), to one; without BLAS, whose threads wait."""
    found: NDArray[np.float32] = np.einsum("ij,j->i", vectors, vector)
    return found


def _as_arrays(
    rows: Sequence[tuple[int, bytes]],
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    raw = np.frombuffer(b"".join(vector for _, vector in rows), dtype="<f4")
    numbers = np.array([number for number, _ in rows], dtype=np.int64)
    return numbers, raw.reshape(len(rows), -1 if rows else 1)
