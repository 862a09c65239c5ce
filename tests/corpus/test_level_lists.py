import pytest

from corpus.level_lists import EXAMPLE, UnreadableLevelsError, read_levels, unit_record


def test_the_example_is_read() -> None:
    levels = read_levels(EXAMPLE)
    assert dict(levels.bounds) == {"bronze": 25, "silver": 45, "gold": 65, "platinum": 85}
    assert (levels.total, levels.unit, levels.by_percent) == (100, "points", False)


@pytest.mark.parametrize(
    ("text", "bounds", "total", "unit"),
    [
        ("Certified: 40, Silver: 50 and Gold: 60 out of 110", [40, 50, 60], 110, "points"),
        ("plata 10; oro 20 de 30 créditos", [10, 20], 30, "credits"),
        ("Very Good 55, 1 star 60 of 100 Punkte", [55, 60], 100, "Punkte"),
        ("Level 1 10, Level 2 20 of 40 points", [10, 20], 40, "points"),
        ("bronze from 5, silver at 7 of 9 criteria.", [5, 7], 9, "criteria"),
    ],
)
def test_other_ways_to_write_them_are_read(
    text: str, bounds: list[int], total: int, unit: str
) -> None:
    levels = read_levels(text)
    assert list(levels.bounds.values()) == bounds
    assert (levels.total, levels.unit) == (total, unit)


def test_names_keep_their_words_and_capitals() -> None:
    assert list(read_levels("Very Good 55, Level 2 60 of 100").bounds) == ["Very Good", "Level 2"]


def test_percentages_are_told_from_counts() -> None:
    levels = read_levels("silver 51%, gold 68 % of 43 criteria")
    assert levels.by_percent
    assert list(levels.bounds.values()) == [51, 68]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("gold 5", "out of how many"),
        ("gold 50, silver 30 of 100", "more than the one before"),
        ("gold 50, gold 60 of 100", "named twice"),
        ("gold 50%, silver 60 of 100", "or none"),
        ("gold 120 of 100 points", "more than 100"),
        ("gold 120% of 200 points", "more than 100"),
        ("gold of 100", "no name with a whole number"),
        ("gold 0.5 of 100", "no name with a whole number"),
        ("of 100", "out of how many"),
    ],
)
def test_what_cannot_be_levels_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(UnreadableLevelsError, match=reason) as caught:
        read_levels(text)
    assert EXAMPLE in str(caught.value)


def test_a_unit_of_its_own_has_words_in_the_first_language() -> None:
    assert unit_record("points", ["es"]) == "points"
    assert unit_record("stars", ["en", "es"]) == {"en": {"one": "star", "many": "stars"}}
