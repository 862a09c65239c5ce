"""A place set beside the one spoken of."""

from collections.abc import Callable

import pytest

WORK = ("What did Boise do about water?", "Boise, Idaho, planned a plant [1].")
LEVEL = ("¿Qué nivel tiene Recife?", "Recife, Brasil, tiene nivel **oro** [1].")


@pytest.mark.parametrize(
    ("before", "turn", "expected"),
    [
        (WORK, "same level as Denver?", "Does Boise have the same level as Denver?"),
        (WORK, "is it at the same level as Denver?", "Does Boise have the same level as Denver?"),
        (WORK, "does Mesa have a better level?", "Does Mesa have a higher level than Boise?"),
        (WORK, "and is Mesa's level lower?", "Does Mesa have a lower level than Boise?"),
        (LEVEL, "¿es mejor que Cali?", "¿Tiene Recife un nivel más alto que Cali?"),
        (LEVEL, "¿Cali tiene uno mejor?", "¿Tiene Cali un nivel más alto que Recife?"),
        (LEVEL, "e Fortaleza, tem o mesmo?", "Fortaleza tem o mesmo nível que Recife?"),
    ],
)
def test_levels_are_compared(
    asked: Callable[..., str], before: tuple[str, str], turn: str, expected: str
) -> None:
    assert asked(*before, turn) == expected


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        ("is that more than Denver?", "What did Boise and Denver do about water?"),
        ("is that better than in Mesa?", "What did Boise and Mesa do about water?"),
    ],
)
def test_what_was_asked_of_one_is_asked_of_both(
    asked: Callable[..., str], turn: str, expected: str
) -> None:
    assert asked(*WORK, turn) == expected


def test_two_that_are_named_are_compared_whatever_was_listed(asked: Callable[..., str]) -> None:
    turn = "is Recife at the same level as Cali?"

    assert asked("which cities are gold in Brazil?", "Recife and Niterói [1].", turn) == turn


@pytest.mark.parametrize("turn", ["who has the same level as Boise?", "what level is Denver?"])
def test_a_question_on_one_place_is_no_comparison(asked: Callable[..., str], turn: str) -> None:
    assert asked(*WORK, turn) == turn
