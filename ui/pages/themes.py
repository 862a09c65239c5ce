"""Suggested questions as a reader looks for them: by theme, and by the city they ask about."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from assistant.answers import Language
from assistant.suggestions.store import Suggestion

Theme = Literal["levels", "criteria", "programme", "work", "rounds", "cities", "others"]

THEMES: tuple[Theme, ...] = (
    "levels",
    "programme",
    "criteria",
    "work",
    "cities",
    "rounds",
    "others",
)
"""Every theme, in the order of a page."""

SHOWN = 4
"""So many questions of a theme stand on the start page."""

SHORT = 90
"""Characters that a question on the start page has at most, where shorter ones are there."""

_BY_TEMPLATE: Mapping[str, Theme] = {
    **dict.fromkeys(
        ("thresholds", "level_needs", "level_of_count", "criteria_missing", "old_standard"),
        "levels",
    ),
    **dict.fromkeys(("criterion", "area_criteria", "tool:criteria"), "criteria"),
    **dict.fromkeys(("topic_cities", "city_topic"), "work"),
    **dict.fromkeys(
        ("country_eligible", "min_population", "population_eligible", "tool:eligibility"),
        "programme",
    ),
    **dict.fromkeys(("city_level", "city_since"), "cities"),
    **dict.fromkeys(
        ("country_cities", "country_count", "certified_then", "at_level", "total_now"),
        "rounds",
    ),
    "total_then": "rounds",
    "tool:tier": "levels",
}
_BY_KIND: Mapping[str, Theme] = {
    "standard": "levels",
    "practice": "criteria",
    "topic": "work",
    "city": "work",
    "announcement": "rounds",
    "programme": "programme",
    "question": "programme",
}

_OF_LEVELS = re.compile(
    r"\b(?:levels?|certifi\w+|gold|silver|platinum|n[ií]vel|nivel|oro|plata|ouro|prata)\b",
    re.IGNORECASE,
)
_CODE = re.compile(r"\b[A-Z]{2,}\d")
"""What only those call a criterion who know it already."""


def theme_of(suggestion: Suggestion) -> Theme:
    """What a question is about: told by its template, else by the document that answers it."""
    if found := _BY_TEMPLATE.get(suggestion.template):
        return found
    if suggestion.template == "tool:directory":
        return "cities" if suggestion.cities else "rounds"
    if suggestion.theme == "city" and _OF_LEVELS.search(suggestion.question):
        return "cities"
    return _BY_KIND.get(suggestion.theme, "others")


def by_theme(suggestions: Iterable[Suggestion]) -> dict[Theme, list[Suggestion]]:
    """Questions under their themes, in the order of a page; themes without any are left out."""
    found: dict[Theme, list[Suggestion]] = {theme: [] for theme in THEMES}
    for suggestion in suggestions:
        found[theme_of(suggestion)].append(suggestion)
    return {theme: own for theme, own in found.items() if own}


def by_city(
    suggestions: Iterable[Suggestion], name: Callable[[str], str]
) -> dict[str, list[Suggestion]]:
    """Questions on one city under its id, in the order of the cities' names."""
    found: dict[str, list[Suggestion]] = {}
    for suggestion in suggestions:
        found.setdefault(suggestion.cities[0], []).append(suggestion)
    return {id_: found[id_] for id_ in sorted(found, key=lambda id_: name(id_).casefold())}


def is_of_one_city(suggestion: Suggestion) -> bool:
    """Whether a question belongs under a city's name rather than under a theme."""
    return len(suggestion.cities) == 1


def front(
    suggestions: Sequence[Suggestion], language: Language, *, count: int = SHOWN
) -> dict[Theme, list[Suggestion]]:
    """A few questions of each theme in a language, as unlike as can be."""
    own = [suggestion for suggestion in suggestions if suggestion.language == language]
    seen: set[str] = set()
    return {theme: _spread(group, count, seen) for theme, group in by_theme(own).items()}


def _spread(group: Sequence[Suggestion], count: int, seen: set[str]) -> list[Suggestion]:
    """Questions that share as few templates, cities and documents as can be.

    Args:
        seen: cities and documents that were chosen before; those chosen now are added.
    """
    chosen: list[Suggestion] = []
    left = list(group)
    templates: set[str] = set()
    while left and len(chosen) < count:
        best = min(left, key=lambda s: _cost(s, templates, seen))
        left.remove(best)
        chosen.append(best)
        templates.add(_manner(best))
        seen.update((*best.cities, *best.documents, *best.said))
    return chosen


def _cost(suggestion: Suggestion, manners: set[str], seen: set[str]) -> tuple[bool, ...]:
    """Orders questions: what counts most against one comes first."""
    return (
        bool(suggestion.said) and seen.issuperset(suggestion.said),
        _manner(suggestion) in manners,
        suggestion.origin != "starter",
        suggestion.origin == "tool",
        len(suggestion.question) > SHORT or bool(_CODE.search(suggestion.question)),
        not seen.isdisjoint((*suggestion.cities, *suggestion.documents)),
        suggestion.origin == "record",
    )


def _manner(suggestion: Suggestion) -> str:
    """Questions of one manner look alike side by side: a template's, or those of like documents."""
    return suggestion.theme if suggestion.origin == "document" else suggestion.template
