import pytest

from corpus.attestation import Claim, claims, spelled_date, unmet
from corpus.documents import Document
from corpus.programme import SHIPPED, read_programme
from corpus.records import City, Criterion, Evidence, LevelAward, Records, RunningTotal

TEXT = """Boise, Idaho, holds silver, announced on 17 June 2024. Criterion DM10 is not DM1.

On 17 June 2024 there were 83 certified cities, 9 of them new. The limit is 30,000 people."""
DOCUMENTS = {
    "told": Document(id="told", title="Told", kind="city", text=TEXT, language="en", sources=[])
}
AWARDED = "Boise, Idaho, holds silver, announced on 17 June 2024."
COUNTED = "On 17 June 2024 there were 83 certified cities, 9 of them new."


@pytest.fixture(scope="module")
def shipped() -> Records:
    records = read_programme(SHIPPED).records
    assert records is not None
    return records


def told(quote: str) -> Evidence:
    return Evidence(document="told", quote=quote)


def records_with(shipped: Records, **changes: object) -> list[Claim]:
    """The claims of records without cities and totals but for `changes`."""
    bare: dict[str, object] = {"cities": [], "totals": [], "eligibility": []}
    return list(claims(shipped.model_copy(update={**bare, **changes})))


def boise(**changes: object) -> City:
    award = {"level": "silver", "date": "2024-06-17", "evidence": told(AWARDED), "sources": ["s"]}
    return City(
        id="boise",
        name="Boise",
        country="United States",
        region="North America",
        status="confirmed",
        awards=[LevelAward.model_validate(award | changes)],
    )


def complaints(shipped: Records, **changes: object) -> list[str]:
    """What is wrong with the evidence of `changes`, that of the standard left out."""
    found = records_with(shipped, **changes)
    return [m for c in found if c.evidence.document == "told" for m in unmet(c, DOCUMENTS)]


@pytest.mark.parametrize(
    ("date", "spelled"),
    [("2021-07-04", "4 July 2021"), ("2018-01", "January 2018"), ("2019", "2019")],
)
def test_a_date_is_spelled_as_precisely_as_it_is_known(date: str, spelled: str) -> None:
    assert spelled_date(date) == spelled


def test_an_award_is_attested_by_name_level_and_date(shipped: Records) -> None:
    assert complaints(shipped, cities=[boise()]) == []


@pytest.mark.parametrize(
    ("changes", "lacking"),
    [
        ({"level": "gold"}, "gold"),
        ({"date": "2024-06-18"}, "18 June 2024"),
        ({"date": "2024-06-07"}, "7 June 2024"),
        ({"evidence": told(COUNTED)}, "Boise"),
        ({"disputed": [told(COUNTED)]}, "Boise"),
    ],
)
def test_an_award_that_its_evidence_does_not_state_is_found(
    shipped: Records, changes: dict[str, object], lacking: str
) -> None:
    found = complaints(shipped, cities=[boise(**changes)])
    assert any(f"does not hold '{lacking}'" in message for message in found)


def test_another_name_of_the_city_will_do(shipped: Records) -> None:
    city = boise().model_copy(update={"name": "Boise City", "other_names": ["Boise"]})
    assert complaints(shipped, cities=[city]) == []


@pytest.mark.parametrize(
    ("total", "added", "holds"),
    [(83, 9, True), (84, 9, False), (8, 9, False), (None, 9, True), (None, 8, False)],
)
def test_a_total_is_attested_or_else_what_was_added(
    shipped: Records, total: int | None, added: int, holds: bool
) -> None:
    row = RunningTotal(
        date="2024-06-17", total=total, added=added, evidence=told(COUNTED), sources=["s"]
    )
    assert (complaints(shipped, totals=[row]) == []) is holds


@pytest.mark.parametrize(
    ("quote", "holds"),
    [("Criterion DM10 is not DM1.", True), ("Criterion DM10 is not", False)],
)
def test_a_criterion_is_attested_by_its_whole_id(shipped: Records, quote: str, holds: bool) -> None:
    criterion = Criterion(
        id="DM1",
        practice_area="DM",
        title="Roles",
        summary="who does what",
        confirmed=True,
        evidence=told(quote),
        sources=["s"],
    )
    assert shipped.standard
    standard = shipped.standard.model_copy(update={"criteria": [criterion]})
    assert (complaints(shipped, standard=standard) == []) is holds


@pytest.mark.parametrize(("people", "holds"), [(30_000, True), (3_000, False), (30, False)])
def test_a_threshold_is_attested(shipped: Records, people: int, holds: bool) -> None:
    evidence = told("The limit is 30,000 people.")
    rule = shipped.eligibility[-1].model_copy(
        update={
            "min_population": people,
            "evidence": evidence,
            "population_evidence": evidence,
            "elsewhere_evidence": None,
        }
    )
    assert (complaints(shipped, eligibility=[rule]) == []) is holds


def test_a_quote_that_no_document_holds_is_found(shipped: Records) -> None:
    evidence = told("Boise holds silver since 17 June 2024.")
    assert complaints(shipped, cities=[boise(evidence=evidence)]) == [
        "told does not say 'Boise holds silver since 17 June 2024.'"
    ]


def test_a_document_that_is_missing_is_found() -> None:
    claim = Claim("cities.yaml, boise", Evidence(document="lost", quote=AWARDED), [["Boise"]])
    assert list(unmet(claim, DOCUMENTS)) == ["cites the document 'lost', which is missing"]
