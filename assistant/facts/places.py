"""Places of an English sentence: the programme's cities, and areas in the reader's language."""

import re
from collections.abc import Iterable, Sequence

from assistant.answers import Language
from assistant.folding import fold
from assistant.geography import Area, area_name, find_areas

# Names of organisations that hold a country's: 'Results for America'.
_OF_NAME = re.compile(r"[A-Z]\w+ (?:for|of) $")
_PLACE_AFTER = re.compile(r" (?:cit(?:y|ies)|countr|municipalit|place|town|state)")
_CURRENCY_AFTER = re.compile(r" (?:dollar|peso|real\b|reais)")
# What stands between a city and its state or country.
_BETWEEN = re.compile(r"(?: city)?(?:, | \(| in )")
_SHORT = ("US", "USA", "U.S.", "UK", "DC", "D.C.")


class PlaceNames:
    """Finds places in sentences as documents write them: to the letter.

    Args:
        cities: names of the programme's cities.
    """

    def __init__(self, cities: Iterable[str]) -> None:
        # 'Denver Gazette' is no city, so no capital may follow.
        names = sorted(set(cities), key=lambda name: (-len(name), name))
        self._cities = re.compile(
            rf"\b(?:{'|'.join(map(re.escape, names)) or '(?!)'})(?!\w| [A-Z])"
        )

    def find(self, text: str, language: Language) -> list[str]:
        """The places an English sentence names, each once: 'Recife (Brasil)', 'América Latina'."""
        areas = [area for area in find_areas(text) if _is_meant(area, text)]
        found: list[str] = []
        told = 0  # what stands before this is said already
        for city in self._cities.finditer(text):
            if city.start() < told:
                continue
            between = [area for area in areas if told <= area.start and area.end <= city.start()]
            found += [area_name(area.code, language) for area in between]
            told = city.end()
            if area := _beside(text, city.end(), areas):
                found.append(f"{city[0]} ({area_name(area.code, language)})")
                told = area.end
            else:
                found.append(city[0])
        found += [area_name(area.code, language) for area in areas if area.start >= told]
        return _without_repeats(list(dict.fromkeys(found)))


def _without_repeats(places: Sequence[str]) -> list[str]:
    """Places but for those that stand in another: 'Brasil' beside 'Recife (Brasil)'."""
    return [p for p in places if not any(p != other and p in other for other in places)]


def _is_meant(area: Area, text: str) -> bool:
    """Whether an area is spoken of, and not a currency, a people or an organisation."""
    written, after = text[area.start : area.end], text[area.end :]
    if _CURRENCY_AFTER.match(after):
        return False
    if written == "America" and _OF_NAME.search(text[: area.start]):
        return False
    is_name = written in _SHORT or fold(written) == fold(area_name(area.code, "en"))
    return is_name or bool(_PLACE_AFTER.match(after))


def _beside(text: str, end: int, areas: Sequence[Area]) -> Area | None:
    """The state or country that stands right after a city's name."""
    for area in areas:
        local = area.kind in ("state", "country")
        if local and area.start > end and _BETWEEN.fullmatch(text, end, area.start):
            return area
    return None
