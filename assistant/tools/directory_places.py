"""The places a question names: cities of the directory, areas, and namesakes that are neither.

A name may be a city's and a state's (Washington), or that of two cities (Rochester). What stands
beside it decides where it can: 'Rochester, MN', 'Washington state', 'the city of Mendoza'.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.area_names import GROUPS
from assistant.folding import fold
from assistant.geography import Area, find_areas, find_groups, is_within
from assistant.places import Gazetteer, is_written_as_name
from corpus.records import City

_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
_LONGEST_NAME = 5
# What may stand between a city and the state or country that tells which city it is.
_BESIDE = re.compile(r"[\s,(]*(?:(?:in|en|em|of|de|do|da)\s+)?(?:the\s+)?(?:state of\s+)?")
_CITY_BEFORE = re.compile(r"\b(?:city|town|ciudad|municipio|cidade|prefeitura)(?: (?:of|de|do))? $")
_STATE_BEFORE = re.compile(
    r"\b(?:state|province|estado|provincia)(?: (?:of|de|do|da))? $|\bestado d[eo] $"
)
_CITY_AFTER = re.compile(r"^ (?:city|ciudad|cidade|capital|dc)\b")
_STATE_AFTER = re.compile(r"^(?: |,? \(?(?:the|el|la|o|a) )(?:state|province|estado|provincia)\b")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in a text, at characters `start` to `end`.

    Attributes:
        name: as written, with the state or country that stands beside it.
        cities: ids of the directory cities that may be meant; several share the name.
        area: code of the area that is named, or may be.
        certain: whether the wording itself tells city from area.
        others: ids of the directory cities of that name, where the one meant lies elsewhere.
        also: codes of further areas, where a name stands for several; for a city told apart by
            its state or country, the code of that.
    """

    start: int
    end: int
    name: str
    cities: tuple[str, ...] = ()
    area: str = ""
    certain: bool = False
    others: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


