"""The reckoning over a small directory that has every kind of award."""

import datetime as dt
from collections.abc import Sequence
from typing import Literal

import pytest

from assistant.places import Gazetteer
from assistant.tools.directory import Directory, earliest, first_at, history, latest, standing
from assistant.tools.directory_dates import When
from assistant.tools.directory_places import Places
from assistant.tools.directory_question import DirectoryQuestion
from corpus.records import City, Evidence, LevelAward, LevelTotal, Records, RunningTotal, Standard

SAID = Evidence(document="awards", quote="So it was.")
Level = Literal["silver", "gold", "platinum"]
Change = Literal["new", "raised", "kept"]


def award(level: Level | None, date: str | None, change: Change | None = None) -> LevelAward:
    return LevelAward(level=level, date=date, change=change, evidence=SAID, sources=["s"])


def city(name: str, country: str, *awards: LevelAward) -> City:
    return City(
        id=name.lower(),
        name=name,
        country=country,
        region="Americas",
        status="confirmed" if awards else "unconfirmed",
        awards=awards,
        evidence=None if awards else SAID,
    )


RISEN = city("Larkville", "Brazil", award("silver", "2018-01"), award("gold", "2021-07-14"))
KEPT = city(
    "Elmton", "Brazil", award("silver", "2021-07-14", "kept"), award("silver", "2024-01-23")
)
UNSTATED = city("Finchby", "Chile", award(None, "2024-01-23"))
CALLED = city("Heronburg", "Chile", award("gold", "2018-01"), award("platinum", None))
UNDATED = city("Wrenford", "Chile", award("silver", None))
RENEWED = city("Crowley", "Peru", award("silver", "2019-04-24"), award(None, "2026-02-03"))
UNPROVED = city("Owlstead", "Peru")
CITIES = (RISEN, KEPT, UNSTATED, CALLED, UNDATED, RENEWED, UNPROVED)


def total(date: str, number: int | None, added: int | None = None) -> RunningTotal:
    return RunningTotal(date=date, total=number, added=added, evidence=SAID, sources=["s"])


@pytest.fixture(scope="module")
def directory(standard: Standard) -> Directory:
    records = Records(
        standard=standard,
        cities=CITIES,
        totals=[total("2018-01", 9, 9), total("2020-06-29", 24), total("2026-01", None, 13)],
        level_totals=[
            LevelTotal(date="2018-01", level="platinum", total=0, evidence=SAID, sources=["s"])
        ],
        sources=[],
    )
    return Directory(records, Places(CITIES, Gazetteer(CITIES)))


def ids(cities: Sequence[City]) -> list[str]:
    return [own.name for own in cities]


def test_changes_follow_from_the_rows_before_unless_a_row_says_otherwise() -> None:
    assert [held.change for held in history(RISEN)] == ["new", "raised"]
    assert [held.change for held in history(KEPT)] == ["kept", "kept"]
    assert [held.change for held in history(RENEWED)] == ["new", "again"]


@pytest.mark.parametrize(
    ("own", "day", "level"),
    [
        (RISEN, None, "gold"),
        (RISEN, dt.date(2021, 7, 13), "silver"),
        (RISEN, dt.date(2017, 12, 31), ""),
        (UNSTATED, None, None),
        (CALLED, None, "gold"),
        (UNDATED, None, "silver"),
        (UNDATED, dt.date(2026, 1, 1), ""),
        (RENEWED, None, "silver"),
        (UNPROVED, None, ""),
    ],
)
def test_a_city_stands_at_its_last_dated_level(
    own: City, day: dt.date | None, level: str | None
) -> None:
    held = standing(own, day).held
    assert (held.award.level if held else "") == level


def test_an_undated_level_above_is_told_apart() -> None:
    called = standing(CALLED).called
    assert called
    assert called.award.level == "platinum"
    assert standing(RISEN).called is None
    renewed = standing(RENEWED).renewed
    assert renewed
    assert renewed.award.date == "2026-02-03"


def test_the_first_award_at_a_level_or_at_any() -> None:
    gold, first = first_at(RISEN, "gold"), first_at(RISEN, None)
    assert gold
    assert first
    assert (gold.award.date, first.award.date) == ("2021-07-14", "2018-01")
    assert first_at(RISEN, "platinum") is None


def test_bounds_are_country_level_time_and_change(directory: Directory) -> None:
    def names(question: DirectoryQuestion) -> list[str]:
        return [held.city.name for held in directory.awarded(question)]

    assert names(DirectoryQuestion("list", areas=("BR",), levels=("gold",))) == ["Larkville"]
    assert names(DirectoryQuestion("list", outside=("BR",), levels=("gold",))) == ["Heronburg"]
    assert names(DirectoryQuestion("list", change="raised")) == ["Larkville"]
    assert names(DirectoryQuestion("list", levels=("unknown",))) == ["Finchby", "Crowley"]
    in_july = DirectoryQuestion("list", when=When("in", "2021-07"))
    assert names(in_july) == ["Larkville", "Elmton"]


def test_a_state_of_things_is_that_of_the_last_day_asked_about(directory: Directory) -> None:
    then = DirectoryQuestion("list", levels=("silver",), when=When("in", "2020"))
    assert ids([s.city for s in directory.standing_then(then)]) == ["Larkville", "Crowley"]
    now = DirectoryQuestion("list", levels=("silver",))
    assert ids([s.city for s in directory.standing_then(now)]) == ["Elmton", "Wrenford", "Crowley"]


@pytest.mark.parametrize(
    ("when", "to_come"),
    [
        (When("in", "2027"), True),
        (When("in", "2026"), False),
        (When("in", "2026-11-26"), False),
        (When("by", "2027"), True),
        (When("from", "2027"), False),
        (None, False),
    ],
)
def test_a_time_after_all_records_is_to_come(
    directory: Directory, standard: Standard, when: When | None, *, to_come: bool
) -> None:
    assert directory.is_to_come(when) is to_come
    nothing = Records(standard=standard, cities=(), totals=[], level_totals=[], sources=[])
    assert not Directory(nothing, Places((), Gazetteer(()))).is_to_come(when)


def test_first_and_latest_go_by_date(directory: Directory) -> None:
    rows = directory.awarded(DirectoryQuestion("list"))
    assert [held.city.name for held in earliest(rows)] == ["Larkville", "Heronburg"]
    assert [held.city.name for held in latest(rows)] == ["Crowley"]
    assert earliest([]) == latest([]) == []


def test_totals_are_those_printed_and_what_came_since(directory: Directory) -> None:
    assert directory.latest_total.row.total == 24
    assert directory.latest_total.added == 24 - 9
    assert directory.latest_total.derived
    assert [count.added for count in directory.after_latest] == [13]
    before = directory.total_by(dt.date(2020, 6, 28))
    assert before
    assert before.row.total == 9
    assert directory.total_by(dt.date(2017, 1, 1)) is None


def test_a_count_by_level_holds_from_its_date_on(directory: Directory) -> None:
    found = directory.level_total("platinum", When("in", "2019"))
    assert found
    assert found.total == 0
    assert directory.level_total("platinum", When("before", "2018")) is None
    assert directory.level_total("gold", None) is None
