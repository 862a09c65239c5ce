"""Tool results as what they are: a bar with thresholds and the city's mark, a table of cities."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.answers import Answer, ToolCall
from ui.texts import Texts

LEVELS = ("silver", "gold", "platinum")
"""Every level, lowest first."""

_BAR_WIDTH = 100.0
LEAST_ROWS = 2
"""A table is drawn from so many cities on."""


@dataclass(frozen=True, slots=True)
class Band:
    """A level on the bar.

    Attributes:
        from_criteria: the first number of criteria that reaches it.
        x, width: its place on a bar of 100.
        more: how many more criteria reach it; 0 if it is reached, None if the number is not known.
    """

    tier: str
    from_criteria: int
    x: float
    width: float
    more: int | None


@dataclass(frozen=True, slots=True)
class TierBar:
    """A tier calculation to be drawn.

    Attributes:
        met: criteria met, or None where only a share, or nothing, is known.
        mark: the city's place on a bar of 100; None if none is known.
        level: the level reached, `none` below the first, empty if no count was given.
    """

    total: int
    met: int | None
    mark: float | None
    level: str
    bands: Sequence[Band]

    def label(self, texts: Texts) -> str:
        """The bar in words."""
        needed = {band.tier: band.from_criteria for band in self.bands}
        if self.met is None:
            return texts("answer.tier_thresholds", total=self.total, **needed)
        return texts("answer.tier_bar", met=self.met, total=self.total, **needed)


@dataclass(frozen=True, slots=True)
class CityRow:
    """A row of the table of cities; empty where the documents do not say."""

    city: str
    country: str
    level: str
    date: str


def tier_bars(answer: Answer) -> list[TierBar]:
    """The bars of an answer, one for each calculation with thresholds."""
    return [bar for call in answer.tools if (bar := tier_bar(call))]


def tier_bar(call: ToolCall) -> TierBar | None:
    """The bar of a tier calculation; None of any other, and where the input was impossible."""
    result = call.result
    if call.name != "tier" or not result.get("needed"):
        return None
    total, needed = result["criteria"], result["needed"]
    met, percent = result.get("met"), result.get("percent")
    mark = 100 * met / total if met is not None else percent
    starts = [*(100 * needed[tier] / total for tier in needed), _BAR_WIDTH]
    more: Mapping[str, int] = result.get("more") or {}
    bands = [
        Band(tier, needed[tier], round(x, 2), round(following - x, 2), more.get(tier))
        for tier, x, following in zip(needed, starts, starts[1:], strict=False)
    ]
    level = "" if mark is None else result.get("level") or "none"
    return TierBar(total, met, None if mark is None else round(float(mark), 2), level, bands)


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
