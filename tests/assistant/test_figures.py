from decimal import Decimal

import pytest

from assistant.figures import levels, months, numbers, quantities


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("10,254", {"10254", "10.254"}),
        ("10.254", {"10254", "10.254"}),
        ("79,1", {"79.1"}),
        ("76.7", {"76.7"}),
        ("37.0", {"37"}),
        ("1,234,567", {"1234567"}),
        ("43", {"43"}),
        ("2024", {"2024"}),
        ("10\u202f254", {"10254"}),
    ],
)
def test_a_written_number_stands_for_what_it_may_mean(written: str, values: set[str]) -> None:
    assert numbers(f"about {written} of them") == [
        frozenset(Decimal(v).normalize() for v in values)
    ]


def test_bands_and_fractions_are_two_numbers() -> None:
    assert [min(n) for n in numbers("68-84 % and 33/43")] == [68, 84, 33, 43]


def test_what_cannot_be_one_number_is_several() -> None:
    assert [min(n) for n in numbers("in 2019 12 of 99,43,1")] == [2019, 12, 99, 43, 1]


def test_months_and_levels_are_read_in_three_languages() -> None:
    assert months("23 de enero, 14 July and 3 de março; it may be") == {1, 7, 3}
    assert levels("Platinum, oro y prata") == {"platinum", "gold", "silver"}


def test_a_date_is_no_quantity() -> None:
    text = "On 15 December 2021, in January 2022 and el 3 de marzo de 2024, 96 % of 1,732 in 2020."
    assert quantities(text) == {96, Decimal("1.732")}
