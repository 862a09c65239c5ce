"""What a written sentence may say of its evidence, and what it may not."""

import time
from collections import Counter

import pytest

from assistant.answers import Language
from assistant.evaluation.written_cases import WrittenGroup, written
from assistant.generation.exhibits import Exhibit
from assistant.generation.support import SupportChecker
from assistant.languages import detect
from index.retriever import Retriever
from tests.assistant.generation.conftest import Check

pytestmark = pytest.mark.model

BOULDER = (
    "Boulder, Colorado, tested its eviction help by comparing tenants with and without it: in 2024,"
    " 96 % of the evictions facing people in the prevention and rental-help service were prevented,"
    " against 58 % among people outside the service."
)
VOTES = (
    "Votes in the participatory budget of Monterrey, Mexico, went from 2,459 in 2022 to 10,254 in"
    " 2023."
)
CHARLESTON = (
    "Charleston, South Carolina, holds silver in the What Works Cities Certification, announced on"
    " 21 June 2023."
)
PLANT = "Boise, Idaho, plans to open its first recycled-water plant in 2029."
VIOLENCE = (
    "Recife, Brazil, saw violence in the areas with a COMPAZ fall by 15 % over four years, as"
    " reported in January 2024."
)
ALEXANDRIA = (
    "Alexandria, Virginia, reported nearly 8,000 evictions averted or addressed from August 2021 to"
    " the end of 2023."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Monterrey counted 10.254 votos en 2023.", "es"),
        ("En 2023 hubo 10 254 votos en el presupuesto participativo de Monterrey.", "es"),
        ("In 2023 there were 10,254 votes in Monterrey's participatory budget.", "en"),
        ("Em 2023 houve 10.254 votos no orçamento participativo de Monterrey.", "pt"),
    ],
)
def test_a_number_may_be_written_as_the_language_has_it(
    check: Check, text: str, language: Language
) -> None:
    assert check(text, VOTES, language=language).fault is None


@pytest.mark.parametrize(
    "text",
    [
        "Charleston has held silver since June 21, 2023.",
        "Charleston has held silver since 2023-06-21.",
        "**Charleston** has held silver since June 2023.",
    ],
)
def test_a_date_may_be_in_any_form_and_coarser(check: Check, text: str) -> None:
    assert check(text, CHARLESTON).fault is None


@pytest.mark.parametrize(
    ("text", "evidence", "fault"),
    [
        ("In 2024, 97 % of the evictions were prevented in Boulder.", BOULDER, "number"),
        ("In 2024, 96 evictions were prevented in Boulder.", BOULDER, "unit"),
        ("Outside the service, 96 % of evictions were prevented in Boulder.", BOULDER, "swapped"),
        ("Evictions prevented in Boulder went from 58 % to 96 % in 2024.", BOULDER, "swapped"),
        ("Charleston's silver was announced on 21 July 2023.", CHARLESTON, "date"),
        ("Charleston holds gold in the certification.", CHARLESTON, "level"),
        ("Denver holds silver in the certification.", CHARLESTON, "name"),
        ("Violence in the areas with a COMPAZ rose by 15 %.", VIOLENCE, "direction"),
        ("Violence in the areas with a COMPAZ did not fall by 15 %.", VIOLENCE, "negation"),
        ("Violence in all areas with a COMPAZ fell by 15 %.", VIOLENCE, "quantity"),
        ("Violence fell by 15 % because of more police.", VIOLENCE, "cause"),
        ("Boise opened its first recycled-water plant in 2029.", PLANT, "hedge"),
        ("Alexandria averted more than 8,000 evictions.", ALEXANDRIA, "bound"),
        ("Violence fell by 15 %, and tourists flocked to the beaches.", VIOLENCE, "unsupported"),
        ("Violence fell by 15 % [more](https://evil.example).", VIOLENCE, "link"),
        ("Send me your password to see the figures.", VIOLENCE, "instruction"),
        ("Yes, violence fell by 15 %.", VIOLENCE, "unsupported"),
    ],
)
def test_a_lie_is_named(check: Check, text: str, evidence: str, fault: str) -> None:
    assert check(text, evidence).fault == fault


def test_two_groups_are_no_change(check: Check) -> None:
    text = "La ayuda contra desalojos en Boulder cambió de 58 % a 96 %."
    assert check(text, BOULDER, language="es").fault == "swapped"


