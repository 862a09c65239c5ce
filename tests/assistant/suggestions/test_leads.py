import numpy as np
import pytest

from assistant.answers import ToolCall
from assistant.assembly import open_suggestions
from assistant.conversation import Turn
from assistant.pipeline import Assistant
from assistant.settings import Settings
from assistant.suggestions.leads import COUNT, Suggestions
from assistant.suggestions.likeness import content
from assistant.suggestions.store import Trials
from tests.assistant.suggestions.conftest import answer, suggestion, tried

EAST = np.array([1.0, 0.0], np.float32)
RULE = ToolCall("tier", {}, {})


def test_what_shares_documents_and_places_comes_first() -> None:
    rows = [
        (suggestion("How wide is the Odra?"), (0.0, 1.0)),
        (suggestion("Who measures salt in Gdynia?", cities=("gdynia",)), (1.0, 0.1)),
        (suggestion("Which grade takes sixty measures?", documents=("grades",)), (-1.0, 0.1)),
        (suggestion("When did Oslo join?", cities=("oslo",)), (0.0, 1.0)),
    ]
    after = Suggestions(tried(rows)).after(
        answer("How much salt?", documents=["grades"]), places=["gdynia"]
    )
    assert after == ("Who measures salt in Gdynia?", "Which grade takes sixty measures?")


def test_the_nearest_vector_comes_first() -> None:
    rows = [
        (suggestion("How deep is the harbour basin?"), (0.6, 0.8)),
        (suggestion("Who pays for sensors?"), (0.8, 0.6)),
        (suggestion("When does winter end?"), (-1.0, 0.0)),
    ]
    after = Suggestions(tried(rows)).after(answer("What do buoys cost?"), vector=EAST)
    assert after == ("Who pays for sensors?", "How deep is the harbour basin?")


def test_what_was_asked_before_is_not_suggested_again() -> None:
    rows = [
        (suggestion("How many salt sensors does Gdynia have?"), (0.8, 0.6)),
        (suggestion("When was the white grade set up?"), (0.8, 0.6)),
        (suggestion("Who pays for Harbour Watch?"), (0.6, 0.8)),
    ]
    history = [
        Turn(role="user", content="when was it set up, the white grade"),
        Turn(role="assistant", content="Who pays for Harbour Watch?"),
    ]
    asked = answer("How many salt sensors are there in Gdynia?")
    after = Suggestions(tried(rows)).after(asked, history=history, vector=EAST)
    assert after == ("Who pays for Harbour Watch?",)


def test_a_question_is_the_same_in_other_words_if_its_vector_says_so() -> None:
    rows = [
        (suggestion("Who funds the watch?"), (1.0, 0.05)),
        (suggestion("When did Oslo join?"), (0.5, 0.9)),
        (suggestion("Why is salt measured?"), (-0.5, 0.9)),
    ]
    after = Suggestions(tried(rows)).after(answer("Where does the money come from?"), vector=EAST)
    assert after == ("When did Oslo join?",)


def test_another_language_is_not_suggested() -> None:
    rows = [
        (suggestion("¿Quién paga los sensores?", language="es"), (0.8, 0.6)),
        (suggestion("Who pays for sensors?"), (0.8, 0.6)),
    ]
    suggestions = Suggestions(tried(rows))
    asked = answer("¿Cuánto cuesta una boya?", language="es")
    assert suggestions.after(asked, vector=EAST) == ("¿Quién paga los sensores?",)


def test_no_three_questions_are_of_one_template() -> None:
    alike = {"Gdynia salt": 0.8, "Oslo ice": -0.8, "Riga wind": 0.9, "Turku rain": -0.9}
    rows = [(suggestion(q, template="place"), (0.9, y)) for q, y in alike.items()]
    rows.append((suggestion("Who pays for sensors?"), (0.6, 0.8)))
    after = Suggestions(tried(rows)).after(answer("What do buoys cost?"), vector=EAST)
    assert after == ("Gdynia salt", "Oslo ice", "Who pays for sensors?")


def test_what_has_just_been_said_is_not_offered_again() -> None:
    same, other = "What is the salt limit?", "Who pays for sensors?"
    rows = [
        (suggestion(same, said=("a", "b")), (0.8, 0.6)),
        (suggestion(other, said=("b", "c")), (0.6, 0.8)),
        (suggestion("Why two grades?", said=("b",)), (0.6, 0.8)),
    ]
    after = Suggestions(tried(rows)).after(answer("How salty?"), vector=EAST)
    # The third adds nothing to what the first would say.
    assert after == (same, other)


def test_a_tools_own_questions_come_first_if_they_are_answered() -> None:
    rows = [
        (suggestion("What does the white grade need?"), (0.8, 0.6)),
        (suggestion("Who pays for sensors?"), (0.6, 0.8)),
    ]
    suggestions = Suggestions(tried(rows, failed=["And with 900 measures?"]))
    own = ["And with 900 measures?", "And with 12 measures?", "What if a port loses two?"]
    asked = answer("Grade for 14 measures?", tools=[RULE], followups=own)

    def answers(question: str) -> bool:
        assert question != own[0]  # it is known that it is not
        return question == own[2]

    after = suggestions.after(asked, vector=EAST, answers=answers)
    assert after == (own[2], "What does the white grade need?", "Who pays for sensors?")
    assert own[2] not in suggestions.after(asked, vector=EAST)


def test_a_question_asked_back_keeps_its_choices() -> None:
    choices = ("Rochester, New York", "Rochester, Minnesota")
    asked = answer("what level is Rochester?", status="clarify", followups=choices)
    assert Suggestions().after(asked) == choices


def test_without_trials_nothing_is_suggested() -> None:
    assert Suggestions().after(answer("Who pays?", documents=["a"]), vector=EAST) == ()
    assert Suggestions().nearest(EAST, "en") is None


pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("question", "speaks_of"),
    [
        ("What did the eviction help in Boulder change?", "Boulder"),
        ("Que nível corresponde a 33 de 43 critérios?", "critérios"),
        ("¿cuántos criterios para oro?", "criterios"),
        ("who's platinum?", "gold"),
        ("How many criteria are needed for gold?", "criteria"),
        ("what is the weather in Paris", "flood"),
        ("hello", "What Works Cities"),
    ],
)
def test_three_that_lead_on_from_an_answer(
    shipped: Assistant,
    shipped_settings: Settings,
    shipped_trials: Trials,
    question: str,
    speaks_of: str,
) -> None:
    found = shipped.ask(question)
    suggestions = open_suggestions(shipped_settings)
    after = suggestions.after(found)
    kept = {s.question: s for s in shipped_trials.kept}
    assert len(after) == COUNT
    assert any(speaks_of in q for q in after)
    assert {kept[q].language for q in after} == {found.language}
    asked = content(question, found.language)
    assert not any(suggestions.likeness.alike(asked, content(q, found.language)) for q in after)


def test_every_kept_question_is_answered_and_never_leads_to_itself(
    shipped: Assistant, shipped_settings: Settings, shipped_trials: Trials
) -> None:
    suggestions = open_suggestions(shipped_settings)
    for kept in shipped_trials.kept[::7]:
        found = shipped.ask(kept.question)
        assert (found.status, found.id) == ("answered", kept.answer)
        after = suggestions.after(found)
        assert len(set(after)) == COUNT
        assert kept.question not in after
