"""The last question, asked about another version of the standard."""

from collections.abc import Callable

import pytest

COUNT = ("how many criteria are there at the moment?", "**43 criteria** [1].")


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        ("and in the 2018 version?", "How many criteria are there in the 2018 version?"),
        ("and under the old standard?", "How many criteria are there in the old version?"),
    ],
)
def test_a_version_is_named(asked: Callable[..., str], turn: str, expected: str) -> None:
    assert asked(*COUNT, turn) == expected


def test_another_version_takes_the_place_of_one(asked: Callable[..., str]) -> None:
    text = asked(*COUNT, "and in the 2018 version?", "**45** [1].", "and the very first one?")

    assert text == "How many criteria are there in the very first version?"


def test_in_spanish_the_year_follows(asked: Callable[..., str]) -> None:
    text = asked("¿cuántos criterios hay ahora?", "**43** [1].", "¿y en la versión de 2018?")

    assert text == "¿Cuántos criterios hay en la versión de 2018?"


def test_the_first_of_a_list_is_no_version(asked: Callable[..., str]) -> None:
    answer = "- **Silver**: Hamilton and Winnipeg [1]"

    text = asked("which Canadian cities are certified?", answer, "and the first one?")

    assert "version" not in text
