"""Whether the sentence that a record names as its evidence says what the record states.

A record and its sentence are written by hand, at different times; here they are held against each
other: the city's name, its level and date, a total, a threshold, a criterion's id.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.documents import Document, find_quote
from corpus.records import (
    City,
    EligibilityRule,
    Evidence,
    LevelTotal,
    Records,
    RunningTotal,
    Standard,
    StandardVersion,
)

MONTHS: Sequence[str] = (
    "January February March April May June July August September October November December".split()
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A record's evidence, and what its quote has to say.

    Attributes:
        place: the record, as findings name it.
        says: for each thing the quote must hold, the ways to write it.
    """

    place: str
    evidence: Evidence
    says: Sequence[Sequence[str]] = ()


def claims(records: Records) -> Iterator[Claim]:
    """Every piece of evidence that the records name."""
    if records.standard:
        yield from _standard(records.standard)
    for city in records.cities:
        yield from _city(city)
    if records.completeness:
        for evidence in (records.completeness.missing, records.completeness.absent):
            yield Claim("cities.yaml, completeness", evidence)
    for total in records.totals:
        yield from _total(total)
    for level_total in records.level_totals:
        yield _level_total(level_total)
    for renewals in records.renewals:
        yield Claim(f"totals.yaml, renewals of {renewals.date}", renewals.evidence)
    for own in records.area_additions:
        place = f"totals.yaml, {own.area} on {own.date}"
        yield Claim(place, own.evidence, [[spelled_date(own.date)]])
    for rule in records.eligibility:
        yield from _eligibility(rule)


def unmet(claim: Claim, documents: Mapping[str, Document]) -> Iterator[str]:
    """What is wrong with a claim's evidence, a message each; nothing if it holds."""
    quote = claim.evidence.quote
    document = documents.get(claim.evidence.document)
    if document is None:
        yield f"cites the document '{claim.evidence.document}', which is missing"
    elif find_quote(document.text, quote) is None:
        yield f"{document.id} does not say '{quote}'"
    for spellings in claim.says:
        if not any(_holds(quote, spelling) for spelling in spellings):
            yield f"its evidence does not hold '{spellings[0]}': '{quote}'"


def spelled_date(date: str) -> str:
    """A record's date as the documents write it: '14 July 2021', 'January 2018' or '2019'."""
    year, *rest = date.split("-")
    words = [MONTHS[int(rest[0]) - 1], year] if rest else [year]
    return " ".join([str(int(rest[1])), *words] if len(rest) > 1 else words)


def _standard(standard: Standard) -> Iterator[Claim]:
    for version in standard.versions:
        yield from _version(version)
    for area in standard.practice_areas:
        yield Claim(f"standard.yaml, {area.id}", area.evidence, [[area.name]])
        if area.sourcing:
            yield Claim(f"standard.yaml, {area.id}", area.sourcing, [[f"{area.id}1"]])
    for criterion in standard.criteria:
        yield Claim(f"standard.yaml, {criterion.id}", criterion.evidence, [[criterion.id]])


def _version(version: StandardVersion) -> Iterator[Claim]:
    place = f"standard.yaml, {version.id}"
    yield Claim(place, version.evidence, [[str(version.criteria)]])
    for tier in version.tiers:
        bounds = () if tier.derived else (tier.min_percent, tier.max_percent, tier.min_count)
        figures = [[str(figure)] for figure in bounds if figure is not None]
        yield Claim(place, tier.evidence, [[tier.name, *tier.names.values()], *figures])
    others = (
        version.rule,
        version.extra,
        version.areas_evidence,
        version.changes,
        version.sourcing_evidence,
    )
    for evidence in others:
        if evidence:
            yield Claim(place, evidence)


def _city(city: City) -> Iterator[Claim]:
    place = f"cities.yaml, {city.id}"
    names = [city.name, *city.other_names]
    if city.evidence:
        yield Claim(place, city.evidence, [names])
    for award in city.awards:
        level = [[award.level]] if award.level else []
        date = [[spelled_date(award.date)]] if award.date else []
        yield Claim(place, award.evidence, [names, *level, *date])
        for evidence in award.disputed:
            yield Claim(place, evidence, [names])


def _total(total: RunningTotal) -> Iterator[Claim]:
    """Where no source prints the total, the evidence tells how many were added."""
    place = f"totals.yaml, {total.date}"
    number = total.added if total.total is None else total.total
    says = [[spelled_date(total.date)], *([] if number is None else [[str(number)]])]
    yield Claim(place, total.evidence, says)
    month = [spelled_date(total.date), spelled_date(total.date[:7])]
    for evidence in (total.added_evidence, *total.named):
        if evidence:
            yield Claim(place, evidence, [month])


def _level_total(total: LevelTotal) -> Claim:
    month = [spelled_date(total.date), spelled_date(total.date[:7])]
    place = f"totals.yaml, {total.date} {total.level}"
    return Claim(place, total.evidence, [month, [str(total.level)]])


def _eligibility(rule: EligibilityRule) -> Iterator[Claim]:
    place = f"eligibility.yaml, {rule.id}"
    threshold = [[f"{rule.min_population:,}", str(rule.min_population)]]
    yield Claim(place, rule.evidence, threshold)
    yield Claim(place, rule.population_evidence, threshold)
    if rule.everywhere_evidence:
        yield Claim(place, rule.everywhere_evidence, threshold)
    others = (
        rule.elsewhere_evidence,
        rule.county_evidence,
        rule.county_rule_evidence,
        rule.inferred_evidence,
    )
    for evidence in others:
        if evidence:
            yield Claim(place, evidence)


def _holds(quote: str, spelling: str) -> bool:
    """Whether the quote has the words of `spelling`, in any case, and not inside a longer one."""
    pattern = rf"(?<![\w.,]){re.escape(spelling)}(?!\w|[.,]\d)"
    return re.search(pattern, quote, re.IGNORECASE) is not None
