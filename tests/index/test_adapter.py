"""The learned map of a question's vector: what it learns, how it is kept, where it is used."""

import base64
import shutil
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from corpus.errors import InvalidDocumentError
from index.adapter import FILE, Adapter, digest_of, read_adapter
from index.adapter_training import Lesson, learn, learn_gathering
from index.retriever import Retriever
from tests.conftest import WordEncoder
from tests.small_index import PROGRAMME, state, update

WIDTH = 64
QUESTION = "Which ferries cross the harbour?"


def adapter(texts: Iterable[str] = (), **changes: object) -> Adapter:
    """One that knows these sentences."""
    chance = np.random.default_rng(1)
    digests = sorted(map(digest_of, texts))
    made = Adapter(
        "1",
        chance.normal(size=(2 * WIDTH, 3)).astype(np.float16).astype(np.float32),
        np.array(digests, np.uint64),
        chance.normal(size=(len(digests), 3)).astype(np.float16).astype(np.float32),
        nearness=2.0,
        constant=0.5,
        gathering=np.zeros(2 * WIDTH + 1, np.float32),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def unit(chance: np.random.Generator) -> NDArray[np.float32]:
    vector = chance.normal(size=WIDTH)
    return (vector / np.linalg.norm(vector)).astype(np.float32)


TOPICS = 12
TURNED = np.roll(np.eye(WIDTH, dtype=np.float32), 7, axis=1)


def sentences() -> dict[str, NDArray[np.float32]]:
    """Two of each topic: their last layers are alike, and their halfway ones are not."""
    chance, made = np.random.default_rng(0), {}
    for topic in range(TOPICS):
        last = unit(chance)
        for side in ("one", "other"):
            made[f"{topic} {side}"] = np.stack([last, unit(chance)])
    return made


def lessons(count: int, seed: int) -> list[Lesson]:
    """A question is near both sentences of its topic; what it asks is in its halfway layer.

    That is where the sentence that answers has it, turned; every third asks for something else.
    """
    chance, every = np.random.default_rng(seed), sentences()
    made = []
    for n in range(count):
        topic = int(chance.integers(TOPICS))
        texts = [f"{topic} one", f"{topic} other"]
        vectors = np.stack([every[text] for text in texts])
        side = int(chance.integers(2))
        asked = TURNED @ vectors[side, 1] if n % 3 else unit(chance)
        question = np.stack([vectors[0, 0], asked]) + 0.2 * np.stack([unit(chance)] * 2)
        question /= np.linalg.norm(question, axis=1, keepdims=True)
        answers = np.array([bool(n % 3) and place == side for place in range(2)])
        made.append(Lesson(question, texts, vectors, np.zeros(2), answers))
    return made


def taught_by(taught: list[Lesson]) -> Adapter:
    none = np.zeros(2 * WIDTH + 1, np.float32)
    return learn(taught, model_digest="1", sentences=sentences(), gathering=none)


def test_it_learns_which_sentence_answers_and_whether_any_does() -> None:
    made = taught_by(lessons(900, 1))
    right = answered = refused = 0
    for lesson in lessons(90, 2):
        sure = made.log_odds(made.adapt(*lesson.question), lesson.texts, lesson.cosines.tolist())
        if lesson.answers.any():
            right += bool(lesson.answers[int(np.argmax(sure))])
            answered += 1
        else:
            refused += bool(max(sure) < 0)
    assert right >= 0.95 * answered
    assert refused >= 0.8 * (90 - answered)


def test_the_same_lessons_give_the_same_adapter() -> None:
    first, second = (taught_by(lessons(96, 1)).to_bytes() for _ in range(2))
    assert first == second


def test_it_learns_which_questions_gather() -> None:
    """What they ask for is in their halfway layer, and few of the others are taken for them."""
    chance = np.random.default_rng(5)
    form = unit(chance)

    def asked(count: int, *, several: bool) -> NDArray[np.float32]:
        halfway = np.stack([unit(chance) + (form if several else -form) for _ in range(count)])
        halfway /= np.linalg.norm(halfway, axis=1, keepdims=True)
        return np.stack([np.stack([unit(chance) for _ in range(count)]), halfway], axis=1)

    weights = learn_gathering(asked(80, several=True), asked(800, several=False))
    made = adapter(gathering=weights)
    assert sum(made.gathers(*vectors) for vectors in asked(100, several=True)) >= 90
    assert sum(made.gathers(*vectors) for vectors in asked(400, several=False)) <= 8


def test_it_is_kept_as_it_was() -> None:
    made, chance = adapter(["a", "b"]), np.random.default_rng(3)
    again = Adapter.from_bytes(made.to_bytes())
    assert again.model_digest == made.model_digest
    assert [again.knows(text) for text in ("a", "b", "c")] == [True, True, False]
    last, halfway = unit(chance), unit(chance)
    told = again.log_odds(again.adapt(last, halfway), ["b", "c", "a"], [0.5, 0.4, 0.3])
    narrow = np.concatenate([last, halfway]) @ made.question
    row = dict(zip(made.digests.tolist(), made.sentences, strict=True))
    wanted = [
        row[digest_of(text)] @ narrow + 2.0 * near + 0.5 for text, near in (("b", 0.5), ("a", 0.3))
    ]
    assert np.allclose(told, [wanted[0], 0.0, wanted[1]], atol=1e-4)


def test_a_file_that_is_none_is_named(tmp_path: Path) -> None:
    assert read_adapter(tmp_path) == b""
    (tmp_path / FILE).write_bytes(b"nothing of the kind")
    with pytest.raises(InvalidDocumentError, match="make adapter"):
        read_adapter(tmp_path)


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PROGRAMME, tmp_path / "programme"))


def learned(folder: Path) -> dict[str, float]:
    """What is added to the sentences found for a question."""
    with closing(state(folder)) as now:
        retriever = Retriever(now, WordEncoder())
        found = retriever.search(QUESTION, retriever.embed(QUESTION), language="en", limit=50)
    return {s.text: s.learned for f in found for s in f.sentences}


def test_a_programme_that_has_none_is_answered_as_before(programme: Path, tmp_path: Path) -> None:
    update(tmp_path / "index", programme=programme)
    assert set(learned(tmp_path / "index").values()) == {0.0}


def test_only_sentences_that_it_has_learned_from_are_told_apart(
    programme: Path, tmp_path: Path
) -> None:
    update(tmp_path / "index", programme=programme)
    some = sorted(learned(tmp_path / "index"))[0]
    (programme / FILE).write_bytes(adapter([some]).to_bytes())
    update(tmp_path / "index", programme=programme)
    told = learned(tmp_path / "index")
    assert told.pop(some) != 0.0
    assert set(told.values()) == {0.0}


def test_one_of_another_model_is_left_alone(programme: Path, tmp_path: Path) -> None:
    (programme / FILE).write_bytes(adapter(model_digest="another").to_bytes())
    update(tmp_path / "index", programme=programme)
    with closing(state(tmp_path / "index")) as now:
        assert base64.b64decode(now.fact("adapter"))
        assert now.adapter is None
