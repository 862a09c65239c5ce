"""Whole practice areas, told as the criteria they hold and then reckoned with."""

from collections.abc import Sequence

import pytest

from assistant.answers import Language, Quote
from assistant.tools.pass_marks import as_pass_mark
from assistant.tools.tier_areas import areas_told
from assistant.tools.tier_grammar import read_tier_question
from assistant.tools.tier_nearness import read_near_question
from assistant.tools.tier_phrasing import phrase
from corpus.records import Evidence, Standard


def quote_of(evidence: Evidence) -> Quote:
    return Quote(evidence.document, 0, len(evidence.quote))


@pytest.mark.parametrize(
    ("question", "language", "stated"),
    [
        (
            "We will do all of data management and all of contracting. Enough for silver?",
            "en",
            [
                "**5 more.**",
                "Data Management (9) and Results-Driven Contracting (8) make 17 of the 43",
                "39.5 %",
            ],
        ),
        (
            "Si cumplimos todos los criterios de datos abiertos, ¿qué nivel sería?",
            "es",
            ["Por debajo de **plata**", "Datos abiertos tiene 4 de los 43", "18 más"],
        ),
        (
            "We fulfil all practice areas but Evaluations. Platinum?",
            "en",
            [
                "Yes, **platinum.** 39 of 43",
                "Without Evaluations (4), 39 of the 43 criteria are left",
            ],
        ),
        (
            "If we miss the whole of Evaluations and Community Impact, can we be platinum?",
            "en",
            ["No, **gold.** 36 of 43", "Without Community Impact (3) and Evaluations (4)"],
        ),
        (
            "If we excel at budget, evaluations and contracting but nothing else, what level?",
            "en",
            ["Below **silver**", "make 15 of the 43"],
        ),
        (
            "Si dominamos gestión de datos y contratación y nada más, ¿qué nivel es?",
            "es",
            ["Por debajo de **plata**", "17 de los 43"],
        ),
        (
            "Se cumprimos todos os critérios de dados abertos e gestão de dados, que nível?",
            "pt",
            ["Abaixo de **prata**", "13"],
        ),
    ],
)
def test_what_whole_areas_come_to(
    question: str,
    language: Language,
    stated: Sequence[str],
    shipped_standard: Standard,
) -> None:
    read = read_tier_question(question, standard=shipped_standard)
    assert read
    assert read.areas
    draft = phrase(read, shipped_standard, language=language, quote_of=quote_of)
    text = " ".join(sentence.text for sentence in draft.sentences)
    assert all(part in text for part in stated), text


@pytest.mark.parametrize(
    "question",
    [
        "Which criteria are in Open Data?",
        "What are all the open data criteria?",
        "Do we need all of the data management criteria for gold?",
        "Do we have to meet every open data criterion?",
        "What did Boise do with open data?",
        "How many criteria does Data Management have?",
    ],
)
def test_areas_that_are_only_asked_about_are_not_counted(
    question: str, shipped_standard: Standard
) -> None:
    read = read_tier_question(question, standard=shipped_standard)
    assert read is None or not read.areas


def test_an_area_named_twice_counts_once(shipped_standard: Standard) -> None:
    told = areas_told("If we meet all of open data and open data", shipped_standard)
    assert told
    assert [area.id for area in told.areas] == ["OD"]
    assert "meet 4 criteria" in told.text


@pytest.mark.parametrize(
    "question",
    [
        "is it enough to have 2 evaluation criteria?",
        "can you be certified with none of the open data criteria met?",
        "¿certificada con 0 criterios de datos abiertos?",
        "this paper speaks of 45 criteria",
    ],
)
def test_a_number_of_an_areas_criteria_is_not_of_all(
    question: str, shipped_standard: Standard
) -> None:
    assert read_near_question(question, standard=shipped_standard, intent="level") is None


def test_a_share_is_still_taken_where_nearness_tells(shipped_standard: Standard) -> None:
    question = "con un 80 por ciento de los requisitos, ¿a qué escalafón se llega?"
    read = read_near_question(question, standard=shipped_standard, intent="level")
    assert read
    assert read.percent == 80


@pytest.mark.parametrize(
    ("question", "language", "asked"),
    [
        ("Are all eight contracting criteria mandatory for platinum?", "en", "Is there a pass"),
        ("How many leadership criteria do you need for gold?", "en", "Is there a pass mark"),
        ("Can a town be silver without a single evaluation criterion?", "en", "Is there a pass"),
        ("Does each practice area have a minimum for silver?", "en", "Is there a pass mark"),
        ("¿Hay que cumplir los cuatro criterios de datos abiertos para plata?", "es", "¿Hay una"),
        ("É preciso cumprir todos os critérios de contratação para o ouro?", "pt", "Há uma nota"),
        ("Is evaluation weighted less than open data?", "en", "Do all practice areas weigh"),
        ("Do some practice areas count more than others?", "en", "Do all practice areas weigh"),
        ("¿Valen lo mismo la contratación y los datos abiertos?", "es", "¿Se indica una ponder"),
        ("Avaliações pesam mais que contratação?", "pt", "Cada critério conta um ponto"),
        ("What is Winnipeg's contracting worth?", "en", ""),
        ("How many more criteria do we need for gold?", "en", ""),
        ("Do we need all of the criteria for platinum?", "en", ""),
        ("How many criteria does Data Management have?", "en", ""),
        ("Which leadership criteria must we meet?", "en", ""),
        ("Can we be gold without hiring a consultant?", "en", ""),
    ],
)
def test_what_one_area_takes_is_asked_as_its_pass_mark(
    question: str, language: Language, asked: str, shipped_standard: Standard
) -> None:
    meant = as_pass_mark(question, shipped_standard.practice_areas, language)

    assert meant.startswith(asked) if asked else meant == question
