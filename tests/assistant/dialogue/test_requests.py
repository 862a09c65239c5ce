"""Turns that ask the last question in another way, or turn to another subject."""

from collections.abc import Callable

import pytest

from assistant.dialogue.wording import is_closing

FLOODS = ("what did Charleston do about floods?", "Charleston's FloodStat joins departments [1].")


@pytest.mark.parametrize(
    ("before", "turn", "expected"),
    [
        ("What level does Boise hold?", "in spanish please", "¿Qué nivel tiene Boise?"),
        ("We meet 30 criteria, level?", "en español por favor", "¿Qué nivel son 30 criterios?"),
        ("what did Cali do on crime?", "in english", "what did Cali do on crime?"),
    ],
)
def test_the_last_question_is_asked_in_another_language(
    asked: Callable[..., str], before: str, turn: str, expected: str
) -> None:
    assert asked(before, "", turn).casefold() == expected.casefold()


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        ("new question, what is a practice area?", "What is a practice area?"),
        ("Different topic: how often do we apply?", "How often do we apply?"),
        ("let's move on: who runs it?", "Who runs it?"),
        ("cambiando de tema, ¿cuántos habitantes hacen falta?", "¿Cuántos habitantes hacen falta?"),
        ("mudando de assunto: quem paga?", "Quem paga?"),
    ],
)
def test_a_new_subject_carries_nothing_over(
    asked: Callable[..., str], turn: str, expected: str
) -> None:
    assert asked(*FLOODS, turn) == expected


def test_what_is_not_certified_could_be(asked: Callable[..., str]) -> None:
    assert asked("Is Toronto certified?", "", "could it be?") == "Could Toronto be certified?"
    assert (
        asked("is Lisbon certified?", "", "why can't they be") == "Why can't Lisbon be certified?"
    )


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        ("when was that", "When did Charleston do that about floods?"),
        ("who is in charge of it", "Who is in charge of it in Charleston (floods)?"),
        (
            "was it the sensors that did it?",
            "Was it the sensors that did it in Charleston (floods)?",
        ),
        ("but is it proven that it helped?", "Is it proven that it helped in Charleston (floods)?"),
        ("and for renters?", "What did Charleston do about renters?"),
    ],
)
def test_it_is_what_was_done(asked: Callable[..., str], turn: str, expected: str) -> None:
    assert asked(*FLOODS, turn) == expected


def test_a_question_without_a_verb_is_on_what_was_just_said(asked: Callable[..., str]) -> None:
    before = "Wasn't the review of the standard due before 2022?"

    assert asked(before, "", "why the delay?") == "Why the delay with the review of the standard?"


def test_one_is_added_to_those_compared(asked: Callable[..., str]) -> None:
    assert asked("compare Boston and Chicago", "", "and Denver?") == (
        "Compare Boston, Chicago and Denver"
    )


def test_another_thing_is_counted(asked: Callable[..., str]) -> None:
    assert asked("how many cities did Deloitte ask?", "", "and officials?") == (
        "How many officials did Deloitte ask?"
    )


def test_a_new_subject_leaves_nothing_for_the_turns_after_it(asked: Callable[..., str]) -> None:
    turns = (*FLOODS, "different topic. who wrote DM1?", "Nobody says [1].", "and when was that?")

    assert "Charleston" not in asked(*turns)


def test_what_is_told_before_a_question_is_not_asked(asked: Callable[..., str]) -> None:
    before = "I need a number for a slide: how many cities were certified by January 2024?"

    assert asked(before, "**74** [1].", "and by that June?").endswith("certified by June 2024?")


def test_a_genitive_needs_no_apostrophe(asked: Callable[..., str]) -> None:
    text = asked("whats carlsbads level these days", "**Gold** [1].", "since when?")

    assert text == "Since when has Carlsbad been certified?"


def test_that_programme_may_be_a_city_s_own(asked: Callable[..., str]) -> None:
    turn = "and what is that program called?"

    assert "Charleston" in asked(*FLOODS, turn)
    assert "Boise" not in asked("What level does Boise hold?", "**Silver** [1].", turn)


def test_what_was_always_so_is_what_was_asked(asked: Callable[..., str]) -> None:
    before = "how many people must a city have to take part?"

    text = asked(before, "At least 30,000 [1].", "has it always been like that?")

    assert text == ("Has it always been like that (how many people must a city have to take part)?")


def test_what_a_city_did_after_its_level_is_asked_of_the_city(asked: Callable[..., str]) -> None:
    text = asked("when did Baton Rouge get silver", "In 2021 [1].", "did it go up after that?")

    assert text == "Did Baton Rouge go up after that?"


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        ("tell me more about the bike counters", "Tell me more about the bike counters in Boise"),
        ("what's the programme called?", "What's the programme called in Boise (trees)?"),
        ("give us the name of that programme", "Give us the name of that programme in Boise"),
        ("did anybody vote for it?", "Did anybody vote for it in Boise (trees)?"),
    ],
)
def test_what_a_city_did_is_asked_of_in_the_turn_s_own_words(
    asked: Callable[..., str], turn: str, expected: str
) -> None:
    told = "Boise, Idaho, plants trees in its streets [1]."
    assert asked("what does Boise do about trees?", told, turn).startswith(expected)


def test_it_is_the_share_that_was_told(asked: Callable[..., str]) -> None:
    told = "In 2024, people walked to 40 % of the parks of Boise, Idaho [1]."
    assert asked("Tell me about Boise's parks", told, "and what was it before?") == (
        "What was the share before in Boise (parks)?"
    )


def test_a_wording_in_doubt_is_told_again(asked: Callable[..., str]) -> None:
    told = "Criterion DM6 asks for secure data. Only one source gives the wording [1]."
    assert asked("What does DM6 ask?", told, "is that wording official?") == "What does DM6 ask?"


@pytest.mark.parametrize(
    ("turn", "closes"),
    [
        ("thanks, that's all for now", True),
        ("great, that's what I needed", True),
        ("gracias, eso es todo", True),
        ("valeu, ajudou muito!", True),
        ("that's it?", False),
        ("thanks, and in Tempe?", False),
        ("that's all the cities", False),
    ],
)
def test_thanks_may_come_with_more_words(turn: str, closes: bool) -> None:
    assert is_closing(turn) is closes


def test_thanks_are_no_question_to_go_on_from(asked: Callable[..., str]) -> None:
    thanks = ("ok, that was very helpful, thank you", "You're welcome.")
    assert asked(*FLOODS, *thanks, "since when?") == asked(*FLOODS, "since when?")
