"""Another theme after a city or a list of cities."""

from collections.abc import Callable

import pytest

FLOODS = (
    "Which cities used data on floods?",
    "- **Charleston, South Carolina**: FloodStat [1].\n- **Luján de Cuyo, Argentina**: homes [2].",
)
PICKED = ("how many homes did the second of them build?", "Luján de Cuyo built 700 homes [1].")
PERMITS = ("How long does a permit take in Boise?", "Boise, Idaho, takes two days [1].")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ((*FLOODS, "what about heat?"), "Which cities used data on heat?"),
        ((*FLOODS, *PICKED, "and housing?"), "Which cities used data on housing?"),
        (
            (
                *FLOODS,
                "which of those are outside the US",
                "Luján de Cuyo [1].",
                *PICKED,
                "what about heat?",
            ),
            "Which cities used data on heat?",
        ),
        ((*FLOODS, "¿y la vivienda?"), "¿Qué ciudades usaron datos sobre vivienda?"),
        ((*PERMITS, "what about housing?"), "Housing in Boise?"),
        (
            ("Which cities are gold in Brazil?", "Two [1].", "and crime?"),
            "Which cities in Brazil used data on crime?",
        ),
        (
            ("¿Qué hizo Cali contra la violencia?", "", "¿y la vivienda?"),
            "¿Qué hizo Cali sobre vivienda?",
        ),
        ((*PERMITS, "how many staff do they need", "", "e moradia?"), "Moradia em Boise?"),
    ],
)
def test_a_theme_leaves_the_words_of_the_one_before(
    asked: Callable[..., str], said: tuple[str, ...], expected: str
) -> None:
    assert asked(*said) == expected


def test_a_city_that_is_named_after_a_list_is_what_the_next_theme_is_of(
    asked: Callable[..., str],
) -> None:
    text = asked(*FLOODS, "What does Miami do with maps?", "Miami, Florida, has an app [1].",
                 "and crime?")  # fmt: skip

    assert text == "What does Miami do with crime?"
