"""What a turn names and a follow-up may put something else in the place of.

A slot is a span of a text with its kind: a follow-up's place takes the place of a place, its date
of a date. Spans hold the words as they were written.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from assistant.dialogue.dates import dates_in
from assistant.dialogue.wording import SMALL, Word, words_of
from assistant.figures import LEVELS
from assistant.folding import fold
from assistant.geography import find_areas, find_groups
from assistant.places import nearest
from corpus.records import City, Standard

Kind = Literal["place", "area", "level", "date", "count", "percent", "criterion", "practice"]


@dataclass(frozen=True, slots=True)
class Slot:
    """Characters `start` to `end` of a text, and what they name.

    Attributes:
        value: area code, level, criterion's id or practice area's name; the words themselves else.
        cities: of a place; several where the name is shared.
    """

    kind: Kind
    value: str
    start: int
    end: int
    cities: tuple[City, ...] = ()


_COMMON_FIRST = SMALL | frozenset("new san santa sao south north saint city ciudad port".split())
"""Words that begin many names, so that they do not stand for one."""

_AMOUNT = r"(?<![\w.,-])(?:\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,]\d+)*)"
_PERCENT = re.compile(rf"{_AMOUNT} ?(?:%|percent\b|per cent\b|por ?ciento\b|por ?cento\b)")
_COUNT = re.compile(
    rf"{_AMOUNT}(?:(?: ?k| mil(?:lion(?:es)?|hao|hoes)?| thousand)\b)?(?![\w%]| ?%)"
)


class SlotFinder:
    """Finds slots by the cities, levels, criteria and practice areas of a programme."""

    def __init__(self, cities: Sequence[City], standard: Standard | None) -> None:
        self._cities: dict[tuple[str, ...], tuple[City, ...]] = {}
        for city in cities:
            for name in {city.name, *city.other_names}:
                key = tuple(word.plain for word in words_of(name))
                self._cities[key] = (*self._cities.get(key, ()), city)
        self._longest = max((len(key) for key in self._cities), default=0)
        self._words = sorted({word for key in self._cities for word in key})
        self._states = {tuple(w.plain for w in words_of(c.state)) for c in cities if c.state}
        criteria = standard.criteria if standard else ()
        areas = standard.practice_areas if standard else ()
        self._practices = {fold(area.name): area.name for area in areas}
        names = {area.id: area.name for area in areas}
        firsts = Counter(key[0] for key in self._cities)
        self._by_first = {
            key[0]: city.name
            for key, (city, *_) in self._cities.items()
            if len(key) > 1 and firsts[key[0]] == 1 and key[0] not in _COMMON_FIRST
        }
        # A conversation's turns are read anew for each question in it.
        self._found = lru_cache(maxsize=1024)(self._find)
        self.levels = tuple(tier.name for tier in standard.current.tiers) if standard else ()
        self.practice_of = {c.id: names.get(c.practice_area, "") for c in criteria}

    def find(self, text: str, *, familiar: Sequence[str] = ()) -> Sequence[Slot]:
        """Slots of a text, in order; none overlaps another.

        Args:
            familiar: names of places spoken of, which may be called by their first word:
                'Rio' after Rio de Janeiro.
        """
        words = {word.plain for word in words_of(text)}
        called = (name for name in familiar if words_of(name)[0].plain in words)
        return self._found(text, tuple(dict.fromkeys(called)))

    def _find(self, text: str, familiar: Sequence[str]) -> Sequence[Slot]:
        taken: list[Slot] = []
        folded = fold(text) if len(fold(text)) == len(text) else text.lower()
        for slot in (
            *self._places(text),
            *self._short_names(text, familiar),
            *self._programme(folded),
            *_areas(text),
            *_figures(folded, text),
        ):
            if all(slot.end <= other.start or slot.start >= other.end for other in taken):
                taken.append(slot)
        return tuple(sorted(taken, key=lambda slot: slot.start))

    def is_also_a_state(self, city: City) -> bool:
        """Whether the state that other cities are in has a city's name, as Mendoza's."""
        return _plain(city.name) in self._states

    def is_place(self, text: str) -> bool:
        """Whether a text is a city's name, with its state or without."""
        found = self.find(text)
        return len(found) == 1 and found[0].kind == "place" and found[0].end == len(text)

    def correct(self, word: str) -> str | None:
        """The word of a place's name that `word`, folded, is a slip of; None if of none."""
        return nearest(word, self._words)

    def called_short(self, text: str) -> tuple[str, ...]:
        """Names of places that a text may call by their first word, written as a name."""
        capitals = (w.plain for w in words_of(text) if text[w.start].isupper())
        return tuple(self._by_first[word] for word in capitals if word in self._by_first)

    def sharing(self, city: City) -> tuple[City, ...]:
        """All cities of the same name."""
        return self._cities[tuple(word.plain for word in words_of(city.name))]

    def with_all_of_a_name(self, text: str, joiner: str) -> str:
        """'The two Rochesters' as each of the cities of that name, with its state."""
        for found in _ALL_OF_A_NAME.finditer(text):
            cities = self._cities.get(_plain(found["name"]), ())
            if len(cities) > 1:
                names = joiner.join(f"{c.name}, {c.state or c.country}" for c in cities)
                return f"{text[: found.start()]}{names}{text[found.end() :]}"
        return text

    def _places(self, text: str) -> Iterator[Slot]:
        words, at = words_of(text), 0
        while at < len(words):
            length = self._name_at(words, at)
            if not length:
                at += 1
                continue
            span = words[at : at + length]
            key = tuple(word.plain for word in span)
            cities = self._cities.get(key) or self._cities[self._owner(key)]
            state = self._state_at(text, words, at + length)
            between = 0
            if (
                not state
                and words[at + length : at + length + 1]
                and words[at + length].plain in _IN
            ):
                state = self._state_at(text, words, at + length + 1)
                between = 1
            named = tuple(words_of_state for words_of_state in state)
            chosen = tuple(c for c in cities if _plain(c.state) == named) if named else ()
            if not chosen and (elsewhere := _state_beside(text, span[-1].end)):
                yield Slot("place", text[span[0].start : elsewhere], span[0].start, elsewhere)
                at = next((n for n, w in enumerate(words) if w.start >= elsewhere), len(words))
                continue
            kept = len(named) + between if chosen else 0
            end = words[at + length + kept - 1].end
            if kept and text[end : end + 1] == ")":
                end += 1
            yield Slot("place", text[span[0].start : end], span[0].start, end, chosen or cities)
            at += length + kept

    def _short_names(self, text: str, familiar: Sequence[str]) -> Iterator[Slot]:
        for name in familiar:
            full = tuple(word.plain for word in words_of(name))
            short = full[0] if len(full) > 1 and full in self._cities else ""
            for word in words_of(text):
                if word.plain == short and short not in _COMMON_FIRST:
                    yield Slot("place", name, word.start, word.end, self._cities[full])

    def _name_at(self, words: Sequence[Word], at: int) -> int:
        for length in range(self._longest, 0, -1):
            span = tuple(word.plain for word in words[at : at + length])
            if span in self._cities or self._owner(span) in self._cities:
                return min(length, len(words) - at)
        return 0

    def _owner(self, key: tuple[str, ...]) -> tuple[str, ...]:
        """The name whose genitive a name may be, its apostrophe left out: 'carlsbads level'."""
        last = key[-1] if key else ""
        return (*key[:-1], last[:-1]) if last.endswith("s") and len(last) > _SHORTEST else ()

    def _state_at(self, text: str, words: Sequence[Word], at: int) -> tuple[str, ...]:
        """The state that is named from a word on, as in 'Rochester, New York'."""
        for length in (3, 2, 1):
            span = tuple(word.plain for word in words[at : at + length])
            if span in self._states:
                return span
        return ()

    def _programme(self, folded: str) -> Iterator[Slot]:
        for name, practice in self._practices.items():
            for found in re.finditer(rf"\b{re.escape(name)}\b", folded):
                yield Slot("practice", practice, found.start(), found.end())
        for found in re.finditer(r"\b([a-z]{2,4}) ?(\d)\b", folded):
            identity = f"{found[1]}{found[2]}".upper()
            if identity in self.practice_of:
                yield Slot("criterion", identity, found.start(), found.end())


