"""The directory of cities as rows: who holds which level since when, and what that rests on."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Annotated, Literal

from babel import Locale
from pydantic import BaseModel, ConfigDict, Field

from assistant.answers import Language
from assistant.errors import AnsweringError
from assistant.geography import Area, find_areas, is_within
from assistant.places import Gazetteer
from assistant.tools.directory import Directory, Held, Standing, standing
from assistant.tools.directory_dates import span_of
from assistant.tools.directory_places import Places
from assistant.tools.directory_texts import country_name
from corpus.records import City, Evidence, PartialDate, Records

Level = Literal["silver", "gold", "platinum"]
_AreaName = Annotated[str | None, Field(max_length=80)]


class UnknownAreaError(AnsweringError):
    """A name stands for no country, state or region that we know."""

    def __init__(self, kind: str, name: str) -> None:
        super().__init__(
            f"{kind}: '{name}' is not one we know. Use a name in English, Spanish or Portuguese"
            + (", or an ISO 3166-1 code such as BR." if kind == "country" else ".")
        )


class CitiesQuery(BaseModel):
    """Which cities are wanted; without any filter, all that are known to be certified."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    country: Annotated[
        _AreaName, Field(description="A country, by name or ISO 3166-1 code.", examples=["BR"])
    ] = None
    region: Annotated[
        _AreaName,
        Field(description="A continent, region or state, by name.", examples=["Latin America"]),
    ] = None
    level: Annotated[
        Level | Literal["unknown"] | None,
        Field(description="The level a city stands at; unknown where no source states it."),
    ] = None
    since: Annotated[
        PartialDate | None,
        Field(description="Only levels announced in this year, month or day, or later."),
    ] = None
    until: Annotated[
        PartialDate | None,
        Field(description="Only levels announced in this year, month or day, or earlier."),
    ] = None
    language: Annotated[Language, Field(description="Of the countries' names.")] = "en"


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True)


class SourceRow(_Row):
    """A source of a row."""

    title: str
    publisher: str
    url: str
    published: str


class CityEntry(_Row):
    """A city and the award that gives its level.

    Attributes:
        level: None where the city is certified and no source states its level.
        date: of the announcement; None where no source dates it.
        change: what the award was to the city.
        renewed: date of a later award whose level is not stated.
        also_called: a higher level of an award without a date, which may be later or earlier.
        status: `confirmed` by the programme, its funder or the city, or `secondary`: by others.
    """

    id: str
    city: str
    state: str | None
    country: str
    country_name: str
    region: str
    level: Level | None
    date: str | None
    change: Literal["new", "raised", "kept", "again"]
    renewed: str | None
    also_called: Level | None
    status: str
    note: str | None
    sources: Sequence[SourceRow]


class Note(_Row):
    """A sentence of a document."""

    text: str
    document: str


class TotalRow(_Row):
    """How many cities were certified in all, by the newest total that a source prints."""

    total: int
    date: str
    sources: Sequence[SourceRow]


class CityList(_Row):
    """Cities, and how far the list can be trusted.

    Attributes:
        as_of: date of the newest announcement in the directory.
        total: of all certified cities, listed here or not; None where no source prints one.
        completeness: what the documents say of cities that are not listed.
    """

    cities: Sequence[CityEntry]
    count: int
    as_of: str
    total: TotalRow | None
    completeness: Sequence[Note]


class CityRegister:
    """The directory of one programme, to be listed."""

    def __init__(self, records: Records) -> None:
        self._directory = Directory(records, Places(records.cities, Gazetteer(records.cities)))
        self._records = records

    def find(self, query: CitiesQuery) -> CityList:
        """The cities wanted, in order of name.

        Raises:
            UnknownAreaError: the country or the region is none we know.
        """
        country = _country(query.country) if query.country else None
        region = _region(query.region) if query.region else None
        rows = []
        for city in self._records.cities:
            stands = standing(city)
            if stands.held is None or not self._lies(city, country, region):
                continue
            if _fits(stands.held, query):
                rows.append(self._entry(stands, stands.held, query.language))
        rows.sort(key=lambda row: (row.city, row.state or ""))
        return CityList(
            cities=rows,
            count=len(rows),
            as_of=max(
                (a.date for c in self._records.cities for a in c.awards if a.date), default=""
            ),
            total=self._total(),
            completeness=[_note(own) for own in self._unlisted()],
        )

    def _lies(self, city: City, country: str | None, region: str | None) -> bool:
        own = self._directory.places.area_of[city.id]
        return all(area is None or is_within(own, area) for area in (country, region))

    def _entry(self, stands: Standing, held: Held, language: Language) -> CityEntry:
        city, award = stands.city, held.award
        return CityEntry(
            id=city.id,
            city=city.name,
            state=city.state or None,
            country=self._directory.places.area_of[city.id].split("-")[0],
            country_name=country_name(city, language),
            region=city.region,
            level=award.level,
            date=award.date,
            change=held.change,
            renewed=stands.renewed.award.date if stands.renewed else None,
            also_called=stands.called.award.level if stands.called else None,
            status=city.status,
            note=award.note or city.note or None,
            sources=self._sources(award.sources),
        )

    def _sources(self, ids: Sequence[str]) -> list[SourceRow]:
        found = [self._directory.sources[id_] for id_ in ids if id_ in self._directory.sources]
        return [SourceRow(**source.model_dump(exclude={"id"})) for source in found]

    def _total(self) -> TotalRow | None:
        printed = [row for row in self._records.totals if row.total is not None]
        if not printed or printed[-1].total is None:
            return None
        last = printed[-1]
        return TotalRow(
            total=printed[-1].total, date=last.date, sources=self._sources(last.sources)
        )

    def _unlisted(self) -> Sequence[Evidence]:
        completeness = self._records.completeness
        return (completeness.missing, completeness.absent) if completeness else ()


def _fits(held: Held, query: CitiesQuery) -> bool:
    award = held.award
    if query.level and (award.level or "unknown") != query.level:
        return False
    if not (query.since or query.until):
        return True
    if award.date is None:
        return False
    own = span_of(award.date)
    late_enough = query.since is None or own.last >= span_of(query.since).first
    return late_enough and (query.until is None or own.first <= span_of(query.until).last)


def _country(name: str) -> str:
    if name.upper() in _codes():
        return name.upper()
    if area := _only(name, "country"):
        return area.code
    raise UnknownAreaError("country", name)


def _region(name: str) -> str:
    if area := _only(name.replace("-", " "), "continent", "region", "state"):
        return area.code
    raise UnknownAreaError("region", name)


def _only(name: str, *kinds: str) -> Area | None:
    """The area of these kinds that a name stands for, if it names nothing else."""
    areas = find_areas(name)
    return areas[0] if len(areas) == 1 and areas[0].kind in kinds else None


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    return frozenset(code for code in map(str, Locale("en").territories) if len(code) == 2)


def _note(evidence: Evidence) -> Note:
    return Note(text=" ".join(evidence.quote.split()), document=evidence.document)
