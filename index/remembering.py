"""An encoder that remembers what it was asked for: texts that come again."""

import base64
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from index.builder import PassageEncoder
from index.keyed import SqliteKeyValueStore

_VECTOR = "vector"


class RememberedTexts:
    """Vectors of texts of one kind by one model, kept in a key-value store of LlamaIndex.

    Args:
        encoder: of the model that `model_digest` stands for.
        kind: names the collection they are kept in.
    """

    def __init__(
        self,
        encoder: PassageEncoder,
        store: SqliteKeyValueStore,
        *,
        kind: str,
        model_digest: str,
    ) -> None:
        self._encoder = encoder
        self._store = store
        self._collection = f"{kind} {model_digest}"

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors, shape (len(texts), dimensions); new texts are embedded and remembered."""
        told = {text: self._store.get(text, self._collection) for text in texts}
        found = {text: _unpacked(value[_VECTOR]) for text, value in told.items() if value}
        new = [text for text in told if text not in found]
        if new:
            vectors = self._encoder.embed_passages(new)
            self.remember(new, vectors)
            found |= zip(new, vectors, strict=True)
        return np.stack([found[text] for text in texts])

    def know(self, texts: Sequence[str]) -> bool:
        """Whether all of them are remembered."""
        return all(self._store.get(text, self._collection) for text in texts)

    def remember(self, texts: Sequence[str], vectors: Iterable[ArrayLike]) -> None:
        """Have them known where they were reckoned, here or elsewhere."""
        every = (np.asarray(vector, dtype="<f4") for vector in vectors)
        packed = [{_VECTOR: base64.b64encode(vector.tobytes()).decode("ascii")} for vector in every]
        self._store.put_all(list(zip(texts, packed, strict=True)), self._collection)


def _unpacked(raw: str) -> NDArray[np.float32]:
    return np.frombuffer(base64.b64decode(raw), dtype="<f4")
