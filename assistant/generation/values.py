"""Amounts, dates and levels that a text states, in English, Spanish or Portuguese.

An amount is its number with what it measures (per cent, money, a time, things counted), what bounds
it ('more than', 'up to') and its rate ('a month'). A number that can be read in two ways stands for
both.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from assistant.answers import Language
from assistant.figures import LEVELS, MONTHS
from assistant.generation.number_words import SCALES, number_words
from assistant.generation.values_words import (
    BOUND_AFTER,
    BOUND_BEFORE,
    DATES,
    DENIED,
    JOINT,
    MONEY_AFTER,
    MONEY_BEFORE,
    MOST_NOUNS,
    NUMBER,
    PASSED,
    PERCENT,
    POINTS,
    RATE,
    SCALE,
    SHY,
    SPACE,
    TIME,
    WORD,
)
from index.function_words import FUNCTION_WORDS


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its measure.

    Attributes:
        readings: what it may be read as.
        measure: `%`, `points`, `money`, a unit of time in the English singular; empty otherwise.
        nouns: words after it that may say what is counted, as written.
        bound: `over`, `least`, `under`, `most`, `nearly`, `about`, `exact`, or empty.
        rate: the unit of time that it is for each of; empty if none.
        denied: whether the text says that it is not this one.
        in_words: whether it is written in words.
    """

    readings: frozenset[Decimal]
    start: int
    end: int
    measure: str = ""
    nouns: tuple[str, ...] = ()
    bound: str = ""
    rate: str = ""
    denied: bool = False
    in_words: bool = False


@dataclass(frozen=True, slots=True)
class Date:
    """A date; what it leaves out is None."""

    year: int | None
    month: int | None
    day: int | None
    start: int
    end: int

    def is_held_by(self, other: "Date") -> bool:
        """Whether the other date says all that this one does."""
        own = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return all(mine is None or mine == theirs for mine, theirs in own)


@dataclass(frozen=True, slots=True)
class Level:
    """A level word."""

    level: str
    start: int
    end: int


def find_dates(text: str) -> list[Date]:
    """The dates of a text, in order."""
    return list(_dates(text))


@lru_cache(maxsize=4096)
def _dates(text: str) -> tuple[Date, ...]:
    found: list[Date] = []
    for match in DATES.finditer(text):
        start, end = match.span()
        if match["iso"]:
            day = int(match["id"]) if match["id"] else None
            found.append(Date(int(match["iy"]), int(match["im"]), day, start, end))
        elif month := match["m"] or match["um"]:
            year = match["y"] or match["uy"]
            for day_ in (match["d"] or match["ud"], match["d2"] or match["ud2"]):
                if day_:
                    found.append(
                        Date(
                            int(year) if year else None,
                            MONTHS[month.lower()],
                            int(day_),
                            start,
                            end,
                        )
                    )
        elif month := match["bm"]:
            year = match["by"]
            if month.lower() in SHY and (month.islower() or (not year and month == "May")):
                continue
            found.append(Date(int(year) if year else None, MONTHS[month.lower()], None, start, end))
        else:
            year = match["year"]
            found.append(Date(int(year), None, None, start, end))
            if until := match["until"]:
                whole = until if len(until) == 4 else f"{year[:2]}{until}"
                found.append(Date(int(whole), None, None, start, end))
    return tuple(found)


def find_levels(text: str) -> list[Level]:
    """The level words of a text, in order."""
    return [
        Level(LEVELS[match[0].lower()], *match.span())
        for match in re.finditer(r"[^\W\d_]+", text)
        if match[0].lower() in LEVELS
    ]


def find_amounts(text: str, language: Language) -> list[Amount]:
    """The amounts of a text, in order; numbers of dates are none."""
    return list(_amounts(text, language))


@lru_cache(maxsize=4096)
def _amounts(text: str, language: Language) -> tuple[Amount, ...]:
    masked = list(text)
    for date in _dates(text):
        masked[date.start : date.end] = "\0" * (date.end - date.start)
    plain = "".join(masked)
    found = [_amount(plain, *number, language) for number in sorted(_numbers(plain, language))]
    return tuple(_with_shared_measures(plain, found))


