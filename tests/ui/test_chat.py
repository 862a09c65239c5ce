"""What the chat does, without a browser."""

import itertools
import json
import re
import stat
from collections.abc import Sequence
from pathlib import Path

import pytest

from ui.archive import ArchiveError
from ui.chat.handlers import (
    Asked,
    Exported,
    Rated,
    Update,
    Wanted,
    ask,
    export,
    rate,
    restore,
    why,
)
from ui.chat.page import checked, welcome
from ui.chat.secret import FILE, SecretError, chat_secret
from ui.desk import Desk
from ui.guards.limits import Allowance
from ui.markup.templates import Templates

TEMPLATES = Templates()
COMMUNITY = "How do certified cities use data to enhance community safety?"


def told(
    desk: Desk, question: str, *, before: Sequence[str] = (), allowance: Allowance | None = None
) -> list[Update]:
    asked = Asked(key="k1", question=question, before=tuple(before))
    allowance = allowance or Allowance(1000)
    return list(ask(asked, "reader", desk=desk, templates=TEMPLATES, allowance=allowance))


def words(html: str) -> str:
    said = html.split('class="said">')[1].split("</div>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", said).split())


@pytest.mark.model
class TestAsking:
    def test_an_answer_grows_by_whole_sentences(self, desk: Desk) -> None:
        *partial, done = told(desk, COMMUNITY)
        assert len(partial) >= 2
        assert {update["stage"] for update in partial} == {"partial"}
        shown = [words(update["html"]) for update in [*partial, done]]
        for before, after in itertools.pairwise(shown):
            assert after.startswith(before)
            assert len(after) > len(before)
        assert done["stage"] == "done"

    def test_sources_come_with_the_sentences_they_belong_to(self, desk: Desk) -> None:
        first, *_ = told(desk, COMMUNITY)
        for n in re.findall(r'href="#source-k1-(\d+)"', first["html"]):
            assert f'id="source-k1-{n}"' in first["html"]

    def test_the_whole_answer_is_the_one_kept(self, desk: Desk) -> None:
        done = told(desk, "we pass 33")[-1]
        assert done["text"] == desk.archive.find(done["id"]).answer.text
        assert "tier-bar" in done["html"]
        assert done["followups"]
        assert "68-84 %" in done["markdown"]

    def test_a_long_list_takes_few_steps(self, desk: Desk) -> None:
        assert len(told(desk, "Which cities in the United States are certified?")) <= 13

    def test_a_follow_up_goes_by_what_was_said_and_not_by_what_was_offered(
        self, desk: Desk
    ) -> None:
        first = told(desk, "which Canadian cities are certified?")[-1]
        then = told(desk, "what level is the first of them?", before=[first["id"]])[-1]
        assert then["text"].startswith("Hamilton")

    def test_a_conversation_goes_on_from_a_page(self, desk: Desk) -> None:
        first = desk.ask("which Canadian cities are certified?")
        second = desk.follow("what level is the first of them?", first.id)
        then = told(desk, "and the second?", before=[second.id])[-1]
        assert then["text"].startswith("Winnipeg")
        assert desk.archive.find(then["id"]).after == second.id

    def test_a_suggested_answer_that_nobody_has_asked_yet_is_shown(self, desk: Desk) -> None:
        suggested = next(s for s in desk.suggestions.all if s.origin == "starter")
        wanted = Wanted(exchanges=(("k1", suggested.answer),))
        (shown,) = restore(wanted, desk=desk, templates=TEMPLATES)
        assert shown["question"] == suggested.question

    def test_an_answer_no_longer_kept_is_no_history(self, desk: Desk) -> None:
        assert told(desk, "we pass 33", before=["nothing"])[-1]["stage"] == "done"

    def test_the_trail_tells_what_was_considered(self, desk: Desk) -> None:
        trail = told(desk, COMMUNITY)[-1]["trail"]
        assert COMMUNITY in trail
        assert "Passages considered (12)" in trail
        assert "quoted" in trail
        assert "Search" in trail

    def test_the_same_anchor_never_stands_for_two_answers(self, desk: Desk) -> None:
        again = Wanted(exchanges=(("k2", told(desk, "we pass 33")[-1]["id"]),))
        (shown,) = restore(again, desk=desk, templates=TEMPLATES)
        assert 'id="source-k2-1"' in shown["html"]
        assert "source-k1" not in shown["html"]


