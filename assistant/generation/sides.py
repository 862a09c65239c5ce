"""Which values are told of those outside, or without, something."""

import re
from collections.abc import Sequence

from assistant.generation.reading import Reading

_BOTH_SIDES = re.compile(r"\b(?:with|in|con|com|dentro) (?:and|or|y|o|e|ou) $", re.I)
_WITHOUT = re.compile(r"without|sin|sem|non-\w+", re.I)


def outsiders(places: Sequence[int], reading: Reading) -> set[int]:
    """The values, by where they start, nearest to each word such as 'outside': their indices."""
    found = set[int]()
    for token in reading.tokens:
        is_side = ("side", -1) in token.poles or _WITHOUT.fullmatch(token.text)
        if is_side and not _BOTH_SIDES.search(reading.text[: token.start]):
            found.add(min(range(len(places)), key=lambda n: abs(places[n] - token.start)))
    return found
