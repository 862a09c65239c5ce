"""Which city is meant, and which ones there are beside it."""

from collections.abc import Callable

import pytest

GLENDALE = ("Is Glendale certified?", "**Yes.** Glendale, Arizona, holds **platinum** [1].")


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        ("no, I was asking about the one in California", "Is Glendale, California certified?"),
        ("sorry, I meant the Californian cities", "Which cities in California are certified?"),
    ],
)
def test_a_namesake_elsewhere_is_meant_by_its_area(
    asked: Callable[..., str], turn: str, expected: str
) -> None:
    assert asked(*GLENDALE, turn) == expected


def test_a_namesake_is_named_before_it_is_asked_about_the_other(asked: Callable[..., str]) -> None:
    told = "The documents name no certification of Glendale, California [1]."
    text = asked(*GLENDALE, "I meant the Californian one", told, "the other, how long did it take?")
    assert text == "How long did Glendale take?"


@pytest.mark.parametrize(
    ("before", "turn", "expected"),
    [
        (
            "Tell me about Hamilton's labs",
            "is it the only Canadian city?",
            "Which cities in Canada are certified?",
        ),
        (
            "¿Qué hizo Recife?",
            "¿es la única ciudad brasileña con oro?",
            "¿Qué ciudades de Brasil son oro?",
        ),
    ],
)
def test_whether_a_city_is_the_only_one_is_asked_of_its_area(
    asked: Callable[..., str], before: str, turn: str, expected: str
) -> None:
    assert asked(before, "It did much [1].", turn) == expected
