from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from assistant.answers import Answer, ToolCall
from assistant.assembly import build_suggestions, open_assistant, open_trials
from assistant.errors import InvalidQuestionError
from assistant.places import Gazetteer
from assistant.settings import Settings
from assistant.suggestions.candidates import Candidate
from assistant.suggestions.trials import fault, try_out
from corpus.documents import Document
from tests.assistant.suggestions.conftest import answer
from tests.conftest import WordEncoder

TIER = ToolCall("tier", {}, {})


def asked(question: str, *, documents: Sequence[str] = (), uses_tier: bool = False) -> Candidate:
    tool = "tier" if uses_tier else None
    return Candidate(question, "en", "document", "list", documents, tool)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("candidate", "given", "reason"),
    [
        (asked("q"), answer("q", documents=["a"]), ""),
        (asked("q", documents=["a", "b"]), answer("q", documents=["c", "b"]), ""),
        (asked("q", documents=["a"]), answer("q", documents=["c"]), "answered from c instead"),
        (asked("q", documents=["a"]), answer("q", documents=["c"], tools=[TIER]), ""),
        (asked("q"), answer("q"), "answered without a source"),
        (asked("q"), answer("q", status="refused", documents=["a"]), "not answered"),
        (asked("q"), answer("q", status="clarify"), "asked back"),
        (
            asked("q"),
            answer("q", status="partial", missing=["the cost"]),
            "partly answered; missing: the cost",
        ),
        (
            asked("q", uses_tier=True),
            answer("q", documents=["a"]),
            "answered without the tier tool",
        ),
        (
            asked("q"),
            answer("q", language="pt", documents=["a"]),
            "taken to be in the language 'pt'",
        ),
    ],
)
def test_an_answer_has_to_do_for_the_question(
    candidate: Candidate, given: Answer, reason: str
) -> None:
    assert fault(candidate, given) == reason


def test_what_a_tool_would_have_asked_next_is_tried_too() -> None:
    answers: Mapping[str, Answer] = {
        "first": answer(
            "first", documents=["a"], tools=[TIER], followups=["second", "third", "fifth", "first"]
        ),
        "second": answer("second", documents=["a"], tools=[TIER], followups=["fourth"]),
        "third": answer("third", status="refused"),
    }

    def ask(question: str) -> Answer:
        if question == "bad":
            raise InvalidQuestionError("The question is empty.")
        return answers[question]

    told: list[tuple[int, int]] = []
    tried, given = try_out(
        [asked("first", documents=["a"]), asked("bad", documents=["a"])],
        [Document(id="a", title="A", kind="rule", text="", language="en", topics=("salt",))],
        ask=ask,
        lead_on=lambda found: replace(
            found, followups=[q for q in found.followups if q != "fifth"]
        ),
        encoder=WordEncoder(),
        gazetteer=Gazetteer(()),
        progress=lambda done, total: told.append((done, total)),
    )
    assert [(s.question, s.origin) for s in tried.trials.kept] == [
        ("first", "document"),
        ("second", "tool"),
    ]
    assert [(f.question, f.reason) for f in tried.trials.failures] == [
        ("bad", "The question is empty."),
        ("third", "not answered"),
    ]
    # Kept as they were given, with all that the tool would have asked.
    assert given == [answers["first"], answers["second"]]
    assert tried.trials.kept[0].theme == "rule"
    assert tried.trials.kept[0].topics == ("salt",)
    assert tried.vectors.shape == (2, WordEncoder.dimensions)
    assert told[-1] == (4, 4)


@pytest.mark.model
def test_a_listed_question_that_is_not_answered_is_reported(harbour_settings: Settings) -> None:
    trials, made = build_suggestions(harbour_settings, progress=lambda *_: None)
    assert made
    harbour = open_assistant(harbour_settings)
    kept = {s.question for s in trials.kept}
    assert {
        "When did the Port Union start Harbour Watch?",
        "How many salt sensors are there in Gdynia?",
    } <= kept
    for suggestion in trials.kept:
        found = harbour.ask(suggestion.question)
        assert (found.status, found.id) == ("answered", suggestion.answer)
    (failure,) = (f for f in trials.failures if f.document == "gdynia")
    assert (failure.question, failure.reason) == ("Who is the mayor of Gdynia?", "not answered")
    assert open_trials(harbour_settings) == trials
    assert build_suggestions(harbour_settings, progress=lambda *_: None) == (trials, False)
