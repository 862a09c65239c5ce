"""The places of the directory, found by name in a text."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.folding import fold
from assistant.ordinary_words import is_ordinary
from corpus.records import City
from index.function_words import FUNCTION_WORDS
from index.lexicon import words

MIN_CORRECTED = 5
"""Shorter words are taken as they are written; longer ones may have a slip in each five letters."""


class Gazetteer:
    """Finds cities by their names, however accented or capitalised, and if need be misspelt."""

    def __init__(self, cities: Sequence[City]) -> None:
        by_name: dict[str, list[City]] = {}
        for city in cities:
            for name in {city.name, *city.other_names}:
                by_name.setdefault(_folded_words(name), []).append(city)
        self._words = sorted({word for name in by_name for word in name.split()})
        in_state: dict[str, list[str]] = {}
        for name, own in by_name.items():
            for state in {fold(city.state) for city in own if city.state}:
                if state in by_name and state != name:
                    in_state.setdefault(state, []).append(name)
        # A state that is a city's name too tells where another lies: 'Buffalo, New York'.
        self._in_state = [
            re.compile(
                rf" ({'|'.join(map(re.escape, names))}) (?:in )?{re.escape(state)} (?!city )"
            )
            for state, names in in_state.items()
        ]
        for city in cities:
            for name in city.nicknames:
                # Not into the words to be corrected, for they are words of every day.
                by_name.setdefault(_folded_words(name), []).append(city)
        # The longest name first, so that 'New York City' is not read as 'New York'.
        self._names = [
            (name, name.split()[0], by_name[name]) for name in sorted(by_name, key=_longest_first)
        ]
        # The same sentences and words come up again and again.
        self.correct = lru_cache(maxsize=16384)(self._corrected)
        self.find = lru_cache(maxsize=16384)(self._found)
        self.opening = lru_cache(maxsize=16384)(self._opened)

    def _found(self, text: str) -> Mapping[str, str]:
        """Ids of the cities a text names, each with the name it goes by there.

        Where several cities share a name, one whose state is named too stands alone.
        """
        folded = f" {_folded_words(text)} "
        whole, told = folded, set(folded.split())
        for beside in self._in_state:
            folded = beside.sub(r" \1  ", folded)
        found: dict[str, str] = {}
        for name, first, cities in self._names:
            if first not in told:
                continue
            # 'Washington State' is not the city.
            folded = folded.replace(f" {name} state ", "  ")
            if f" {name} " in folded and is_written_as_name(name, text):
                denied = [c for c in cities if c.state and self._is_denied(c.state, whole)]
                meant = [c for c in cities if c not in denied] or cities
                chosen = [c for c in meant if c.state and f" {fold(c.state)} " in whole] or meant
                found.update((city.id, name) for city in chosen)
                folded = folded.replace(f" {name} ", "  ")
        return found

    @staticmethod
    def _is_denied(state: str, text: str) -> bool:
        """Whether a folded text says that a state is not the one: 'not the Minnesota one'."""
        return bool(re.search(rf" not (?:the |in |that in )*{re.escape(fold(state))} ", text))

    def _opened(self, text: str) -> frozenset[str]:
        """Ids of the city that a sentence begins with, or of those of its name; none if of none."""
        start = f"{_folded_words(text[:40])} ".removeprefix("the city of ")
        for name, _, cities in self._names:
            if start.startswith(f"{name} ") and is_written_as_name(name, text):
                own = frozenset(city.id for city in cities)
                return own & self.find(text).keys() or own
        return frozenset()

    def _corrected(self, word: str) -> str | None:
        """The word of a place's name that `word`, folded, is a slip of; None if of none."""
        return nearest(word, self._words)


def _longest_first(name: str) -> tuple[int, str]:
    return -len(name), name


def is_written_as_name(name: str, text: str) -> bool:
    """Whether a folded name that is also a small word, as LA's, stands in capitals in a text.

    Not after a comma, where it is the state's: 'New Orleans, LA'.
    """
    if name not in _SMALL_WORDS:
        return True
    capitals = re.escape(name.upper()) if "." in name else r"\.?".join(name.upper())
    return not text.isupper() and bool(re.search(rf"(?<!, )(?<!\w){capitals}(?!\w)", text))


_SMALL_WORDS = frozenset(fold(word) for words in FUNCTION_WORDS.values() for word in words)


def nearest(word: str, known: Sequence[str]) -> str | None:
    """The known word that differs from `word` by a slip of the finger; None if there is none.

    Optimal string alignment counts a pair of swapped letters as one slip. Fingers seldom slip on
    the first letter, and an ordinary word is a slip of none.
    """
    if len(word) < MIN_CORRECTED or is_ordinary(word):
        return None
    match = process.extractOne(
        word,
        [other for other in known if other.startswith(word[0])],
        scorer=OSA.normalized_similarity,
        score_cutoff=1 - 1 / MIN_CORRECTED,
    )
    return match[0] if match else None


def _folded_words(text: str) -> str:
    return " ".join(fold(word).removesuffix("'s").removesuffix("’s") for word in words(text))
