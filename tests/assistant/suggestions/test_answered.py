"""Answers of suggested questions are kept, and given again exactly as they would be worked out."""

import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from assistant.answers import Answer, AnswerSentence, Citation, ToolCall
from assistant.conversation import Turn
from assistant.pipeline import Assistant
from assistant.suggestions.answered import StoredAnswers
from assistant.suggestions.store import Trials
from corpus.documents import Source
from tests.assistant.suggestions.conftest import answer

WHOLE = replace(
    answer("¿Quién «paga»?", language="es", followups=("¿Y cuánto?",), missing=("el plazo",)),
    id="b" * 16,
    text="Paga la ciudad [1].",
    sentences=(AnswerSentence("Paga la ciudad.", (1,), "document", 0.1 + 0.2),),
    citations=(
        Citation(1, "d", "D", "", 3, "", "2024", "Pays.", 0, 5, (Source("T", "P", "U", "2024"),)),
    ),
    tools=(ToolCall("tier", {"met": 33}, {"needed": {"gold": 30}, "level": None}),),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "answers.sqlite"
    StoredAnswers.create(path, [answer("Who pays?"), replace(WHOLE, timings_ms={"embed": 4.2})])
    return path


def test_an_answer_comes_back_equal_but_for_its_times(path: Path) -> None:
    stored = StoredAnswers(path)
    assert stored.find(WHOLE.question) == WHOLE
    assert stored.of_id(WHOLE.id) == WHOLE


@pytest.mark.parametrize("question", ["", "who pays?", "Who pays? ", "' OR 1=1 --", "\ud800"])
def test_another_question_has_none(path: Path, question: str) -> None:
    assert StoredAnswers(path).find(question) is None


def test_many_threads_read_at_once(path: Path) -> None:
    stored = StoredAnswers(path)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(stored.find, [WHOLE.question] * 200))
    assert found == [WHOLE] * 200


def test_a_row_that_cannot_be_read_is_as_good_as_none(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("UPDATE answers SET body = '{'")
    database.close()
    assert StoredAnswers(path).find("Who pays?") is None


@pytest.mark.model
def test_a_suggested_question_is_answered_as_if_worked_out(
    shipped: Assistant, shipped_trials: Trials
) -> None:
    sample = shipped_trials.kept[::25]
    assert len({(kept.language, kept.origin) for kept in sample}) >= 8
    for kept in sample:
        at_once = shipped.ask(kept.question)
        worked_out, _ = shipped.explain(kept.question)
        assert "recall" in at_once.timings_ms
        assert "verify" in worked_out.timings_ms
        assert _without_times(at_once) == _without_times(worked_out)
        assert at_once.id == kept.answer


@pytest.mark.model
def test_one_with_something_said_before_is_worked_out(
    shipped: Assistant, shipped_trials: Trials
) -> None:
    turns = [Turn(role="user", content="hi"), Turn(role="assistant", content="Hello.")]
    found = shipped.ask(shipped_trials.kept[0].question, turns)
    assert "verify" in found.timings_ms
    assert found.id != shipped_trials.kept[0].answer


@pytest.mark.model
def test_the_answer_of_a_suggested_question_is_known_by_its_id(
    shipped: Assistant, shipped_trials: Trials
) -> None:
    kept = shipped_trials.kept[-1]
    found = shipped.suggested(kept.answer)
    assert found is not None
    assert _without_times(found) == _without_times(shipped.ask(kept.question))
    assert shipped.suggested("0" * 16) is None


def _without_times(found: Answer) -> str:
    """The answer as every door carries it."""
    return json.dumps(asdict(replace(found, timings_ms={})), ensure_ascii=False)
