"""Finding what is wrong in a programme: missing sources, broken ids, duplicates, contradictions.

Prose is held against the records where a sentence speaks plainly of one of them: a city's level at
a date, a running total, the band of a level, the criteria of a practice area.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from corpus.attestation import MONTHS, claims, unmet
from corpus.chunker import ChunkerSettings, chunk
from corpus.documents import Document
from corpus.programme import Programme
from corpus.records import City, Criterion, Records, RunningTotal, StandardVersion

MIN_DUPLICATE_WORDS = 6
"""Shorter sentences may recur."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong: the file or record concerned, and what it is in one sentence."""

    place: str
    message: str


def validate(programme: Programme) -> list[Finding]:
    """Everything that is wrong with a programme, in order of place; empty if it is sound."""
    found = [Finding(f.path.name, f.reason) for f in programme.failures]
    found += _document_findings(programme.documents)
    found += _duplicates(programme.documents)
    if programme.records:
        found += _record_findings(programme.records, programme.documents)
        found += _prose_findings(programme.records, programme.documents)
    return sorted(set(found), key=lambda f: (f.place, f.message))


def _document_findings(documents: Iterable[Document]) -> Iterator[Finding]:
    for document in documents:
        if not document.sources:
            yield Finding(document.id, "names no source")
        if document.published and not re.fullmatch(r"\d{4}(-\d\d){0,2}", document.published):
            yield Finding(document.id, f"'{document.published}' is not YYYY, YYYY-MM or YYYY-MM-DD")


def _duplicates(documents: Iterable[Document]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for document, sentence in _sentences(documents):
        key = " ".join(re.findall(r"\w+", sentence.lower()))
        if len(key.split()) < MIN_DUPLICATE_WORDS:
            continue
        if key in seen:
            yield Finding(document.id, f"says again what stands in {seen[key]}: '{sentence}'")
        seen.setdefault(key, document.id)


def _sentences(documents: Iterable[Document]) -> Iterator[tuple[Document, str]]:
    for document in documents:
        for passage in chunk(document, ChunkerSettings()):
            for span in passage.sentences:
                yield document, " ".join(document.text[span.start : span.end].split())


def _record_findings(records: Records, documents: Iterable[Document]) -> Iterator[Finding]:
    by_id = {document.id: document for document in documents}
    yield from _source_findings(records, by_id)
    yield from _standard_findings(records, by_id)
    for claim in claims(records):
        yield from (Finding(claim.place, message) for message in unmet(claim, by_id))
    cities = {city.id for city in records.cities}
    for document in by_id.values():
        for id_ in document.cities:
            if id_ not in cities:
                yield Finding(
                    document.id, f"names the city '{id_}', which cities.yaml does not list"
                )
    for kind, ids in (
        ("cities.yaml", [city.id for city in records.cities]),
        ("sources.yaml", [source.id for source in records.sources]),
        ("standard.yaml", [criterion.id for criterion in _criteria_of(records)]),
        ("eligibility.yaml", [rule.id for rule in records.eligibility]),
        ("matters.yaml", [matter.id for matter in records.matters]),
    ):
        for id_ in sorted({id_ for id_ in ids if ids.count(id_) > 1}):
            yield Finding(kind, f"the id '{id_}' stands twice")


def _criteria_of(records: Records) -> Sequence[Criterion]:
    return records.standard.criteria if records.standard else ()


def _source_findings(records: Records, documents: Mapping[str, Document]) -> Iterator[Finding]:
    known = {source.id for source in records.sources}
    used = {("totals.yaml", id_) for row in records.totals for id_ in row.sources}
    used |= {("totals.yaml", id_) for row in records.level_totals for id_ in row.sources}
    used |= {("totals.yaml", id_) for row in records.renewals for id_ in row.sources}
    used |= {("totals.yaml", id_) for row in records.area_additions for id_ in row.sources}
    for city in records.cities:
        used |= {(f"cities.yaml, {city.id}", id_) for id_ in city.sources}
        used |= {(f"cities.yaml, {city.id}", id_) for a in city.awards for id_ in a.sources}
    for rule in records.eligibility:
        used |= {(f"eligibility.yaml, {rule.id}", id_) for id_ in rule.sources}
    if standard := records.standard:
        for rows in (standard.versions, standard.practice_areas, standard.criteria):
            used |= {(f"standard.yaml, {row.id}", id_) for row in rows for id_ in row.sources}
    for place, id_ in sorted(used):
        if id_ not in known:
            yield Finding(place, f"names the source '{id_}', which sources.yaml does not list")
    if not records.sources:
        return  # the documents' own lists are all there is
    addresses = {(source.url, source.title) for source in records.sources}
    for document in documents.values():
        for own in document.sources:
            if (own.url, own.title) not in addresses:
                yield Finding(document.id, f"the source '{own.title}' is not in sources.yaml")


def _standard_findings(records: Records, documents: Mapping[str, Document]) -> Iterator[Finding]:
    standard = records.standard
    if standard is None:
        return
    if standard.criteria and len(standard.criteria) != standard.current.criteria:
        counts = f"{len(standard.criteria)} criteria listed, {standard.current.criteria} stated"
        yield Finding("standard.yaml", counts)
    for area in standard.practice_areas:
        own = sum(criterion.practice_area == area.id for criterion in standard.criteria)
        if own != area.criteria:
            message = f"{own} criteria listed, {area.criteria} stated"
            yield Finding(f"standard.yaml, {area.id}", message)
        if area.document not in documents:
            yield Finding(f"standard.yaml, {area.id}", f"no document '{area.document}'")


_Check = Callable[[Records, str], Iterator[str]]


def _prose_findings(records: Records, documents: Iterable[Document]) -> Iterator[Finding]:
    checks: tuple[_Check, ...] = (_levels, _totals, _bands, _criteria)
    for document, sentence in _sentences(documents):
        for check in checks:
            for message in check(records, sentence):
                yield Finding(document.id, f"{message}: '{sentence}'")


_MONTHS = {name: number for number, name in enumerate(MONTHS, start=1)}
_DATE = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})\b")
_LEVEL = re.compile(r"\b(silver|gold|platinum)\b", re.IGNORECASE)
_AWARDED = re.compile(
    r"\b(holds?|announced|certified at|awarded|reached|received)\b", re.IGNORECASE
)


