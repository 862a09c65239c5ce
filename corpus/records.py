"""Typed records of a programme: standard, cities, totals, sources. Parsed once, by pydantic.

`standard.yaml` holds the versions of the standard with their tiers, and the criteria;
`cities.yaml` the certified places and their levels; `totals.yaml` how many were certified when;
`sources.yaml` what the rows' source ids stand for.
"""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from corpus.yaml_files import read_yaml


class Record(BaseModel):
    """A row that was checked when it was read and does not change afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class SourceRecord(Record):
    """A source, as `sources.yaml` lists it."""

    id: str
    title: str
    publisher: str
    url: str
    published: str


class Evidence(Record):
    """The sentence of a document that states a row.

    `quote` stands verbatim in the document's text, white space apart.
    """

    document: str
    quote: str


class Tier(Record):
    """One level of a version of the standard, by share of criteria met.

    Attributes:
        name: silver, gold or platinum.
        min_percent: lowest whole per cent of criteria, as printed; None if it was not found.
        max_percent: highest whole per cent, as printed; None if the level has no upper end.
        derived: true if no source prints the lower bound and it follows from the level below.
    """

    name: str
    min_percent: int | None
    max_percent: int | None
    derived: bool = False
    evidence: Evidence


class StandardVersion(Record):
    """One version of the standard.

    Attributes:
        in_force_from: first day it applied; a month or year stands for its first day.
        in_force_until: last day it applied; None while it is in force.
        practice_areas: number of groups the criteria fall into.
        tiers: by share of criteria, lowest first; empty if this version had no such rule.
        rule: how levels were given, for a version without percentage tiers.
        extra: what a city has to meet besides the criteria.
    """

    id: str
    label: str
    in_force_from: dt.date
    in_force_until: dt.date | None
    criteria: int = Field(gt=0)
    practice_areas: int = Field(gt=0)
    tiers: Sequence[Tier]
    evidence: Evidence
    rule: Evidence | None = None
    extra: Evidence | None = None
    sources: Sequence[str]


class PracticeArea(Record):
    """A group of criteria of the current standard."""

    id: str
    name: str
    criteria: int
    document: str
    sources: Sequence[str]


class Criterion(Record):
    """One criterion of the current standard; `confirmed` if the programme's own page names it."""

    id: str
    practice_area: str
    title: str
    summary: str
    confirmed: bool
    sources: Sequence[str]


class Standard(Record):
    """The standard: its versions, oldest first, and the current practice areas and criteria."""

    versions: Sequence[StandardVersion] = Field(min_length=1)
    practice_areas: Sequence[PracticeArea]
    criteria: Sequence[Criterion]

    @property
    def current(self) -> StandardVersion:
        """The version in force."""
        return self.versions[-1]


class LevelAward(Record):
    """A level a city was given.

    Attributes:
        level: None if the city was certified and the level is not in the sources.
        date: YYYY, YYYY-MM or YYYY-MM-DD of the announcement; None if not found.
    """

    level: Literal["silver", "gold", "platinum"] | None
    date: str | None
    note: str = ""
    sources: Sequence[str] = Field(min_length=1)


class City(Record):
    """A place of the directory.

    Attributes:
        other_names: what people write for it besides.
        awards: oldest first; empty if none could be confirmed.
    """

    id: str
    name: str
    other_names: Sequence[str] = ()
    state: str = ""
    country: str
    region: str
    status: Literal["confirmed", "secondary", "unconfirmed"]
    awards: Sequence[LevelAward]
    note: str = ""
    sources: Sequence[str] = ()


class RunningTotal(Record):
    """How many cities were certified as of a date; `total` None if no source prints it."""

    date: str
    total: int | None
    added: int | None = None
    note: str = ""
    sources: Sequence[str] = Field(min_length=1)


class Records(Record):
    """All records of a programme."""

    standard: Standard
    cities: Sequence[City]
    totals: Sequence[RunningTotal]
    sources: Sequence[SourceRecord]


class _Cities(Record):
    cities: Sequence[City]


class _Totals(Record):
    totals: Sequence[RunningTotal]


class _Sources(Record):
    sources: Sequence[SourceRecord]


def read_records(folder: Path) -> Records:
    """Read the record files of `folder`.

    Raises:
        UnreadableFileError: a file is missing or not UTF-8.
        InvalidRecordError: a file is not YAML, or a row is not of its type.
    """
    return Records(
        standard=read_yaml(folder / "standard.yaml", TypeAdapter(Standard)),
        cities=read_yaml(folder / "cities.yaml", TypeAdapter(_Cities)).cities,
        totals=read_yaml(folder / "totals.yaml", TypeAdapter(_Totals)).totals,
        sources=read_yaml(folder / "sources.yaml", TypeAdapter(_Sources)).sources,
    )
