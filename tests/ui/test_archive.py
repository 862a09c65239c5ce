"""Answers are kept as they were given; real databases, real answers."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from assistant.answers import Answer, AnswerSentence, Citation, IndexInfo, ToolCall, to_json
from assistant.conversation import Turn
from corpus.documents import Source
from ui.archive import MAX_TURNS, Archive, ArchiveError, UnknownAnswerError

ANSWER = Answer(
    id="a1",
    question="¿Cuántos criterios?",
    standalone_question="¿Cuántos criterios?",
    language="es",
    status="answered",
    text="Son 43 [1].",
    sentences=(AnswerSentence("Son 43.", (1,), "record", 1.0),),
    citations=(
        Citation(
            n=1,
            document="standard",
            title="Standard",
            section="",
            page=None,
            url="",
            published="2022-08",
            quote="There are 43 criteria.",
            start=4,
            end=26,
            sources=(Source("A", "B", "https://example.org", "2022"),),
        ),
    ),
    tools=(ToolCall("criteria", {"ask": "count"}, {"count": 43}),),
    missing=(),
    followups=("¿Y platino?",),
    engine="extractive",
    index=IndexInfo("i1", "2026-01-01T00:00:00Z", 1, 1),
    timings_ms={"embed": 1.5},
)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(f"sqlite:///{tmp_path}/answers.sqlite")


def test_an_answer_comes_back_as_it_was_without_its_times(archive: Archive) -> None:
    archive.keep(ANSWER)

    kept = archive.find("a1")

    assert json.dumps(to_json(kept.answer)) == json.dumps(to_json(replace(ANSWER, timings_ms={})))
    assert kept.given.endswith("Z")


def test_what_a_language_model_did_is_kept_with_an_answer(archive: Archive) -> None:
    done = replace(
        ANSWER, engine="model", dropped=("99 is no",), repaired=(), fallback="slow", timings_ms={}
    )
    archive.keep(done)

    kept = archive.find("a1")

    assert json.dumps(to_json(kept.answer)) == json.dumps(to_json(done))
    assert kept.answer.fallback == "slow"


def test_the_first_is_kept(archive: Archive) -> None:
    archive.keep(ANSWER)
    archive.keep(replace(ANSWER, text="Something else."))

    assert archive.find("a1").answer.text == ANSWER.text


def test_it_is_there_after_the_process_ends(archive: Archive, tmp_path: Path) -> None:
    archive.keep(ANSWER)
    archive.close()

    again = Archive(f"sqlite:///{tmp_path}/answers.sqlite")

    assert again.find("a1").answer.question == ANSWER.question


def test_many_threads_keep_the_same_and_others_at_once(archive: Archive) -> None:
    answers = [replace(ANSWER, id=f"a{n % 10}") for n in range(100)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(archive.keep, answers))

    assert {archive.find(f"a{n}").answer.id for n in range(10)} == {f"a{n}" for n in range(10)}


def test_what_an_answer_followed_is_kept_with_it(archive: Archive) -> None:
    turns = [Turn(role="user", content=f"question {n}") for n in range(MAX_TURNS + 2)]
    archive.keep(ANSWER)
    archive.keep(replace(ANSWER, id="a2"), turns, after="a1")
    archive.keep(replace(ANSWER, id="a2"), turns[:1], after="")

    assert (archive.find("a1").history, archive.find("a1").after) == ((), "")
    assert (list(archive.find("a2").history), archive.find("a2").after) == (turns[2:], "a1")


def test_a_follow_up_is_told_the_latest_turns(archive: Archive) -> None:
    turns = [Turn(role="user", content=f"question {n}") for n in range(MAX_TURNS)]
    archive.keep(ANSWER, turns)

    assert archive.find("a1").conversation() == [
        *turns[2:],
        Turn(role="user", content=ANSWER.question),
        Turn(role="assistant", content=ANSWER.text),
    ]


def test_ratings_are_kept_in_order(archive: Archive) -> None:
    archive.keep(ANSWER)
    archive.rate("a1", "unhelpful", "It lacks the date.")
    archive.rate("a1", "helpful")

    assert archive.ratings("a1") == [("unhelpful", "It lacks the date."), ("helpful", "")]


def test_unknown_answers_are_said_to_be_unknown(archive: Archive) -> None:
    with pytest.raises(UnknownAnswerError, match="no answer 'nothing'"):
        archive.find("nothing")
    with pytest.raises(UnknownAnswerError):
        archive.rate("nothing", "helpful")


@pytest.mark.parametrize("address", ["not an address", "nosuchdb://x", "sqlite:////proc/none/x"])
def test_a_database_that_cannot_be_used_is_said_in_a_sentence(address: str) -> None:
    with pytest.raises(ArchiveError, match="cannot be used"):
        Archive(address)


def test_a_password_is_not_printed() -> None:
    error = ArchiveError(make_url("postgresql://me:secret@localhost/db"), "refused")

    assert "secret" not in str(error)
