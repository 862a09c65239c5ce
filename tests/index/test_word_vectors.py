from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index import word_vectors
from index.state import IndexState
from index.word_vectors import WordVectors, plain_words, without_vectors
from tests.small_index import INPUTS, document, file, holding, quiet, writer

MEANINGS = {
    "waste": (1, 0, 0),
    "trash": (1, 0.1, 0),
    "budget": (0, 1, 0),
    "presupuesto": (0, 1, 0.1),
    "water": (0, 0, 1),
}
TEXTS = ["Waste, budget", "the water's waste"]


class Meanings:
    """An encoder with a few words of known meaning; counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed_passages(self, texts: Sequence[str], **_: object) -> NDArray[np.float32]:
        self.asked += texts
        return np.array([MEANINGS.get(text, (0.5, 0.5, 0.5)) for text in texts], np.float32)


@pytest.fixture
def encoder() -> Meanings:
    return Meanings()


@pytest.fixture
def vectors(encoder: Meanings) -> WordVectors:
    known = ["budget", "the", "waste", "water"]
    own = WordVectors(known, encoder.embed_passages(known), encoder)
    encoder.asked.clear()
    return own


@pytest.fixture
def small(tmp_path: Path) -> Iterator[IndexState]:
    documents = [document(f"report {n}", text) for n, text in enumerate(TEXTS)]
    with closing(holding(tmp_path / "index", documents)) as state:
        yield state


def counts(state: IndexState) -> dict[str, int]:
    return dict(state.database.execute("SELECT word, count FROM words"))


def test_words_are_told_without_possessives() -> None:
    assert [*plain_words("The water's waste")] == ["the", "water", "waste"]


def test_words_are_counted_as_documents_come_and_go(tmp_path: Path) -> None:
    one, other = (document(f"report {n}", text) for n, text in enumerate(TEXTS))
    with closing(holding(tmp_path / "index", [one, other])) as state:
        both = counts(state)
    assert both["waste"] == both["report"] == 2
    assert both["water"] == both["budget"] == 1
    with closing(writer(tmp_path / "index")) as own:
        own.remove(f"{other.id}.md")
        own.put(file(f"{one.id}.md", "new"), [document(one.id, "Waste waste waste")])
    with closing(IndexState(state.generation)) as state:
        assert counts(state) == {"report": 1, "0": 1, "waste": 3}


def test_a_word_that_is_told_gets_its_vector_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_vectors, "MAX_WORDS", 3)
    encoder = Meanings()
    with closing(writer(tmp_path / "index", encoder)) as own:
        own.put(file("a.md"), [document("waste", "Waste, waste, the the the budget budget water")])
        assert without_vectors(own.database) == ["the", "waste", "budget"]  # levels by the letter
        own.finish(progress=quiet)
        encoder.asked.clear()
        own.put(file("b.md"), [document("water", "Water, water and water")])
        wanted = without_vectors(own.database)
        own.finish(progress=quiet)
    assert "water" in wanted
    assert not {"the", "waste"} & {*wanted}
    assert [text for text in encoder.asked if text in wanted] == wanted


def test_the_vocabulary_of_an_index_is_what_it_holds(small: IndexState, encoder: Meanings) -> None:
    own = WordVectors.load(small.database, encoder)
    assert small.generation.inputs == INPUTS
    assert len(own.rows("Report 0 and 1: the waste budget.")) == len(
        {"report", "0", "1", "the", "waste", "budget"}
    )


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
