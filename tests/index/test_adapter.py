"""The learned map of a question's vector: what it learns, how it is kept, where it is used."""

import base64
import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from corpus.errors import InvalidDocumentError
from index.adapter import FILE, Adapter, read_adapter
from index.adapter_training import Lesson, learn
from index.retriever import Retriever
from tests.conftest import WordEncoder
from tests.small_index import PROGRAMME, state, update

WIDTH = 64
QUESTION = "Which ferries cross the harbour?"


def adapter(**changes: object) -> Adapter:
    chance = np.random.default_rng(1)
    left, right = (chance.normal(size=(WIDTH, 3)).astype(np.float16) for _ in range(2))
    made = Adapter(
        "1",
        frozenset({"a", "b"}),
        np.ones(WIDTH, np.float32),
        left.astype(np.float32),
        right.astype(np.float32),
        0.5,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def unit(chance: np.random.Generator) -> NDArray[np.float32]:
    vector = chance.normal(size=WIDTH)
    return (vector / np.linalg.norm(vector)).astype(np.float32)


def lessons(count: int, seed: int) -> list[Lesson]:
    """Sentences that answer lie where their question does, turned; near ones do not answer."""
    chance = np.random.default_rng(seed)
    turned = np.roll(np.eye(WIDTH, dtype=np.float32), 7, axis=1)
    made = []
    for n in range(count):
        question = unit(chance)
        near, far = question + 0.3 * unit(chance), unit(chance)
        right = turned @ question if n % 3 else unit(chance)
        sentences = np.stack([near, right, far])
        sentences /= np.linalg.norm(sentences, axis=1, keepdims=True)
        answers = np.array([False, bool(n % 3), False])
        made.append(Lesson(question, sentences, np.zeros(3), answers))
    return made


def test_it_learns_which_sentence_answers_and_whether_any_does() -> None:
    made = learn(lessons(900, 1), model_digest="1", documents=frozenset({"a"}))
    right = answered = refused = 0
    for lesson in lessons(90, 2):
        sure = made.log_odds(made.adapt(lesson.question), lesson.sentences)
        if lesson.answers.any():
            right += bool(lesson.answers[int(np.argmax(sure))])
            answered += 1
        else:
            refused += bool(sure.max() < 0)
    assert right >= 0.95 * answered
    assert refused >= 0.8 * (90 - answered)


def test_the_same_lessons_give_the_same_adapter() -> None:
    first, second = (
        learn(lessons(96, 1), model_digest="1", documents=frozenset({"a"})).to_bytes()
        for _ in range(2)
    )
    assert first == second


def test_it_is_kept_as_it_was() -> None:
    made, chance = adapter(), np.random.default_rng(3)
    again = Adapter.from_bytes(made.to_bytes())
    question, sentences = unit(chance), np.stack([unit(chance) for _ in range(4)])
    assert (again.model_digest, again.documents) == (made.model_digest, made.documents)
    told = again.log_odds(again.adapt(question), sentences)
    wanted = sentences @ (question + made.right @ (made.left.T @ question)) + 0.5
    assert np.allclose(told, wanted, atol=1e-4)


def test_a_file_that_is_none_is_named(tmp_path: Path) -> None:
    assert read_adapter(tmp_path) == b""
    (tmp_path / FILE).write_bytes(b"nothing of the kind")
    with pytest.raises(InvalidDocumentError, match="make adapter"):
        read_adapter(tmp_path)


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PROGRAMME, tmp_path / "programme"))


def learned(folder: Path) -> dict[str, set[float]]:
    """What is added to the sentences found for a question, by document."""
    with closing(state(folder)) as now:
        retriever = Retriever(now, WordEncoder())
        found = retriever.search(QUESTION, retriever.embed(QUESTION), language="en", limit=50)
    return {f.document.id: {s.learned for s in f.sentences} for f in found}


def test_a_programme_that_has_none_is_answered_as_before(programme: Path, tmp_path: Path) -> None:
    update(tmp_path / "index", programme=programme)
    assert set().union(*learned(tmp_path / "index").values()) == {0.0}


def test_only_documents_that_it_has_learned_from_are_told_apart(
    programme: Path, tmp_path: Path
) -> None:
    update(tmp_path / "index", programme=programme)
    some = sorted(learned(tmp_path / "index"))[0]
    (programme / FILE).write_bytes(adapter(documents=frozenset({some})).to_bytes())
    update(tmp_path / "index", programme=programme)
    told = learned(tmp_path / "index")
    assert 0.0 not in told.pop(some)
    assert set().union(*told.values()) == {0.0}


def test_one_of_another_model_is_left_alone(programme: Path, tmp_path: Path) -> None:
    (programme / FILE).write_bytes(adapter(model_digest="another").to_bytes())
    update(tmp_path / "index", programme=programme)
    with closing(state(tmp_path / "index")) as now:
        assert base64.b64decode(now.fact("adapter"))
        assert now.adapter is None
