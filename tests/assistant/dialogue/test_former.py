"""What a city was before the level it holds."""

from collections.abc import Callable

import pytest

BOSTON = ("Since when has Boston been gold?", "**Gold** since 23 January 2024 [1].")


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        ("and before that?", "What level did Boston hold before gold?"),
        ("what were they before?", "What level did Boston hold before gold?"),
        (
            "and what did they have before, from which date?",
            "What level did Boston hold before gold, and since when?",
        ),
        ("what was Phoenix before that?", "What level did Phoenix hold before gold?"),
        ("what did they start with?", "What level did Boston hold at first?"),
        ("¿y antes de eso?", "¿Qué nivel tenía Boston antes de oro?"),
        ("e antes disso?", "Que nível Boston tinha antes de ouro?"),
    ],
)
def test_the_level_before_is_asked_for(asked: Callable[..., str], turn: str, expected: str) -> None:
    assert asked(*BOSTON, turn) == expected


def test_the_level_that_the_answer_gives_is_the_one_before_which(asked: Callable[..., str]) -> None:
    answer = "No platinum is recorded for San Francisco [1]. It holds **gold** [1]."

    text = asked("since when is San Francisco platinum?", answer, "and before that?")

    assert text == "What level did San Francisco hold before gold?"


@pytest.mark.parametrize("turn", ["what did they do before the pandemic?", "and before 2022?"])
def test_before_a_time_is_not_a_former_level(asked: Callable[..., str], turn: str) -> None:
    assert "before gold" not in asked(*BOSTON, turn)
