import math

import pytest

from index.baseline import PlainBM25

TEXTS = {
    "mill": "The mills of Olhão are grinding maize by the sea",
    "sea": "The sea by Weifang",
    "bell": "Bells of Tangvik",
}


def test_a_score_is_what_the_formula_gives() -> None:
    # Left of stop words: mill, olhão, grind, maiz, sea; sea, weifang; bell, tangvik.
    k1, b, mean = 0.9, 0.4, (5 + 2 + 2) / 3
    rarity = math.log(1 + (3 - 2 + 0.5) / (2 + 0.5))
    expected = {
        id_: rarity / (1 + k1 * (1 - b + b * length / mean))
        for id_, length in (("sea", 2), ("mill", 5))
    }
    ranker = PlainBM25(TEXTS, language="en", k1=k1, b=b)
    found = ranker.search("the seas", limit=5)
    assert [id_ for id_, _ in found] == ["sea", "mill"]
    assert dict(found) == pytest.approx(expected, rel=1e-5)


def test_stems_meet_and_unknown_words_find_nothing() -> None:
    ranker = PlainBM25(TEXTS, language="en")
    assert [id_ for id_, _ in ranker.search("grinds, bell", limit=5)] == ["bell", "mill"]
    assert [id_ for id_, _ in ranker.search("grinds, bell", limit=1)] == ["bell"]
    assert ranker.search("of the harbour", limit=5) == []


def test_each_language_has_its_own_stop_words_and_stems() -> None:
    ranker = PlainBM25({"a": "Las ciudades de la costa", "b": "La sierra"}, language="es")
    assert [id_ for id_, _ in ranker.search("la aldea de las costas", limit=5)] == ["a"]
