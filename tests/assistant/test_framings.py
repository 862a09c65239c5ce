import pytest

from assistant.framings import asserts, leans, with_time, without_aside, without_frame


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("I'd like to hear how Cali fights crime", "how Cali fights crime"),
        ("Our mayor wants to know which level Dallas has", "which level Dallas has"),
        ("Could you walk us through how a city applies?", "how a city applies?"),
        ("Our clerk in Plano wonders which level Dallas has", "which level Dallas has"),
        ("me gustaría saber qué hizo Cali", "qué hizo Cali"),
        ("Gostaria de saber quem avalia", "quem avalia"),
        ("Tell me about Boise", "Tell me about Boise"),
        ("Did theft fall in Cali? What are the figures?", "Did theft fall in Cali?"),
        ("Cali theft: what are the figures?", "Cali theft: what are the figures?"),
        ("Which round is the latest that you know of?", "Which round is the latest?"),
        ("Which cities cut crime that I could show my mayor?", "Which cities cut crime?"),
    ],
)
def test_words_that_only_say_that_one_asks_are_left_out(text: str, question: str) -> None:
    assert without_frame(text) == question


@pytest.mark.parametrize(
    ("text", "asked", "beside"),
    [
        (
            "Our tenants struggle. What did Boulder find?",
            "What did Boulder find?",
            "Our tenants struggle.",
        ),
        ("we are tiny, how do cities apply?", "how do cities apply?", "we are tiny"),
        (
            "Tenemos poca agua. ¿Qué ciudad midió sus fugas?",
            "¿Qué ciudad midió sus fugas?",
            "Tenemos poca agua.",
        ),
        ("Who paid for it in Boise (water bond)?", "Who paid for it in Boise?", "water bond"),
        ("The crew (water bond)?", "The crew (water bond)?", ""),
        ("Who runs it in St. Paul?", "Who runs it in St. Paul?", ""),
        ("We counted 30. Is it so?", "We counted 30. Is it so?", ""),
        ("There is no question here.", "There is no question here.", ""),
    ],
)
def test_what_is_said_around_a_question_is_told_apart_from_it(
    text: str, asked: str, beside: str
) -> None:
    assert without_aside(text) == (asked, beside)


def test_a_statement_with_a_tag_asks_nothing_by_itself() -> None:
    assert asserts("There is a results test now, isn't there?")
    assert not asserts("Is there a results test now?")
    text = "There is a results test now, isn't there? What can a city choose?"
    assert without_aside(text)[0] == "What can a city choose?"


def test_a_question_leans_on_what_was_said_if_a_pronoun_stands_for_it() -> None:
    assert leans("What came of it?")
    assert not leans("What came of the plan?")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We write of what was so in October 2021. How many were there back then?",
            "We write of what was so in October 2021. How many were there in October 2021?",
        ),
        ("Escribo. ¿Cuántas había entonces?", "Escribo. ¿Cuántas había entonces?"),
        ("It opened in 2019 and closed in 2021. Who ran it then?",) * 2,
        ("We apply in 2027. What happens in 2028 then?",) * 2,
    ],
)
def test_a_time_told_before_is_the_one_meant(text: str, expected: str) -> None:
    assert with_time(text) == expected