def _numbers(text: str, language: Language) -> Iterator[tuple[int, int, frozenset[Decimal], bool]]:
    """Where numbers stand, what they may be read as, and whether they are in words."""
    for match in NUMBER.finditer(text):
        readings, end = _readings(match["digits"], language), match.end()
        if match["k"]:
            readings = frozenset(value * 1000 for value in readings)
        if scale := SCALE.match(text, end):
            factor = SCALES[scale["scale"].lower()]
            readings, end = frozenset(value * factor for value in readings), scale.end()
        yield match.start(), end, frozenset(v.normalize() for v in readings), False
    for start, end, value in number_words(text, language):
        yield start, end, frozenset({value.normalize()}), True


def _readings(written: str, language: Language) -> frozenset[Decimal]:
    """What digits may be read as: in Spanish and Portuguese '1.573' is a whole number."""
    digits = re.sub(SPACE, "", written)
    if digits.isdecimal():
        return frozenset({Decimal(digits)})
    found = set()
    thousands = "," if language == "en" else "."
    for mark in ".,":
        grouped = re.fullmatch(rf"\d{{1,3}}(?:\{mark}\d{{3}})+(?:[.,]\d+)?", digits)
        other = "," if mark == "." else "."
        if grouped and (language != "en" or mark == thousands):
            found.add(Decimal(digits.replace(mark, "").replace(other, ".")))
    parts = re.split(r"[.,]", digits)
    is_group = re.fullmatch(rf"\d{{1,3}}\{thousands}\d{{3}}", digits)
    if len(parts) == 2 and not is_group:
        found.add(Decimal(".".join(parts)))
    return frozenset(found) or frozenset({Decimal(parts[0])})


_UNDER_RULES = re.compile(
    r"\bunder the $|\b(?:or|o|ou) (?:more|más|mais) (?:of|de|d[oa]s)\s?(?:the |los |las )?$",
    re.IGNORECASE,
)
"""What bounds nothing: 'certified under the 43 criteria', '85 % or more of the 43'."""


def _amount(
    text: str,
    start: int,
    end: int,
    readings: frozenset[Decimal],
    in_words: bool,
    language: Language,
) -> Amount:
    before = text[max(0, start - 40) : start]
    measure, nouns = "", tuple[str, ...]()
    after = end
    if points := POINTS.match(text, end):
        measure, after = "points", points.end()
    elif percent := PERCENT.match(text, end):
        measure, after = "%", percent.end()
    elif MONEY_BEFORE.search(before):
        measure = "money"
    elif money := MONEY_AFTER.match(text, end):
        measure, after = "money", money.end()
    else:
        for unit, pattern in TIME.items():
            if time := pattern.match(text, end):
                measure, after = unit, time.end()
                break
        else:
            nouns = tuple(_nouns(text, end, language))
    bound = next((own for own, pattern in BOUND_BEFORE if pattern.search(before)), "")
    during = measure in TIME and re.search(r"\bover (?:the )?$", before, re.I)
    bound = "" if during or _UNDER_RULES.search(before) else bound
    bound = next((own for own, pattern in BOUND_AFTER if pattern.match(text, after)), bound)
    tail = re.split(r"[,;.\0]", text[after : after + 45])[0]
    rate = next((unit for unit, pattern in RATE.items() if pattern.search(tail)), "")
    denied = bool(DENIED.search(before))
    return Amount(readings, start, end, measure, nouns, bound, rate, denied, in_words)


def _nouns(text: str, end: int, language: Language) -> Iterator[str]:
    """The next words that may say what is counted: none beyond a mark or a word of grammar."""
    empty = FUNCTION_WORDS[language]
    told = 0
    while told < MOST_NOUNS and (word := WORD.match(text, end)):
        low = word[1].lower()
        if low not in PASSED:
            if low in empty:
                return
            yield word[1]
            told += 1
        end = word.end()


def _with_shared_measures(text: str, found: Sequence[Amount]) -> Iterator[Amount]:
    """Amounts; one without a measure takes that of the next, as in 'from 68 to 84 %'."""
    for n, amount in enumerate(found):
        after = found[n + 1] if n + 1 < len(found) else None
        bare = not amount.measure and not amount.nouns
        if bare and after and JOINT.fullmatch(text, amount.end, after.start):
            amount = Amount(
                amount.readings, amount.start, amount.end, after.measure, after.nouns,
                amount.bound, amount.rate or after.rate, amount.denied, amount.in_words,
            )  # fmt: skip
        yield amount
