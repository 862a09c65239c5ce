"""Levels as people write them in a line: 'bronze 25, silver 45, gold 65 of 100 points'."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.errors import ProgrammeAssistantError
from corpus.records import KNOWN_UNITS

EXAMPLE = "bronze 25, silver 45, gold 65, platinum 85 of 100 points"

_OUT_OF = r"(?:out\s+of|of|de|von|sur|/)"
_WHOLE = re.compile(
    rf"(?P<levels>.+?)[\s,;]*\b{_OUT_OF}\s+(?P<total>\d+)(?:\s+(?P<unit>[^\d,;]+?))?\s*[.]?",
    re.IGNORECASE | re.DOTALL,
)
_BETWEEN = re.compile(r"\s*(?:[,;\n]|\b(?:and|y|e)\b(?=[^,;]*\d))\s*", re.IGNORECASE)
_LEVEL = re.compile(
    r"(?P<name>[^\W\d_].*?|\d+ [^\W\d_].*?)\s*(?:[:=–-]|\b(?:from|at|desde|a partir de)\b)?\s*"
    r"(?<![\d.,])(?P<bound>\d+)\s*(?P<sign>%?)\s*\+?",
    re.IGNORECASE,
)


class UnreadableLevelsError(ProgrammeAssistantError, ValueError):
    """A line does not say which levels there are, and from what number on."""

    def __init__(self, given: str, reason: str) -> None:
        super().__init__(f"The levels '{given}' cannot be used: {reason} Write: {EXAMPLE}")
        self.given = given


@dataclass(frozen=True, slots=True)
class LevelList:
    """Levels, lowest first, and what they are counted out of.

    Attributes:
        bounds: the lowest number, or whole per cent, of each level by its name.
        total: how many points or criteria there are.
        unit: what is counted: a known unit's name, or words of the line's own.
        by_percent: whether the bounds are percentages of the total.
    """

    bounds: Mapping[str, int]
    total: int
    unit: str
    by_percent: bool


def read_levels(text: str) -> LevelList:
    """The levels of a line.

    Raises:
        UnreadableLevelsError: it is not of the form of `EXAMPLE`, or the levels do not rise.
    """
    line = " ".join(text.split())
    whole = _WHOLE.fullmatch(line)
    if whole is None:
        raise UnreadableLevelsError(line, "say out of how many.")
    levels = [_level(part, line) for part in _BETWEEN.split(whole["levels"]) if part]
    names, bounds = [name for name, _, _ in levels], [bound for _, bound, _ in levels]
    percents = {is_percent for _, _, is_percent in levels}
    total = int(whole["total"])
    if len(percents) > 1:
        raise UnreadableLevelsError(line, "all go by per cent, or none.")
    by_percent = percents.pop()
    most = 100 if by_percent else total
    if len({name.casefold() for name in names}) < len(names):
        raise UnreadableLevelsError(line, "a level is named twice.")
    if sorted(set(bounds)) != bounds:
        raise UnreadableLevelsError(line, "each has to take more than the one before.")
    if total < 1 or bounds[-1] > most:
        raise UnreadableLevelsError(line, f"no level can take more than {most}.")
    unit = _unit(whole["unit"] or "points")
    return LevelList(dict(zip(names, bounds, strict=True)), total, unit, by_percent)


def _level(part: str, line: str) -> tuple[str, int, bool]:
    """A level's name, its bound, and whether that is a percentage."""
    found = _LEVEL.fullmatch(part)
    if found is None:
        raise UnreadableLevelsError(line, f"'{part}' is no name with a whole number after it.")
    return found["name"].strip(), int(found["bound"]), bool(found["sign"])


def _unit(words: str) -> str:
    """A known unit where the words are one in some language; the words themselves otherwise."""
    said = words.strip().lower()
    for unit, languages in KNOWN_UNITS.items():
        if any(said in (own.one, own.many) for own in languages.values()):
            return unit
    return words.strip()


def unit_record(unit: str, languages: Sequence[str]) -> str | dict[str, dict[str, str]]:
    """A unit as `standard.yaml` holds it; of unknown words the plural is all that is known."""
    if unit in KNOWN_UNITS:
        return unit
    return {language: {"one": _one(unit), "many": unit} for language in languages[:1]}


def _one(many: str) -> str:
    return many[:-1] if many.endswith("s") and not many.endswith("ss") else many
