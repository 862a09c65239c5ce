import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from assistant.asking_words import Kind
from assistant.intents.head import fit
from assistant.intents.matters import (
    NearestMatter,
    _examples,
    matters_are_kept,
    prepare_matters,
    read_matters,
)
from assistant.matter_leads import asks_alike
from assistant.pipeline import Assistant
from corpus.programme import SHIPPED, read_programme
from corpus.records import Matter, Records
from index.lexicon import STEMMERS
from tests.conftest import WordEncoder

MATTERS = (
    Matter(id="funder", asked="Who pays for Data Rio?", described={"en": ["whose money is it"]}),
    Matter(id="pay", described={"en": ["what does the director earn", "salary of the director"]}),
)


class Nowhere:
    def find(self, text: str) -> dict[str, str]:
        return {}


@pytest.fixture(scope="module")
def matters() -> Records:
    records = read_programme(SHIPPED).records
    assert records
    assert records.matters
    return records


def test_every_matter_is_described_in_each_language_and_no_text_stands_twice(
    matters: Records,
) -> None:
    assert all(set(STEMMERS) <= set(matter.described) for matter in matters.matters)
    texts = [
        (language, text)
        for matter in matters.matters
        for language, own in matter.described.items()
        for text in own
    ]
    assert [text for text, count in Counter(texts).items() if count > 1] == []


def test_what_tells_matters_is_kept_beside_an_index_for_one_model(
    tmp_path: Path, encoder: WordEncoder
) -> None:
    records = Records(matters=MATTERS)
    assert read_matters(tmp_path, "model", records) is None
    prepare_matters(tmp_path, "model", records, encoder)
    head = read_matters(tmp_path, "model", records)
    assert head is not None
    assert {"funder", "pay"} <= set(head.intents)
    assert not matters_are_kept(tmp_path, "other", records)
    assert not matters_are_kept(tmp_path, "model", Records(matters=MATTERS[:1]))


@pytest.mark.parametrize(
    ("question", "names", "told"),
    [
        ("whose money is it", (), "funder"),
        ("whose money is it", ("Rio's",), "funder"),
        ("whose money is it", ("Medellín",), None),  # which the matter is not on
        ("salary of the director", (), None),  # of which no document says anything
        ("which level is {count} of {total}?", (), None),
    ],
)
def test_a_matter_is_told_where_nothing_else_is_nearer_or_named(
    question: str, names: tuple[str, ...], told: str | None, encoder: WordEncoder
) -> None:
    examples = _examples(Records(matters=MATTERS))
    vectors = encoder.embed_passages([example.text for example in examples])
    head = fit(examples, vectors)
    nearest = NearestMatter(
        MATTERS, head, embed=encoder.embed_query, places=Nowhere(), names=("The Prize",)
    )
    near = nearest(question, names)
    assert (near and near.matter.id) == told


@pytest.mark.model
def test_every_matter_is_answered_or_said_to_be_open(shipped: Assistant, matters: Records) -> None:
    for matter in matters.matters:
        if matter.asked:
            answer = shipped.own(matter.asked)
            assert answer.status in ("answered", "refused"), matter.id
            assert answer.citations, matter.id
            assert "don't answer this" not in answer.text, matter.id


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "status", "told"),
    [
        ("In what year did towns beyond the US borders become welcome?", "answered", "August 2022"),
        ("Em que ano o selo passou a valer fora dos Estados Unidos?", "answered", "August 2022"),
        ("On which website do we type in our self-assessment answers?", "answered", "login"),
        ("How many applications had been handed in altogether by June 2024?", "answered", "170"),
        ("What name does the panel have that drafted the requirements?", "answered", "Committee"),
        ("¿Qué expertos escribieron los criterios?", "answered", "Committee"),
        ("Which round was the first to be measured by the present list?", "answered", "June 2023"),
        (
            "What percentage of homes needs quick internet for the outcome?",
            "refused",
            "limit value",
        ),
    ],
)
def test_the_programme_is_asked_about_in_any_words(
    shipped: Assistant, question: str, status: str, told: str
) -> None:
    answer = shipped.own(question)
    assert answer.status == status
    assert told in answer.text


@pytest.mark.model
@pytest.mark.parametrize(
    "question",
    [
        "Quem financia o Jovem EcoSocial?",
        "Which post did Rochelle Haynes leave to take this one?",
        "How many of those whom Deloitte asked refused to reply?",
    ],
)
def test_what_no_document_tells_is_not_taken_for_a_neighbour(
    shipped: Assistant, question: str
) -> None:
    assert shipped.own(question).status == "refused"


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("date", "duration", True),
        ("person", "organisation", True),
        ("number", None, True),
        (None, "date", True),
        ("date", None, False),
        ("money", "thing", False),
    ],
)
def test_a_matter_tells_the_kind_of_thing_that_is_asked(
    one: Kind | None, other: Kind | None, alike: bool
) -> None:
    assert asks_alike(one, other) is alike


def test_no_description_stands_in_a_question_set() -> None:
    records = read_programme(SHIPPED).records
    assert records is not None
    told = {
        _plain(text)
        for matter in records.matters
        for texts in matter.described.values()
        for text in texts
    }
    sets = [*SHIPPED.glob("questions/*.yaml"), *SHIPPED.glob("lessons/*.yaml")]
    assert len(told) > 500
    for path in sets:
        cases = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
        assert not told & {_plain(case["q"]) for case in cases}, path.name


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
