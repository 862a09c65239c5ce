"""What is supposed: criteria that fall away, and another place or size."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        ("and if two of them get struck out when the experts check?", -2),
        ("and if 3 don't survive the validation?", -3),
        ("what if the reviewers bin four of those", -4),
        ("suppose a couple of them don't count", -2),
        ("what happens when four of them lapse?", -4),
        ("and if another two come good", 2),
    ],
)
def test_any_verb_may_say_that_criteria_fall_away(
    asked: Callable[..., str], turn: str, expected: int
) -> None:
    text = asked("We meet 30 criteria, which level is that?", "**Gold.** [1]", turn)

    if expected < 0:
        assert text == f"What if we lose {-expected} of our 30 criteria?"
    else:
        assert text == f"What if we add {expected} to our 30 criteria?"


@pytest.mark.parametrize(
    ("before", "turn", "expected"),
    [
        (
            "Cumplimos 34 criterios, ¿qué nivel?",
            "¿y si se nos caen 5?",
            "¿Y si perdemos 5 de nuestros 34 criterios?",
        ),
        (
            "Atendemos 28 critérios, qual nível?",
            "e se dois forem reprovados na checagem?",
            "E se perdermos 2 dos nossos 28 critérios?",
        ),
    ],
)
def test_they_fall_away_in_spanish_and_portuguese(
    asked: Callable[..., str], before: str, turn: str, expected: str
) -> None:
    assert asked(before, "", turn) == expected


@pytest.mark.parametrize(
    "turn", ["what if only 5 of them pass", "what if two cities apply together?"]
)
def test_a_count_of_those_met_or_of_something_else_is_no_loss(
    asked: Callable[..., str], turn: str
) -> None:
    assert "lose" not in asked("We meet 30 criteria, which level is that?", "", turn)


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        ("and if we were in Mexico?", "Can a town of 25,000 in Mexico apply?"),
        ("what if it lay on the Canadian side?", "Can a town of 25,000 in Canada apply?"),
        ("same thing but in Bolivia", "Can a town of 25,000 in Bolivia apply?"),
        ("what if we had 5,000 more people?", "Can a town of 30,000 in Ohio apply?"),
        ("and with 4,000 fewer people?", "Can a town of 21,000 in Ohio apply?"),
    ],
)
def test_another_place_or_size_is_asked_about_in_the_same_way(
    asked: Callable[..., str], turn: str, expected: str
) -> None:
    assert asked("Can a town of 25,000 in Ohio apply?", "**No.** [1]", turn) == expected


def test_a_place_alone_is_no_supposition(asked: Callable[..., str]) -> None:
    turn = "which cities in Mexico are certified?"

    assert asked("Can a town of 25,000 in Ohio apply?", "", turn) == turn
