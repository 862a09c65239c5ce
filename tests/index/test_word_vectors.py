from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.word_vectors import MAX_WORDS, WordVectors, vocabulary

MEANINGS = {
    "waste": (1, 0, 0),
    "trash": (1, 0.1, 0),
    "budget": (0, 1, 0),
    "presupuesto": (0, 1, 0.1),
    "water": (0, 0, 1),
}


class Meanings:
    """An encoder with a few words of known meaning; counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked += texts
        return np.array([MEANINGS.get(text, (0.5, 0.5, 0.5)) for text in texts], np.float32)


@pytest.fixture
def encoder() -> Meanings:
    return Meanings()


@pytest.fixture
def vectors(tmp_path: Path, encoder: Meanings) -> WordVectors:
    known = vocabulary(["Waste, budget", "the water's waste"])
    WordVectors.save(tmp_path / "words", known, encoder.embed_passages(known))
    encoder.asked.clear()
    return WordVectors.load(tmp_path / "words", encoder)


def test_a_vocabulary_holds_each_word_once_without_possessives() -> None:
    assert vocabulary(["Waste, budget", "the water's waste"]) == ["budget", "the", "waste", "water"]


def test_the_most_frequent_words_are_kept() -> None:
    texts = ["often"] * 2 + [f"rare{n}" for n in range(MAX_WORDS)]
    known = vocabulary(texts)
    assert len(known) == MAX_WORDS
    assert "often" in known


def test_words_meet_by_what_they_mean(vectors: WordVectors) -> None:
    near = vectors.nearest(["trash", "presupuesto"], ["Waste is collected.", "The budget."])
    assert near.shape == (2, 2)
    assert near[0, 0] > 0.9 > 0.2 > near[0, 1]
    assert near[1, 1] > 0.9 > 0.2 > near[1, 0]


def test_a_text_without_known_words_is_near_nothing(vectors: WordVectors) -> None:
    assert vectors.nearest(["trash"], ["Zzz qqq", ""]).tolist() == [[0.0], [0.0]]
    assert vectors.nearest([], ["waste"]).shape == (1, 0)


def test_an_unknown_word_is_embedded_once(vectors: WordVectors, encoder: Meanings) -> None:
    for _ in range(2):
        vectors.nearest(["trash", "waste"], ["Waste is collected."])
    assert encoder.asked == ["trash"]
