"""The names that people give to practice areas, in every language, found in a text."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from assistant.folding import fold
from corpus.records import PracticeArea


@lru_cache(maxsize=4)
def _longest_first(names: tuple[tuple[str, ...], ...]) -> Sequence[tuple[str, int]]:
    plain = {
        " ".join(re.findall(r"\w+", fold(name))): n for n, own in enumerate(names) for name in own
    }
    return sorted(plain.items(), key=lambda item: (-len(item[0]), item[0]))


def names_of(areas: Sequence[PracticeArea]) -> Sequence[tuple[str, int]]:
    """Names of practice areas, folded, the longest first, each with the place of its area."""
    return _longest_first(tuple(tuple(_names(area)) for area in areas))


def _names(area: PracticeArea) -> Iterator[str]:
    yield from (area.name, *area.names.values())
    for names in area.other_names.values():
        yield from names
