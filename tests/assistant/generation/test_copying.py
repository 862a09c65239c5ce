"""One word put in, taken out or put in another's place."""

import pytest

from assistant.generation.copying import altered
from assistant.generation.reading import read

EVIDENCE = (
    "Glendale, Arizona, tested its water help with and without texts in 2024 and reached platinum "
    "together with Cambridge, Massachusetts, as reported before March 2026."
)


def fault(text: str) -> str | None:
    found = altered(read(text, "en"), read(EVIDENCE, "en"), lambda _: 1.0)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ("and reached", "and never reached", "negation"),
        ("in 2024", "only in 2024", "negation"),
        ("and without texts", "and with texts", "negation"),
        ("before March", "after March", "direction"),
        ("March 2026.", "March 2026, which won a national award.", "unsupported"),
    ],
)
def test_what_is_altered_is_found(was: str, now: str, expected: str) -> None:
    assert fault(EVIDENCE.replace(was, now)) == expected


def test_names_in_each_others_place_are_found() -> None:
    text = EVIDENCE.replace("Glendale", "X").replace("Cambridge", "Glendale")
    assert fault(text.replace("X", "Cambridge")) == "swapped"


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("tested its water help", "put its water help to a test"),
        (", as reported before March 2026", ""),
        ("Glendale, Arizona, tested", "In 2024, Glendale tested"),
        ("together with Cambridge", "with Cambridge"),
    ],
)
def test_what_means_the_same_is_let_be(was: str, now: str) -> None:
    assert fault(EVIDENCE.replace(was, now)) is None


def test_what_is_no_copy_is_left_to_others() -> None:
    assert fault("The water help of Glendale was not tried out on anyone at all in 2024.") is None
