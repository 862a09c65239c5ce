"""The shipped corpus, asked for real: what every answer must hold, whatever is asked."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.answers import Answer
from assistant.assembly import open_assistant
from assistant.conversation import Turn
from assistant.errors import InvalidQuestionError
from assistant.evaluation.cases import read_cases
from assistant.figures import numbers, plain_values
from assistant.pipeline import Assistant
from assistant.settings import Settings
from assistant.trace import Trace
from assistant.verifier import unsupported
from corpus.programme import SHIPPED, read_programme
from index.embedder import Embedder

pytestmark = pytest.mark.model

# The questions a publisher printed under an article about the programme.
PUBLISHED = [
    "How does What Works Cities Certification improve local government data use?",
    "What criteria determine platinum level in What Works Cities Certification?",
    "How do certified cities use data to enhance community safety?",
    "In what ways does data-driven policy impact climate action plans?",
    "How has participatory budgeting increased citizen engagement in Monterrey?",
]
SETS = ("development.yaml", "test.yaml")
CASES = [case for name in SETS for case in read_cases(SHIPPED / "questions" / name)]


@pytest.mark.parametrize("question", PUBLISHED)
def test_a_published_question_is_answered_with_citations(shipped: Assistant, question: str) -> None:
    answer = shipped.ask(question)
    assert answer.status in {"answered", "partial"}
    assert answer.citations


def test_platinum_is_85_per_cent_of_43_which_is_37(shipped: Assistant) -> None:
    answer = shipped.ask("what criteria determine platinum")
    assert {85, 43, 37} <= {int(min(n)) for n in numbers(answer.text)}
    assert any("85 %" in citation.quote for citation in answer.citations)


@pytest.fixture(scope="module")
def explained(shipped: Assistant) -> list[tuple[Answer, Trace]]:
    """The answer to every question of every set, in its conversation, and the way to it."""
    return [shipped.explain(case.q, conversation(shipped, case.h)) for case in CASES]


@pytest.fixture(scope="module")
def answers(explained: list[tuple[Answer, Trace]]) -> list[Answer]:
    return [answer for answer, _ in explained]


def conversation(assistant: Assistant, questions: Sequence[str]) -> list[Turn]:
    turns: list[Turn] = []
    for question in questions:
        said = assistant.ask(question, turns).text
        turns += [Turn(role="user", content=question), Turn(role="assistant", content=said)]
    return turns


def test_every_quote_stands_in_its_document(answers: list[Answer]) -> None:
    documents = {document.id: document for document in read_programme(SHIPPED).documents}
    for answer in answers:
        for citation in answer.citations:
            text = documents[citation.document].text
            assert text[citation.start : citation.end] == citation.quote
            assert citation.title == documents[citation.document].title
            assert citation.sources == documents[citation.document].sources
            assert all(source.url.startswith("http") for source in citation.sources)
            assert citation.url in {"", citation.sources[0].url}


def test_every_figure_stands_in_a_quote_or_a_tool_result(answers: list[Answer]) -> None:
    for answer in answers:
        results = [v for t in answer.tools for v in plain_values([t.arguments, t.result])]
        quotes = {citation.n: citation.quote for citation in answer.citations}
        for sentence in answer.sentences:
            evidence = " \n".join([*results, *(quotes[n] for n in sentence.citations)])
            assert unsupported(sentence.text, evidence) is None


def test_every_marker_points_to_a_citation(answers: list[Answer]) -> None:
    for answer in answers:
        known = {citation.n for citation in answer.citations}
        assert known == set(range(1, len(known) + 1))
        for sentence in answer.sentences:
            # A count or a verdict may rest on a tool's result alone.
            assert sentence.citations or (answer.tools and sentence.origin != "document")
            assert set(sentence.citations) <= known
        for n in known:
            assert f"[{n}]" in answer.text


def test_nothing_that_was_composed_failed_verification(
    explained: list[tuple[Answer, Trace]],
) -> None:
    assert [trace.dropped for _, trace in explained if trace.dropped] == []


@pytest.mark.parametrize(
    "question",
    [
        "who won the match last night?",
        "Write a poem about the sea",
        "¿Cuál es la receta de la paella?",
        "What score out of 43 did Phoenix get?",
        "how much does rochelle haynes earn",
        "What does Nashville's certificate look like?",
    ],
)
def test_what_the_documents_do_not_say_is_refused(shipped: Assistant, question: str) -> None:
    answer = shipped.ask(question)
    assert answer.status == "refused"
    assert answer.missing


@pytest.mark.parametrize(
    ("question", "opening"), [("hi", "Hello!"), ("¡Hola!", "¡Hola!"), ("obrigada", "De nada")]
)
def test_a_greeting_is_not_searched_for(shipped: Assistant, question: str, opening: str) -> None:
    answer = shipped.ask(question)
    assert answer.text.startswith(opening)
    assert answer.citations == ()
    assert answer.followups


@pytest.mark.parametrize("question", ["", "  \n", "?!", "a" * 10_000, "gold\udcff\udcfe", "a\0b"])
def test_a_question_that_is_none_is_refused_with_a_reason(
    shipped: Assistant, question: str
) -> None:
    with pytest.raises(InvalidQuestionError, match=r"^The question"):
        shipped.ask(question)


def test_a_question_names_its_place_in_any_spelling(shipped: Assistant) -> None:
    right = shipped.ask("What level is Bogotá?")
    for spelling in ("what level is bogota", "What level is Bogotta?"):
        assert shipped.ask(spelling).citations == right.citations


def test_the_trace_times_every_stage(shipped: Assistant) -> None:
    answer, _ = shipped.explain("What did the eviction help in Boulder change?")
    stages = "condense route embed retrieve judge compose verify cite suggest".split()
    assert list(answer.timings_ms) == stages
    assert all(ms >= 0 for ms in answer.timings_ms.values())


def test_an_index_of_another_model_is_named(shipped_settings: Settings, tmp_path: Path) -> None:
    from assistant.assembly import open_assistant
    from index.errors import ModelUnavailableError

    other = shipped_settings.model_copy(update={"model": "all-MiniLM-L6-v2"})
    with pytest.raises(ModelUnavailableError, match="all-MiniLM-L6-v2"):
        open_assistant(other)


def test_two_cities_compared_are_answered_from_the_documents_of_each(shipped: Assistant) -> None:
    answer = shipped.ask("Compare how Boulder and Alexandria deal with evictions")
    assert {"city-boulder", "city-alexandria"} <= {c.document for c in answer.citations}


def test_a_gathering_names_several_cities_from_several_documents(shipped: Assistant) -> None:
    answer = shipped.ask("Which cities used data against floods?")
    assert answer.status == "answered"
    assert len({citation.document for citation in answer.citations}) > 1
    assert sum(name in answer.text for name in ("Charleston", "Luján de Cuyo", "Miami")) > 1


def test_each_half_of_a_question_goes_where_it_is_answered(shipped: Assistant) -> None:
    answer = shipped.ask("Which level is Boise and what did it do about water?")
    assert {tool.name for tool in answer.tools} == {"directory"}
    assert {sentence.origin for sentence in answer.sentences} >= {"record", "document"}
    assert "silver" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Where has data been put to use for people sleeping rough?",
        "Families get thrown out by landlords here. Which councils stepped in early?",
    ],
)
def test_a_gathering_is_told_by_what_such_questions_are_like(
    shipped: Assistant, question: str
) -> None:
    """No word that the grammar knows shows that it wants several cities."""
    _, trace = shipped.work_out(question)
    assert trace.questions[0].asking.gathers


def test_rules_do_not_answer_what_a_city_did(shipped: Assistant) -> None:
    """'Evaluation' is a practice area too."""
    answer = shipped.own("the evaluation folks at Cambridge, how do they help the departments?")
    assert "templates" in answer.text
    assert not answer.tools


@pytest.mark.parametrize(
    ("question", "criterion"),
    [
        ("We were hacked last spring. Which item on the list is about attacks and leaks?", "DM6"),
        ("Which point on the list is about AI that may be unfair?", "PA4"),
    ],
)
def test_a_criterion_is_found_by_what_it_is_about(
    shipped: Assistant, question: str, criterion: str
) -> None:
    answer = shipped.own(question)
    assert answer.status == "answered"
    assert criterion in answer.text


def test_half_an_answer_names_the_other_half_as_missing(shipped: Assistant) -> None:
    answer = shipped.ask("How much did Newark's homicides fall, and who is Newark's police chief?")
    assert answer.status == "partial"
    assert "25 %" in answer.text
    assert any("police chief" in missing for missing in answer.missing)


def test_a_follow_up_is_answered_as_the_question_it_stands_for(shipped: Assistant) -> None:
    turns = conversation(shipped, ["What level is Boise?"])
    answer = shipped.ask("and Recife?", turns)
    assert "Recife" in answer.standalone_question
    assert "gold" in answer.text


def test_what_leads_on_can_be_asked(shipped: Assistant) -> None:
    answer = shipped.ask("How many criteria are needed for gold?")
    assert answer.followups
    for question in answer.followups:
        assert shipped.ask(question).status == "answered"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Why was Rock Hill certified?", "do not state why Rock Hill"),
        ("What did Chattanooga do to get its gold?", "do not say what Austin, Chattanooga"),
        ("How much does it cost a city to apply?", "do not state what it costs a city"),
        ("When does Boston's gold expire?", "do not state whether a What Works Cities"),
        ("What was Boston's score?", "No score of any city"),
        ("Do they publish how many points Boston got?", "No score of any city"),
        ("How many criteria did Tempe meet?", "No score of any city"),
        ("Is it free to get certified?", "do not state what it costs a city"),
        ("¿Cuánto cuesta participar?", "do not state what it costs a city"),
    ],
)
def test_a_refusal_says_what_is_left_open(shipped: Assistant, question: str, said: str) -> None:
    answer = shipped.ask(question)
    assert answer.status == "refused"
    assert said in answer.text


def test_what_a_city_did_for_its_award_is_what_it_did(shipped: Assistant) -> None:
    answer = shipped.ask("What did Memphis do to get certified?")
    assert answer.status == "answered"
    assert "Animal Services" in answer.text


def test_what_was_done_leads_before_how_things_are(shipped: Assistant) -> None:
    answer = shipped.ask("Which level is Boise and what did it do about water?")
    lead = next(s.text for s in answer.sentences if "water" in s.text)
    assert "plan" in lead


def test_the_certification_itself_is_asked_about_beside_a_city(shipped: Assistant) -> None:
    answer = shipped.ask("I read that Recife got an award. What is that certificate exactly?")
    assert answer.text.startswith("What Works Cities Certification is a Bloomberg Philanthropies")


def test_of_two_questions_on_criteria_each_is_answered(shipped: Assistant) -> None:
    answer = shipped.ask("do we need an open data policy? what exactly is asked on open data?")
    assert "**Yes: OD1" in answer.text
    assert "OD4" in answer.text


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "Which was the first certified city in Brazil, and has any other joined since?",
            ("Fortaleza", "Porto Alegre"),
        ),
        ("How many cities were new in Feb 2025 and how many of those were in Canada?", ("21", "4")),
    ],
)
def test_of_two_questions_on_cities_each_is_answered(
    shipped: Assistant, question: str, said: Sequence[str]
) -> None:
    answer = shipped.ask(question)
    assert len(answer.tools) == len(said)
    assert all(part in answer.text for part in said)


def test_a_refusal_in_a_conversation_is_on_the_city_spoken_of(shipped: Assistant) -> None:
    history = [
        Turn(role="user", content="What did Phoenix do about heat?"),
        Turn(role="assistant", content="Phoenix, Arizona, has an office of heat response."),
    ]
    answer = shipped.ask("what did the trees cost?", history)
    assert answer.standalone_question == "What did the trees cost in Phoenix?"
    assert "Phoenix" in answer.text


def test_a_list_that_is_headed_by_the_topic_is_given_whole(shipped: Assistant) -> None:
    answer = shipped.ask("Which cities used data for housing?")
    assert "11 cities" in answer.text


def test_those_shown_are_narrowed_by_level_and_place(shipped: Assistant) -> None:
    region = conversation(shipped, ["Which cities in the Midwest are certified?"])
    gold = shipped.ask("and which of those have gold?", region)
    assert "Detroit" in gold.text
    assert "Topeka" not in gold.text
    crime = conversation(shipped, ["Which cities used data to reduce crime?"])
    inside = shipped.ask("which of them are in Latin America?", crime)
    assert "Recife" in inside.text
    assert "Newark" not in inside.text


def test_each_text_of_an_answer_is_embedded_once(
    shipped: Assistant, shipped_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    known, begun = Embedder.read_query, Embedder.begin_query

    def counted(self: Embedder, text: str) -> NDArray[np.float32]:
        read.append(text)
        return known(self, text)

    def counted_too(self: Embedder, text: str) -> Callable[[], NDArray[np.float32]]:
        read.append(text)
        return begun(self, text)

    monkeypatch.setattr(Embedder, "read_query", counted)
    monkeypatch.setattr(Embedder, "begin_query", counted_too)
    fresh = open_assistant(shipped_settings)
    read.clear()
    fresh.ask("Compare how Recife and Cali brought violence down")
    assert len(read) == len(set(read)) > 1


@pytest.mark.parametrize(
    "question",
    [
        "How many children drowned in Boise? How many children drowned in Boise?",
        "Who chairs the council in Cali? Who chairs the council in Cali? And how many sit on it?",
    ],
)
def test_what_is_not_told_may_be_asked_twice(shipped: Assistant, question: str) -> None:
    assert shipped.ask(question).status == "refused"
