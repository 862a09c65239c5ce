"""The assistant in a LlamaIndex program: real index, no language model."""

import json

import pytest
from llama_index.core import Settings as GlobalSettings
from llama_index.core.llms import MockLLM
from llama_index.core.query_engine import RetrieverQueryEngine
from llama_index.core.response_synthesizers import ResponseMode, get_response_synthesizer

from assistant.assembly import open_catalogue
from assistant.conversation import Turn
from assistant.errors import InvalidQuestionError
from assistant.llama_index import ProgrammeQueryEngine, ProgrammeRetriever
from assistant.pipeline import Assistant
from assistant.settings import Settings
from tests.conftest import awaited

pytestmark = pytest.mark.model


def test_nodes_stand_where_they_say(shipped: Assistant, shipped_settings: Settings) -> None:
    nodes = ProgrammeRetriever(shipped, limit=4).retrieve("evictions in Boulder")

    assert len(nodes) == 4
    scores = [node.get_score() for node in nodes]
    assert scores == sorted(scores, reverse=True)
    assert nodes[0].score is not None
    assert "evict" in nodes[0].text
    catalogue = open_catalogue(shipped_settings)
    for node in nodes:
        document = catalogue.document(node.metadata["document"])
        assert document is not None
        span = slice(node.node.start_char_idx, node.node.end_char_idx)  # type: ignore[attr-defined]
        assert document.text[span] == node.text
        assert node.metadata["title"] == document.title


def test_an_answer_comes_with_its_quotes_as_source_nodes(shipped: Assistant) -> None:
    response = ProgrammeQueryEngine(shipped).query("How many criteria for gold?")

    answer = shipped.ask("How many criteria for gold?")
    assert str(response) == answer.text
    assert [node.text for node in response.source_nodes] == [c.quote for c in answer.citations]
    assert [node.metadata["n"] for node in response.source_nodes] == [1, 2][: len(answer.citations)]
    assert all(node.score == 1.0 for node in response.source_nodes)


def test_the_answer_object_of_all_doors_is_in_the_metadata(shipped: Assistant) -> None:
    history = [Turn(role="user", content="How many criteria for gold?")]
    response = ProgrammeQueryEngine(shipped, history=history).query("and for platinum?")

    assert response.metadata is not None
    assert response.metadata["answer"]["id"] == shipped.ask("and for platinum?", history).id
    assert json.dumps(response.metadata)


def test_both_can_be_awaited(shipped: Assistant) -> None:
    async def both() -> tuple[int, str]:
        nodes = await ProgrammeRetriever(shipped).aretrieve("gold level")
        return len(nodes), str(await ProgrammeQueryEngine(shipped).aquery("what is gold?"))

    count, text = awaited(both)
    assert count == 6
    assert "gold" in text.lower()


def test_the_retriever_serves_an_engine_of_llama_index(shipped: Assistant) -> None:
    synthesizer = get_response_synthesizer(llm=MockLLM(), response_mode=ResponseMode.COMPACT)
    engine = RetrieverQueryEngine(ProgrammeRetriever(shipped, limit=2), synthesizer)

    assert len(engine.query("gold level").source_nodes) == 2


def test_no_global_setting_is_made(shipped: Assistant) -> None:
    GlobalSettings._llm = GlobalSettings._embed_model = None
    ProgrammeRetriever(shipped).retrieve("gold level")
    ProgrammeQueryEngine(shipped).query("what is gold?")

    assert GlobalSettings._llm is None
    assert GlobalSettings._embed_model is None


def test_what_is_no_question_is_said_to_be_none(shipped: Assistant) -> None:
    for use in (ProgrammeRetriever(shipped).retrieve, ProgrammeQueryEngine(shipped).query):
        with pytest.raises(InvalidQuestionError, match="empty"):
            use("?")
