"""Vectors that are reckoned once and kept in a file, for measuring what is not the model.

A passage gets its own vector from the model as long as there is time. The others get a stand-in:
the vector of the passage that they vary, moved as far as a real variation of another passage was.
Sentences get stand-ins always, at random, since their vectors do not decide what is found.
`real` tells how many passages have their own.
"""

import hashlib
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.builder import PassageEncoder

DIMENSIONS = 384


class KeptVectors:
    """An encoder that asks another only for what it has not kept, and for no more than it may."""

    dimensions = DIMENSIONS

    def __init__(self, path: Path, encoder: PassageEncoder) -> None:
        self._encoder = encoder
        self._file = sqlite3.connect(path, isolation_level=None)
        self._file.execute("PRAGMA journal_mode = WAL")
        self._file.execute("PRAGMA synchronous = OFF")
        self._file.execute(
            "CREATE TABLE IF NOT EXISTS vectors"
            " (key BLOB PRIMARY KEY, section TEXT NOT NULL, vector BLOB NOT NULL) WITHOUT ROWID"
        )
        self.real = self.stand_ins = 0
        self._moves: list[NDArray[np.float32]] = []

    def embed_all(self, texts: Iterable[str], *, seconds: float) -> None:
        """Have the model reckon these passages' vectors, as far as it comes in this time."""
        end = time.monotonic() + seconds
        for text in texts:
            if time.monotonic() > end:
                return
            if self._kept(text) is None:
                (vector,) = self._encoder.embed_passages([text])
                self._keep(text, vector)

    def note_originals(self, texts: Iterable[str]) -> None:
        """Remember which passages the others vary."""
        self._file.execute("CREATE TEMP TABLE originals (section TEXT PRIMARY KEY, vector BLOB)")
        for text in texts:
            vector = self._kept(text)
            if vector is not None:
                self._file.execute(
                    "INSERT OR IGNORE INTO originals VALUES (?, ?)",
                    (section_of(text), vector.tobytes()),
                )

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """A question's, from the model."""
        vector: NDArray[np.float32] = self.read_query(text)[0]
        return vector

    def read_query(self, text: str) -> NDArray[np.float32]:
        """The same and that of the model's halfway layer."""
        vectors: NDArray[np.float32] = self._encoder.read_query(text)  # type: ignore[attr-defined]
        return vectors

    def begin_query(self, text: str) -> Callable[[], NDArray[np.float32]]:
        """The same, once it is asked for."""
        return partial(self.read_query, text)

    def embed_passages(
        self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        """As any encoder's."""
        return np.stack([self._embed(text) for text in texts])

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _embed(self, text: str) -> NDArray[np.float32]:
        section = section_of(text)
        if not section and " " in text:  # a sentence: words have none, and passages a heading
            (vector,) = _unit(_chance(text).standard_normal((1, DIMENSIONS), dtype=np.float32))
            return np.asarray(vector)
        if not section or not self._varies(section):
            return self._own(text)
        whole = self._kept(text)
        if whole is None:
            self.stand_ins += 1
            return self._stand_in(text)
        self.real += 1
        return whole

    def _own(self, text: str) -> NDArray[np.float32]:
        vector = self._kept(text)
        if vector is None:
            (vector,) = self._encoder.embed_passages([text])
            self._keep(text, vector)
        return vector

    def _stand_in(self, text: str) -> NDArray[np.float32]:
        """The vector of what a passage varies, moved by what another one's variation moved it."""
        first = self._first(section_of(text))
        if not self._moves:
            self._moves = self._read_moves()
        if not self._moves:
            sys.exit("No variation has a vector of the model yet: give --embed-s more seconds.")
        move = self._moves[int(_chance(text).integers(len(self._moves)))]
        (moved,) = _unit((first + move)[None])
        return np.asarray(moved)

    def _varies(self, section: str) -> bool:
        query = "SELECT 1 FROM originals WHERE section = ?"
        return self._file.execute(query, (section,)).fetchone() is not None

    def _first(self, section: str) -> NDArray[np.float32]:
        query = "SELECT vector FROM originals WHERE section = ?"
        return _vector(self._file.execute(query, (section,)).fetchone()[0])

    def _read_moves(self) -> list[NDArray[np.float32]]:
        rows = self._file.execute(
            "SELECT v.vector, o.vector FROM vectors v JOIN originals o USING (section)"
            " WHERE v.vector <> o.vector ORDER BY v.key LIMIT 20000"
        )
        return [_vector(varied) - _vector(first) for varied, first in rows]

    def _kept(self, text: str) -> NDArray[np.float32] | None:
        query = "SELECT vector FROM vectors WHERE key = ?"
        row = self._file.execute(query, (_key(text),)).fetchone()
        return _vector(row[0]) if row else None

    def _keep(self, text: str, vector: NDArray[np.float32]) -> None:
        row = (_key(text), section_of(text), vector.astype("<f4").tobytes())
        self._file.execute("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", row)


def section_of(text: str) -> str:
    """The heading under which a passage stands, as `index.ingestion.passage_text` tells it."""
    head, found, _ = text.partition("\n")
    return head.split(" – ")[-1] if found else ""


def _key(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=16).digest()


def _chance(text: str) -> np.random.Generator:
    return np.random.default_rng(int.from_bytes(_key(text)[:8]))


def _vector(raw: bytes) -> NDArray[np.float32]:
    return np.frombuffer(raw, dtype="<f4")


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    unit: NDArray[np.float32] = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return unit