def _dates(sentence: str) -> set[str]:
    return {f"{y}-{_MONTHS[m]:02d}-{int(d):02d}" for d, m, y in _DATE.findall(sentence)}


def _levels(records: Records, sentence: str) -> Iterator[str]:
    """A sentence that gives one city one level at one day must agree with the city's awards."""
    levels = {level.lower() for level in _LEVEL.findall(sentence)}
    dates = _dates(sentence)
    if len(levels) != 1 or len(dates) != 1 or not _AWARDED.search(sentence):
        return
    cities = [
        city for city in records.cities if re.search(rf"\b{re.escape(city.name)}\b", sentence)
    ]
    states = [city for city in cities if city.state and city.state in sentence]
    if len(cities) > 1 and len(states) == 1 and len({city.name for city in cities}) == 1:
        cities = states
    if len(cities) != 1:
        return
    level, date = levels.pop(), dates.pop()
    if not _has_award(cities[0], level, date):
        yield f"cities.yaml has no {level} for {cities[0].name} on {date}"


def _has_award(city: City, level: str, date: str) -> bool:
    for award in city.awards:
        known = award.date is None or date.startswith(award.date) or award.date in award.note
        if (award.level in (level, None)) and known:
            return True
    return False


_TOTAL = re.compile(
    r"\b(?:total(?:led| of| to| was| stood at| reached)?|brought .{0,40} to) (\d+)\b"
    r"|\b(\d+) (?:certified cities|cities (?:were|had been|are) certified)\b"
)


def _totals(records: Records, sentence: str) -> Iterator[str]:
    """A sentence that gives a total at one recorded day must give the recorded one."""
    dates = _dates(sentence)
    rows: list[RunningTotal] = [row for row in records.totals if row.date in dates]
    stated = {int(number) for pair in _TOTAL.findall(sentence) for number in pair if number}
    if len(dates) == 1 and len(rows) == 1 and len(stated) == 1 and rows[0].total not in stated:
        yield f"totals.yaml has {rows[0].total} on {rows[0].date}"


_PERCENT = re.compile(r"(\d+(?:\.\d+)?)(?: ?(?:to|-|–) ?(\d+(?:\.\d+)?))? ?(?:%|per cent)")


def _bands(records: Records, sentence: str) -> Iterator[str]:
    """A share of criteria in a sentence on one level must be a bound or a share of that level."""
    versions = [v for v in _versions_of(records) if v.tiers and not v.by_count]
    names = {tier.name.lower() for version in versions for tier in version.tiers}
    levels = {name for name in names if re.search(rf"\b{re.escape(name)}\b", sentence.lower())}
    if len(levels) != 1 or "criteria" not in sentence:
        return
    level = levels.pop()
    allowed = {figure for version in versions for figure in _figures(version, level)}
    for pair in _PERCENT.findall(sentence):
        for figure in pair:
            if figure and float(figure) not in allowed:
                yield f"standard.yaml gives {level} no {figure} %"


def _versions_of(records: Records) -> Sequence[StandardVersion]:
    return records.standard.versions if records.standard else ()


def _figures(version: StandardVersion, level: str) -> Iterator[float]:
    below = None
    for tier in version.tiers:
        if tier.name.lower() == level:  # 'above 83 %' names the end of the level below
            bounds = (below, tier.min_percent, tier.max_percent)
            yield from (float(percent) for percent in bounds if percent is not None)
        below = tier.max_percent
    for met in range(version.criteria + 1):
        share = Fraction(met * 100, version.criteria)
        yield from (round(float(share), 1), round(float(share), 2))


_CRITERION = re.compile(r"\b([A-Z]{2,4})(\d{1,2})\b")


def _criteria(records: Records, sentence: str) -> Iterator[str]:
    """A criterion's id must be known, and a practice area's number of criteria must be right."""
    areas = {a.id: a for a in records.standard.practice_areas} if records.standard else {}
    known = {criterion.id for criterion in _criteria_of(records)}
    for prefix, number in _CRITERION.findall(sentence):
        if prefix in areas and prefix + number not in known:
            yield f"there is no criterion {prefix}{number}"
    for area in areas.values():
        stated = re.search(rf"\b{area.name},? (?:has|holds|with|covers) (\w+) criteria", sentence)
        if stated and _count(stated.group(1)) not in (area.criteria, None):
            yield f"standard.yaml has {area.criteria} criteria for {area.name}"


_WORDS = "zero one two three four five six seven eight nine ten".split()


def _count(word: str) -> int | None:
    if word.isdecimal():
        return int(word)
    return _WORDS.index(word) if word in _WORDS else None
