"""What cities are asked about, however that is put."""

import pytest

from assistant.answers import Language
from assistant.pipeline import Assistant
from assistant.topics import (
    as_gathering,
    with_area_named,
    with_figures,
    with_first_named,
    with_names_in,
    with_time_last,
    with_topic,
    without_doubt,
    without_the_known,
)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "I'm writing about clean air. Which cities have used data for that?",
            "Which cities have used data for clean air?",
        ),
        (
            "I'm writing a piece on heat. Which cities have done something there?",
            "Which cities have done something on heat?",
        ),
        (
            "Estoy escribiendo sobre la basura. ¿Qué ciudades hicieron algo con eso?",
            "¿Qué ciudades hicieron algo con la basura?",
        ),
    ],
)
def test_the_topic_stands_where_the_question_points_at_it(text: str, asked: str) -> None:
    assert with_topic(text) == asked


@pytest.mark.parametrize(
    "text",
    ["I'm interested in gold cities. how many are there?", "I work in Boise. Is it certified?"],
)
def test_what_points_at_nothing_said_stays_as_it_is(text: str) -> None:
    assert with_topic(text) == text


@pytest.mark.parametrize(
    ("text", "language", "asked"),
    [
        ("Did any city do something about heat?", "en", "Which cities used data for heat?"),
        ("what have cities done about flooding?", "en", "Which cities used data for flooding?"),
        ("which cities tackled traffic accidents", "en",
         "Which cities used data for traffic accidents?"),
        ("¿Alguna ciudad hizo algo sobre la basura con datos?", "es",
         "¿Qué ciudades usaron datos sobre la basura?"),
        ("Que cidades fizeram algo sobre enchentes?", "pt",
         "Quais cidades usaram dados sobre enchentes?"),
        ("What did cities do with the money?", "en", "What did cities do with the money?"),
        ("Who did something about it?", "en", "Who did something about it?"),
        ("who's got smart lights?", "en", "Which cities have smart lights?"),
        ("Who's got the final say?", "en", "Who's got the final say?"),
        ("Which cities work with Harvard?", "en", "Which cities work with Harvard?"),
    ],
)  # fmt: skip
def test_who_did_something_is_asked_in_one_way(text: str, language: Language, asked: str) -> None:
    assert as_gathering(text, language) == asked


def test_names_stand_where_the_question_points_at_them() -> None:
    text = "Atlanta, Nashville and Denver: which of these are certified?"
    assert with_names_in(text) == "which of Atlanta, Nashville and Denver are certified?"
    assert with_names_in("Portland, Maine - have they got it?") == "Is Portland, Maine certified?"
    assert with_names_in("Is Recife gold?") == "Is Recife gold?"
    assert with_names_in("Osaka? can they get it") == "Can Osaka be certified?"
    assert with_names_in("Boise? Did they get gold?") == "Did Boise get gold?"


def test_a_doubt_is_a_question_what_was_done() -> None:
    text = "And in Buffalo, wasn't there something with lead?"
    assert without_doubt(text) == "And what did Buffalo do about lead?"
    assert without_doubt("Is there a fee?") == "Is there a fee?"


def test_a_time_in_front_makes_no_question_of_its_own() -> None:
    assert with_time_last("e antes, quanto era?") == "e quanto era antes?"
    assert with_time_last("And by the end of 2021, how many were there?") == (
        "And how many were there by the end of 2021?"
    )
    assert with_time_last("In 2021, how many were there?") == "In 2021, how many were there?"


def test_the_first_one_is_of_the_thing_named_before() -> None:
    told = "Where did the idea for COMPAZ come from?"
    assert with_first_named("when did the first one open?", told) == (
        "when did the first COMPAZ open?"
    )
    assert with_first_named("who was the first one?", "What is Boise?") == "who was the first one?"


@pytest.mark.model
@pytest.mark.parametrize(
    ("topic", "cities"),
    [
        ("clean air", ("Denver", "Los Angeles")),
        ("evictions", ("Boulder", "Alexandria")),
        ("garbage", ("Mendoza", "Cambridge")),
        ("young people", ("Niterói", "Salinas", "Denver")),
        ("small businesses", ("Porto Alegre", "Long Beach")),
        ("apps for residents", ("Córdoba", "Miami")),
    ],
)
@pytest.mark.parametrize(
    "form",
    [
        "which cities used data on {}?",
        "Did any city do something about {}?",
        "I'm writing about {}. Which cities have used data for that?",
        "cities that worked on {}",
    ],
)
def test_a_topic_is_gathered_in_every_form(
    shipped: Assistant, form: str, topic: str, cities: tuple[str, ...]
) -> None:
    lead = shipped.own(form.format(topic)).sentences[0].text
    assert all(city in lead for city in cities)


@pytest.mark.model
def test_what_is_told_of_each_city_is_what_the_list_is_on(shipped: Assistant) -> None:
    answer = shipped.own("I'm writing about clean air. Which cities have used data for that?")
    items = {item.text.split(",")[0].split("'")[0]: item.text for item in answer.sentences[1:]}
    assert "air" in items["Denver"]
    assert "pollution" in items["Los Angeles"]
    evicted = shipped.own("Who used data to keep people from being evicted?")
    assert "Salinas" not in evicted.text


@pytest.mark.model
def test_a_programme_without_cities_is_not_asked_for_them(
    shipped: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Did any city do something about heat?"
    assert shipped.draft(text).parts[0].question == "Which cities used data for heat?"
    monkeypatch.setattr(shipped._router, "has", lambda _: False)
    assert shipped.draft(text).parts[0].question == text


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "We're a county in Ohio. Is any city in our state certified?",
            "Is any city in Ohio certified?",
        ),
        ("I live in Ohio. Is any city in our country certified?", None),
        ("Is any city in our state certified?", None),
    ],
)
def test_an_area_told_before_stands_where_the_question_points_at_it(
    text: str, asked: str | None
) -> None:
    assert with_area_named(text, "en") == (asked or text)


def test_what_is_known_already_is_not_searched_for() -> None:
    assert without_the_known("Which partners besides Results for America are there?") == (
        "Which partners are there?"
    )
    assert without_the_known("Who did so besides me?") == "Who did so besides me?"


def test_a_hundred_is_written_in_figures() -> None:
    assert with_figures("When did it pass a hundred cities?") == "When did it pass 100 cities?"
    assert with_figures("a hundred") == "a hundred"


@pytest.mark.parametrize(
    "text",
    ["safer roads, which cities are good examples?", "safer roads: what cities are examples?"],
)
def test_cities_that_are_examples_of_a_topic_are_gathered(text: str) -> None:
    assert with_topic(text).endswith("cities used data for safer roads?")
