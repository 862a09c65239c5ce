"""What a tier question comes to: its result, and the plain JSON values of the tool call.

The reckoning itself is left to `tiers`, the words it is told in to `tier_phrasing`.
"""

from collections.abc import Mapping
from fractions import Fraction
from itertools import combinations
from math import ceil
from typing import Any

from assistant.tools.tier_grammar import TierQuestion
from assistant.tools.tiers import (
    Band,
    TierResult,
    assess_count,
    assess_percent,
    bands,
    decimal,
)
from corpus.records import Standard, StandardVersion


def results_of(
    question: TierQuestion, version: StandardVersion
) -> tuple[TierResult | None, TierResult | None]:
    """The result asked for and, for a what-if, the one before the change.

    Raises:
        ImpossibleInputError: no city can meet so many criteria, or such a share of them.
    """
    if question.percent is not None:
        return assess_percent(question.percent, version), None
    if question.met is None:
        return None, None
    before = assess_count(question.met, version)
    if question.kind != "what_if":
        return before, None
    return assess_count(question.met + question.change, version), before


def counted(result: TierResult) -> tuple[Fraction, int]:
    """The criteria that a share comes to, to two places, and the whole number that reaches it."""
    exact = result.share * result.criteria
    return Fraction(round(exact * 100), 100), ceil(exact)


def distance_to(band: Band, result: TierResult) -> int | Fraction | None:
    """Criteria missing to a level, from the whole number that reaches a share if that was given.

    None where a share falls short of the level and the number that reaches it does not: 84.5 % is
    not platinum, but of 43 criteria it is reached with 37, which are.
    """
    more = result.distance(band.tier).more
    if more is not None:
        return more
    left = band.needed - counted(result)[1]
    if result.share * 100 >= band.min_percent:
        return 0
    return left if left > 0 else None


def number(value: int | Fraction | None) -> int | float | None:
    """As `plain`, of a number that may not be known, to four places at most."""
    return None if value is None else plain(Fraction(decimal(Fraction(value))))


def plain(value: Fraction) -> int | float:
    """A number as JSON has it: whole where it is whole."""
    return int(value) if value.denominator == 1 else float(value)


def arguments_of(question: TierQuestion) -> Mapping[str, Any]:
    """The question as plain JSON values, without what it does not say."""
    given: dict[str, Any] = {"ask": question.kind, "standard": question.version}
    for name in ("met", "percent"):
        value: Fraction | None = getattr(question, name)
        if value is not None:
            given[name] = plain(value)
    if question.total is not None:
        given["total"] = question.total
    if question.change:
        given["change"] = question.change
    if question.nearly:
        given["nearly"] = True
    if question.tiers:
        given["tiers"] = list(question.tiers)
    if question.areas:
        given["areas_left_out" if question.left_out else "areas"] = list(question.areas)
    return given


def facts_of_levels(scale: tuple[Band, ...], version: StandardVersion) -> dict[str, Any]:
    """The levels of a version as plain JSON values."""
    return {
        "criteria": version.criteria,
        "derived": any(band.derived for band in scale),
        "needed": {band.tier: band.needed for band in scale},
        "apart": [high.needed - low.needed for low, high in combinations(scale, 2)],
        "missable": {band.tier: version.criteria - band.needed for band in scale},
        "bands": {
            band.tier: {
                "percent": None if version.by_count else [band.min_percent, band.max_percent],
                "criteria": [band.needed, band.holds_to],
                "derived": band.derived,
            }
            for band in scale
        },
    }


def facts_of_words(standard: Standard, version: StandardVersion) -> dict[str, Any]:
    """What levels and units are called, for whoever draws them, where that is not known anyway."""
    names = {tier.name: dict(tier.names) for tier in version.tiers if tier.names}
    facts: dict[str, Any] = {"names": names} if names else {}
    if isinstance(standard.unit, str):
        return facts | ({"unit": standard.unit} if standard.unit != "criteria" else {})
    return facts | {"unit": {code: words.model_dump() for code, words in standard.unit.items()}}


def facts_of(result: TierResult, version: StandardVersion) -> dict[str, Any]:
    """A result as plain JSON values, of a version that it was reckoned under."""
    exact = decimal(result.share * 100)
    met = number(result.met)
    facts: dict[str, Any] = {
        "met": met,
        "share": f"{exact} %" if met is None else f"{met}/{result.criteria}",
        "percent": float(result.percent),
        "level": result.level,
        "between": result.between,
    }
    if result.met is None:
        count, facts["reached_with"] = counted(result)
        facts["count"] = plain(count)
        # Not as 'more', by which pages tell that a count was given.
        facts["missing"] = {band.tier: number(distance_to(band, result)) for band in bands(version)}
    if result.met is not None:
        facts["more"] = {d.tier: number(d.more) for d in result.distances}
        facts["spare"] = {d.tier: number(d.spare) for d in result.distances}
    return facts
