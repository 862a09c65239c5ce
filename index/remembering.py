"""An encoder that remembers what texts it was asked for: words, that come in every index again."""

import base64
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.builder import PassageEncoder
from index.keyed import SqliteKeyValueStore

_VECTOR = "vector"


class RememberedWords:
    """Vectors of words by one model, kept beside what the stages of ingestion made.

    Args:
        encoder: of the model that `model_digest` stands for.
    """

    def __init__(
        self, encoder: PassageEncoder, store: SqliteKeyValueStore, *, model_digest: str
    ) -> None:
        self._encoder = encoder
        self._store = store
        self._collection = f"words {model_digest}"

    def embed(self, words: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors, shape (len(words), dimensions); new words are embedded and remembered."""
        found = {word: self._store.get(word, self._collection) for word in words}
        new = [word for word, value in found.items() if value is None]
        if new:
            vectors = self._encoder.embed_passages(new)
            for word, vector in zip(new, vectors, strict=True):
                raw = base64.b64encode(vector.astype("<f4").tobytes()).decode("ascii")
                found[word] = {_VECTOR: raw}
                self._store.put(word, {_VECTOR: raw}, self._collection)
        raw_vectors = (base64.b64decode(value[_VECTOR]) for value in found.values() if value)
        return np.stack([np.frombuffer(raw, dtype="<f4") for raw in raw_vectors])
