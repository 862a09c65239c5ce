import pytest

from assistant.answers import Language
from assistant.coordination import questions_of_places
from assistant.pairs import (
    of_both,
    of_each_criterion,
    one_and_other,
    opposites,
    without_converse,
)
from assistant.pipeline import Assistant
from assistant.tools.directory_places import Places


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        (
            "Which region has the most cities and which the fewest?",
            "en",
            ["Which region has the most cities?", "Which region has the fewest cities?"],
        ),
        (
            "largest area and smallest area, going by criteria?",
            "en",
            ["largest area, going by criteria?", "smallest area, going by criteria?"],
        ),
        (
            "Who was the first and who the last to join, and how many were they?",
            "en",
            ["Who was the first to join?", "Who was the last to join?"],
        ),
        (
            "¿Cuál fue la primera y cuál la última en entrar?",
            "es",
            ["¿Cuál fue la primera en entrar?", "¿Cuál fue la última en entrar?"],
        ),
        ("Which region has the most cities?", "en", []),
        ("Somos más o menos 40 mil, ¿podemos entrar?", "es", []),
        ("Temos mais ou menos 40 mil, podemos entrar?", "pt", []),
    ],
)
def test_both_ends_of_an_order_are_asked_for_one_by_one(
    text: str, language: Language, parts: list[str]
) -> None:
    assert opposites(text, language) == parts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Cali and Newark: how many votes did the one count, and when did the other start?",
            "how many votes did Cali count, and when did Newark start?",
        ),
        (
            "Boise and Phoenix: one has a plant, the other has fountains. What do they cost?",
            "Boise has a plant, Phoenix has fountains. What do they cost?",
        ),
        # What tells of the two after they were asked about stands.
        ("How do Boise and Cali do it, one with water and the other with votes?", ""),
        ("Boise against Cali. What did meters bring the one and the other?", ""),
        # What tells something of both is not lost.
        ("Boise and Cali save water. How much did one save, and how much the other?", ""),
        ("Boise and Cali are in it. Which one is the other one's partner?", ""),
    ],
)
def test_the_one_and_the_other_are_named(places: Places, text: str, told: str) -> None:
    assert one_and_other(text, places.cities_in, "en") == (told or text)


def test_what_stands_after_a_repeated_preposition_is_asked_for_apart() -> None:
    assert of_both("How long is the history of the prize and of the alliance?") == [
        "How long is the history of the prize?",
        "How long is the history of the alliance?",
    ]
    assert not of_both("How long is the history of bread and butter?")
    assert of_both("Is there a criterion on AI and one on budgets?") == [
        "Is there a criterion on AI?",
        "Is there a criterion on budgets?",
    ]


def test_criteria_that_are_listed_are_asked_about_one_by_one() -> None:
    assert of_each_criterion("OD2, OD3 and DM1: who checks these three?") == [
        "OD2: who checks?",
        "OD3: who checks?",
        "DM1: who checks?",
    ]
    assert not of_each_criterion("How do OD2 and DM1 differ?")


def test_the_converse_asks_no_more() -> None:
    text = "Is Cali bigger than Recife or the other way around?"
    assert without_converse(text) == "Is Cali bigger than Recife?"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Boise and Cali both test ideas. Who does it in each place?",
            ["Boise test ideas. Who does it in Boise?", "Cali test ideas. Who does it in Cali?"],
        ),
        (
            "Boise and Cali were in the same round. How many people did their projects help?",
            ["How many people did Boise help?", "How many people did Cali help?"],
        ),
        (
            "What did Boise and Cali each do for their parks?",
            ["What did Boise do for its parks?", "What did Cali do for its parks?"],
        ),
        (
            "boise and cali, what was each one's project",
            [
                "What did boise do with data, and with what result?",
                "What did cali do with data, and with what result?",
            ],
        ),
        (
            "How do Boise and Cali learn from their staff what they need?",
            [
                "How does Boise learn from its staff what they need?",
                "How does Cali learn from its staff what they need?",
            ],
        ),
    ],
)
def test_what_is_of_each_is_of_one(places: Places, text: str, parts: list[str]) -> None:
    assert questions_of_places(text, "en", places.cities_in) == parts


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Which practice area has the most and which the fewest criteria?", ["9 of", "3 of"]),
        (
            "How much money was in the initiative of 2015 and in the City Data Alliance?",
            ["42", "60"],
        ),
        ("DM8 and OD3: what do you have to show for both?", ["DM8", "OD3"]),
        ("What do Issaquah and Tempe do for people without a home, how many helped?", ["37", "66"]),
        ("People's safety in Cali and in Guatemala City. How did that change?", ["57 %", "44 %"]),
        ("Which criteria are about privacy and about data inventories?", ["DM5", "DM2"]),
        ("Que critério trata da privacidade e um da qualidade dos dados?", ["DM5", "DM4"]),
        ("Which criterion is on AI and which on security?", ["PA4", "DM6"]),
        (
            "How many criteria are under Open Data and how many under evaluations?",
            ["in Open Data: OD1", "in Evaluations: EVAL1"],
        ),
        ("How many criteria has Open Data and how many in contracting?", ["**4**", "**8**"]),
        ("Which two cities put data work into law, and in which year?", ["2018", "2019"]),
        ("May other places use Louisville's traffic platform, must we pay?", ["free of charge"]),
        (
            "Which city ended a programme as data showed no gain, and what did it pay for then?",
            ["paid for devices"],
        ),
        (
            "Which city scrapped a programme because data showed no benefit, and what did it pay"
            " for instead?",
            ["device"],
        ),
        (
            "What did the 2018 inventory check, and how many of the checks had to be passed?",
            ["three of four", "12 months"],
        ),
        (
            "How many people or firms did Durham and Long Beach reach?",
            ["46,000", "1,250"],
        ),
    ],
)
def test_both_are_told(shipped: Assistant, question: str, said: list[str]) -> None:
    answer = shipped.own(question)
    assert answer.status == "answered"
    assert all(one in answer.text for one in said)


@pytest.mark.model
def test_both_ends_that_one_answer_tells_are_told_once(shipped: Assistant) -> None:
    answer = shipped.own("Which level has the most cities and which the fewest?")
    assert {tool.name for tool in answer.tools} == {"directory"}
    assert "crime" not in answer.text
