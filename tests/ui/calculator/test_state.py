"""What an address asks of the calculator."""

from fractions import Fraction

import pytest

from corpus.programme import SHIPPED, read_programme
from corpus.records import Standard
from ui.calculator.state import Given, State, UnusableInputError, given_of, state_of
from ui.texts import Texts


@pytest.fixture(scope="module")
def standard() -> Standard:
    records = read_programme(SHIPPED).records
    assert records
    assert records.standard
    return records.standard


@pytest.mark.parametrize(
    ("written", "given"),
    [
        ("33", Given(met=Fraction(33))),
        (" 33 ", Given(met=Fraction(33))),
        ("-1", Given(met=Fraction(-1))),
        ("1.5", Given(met=Fraction(3, 2))),
        ("33/43", Given(met=Fraction(33), total=43)),
        ("33 de 45", Given(met=Fraction(33), total=45)),
        ("70%", Given(percent=Fraction(70))),
        ("67,44 %", Given(percent=Fraction(6744, 100))),
    ],
)
def test_numbers_are_read_as_written(standard: Standard, written: str, given: Given) -> None:
    assert given_of(state_of(written, (), ""), standard, Texts("en")) == given


@pytest.mark.parametrize("written", ["abc", "3 3", "--1", "1e9", "<b>", "9" * 21, "33/", "%"])
def test_what_is_no_number_is_told_so(standard: Standard, written: str) -> None:
    with pytest.raises(UnusableInputError, match="is not a number of criteria"):
        given_of(state_of(written, (), ""), standard, Texts("en"))


def test_criteria_are_counted_once_however_they_are_written(standard: Standard) -> None:
    state = state_of("", ["DM1,dm2", " DM1 ", "LC3,"], "")

    assert state.chosen == ("DM1", "DM2", "LC3")
    assert given_of(state, standard, Texts("en")) == Given(met=Fraction(3))


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (State(met="3", chosen=("DM1",)), "Use one or the other"),
        (State(chosen=("DM1", "DM10")), "no criterion “DM10”"),
        (State(chosen=("DM1",), standard="v2018"), "give a number"),
    ],
)
def test_what_cannot_be_counted_is_told_so(standard: Standard, state: State, said: str) -> None:
    with pytest.raises(UnusableInputError, match=said):
        given_of(state, standard, Texts("en"))


def test_an_address_carries_the_state() -> None:
    state = State(chosen=("DM1", "LC3"), standard="v2022")

    assert state.query(lang="pt") == "c=DM1,LC3&standard=v2022&lang=pt"
    assert state.at(34).query() == "met=34&standard=v2022"
    assert State().query() == ""
    assert State(met="70%").query() == "met=70%25"
