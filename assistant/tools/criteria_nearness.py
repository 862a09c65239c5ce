"""Which criteria a question is near to, by the vectors of what they are described by.

The vectors are reckoned once, when the index is built, and lie beside it under a key of the texts
and the model; without them nothing is told.
"""

import hashlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.intents.keeping import QueryEncoder
from corpus.records import Standard

NEAREST = 3
"""Of so many of its texts, those nearest to a question, a criterion's nearness is the mean: one
alone may be near by its wording."""

_FOLDER = "criteria"

Vectors = NDArray[np.float32]


class NearestCriteria:
    """Ranks the criteria of a standard by nearness to a question.

    Args:
        vectors: of `described`, in its order.
        embed: gives a question's vector.
    """

    def __init__(
        self, standard: Standard, vectors: Vectors, *, embed: Callable[[str], Vectors]
    ) -> None:
        self._ids = [criterion.id for criterion in standard.criteria]
        owners = [id_ for id_, _ in described(standard)]
        self._rows = [np.flatnonzero(np.array([own == id_ for own in owners])) for id_ in self._ids]
        self._vectors = vectors
        self._embed = embed

    def __call__(self, question: str) -> list[tuple[str, float]]:
        """Ids of all criteria with their nearness, -1 to 1, nearest first."""
        # No BLAS, whose threads wait.
        cosines = np.einsum("ij,j->i", self._vectors, self._embed(question))
        means = (float(np.sort(cosines[rows])[-NEAREST:].mean()) for rows in self._rows)
        return sorted(zip(self._ids, means, strict=True), key=lambda pair: (-pair[1], pair[0]))


def described(standard: Standard) -> Sequence[tuple[str, str]]:
    """Every text that describes a criterion, with the criterion's id."""
    return [
        (criterion.id, text)
        for criterion in standard.criteria
        for text in (
            criterion.title,
            criterion.evidence.quote,
            *(text for texts in criterion.described.values() for text in texts),
        )
    ]


def prepare_vectors(
    generation: Path, model_digest: str, standard: Standard, encoder: QueryEncoder
) -> None:
    """Reckon the vectors and keep them beside an index, in one step; any others are removed.

    Raises:
        OSError: the folder cannot be written to.
    """
    path = _path(generation, model_digest, standard)
    vectors = np.stack([encoder.embed_query(text) for _, text in described(standard)])
    path.parent.mkdir(exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}")
    with unfinished.open("wb") as file:
        np.save(file, vectors)
    unfinished.replace(path)
    for other in path.parent.iterdir():
        if other != path:
            other.unlink(missing_ok=True)


def vectors_are_kept(generation: Path, model_digest: str, standard: Standard) -> bool:
    """Whether the vectors of these texts and this model lie beside an index."""
    return _path(generation, model_digest, standard).exists()


def read_vectors(generation: Path, model_digest: str, standard: Standard) -> Vectors | None:
    """The vectors kept beside an index; None if none were made of these texts with this model."""
    path = _path(generation, model_digest, standard)
    if not path.exists():
        return None
    vectors: Vectors = np.load(path, allow_pickle=False)
    return vectors


def _path(generation: Path, model_digest: str, standard: Standard) -> Path:
    told = "\n".join(f"{id_} {text}" for id_, text in described(standard))
    digest = hashlib.sha256(told.encode()).hexdigest()[:16]
    return generation / _FOLDER / f"{digest}-{model_digest[:16]}.npy"
