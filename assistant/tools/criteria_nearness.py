"""Which criteria a question is near to, by the vectors of the sentences that tell what they ask."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from assistant.answers import Quote
from corpus.records import Evidence, Standard
from index.retriever import Retriever


class NearestCriteria:
    """Ranks the criteria of a standard by nearness to a question."""

    def __init__(
        self, standard: Standard, retriever: Retriever, quote_of: Callable[[Evidence], Quote]
    ) -> None:
        self._standard = standard
        self._retriever = retriever
        self._quote_of = quote_of
        self._vectors: NDArray[np.float32] | None = None

    def __call__(self, question: str) -> list[tuple[str, float]]:
        """Ids of all criteria with their cosines, nearest first."""
        if self._vectors is None:  # looked up only once a question needs them
            quotes = [self._quote_of(c.evidence) for c in self._standard.criteria]
            self._vectors = np.stack(
                [self._retriever.sentence_vector(q.document_id, q.start) for q in quotes]
            )
        cosines = self._vectors @ self._retriever.embed_alone(question)
        ids = [criterion.id for criterion in self._standard.criteria]
        return sorted(
            zip(ids, map(float, cosines), strict=True), key=lambda pair: (-pair[1], pair[0])
        )
