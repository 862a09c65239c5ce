from index.fusion import Hit, fuse


def test_scores_are_scaled_and_weighed() -> None:
    dense = [("a", 0.9), ("b", 0.8), ("c", 0.7)]
    lexical = [("b", 4.0), ("d", 2.0)]
    assert fuse(dense, lexical, spoken="abcd") == [
        Hit("b", 0.5 * (0.8 - 0.7) / (0.9 - 0.7) + 0.5 * 4 / 4, 0.8, 4.0),
        Hit("a", 0.5 * 1.0, 0.9, None),
        Hit("d", 0.5 * 2 / 4, None, 2.0),
        Hit("c", 0.0, 0.7, None),
    ]


def test_without_shared_words_the_vectors_decide_alone() -> None:
    assert [hit.score for hit in fuse([("a", 0.9), ("b", 0.7)], [], spoken="ab")] == [1.0, 0.0]


def test_ties_are_broken_by_id() -> None:
    assert [hit.passage_id for hit in fuse([("b", 0.5), ("a", 0.5)], [], spoken="ab")] == ["a", "b"]


def test_nothing_found_is_an_empty_ranking() -> None:
    assert fuse([], [], spoken=()) == []


def test_a_passage_in_another_language_is_not_held_back_by_words() -> None:
    found = fuse([("es", 0.9), ("en", 0.7)], [("en", 3.0)], spoken={"en"})
    assert [(hit.passage_id, hit.score) for hit in found] == [("es", 1.0), ("en", 0.5)]
