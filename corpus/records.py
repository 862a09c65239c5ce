"""Typed records of a programme: standard, cities, totals, sources. Parsed once, by pydantic.

Each file may be absent: what rests on it is then not offered.
`standard.yaml` holds the versions of the standard with their tiers, and the criteria;
`cities.yaml` the certified places and their levels; `totals.yaml` how many were certified when;
`eligibility.yaml` who could take part when;
`matters.yaml` what is asked of the programme itself, in whatever words;
`sources.yaml` what the rows' source ids stand for.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal, Self, TypeVar

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from corpus.yaml_files import read_yaml


class Record(BaseModel):
    """A row that was checked when it was read and does not change afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True)


PartialDate = Annotated[str, Field(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")]
"""YYYY, YYYY-MM or YYYY-MM-DD, as precisely as the sources say."""


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
    """One level of a version of the standard, by share of criteria met or by how many are.

    Attributes:
        name: such as gold; levels of one name in several versions are the same level.
        names: its name in other languages, by language; metals are known by themselves.
        min_percent: lowest whole per cent of criteria, as printed; None if it was not found.
        max_percent: highest whole per cent, as printed; None if the level has no upper end.
        min_count: lowest number of criteria or points, as printed, where levels go by that.
        derived: true if no source prints the lower bound and it follows from the level below.
    """

    name: str = Field(min_length=1, max_length=60)
    names: Mapping[str, str] = Field(default_factory=dict)
    min_percent: int | None = Field(default=None, ge=0, le=100)
    max_percent: int | None = Field(default=None, ge=0, le=100)
    min_count: int | None = Field(default=None, ge=0)
    derived: bool = False
    evidence: Evidence


class StandardVersion(Record):
    """One version of the standard.

    Attributes:
        in_force_from: first day it applied; a month or year stands for its first day.
        in_force_until: last day it applied; None while it is in force.
        criteria: how many criteria, points or other units can be met; `total` in a file is the
            same.
        practice_areas: number of groups the criteria fall into; 0 if they are not grouped.
        tiers: lowest first, all by percentage or all by count; empty if this version had no such
            rule.
        rule: how levels were given, for a version without tiers.
        extra: what a city has to meet besides the criteria.
        areas_evidence: the sentence that lists its practice areas.
        changes: the sentence that tells what it changed.
        sourcing_evidence: the sentence that tells which criteria rest on one source alone.
    """

    id: str
    label: str
    in_force_from: dt.date
    in_force_until: dt.date | None = None
    criteria: int = Field(gt=0, validation_alias=AliasChoices("criteria", "total"))
    practice_areas: int = Field(default=0, ge=0)
    tiers: Sequence[Tier]
    evidence: Evidence
    rule: Evidence | None = None
    extra: Evidence | None = None
    areas_evidence: Evidence | None = None
    changes: Evidence | None = None
    sourcing_evidence: Evidence | None = None
    sources: Sequence[str] = ()

    @property
    def by_count(self) -> bool:
        """Whether its levels go by a number, not by a share."""
        return any(tier.min_count is not None for tier in self.tiers)

    @model_validator(mode="after")
    def _rises(self) -> Self:
        names = [tier.name for tier in self.tiers]
        if repeated := [name for name in names if names.count(name) > 1]:
            raise ValueError(f"the level '{repeated[0]}' stands twice")
        if not self.by_count:
            return self
        counts = [tier.min_count for tier in self.tiers if tier.min_count is not None]
        percents = [t.name for t in self.tiers if (t.min_percent, t.max_percent) != (None, None)]
        if len(counts) != len(self.tiers) or percents:
            raise ValueError("levels go all by min_count or all by min_percent")
        if sorted(set(counts)) != counts:
            raise ValueError("levels have to rise, the lowest first")
        if counts[-1] > self.criteria:
            raise ValueError(f"'{names[-1]}' takes {counts[-1]} of only {self.criteria}")
        return self


class PracticeArea(Record):
    """A group of criteria of the current standard.

    Attributes:
        names: its name in other languages, by language.
        other_names: what people call it, by language.
        evidence: the sentence that tells how many criteria it has and what it is about.
        sourcing: the sentence that tells how firmly its criteria are known.
    """

    id: str
    name: str
    names: Mapping[str, str] = Field(default_factory=dict)
    other_names: Mapping[str, Sequence[str]] = Field(default_factory=dict)
    criteria: int
    document: str
    evidence: Evidence
    sourcing: Evidence | None = None
    sources: Sequence[str] = ()


class Criterion(Record):
    """One criterion of the current standard; `confirmed` if the programme's own page names it.

    Attributes:
        titles: its title in other languages, by language.
        keywords: other words for what it is about, by language.
        described: what a city has, lacks or does that is of this criterion, in ordinary words, by
            language.
        evidence: the sentence that tells what it asks.
    """

    id: str
    practice_area: str
    title: str
    titles: Mapping[str, str] = Field(default_factory=dict)
    keywords: Mapping[str, Sequence[str]] = Field(default_factory=dict)
    described: Mapping[str, Sequence[str]] = Field(default_factory=dict)
    summary: str
    confirmed: bool = True
    evidence: Evidence
    sources: Sequence[str] = ()


class UnitWords(Record):
    """What is counted, in one language: one of it, and several."""

    one: str = Field(min_length=1)
    many: str = Field(min_length=1)


KNOWN_UNITS: Mapping[str, Mapping[str, UnitWords]] = {
    many: {
        language: UnitWords(one=one, many=several)
        for language, (one, several) in {"en": (en, many), "es": es, "pt": pt}.items()
    }
    for many, en, es, pt in (
        ("criteria", "criterion", ("criterio", "criterios"), ("critério", "critérios")),
        ("points", "point", ("punto", "puntos"), ("ponto", "pontos")),
        ("credits", "credit", ("crédito", "créditos"), ("crédito", "créditos")),
    )
}
"""Units that need only be named."""


class Standard(Record):
    """The standard: its versions, oldest first, and the current practice areas and criteria.

    Attributes:
        unit: what is counted: `criteria`, `points`, `credits`, or words by language.
        assesses: `cities` lets what the calculator says speak of a city, `others` of nobody.
    """

    versions: Sequence[StandardVersion] = Field(min_length=1)
    practice_areas: Sequence[PracticeArea] = ()
    criteria: Sequence[Criterion] = ()
    unit: Literal["criteria", "points", "credits"] | Mapping[str, UnitWords] = "criteria"
    assesses: Literal["cities", "others"] = "others"

    @property
    def current(self) -> StandardVersion:
        """The version in force."""
        return self.versions[-1]

    @property
    def units(self) -> Mapping[str, UnitWords]:
        """What is counted, by language."""
        return KNOWN_UNITS[self.unit] if isinstance(self.unit, str) else self.unit

    @property
    def is_itemised(self) -> bool:
        """Whether everything that is counted is listed, so that it can be ticked off."""
        listed = len(self.criteria) == self.current.criteria
        return bool(self.practice_areas) and listed

    def unit_in(self, language: str) -> UnitWords:
        """What is counted, in a language, or in the first that there are words in."""
        units = self.units
        return units.get(language) or next(iter(units.values()))

    @model_validator(mode="after")
    def _counts_something(self) -> Self:
        if not self.units:
            raise ValueError("unit needs its words in at least one language")
        return self


class LevelAward(Record):
    """A level a city was given.

    Attributes:
        level: None if the city was certified and the level is not in the sources.
        date: of the announcement; None if not found.
        change: what it was to the city, where the rows before do not show it: its first award may
            be missing, or the one by which it reached this level.
        evidence: the sentence that states it.
        disputed: sentences of sources that date or state it otherwise.
    """

    level: Literal["silver", "gold", "platinum"] | None
    date: PartialDate | None
    evidence: Evidence
    change: Literal["new", "raised", "kept"] | None = None
    note: str = ""
    disputed: Sequence[Evidence] = ()
    sources: Sequence[str] = Field(min_length=1)


class City(Record):
    """A place of the directory.

    Attributes:
        other_names: what people write for it besides.
        nicknames: what it goes by in talk, taken only as written.
        awards: oldest first; empty if none could be confirmed.
        evidence: for a city without awards, and only for such, the sentence that tells what is
            known of it.
    """

    id: str
    name: str
    other_names: Sequence[str] = ()
    nicknames: Sequence[str] = ()
    state: str = ""
    country: str
    region: str
    status: Literal["confirmed", "secondary", "unconfirmed"]
    awards: Sequence[LevelAward]
    note: str = ""
    evidence: Evidence | None = None
    sources: Sequence[str] = ()

    @model_validator(mode="after")
    def _has_evidence(self) -> Self:
        if bool(self.awards) == bool(self.evidence):
            raise ValueError("needs evidence of its own where it has no awards, and only there")
        return self


class RunningTotal(Record):
    """How many cities were certified as of a date.

    Attributes:
        total: None if no source prints it.
        added: how many were new on that date; None if the sources do not say.
        evidence: the sentence that states the total, or what was added where there is none.
        added_evidence: the sentence that states what was added, where that is another.
        named: sentences that list cities of this announcement.
    """

    date: PartialDate
    total: int | None
    evidence: Evidence
    added: int | None = None
    note: str = ""
    added_evidence: Evidence | None = None
    named: Sequence[Evidence] = ()
    sources: Sequence[str] = Field(min_length=1)


class LevelTotal(Record):
    """How many cities were at a level as of a date, where a source counts them."""

    date: PartialDate
    level: Literal["silver", "gold", "platinum"]
    total: int = Field(ge=0)
    evidence: Evidence
    sources: Sequence[str] = Field(min_length=1)


class Renewals(Record):
    """How many certified cities rose or kept their level at a date, where a source counts them.

    Attributes:
        change: `both` where the source does not tell those that rose from those that kept theirs.
    """

    date: PartialDate
    change: Literal["raised", "kept", "both"]
    total: int = Field(ge=0)
    evidence: Evidence
    sources: Sequence[str] = Field(min_length=1)


class AreaAdditions(Record):
    """How many cities of an area were new at a date, where a source counts them.

    Attributes:
        area: code of the area: of a country by ISO 3166-1, or `latin-america`.
    """

    date: PartialDate
    area: str = Field(pattern="^(?:[A-Z]{2}|latin-america)$")
    added: int = Field(ge=1)
    evidence: Evidence
    sources: Sequence[str] = Field(min_length=1)


class Completeness(Record):
    """What the documents say of cities that the directory does not hold.

    Attributes:
        missing: the sentence on the announcements whose cities are not all named.
        absent: the sentence on what it means that a city is not there.
    """

    missing: Evidence
    absent: Evidence


_CountryCode = Annotated[str, Field(pattern="^[A-Z]{2}$")]


class EligibilityRule(Record):
    """Who could take part in a span of time.

    Attributes:
        in_force_from: first day it applied; a month or year stands for its first day.
        in_force_until: last day it applied; None while it is in force.
        min_population: people a place must have at least.
        countries: ISO 3166-1 alpha-2 codes of the countries whose places may take part.
        inferred_countries: more of them, which no source names and only a list of the continents
            counts to the area.
        area: what those countries are called together, in English.
        area_names: the same in other languages.
        evidence: the sentence that states the rule.
        population_evidence: the sentence that states the threshold by itself.
        elsewhere_evidence: the sentence on places in other countries; None if there is none.
        inferred_evidence: the sentence that the rule says nothing of the inferred countries.
        everywhere_evidence: the sentence that the threshold is the same in every country.
        county_evidence: the sentence on counties.
        county_rule_evidence: the sentence on whether counties have a rule of their own.
    """

    id: str
    in_force_from: dt.date
    in_force_until: dt.date | None
    min_population: int = Field(gt=0)
    countries: Sequence[_CountryCode] = Field(min_length=1)
    inferred_countries: Sequence[_CountryCode] = ()
    area: str
    area_names: Mapping[str, str] = Field(default_factory=dict)
    evidence: Evidence
    population_evidence: Evidence
    elsewhere_evidence: Evidence | None = None
    inferred_evidence: Evidence | None = None
    everywhere_evidence: Evidence | None = None
    county_evidence: Evidence | None = None
    county_rule_evidence: Evidence | None = None
    sources: Sequence[str] = Field(min_length=1)


class Matter(Record):
    """Something that is asked of the programme itself.

    Attributes:
        asked: the question, in the programme's language, that puts it as the documents do; empty
            if they say nothing of it, not even that it is not known.
        described: how people put it, by language.
    """

    id: str
    asked: str = ""
    described: Mapping[str, Sequence[str]] = Field(min_length=1)


class Records(Record):
    """All records of a programme; what it has none of is None or empty."""

    standard: Standard | None = None
    cities: Sequence[City] = ()
    completeness: Completeness | None = None
    totals: Sequence[RunningTotal] = ()
    level_totals: Sequence[LevelTotal] = ()
    renewals: Sequence[Renewals] = ()
    area_additions: Sequence[AreaAdditions] = ()
    eligibility: Sequence[EligibilityRule] = ()
    matters: Sequence[Matter] = ()
    sources: Sequence[SourceRecord] = ()


class _Cities(Record):
    completeness: Completeness | None = None
    cities: Sequence[City] = ()


class _Totals(Record):
    totals: Sequence[RunningTotal] = ()
    levels: Sequence[LevelTotal] = ()
    renewals: Sequence[Renewals] = ()
    areas: Sequence[AreaAdditions] = ()


class _Eligibility(Record):
    rules: Sequence[EligibilityRule] = ()


class _Matters(Record):
    matters: Sequence[Matter] = ()


class _Sources(Record):
    sources: Sequence[SourceRecord] = ()


_Kind = TypeVar("_Kind", bound=Record)


def read_records(folder: Path) -> Records:
    """Read the record files of `folder`; each may be absent.

    Raises:
        UnreadableFileError: a file is not UTF-8.
        InvalidRecordError: a file is not YAML, or a row is not of its type.
    """

    def read(name: str, kind: type[_Kind]) -> _Kind | None:
        path = folder / name
        return read_yaml(path, TypeAdapter(kind)) if path.exists() else None

    cities = read("cities.yaml", _Cities) or _Cities()
    totals = read("totals.yaml", _Totals) or _Totals()
    return Records(
        standard=read("standard.yaml", Standard),
        cities=cities.cities,
        completeness=cities.completeness,
        totals=totals.totals,
        level_totals=totals.levels,
        renewals=totals.renewals,
        area_additions=totals.areas,
        eligibility=(read("eligibility.yaml", _Eligibility) or _Eligibility()).rules,
        matters=(read("matters.yaml", _Matters) or _Matters()).matters,
        sources=(read("sources.yaml", _Sources) or _Sources()).sources,
    )
