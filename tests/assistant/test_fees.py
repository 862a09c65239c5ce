"""What taking part costs is asked in few words, and what else costs money is not that."""

import pytest

from assistant.answers import Language
from assistant.fees import of_taking_part

EN = "What does it cost a city to take part in the certification?"


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Do we need to pay to be certified?", "en"),
        ("Is it free for us?", "en"),
        ("how much does a city have to pay to join", "en"),
        ("is there an application fee?", "en"),
        ("¿Hay que pagar algo?", "es"),
        ("¿Cuánto cuesta participar?", "es"),
        ("É de graça?", "pt"),
        ("tem que pagar?", "pt"),
    ],
)
def test_a_word_of_money_and_nothing_else_means_taking_part(
    question: str, language: Language
) -> None:
    asked = of_taking_part(question, language)
    assert asked != question
    assert (asked == EN) == (language == "en")


@pytest.mark.parametrize(
    "question",
    [
        "What did the bond cost?",
        "Who pays for it?",
        "how much did that cost",
        "how much money does the city get?",
        "Does Bloomberg pay the cities?",
        "Which cities pay?",
        "Can we join?",
    ],
)
def test_what_says_whose_cost_it_is_stays_as_it_is(question: str) -> None:
    assert of_taking_part(question, "en") == question