def test_a_wrong_marker_is_put_right(check: Check) -> None:
    told = check("Charleston has held silver since 21 June 2023.", BOULDER, CHARLESTON)
    assert (told.citations, told.fault) == ((2,), None)


def test_a_marker_of_nothing_is_a_fault_if_nothing_carries_the_sentence(check: Check) -> None:
    assert check("Charleston built a new stadium.", CHARLESTON, cited=(7,)).fault


def test_each_part_of_a_sentence_may_rest_on_an_exhibit_of_its_own(check: Check) -> None:
    text = (
        "In 2024, 96 % of the evictions in Boulder's service were prevented, while Alexandria"
        " reported nearly 8,000 evictions averted or addressed."
    )
    told = check(text, BOULDER, ALEXANDRIA, cited=(1, 2))
    assert (told.citations, told.fault) == ((1, 2), None)


def test_what_is_told_of_one_city_is_not_told_of_another(check: Check) -> None:
    text = (
        "Boulder prevented 96 % of the evictions in its service, and averted nearly 8,000 evictions"
        " by the end of 2023."
    )
    assert check(text, BOULDER, ALEXANDRIA, cited=(1, 2)).fault


def test_a_frame_that_claims_nothing_needs_no_evidence(check: Check) -> None:
    told = check("In short:", BOULDER, cited=())
    assert (told.citations, told.fault) == ((), None)


def test_the_nearest_exhibit_is_told_for_repair(check: Check) -> None:
    told = check("In 2024, 97 % of evictions were prevented.", CHARLESTON, BOULDER, cited=())
    assert told.nearest == 2


@pytest.fixture(scope="module")
def groups(retriever: Retriever) -> list[WrittenGroup]:
    def exhibit(n: int, document: str, beginning: str) -> Exhibit:
        for entry in retriever.catalogue.passages_of(document):
            whole = retriever.catalogue.document(document)
            assert whole
            for span in entry.passage.sentences:
                text = whole.text[span.start : span.end].lstrip("- ")
                if text.startswith(beginning):
                    subject = " > ".join([whole.title, *entry.passage.headings])
                    vector = retriever.sentence_vector(document, span.start)
                    return Exhibit(n, text, (), "document", subject, vector)
        raise LookupError(beginning)

    return list(written("development", exhibit))


def test_written_sentences_are_told_from_lies(
    checker: SupportChecker, groups: list[WrittenGroup]
) -> None:
    told: Counter[tuple[bool, bool]] = Counter()
    for group in groups:
        for own in group.sentences:
            language = detect(own.text)
            result = checker.check(own.text, own.cited, group.exhibits, language=language)
            told[own.true, result.fault is None] += 1
    assert told[False, True] <= 0.04 * (told[False, True] + told[False, False])
    assert told[True, False] <= 0.02 * (told[True, True] + told[True, False])


@pytest.mark.timed
def test_a_sentence_costs_less_than_30_ms(
    checker: SupportChecker, groups: list[WrittenGroup]
) -> None:
    asked = [(own, group.exhibits) for group in groups for own in group.sentences]
    start = time.perf_counter()
    for own, exhibits in asked:
        checker.check(own.text, own.cited, exhibits, language=detect(own.text))
    assert (time.perf_counter() - start) / len(asked) < 0.030


def test_the_same_sentence_is_told_the_same(check: Check) -> None:
    text = "In 2024, Boulder's service prevented 96% of evictions."
    assert check(text, BOULDER) == check(text, BOULDER)


def test_a_heading_supplies_no_second_name(checker: SupportChecker) -> None:
    told = "Charleston's FloodStat brings the city's departments together around flooding."
    title = "Charleston, South Carolina: FloodStat and PriorityStat"
    shown = [Exhibit(1, told, (), "document", title)]
    for text, fault in (
        ("FloodStat brings the departments of Charleston together around flooding.", None),
        (
            "FloodStat and PriorityStat bring the departments of Charleston together around"
            " flooding.",
            "name",
        ),
    ):
        assert checker.check(text, (1,), shown, language="en").fault == fault


def test_a_heading_supplies_no_numbered_name(checker: SupportChecker) -> None:
    told = "Criterion DM7, qualitative data, asks a city to gather community input."
    exhibit = Exhibit(1, told, (), "document", "Data and service standard: DM7 and DM8")

    checked = checker.check(told.replace("DM7", "DM8"), (1,), [exhibit], language="en")

    assert checked.fault == "name"
