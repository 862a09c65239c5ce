"""The table of the programme's cities: which level each holds, and since when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.answers import Language
from assistant.tools.directory import standing
from assistant.tools.directory_dates import written
from assistant.tools.directory_texts import country_name, state_name
from corpus.records import City
from ui.markup.drawings import LEVELS


@dataclass(frozen=True, slots=True)
class CityOfTable:
    """A certified city.

    Attributes:
        level: empty where the documents do not state it.
        since, sorted_since: date of the award as the reader writes it, and as it sorts; empty
            where none is known.
        called: a level that a source gives it without a date.
        press: whether only the press says so.
    """

    id: str
    name: str
    state: str
    country: str
    level: str
    since: str
    sorted_since: str
    called: str
    press: bool


@dataclass(frozen=True, slots=True)
class Cities:
    """All cities of the records.

    Attributes:
        rows: those certified, highest level first, then by name.
        counts: how many hold each level, highest first; the last, if any, is the empty level.
        unconfirmed: names of those of which no award is confirmed.
        newest: date of the newest award as the reader writes it.
    """

    rows: Sequence[CityOfTable]
    counts: Mapping[str, int]
    unconfirmed: Sequence[str]
    newest: str


def city_table(cities: Iterable[City], language: Language) -> Cities:
    """The cities by level, in the reader's language."""
    every = list(cities)
    rows = [row for city in every if (row := _row(city, language))]
    order = (*reversed(LEVELS), "")
    rows.sort(key=lambda row: (order.index(row.level), row.name.casefold()))
    counts = {level: sum(row.level == level for row in rows) for level in order}
    newest = max((award.date or "" for city in every for award in city.awards), default="")
    return Cities(
        rows,
        {level: count for level, count in counts.items() if count},
        [city.name for city in every if not city.awards],
        written(newest, language) if newest else "",
    )


def _row(city: City, language: Language) -> CityOfTable | None:
    now = standing(city)
    if now.held is None:
        return None
    award = now.held.award
    return CityOfTable(
        id=city.id,
        name=city.name,
        state=state_name(city, language),
        country=country_name(city, language),
        level=award.level or "",
        since=written(award.date, language) if award.date else "",
        sorted_since=award.date or "",
        called=(now.called.award.level or "") if now.called else "",
        press=city.status == "secondary",
    )
