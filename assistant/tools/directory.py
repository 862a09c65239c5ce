"""What the records say of cities: who holds which level, since when, and how many there are.

Pure reckoning over the records. Which question is asked is read by `directory_grammar`, the
answer put into words by `directory_phrasing`.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.geography import is_within
from assistant.tools.directory_dates import When, span_of
from assistant.tools.directory_places import Places
from assistant.tools.directory_question import DirectoryQuestion
from corpus.records import City, LevelAward, LevelTotal, Records, Renewals, RunningTotal

LEVELS = ("silver", "gold", "platinum")
"""Levels, lowest first."""

Change = Literal["new", "raised", "kept", "again"]


@dataclass(frozen=True, slots=True)
class Held:
    """An award of a city, and what it was to it.

    Attributes:
        change: `again` where a city was certified anew and the level is not stated.
    """

    city: City
    award: LevelAward
    change: Change


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a city stands at a time.

    Attributes:
        held: the award that gives its level; of an unstated level if none has one; None before
            the first.
        renewed: a later award at an unstated level.
        called: a level of another award that has no date, so that it may be later.
    """

    city: City
    held: Held | None
    renewed: Held | None = None
    called: Held | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """A printed total, and how many were added since the one before.

    Attributes:
        derived: whether `added` is not printed but the difference of two totals.
    """

    row: RunningTotal
    added: int | None
    derived: bool


class Directory:
    """The cities of a programme, their awards and their number. Built once for its records."""

    def __init__(self, records: Records, places: Places) -> None:
        self.records = records
        self.places = places
        self.sources = {source.id: source for source in records.sources}
        self._by_id = {city.id: city for city in records.cities}
        self._counts = tuple(_counts(records.totals))
        awards = [award.date for city in records.cities for award in city.awards if award.date]
        self._dates = [*awards, *(count.row.date for count in self._counts)] or ["9999"]

    def cities(self, ids: Iterable[str]) -> list[City]:
        """The cities of some ids, in their order."""
        return [self._by_id[id_] for id_ in ids]

    def fits(self, city: City, question: DirectoryQuestion) -> bool:
        """Whether a city lies in any of the areas asked about, if any, and in none left out."""
        if city.id in question.but:
            return False
        if question.cohort and not _joined_in(city, question.cohort):
            return False
        own = self.places.area_of[city.id]
        inside = not question.areas or any(is_within(own, area) for area in question.areas)
        return inside and not any(is_within(own, area) for area in question.outside)

    def awarded(self, question: DirectoryQuestion) -> list[Held]:
        """The dated awards a question is about, oldest first."""
        target, below = question.levels, question.risen_from
        span = question.when.span if question.when else None
        found = [
            held
            for city in self.records.cities
            if self.fits(city, question)
            for held in history(city)
            if held.award.date
            and (not below or _was_at(held, below))
            and (not target or (held.award.level or "unknown") in target)
            and (span is None or span.holds(span_of(held.award.date)))
            and question.change in (None, held.change)
        ]
        return sorted(found, key=lambda held: span_of(held.award.date or "").first)

    def standing_then(self, question: DirectoryQuestion) -> list[Standing]:
        """Where the cities that a question is about stand, those at its levels if it names any."""
        day = question.when.span.last if question.when else None
        standings = [
            standing(city, day) for city in self.records.cities if self.fits(city, question)
        ]
        levels = question.levels or (*LEVELS, "unknown")
        found = [s for s in standings if s.held and (s.held.award.level or "unknown") in levels]
        if question.levels and question.when and question.when.relation == "from":
            start = When("in", question.when.date).span  # held since then, not at any time since
            found = [s for s in found if start.holds(span_of(_date(s) or "0001"))]
        return found

    def once(self, question: DirectoryQuestion) -> list[Standing]:
        """The first award at the levels asked about, of each city that ever had one."""
        found: dict[str, Standing] = {}
        for held in self.awarded(question):
            found.setdefault(held.city.id, Standing(held.city, held))
        return list(found.values())

    def called(self, question: DirectoryQuestion) -> list[Held]:
        """Undated awards that dated ones do not reach, of cities at the levels asked about.

        By either: a city that is listed at gold may have been called platinum since.
        """
        found = [standing(c) for c in self.records.cities if self.fits(c, question)]
        levels, change = question.levels, question.change
        if question.risen_from:
            return []
        return [
            now.called
            for now in found
            if now.called
            and now.held
            and change != "new"
            and (
                now.called.award.level in levels
                or (now.held.award.level in levels and change is None)
            )
        ]

    @property
    def latest_total(self) -> Count:
        """The newest total that a source prints."""
        return next(c for c in reversed(self._counts) if c.row.total is not None)

    @property
    def after_latest(self) -> Sequence[Count]:
        """What was announced after the newest printed total."""
        return self._counts[self._counts.index(self.latest_total) + 1 :]

    def counts(self, when: When | None) -> Sequence[Count]:
        """The totals dated within a time; all without one."""
        if when is None:
            return self._counts
        return [count for count in self._counts if when.span.meets(span_of(count.row.date))]

    def is_to_come(self, when: When | None) -> bool:
        """Whether a time named is in a year after the last that the records know of."""
        if when is None or when.relation in ("before", "from"):
            return False
        return when.date[:4] > max(self._dates)[:4]

    def is_newest(self, when: When) -> bool:
        """Whether a time reaches into the last year that the records know of."""
        return when.span.last.year >= span_of(max(self._dates)).last.year

    def moved(self, question: DirectoryQuestion) -> list[Renewals]:
        """The counts of cities that rose, or kept their level, within the time asked about."""
        span = question.when.span if question.when else None
        return [
            row
            for row in self.records.renewals
            if (question.change is None or row.change in (question.change, "both"))
            and span
            and span.meets(span_of(row.date))
        ]

    def total_by(self, day: dt.date) -> Count | None:
        """The last total printed for a day or before it."""
        printed = [c for c in self._counts if c.row.total is not None]
        return next((c for c in reversed(printed) if span_of(c.row.date).first <= day), None)

    def level_total(self, level: str, when: When | None) -> LevelTotal | None:
        """The last count of cities at a level, up to a time."""
        day = when.span.last if when else dt.date.max
        rows = [row for row in self.records.level_totals if row.level == level]
        return next((row for row in reversed(rows) if span_of(row.date).first <= day), None)


