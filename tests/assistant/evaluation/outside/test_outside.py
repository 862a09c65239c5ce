"""A set of our own in the outside layout, measured with the real parts."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from assistant.condenser import Condensed
from assistant.evaluation.outside.programme import opened
from assistant.evaluation.outside.report import Workshop, measure, outside_table, translated
from assistant.evaluation.outside.searching import (
    CONDENSED,
    LAST_TURN,
    OURS,
    REWRITE,
    ours,
    recall,
)
from assistant.evaluation.outside.sets import read_outside
from assistant.evaluation.outside.vectors import RememberingEncoder
from assistant.settings import Settings
from corpus.errors import InvalidRecordError, UnreadableFileError
from index.embedder import Embedder
from index.models import prepared

PASSAGES = {
    "tide#1": "The tide mill of Olhão grinds maize when the ebb turns its two wheels.",
    "tide#2": "The mill of Olhão was rebuilt in 1987, and its keeper is paid by the town.",
    "kite#1": "Kites in Weifang are made of bamboo and silk, and flown in April.",
    "bell#1": "The bell of Tangvik weighs 740 kilograms and was cast from old anchors.",
    "moss#1": "Sphagnum moss holds twenty times its own weight in water.",
}
MILL = {"role": "user", "text": "What does the tide mill of Olhão grind?"}
QUESTIONS: Sequence[dict[str, Any]] = (
    {"id": "1", "question": MILL["text"], "gold_passage_ids": ["tide#1"]},
    {
        "id": "2",
        "question": "When was it rebuilt?",
        "history": [MILL, {"role": "assistant", "text": "Maize."}],
        "gold_passage_ids": ["tide#2"],
        "meta": {"part": "later", "rewrite": "When was the mill of Olhão rebuilt?"},
    },
    {"id": "3", "question": "How heavy is the bell of Tangvik?", "gold_passage_ids": ["bell#1"]},
    {"id": "4", "question": "What are kites in Weifang made of?", "gold_passage_ids": ["kite#1"]},
    {"id": "5", "question": "Who painted the ceiling of the opera house?", "answerable": False},
)
PORTUGUESE: Sequence[dict[str, Any]] = (
    {"id": "3", "question": "Quanto pesa o sino de Tangvik?", "lang": "pt"},
    {"id": "4", "question": "De que são feitas as pipas em Weifang?", "lang": "pt"},
    {"id": "99", "question": "E isto?", "lang": "pt"},
)


def write_set(folder: Path, questions: Sequence[dict[str, Any]]) -> Path:
    folder.mkdir()
    corpus = [
        {"id": id_, "doc_id": id_.split("#")[0], "title": id_.split("#")[0], "text": text}
        for id_, text in PASSAGES.items()
    ]
    for name, lines in (("corpus", corpus), ("questions", questions)):
        content = "".join(json.dumps(line) + "\n" for line in lines)
        (folder / f"{name}.jsonl").write_text(content, encoding="utf-8")
    return folder


@pytest.fixture
def workshop(shipped_settings: Settings, tmp_path: Path) -> Iterator[Workshop]:
    model = prepared(shipped_settings.model, shipped_settings.cache_dir)
    assert model is not None
    path = tmp_path / "vectors.sqlite"
    with RememberingEncoder(Embedder(model), model_digest=model.digest, path=path) as encoder:
        yield Workshop(shipped_settings, model, encoder, lambda *_: None)


@pytest.mark.model
def test_a_set_is_searched_and_refused_as_the_assistant_would(
    workshop: Workshop, tmp_path: Path
) -> None:
    folder = write_set(tmp_path / "small-set", QUESTIONS)
    withheld = {"doc_ids": ["bell"], "unanswerable_question_ids": ["3"]}
    (folder / "withheld.json").write_text(json.dumps(withheld))
    other = read_outside(write_set(tmp_path / "portuguese", PORTUGUESE))
    report = measure(read_outside(folder), workshop, translations=[other])

    forms = {(f.system, f.form, f.part): f for f in report.searching}
    assert {form for _, form, _ in forms} == {LAST_TURN, REWRITE, CONDENSED}
    assert forms[OURS, LAST_TURN, ""].questions == 4  # the unanswerable one has no gold
    assert forms[OURS, LAST_TURN, "later"].questions == 1
    assert forms[OURS, REWRITE, ""].scores["RR"] == 1
    assert (OURS, REWRITE, "later") not in forms  # the same question again
    assert forms[OURS, LAST_TURN, ""].gain is not None
    assert recall(report.searching, system=OURS, form=LAST_TURN) == 1  # five passages in all
    (across,) = report.across
    assert across.kept == 1

    (rate,) = report.refusing
    assert (rate.unanswerable, rate.answerable) == (1, 4)
    assert rate.refused == 1
    (without,) = report.withholding
    assert (without.unanswerable, without.answerable) == (1, 3)
    assert without.refused == 1
    shares = [(point.refused, point.false_refusals) for point in without.curve]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == ((0, 0), (1, 1))
    table = outside_table(report)
    assert "questions of portuguese" in table
    assert "1.000 of 1 unanswerable" in table


@pytest.mark.model
def test_two_measurements_agree_and_the_second_embeds_nothing_new(
    workshop: Workshop, tmp_path: Path
) -> None:
    outside = read_outside(write_set(tmp_path / "small-set", QUESTIONS))
    assert measure(outside, workshop) == measure(outside, workshop)


@pytest.mark.model
def test_a_passage_that_says_the_same_stands_behind_the_one_it_repeats(
    workshop: Workshop, tmp_path: Path
) -> None:
    read = read_outside(write_set(tmp_path / "small-set", QUESTIONS))
    bell = read.passages[3]
    again = bell.model_copy(update={"id": "bell#2"})
    outside = replace(read, passages=[*read.passages, again])

    with opened(
        outside, settings=workshop.settings, encoder=workshop.encoder, progress=lambda *_: None
    ) as programme:
        found = ours(programme)(Condensed("How heavy is the bell of Tangvik?"))

    assert found[:2] == ["bell#1", "bell#2"]
    assert sorted(found) == sorted([*PASSAGES, "bell#2"])


def test_questions_of_another_language_seek_what_the_sets_own_do(tmp_path: Path) -> None:
    own = read_outside(write_set(tmp_path / "own", QUESTIONS))
    other = read_outside(write_set(tmp_path / "other", PORTUGUESE))
    found = translated(own, other)
    assert [(q.id, q.lang, q.gold_passage_ids) for q in found] == [
        ("3", "pt", ["bell#1"]),
        ("4", "pt", ["kite#1"]),
    ]


def test_fewer_questions_are_spread_over_the_set(tmp_path: Path) -> None:
    outside = read_outside(write_set(tmp_path / "own", QUESTIONS), limit=2)
    assert [question.id for question in outside.questions] == ["1", "3"]


@pytest.mark.parametrize(
    ("name", "content", "error", "message"),
    [
        ("corpus.jsonl", None, UnreadableFileError, "corpus"),
        ("questions.jsonl", "", InvalidRecordError, "holds no lines"),
        (
            "questions.jsonl",
            '{"id": "1", "question": "x"}\n{"id": 2}',
            InvalidRecordError,
            "line 2",
        ),
        ("withheld.json", "[]", InvalidRecordError, "withheld"),
    ],
)
def test_a_bad_set_is_named(
    tmp_path: Path, name: str, content: str | None, error: type[Exception], message: str
) -> None:
    folder = write_set(tmp_path / "own", QUESTIONS)
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_text(content)
    with pytest.raises(error, match=message):
        read_outside(folder)
