"""Questions that the records should be able to answer, in natural wordings.

Each names the tool that has to answer it: a document may happen to hold the answer to one of them
today, and another one tomorrow.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answers import Language, ToolName
from assistant.geography import find_areas
from assistant.suggestions.wordings import (
    TOPICS,
    Template,
    counted_words,
    country_of,
    level_name,
    month_name,
    people,
    worded,
)
from assistant.tools.tiers import bands
from corpus.documents import Document
from corpus.records import City, EligibilityRule, Records, Standard

MIN_CITIES = 3
"""A month or state of fewer certified cities than this is not worth a question of its own."""

SHORT_BY = 3
"""So many criteria are missing in a question on how many are."""

MAX_TOPICS = 2
"""A city's document names its topics by weight; so many of them get a question."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, which template it is of, and what has to answer it."""

    question: str
    template: Template
    tool: ToolName | None = None
    documents: Sequence[str] = ()
    topics: Sequence[str] = ()


def record_questions(records: Records, language: Language) -> Iterator[Asked]:
    """Questions for the tools, in one language."""
    if records.standard:
        yield from _levels(records.standard, language)
        yield from _criteria(records.standard, language)
    yield from _places(records.cities, language)
    yield from _cities(records.cities, language)
    yield from _totals(records, language)
    if records.eligibility:
        yield from _eligibility(records.eligibility[-1], records.cities, language)


def topic_questions(
    records: Records, documents: Sequence[Document], language: Language
) -> Iterator[Asked]:
    """Questions on what cities did, which the documents have to answer.

    Those on one city are asked in the languages that its document does not list questions in.
    """
    for topic, names in TOPICS.items():
        about = tuple(d.id for d in documents if topic in d.topics)
        if len(about) > 1:
            asked = worded("topic_cities", language, topic=names[language])
            yield Asked(asked, "topic_cities", documents=about, topics=(topic,))
    cities = {city.id: city for city in records.cities}
    for document in documents:
        city = cities.get(document.cities[0]) if len(document.cities) == 1 else None
        if city is None or document.language == language:
            continue
        name = full_name(city, records.cities)
        for topic in [t for t in document.topics if t in TOPICS][:MAX_TOPICS]:
            asked = worded("city_topic", language, city=name, topic=TOPICS[topic][language])
            about = tuple(d.id for d in documents if topic in d.topics and city.id in d.cities)
            yield Asked(asked, "city_topic", documents=about, topics=(topic,))


def full_name(city: City, cities: Sequence[City]) -> str:
    """A city's name, with its state where another city has the same name."""
    namesakes = sum(other.name == city.name for other in cities)
    return f"{city.name}, {city.state}" if namesakes > 1 and city.state else city.name


def _levels(standard: Standard, language: Language) -> Iterator[Asked]:
    counted = counted_words(standard, language)
    for version in standard.versions:
        scale = bands(version) if version.tiers else ()
        for band in scale:
            level = level_name(band.tier, language, standard)
            if version != standard.current:
                year = version.in_force_from.year
                asked = worded("old_standard", language, **counted, level=level, year=year)
                yield Asked(asked, "old_standard", "tier", topics=("tiers", "history"))
                continue
            slots = {**counted, "level": level, "criteria": version.criteria}
            asked = worded("level_needs", language, **slots)
            yield Asked(asked, "level_needs", "tier", topics=("tiers",))
            for met in range(max(band.needed - 1, 0), band.needed + 1):
                asked = worded("level_of_count", language, **slots, met=met)
                yield Asked(asked, "level_of_count", "tier", topics=("tiers",))
            if band.needed > SHORT_BY:
                asked = worded("criteria_missing", language, **slots, met=band.needed - SHORT_BY)
                yield Asked(asked, "criteria_missing", "tier", topics=("tiers",))
    if standard.current.tiers:
        yield Asked(worded("thresholds", language), "thresholds", "tier", topics=("tiers",))


def _criteria(standard: Standard, language: Language) -> Iterator[Asked]:
    topics = ("criteria",)
    for area in standard.practice_areas:
        asked = worded("area_criteria", language, area=area.name)
        yield Asked(asked, "area_criteria", "criteria", topics=topics)
    for criterion in standard.criteria:
        asked = worded("criterion", language, criterion=criterion.id)
        yield Asked(asked, "criterion", "criteria", topics=topics)


def _places(cities: Sequence[City], language: Language) -> Iterator[Asked]:
    certified = [city for city in cities if city.awards]
    # A state matters where it has company; a country always does.
    states = Counter(city.state for city in certified if city.state)
    places = [_country(city.country, language) for city in certified]
    if language != "pt":  # which has an article, or none, before each
        inside = "in" if language == "en" else "de"
        places += [f"{inside} {state}" for state, n in states.items() if n >= MIN_CITIES]
    for place in dict.fromkeys(places):
        asked = worded("country_cities", language, country=place)
        yield Asked(asked, "country_cities", "directory")
        asked = worded("country_count", language, country=place)
        yield Asked(asked, "country_count", "directory")
    months = Counter(a.date[:7] for city in certified for a in city.awards if a.date)
    for month, count in sorted(months.items()):
        if count >= MIN_CITIES and "-" in month:
            asked = worded("certified_then", language, month=month_name(month, language))
            yield Asked(asked, "certified_then", "directory", topics=("announcements",))
    for level in dict.fromkeys(a.level for city in certified for a in city.awards if a.level):
        asked = worded("at_level", language, level=level_name(level, language))
        yield Asked(asked, "at_level", "directory", topics=("tiers",))


def _cities(cities: Sequence[City], language: Language) -> Iterator[Asked]:
    for city in cities:
        name = full_name(city, cities)
        if any(award.level for award in city.awards):
            asked = worded("city_level", language, city=name)
            yield Asked(asked, "city_level", "directory", topics=("tiers",))
        if any(award.date for award in city.awards):
            asked = worded("city_since", language, city=name)
            yield Asked(asked, "city_since", "directory", topics=("history",))


def _totals(records: Records, language: Language) -> Iterator[Asked]:
    if not records.totals:
        return
    yield Asked(worded("total_now", language), "total_now", "directory", topics=("totals",))
    for total in records.totals:
        if total.total is not None:
            asked = worded("total_then", language, month=month_name(total.date, language))
            yield Asked(asked, "total_then", "directory", topics=("totals",))


def _eligibility(
    rule: EligibilityRule, cities: Sequence[City], language: Language
) -> Iterator[Asked]:
    topics = ("eligibility",)
    yield Asked(worded("min_population", language), "min_population", "eligibility", topics=topics)
    for count in (rule.min_population - 1, rule.min_population):
        asked = worded("population_eligible", language, people=people(count, language))
        yield Asked(asked, "population_eligible", "eligibility", topics=topics)
    for place in dict.fromkeys(_country(city.country, language) for city in cities):
        asked = worded("country_eligible", language, country=place)
        yield Asked(asked, "country_eligible", "eligibility", topics=topics)


def _country(name: str, language: Language) -> str:
    """A country of the records, which name it in English, as the language speaks of it."""
    return country_of(next(area.code for area in find_areas(name)), language)
