"""BM25 alone, as its library does it by itself: what our own ranking is measured against.

Kept apart from `Lexicon`, so that an improvement there shows as one.
"""

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from index.lexicon import STEMMERS

if TYPE_CHECKING:
    from bm25s.tokenization import Tokenizer


class PlainBM25:
    """Whole texts in one language, ranked by BM25: the library's words and stop words, Snowball.

    Args:
        texts: id to text; not empty.
        language: of the texts and the questions.
        k1, b: term saturation and length normalisation; Anserini's defaults.
    """

    def __init__(
        self, texts: Mapping[str, str], *, language: str, k1: float = 0.9, b: float = 0.4
    ) -> None:
        from bm25s import BM25

        logging.getLogger("bm25s").setLevel(logging.WARNING)
        self._ids = list(texts)
        self._tokenizer = _tokenizer(language)
        tokens = self._tokenizer.tokenize(
            list(texts.values()), return_as="tuple", show_progress=False
        )
        self._ranker = BM25(k1=k1, b=b)
        self._ranker.index(tokens, show_progress=False)

    def search(self, question: str, *, limit: int) -> list[tuple[str, float]]:
        """Texts that share words with the question: id and score above 0, best first."""
        (tokens,) = self._tokenizer.tokenize(
            [question], return_as="ids", update_vocab=False, show_progress=False
        )
        if not tokens:
            return []
        scores = self._ranker.get_scores(tokens)
        best = np.argsort(-scores, kind="stable")[:limit]
        return [(self._ids[n], float(scores[n])) for n in best if scores[n] > 0]


def _tokenizer(language: str) -> "Tokenizer":
    import Stemmer
    from bm25s.tokenization import Tokenizer

    stemmer = Stemmer.Stemmer(STEMMERS.get(language, "english"))
    return Tokenizer(lower=True, stopwords=language, stemmer=stemmer.stemWord)
