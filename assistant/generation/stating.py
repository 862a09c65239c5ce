"""Whether the amounts, dates and levels of a sentence are stated by the evidence."""

import re
from collections.abc import Callable, Sequence

from assistant.generation.concepts import concepts
from assistant.generation.exhibits import Fault
from assistant.generation.reading import Reading
from assistant.generation.values import Amount, Date
from assistant.generation.values_words import INSTEAD

Nearness = Callable[[Sequence[str], Sequence[str]], bool]
"""Tells whether any of some words means nearly what any of some others does."""

Found = tuple[Fault, str] | None
"""A fault with its description; None where there is none."""

# What a bound may be said as: the evidence's first.
_SAYABLE = {
    "": {"", "exact", "about"},
    "exact": {"", "exact", "about"},
    "over": {"over", "least", "about", ""},
    "least": {"least", ""},
    "under": {"under"},
    "most": {"most"},
    "nearly": {"nearly", "about", ""},
    "about": {"about", "nearly", ""},
}


def misstated(sentence: Reading, evidence: Reading, *, nearly: Nearness) -> Found:
    """The first value of the sentence that the evidence does not state, or not so.

    Args:
        nearly: tells whether nouns mean nearly the same.
    """
    for level in sentence.levels:
        if level.level not in {other.level for other in evidence.levels}:
            return "level", f"the level {level.level} is not in the evidence"
    for date in sentence.dates:
        held = any(date.is_held_by(other) for other in evidence.dates)
        if not held and not _counted(date, sentence, evidence):
            said = sentence.text[date.start : date.end]
            return "date", f"the date {said} is not in the evidence"
    known = frozenset(mark for t in evidence.tokens for mark in t.concepts)
    for token in sentence.tokens:
        unit = _TIMES.get(token.text.lower())
        if unit and not token.concepts & known and all(a.measure != unit for a in evidence.amounts):
            return "unit", f"no {token.text} are told of in the evidence"
    for amount in sentence.amounts:
        if fault := _misstated_amount(amount, sentence, evidence, nearly):
            return fault
    return None


_TIMES = {
    word: unit
    for unit, words in (
        ("second", "seconds segundos"),
        ("minute", "minutes minutos"),
        ("hour", "hours horas"),
        ("day", "days días dias"),
        ("week", "weeks semanas"),
        ("month", "months meses"),
    )
    for word in words.split()
}


def _counted(date: Date, sentence: Reading, evidence: Reading) -> bool:
    """Whether what looks like a year counts something in the evidence."""
    said = sentence.text[date.start : date.end]
    return any(evidence.text[a.start : a.end] == said for a in evidence.amounts)


def candidates(amount: Amount, sentence: Reading, evidence: Reading) -> list[Amount]:
    """The amounts of the evidence with the same number, those that it denies apart."""
    same = [other for other in evidence.amounts if other.readings & amount.readings]
    told = [other for other in same if other.denied == amount.denied]
    if told or not amount.denied:
        return told
    instead = re.search(rf"{INSTEAD}\s(?:\S{{1,5}}\s)?$", sentence.text[: amount.start], re.I)
    return same if instead else []  # 'rather than 6 days' says what was before


def _misstated_amount(
    amount: Amount, sentence: Reading, evidence: Reading, nearly: Nearness
) -> Found:
    said = sentence.text[amount.start : amount.end]
    same = candidates(amount, sentence, evidence)
    if not same:
        if any(amount.readings & {d.year, d.day} for d in evidence.dates) and not amount.measure:
            return "unit", f"{said} is part of a date in the evidence"
        if _both(amount, evidence):
            return None
        return "number", f"the number {said} is not in the evidence"
    measured = [other for other in same if _same_measure(amount, other, sentence, evidence, nearly)]
    if not measured:
        return "unit", f"{said} is of something else in the evidence"
    rated = [other for other in measured if not amount.rate or amount.rate == other.rate]
    if not rated:
        return "unit", f"{said} is not for each {amount.rate} in the evidence"
    if not any(amount.bound in _SAYABLE[other.bound] for other in rated):
        return "bound", f"{said} is not bounded so in the evidence"
    return None


def _both(amount: Amount, evidence: Reading) -> bool:
    """Whether two things are counted that the evidence names as a pair."""
    return bool(
        amount.in_words
        and amount.readings == {2}
        and re.search(r"\bboth\b|\bpair\b|[A-Z]\w+(?:, [A-Z][\w ]+,)? and [A-Z]\w+", evidence.text)
    )


def _same_measure(
    amount: Amount, other: Amount, sentence: Reading, evidence: Reading, nearly: Nearness
) -> bool:
    if amount.measure or other.measure:
        if amount.measure == other.measure:
            return True
        # '96 against 58 %': one alone may leave its measure to its neighbour.
        return not amount.measure and not amount.nouns and _leans(amount, other, sentence)
    return not amount.nouns or _counts_the_same(amount, other, sentence, evidence, nearly)


def _leans(amount: Amount, other: Amount, sentence: Reading) -> bool:
    return any(own.measure == other.measure and own is not amount for own in sentence.amounts)


def _counts_the_same(
    amount: Amount, other: Amount, sentence: Reading, evidence: Reading, nearly: Nearness
) -> bool:
    """Whether what is counted is the same, or nothing speaks against it."""
    own = [
        t.concepts
        for t in sentence.told
        if 0 <= t.start - amount.end < _AROUND and set(t.text.split()) & set(amount.nouns)
    ]
    theirs = [concepts(word, evidence.language) for word in other.nouns]
    if amount.nouns[0].lower() in _OCCASIONS:  # 'visited 40 times' for '40 visits'
        return any(t.concepts & noun for t in sentence.told for noun in theirs)
    if sentence.language == "en" and _is_plural(amount.nouns[0]):
        own = own[:1]  # what is counted; what follows says something of it
    if any(a & b for a in own for b in theirs):
        return True
    elsewhere = [
        concepts(word, evidence.language)
        for rival in evidence.amounts
        if rival is not other
        for word in rival.nouns
    ]
    if theirs and own and any(own[0] & rival for rival in elsewhere):
        return False
    if not theirs:  # what it counts stands elsewhere, if anywhere: 'grew from 65 to 337'
        every = [token.concepts for token in evidence.tokens]
        return any(a & b for a in own for b in every)
    beside = [t.concepts for t in evidence.told if 0 <= t.start - other.end < _BESIDE]
    if any(a & b for a in own for b in beside):
        return True
    if sentence.language == "en" and any(map(_is_plural, other.nouns)) and theirs:
        return nearly(amount.nouns[: len(own)], other.nouns)
    around = [
        t.concepts
        for t in evidence.told
        if t.role != "name" and 0 < t.start - other.start < _AROUND
    ]
    if any(a & b for a in own for b in around):
        return True
    return nearly(amount.nouns[: len(own)], other.nouns)


_BESIDE = 20
"""The same where the evidence tells in other words what it counts."""


_OCCASIONS = ("times", "veces", "vezes")


def _is_plural(noun: str) -> bool:
    return noun.endswith("s") or noun in ("people", "children", "criteria", "feet", "women", "men")


_AROUND = 60
"""Characters after a number within which what it counts may stand."""
