from dataclasses import replace

import pytest

from assistant.answers import AnswerSentence, ToolCall
from assistant.conversation import Turn
from assistant.evaluation.grounding import misquoted, unfounded
from corpus.documents import Document
from tests.assistant.evaluation.conftest import BOISE, CITATION, answer

DOCUMENTS = {"city-boise": Document("city-boise", "Boise", "city", BOISE, "en")}


def test_a_quote_must_be_its_document_to_the_letter() -> None:
    assert misquoted(answer(), DOCUMENTS.get) == []
    shifted = replace(CITATION, start=1, end=CITATION.end)
    elsewhere = replace(CITATION, document="city-dallas")
    for wrong in (shifted, elsewhere, replace(CITATION, quote=BOISE.upper())):
        assert misquoted(answer(citations=[wrong]), DOCUMENTS.get) == [wrong.quote]


def sentence(text: str, *citations: int) -> AnswerSentence:
    return AnswerSentence(text, citations, "tool", 1.0)


TIER = ToolCall("tier", {"met": 33}, {"share": "76.7", "level": "gold"})


@pytest.mark.parametrize(
    ("text", "sentences", "strangers"),
    [
        ("Since 2024 [1].", [sentence("Since 2024.", 1)], []),
        ("33 is 76,7 % of it.", [sentence("33 is 76,7 % of it.")], []),
        ("Since 2025 [1].", [sentence("Since 2025.", 1)], ["2025"]),
        ("Since 2024.", [sentence("Since 2024.")], ["2024"]),  # true, but cites nothing
        ("There are 43 of them. Silver [1].", [sentence("Silver.", 1)], ["43"]),  # in the frame
        ("In 1999? No. Silver [1].", [sentence("Silver.", 1)], []),  # the reader's own number
    ],
)
def test_a_number_must_come_from_somewhere(
    text: str, sentences: list[AnswerSentence], strangers: list[str]
) -> None:
    said = [Turn(role="user", content="and in 1999?")]
    given = answer(text=text, sentences=sentences, tools=[TIER])
    assert unfounded(given, said) == strangers


def test_a_refusal_to_read_a_question_states_nothing() -> None:
    words = "The question has 10,000 characters; at most 2,000 can be taken."
    assert unfounded(answer(text=words, sentences=[], citations=[], status="invalid")) == []
