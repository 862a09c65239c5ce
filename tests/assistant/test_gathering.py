from collections.abc import Sequence

import pytest

from assistant.pipeline import Assistant

pytestmark = pytest.mark.model


def test_who_did_a_thing_is_led_by_the_sentence_that_names_just_those(shipped: Assistant) -> None:
    answer = shipped.own("Which cities did something with data for people living on the streets?")
    lead, *items = answer.sentences
    assert all(city in lead.text for city in ("Issaquah", "Tempe", "Philadelphia"))
    assert "Boulder" not in answer.text
    assert len(items) == 3


def test_an_award_tells_nothing_of_what_was_done(shipped: Assistant) -> None:
    answer = shipped.own("Name the cities that publish their performance figures.")
    assert answer.status == "answered"
    assert "holds silver" not in answer.text
    assert "without proof" not in answer.text


def test_what_holds_nothing_of_a_question_is_not_gathered(shipped: Assistant) -> None:
    answer = shipped.own("Who is doing anything about air pollution?")
    assert {"Denver", "Los Angeles"} == {
        city for city in ("Denver", "Los Angeles", "Carlsbad", "Mendoza") if city in answer.text
    }


def test_what_the_standard_asks_of_cities_is_no_deed_of_theirs(shipped: Assistant) -> None:
    answer = shipped.own("Does any city use AI or algorithms? Examples, please.")
    assert "Mendoza" in answer.text
    assert "PA4" not in answer.text


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("What made Rionegro set up its Fiscal Intelligence Center?", "deficits", "Tax revenue in"),
        ("how did buffalo figure out which homes had lead problems", "open data", "not state"),
    ],
)
def test_the_half_of_a_summary_that_was_asked_for_is_told(
    shipped: Assistant, question: str, told: str, untold: str
) -> None:
    answer = shipped.own(question)
    assert told in answer.text
    assert untold not in answer.text


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("What did cities do in the pandemic?", ["guide its aid", "1.6 million"], "field invest"),
        ("which cities have an app", ["TIDEeye", "service app of Porto Alegre"], "7 hours"),
        ("any towns that did something about heat?", ["One city", "Phoenix"], "Carlsbad"),
    ],
)
def test_what_is_told_of_each_city_is_on_what_was_asked(
    shipped: Assistant, question: str, told: Sequence[str], untold: str
) -> None:
    text = shipped.own(question).text
    assert [part for part in told if part not in text] == []
    assert untold not in text


def test_a_city_and_a_deed_are_told_of_each_of_two(shipped: Assistant) -> None:
    answer = shipped.own("What did Salinas and Evanston each do, and what level are they?")
    assert "police transparency hub" in answer.text
    assert "violence" in answer.text
    assert answer.tools


def test_whether_one_may_take_part_is_told_beside_the_level(shipped: Assistant) -> None:
    answer = shipped.own(
        "We're a town of 42,000 in Costa Rica and meet 25 criteria. Can we take part, and what "
        "level would that be?"
    )
    assert answer.text.startswith("**Yes.**")
    assert "58.1 %" in answer.text


def test_each_place_is_told_of_with_what_came_of_it(shipped: Assistant) -> None:
    answer = shipped.own(
        "Carlsbad and Fort Worth both put in networked water meters. What did each get out of it?"
    )
    assert "37 %" in answer.text
    assert "90 %" in answer.text


def test_the_level_and_the_deeds_of_several_places_are_told_of_each(shipped: Assistant) -> None:
    answer = shipped.own("What level are Tempe and Phoenix, and what did each do about traffic?")
    assert answer.tools
    assert "Vision Zero" in answer.text
    assert "junctions" in answer.text
    assert "Louisville" not in answer.text


def test_sources_that_are_said_to_differ_stand_side_by_side(shipped: Assistant) -> None:
    answer = shipped.own(
        "I find different figures for how much voting grew in Monterrey from 2022 to 2023."
    )
    assert "400 %" in answer.text
    assert "317 %" in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Sugar Land fixes up houses, I heard. How many so far?", "166"),
        ("What did Tempe do about homelessness?", "66 %"),
    ],
)
def test_what_is_told_is_not_kept_out_by_what_is_not_known_besides(
    shipped: Assistant, question: str, told: str
) -> None:
    answer = shipped.own(question)
    assert answer.status == "answered"
    assert told in answer.text


def test_what_limits_a_figure_is_told_with_the_sentence_that_tells_it(shipped: Assistant) -> None:
    answer = shipped.own("Have homicides in Recife fallen?")
    told, limits = answer.sentences
    assert "fall by 15 %" in told.text
    assert "not to be added" in limits.text
    text = shipped.own("Compare Fort Collins and Carlsbad on water").text
    assert "cut their water use by 37 %" in text


def test_what_limits_a_figure_leads_where_that_is_asked(shipped: Assistant) -> None:
    answer = shipped.own("Does Carlsbad's 37 % drop in water use hold for all households?")
    assert "covers only" in answer.sentences[0].text


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("Which places received federal funds?", ["Buffalo", "Rochester"], "Dallas"),
        (
            "Name the cities that were on the honor roll.",
            ["Austin", "Scottsdale", "Long Beach"],
            "in two ways",
        ),
        ("Which cities help homeless people?", ["37 people"], "4 to 5 contacts"),
        ("Which cities used data for young people?", ["crossed data"], "are 16 to 24 years old"),
    ],
)
def test_what_a_city_did_is_gathered_and_not_what_stands_beside_it(
    shipped: Assistant, question: str, told: Sequence[str], untold: str
) -> None:
    text = shipped.own(question).text
    assert [part for part in told if part not in text] == []
    assert untold not in text


@pytest.mark.parametrize(
    "question",
    [
        "What have cities in Chile done about crime?",
        "¿Qué han hecho las ciudades de México por la seguridad?",
        "O que as cidades do Peru fizeram sobre moradia?",
    ],
)
def test_what_is_told_of_cities_elsewhere_answers_nothing_on_an_area(
    shipped: Assistant, question: str
) -> None:
    assert shipped.own(question).status == "refused"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What have Canadian cities achieved, and with what results?", ["230", "75 %"]),
        ("¿Qué han hecho las ciudades de Colombia?", ["Cali", "Rionegro"]),
        ("O que aconteceu nas cidades da Argentina?", ["Argentina", "Mendoza"]),
    ],
)
def test_what_happened_in_an_area_is_what_its_cities_did(
    shipped: Assistant, question: str, told: Sequence[str]
) -> None:
    answer = shipped.own(question)
    assert not answer.tools
    assert [part for part in told if part not in answer.text] == []


def test_a_later_question_is_of_the_year_of_the_first_where_that_is_told(
    shipped: Assistant,
) -> None:
    answer = shipped.own("How big was Monterrey's budget pot in 2024, and how many people voted?")
    assert "80 million" in answer.text
    assert "14,922" in answer.text
    assert "2,459" not in answer.text


def test_what_a_thing_is_apart_from_is_not_lost_to_what_the_city_says(shipped: Assistant) -> None:
    answer = shipped.own("Rochester MN won the Mayors Challenge. Does that mean it is certified?")
    assert "is separate from" in answer.text


def test_what_one_city_did_is_no_part_of_what_the_programme_does(shipped: Assistant) -> None:
    assert "Denver" not in shipped.own("What sorts of support do cities get?").text
