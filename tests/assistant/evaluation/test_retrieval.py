import math

import pytest

from assistant.evaluation.retrieval import mean_scores, retrieval_scores


def test_the_measures_are_what_their_formulas_give() -> None:
    scores = retrieval_scores({"q": ["a", "b", "far"]}, {"q": ["x", "a", "y", "b", "z", "far"]})
    gain = sum(1 / math.log2(1 + rank) for rank in (2, 4, 6))
    ideal = sum(1 / math.log2(1 + rank) for rank in (1, 2, 3))
    assert scores["q"] == pytest.approx(
        {"R@5": 2 / 3, "nDCG@10": gain / ideal, "RR": 1 / 2, "Success@5": 1}, abs=1e-6
    )


def test_finding_nothing_scores_nought_and_no_gold_no_score() -> None:
    nought = {"R@5": 0, "nDCG@10": 0, "RR": 0, "Success@5": 0}
    assert retrieval_scores({"q": ["a"], "none": []}, {"none": ["a"]}) == {"q": nought}
    assert retrieval_scores({"q": ["a"], "r": ["b"]}, {"q": [], "r": ["b"]})["q"] == nought


def test_order_is_the_rankings_whatever_the_ids() -> None:
    for ids in (["a", "b"], ["b", "a"]):
        scores = retrieval_scores({"q": [ids[1]]}, {"q": ids})
        assert scores["q"]["RR"] == 1 / 2


def test_means_are_over_questions() -> None:
    scores = retrieval_scores({"q": ["a"], "r": ["b"]}, {"q": ["a"], "r": ["x", "b"]})
    assert mean_scores(list(scores.values()))["RR"] == (1 + 1 / 2) / 2
    assert mean_scores([]) == {}