_ALL_OF_A_NAME = re.compile(
    r"\b(?i:(?:the |l[ao]s |as |os )?(?:two|both|dos|duas|dois)(?: cities (?:called|named|of))?) "
    r"(?P<name>[A-ZÀ-Ý][\w-]+?)(?:e?s)?\b(?!-)"
)
_SHORTEST = 5
"""Letters of the shortest word that is taken for a genitive without its apostrophe, less one."""
_IN = frozenset("in en em".split())


def _state_beside(text: str, end: int) -> int:
    """Where the state ends that stands behind a city's name; 0 if there is none."""
    comma = re.match(r", ?| (?:in|en|em) | \(", text[end:])
    start = end + comma.end() if comma else 0
    beside = (area for area in find_areas(text) if area.kind == "state" and area.start == start)
    return next((area.end for area in beside), 0) if comma else 0


def _plain(text: str) -> tuple[str, ...]:
    return tuple(word.plain for word in words_of(text))


def _areas(text: str) -> Iterator[Slot]:
    for area in (*find_groups(text), *find_areas(text)):
        yield Slot("area", area.code, area.start, area.end)


def _figures(folded: str, text: str) -> Iterator[Slot]:
    """Levels, dates, percentages and counts."""
    for word in words_of(text):
        if word.plain in LEVELS:
            yield Slot("level", LEVELS[word.plain], word.start, word.end)
    for start, end in dates_in(text):
        yield Slot("date", text[start:end], start, end)
    for found in _PERCENT.finditer(folded):
        yield Slot("percent", text[found.start() : found.end()], found.start(), found.end())
    for found in _COUNT.finditer(folded):
        yield Slot("count", text[found.start() : found.end()], found.start(), found.end())
