"""Questions about a place that what was found does not speak of."""

import pytest

from assistant.pipeline import Assistant

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "question",
    [
        "How many streets did Barcelona close to cars with the help of its data?",
        "What share of leaks does Mexico City find with networked water meters?",
        "¿Cuántos votos tuvo el presupuesto participativo de Guadalajara?",
    ],
)
def test_a_large_city_that_nothing_tells_of_is_not_answered_with_another(
    shipped: Assistant, question: str
) -> None:
    assert shipped.own(question).status == "refused"


def test_what_was_learned_does_not_speak_for_another_place(shipped: Assistant) -> None:
    """The wording is that of a fact of Tempe's; Scottsdale is in the directory too."""
    question = "How many safety strategies did the Vision Zero task force of {} write?"
    told = shipped.own(question.format("Tempe"))
    assert "37" in told.text
    assert shipped.own(question.format("Scottsdale")).status == "refused"


def test_small_words_are_no_city(shipped: Assistant) -> None:
    """'La plata' is silver, and money."""
    answer = shipped.own("¿Quién pone la plata para este programa?")
    assert answer.status == "answered"
    assert "Bloomberg" in answer.text


@pytest.mark.parametrize("name", ["NYC", "New York City"])
def test_a_city_may_go_by_another_name_than_in_its_document(shipped: Assistant, name: str) -> None:
    answer = shipped.own(f"When did {name} write its mayor's office of data into law?")
    assert any("New York City" in sentence.text for sentence in answer.sentences)


def test_a_city_that_a_document_names_may_be_asked_about(shipped: Assistant) -> None:
    answer = shipped.own("Where did Recife take the idea for its COMPAZ peace centres from?")
    assert "Medellín" in answer.text


@pytest.mark.parametrize("year", ["2028", "2031"])
def test_no_level_is_told_of_a_year_to_come(shipped: Assistant, year: str) -> None:
    answer = shipped.own(f"Which level does Winnipeg hold in {year}?")
    assert answer.status == "refused"
    assert not answer.tools


def test_a_name_that_a_tool_does_not_tell_of_is_told_of_by_the_documents(
    shipped: Assistant,
) -> None:
    """Open data is a practice area, whose criteria a tool would list."""
    answer = shipped.own("In the Deloitte survey, where did open data end up in 2021?")
    assert "67 %" in answer.text
