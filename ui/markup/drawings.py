"""Tool results as what they are: a bar with thresholds and the city's mark, a table of cities."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.answers import Answer, Language, ToolCall
from assistant.tools.level_names import level_words, metal_of
from corpus.records import KNOWN_UNITS
from ui.texts import Texts

LEVELS = ("silver", "gold", "platinum")
"""Every level that a city can hold, lowest first."""

DRAWN_STEPS = 6
"""So many levels without a colour of their own are told apart, lowest first."""

_BAR_WIDTH = 100.0
LEAST_ROWS = 2
"""A table is drawn from so many cities on."""


@dataclass(frozen=True, slots=True)
class Band:
    """A level on the bar.

    Attributes:
        name: what it is called in words.
        style: names its colour: a metal's, or `step1` … by its place.
        from_criteria: the first number of criteria that reaches it.
        x, width: its place on a bar of 100.
        more: how many more criteria reach it; 0 if it is reached, None if the number is not known.
    """

    tier: str
    name: str
    style: str
    from_criteria: int
    x: float
    width: float
    more: float | None


@dataclass(frozen=True, slots=True)
class TierBar:
    """A tier calculation to be drawn.

    Attributes:
        units: what is counted, in words.
        met: criteria met, or None where only a share, or nothing, is known.
        mark: the city's place on a bar of 100; None if none is known.
        level: the level reached, `none` below the first, empty if no count was given.
    """

    total: int
    units: str
    met: float | None
    mark: float | None
    level: str
    bands: Sequence[Band]

    def counted(self, texts: Texts) -> str:
        """How many there are, as the key of the mark has it."""
        n = "" if self.met is None else written_number(self.met, texts)
        if self.units == KNOWN_UNITS["criteria"][texts.language].many:
            return texts("answer.met", met=n)
        return texts("answer.counted", n=n, units=self.units)

    def label(self, texts: Texts) -> str:
        """The bar in words."""
        levels = ", ".join(
            texts("answer.level_from", level=lowered(band.name), n=band.from_criteria)
            for band in self.bands
        )
        told = {"total": self.total, "units": self.units, "levels": levels}
        if self.met is None:
            return texts("answer.tier_thresholds", **told)
        return texts("answer.tier_bar", met=written_number(self.met, texts), **told)


@dataclass(frozen=True, slots=True)
class CityRow:
    """A row of the table of cities; empty where the documents do not say."""

    city: str
    country: str
    level: str
    date: str


def tier_bars(answer: Answer) -> list[TierBar]:
    """The bars of an answer, one for each calculation with thresholds."""
    return [bar for call in answer.tools if (bar := tier_bar(call, answer.language))]


def tier_bar(call: ToolCall, language: Language) -> TierBar | None:
    """The bar of a tier calculation; None of any other, and where the input was impossible."""
    result = call.result
    if call.name != "tier" or not result.get("needed"):
        return None
    total, needed = result["criteria"], result["needed"]
    met, percent = result.get("met"), result.get("percent")
    mark = 100 * met / total if met is not None else percent
    starts = [*(100 * needed[tier] / total for tier in needed), _BAR_WIDTH]
    more: Mapping[str, float] = result.get("more") or {}
    bands = [
        Band(
            tier=tier,
            name=tier_name(tier, result, language),
            style=level_style(tier, result),
            from_criteria=needed[tier],
            x=round(x, 2),
            width=round(following - x, 2),
            more=more.get(tier),
        )
        for tier, x, following in zip(needed, starts, starts[1:], strict=False)
    ]
    level = "" if mark is None else result.get("level") or "none"
    units = units_of(result, language)
    return TierBar(total, units, met, None if mark is None else round(float(mark), 2), level, bands)


def tier_name(tier: str, result: Mapping[str, Any], language: Language) -> str:
    """A level of a calculation as a heading has it; below the first, and of none, a phrase."""
    if tier == "none":
        first = next(iter(result.get("needed") or {}), "")
        lowest = lowered(tier_name(first, result, language)) if first else "–"
        return Texts(language)("answer.below", level=lowest)
    own = (result.get("names") or {}).get(tier, {}).get(language)
    name = own or level_words(tier, language).name
    return name[:1].upper() + name[1:]


def level_style(tier: str, result: Mapping[str, Any]) -> str:
    """Names the colour of a level: a metal's own, or that of its place on the scale."""
    if tier == "none" or metal_of(tier):
        return metal_of(tier) or tier
    place = list(result.get("needed") or {}).index(tier) + 1
    return f"step{min(place, DRAWN_STEPS)}"


def units_of(result: Mapping[str, Any], language: Language, *, one: bool = False) -> str:
    """What a calculation counts, in words."""
    unit = result.get("unit", "criteria")
    if isinstance(unit, str):
        words = KNOWN_UNITS[unit][language]
        return words.one if one else words.many
    said = unit.get(language) or next(iter(unit.values()))
    return str(said["one" if one else "many"])


def lowered(name: str) -> str:
    """A metal within a sentence; other names keep their capitals."""
    return name.lower() if metal_of(name) else name


def written_number(value: float, texts: Texts) -> str:
    """A number as the reader's language writes it, whole where it is whole."""
    shown = f"{value:g}"
    return shown if texts.language == "en" else shown.replace(".", ",")


def city_rows(answer: Answer) -> list[CityRow]:
    """The cities that the directory listed, in its order; fewer than two make no table."""
    rows = [row for call in answer.tools if call.name == "directory" for row in _rows(call.result)]
    return rows if len(rows) >= LEAST_ROWS else []


def cities_csv(rows: Sequence[CityRow], texts: Texts) -> str:
    """The table as CSV, with a header in the reader's language."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow([texts(f"answer.{name}") for name in ("city", "country", "level", "date")])
    table.writerows(
        [row.city, row.country, row.level and level_name(row.level, texts), row.date]
        for row in rows
    )
    return written.getvalue()


def level_name(level: str, texts: Texts) -> str:
    """A level in the reader's language; an unknown one is said to be unknown."""
    return texts(f"answer.{level if level in LEVELS else 'unstated'}")


def _rows(result: Mapping[str, Any]) -> Iterator[CityRow]:
    for row in result.get("rows") or result.get("awards") or ():
        place = ", ".join(part for part in (row["city"], row.get("state")) if part)
        country = row.get("country_name") or row.get("country") or ""
        yield CityRow(place, country, row.get("level") or "", row.get("date") or "")
