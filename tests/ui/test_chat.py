from typing import Any

import pytest

from ui.chat.handlers import responder
from ui.desk import Desk
from ui.rendering import text_of_markdown, to_markdown

pytestmark = pytest.mark.model


def test_an_answer_comes_with_its_sources_folded(desk: Desk) -> None:
    answer, sources = responder(desk)("we pass 33", [])
    assert answer["role"] == "assistant"
    assert "76.7 %" in answer["content"]
    assert sources["metadata"]["title"].startswith("Sources (")
    assert "68-84 %" in sources["content"]


def test_earlier_turns_are_taken_in_any_form_of_gradio(desk: Desk) -> None:
    history: list[dict[str, Any]] = [
        {"role": "user", "content": [{"type": "text", "text": "hi"}]},
        {"role": "assistant", "content": "Hello!", "metadata": None},
        {"role": "assistant", "content": "…", "metadata": {"title": "Sources (1)"}},
    ]
    assert "37" in responder(desk)("how many criteria for platinum?", history)[0]["content"]


def test_a_bad_question_is_told_so(desk: Desk) -> None:
    (said,) = responder(desk)("  ", [])
    assert said["content"].startswith("The question is empty.")


def test_a_failure_is_told_plainly_and_logged(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the disk is gone")

    monkeypatch.setattr(desk, "ask", broken)
    (said,) = responder(desk)("what is gold?", [])
    assert said["content"].startswith("Something went wrong on our side.")
    assert "disk" not in said["content"]
    assert "the disk is gone" in caplog.text


def test_a_follow_up_goes_by_what_was_said_and_not_by_what_was_offered(desk: Desk) -> None:
    respond = responder(desk)
    first = respond("which Canadian cities are certified?", [])
    history = [{"role": "user", "content": "which Canadian cities are certified?"}, *first]
    assert "You could ask" in first[0]["content"]
    said = respond("what level is the first of them?", history)[0]["content"]
    assert said.startswith("Hamilton")


def test_a_bubble_gives_back_the_answer_it_was_made_of(desk: Desk) -> None:
    for question in ("which Canadian cities are certified?", "¿cuántos criterios para oro?"):
        answer = desk.ask(question)
        assert answer.followups
        assert text_of_markdown(to_markdown(answer)) == answer.text