class Places:
    """Finds the places of a question. Built once for a directory."""

    def __init__(self, cities: Sequence[City], gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.area_of: Mapping[str, str] = {city.id: _area_of(city) for city in cities}
        """The state a city lies in, or its country where the records name no state."""
        self._names: dict[str, tuple[str, ...]] = {}
        # A question is read for its places at several stages.
        self._found = lru_cache(maxsize=64)(self._find)
        for city in cities:
            for name in (city.name, *city.other_names, *city.nicknames):
                key = " ".join(_folded(word[0]) for word in _WORD.finditer(name))
                if city.id not in self._names.get(key, ()):
                    self._names[key] = (*self._names.get(key, ()), city.id)
        # Cities whose own name is also the name of the state of others, as Washington's.
        states = {fold(city.state): self.area_of[city.id] for city in cities if city.state}
        self._states = {
            key: states[key]
            for key in self._names
            if key in states and any(fold(city.name) == key for city in cities)
        }

    def cities_in(self, text: str) -> list[Mention]:
        """The cities a text names, in order."""
        return [mention for mention in self.find(text) if mention.cities]

    def find(self, text: str) -> list[Mention]:
        """The places a text names, in order; none overlaps another."""
        return list(self._found(text))

    def _find(self, text: str) -> tuple[Mention, ...]:
        areas = {area.start: area for area in find_areas(text)}
        groups = {group.start: group for group in find_groups(text)}
        words = list(_WORD.finditer(text))
        found: list[Mention] = []
        at = 0
        while at < len(words):
            length, ids = self._city_at(text, words, at)
            area = areas.get(words[at].start())
            if ids and not (area and area.end > words[at + length - 1].end()):
                mention = self._city(text, words[at : at + length], ids, areas)
            elif group := groups.get(words[at].start()):
                first, *also = GROUPS[group.code].codes.split()
                name = text[group.start : group.end]
                mention = Mention(group.start, group.end, name, (), first, also=tuple(also))
            elif area:
                mention = Mention(area.start, area.end, text[area.start : area.end], (), area.code)
            else:
                at += 1
                continue
            found.append(mention)
            at = next((n for n, w in enumerate(words) if w.start() >= mention.end), len(words))
        return tuple(found)

    def _city_at(
        self, text: str, words: Sequence[re.Match[str]], at: int
    ) -> tuple[int, tuple[str, ...]]:
        """How many words from `at` on name cities, and which; as written, else as misspelt."""
        around = text[max(0, words[at].start() - 2) :]
        for correct in (False, True):
            for length in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
                spelt = [_folded(word[0]) for word in words[at : at + length]]
                if correct:
                    spelt = [self._gazetteer.correct(word) or word for word in spelt]
                name = " ".join(spelt)
                if (ids := self._names.get(name)) and is_written_as_name(name, around):
                    return length, ids
        return 1, ()

    def _city(
        self,
        text: str,
        words: Sequence[re.Match[str]],
        ids: tuple[str, ...],
        areas: Mapping[int, Area],
    ) -> Mention:
        """The mention of one of the cities `ids`, told apart by what stands beside it."""
        start, end = words[0].start(), words[-1].end()
        end -= len(words[-1][0]) - len(re.sub(r"['’]s$", "", words[-1][0]))
        if beside := self._beside(text, end, ids, areas):
            until, code = beside
            whole = text[start:until]
            inside = tuple(id_ for id_ in ids if is_within(self.area_of[id_], code))
            # A state says more than the records know of a city without one.
            unknown = tuple(id_ for id_ in ids if is_within(code, self.area_of[id_]))
            chosen = inside or unknown
            others = () if chosen else ids
            return Mention(
                start, until, whole, chosen, "", certain=True, others=others, also=(code,)
            )
        before, after = fold(text[max(0, start - 24) : start]), fold(text[end : end + 28])
        name = text[start:end]
        area = self._states.get(_folded(name), "")
        own = areas.get(start)
        area = area or (own.code if own and own.end == end else "")
        if area and (_STATE_BEFORE.search(before) or _STATE_AFTER.search(after)):
            return Mention(start, end, name, (), area, certain=True)
        sure = bool(_CITY_BEFORE.search(before) or _CITY_AFTER.search(after))
        return Mention(start, end, name, ids, "" if sure else area, certain=sure or not area)

    def _beside(
        self, text: str, end: int, ids: Sequence[str], areas: Mapping[int, Area]
    ) -> tuple[int, str] | None:
        """Where the state or country after the name of the cities `ids` ends, and its code."""
        gap = _BESIDE.match(text, end)
        start = gap.end() if gap else end
        if start == end or "\n" in text[end:start]:
            return None
        area = areas.get(start)
        if area and area.kind in ("state", "country"):
            return area.end, area.code
        word = _WORD.match(text, start)
        if not word:
            return None
        if code := self._states.get(_folded(word[0])):
            return word.end(), code
        # 'rochester ny': without capitals or comma it counts only where it fits.
        postal = find_areas(f"City, {word[0].upper()}") if len(word[0]) == 2 else []
        fits = [a.code for a in postal if any(is_within(self.area_of[id_], a.code) for id_ in ids)]
        return (word.end(), fits[0]) if fits else None

    def state_of_its_name(self, mention: Mention) -> str:
        """The code of the state that a city's own name is too, if the directory has cities there.

        So of Washington, but not of New York, which the directory lists as New York City.
        """
        key = " ".join(_folded(word[0]) for word in _WORD.finditer(mention.name))
        return self._states.get(key, "") if mention.cities and mention.area else ""

    def is_inside(self, id_: str, code: str) -> bool:
        """Whether a city may lie in an area; its records may name its country alone."""
        own = self.area_of[id_]
        return is_within(own, code) or is_within(code, own)

    def is_ambiguous(self, name: str) -> bool:
        """Whether several cities of the directory, or a city and a state, go by a name."""
        key = " ".join(_folded(word[0]) for word in _WORD.finditer(name))
        return key in self._states or len(self._names.get(key, ())) > 1

    def holds_all(self, code: str) -> bool:
        """Whether every city of the directory lies in an area."""
        return all(is_within(area, code) for area in self.area_of.values())

    def within(self, code: str) -> Iterator[str]:
        """Ids of the directory cities in an area."""
        return (id_ for id_, area in self.area_of.items() if is_within(area, code))


def _area_of(city: City) -> str:
    """The code of the state of a city, or of its country."""
    if city.state:
        beside = f"{city.name}, {city.state}, {city.country}; province of {city.state}"
        states = [area for area in find_areas(beside) if area.kind == "state"]
        if states:
            return states[-1].code
    countries = [area for area in find_areas(city.country) if area.kind == "country"]
    return countries[0].code if countries else ""


@lru_cache(maxsize=4096)
def _folded(word: str) -> str:
    return re.sub(r"['’]s$|\.", "", fold(word))
