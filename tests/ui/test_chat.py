from typing import Any

import pytest

from assistant.pipeline import Assistant
from ui.chat import responder

pytestmark = pytest.mark.model


def test_an_answer_comes_with_its_sources_folded(shipped: Assistant) -> None:
    answer, sources = responder(shipped)("we pass 33", [])
    assert answer["role"] == "assistant"
    assert "76.7 %" in answer["content"]
    assert sources["metadata"]["title"].startswith("Sources (")
    assert "68-84 %" in sources["content"]


def test_earlier_turns_are_taken_in_any_form_of_gradio(shipped: Assistant) -> None:
    history: list[dict[str, Any]] = [
        {"role": "user", "content": [{"type": "text", "text": "hi"}]},
        {"role": "assistant", "content": "Hello!", "metadata": None},
        {"role": "assistant", "content": "…", "metadata": {"title": "Sources (1)"}},
    ]
    assert "37" in responder(shipped)("how many criteria for platinum?", history)[0]["content"]


def test_a_bad_question_is_told_so(shipped: Assistant) -> None:
    (said,) = responder(shipped)("  ", [])
    assert said["content"].startswith("The question is empty.")


def test_a_failure_is_told_plainly_and_logged(
    shipped: Assistant, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the disk is gone")

    monkeypatch.setattr(shipped, "ask", broken)
    (said,) = responder(shipped)("what is gold?", [])
    assert said["content"].startswith("Something went wrong on our side.")
    assert "disk" not in said["content"]
    assert "the disk is gone" in caplog.text
