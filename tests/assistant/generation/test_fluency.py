"""The shipped programme with a model that says less than we would: the reader gets no less."""

from collections.abc import Iterator

import pytest

from assistant.answers import Answer
from assistant.assembly import open_assistant
from assistant.pipeline import Assistant
from assistant.settings import Settings
from assistant.streaming import Piece
from tests.model_server import Body, Item, ModelServer, evidence

pytestmark = pytest.mark.model

EVICTIONS = "What did Boulder do about evictions?"
COMPARED = "Boulder or Alexandria: who has better evidence that their eviction work helps?"
LEVEL_AND_WATER = "Which level is Boise and what did it do about water?"


@pytest.fixture(scope="module")
def server() -> Iterator[ModelServer]:
    with ModelServer(lambda _: []) as own:
        yield own


@pytest.fixture(scope="module")
def fluent(server: ModelServer, shipped_settings: Settings) -> Assistant:
    changed = {"llm": server.setting, "generation": {"cache": False, "tools": False}}
    return open_assistant(Settings.model_validate(shipped_settings.model_dump() | changed))


def asked(fluent: Assistant, server: ModelServer, question: str, *said: Item) -> Answer:
    server.reply = lambda _: said
    *pieces, answer = fluent.tell(question)
    assert isinstance(answer, Answer)
    assert "".join(piece.text for piece in pieces if isinstance(piece, Piece)) == answer.text
    return answer


def numbered(fluent: Assistant, server: ModelServer, question: str, *holding: str) -> int:
    """The number of the evidence to a question that holds these words."""
    shown: dict[int, str] = {}

    def look(body: Body) -> list[Item]:
        shown.update(evidence(body))
        return []

    server.reply = look
    fluent.ask(question)
    return next(n for n, text in shown.items() if all(word in text for word in holding))


def test_a_city_that_a_model_leaves_out_of_a_comparison_is_told_as_without_one(
    fluent: Assistant, server: ModelServer
) -> None:
    n = numbered(fluent, server, COMPARED, "96 %", "58 %")
    said = (
        f"In 2024 Boulder prevented 96 % of evictions in its service, against 58 % outside [{n}]."
    )

    answer = asked(fluent, server, COMPARED, said)

    assert answer.text.startswith("In 2024 Boulder prevented 96 %")
    assert "8,000" in answer.text
    assert {c.document for c in answer.citations} == {"city-boulder", "city-alexandria"}
    assert (answer.engine, answer.fallback) == ("scripted", "incomplete")


def test_where_nothing_of_a_models_stands_the_answer_is_as_without_one(
    fluent: Assistant, server: ModelServer
) -> None:
    n = numbered(fluent, server, COMPARED, "96 %", "58 %")
    said = f"Boulder has better evidence that its eviction work helps [{n}]."

    answer = asked(fluent, server, COMPARED, said)

    assert answer.text == fluent.own(COMPARED).text
    assert answer.engine == "extractive"
    assert len(answer.repaired or ()) == 1


def test_figures_that_a_model_leaves_out_are_told_in_its_place(
    fluent: Assistant, server: ModelServer
) -> None:
    n = numbered(fluent, server, EVICTIONS, "96 %", "58 %")
    true = f"Boulder tested its eviction help by comparing tenants with and without it [{n}]."

    answer = asked(fluent, server, EVICTIONS, true)

    assert "in 2024, 96 % of the evictions" in answer.text
    assert answer.text.count("tested its eviction help") == 1
    assert answer.repaired == ["it says too little of what it rests on"]


def test_figures_left_out_of_what_is_not_the_main_point_are_told_too(
    fluent: Assistant, server: ModelServer
) -> None:
    n = numbered(fluent, server, LEVEL_AND_WATER, "570 million")

    answer = asked(fluent, server, LEVEL_AND_WATER, f"Boise took a water plan to residents [{n}].")

    assert "a bond of 570 million US dollars" in answer.text


def test_what_a_tool_has_told_is_not_told_again(fluent: Assistant, server: ModelServer) -> None:
    again = "Boise holds silver in the What Works Cities Certification. "

    answer = asked(fluent, server, LEVEL_AND_WATER, again, "Boise holds silver [1].")

    assert answer.text.lower().count("silver") == 1
    assert "570 million" in answer.text


def test_percentages_are_set_as_the_documents_set_them(
    fluent: Assistant, server: ModelServer
) -> None:
    n = numbered(fluent, server, EVICTIONS, "96 %", "58 %")
    said = f"In 2024, 96% of evictions in the service were prevented, against 58% outside [{n}]."

    answer = asked(fluent, server, EVICTIONS, said)

    assert answer.text.startswith("In 2024, 96 % of evictions in the service were prevented")
