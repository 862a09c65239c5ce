import pytest

from assistant.conversation import Turn
from assistant.pipeline import Assistant
from assistant.silences import (
    asks_for_cause,
    doubts_cause,
    is_qualified,
    is_silence,
    open_questions,
    says_unproven,
)


def test_a_caution_on_causes_leaves_open_whether_a_thing_is_so() -> None:
    (left,) = open_questions("The documents do not show that data work lowered unemployment.")
    assert left.whether
    (left,) = open_questions("The documents do not say who built the app.")
    assert not left.whether


def test_only_some_questions_are_after_a_cause() -> None:
    assert asks_for_cause("Did the cameras cause the fall in theft?")
    assert not asks_for_cause("Is unemployment lower than in the rest of the country?")


@pytest.mark.parametrize(
    ("question", "doubts"),
    [
        ("is it proven the centres were the reason?", True),
        ("Was it the sensors that cut the leaks?", True),
        ("¿Fue gracias a los centros?", True),
        ("How many people work in the centres?", False),
        ("What did the city do about violence?", False),
    ],
)
def test_a_question_may_doubt_that_a_thing_was_the_cause(question: str, *, doubts: bool) -> None:
    assert doubts_cause(question) is doubts


def test_a_sentence_may_say_that_no_cause_is_shown() -> None:
    assert says_unproven("The documents do not show that the centres caused the fall.")
    assert says_unproven("That the map caused the fall is not shown in the documents.")
    assert not says_unproven("The documents do not show what the centres cost.")


@pytest.mark.parametrize(
    "text",
    [
        "Oakham was certified on 2 May 2024, according to its paper, at a level the documents do"
        " not state.",
        "Oakham holds a certification announced on 2 May 2024, whose level is not stated in the"
        " sources consulted.",
    ],
)
def test_an_award_is_told_though_its_level_is_not(text: str) -> None:
    assert not is_silence(text)
    assert is_qualified(text)
    assert is_silence("At which level Oakham was certified is not stated in the documents.")


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who teaches at Buffalo's data academy?", "Who teaches"),
        ("how do i apply to the mayors challenge", "How a city applies"),
        ("How many inhabitants does Jesús María have?", ""),
        ("So who's the mayor of Charleston?", "do not name the mayor"),
        ("Which areas in Guatemala City are the six with priority?", "is not stated"),
        ("How can I contact the people of the programme?", "do not give a phone number"),
    ],
)
def test_what_is_left_open_in_a_questions_own_words_is_said(
    shipped: Assistant, question: str, told: str
) -> None:
    answer = shipped.own(question)
    assert answer.status == "refused"
    assert told in answer.text


@pytest.mark.model
def test_what_leaves_open_who_pays_does_not_answer_how_many(shipped: Assistant) -> None:
    answer = shipped.own("sugar land home upgrades: how many homes?")
    assert answer.status == "answered"
    assert "166" in answer.text


@pytest.mark.model
def test_what_is_left_open_goes_before_what_was_told_already(shipped: Assistant) -> None:
    asked = "What part of the hours do under-represented groups work in Winnipeg's new contracts?"
    told = shipped.own(asked)
    assert "75 %" in told.text
    history = [Turn(role="user", content=asked), Turn(role="assistant", content=told.text)]
    answer = shipped.own("and how much was it earlier, before them?", history)
    assert (answer.status, len(answer.sentences)) == ("refused", 1)
    assert "before the new contracts" in answer.text
