"""Inquiries into the directory: what is one, and that the directory reads what is written out."""

from itertools import product

import pytest

from assistant.answers import Language
from assistant.dialogue.census import Inquiry, read_inquiry, restate
from assistant.dialogue.slots import SlotFinder
from assistant.places import Gazetteer
from assistant.settings import Settings
from assistant.tools.directory_grammar import read_directory_question
from assistant.tools.directory_places import Places
from corpus.records import Records, read_records


@pytest.fixture(scope="module")
def records() -> Records:
    return read_records(Settings().programme / "records")


ONE: list[tuple[Inquiry, str]] = [
    (Inquiry("level", ("Boise",)), "level"),
    (Inquiry("level", ("Boise",), date="2019"), "level"),
    (Inquiry("since", ("Boise",)), "since"),
    (Inquiry("since", ("Boise", "Tempe"), level="gold"), "since"),
    (Inquiry("certified", ("Boise",)), "certified"),
    (Inquiry("list", level="gold", areas=("BR",), cities=True), "list"),
    (Inquiry("list", date="2023", cities=True), "list"),
    (Inquiry("list", areas=("BR",), order="first", cities=True), "first"),
    (Inquiry("list", areas=("BR",), level="gold", order="last", cities=True), "latest"),
    (Inquiry("list", areas=("US-KY", "US-MO"), cities=True), "list"),
    (Inquiry("count", areas=("CO", "CL"), cities=True), "count"),
    (Inquiry("count", cities=True), "total"),
    (Inquiry("count", level="gold", areas=("BR",), cities=True), "count"),
]
LANGUAGES: list[Language] = ["en", "es", "pt"]


@pytest.mark.parametrize(("case", "language"), list(product(ONE, LANGUAGES)))
def test_the_directory_reads_what_is_written_out(
    records: Records, case: tuple[Inquiry, str], language: Language
) -> None:
    inquiry, kind = case
    written = restate(inquiry, language)
    assert written

    asked = read_directory_question(
        written, places=Places(records.cities, Gazetteer(records.cities))
    )

    assert asked
    assert asked.kind == kind
    assert len(asked.cities) == len(inquiry.places)
    assert asked.areas == inquiry.areas
    assert bool(asked.levels) == bool(inquiry.level)
    assert bool(asked.when) == bool(inquiry.date)


@pytest.mark.parametrize(
    "text",
    [
        "which cities use data against floods?",
        "what did Boise do about water?",
        "how many criteria are needed for gold?",
        "What did Durham do with its data?",
        "¿Qué ciudades reducen la violencia?",
        "Quantas pessoas moram em Recife?",
    ],
)
def test_a_question_that_asks_for_more_is_no_inquiry(records: Records, text: str) -> None:
    finder = SlotFinder(records.cities, records.standard)

    inquiry = read_inquiry(text, finder.find(text))

    assert inquiry is None or not inquiry.is_whole
