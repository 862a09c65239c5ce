from pathlib import Path

import numpy as np
import pytest

from assistant.pipeline import Assistant
from assistant.tools.criteria_frames import asks_which, topic_of
from assistant.tools.criteria_matching import BEYOND_DOUBT, NEAR, CriterionFinder
from assistant.tools.criteria_nearness import (
    NearestCriteria,
    described,
    prepare_vectors,
    read_vectors,
    vectors_are_kept,
)
from corpus.records import Records, Standard
from index.lexicon import STEMMERS
from tests.conftest import WordEncoder


@pytest.fixture
def standard(records: Records) -> Standard:
    assert records.standard
    return records.standard


def test_every_criterion_is_described_in_each_language_and_no_text_stands_twice(
    standard: Standard,
) -> None:
    assert all(set(STEMMERS) <= set(c.described) for c in standard.criteria)
    texts = [(c.id, t) for c in standard.criteria for own in c.described.values() for t in own]
    assert len({text for _, text in texts}) == len(texts)
    assert set(texts) <= set(described(standard))


def test_vectors_are_kept_beside_an_index_for_one_model(
    tmp_path: Path, encoder: WordEncoder, standard: Standard
) -> None:
    assert read_vectors(tmp_path, "model", standard) is None
    prepare_vectors(tmp_path, "model", standard, encoder)
    assert vectors_are_kept(tmp_path, "model", standard)
    vectors = read_vectors(tmp_path, "model", standard)
    assert vectors is not None
    assert vectors.shape == (len(described(standard)), encoder.dimensions)
    assert not vectors_are_kept(tmp_path, "other", standard)
    other = standard.model_copy(update={"criteria": standard.criteria[:-1]})
    assert read_vectors(tmp_path, "model", other) is None
    prepare_vectors(tmp_path, "other", standard, encoder)
    assert not vectors_are_kept(tmp_path, "model", standard)


def test_a_criterion_is_as_near_as_the_texts_of_it_that_are_nearest(standard: Standard) -> None:
    owners = [id_ for id_, _ in described(standard)]
    first, second = owners.index("OD1"), [n for n, id_ in enumerate(owners) if id_ == "OD2"][:3]
    vectors = np.zeros((len(owners), 2), np.float32)
    vectors[first, 0], vectors[second, 0] = 0.9, 0.6
    nearest = NearestCriteria(standard, vectors, embed=lambda _: np.array([1, 0], np.float32))
    ranked = nearest("bees")
    assert {id_ for id_, _ in ranked} == {criterion.id for criterion in standard.criteria}
    # One of three texts is very near, or all of three are fairly near.
    assert [(id_, round(cosine, 3)) for id_, cosine in ranked[:2]] == [("OD2", 0.6), ("OD1", 0.3)]


@pytest.mark.parametrize(
    ("nearness", "ids", "sure"),
    [
        ({"OD1": BEYOND_DOUBT + 0.05, "OD2": 0.7}, ("OD1",), True),
        ({"OD1": NEAR + 0.005, "OD2": 0.7}, ("OD1",), False),
        ({"OD1": 0.91, "OD2": 0.905, "OD3": 0.9, "OD4": 0.6}, ("OD1", "OD2", "OD3"), False),
        ({"OD1": NEAR - 0.01, "OD2": 0.7}, (), False),
    ],
)
def test_those_that_are_level_are_only_the_nearest(
    nearness: dict[str, float], ids: tuple[str, ...], sure: bool, standard: Standard
) -> None:
    finder = CriterionFinder(standard, nearest=lambda _: list(nearness.items()))
    near = finder.near("zebras", language="en")
    assert (near.ids, near.sure) == (ids, sure)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Which line of the list is about bees?", "is about bees?"),
        ("what's the code for bees", "for bees"),
        ("bees in hives, which box", "bees in hives"),
        ("we keep bees. Where would that go?", "we keep bees. ?"),
        ("is there a tick for bees", "for bees"),
        ("which honey rule is there", "honey rule is there"),
        ("bees and honey; code please", "bees and honey"),
        ("¿Qué casilla trata de abejas?", "trata de abejas?"),
        ("¿Bajo qué código queda la miel?", "la miel?"),
        ("Em que ponto entra o mel?", "o mel?"),
    ],
)
def test_what_asks_for_a_criterion_is_taken_from_its_topic(question: str, topic: str) -> None:
    assert asks_which(question)
    assert topic_of(question) == topic


@pytest.mark.parametrize(
    "question",
    [
        "What did Boise do about water?",
        "what number of people live in Cali",
        "Where did the mayor go?",
        "what is the phone number of the office",
        "which city has a box of data",
        "¿Qué hizo Cali con los datos?",
    ],
)
def test_other_questions_do_not_ask_for_a_criterion(question: str) -> None:
    assert not asks_which(question)


ON_A_CRITERION = {
    "name of the requirement that deals with keeping patients' files secret": "DM5",
    "which tick do we get for backups and a plan if data get lost": "DM6",
    "is there a box for open tenders": "RDC7",
    "Nobody in finance asks what people need for the budget, which line do we miss": "BF1",
    "which rule wants a supplier who messed up to be passed over next time": "RDC6",
    "We have a map app fed by our data; under what code does that come?": "CI2",
    "how often must we sit down with the firms that work for us": "RDC5",
    "¿En qué casilla entra un curso de datos para los empleados?": "LC3",
    "¿Qué renglón pide pagar más a la empresa que cumple?": "RDC4",
    "Que item trata de deixar pequenas empresas disputarem licitações?": "RDC8",
}
ON_NONE = (
    "which item is about fire engines",
    "which heading covers traffic jams",
    "is there a box for fighting obesity",
    "¿Qué punto trata de los bomberos?",
    "Which item did Boise publish on its portal?",
    "Which rule did Cali pass on open data?",
    "What requirement on population must a city meet?",
    "What share of cities fails the criterion on algorithms?",
)


@pytest.mark.model
@pytest.mark.parametrize(("question", "id_"), ON_A_CRITERION.items())
def test_a_criterion_is_found_by_what_a_city_has_lacks_or_does(
    shipped: Assistant, question: str, id_: str
) -> None:
    answer = shipped.ask(question)
    assert [used.name for used in answer.tools] == ["criteria"]
    assert answer.text.startswith(("**", "- **"))
    assert id_ in answer.text.partition("(")[0]


@pytest.mark.model
@pytest.mark.parametrize("question", ON_NONE)
def test_what_no_criterion_is_on_is_given_none(shipped: Assistant, question: str) -> None:
    assert "criteria" not in [used.name for used in shipped.ask(question).tools]


@pytest.mark.model
def test_what_is_only_near_is_said_to_be(shipped: Assistant) -> None:
    answer = shipped.ask("what bit of your list wants figures per borough")
    assert answer.text.startswith("**Nearest to that: DM8")
