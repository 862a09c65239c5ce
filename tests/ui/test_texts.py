"""The interface's words are there in all three languages, and ask for the same values."""

import string

import pytest

from ui.texts import LANGUAGES, Texts, keys, parts


@pytest.mark.parametrize("part", parts())
def test_every_text_is_there_in_every_language(part: str) -> None:
    for key, texts in keys(part).items():
        assert set(texts) == set(LANGUAGES), key
        assert all(text.strip() for text in texts.values()), key


@pytest.mark.parametrize("part", parts())
def test_translations_take_the_same_values(part: str) -> None:
    for key, texts in keys(part).items():
        taken = {
            frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name)
            for text in texts.values()
        }
        assert len(taken) == 1, key


def test_a_text_is_filled_in() -> None:
    assert Texts("es")("answer.met", met=3) == "Cumplidos: 3"


def test_a_text_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        Texts("en")("answer.nothing")
