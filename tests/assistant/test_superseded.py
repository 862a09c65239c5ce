import pytest

from assistant.superseded import Superseded
from corpus.programme import SHIPPED, read_programme

OLD = "The eight practice areas of the 2018 version were Data Governance and seven others."
NEW = "The 2022 standard has eight practice areas."


@pytest.fixture(scope="module")
def superseded() -> Superseded:
    records = read_programme(SHIPPED).records
    assert records is not None
    return Superseded(records.standard)


def test_an_old_version_is_out_of_place_unless_its_time_is_asked_about(
    superseded: Superseded,
) -> None:
    assert superseded.out_of_place("What are the eight practice areas?", OLD)
    assert not superseded.out_of_place("What are the eight practice areas?", NEW)
    for question in (
        "What were the practice areas in 2019?",
        "Which areas did the old standard have?",
        "why do people say 45 criteria",
        "¿Qué áreas tenía la versión anterior?",
    ):
        assert not superseded.out_of_place(question, OLD)


def test_without_a_standard_nothing_is_out_of_place() -> None:
    assert not Superseded(None).out_of_place("What are the areas?", OLD)
