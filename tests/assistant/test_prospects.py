"""Questions on coming levels: what is so today is told, and that the future is not known."""

import pytest

from assistant.answers import Language
from assistant.pipeline import Assistant
from assistant.prospects import as_of_now
from assistant.tools.directory_places import Places


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "language", "now"),
    [
        ("Will Dallas be gold next year?", "en", "Dallas"),
        ("Is Denver going to reach platinum one day?", "en", "Denver"),
        ("Do you think Bellevue will move up a level?", "en", "Bellevue"),
        ("¿Llegará Córdoba al oro?", "es", "Córdoba"),
        ("Vai Fortaleza alcançar a platina?", "pt", "Fortaleza"),
        ("Which Brazilian city will be the first with platinum?", "en", "Brazil"),
        ("¿Cuál será la próxima ciudad de oro?", "es", "oro"),
    ],
)
def test_a_coming_level_is_not_known(
    shipped: Assistant, question: str, language: Language, now: str
) -> None:
    answer = shipped.own(question)
    assert answer.status == "refused"
    assert answer.language == language
    assert now in answer.text
    assert answer.citations


@pytest.mark.parametrize(
    "question",
    [
        "What will Boise do with its gold bond money?",
        "Will Boise's recycled-water plant be open by 2029?",
        "If we meet 30 criteria, will we be gold?",
        "Will a city of 20,000 be certified?",
        "Which level does Boise hold?",
        "Which cities will be certified in 2027?",
    ],
)
def test_what_is_on_something_else_stays_as_it_is(places: Places, question: str) -> None:
    assert as_of_now(question, "en", places.cities_in) == ""