@pytest.mark.model
class TestGoingWrong:
    @pytest.mark.parametrize(
        ("question", "message"),
        [
            ("  ", "The question is empty."),
            ("?" * 10, "The question is empty."),
            ("a" * 2001, "Your question has 2001 characters; at most 2000"),
            ("a\x00b", "The question holds characters that are not text."),
        ],
    )
    def test_a_bad_question_is_told_so(self, desk: Desk, question: str, message: str) -> None:
        (update,) = told(desk, question)
        assert update["stage"] == "failed"
        assert update["message"].startswith(message)

    def test_too_many_questions_are_told_when_to_go_on(self, desk: Desk) -> None:
        allowance = Allowance(1)
        assert told(desk, "we pass 33", allowance=allowance)[-1]["stage"] == "done"
        (update,) = told(desk, "we pass 33", allowance=allowance)
        assert re.search(r"again in \d+ seconds", update["message"])

    def test_a_failure_is_told_plainly_and_logged(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        def broken(*_: object, **__: object) -> None:
            raise RuntimeError("the disk is gone")

        monkeypatch.setattr(desk, "explain", broken)
        (update,) = told(desk, "what is gold?")
        assert update["message"].startswith("Something went wrong on our side")
        assert "disk" not in str(update)
        assert "the disk is gone" in caplog.text

    def test_an_archive_that_fails_is_told_apart(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object, **__: object) -> None:
            raise ArchiveError("sqlite://", "disk full")

        monkeypatch.setattr(desk, "explain", full)
        (update,) = told(desk, "what is gold?")
        assert update["message"].startswith("Answers cannot be kept")
        assert "disk" not in update["message"]

    def test_messages_are_in_the_readers_language(self, desk: Desk) -> None:
        asked = Asked(key="k1", question="", language="pt")
        (update,) = ask(asked, "r", desk=desk, templates=TEMPLATES, allowance=Allowance(9))
        assert update["message"].startswith("A pergunta está vazia")

    def test_markup_in_a_question_stays_text(self, desk: Desk) -> None:
        done = told(desk, "<script>alert(1)</script> what is gold?")[-1]
        assert "<script" not in done["html"]
        assert "<script" not in done["trail"]


@pytest.mark.model
class TestAfterwards:
    def test_what_is_kept_is_found_and_the_rest_is_said_to_be_missing(self, desk: Desk) -> None:
        id_ = told(desk, "we pass 33")[-1]["id"]
        wanted = Wanted(exchanges=(("a", id_), ("b", "gone")))
        found, missing = restore(wanted, desk=desk, templates=TEMPLATES)
        assert found["text"].startswith("**Gold.**")
        assert missing == {"key": "b", "stage": "missing"}

    def test_a_trail_can_be_had_again(self, desk: Desk) -> None:
        id_ = told(desk, COMMUNITY)[-1]["id"]
        asked = Asked(key="k1", question=COMMUNITY)
        again = why(asked, "r", desk=desk, templates=TEMPLATES, allowance=Allowance(9))
        assert again["id"] == id_
        assert "Passages considered" in again["trail"]

    def test_ratings_are_kept_with_their_reason(self, desk: Desk) -> None:
        id_ = told(desk, "how many criteria for platinum?")[-1]["id"]
        assert rate(Rated(id=id_, verdict="unhelpful", reason="dry"), desk=desk)["stage"] == "done"
        assert desk.archive.ratings(id_)[-1] == ("unhelpful", "dry")

    def test_an_unknown_answer_cannot_be_rated(self, desk: Desk) -> None:
        update = rate(Rated(id="nothing", verdict="helpful"), desk=desk)
        assert update["message"] == "This answer is no longer kept by the service."

    def test_a_conversation_is_exported_with_its_quotes(self, desk: Desk) -> None:
        ids = [told(desk, q)[-1]["id"] for q in ("we pass 33", "what is gold?")]
        text = export(Exported(ids=tuple(ids), form="markdown"), desk=desk)
        assert text["name"].endswith(".md")
        assert "## we pass 33\n\n**Gold.**" in text["text"]
        assert "> Gold, the second level of What Works Cities Certification" in text["text"]
        whole = json.loads(export(Exported(ids=tuple(ids), form="json"), desk=desk)["text"])
        answers = [one["answer"] for one in whole["exchanges"]]
        assert [answer["id"] for answer in answers] == ids
        assert "68-84 %" in answers[0]["citations"][0]["quote"]

    @pytest.mark.parametrize("language", ["en", "es", "pt"])
    def test_starters_are_six_broad_and_answered(self, desk: Desk, language: str) -> None:
        starters = welcome(desk)[language]["starters"]
        assert len({starter["question"] for starter in starters}) == 6
        assert len({starter["theme"] for starter in starters}) >= 3
        for starter in starters:
            assert told(desk, starter["question"])[-1]["status"] == "answered"


@pytest.mark.parametrize(
    "sent",
    [
        None,
        "text",
        {},
        {"key": "k", "question": 3},
        {"key": "<b>", "question": "x"},
        {"key": "k", "question": "x", "before": ["../etc"]},
        {"key": "k", "question": "x", "language": "xx"},
        {"key": "k", "question": "x", "more": 1},
    ],
)
def test_what_no_page_of_ours_sends_is_not_taken(sent: object) -> None:
    assert checked(Asked, sent) is None


class TestSecret:
    def test_it_is_made_once_for_its_owner_alone(self, tmp_path: Path) -> None:
        secret = chat_secret(tmp_path / "new")
        assert len(secret) == 64
        assert chat_secret(tmp_path / "new") == secret
        path = tmp_path / "new" / FILE
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert list(path.parent.iterdir()) == [path]

    def test_rights_that_grew_wider_are_taken_back(self, tmp_path: Path) -> None:
        chat_secret(tmp_path)
        (tmp_path / FILE).chmod(0o644)
        chat_secret(tmp_path)
        assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600

    def test_a_file_that_holds_none_is_an_error_that_names_it(self, tmp_path: Path) -> None:
        (tmp_path / FILE).write_text("short", encoding="ascii")
        with pytest.raises(SecretError, match=r"chat\.secret.*too short"):
            chat_secret(tmp_path)

    def test_a_folder_that_cannot_be_written_is_an_error(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(SecretError):
            chat_secret(tmp_path / "file")
