from dataclasses import replace

from assistant.answers import ToolCall
from assistant.evaluation.citations import CitationScores, citation_scores
from tests.assistant.evaluation.conftest import CITATION, answer, case

OTHER = replace(CITATION, n=2, document="city-dallas", quote="Dallas holds gold.")


def test_precision_is_of_citations_and_recall_of_what_is_looked_for() -> None:
    asked = case(all=[["silver"], ["2024"], ["platinum"]], src=["city-boise"])
    scores = citation_scores(asked, answer(citations=[CITATION, OTHER]))
    assert scores == CitationScores(documents=1 / 2, spans=1 / 2, recall=round(2 / 3, 6), figures=1)


def test_what_a_tool_found_counts_as_evidence_but_not_as_a_citation() -> None:
    tool = ToolCall("tier", {"met": 33}, {"level": "gold", "share": "76.7"})
    scores = citation_scores(
        case(all=[["gold"], ["76.7"]]), answer(text="Gold.", citations=[], tools=[tool])
    )
    assert scores == CitationScores(documents=None, spans=None, recall=1, figures=0)


def test_nothing_looked_for_gives_no_scores() -> None:
    assert citation_scores(case(), answer()) == CitationScores(None, None, None, None)
