"""What questions with known answers teach the adapter."""

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from assistant.assembly import open_catalogue, open_encoder, prepared_model
from assistant.evaluation.adapting import lessons, sentences, worth
from assistant.evaluation.cases import Case, read_cases
from assistant.pipeline import Assistant
from assistant.settings import Settings
from index.adapter import FILE, Adapter
from index.adapter_training import Lesson

pytestmark = pytest.mark.model


def case(q: str, *, h: tuple[str, ...] = (), **how: object) -> Case:
    return Case.model_validate({"id": "x", "kind": "fact", "q": q, "h": h, **how})


BOND = case("How big was the water bond of Boise?", all=[["570 million"]])
NAME = case("Which firm printed the ballots for Boise's water bond?", status="refused")


Taught = Callable[..., list[Lesson]]


@pytest.fixture(scope="module")
def taught(shipped: Assistant, shipped_settings: Settings) -> Taught:
    """What cases teach."""
    vectors = open_encoder(shipped_settings).read_passage
    return lambda *cases: list(lessons(shipped, cases, weight=3, vectors=vectors))


def test_a_sentence_that_holds_all_answers_and_one_that_holds_some_teaches_nothing(
    taught: Taught,
) -> None:
    (whole,) = taught(BOND)
    assert whole.weight == 3
    assert whole.answers.any()
    assert not whole.answers.all()
    (strict,) = taught(case(BOND.q, all=[["570 million"], ["November 2021"]]))
    assert len(strict.answers) < len(whole.answers)
    for vectors in (whole.question, whole.sentences):
        assert np.allclose(np.linalg.norm(vectors, axis=-1), 1.0, atol=1e-3)


def test_nothing_answers_a_question_without_an_answer(taught: Taught) -> None:
    (lesson,) = taught(NAME)
    assert not lesson.answers.any()


@pytest.mark.parametrize(
    "asked",
    [
        case("What level is a city with 30 criteria?", all=[["gold"]]),
        case("How many people live on the Moon in Boise?", all=[["nobody counted them"]]),
        case("Which level has Boise and how big was its water bond?", kind="multi", all=[["570"]]),
    ],
)
def test_what_teaches_nothing_is_left_out(taught: Taught, asked: Case) -> None:
    assert not taught(asked)


def test_a_follow_up_is_learned_from_as_it_stands_alone(taught: Taught) -> None:
    asked = case("how big was it?", h=("Did Boise vote on a water bond?",), all=[["570 million"]])
    (lesson,) = taught(asked)
    assert lesson.answers.any()


def test_the_shipped_adapter_knows_all_shipped_sentences(
    taught: Taught, shipped_settings: Settings
) -> None:
    """If this fails, documents were changed: `make adapter`."""
    made = Adapter.from_bytes((shipped_settings.programme / FILE).read_bytes())
    assert all(map(made.knows, sentences(open_catalogue(shipped_settings))))
    assert made.model_digest == prepared_model(shipped_settings).digest
    asked = read_cases(shipped_settings.programme / "questions" / "development.yaml")
    some = taught(*[c for c in asked if c.kind in ("fact", "unanswerable")][::4])
    alone, learned = (
        [float(share) for share in re.findall(r"\d\.\d+", worth(some, own))] for own in (None, made)
    )
    assert learned[0] >= alone[0]
    assert learned[1] > alone[1] + 0.1


def test_the_test_set_is_not_learned_from(shipped_settings: Settings) -> None:
    folder = shipped_settings.programme
    test = questions(folder / "questions" / "test.yaml")

    def lessons_of(*names: str) -> set[str]:
        return set[str]().union(*(questions(folder / "lessons" / f"{name}.yaml") for name in names))

    unlearned = lessons_of("unlearned", "hard", "blind")
    learned = lessons_of("written", "strangers", "gatherings")
    assert len(learned) > 1000
    assert not test & (learned | unlearned)
    assert not unlearned & learned


def questions(path: Path) -> set[str]:
    """The texts of a question set, without case and punctuation; its YAML takes long to parse."""
    asked = re.findall(
        r'\bq: (?:"((?:[^"\\]|\\.)*)"|\'([^\']*)\'|([^"\'][^,]*))', path.read_text("utf-8")
    )
    return {" ".join(re.findall(r"\w+", "".join(own).lower())) for own in asked}
