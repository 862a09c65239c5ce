"""What the directory found, as the plain JSON values of the tool call."""

from collections.abc import Mapping, Sequence
from typing import Any

from assistant.answers import Language
from assistant.geography import area_name
from assistant.tools.directory import Directory, Held
from assistant.tools.directory_question import DirectoryQuestion
from assistant.tools.directory_texts import country_name
from corpus.records import RunningTotal


def arguments_of(question: DirectoryQuestion, language: Language) -> Mapping[str, Any]:
    """The question as plain JSON values, without what it does not say."""
    whens = [when for when in (question.when, *question.also_when) if when]
    given: dict[str, Any] = {
        "ask": question.kind,
        "cities": list(question.cities),
        "name": question.name,
        "areas": _areas(question.areas, language),
        "outside": _areas(question.outside, language),
        "levels": list(question.levels),
        "when": [{"relation": when.relation, "date": when.date} for when in whens],
        "change": question.change,
    }
    return {name: value for name, value in given.items() if value}


def _areas(codes: Sequence[str], language: Language) -> list[Mapping[str, str]]:
    return [{"code": code, "name": area_name(code, language)} for code in codes]


def row_of(held: Held, directory: Directory, language: Language) -> Mapping[str, Any]:
    """An award as a row: city, place, level, date, what it was, and its sources."""
    city, award = held.city, held.award
    row: dict[str, Any] = {
        "id": city.id,
        "city": city.name,
        "state": city.state,
        "country": city.country,
        "country_name": country_name(city, language),
        "level": award.level,
        "date": award.date,
        "change": held.change,
        "status": city.status,
        "note": award.note,
        "sources": sources_of(award.sources, directory),
    }
    return {name: value for name, value in row.items() if value or name in ("level", "date")}


def total_of(total: RunningTotal, added: int | None, directory: Directory) -> Mapping[str, Any]:
    """A running total as a row; `added` may be the difference of two totals."""
    return {
        "date": total.date,
        "total": total.total,
        "added": added,
        "note": total.note,
        "sources": sources_of(total.sources, directory),
    }


def sources_of(ids: Sequence[str], directory: Directory) -> list[Mapping[str, str]]:
    """Titles, publishers and addresses of sources."""
    found = [directory.sources[id_] for id_ in ids if id_ in directory.sources]
    return [{"title": s.title, "publisher": s.publisher, "url": s.url} for s in found]
