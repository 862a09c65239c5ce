"""Who may take part: a place's size and country held against the rule of a day.

The rules are records; what is said of a verdict is left to `eligibility_phrasing`.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.area_names import REGIONS
from assistant.geography import is_within
from corpus.records import EligibilityRule

Position = Literal["in", "out", "partly", "unnamed"]
"""Whether an area lies in a rule's; `unnamed` if only a list of the continents says so."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule makes of a place.

    Attributes:
        population: people of the place; None if not given.
        area: code of the area the place is in; None if not given.
        enough: whether the population reaches the threshold; None if not given.
        position: where the area lies; None if not given.
    """

    rule: EligibilityRule
    population: int | None
    area: str | None
    enough: bool | None
    position: Position | None

    @property
    def may(self) -> bool | None:
        """Whether the place may take part, as far as is known; None if the rule leaves it open."""
        if self.enough is False or self.position == "out":
            return False
        return None if self.position in ("partly", "unnamed") else True


def rule_on(day: dt.date | None, rules: Sequence[EligibilityRule]) -> EligibilityRule | None:
    """The rule in force on a day, None for today; None before the first rule."""
    if day is None:
        return rules[-1]
    return next((rule for rule in reversed(rules) if rule.in_force_from <= day), None)


def judge(rule: EligibilityRule, *, population: int | None, area: str | None) -> Verdict:
    """Hold what is known of a place against a rule."""
    enough = None if population is None else population >= rule.min_population
    return Verdict(rule, population, area, enough, None if area is None else locate(area, rule))


def locate(area: str, rule: EligibilityRule) -> Position:
    """Where an area lies: a region lies in a rule's area if all its countries do."""
    named, inferred = set(rule.countries), set(rule.inferred_countries)
    members = _countries(area)
    if members <= inferred:
        return "unnamed"
    if members <= named | inferred:
        return "in"
    return "partly" if members & named else "out"


def reaches_beyond(rule: EligibilityRule, area: str) -> bool:
    """Whether places outside an area may take part."""
    return not set(rule.countries) <= _countries(area)


def _countries(area: str) -> set[str]:
    every = " ".join(REGIONS.values()).split()
    inside = {country for country in every if is_within(country, area)}
    return inside or {area.split("-")[0]}
