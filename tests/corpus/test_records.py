from pathlib import Path

import pytest
from pydantic import ValidationError

from corpus.programme import SHIPPED, read_programme
from corpus.records import (
    City,
    EligibilityRule,
    Evidence,
    LevelAward,
    Records,
    StandardVersion,
    Tier,
    read_records,
)

SAYS_SO = Evidence(document="told", quote="Boise holds silver.")
SILVER = LevelAward(level="silver", date="2024-06-17", evidence=SAYS_SO, sources=["s"])


@pytest.fixture(scope="module")
def shipped() -> Records:
    records = read_programme(SHIPPED).records
    assert records is not None
    return records


def city(*, awards: list[LevelAward], evidence: Evidence | None) -> City:
    return City(
        id="boise",
        name="Boise",
        country="United States",
        region="North America",
        status="confirmed",
        awards=awards,
        evidence=evidence,
    )


def test_a_city_without_awards_carries_its_own_evidence() -> None:
    assert city(awards=[SILVER], evidence=None).awards == [SILVER]
    assert city(awards=[], evidence=SAYS_SO).evidence == SAYS_SO
    with pytest.raises(ValidationError, match="evidence of its own"):
        city(awards=[], evidence=None)
    with pytest.raises(ValidationError, match="evidence of its own"):
        city(awards=[SILVER], evidence=SAYS_SO)


@pytest.mark.parametrize("date", ["2024-6-17", "June 2024", "2024-13", "2024-06-32", ""])
def test_a_date_that_is_none_is_refused(date: str) -> None:
    with pytest.raises(ValidationError):
        LevelAward.model_validate(SILVER.model_dump() | {"date": date})


@pytest.mark.parametrize("country", ["USA", "us", False])
def test_a_country_is_named_by_its_two_letters(shipped: Records, country: object) -> None:
    rule = shipped.eligibility[0].model_dump() | {"countries": [country]}
    with pytest.raises(ValidationError):
        EligibilityRule.model_validate(rule)


def test_the_shipped_rules_on_taking_part_follow_one_another(shipped: Records) -> None:
    before, now = shipped.eligibility
    assert before.in_force_until is not None
    assert (now.in_force_from - before.in_force_until).days == 1
    assert before.countries == ["US"]
    assert {"US", "CA", "MX", "BR", "AR"} <= set(now.countries)
    assert "JM" in now.inferred_countries
    every = [*now.countries, *now.inferred_countries]
    assert len(set(every)) == len(every) == 5 + 8 + 14 + 28


def test_every_city_of_the_shipped_directory_may_take_part(shipped: Records) -> None:
    codes = {
        "Argentina": "AR",
        "Brazil": "BR",
        "Canada": "CA",
        "Chile": "CL",
        "Colombia": "CO",
        "Guatemala": "GT",
        "Mexico": "MX",
        "United States": "US",
        "Uruguay": "UY",
    }
    assert {codes[row.country] for row in shipped.cities} <= set(shipped.eligibility[-1].countries)


SAID = Evidence(document="levels", quote="Gold takes 60 of 110 points.")


def version(tiers: list[Tier], *, total: int = 110) -> StandardVersion:
    return StandardVersion.model_validate(
        {
            "id": "v",
            "label": "v",
            "in_force_from": "2020-01-01",
            "total": total,
            "tiers": [tier.model_dump() for tier in tiers],
            "evidence": SAID.model_dump(),
        }
    )


def test_each_file_of_records_may_be_missing(tmp_path: Path) -> None:
    assert read_records(tmp_path) == Records()
    (tmp_path / "standard.yaml").write_text(
        "unit: points\nversions:\n- {id: v, label: v, in_force_from: 2020-01-01, total: 110,\n"
        "   evidence: {document: d, quote: q},\n"
        "   tiers: [{name: Gold, min_count: 60, evidence: {document: d, quote: q}}]}\n"
    )
    records = read_records(tmp_path)
    assert records.standard is not None
    assert records.standard.current.by_count
    assert records.standard.unit_in("es").many == "puntos"
    assert records.standard.unit_in("de").many == "points"
    assert not records.standard.is_itemised
    again = Records.model_validate_json(records.model_dump_json())
    assert again.model_dump(mode="json") == records.model_dump(mode="json")


@pytest.mark.parametrize(
    ("bounds", "reason"),
    [
        ([{"min_count": 60}, {"min_count": 50}], "rise"),
        ([{"min_count": 60}, {"min_percent": 70}], "all by"),
        ([{"min_count": 60, "max_percent": 70}], "all by"),
        ([{"min_count": 111}], "only 110"),
    ],
)
def test_levels_that_cannot_be_are_refused(bounds: list[dict[str, int]], reason: str) -> None:
    tiers = [
        Tier.model_validate({"name": f"n{n}", "evidence": SAID.model_dump(), **own})
        for n, own in enumerate(bounds)
    ]
    with pytest.raises(ValidationError, match=reason):
        version(tiers)


def test_a_level_does_not_stand_twice() -> None:
    tier = Tier(name="gold", min_count=60, evidence=SAID)
    with pytest.raises(ValidationError, match="twice"):
        version([tier, tier])
