"""What one level took when levels went by no share is put as the documents answer it."""

import pytest

from assistant.answers import Language
from assistant.tools.tier_ruled import as_of_a_rule
from corpus.records import Standard


@pytest.mark.parametrize(
    ("question", "language", "meant"),
    [
        ("how many criteria did gold take in 2017?", "en", "What did gold take in 2017?"),
        (
            "What would a town have had to show for the top award under the original rules?",
            "en",
            "What did platinum take in 2017?",
        ),
        (
            "¿Cuántos criterios pedía la plata en 2017?",
            "es",
            "¿Qué hacía falta para plata en 2017?",
        ),
        ("Quanto era preciso para ouro em 2017?", "pt", "O que era preciso para ouro em 2017?"),
    ],
)
def test_a_level_of_the_first_rule_is_left_to_the_documents(
    question: str, language: Language, meant: str, standard: Standard
) -> None:
    assert as_of_a_rule(question, standard, language) == meant


@pytest.mark.parametrize(
    "question",
    [
        "how many criteria did gold take in 2019?",
        "33 of the original 50 criteria: which level?",
        "Did gold take more criteria in 2017 than now?",
        "Which cities were gold in 2017?",
    ],
)
def test_other_questions_stay_as_they_are(question: str, standard: Standard) -> None:
    assert as_of_a_rule(question, standard, "en") == question
