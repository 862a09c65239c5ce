import pytest

from assistant.evaluation.verdicts import comparable, faults
from tests.assistant.evaluation.conftest import answer, case

ANSWER = answer(text="**Boise** holds silver since 2024; 10,254 votes, Bogotá [1].")


def test_text_is_compared_without_case_accents_and_separators() -> None:
    assert comparable("Bogotá:  **10,254** votes [2].") == "bogota: 10254 votes."
    assert comparable("10.254") == comparable("10\u202f254") == "10254"


def test_a_right_answer_has_no_faults() -> None:
    right = case(all=[["gold", "SILVER"], ["10254"]], none=["platinum"], src=["city-boise", "x"])
    assert faults(right, ANSWER) == []


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"status": "refused"}, "status answered, not refused"),
        ({"status": ["refused", "clarify"]}, "status answered, not refused or clarify"),
        ({"all": [["gold", "85"]]}, "lacks 'gold'"),
        ({"none": ["bogota"]}, "holds 'bogota'"),
        ({"src": ["city-dallas"]}, "cites city-boise"),
        ({"min_sources": 2}, "cites 1 documents, not 2"),
        ({"tool": "tier"}, "does not use the tier tool"),
    ],
)
def test_each_fault_is_named(fields: dict[str, object], fault: str) -> None:
    found = faults(case(**fields), ANSWER)
    assert len(found) == 1
    assert found[0].startswith(fault)
