from collections.abc import Callable

import pytest

from index.glossary import in_english, meanings, translated, with_phrases


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


@pytest.mark.parametrize(
    ("word", "language", "english"),
    [
        ("estudios", "es", "study"),
        ("estudiantes", "es", "student"),
        ("habitantes", "pt", "inhabitants"),
        ("habitação", "pt", "housing"),
        ("fundo", "pt", "fund"),
        ("fundó", "es", "found"),
        ("tempo", "pt", "time"),
    ],
)
def test_words_that_share_a_stem_are_told_apart(word: str, language: str, english: str) -> None:
    assert translated(word, language, known=_holding("temp")) == english


@pytest.mark.parametrize(("word", "language"), [("para", "es"), ("prazer", "pt"), ("acero", "es")])
def test_a_form_that_counts_alone_gives_its_stem_no_meaning(word: str, language: str) -> None:
    assert translated(word, language, known=_holding()) is None


@pytest.mark.parametrize(
    ("text", "language", "english"),
    [
        ("o roubo de carros caiu?", "pt", "o auto thefts caiu?"),
        ("¿quién pone la plata?", "es", "¿quién fund?"),
        ("a autoavaliação", "pt", "a self-assessment"),
    ],
)
def test_what_has_several_words_in_either_language_is_put_into_english(
    text: str, language: str, english: str
) -> None:
    assert with_phrases(text, language) == english


@pytest.mark.parametrize("language", ["es", "pt"])
def test_what_was_put_into_english_stays_so(language: str) -> None:
    for said in ("public transport", "street lights", "take part", "date"):
        assert [
            translated(w, language, known=lambda _: True) or w for w in said.split()
        ] == said.split()


def test_the_words_that_ask_are_kept_when_a_question_is_put_into_english() -> None:
    known = _holding("peopl", "month")
    assert in_english("¿Con qué frecuencia vota la gente?", "es", known=known).startswith(
        "how often"
    )
    assert in_english("Quantas pessoas?", "pt", known=known) == "how many people"
    assert in_english("Quien aprobo esto tambien?", "es", known=known) == "who approve"


def test_what_was_put_into_english_is_not_put_into_it_again() -> None:
    known = _holding("certifi", "not")
    assert in_english("si no pasó", "es", known=known) == "not certified"


def test_a_word_has_every_meaning_it_is_listed_under() -> None:
    assert {"home", "household"} <= meanings("hogares", "es")
    assert meanings("xyzzy", "es") == frozenset()
