"""Dates that count from the one spoken of, and what belongs to a count."""

from collections.abc import Callable

import pytest

COUNT = ("How many cities were certified by January 2024?", "**74** cities [1].")


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        ("and by that June?", "How many cities were certified by June 2024?"),
        ("and the June after that?", "How many cities were certified by June 2024?"),
        ("and the following January?", "How many cities were certified by January 2025?"),
        ("and the June before?", "How many cities were certified by June 2023?"),
        (
            "¿y en enero del año siguiente?",
            "¿Cuántas ciudades estaban certificadas en enero de 2025?",
        ),
        ("e em junho seguinte?", "Quantas cidades eram certificadas em junho de 2024?"),
        ("and by February two years later?", "How many cities were certified by February 2026?"),
        ("and a year and a half earlier?", "How many cities were certified by July 2022?"),
        ("and by the end of the next year?", "How many cities were certified by the end of 2025?"),
        ("and half a year later?", "How many cities were certified by July 2024?"),
        ("and two years earlier?", "How many cities were certified by January 2022?"),
        ("and by christmas 2021?", "How many cities were certified by christmas 2021?"),
        ("and back in summer 2019?", "How many cities were certified in summer 2019?"),
        ("and by that summer?", "How many cities were certified by summer 2024?"),
        ("and march 22", "How many cities were certified by march 2022?"),
        ("and in June of that year?", "How many cities were certified in June 2024?"),
        ("and at the last official count?", "How many cities are certified?"),
        ("¿y según el último recuento?", "¿Cuántas ciudades están certificadas?"),
    ],
)
def test_a_count_is_asked_for_at_another_time(
    asked: Callable[..., str], turn: str, expected: str
) -> None:
    assert asked(*COUNT, turn) == expected


def test_places_beside_a_number_are_not_what_the_talk_is_about(asked: Callable[..., str]) -> None:
    answer = "**24** cities were certified in June 2020, Tempe reported [1]."

    text = asked("How many cities were certified in June 2020?", answer, "and who counts them?")

    assert "Tempe" not in text


def test_who_rose_is_not_who_was_certified(asked: Callable[..., str]) -> None:
    text = asked("who got certified in 2025?", "**9** cities [1].", "and who moved up that year?")

    assert text == "Who moved up in 2025?"
