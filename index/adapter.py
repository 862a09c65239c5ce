"""A learned map of a question's vector that tells sentences which answer from those that do not.

Nearness finds what is on the same subject; whether it answers depends on what of the subject is
asked. A linear adapter of the question's vector learns that from questions whose answers are known:
its product with a sentence's vector is what it adds to the log-odds that the sentence answers. It
knows only the documents that it has learned from, and is asked of no others.
`assistant.evaluation.adapting` makes it (`make adapter`), and it lies in the programme's folder.
"""

import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.errors import InvalidDocumentError

FILE = "adapter.npz"
"""Its name in a programme's folder."""

Vector = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Adapter:
    """Weights of the map: a diagonal and a product of two narrow matrices.

    Attributes:
        model_digest: of the embedding model whose vectors it maps.
        documents: ids of those it has learned from.
        diagonal: shape (dimensions,).
        left, right: shape (dimensions, rank).
        constant: added to each product.
    """

    model_digest: str
    documents: frozenset[str]
    diagonal: Vector
    left: Vector
    right: Vector
    constant: float

    def adapt(self, question: Vector) -> Vector:
        """The mapped vector of a question, shape (dimensions,), of no certain length."""
        # No BLAS here and below: its threads wait.
        narrow = np.einsum("ij,i->j", self.left, question)
        adapted: Vector = self.diagonal * question + np.einsum("ij,j->i", self.right, narrow)
        return adapted

    def log_odds(self, adapted: Vector, sentences: Vector) -> Vector:
        """What it adds to the log-odds that each sentence answers.

        Args:
            adapted: from `adapt`.
            sentences: their vectors, shape (sentences, dimensions).
        """
        found: Vector = np.einsum("ij,j->i", sentences, adapted)
        return found + np.float32(self.constant)

    def to_bytes(self) -> bytes:
        """As a file keeps it, in half precision."""
        kept = io.BytesIO()
        np.savez_compressed(
            kept,
            model_digest=np.array(self.model_digest),
            documents=np.array(sorted(self.documents)),
            diagonal=self.diagonal.astype(np.float16),
            left=self.left.astype(np.float16),
            right=self.right.astype(np.float16),
            constant=np.array(self.constant),
        )
        return kept.getvalue()

    @classmethod
    def from_bytes(cls, raw: bytes) -> "Adapter":
        """What `to_bytes` made.

        Raises:
            ValueError: it is something else.
        """
        try:
            with np.load(io.BytesIO(raw), allow_pickle=False) as kept:
                diagonal, left, right = (
                    kept[name].astype(np.float32) for name in ("diagonal", "left", "right")
                )
                documents = frozenset(map(str, kept["documents"]))
                digest, constant = str(kept["model_digest"]), float(kept["constant"])
                return cls(digest, documents, diagonal, left, right, constant)
        except (KeyError, OSError, EOFError) as error:
            raise ValueError(f"no adapter: {error}") from error


def read_adapter(folder: Path) -> bytes:
    """What a programme's folder has of an adapter; empty if it has none.

    Raises:
        InvalidDocumentError: its file is something else.
    """
    path = folder / FILE
    if not path.exists():
        return b""
    raw = path.read_bytes()
    try:
        Adapter.from_bytes(raw)
    except ValueError as error:
        raise InvalidDocumentError(path, f"is {error}. Make it anew: make adapter") from error
    return raw
