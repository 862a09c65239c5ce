"""The words of a question as signs of what it is for, the values in it masked by their kinds.

So '33 of 43' and '27 of 45' give the same signs, and a place that no example names counts as one.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Protocol

from assistant.folding import fold
from assistant.geography import find_areas
from assistant.intents.examples import SLOTS
from assistant.tools.populations import plain_amounts


class PlaceFinder(Protocol):
    """Finds the directory's cities in a text: ids, each with the folded name it goes by there."""

    def find(self, text: str) -> Mapping[str, str]: ...  # noqa: D102


_MASKS = {slot: f" z{slot} " for slot in SLOTS}
_VALUES = tuple(
    (re.compile(pattern), _MASKS[slot])
    for slot, pattern in (
        ("criterion", r"\b(?:dm|lc|od|pa|bf|rdc|ci|eval) ?\d+\b"),
        ("share", r"(?<![\w.])-?\d+(?:\.\d+)?%"),
        ("year", r"(?<![\w.])(?:19|20)\d\d\b"),
        ("people", r"(?<![\w.])\d{4,}\b"),
        ("count", r"(?<![\w.])-?\d+(?:\.\d+)?\b"),
        ("level", r"\b(?:silver|gold|platinum|plata|oro|platino|prata|ouro|platina)\b"),
    )
)
_STEM = 5
"""Letters of a longer word that are a sign of their own, whatever its ending."""


def signs_of_template(template: str) -> frozenset[str]:
    """The signs of an example; its slots are masked as the values of a question are."""
    return _signs(_masked(template.format_map(_MASKS)))


def signs_of(question: str, places: PlaceFinder) -> frozenset[str]:
    """The signs of a question: its words, pairs of them and the beginnings of the longer ones."""
    text = question
    for area in sorted(find_areas(question), key=lambda area: -area.start):
        text = f"{text[: area.start]}{_MASKS['country']}{text[area.end :]}"
    text = fold(text)
    for name in sorted(set(places.find(question).values()), key=lambda own: (-len(own), own)):
        text = re.sub(rf"\b{re.escape(name)}\b", _MASKS["place"], text)
    return _signs(_masked(text))


def _masked(text: str) -> Sequence[str]:
    text = plain_amounts(text)
    for pattern, mask in _VALUES:
        text = pattern.sub(mask, text)
    return ["^", *re.findall(r"[a-z]+", text), "$"]


def _signs(words: Sequence[str]) -> frozenset[str]:
    pairs: Iterable[str] = (f"{a} {b}" for a, b in pairwise(words))
    stems = (f"{word[:_STEM]}*" for word in words if len(word) > _STEM)
    return frozenset((*words[1:-1], *pairs, *stems))
