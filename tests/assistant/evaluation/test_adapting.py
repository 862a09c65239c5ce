"""What questions with known answers teach the adapter."""

import re
from pathlib import Path

import numpy as np
import pytest

from assistant.assembly import open_catalogue, prepared_model
from assistant.evaluation.adapting import lessons, worth
from assistant.evaluation.cases import Case
from assistant.pipeline import Assistant
from assistant.settings import Settings
from index.adapter import FILE, Adapter

pytestmark = pytest.mark.model


def case(q: str, *, h: tuple[str, ...] = (), **how: object) -> Case:
    return Case.model_validate({"id": "x", "kind": "fact", "q": q, "h": h, **how})


BOND = case("How big was the water bond of Boise?", all=[["570 million"]])
NAME = case("Which firm printed the ballots for Boise's water bond?", status="refused")


def test_a_sentence_that_holds_all_answers_and_one_that_holds_some_teaches_nothing(
    shipped: Assistant,
) -> None:
    (whole,) = lessons(shipped, [BOND], weight=3)
    assert whole.weight == 3
    assert whole.answers.any()
    assert not whole.answers.all()
    more = case(BOND.q, all=[["570 million"], ["November 2021"]])
    (strict,) = lessons(shipped, [more], weight=1)
    assert len(strict.answers) < len(whole.answers)
    assert np.allclose(np.linalg.norm(whole.question), 1.0, atol=1e-3)


def test_nothing_answers_a_question_without_an_answer(shipped: Assistant) -> None:
    (taught,) = lessons(shipped, [NAME], weight=1)
    assert not taught.answers.any()


@pytest.mark.parametrize(
    "taught",
    [
        case("What level is a city with 30 criteria?", all=[["gold"]]),
        case("How many people live on the Moon in Boise?", all=[["nobody counted them"]]),
        case("Which level has Boise and how big was its water bond?", kind="multi", all=[["570"]]),
    ],
)
def test_what_teaches_nothing_is_left_out(shipped: Assistant, taught: Case) -> None:
    assert not list(lessons(shipped, [taught], weight=1))


def test_a_follow_up_is_learned_from_as_it_stands_alone(shipped: Assistant) -> None:
    asked = case("how big was it?", h=("Did Boise vote on a water bond?",), all=[["570 million"]])
    (taught,) = lessons(shipped, [asked], weight=1)
    assert taught.answers.any()


def test_the_shipped_adapter_knows_all_shipped_documents(
    shipped: Assistant, shipped_settings: Settings
) -> None:
    """If this fails, documents came, went or were renamed: `make adapter`."""
    made = Adapter.from_bytes((shipped_settings.programme / FILE).read_bytes())
    assert made.documents == set(open_catalogue(shipped_settings).document_ids())
    assert made.model_digest == prepared_model(shipped_settings).digest
    taught = list(lessons(shipped, [BOND, NAME], weight=1))
    assert worth(taught, made) == "first sentence right 1.000, taken or refused right 1.000"


def test_the_test_set_is_not_learned_from(shipped_settings: Settings) -> None:
    folder = shipped_settings.programme
    test = questions(folder / "questions" / "test.yaml")
    learned = set[str]().union(*map(questions, (folder / "lessons").glob("*.yaml")))
    assert len(learned) > 1000
    assert not test & learned


def questions(path: Path) -> set[str]:
    """The texts of a question set, without case and punctuation; its YAML takes long to parse."""
    asked = re.findall(
        r'\bq: (?:"((?:[^"\\]|\\.)*)"|\'([^\']*)\'|([^"\'][^,]*))', path.read_text("utf-8")
    )
    return {" ".join(re.findall(r"\w+", "".join(own).lower())) for own in asked}
