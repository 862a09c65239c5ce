from collections.abc import Callable

import pytest

from index.glossary import in_english, translated


def _holding(*terms: str) -> Callable[[str], bool]:
    return frozenset(terms).__contains__


@pytest.mark.parametrize(
    ("word", "language", "english"),
    [
        ("desalojos", "es", "eviction"),
        ("enchentes", "pt", "flood"),
        ("inundaciones", "es", "flood"),
        ("xyzzy", "es", None),
    ],
)
def test_a_listed_word_is_put_into_english_in_any_form(
    word: str, language: str, english: str | None
) -> None:
    assert translated(word, language, known=_holding()) == english


def test_a_cognate_counts_only_where_the_documents_hold_it() -> None:
    assert translated("temperatura", "pt", known=_holding("temperatur")) == "temperature"
    assert translated("temperatura", "pt", known=_holding()) is None


def test_a_name_that_the_documents_hold_stands_for_itself() -> None:
    assert translated("Jovem", "pt", known=_holding("jovem")) is None


def test_a_question_keeps_its_figures_and_names_and_loses_its_small_words() -> None:
    known = _holding("tempe")
    told = in_english("¿Cuántas personas sin hogar hubo en Tempe en 2023?", "es", known=known)
    assert "homeless" in told.split()
    assert {"Tempe", "2023"} <= set(told.split())
    assert "en" not in told.split()
