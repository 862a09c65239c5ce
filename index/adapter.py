"""A learned measure of whether a sentence answers a question, beside how near it is.

Nearness finds what is on the same subject; whether it answers depends on what of the subject is
asked. The adapter learns that from questions whose answers are known: a question's vectors, of the
model's last layer and of its halfway one, are mapped to a narrow one, whose product with a narrow
vector of the sentence is what it adds to the log-odds that the sentence answers. It knows only the
sentences of the documents that it has learned from, whose narrow vectors it holds.
`assistant.evaluation.adapting` makes it (`make adapter`), and it lies in the programme's folder.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.errors import InvalidDocumentError

FILE = "adapter.npz"
"""Its name in a programme's folder."""

Vector = NDArray[np.float32]

_DIGEST_BYTES = 8


@lru_cache(maxsize=16384)  # sentences come up again and again
def digest_of(sentence: str) -> int:
    """What stands for a sentence's text."""
    raw = blake2b(sentence.encode("utf-8", "replace"), digest_size=_DIGEST_BYTES).digest()
    return int.from_bytes(raw, "little")


@dataclass(frozen=True, eq=False)
class Adapter:
    """The map of questions, and the sentences that it knows.

    Attributes:
        model_digest: of the embedding model whose vectors it maps.
        question: the map, shape (2 * dimensions, width), of the last layer and the halfway one.
        digests: of the sentences it knows, in order, without repeats; 64 bits each.
        sentences: their narrow vectors, shape (sentences, width).
        nearness: what a cosine of 1 adds.
        constant: added to each sum.
        gathering: weights of a question's vectors and a constant, shape (2 * dimensions + 1,),
            whose sum is above 0 where it asks for whoever did a thing, wherever that is told.
    """

    model_digest: str
    question: Vector
    digests: NDArray[np.uint64]
    sentences: Vector
    nearness: float
    constant: float
    gathering: Vector

    def adapt(self, last: Vector, halfway: Vector) -> Vector:
        """The narrow vector of a question, shape (width,), of no certain length."""
        # No BLAS here and below: its threads wait.
        both = np.concatenate([last, halfway])
        narrow: Vector = np.einsum("ij,i->j", self.question, both)
        return narrow

    def gathers(self, last: Vector, halfway: Vector) -> bool:
        """Whether a question asks for whoever did a thing, as far as its vectors tell."""
        both = np.concatenate([last, halfway, np.ones(1, np.float32)])
        return float(np.einsum("i,i->", self.gathering, both)) > 0.0

    def log_odds(
        self, adapted: Vector, texts: Sequence[str], cosines: Sequence[float]
    ) -> list[float]:
        """What it adds to the log-odds that each sentence answers; 0 for those it does not know.

        Args:
            adapted: from `adapt`.
            cosines: of the sentences' vectors to the question's.
        """
        rows = [self._rows.get(digest_of(text)) for text in texts]
        known = [row for row in rows if row is not None]
        products = iter(np.einsum("ij,j->i", self.sentences[known], adapted).tolist())
        return [
            0.0 if row is None else next(products) + self.nearness * cosine + self.constant
            for row, cosine in zip(rows, cosines, strict=True)
        ]

    def knows(self, text: str) -> bool:
        """Whether a document that it has learned from has a sentence of just this text."""
        return digest_of(text) in self._rows

    @cached_property
    def _rows(self) -> dict[int, int]:
        return {digest: row for row, digest in enumerate(self.digests.tolist())}

    def to_bytes(self) -> bytes:
        """As a file keeps it, in half precision."""
        kept = io.BytesIO()
        np.savez_compressed(
            kept,
            model_digest=np.array(self.model_digest),
            question=self.question.astype(np.float16),
            digests=self.digests,
            sentences=self.sentences.astype(np.float16),
            nearness=np.array(self.nearness),
            constant=np.array(self.constant),
            gathering=self.gathering,
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
                return cls(
                    model_digest=str(kept["model_digest"]),
                    question=kept["question"].astype(np.float32),
                    digests=kept["digests"],
                    sentences=kept["sentences"].astype(np.float32),
                    nearness=float(kept["nearness"]),
                    constant=float(kept["constant"]),
                    gathering=kept["gathering"],
                )
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
        raise InvalidDocumentError(path, f"is {error}. Delete it, then: make adapter") from error
    return raw
