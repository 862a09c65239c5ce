"""The tier calculator: from criteria met, or a percentage of them, to a level. Exact rationals.

A level is held from the smallest count whose share reaches the level's printed minimum; a share
between two printed bands is therefore still the lower level. Where levels go by a count, of points
say, the count is the bound, and part of a point counts. What a question means is
`tier_grammar`'s business, how a result is said `tier_phrasing`'s.

Rules: the tiers of each version in `records/standard.yaml`, each with the sentence that prints it.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import Literal

from assistant.errors import AnsweringError
from corpus.records import Standard, StandardVersion

Fault = Literal["too_many", "negative", "fraction", "over_hundred", "negative_percent"]


class ImpossibleInputError(AnsweringError, ValueError):
    """No city can meet so many criteria, or such a share of them.

    Attributes:
        fault: what is wrong with it.
        given: the count, or the percentage, that was given.
        version: the version of the standard it was held against.
    """

    def __init__(self, fault: Fault, given: Fraction, version: StandardVersion) -> None:
        super().__init__(
            f"{decimal(given)} is not possible under {version.label}: it counts from 0 to "
            f"{version.criteria}{'' if version.by_count else ' in whole numbers'}, percentages "
            "from 0 to 100."
        )
        self.fault = fault
        self.given = given
        self.version = version


class NoTierBandsError(AnsweringError, ValueError):
    """The version of the standard gave levels by another rule than a share of criteria.

    Attributes:
        version: that version; its `rule` says how.
    """

    def __init__(self, version: StandardVersion) -> None:
        super().__init__(f"{version.label} gave levels by another rule than a percentage.")
        self.version = version


class UnknownVersionError(AnsweringError, LookupError):
    """No version of the standard has this id.

    Attributes:
        known: the ids there are, oldest version first.
    """

    def __init__(self, id_: str, known: tuple[str, ...]) -> None:
        super().__init__(f"There is no version '{id_}' of the standard; use {', '.join(known)}.")
        self.known = known


@dataclass(frozen=True, slots=True)
class Band:
    """A level's place on the scale.

    Attributes:
        min_percent: where it starts, in per cent: whole where levels go by share, exact else.
        max_percent: where its printed band ends; None at the top and where levels go by count.
        needed: smallest count of criteria that reaches it.
        holds_to: largest whole count that is still this level.
        derived: no source prints `min_percent`; it follows from the level below.
    """

    tier: str
    min_percent: int | Fraction
    max_percent: int | None
    needed: int
    holds_to: int
    derived: bool


@dataclass(frozen=True, slots=True)
class Distance:
    """How far a result is from a level.

    Attributes:
        needed: criteria the level takes in all.
        more: criteria still to be met, 0 once it is reached; None if only a percentage is known.
        spare: criteria that could be lost with this level kept; None if it is not reached or only
            a percentage is known.
        derived: see `Band`.
    """

    tier: str
    needed: int
    more: int | Fraction | None
    spare: int | Fraction | None
    derived: bool


@dataclass(frozen=True, slots=True)
class TierResult:
    """The level of a count or percentage under a version of the standard.

    Attributes:
        version: id of the version.
        criteria: how many it has.
        met: criteria met, whole but where levels go by count; None if a percentage was given.
        share: of the criteria, 0 to 1, exact.
        percent: the share as it is shown; see `shown_percent`.
        level: None below the lowest level.
        between: the next level, if the share lies above the printed end of one band and below the
            printed start of the next.
        distances: to every level, lowest first.
    """

    version: str
    criteria: int
    met: int | Fraction | None
    share: Fraction
    percent: Decimal
    level: str | None
    between: str | None
    distances: tuple[Distance, ...]

    @property
    def derived(self) -> bool:
        """Whether some figure here rests on a bound that no source prints."""
        return any(distance.derived for distance in self.distances)

    def distance(self, tier: str) -> Distance:
        """The distance to the level `tier`."""
        return next(d for d in self.distances if d.tier == tier)


def bands(version: StandardVersion) -> tuple[Band, ...]:
    """The levels of a version, lowest first, printed or derived.

    Raises:
        NoTierBandsError: it has no tiers.
    """
    if not version.tiers:
        raise NoTierBandsError(version)
    minimums: Sequence[int | Fraction]
    if version.by_count:
        needed = [tier.min_count or 0 for tier in version.tiers]
        minimums = [Fraction(100 * count, version.criteria) for count in needed]
    else:
        minimums = percents = tuple(_minimums(version))
        needed = [criteria_for(percent, version) for percent in percents]
    ends = [count - 1 for count in needed[1:]] + [version.criteria]
    return tuple(
        Band(
            tier=tier.name,
            min_percent=minimum,
            max_percent=tier.max_percent,
            needed=count,
            holds_to=end,
            derived=tier.derived or (tier.min_percent is None and not version.by_count),
        )
        for tier, minimum, count, end in zip(version.tiers, minimums, needed, ends, strict=True)
    )


def _minimums(version: StandardVersion) -> Iterator[int]:
    """Where each level starts; if that was not found, one per cent above the level below."""
    below: int | None = None
    for tier in version.tiers:
        if tier.min_percent is None and below is None:
            raise NoTierBandsError(version)
        yield tier.min_percent if tier.min_percent is not None else (below or 0) + 1
        below = tier.max_percent


def criteria_for(percent: int, version: StandardVersion) -> int:
    """The smallest count n with n / criteria >= percent / 100."""
    return -(-percent * version.criteria // 100)


def assess_count(met: int | Fraction, version: StandardVersion) -> TierResult:
    """The level of a count of criteria met.

    Raises:
        ImpossibleInputError: negative, more than there are, or not whole where it has to be.
        NoTierBandsError: the version has no tiers.
    """
    count = Fraction(met)
    if count < 0:
        raise ImpossibleInputError("negative", count, version)
    if count.denominator != 1 and not version.by_count:
        raise ImpossibleInputError("fraction", count, version)
    if count > version.criteria:
        raise ImpossibleInputError("too_many", count, version)
    whole = int(count) if count.denominator == 1 else count
    return _assess(count / version.criteria, whole, version)


def assess_percent(percent: int | Fraction | Decimal, version: StandardVersion) -> TierResult:
    """The level of a percentage of the criteria, 0 to 100; it need not be whole.

    Raises:
        ImpossibleInputError: negative or above 100.
        NoTierBandsError: the version has no percentage tiers.
    """
    given = Fraction(percent)
    if given < 0:
        raise ImpossibleInputError("negative_percent", given, version)
    if given > 100:
        raise ImpossibleInputError("over_hundred", given, version)
    return _assess(given / 100, None, version)


def _assess(share: Fraction, met: int | Fraction | None, version: StandardVersion) -> TierResult:
    scale = bands(version)
    reached = [band for band in scale if share * 100 >= band.min_percent]
    level = reached[-1] if reached else None
    above = scale[len(reached)].tier if level and len(reached) < len(scale) else None
    past_end = level and level.max_percent is not None and share * 100 > level.max_percent
    return TierResult(
        version=version.id,
        criteria=version.criteria,
        met=met,
        share=share,
        percent=shown_percent(share, version),
        level=level.tier if level else None,
        between=above if past_end else None,
        distances=tuple(_distance(band, met) for band in scale),
    )


def _distance(band: Band, met: int | Fraction | None) -> Distance:
    more = None if met is None else max(0, band.needed - met)
    spare = None if met is None or met < band.needed else met - band.needed
    return Distance(band.tier, band.needed, more, spare, band.derived)


def shown_percent(share: Fraction, version: StandardVersion) -> Decimal:
    """A share in per cent as it is shown: one decimal, halves rounded up, a whole number bare.

    Rounding goes by the decimal mode ROUND_HALF_UP and never onto or over a printed bound: 67.96 %
    is shown with two decimals, as 68.0 % would look like gold. The level comes from the exact
    share, never from this figure.
    """
    exact = share * 100
    if exact.denominator == 1:
        return Decimal(exact.numerator)
    printed = {p for band in bands(version) for p in (band.min_percent, band.max_percent) if p}
    for places in range(1, 25):
        shown = _rounded(exact, places)
        near = Fraction(shown)
        if all((near < p, near > p) == (exact < p, exact > p) for p in printed):
            break
    return shown


def decimal(value: Fraction) -> Decimal:
    """A given number in decimal form, to four places at most, without closing zeros."""
    return Decimal(f"{_rounded(value, 4):f}".rstrip("0").rstrip("."))


def _rounded(value: Fraction, places: int) -> Decimal:
    with localcontext(prec=200):
        quotient = Decimal(value.numerator) / Decimal(value.denominator)
        return quotient.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def version_by_id(id_: str, standard: Standard) -> StandardVersion:
    """The version with this id.

    Raises:
        UnknownVersionError: there is none.
    """
    for version in standard.versions:
        if version.id == id_:
            return version
    raise UnknownVersionError(id_, tuple(version.id for version in standard.versions))


def version_on(day: dt.date, standard: Standard) -> StandardVersion | None:
    """The version in force on a day, the latest that had begun; None before the first."""
    begun = [version for version in standard.versions if version.in_force_from <= day]
    return begun[-1] if begun else None


def version_of_year(year: int, standard: Standard) -> StandardVersion | None:
    """The version that began in a year, by which it is called; else the one in force then."""
    return version_on(dt.date(year, 12, 31), standard)


def version_with(criteria: int, standard: Standard) -> StandardVersion | None:
    """The newest version with this many criteria; None if there is none."""
    return next((v for v in reversed(standard.versions) if v.criteria == criteria), None)
