from assistant.answers import AnswerSentence, Status, ToolCall
from assistant.evaluation.outcomes import Outcome
from assistant.evaluation.refusal import (
    RefusalScores,
    RiskPoint,
    confidence,
    refusal_scores,
    risk_coverage,
)
from tests.assistant.evaluation.conftest import answer, outcome


def judged(wanted: list[Status], status: Status, sure: float = 1.0) -> Outcome:
    faults = [] if status in wanted else ["status"]
    return outcome(wanted=wanted, status=status, faults=faults, confidence=sure)


def test_refusals_are_weighed_by_what_would_have_been_right() -> None:
    outcomes = [
        judged(["refused"], "refused"),
        judged(["refused"], "answered"),
        judged(["refused", "partial"], "refused"),  # right, but not the only right one
        judged(["answered"], "refused"),
        judged(["answered"], "answered"),
        judged(["answered", "partial"], "partial"),
    ]
    assert refusal_scores(outcomes) == RefusalScores(
        precision=round(2 / 3, 4), recall=1 / 2, false_refusals=round(1 / 3, 4)
    )
    assert refusal_scores(outcomes[4:]) == RefusalScores(None, None, 0)


def test_the_curve_takes_the_surest_answers_first_and_leaves_refusals_out() -> None:
    outcomes = [
        judged(["answered"], "answered", 0.9),
        judged(["refused"], "answered", 0.6),
        judged(["answered"], "answered", 0.6),
        judged(["refused"], "refused", 0.4),
    ]
    assert risk_coverage(outcomes) == [
        RiskPoint(0.9, coverage=1 / 4, risk=0),
        RiskPoint(0.6, coverage=3 / 4, risk=round(1 / 3, 4)),
    ]


def test_confidence_is_the_best_sentences_and_tools_are_sure() -> None:
    two = [AnswerSentence("A.", [1], "document", 0.6), AnswerSentence("B.", [1], "document", 0.8)]
    assert confidence(answer(sentences=two)) == 0.8
    assert confidence(answer(sentences=two, tools=[ToolCall("tier", {}, {})])) == 1
    assert confidence(answer(sentences=[], status="answered")) == 1
    assert confidence(answer(sentences=[], status="refused")) == 0
