from pathlib import Path

import pytest

from assistant.answers import Answer, AnswerSentence, Citation, IndexInfo
from assistant.evaluation import Case, comparable, faults, read_cases
from corpus.errors import InvalidRecordError, UnreadableFileError
from corpus.programme import SHIPPED

CITATION = Citation(1, "city-boise", "Boise", "", None, "", "", "Boise holds silver.", 0, 19, ())
ANSWER = Answer(
    id="1",
    question="q",
    standalone_question="q",
    language="en",
    status="answered",
    text="**Boise** holds silver since 2024; 10,254 votes, Bogotá [1].",
    sentences=[AnswerSentence("Boise holds silver.", [1], "document", 0.9)],
    citations=[CITATION],
    tools=[],
    missing=[],
    followups=[],
    engine="extractive",
    index=IndexInfo("i", "2026", 1, 1),
)


def test_text_is_compared_without_case_accents_and_separators() -> None:
    assert comparable("Bogotá:  **10,254** votes [2].") == "bogota: 10254 votes."
    assert comparable("10.254") == comparable("10\u202f254") == "10254"


def case(**fields: object) -> Case:
    return Case.model_validate({"id": "c", "kind": "fact", "q": "q", **fields})


def test_a_right_answer_has_no_faults() -> None:
    right = case(all=[["gold", "SILVER"], ["10254"]], none=["platinum"], src=["city-boise", "x"])
    assert faults(right, ANSWER) == []


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"status": "refused"}, "status answered, not refused"),
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


def test_the_development_questions_can_be_read() -> None:
    assert len(read_cases(SHIPPED / "questions" / "development.yaml")) >= 150


@pytest.mark.parametrize(
    ("content", "error", "message"),
    [
        ("- {id: a, kind: fact}", InvalidRecordError, r"0\.q"),
        ("- [", InvalidRecordError, "not valid YAML"),
        ("[]", InvalidRecordError, "holds no cases"),
        ("- {id: a, kind: fact, q: x}\n- {id: a, kind: fact, q: y}", InvalidRecordError, "twice"),
    ],
)
def test_a_bad_question_set_is_named(
    tmp_path: Path, content: str, error: type[Exception], message: str
) -> None:
    path = tmp_path / "questions.yaml"
    path.write_text(content)
    with pytest.raises(error, match=message):
        read_cases(path)
    with pytest.raises(UnreadableFileError):
        read_cases(tmp_path / "nowhere.yaml")