def _was_at(held: Held, level: str) -> bool:
    """Whether a city was at a level before an award."""
    awards = held.city.awards
    return any(award.level == level for award in awards[: awards.index(held.award)])


def history(city: City) -> tuple[Held, ...]:
    """A city's awards in the order of the records, each with what it was to it."""
    held: list[Held] = []
    level: str | None = None
    for position, award in enumerate(city.awards):
        held.append(Held(city, award, award.change or _change(position, level, award.level)))
        level = award.level or level
    return tuple(held)


def _change(position: int, before: str | None, level: str | None) -> Change:
    if position == 0:
        return "new"
    if level is None:
        return "again"
    return "kept" if level == before else "raised"


def standing(city: City, day: dt.date | None = None) -> Standing:
    """Where a city stands on a day, or by the newest of its awards.

    An award without a date gives the level only where no dated one has any, since it may be
    older or newer than those.
    """
    dated = [h for h in history(city) if h.award.date]
    undated = [h for h in history(city) if not h.award.date and h.award.level] if not day else []
    if day:
        dated = [h for h in dated if span_of(h.award.date or "").first <= day]
    levelled = [h for h in dated if h.award.level]
    known = levelled or undated or dated
    if not known:
        return Standing(city, None)
    renewed = dated[-1] if levelled and dated[-1].award.level is None else None
    higher = [h for h in undated if levelled and _rank(h) > max(map(_rank, levelled))]
    return Standing(city, known[-1], renewed, higher[-1] if higher else None)


def _date(standing: Standing) -> str | None:
    return standing.held.award.date if standing.held else None


def _joined_in(city: City, when: When) -> bool:
    """Whether a city's first award is dated within a time."""
    first = first_at(city, None)
    return bool(first and first.award.date and when.span.holds(span_of(first.award.date)))


def first_at(city: City, level: str | None) -> Held | None:
    """The award by which a city first got a level, or any level if None is named."""
    found = [h for h in history(city) if level in (None, h.award.level)]
    return found[0] if found else None


def _rank(held: Held) -> int:
    return LEVELS.index(held.award.level) if held.award.level else -1


def earliest(awards: Sequence[Held]) -> list[Held]:
    """Those of the first date among awards."""
    first = min((span_of(h.award.date or "").first for h in awards), default=None)
    return [h for h in awards if span_of(h.award.date or "").first == first]


def latest(awards: Sequence[Held]) -> list[Held]:
    """Those of the last month among awards; the announcements of one round are days apart."""
    last = max((span_of(h.award.date or "").first for h in awards), default=None)
    if last is None:
        return []
    month = span_of(f"{last.year}-{last.month:02}")
    return [h for h in awards if month.first <= span_of(h.award.date or "").first <= month.last]


def _counts(totals: Sequence[RunningTotal]) -> Iterator[Count]:
    before = 0
    for row in totals:
        derived = row.added is None and row.total is not None
        added = row.total - before if derived and row.total is not None else row.added
        yield Count(row, added, derived and before > 0)
        before = row.total or before
