"""Whether values belong to what they belong to in the evidence, and were not swapped.

Each value has around it words, and other values, near ones weighing more. Where what stands around
a value of the sentence is what stands around another value of the evidence, it was moved.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.generation.reading import Reading, Token
from assistant.generation.sides import outsiders
from assistant.generation.stating import Found, candidates
from assistant.generation.values import Amount, Date, Level
from assistant.geography import find_areas

Value = Amount | Date | Level

MARGIN = 0.28
"""How much better other values must fit before they count as swapped."""

ALONE = 0.5
"""The same for one value that no other is exchanged with."""

_DECAY = 0.3
_ACROSS = 0.55
"""What a word is worth beyond the border of a clause."""

_OLD = tuple(
    "than in|than|que en|que em|from|instead of|rather than|down from|up from|compared with"
    "|compared to|desde|de|en vez de|en lugar de|frente a|em vez de|ao invés de".split("|")
)
_NEW = ("to", "a", "para", "até", "hasta")


_JOINT = re.compile(r"\b(?:and|to|or|y|e|a|o|ou|against|frente|while|then)\b", re.I)
_OF_NAME = 0.8
"""What a name is worth, near or far: a value is mostly somebody's."""

_ACROSS_JOINT = 0.65
"""What a word is worth beyond an 'and' or a 'to'."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """Something that stands around a value, and how much it weighs there."""

    concepts: frozenset[str]
    weight: float


def swapped(sentence: Reading, evidence: Reading, *, rarity: Callable[[Token], float]) -> Found:
    """A value of the sentence that belongs to something else in the evidence."""
    for own, theirs in (
        (list(sentence.amounts), list(evidence.amounts)),
        (list(sentence.dates), list(evidence.dates)),
        (list(sentence.levels), list(evidence.levels)),
        (_areas(sentence), _areas(evidence)),
    ):
        if own and len(theirs) > 1 and (fault := _swapped(own, theirs, sentence, evidence, rarity)):
            return fault
    return None


def _areas(reading: Reading) -> list[Value]:
    """The states and countries of a text, or of what of it was read."""
    if not reading.tokens:
        return []
    first, last = reading.tokens[0].start, reading.tokens[-1].end
    areas = [a for a in find_areas(reading.text) if first <= a.start and a.end <= last]
    return [Level(a.code, a.start, a.end) for a in areas]


def _swapped(
    own: Sequence[Value],
    theirs: Sequence[Value],
    sentence: Reading,
    evidence: Reading,
    rarity: Callable[[Token], float],
) -> Found:
    if (
        own
        and isinstance(own[0], Amount)
        and (fault := _on_other_side(own, theirs, sentence, evidence))
    ):
        return fault
    around = [_around(value, own, sentence, rarity) for value in own]
    beside = [_around(value, theirs, evidence, rarity) for value in theirs]
    gains: dict[tuple[int, int], float] = {}
    ranges = _ranges(own, theirs, sentence, evidence)
    for n, value in enumerate(own):
        if ranges.get(n, 0) > 0:
            continue
        if ranges.get(n, 0) < 0:
            return "swapped", "a range is turned round"
        mine = [k for k, other in enumerate(theirs) if _same(value, other, sentence, evidence)]
        if not mine:
            continue
        rivals = [
            k
            for k, other in enumerate(theirs)
            if k not in mine and _comparable(value, theirs[mine[0]], other)
        ]
        for k in rivals:
            gain = min(_gain(around[n], beside[m], beside[k]) for m in mine)
            gains[n, k] = gain
            if gain > ALONE:
                return _fault(value, theirs[k], sentence, evidence)
    for (n, k), gain in gains.items():
        for (other, back), more in gains.items():
            there = _same(own[other], theirs[k], sentence, evidence)
            exchanged = there and _same(own[n], theirs[back], sentence, evidence)
            if other > n and exchanged and gain + more > MARGIN:
                return _fault(own[n], theirs[k], sentence, evidence)
    return None


def _on_other_side(
    own: Sequence[Value], theirs: Sequence[Value], sentence: Reading, evidence: Reading
) -> Found:
    """A value of those outside that the evidence has of those inside, or the two as one change."""
    if not (outside := outsiders([v.start for v in theirs], evidence)):
        return None
    for one, two in pairwise(own):
        if not _is_course(one, two, sentence):
            continue
        first, last = (
            {k for k, other in enumerate(theirs) if _same(value, other, sentence, evidence)}
            for value in (one, two)
        )
        if first and last and bool(first & outside) != bool(last & outside):
            return "swapped", "two groups of the evidence are told as one that changed"
    for n in outsiders([v.start for v in own], sentence):
        same = [k for k, other in enumerate(theirs) if _same(own[n], other, sentence, evidence)]
        rivals = [k for k in outside if same and _comparable(own[n], theirs[same[0]], theirs[k])]
        if same and rivals and not outside & set(same):
            return _fault(own[n], theirs[rivals[0]], sentence, evidence)
    return None


def _is_course(one: Value, two: Value, sentence: Reading) -> bool:
    """Whether something is said to have gone from one value to the next."""
    before = sentence.text[: one.start].rstrip(" $US").lower()
    between = re.findall(r"[^\W\d_]+", sentence.text[one.end : two.start].lower())
    return before.endswith(_FROM) and len(between) < 4 and any(w in _NEW for w in between[-1:])


_FROM = (" from", " de", " desde")

_RANGE = re.compile(r"\s?(?:and|to|–|-|y|e|a)\s?", re.I)


def _ranges(
    own: Sequence[Value], theirs: Sequence[Value], sentence: Reading, evidence: Reading
) -> dict[int, int]:
    """The values that make one range in both texts: 1, or -1 if it is turned round."""
    found: dict[int, int] = {}
    for n, (one, two) in enumerate(pairwise(own)):
        for first in theirs:
            for last in theirs:
                if joined := _joined(one, two, first, last, sentence, evidence):
                    found[n] = found[n + 1] = joined
    return found


def _joined(
    one: Value, two: Value, own: Value, other: Value, sentence: Reading, evidence: Reading
) -> int:
    """1 if two values make one range in both texts, -1 if the other way round, 0 if none."""
    if not (_same(one, own, sentence, evidence) and _same(two, other, sentence, evidence)):
        return 0
    if not _RANGE.fullmatch(sentence.text, one.end, two.start):
        return 0
    if _RANGE.fullmatch(evidence.text, own.end, other.start):
        return 1
    return -1 if _RANGE.fullmatch(evidence.text, other.end, own.start) else 0


def _fault(value: Value, other: Value, sentence: Reading, evidence: Reading) -> Found:
    said = sentence.text[value.start : value.end]
    instead = evidence.text[other.start : other.end]
    return "swapped", f"where it says {said}, the evidence says {instead}"


def _same(value: Value, other: Value, sentence: Reading, evidence: Reading) -> bool:
    if isinstance(value, Amount) and isinstance(other, Amount):
        return other in candidates(value, sentence, evidence)
    if isinstance(value, Date) and isinstance(other, Date):
        return value.is_held_by(other)
    return isinstance(value, Level) and isinstance(other, Level) and value.level == other.level


def _comparable(value: Value, own: Value, other: Value) -> bool:
    """Whether another value of the evidence could stand in the place of its own one."""
    if isinstance(own, Amount) and isinstance(other, Amount):
        return own.measure == other.measure
    if isinstance(own, Date) and isinstance(other, Date) and isinstance(value, Date):
        said = ((value.year, other.year), (value.month, other.month), (value.day, other.day))
        return any(
            mine is not None and theirs is not None and mine != theirs for mine, theirs in said
        )
    return True


def _around(
    value: Value, kind: Sequence[Value], reading: Reading, rarity: Callable[[Token], float]
) -> list[_Mark]:
    """What stands around a value, others of its kind apart: for they may be swapped too."""
    here = next((t for t in reading.tokens if t.start <= value.start < t.end), None)
    if here is None:
        return []
    found = []
    for token in reading.tokens:
        if any(token.start < other.end and other.start < token.end for other in kind):
            continue
        if token.sentence != here.sentence or (token.role == "function" and not token.negates):
            continue
        far = abs(token.at - here.at) - 1
        between = reading.text[min(token.end, value.end) : max(token.start, value.start)]
        joints = len(_JOINT.findall(between))
        weight = _ACROSS ** min(2, abs(token.clause - here.clause)) / (1 + _DECAY * max(0, far))
        weight *= _ACROSS_JOINT ** min(2, joints)
        if token.text[:1].isupper() and not any(m.startswith("area:") for m in token.concepts):
            weight = _OF_NAME * _ACROSS ** min(2, abs(token.clause - here.clause))
        marks = token.concepts
        if token.role == "value":
            marks = _value_marks(token, reading)
        elif token.negates or ("side", -1) in token.poles:
            marks |= {"not"}
        marks |= {f"pole:{name}:{end}" for name, end in token.poles}
        found.append(_Mark(marks, weight * rarity(token)))
    if any(
        t.negates and t.clause == here.clause and 0 < here.at - t.at <= 6 for t in reading.tokens
    ):
        found.append(_Mark(frozenset({"denied"}), 1.0))
    if preposition := _preposition(value, reading):
        found.append(_Mark(frozenset({preposition}), 0.4))
    if order := _order(value, reading):
        found.append(_Mark(frozenset({order}), 0.8))
    return found


_COMPARED = re.compile(r"\b(?:than|compared (?:with|to)|versus|against)(?: [^\W\d_]+){0,2}$")


def _order(value: Value, reading: Reading) -> str:
    """Whether a value is said to be the old or the new one of a change."""
    before = reading.text[max(0, value.start - 22) : value.start].rstrip(" $US").lower()
    after = reading.text[value.end : value.end + 70].lower()
    if _COMPARED.search(before):
        return "old"
    if any(before.endswith(f" {word}") for word in _OLD):
        joined = any(f" {word} " in after for word in _NEW) or before.split()[-1] != "de"
        return "old" if joined else ""
    if any(before.endswith(f" {word}") for word in _NEW):
        return "new"
    return ""


_PREPOSITIONS = {
    word: f"prep:{words.split()[0]}"
    for words in (
        "for para",
        "in en em on",
        "by until hasta até",
        "since desde",
        "at con com",
        "before antes",
        "after tras após",
    )
    for word in words.split()
}


def _preposition(value: Value, reading: Reading) -> str:
    before = re.findall(r"[^\W\d_]+", reading.text[max(0, value.start - 16) : value.start].lower())
    return next((p for w in reversed(before[-2:]) if (p := _PREPOSITIONS.get(w))), "")


def _value_marks(token: Token, reading: Reading) -> frozenset[str]:
    marks: set[str] = set()
    for date in reading.dates:
        if token.start <= date.start < token.end:
            marks |= {f"y:{date.year}"} if date.year else set()
            marks |= {f"m:{date.month}"} if date.month and not date.year else set()
            marks |= {f"d:{date.day}"} if date.day else set()
    for amount in reading.amounts:
        if token.start <= amount.start < token.end:
            marks |= {f"n:{value}" for value in amount.readings}
    return frozenset(marks)


def _gain(around: Sequence[_Mark], own: Sequence[_Mark], other: Sequence[_Mark]) -> float:
    """How much better what stands around a value fits another one of the evidence than its own."""
    total = 0.0
    for mark in around:
        here, there = _best(mark, own), _best(mark, other)
        if abs(here - there) > _NOISE:
            total += mark.weight * (there - here)
    return total


_NOISE = 0.12


def _best(mark: _Mark, marks: Sequence[_Mark]) -> float:
    return max((own.weight for own in marks if own.concepts & mark.concepts), default=0.0)
