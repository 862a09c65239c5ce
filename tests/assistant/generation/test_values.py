"""Amounts and dates as they are read in three languages."""

from decimal import Decimal

import pytest

from assistant.answers import Language
from assistant.generation.values import find_amounts, find_dates


@pytest.mark.parametrize(
    ("text", "language", "value", "measure"),
    [
        ("5 % of homes", "en", "5", "%"),
        ("five per cent of homes", "en", "5", "%"),
        ("el 79,1 % de las casas", "es", "79.1", "%"),
        ("el cinco por ciento", "es", "5", "%"),
        ("10,254 votes", "en", "10254", ""),
        ("10.254 votos", "es", "10254", ""),
        ("10 254 votos", "pt", "10254", ""),
        ("$1.2 million", "en", str(1_200_000), "money"),
        ("1,2 millones de dólares", "es", str(1_200_000), "money"),
        ("2 mil milhões", "pt", str(2 * 10**9), ""),
        ("12 percentage points", "en", "12", "points"),
        ("a three-year plan", "en", "3", "year"),
        ("twenty-one cities", "en", "21", ""),
    ],
)
def test_an_amount_is_read(text: str, language: Language, value: str, measure: str) -> None:
    (amount,) = find_amounts(text, language)
    assert Decimal(value) in amount.readings
    assert amount.measure == measure


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("more than 50 groups", "over"),
        ("no more than 50 groups", "most"),
        ("50 or more groups", "least"),
        ("fewer than 50 groups", "under"),
        ("nearly 50 groups", "nearly"),
        ("up to 50 groups", "most"),
        ("50 groups", ""),
    ],
)
def test_what_bounds_an_amount_is_read(text: str, bound: str) -> None:
    assert find_amounts(text, "en")[0].bound == bound


@pytest.mark.parametrize(
    "text",
    ["21 June 2023", "June 21, 2023", "21 de junio de 2023", "21 de junho de 2023", "2023-06-21"],
)
def test_a_date_is_read_in_each_form(text: str) -> None:
    (date,) = find_dates(text)
    assert (date.year, date.month, date.day) == (2023, 6, 21)


def test_a_measure_is_shared_by_a_range() -> None:
    assert [a.measure for a in find_amounts("from 68 to 84 %", "en")] == ["%", "%"]
