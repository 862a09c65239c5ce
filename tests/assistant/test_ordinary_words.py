"""Words of every day, which stand for themselves beside words that differ in a letter."""

import pytest

from assistant.ordinary_words import is_ordinary
from assistant.places import nearest

DOCUMENTS = ("assess", "boulder", "neighbourhood", "order", "seattl", "sensor", "sprint", "truck")


@pytest.mark.parametrize("word", ["spring", "springs", "border", "settled", "seniors", "struck"])
def test_an_ordinary_word_is_a_slip_of_none(word: str) -> None:
    assert is_ordinary(word)
    assert nearest(word, DOCUMENTS) is None


@pytest.mark.parametrize(
    ("word", "meant"),
    [("sensro", "sensor"), ("bouldr", "boulder"), ("neighborhood", "neighbourhood")],
)
def test_a_slip_is_put_right(word: str, meant: str) -> None:
    assert nearest(word, DOCUMENTS) == meant


def test_fingers_do_not_slip_on_the_first_letter() -> None:
    assert nearest("rtruck", DOCUMENTS) is None


def test_a_spanish_verb_is_no_misspelt_city() -> None:
    assert nearest("recibe", ["recife"]) is None
    assert nearest("recfie", ["recife"]) == "recife"
