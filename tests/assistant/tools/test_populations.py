"""Numbers of people as people write them."""

import pytest

from assistant.tools.populations import plain_amounts

WRITTEN = {
    "30,000": 30_000,
    "30.000 habitantes": 30_000,
    "30 000": 30_000,
    "30'000": 30_000,
    "30k people": 30 * 1_000,
    "200 mil": 200 * 1_000,
    "30mil": 30 * 1_000,
    "120 thousand": 120 * 1_000,
    "1.2 million": 12 * 100_000,
    "1,2 millones": 12 * 100_000,
    "2.5m": 25 * 100_000,
    "half a million": 1_000_000 // 2,
    "medio millón de habitantes": 1_000_000 // 2,
    "meio milhão": 1_000_000 // 2,
    "a million and a half": 3 * 500_000,
    "thirty thousand": 30_000,
    "twenty-nine thousand nine hundred": 29_900,
    "treinta y dos mil": 32_000,
    "doscientos mil": 200_000,
    "cem mil pessoas": 100_000,
    "quarenta e cinco mil habitantes": 45_000,
    "minus 500": -500,
    "-500 people": -500,
}


@pytest.mark.parametrize(("text", "value"), WRITTEN.items())
def test_amounts_become_plain_digits(text: str, value: int) -> None:
    assert plain_amounts(text).split()[0] == str(value)


def test_other_words_stay() -> None:
    assert plain_amounts("Una ciudad de 45 mil en 2019") == "una ciudad de 45000 en 2019"
