"""Which words mean nearly the same, by the vectors of the words that passages hold.

Each word is embedded alone with the index's model, and the mean of all is taken off, since the
vectors of single words share most of their direction. Then 'trash' is near 'waste', and
'presupuesto' near 'budget': words meet across languages where stems cannot.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.lexicon import words

MAX_WORDS = 16384
"""Words kept, the most frequent first: embedding one takes a few milliseconds."""

_VOCABULARY = "SELECT word, vector FROM words ORDER BY count DESC, word LIMIT ?"

MAX_OTHERS = 4096
"""Words of questions remembered beside them."""


class WordEncoder(Protocol):
    """Gives words their vectors."""

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors, shape (len(texts), dimensions)."""
        ...


def plain(word: str) -> str:
    """A word in lower case, without the ending of an English possessive."""
    return word.lower().replace("’", "'").removesuffix("'s")


def plain_words(text: str) -> Iterable[str]:
    """The words of a text, each as often as it stands there."""
    return map(plain, words(text))


def without_vectors(database: sqlite3.Connection) -> list[str]:
    """The words of the vocabulary that have no vector yet."""
    query = f"SELECT word FROM ({_VOCABULARY}) WHERE vector IS NULL"  # noqa: S608
    return [word for (word,) in database.execute(query, (MAX_WORDS,))]


def keep_vectors(
    database: sqlite3.Connection, told: Sequence[str], vectors: NDArray[np.float32]
) -> None:
    """Give words their vectors, shape (len(told), dimensions)."""
    rows = zip((v.astype("<f2").tobytes() for v in vectors), told, strict=True)
    database.executemany("UPDATE words SET vector = ? WHERE word = ?", rows)


class WordVectors:
    """The vectors of a vocabulary, and how near other words are to its words."""

    def __init__(
        self, known: Sequence[str], vectors: NDArray[np.float32], encoder: WordEncoder
    ) -> None:
        """Take the words' own vectors, shape (len(known), dimensions); the encoder gives others."""
        self._rows = {word: row for row, word in enumerate(known)}
        self._mean = vectors.mean(axis=0) if len(vectors) else np.float32(0)
        self._vectors = self._centred(vectors)
        self._encoder = encoder
        self._others: dict[str, NDArray[np.float32]] = {}
        self.rows = lru_cache(maxsize=16384)(self._rows_of)

    @classmethod
    def load(cls, database: sqlite3.Connection, encoder: WordEncoder) -> "WordVectors":
        """The vocabulary of an index."""
        found = database.execute(_VOCABULARY, (MAX_WORDS,)).fetchall()
        rows = sorted((word, vector) for word, vector in found if vector is not None)
        raw = np.frombuffer(b"".join(vector for _, vector in rows), dtype="<f2")
        vectors = raw.astype(np.float32).reshape(len(rows), -1 if rows else 1)
        return cls([word for word, _ in rows], vectors, encoder)

    def nearest(self, wanted: Sequence[str], texts: Sequence[str]) -> NDArray[np.float32]:
        """How near each text comes to each wanted word by the nearest of its words.

        A wanted word outside the vocabulary is embedded, once; words of texts outside it are
        passed over.

        Returns:
            Cosines, shape (len(texts), len(wanted)); 0 for a text without known words.
        """
        best = np.zeros((len(texts), len(wanted)), dtype=np.float32)
        rows = [self.rows(text) for text in texts]
        filled = [n for n, own in enumerate(rows) if len(own)]
        if not wanted or not filled:
            return best
        told = np.concatenate([rows[n] for n in filled])
        spoken = np.zeros(len(self._vectors), dtype=bool)
        spoken[told] = True
        every = np.flatnonzero(spoken)
        place = (np.cumsum(spoken) - 1)[told]
        own = np.stack([self._vector(plain(word)) for word in wanted])
        cosines = self._vectors[every] @ own.T
        starts = np.cumsum([0, *(len(rows[n]) for n in filled[:-1])])
        best[filled] = np.maximum.reduceat(cosines[place], starts, axis=0)
        return best

    def _rows_of(self, text: str) -> NDArray[np.intp]:
        """Where the words of a text stand in the vocabulary, without repeats."""
        found = {self._rows.get(plain(word)) for word in words(text)}
        return np.array(sorted(row for row in found if row is not None), dtype=np.intp)

    def _vector(self, word: str) -> NDArray[np.float32]:
        row = self._rows.get(word)
        if row is not None:
            return np.asarray(self._vectors[row])
        vector = self._others.get(word)
        if vector is None:
            if len(self._others) >= MAX_OTHERS:
                self._others.clear()
            vector = self._centred(self._encoder.embed_passages([word]))[0]
            self._others[word] = vector
        return vector

    def _centred(self, vectors: NDArray[np.float32]) -> NDArray[np.float32]:
        shifted = vectors - self._mean
        lengths = np.linalg.norm(shifted, axis=-1, keepdims=True)
        centred: NDArray[np.float32] = shifted / np.maximum(lengths, 1e-6)
        return centred
