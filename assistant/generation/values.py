"""Amounts, dates and levels that a text states, in English, Spanish or Portuguese.

An amount is its number with what it measures (per cent, money, a time, things counted), what bounds
it ('more than', 'up to') and its rate ('a month'). A number that can be read in two ways stands for
both.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from assistant.answers import Language
from assistant.figures import LEVELS, MONTHS
from assistant.folding import fold
from assistant.generation.number_words import SCALES, number_words
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


_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?<![\d$€£-])(?<!\d[.,])(?:19|20)\d\d(?![\d]|[.,]\d|\s?%)"
_OF = r"(?:(?:de|del|of|do)\s)?"
_DATES = re.compile(
    rf"(?P<iso>\b(?P<iy>(?:19|20)\d\d)-(?P<im>0[1-9]|1[0-2])(?:-(?P<id>\d\d))?\b)"
    rf"|\b(?P<d>\d{{1,2}})(?:º|st|nd|rd|th|°)?(?:\s?(?:-|–|to|and|al?|y|e)\s?(?P<d2>\d{{1,2}}))?"
    rf"\s{_OF}(?P<m>{_MONTH})\b(?:,?\s{_OF}(?P<y>(?:19|20)\d\d))?"
    rf"|\b(?P<um>{_MONTH})\s(?P<ud>\d{{1,2}})(?!\d|[.,]\d)(?:st|nd|rd|th)?"
    rf"(?:\s?[-–]\s?(?P<ud2>\d{{1,2}})(?!\d))?(?:,?\s{_OF}(?P<uy>(?:19|20)\d\d))?"
    rf"|\b(?P<bm>{_MONTH})\b(?:,?\s{_OF}(?P<by>(?:19|20)\d\d)\b)?"
    rf"|(?:\bFY\s?)?(?P<year>{_YEAR})(?:s\b)?(?:\s?[-–/]\s?(?P<until>(?:19|20)?\d\d)(?!\d|[.,]\d))?",
    re.IGNORECASE,
)
_SHY = ("may", "march")

_SPACE = "[\u00a0\u202f\u2009 ]"
_DIGITS = (
    rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?:[.,]\d{{1,2}}(?!\d))?|\d+(?:[.,]\d+)*"
)
_NUMBER = re.compile(rf"(?<![\w])(?<!\d[.,])(?P<sign>[-−])?(?P<digits>{_DIGITS})(?P<k>[kK](?!\w))?(?![^\W\d_])")
_SCALE = re.compile(
    rf"\s?(?P<scale>{'|'.join(sorted(map(re.escape, SCALES), key=len, reverse=True))})\b", re.I
)
_PERCENT = re.compile(r"\s?(?:%|per ?cent\b|por ?ciento\b|por ?cento\b|pct\b)(?!age)", re.IGNORECASE)
_POINTS = re.compile(
    r"[\s-]?(?:percentage[\s-]points?|puntos? porcentuales?|pontos? percentua(?:is|l)|pp\b)", re.I
)
_MONEY_BEFORE = re.compile(r"(?:US\$|R\$|\$|€|£|USD|EUR)\s?$")
_MONEY_AFTER = re.compile(
    r"\s(?:of |de |extra |additional |adicionales |adicionais |más |a mais )*(?:US |U\.S\. |american )?"
    r"(?:dollars?|dólar(?:es)?|pesos?|euros?|reais|reales|USD)\b",
    re.IGNORECASE,
)
_TIMES: Mapping[str, str] = {
    "second": r"seconds?|segundos?",
    "minute": r"minutes?|minutos?|mins?",
    "hour": r"hours?|horas?|hrs?",
    "day": r"days?|días?|dias?",
    "week": r"weeks?|semanas?",
    "month": r"months?|mes(?:es)?|mês",
    "year": r"years?|años?|anos?",
    "decade": r"decades?|décadas?",
}
_TIME = {unit: re.compile(rf"[\s-](?:full |whole )?(?:{own})\b", re.I) for unit, own in _TIMES.items()}
_RATE = {
    unit: re.compile(
        rf"(?:\b(?:an?|per|each|every|al|por|cada|ao|a la)\s(?:{own})\b)"
        + (r"|\bdaily|\bdiari[oa]s?|\bdiariamente" if unit == "day" else "")
        + (r"|\bmonthly|\bmensua(?:l|les)|\bmensa(?:l|is)|\bmensalmente" if unit == "month" else "")
        + (r"|\byearly|\bannual(?:ly)?|\banua(?:l|les|is)|\banualmente" if unit == "year" else "")
        + (r"|\bweekly|\bsemanal(?:es)?" if unit == "week" else "")
        + (r"|\bhourly" if unit == "hour" else ""),
        re.I,
    )
    for unit, own in _TIMES.items()
}

_BEFORE: Sequence[tuple[str, str]] = (
    ("most", r"no more than|not more than|at most|up to|a maximum of|maximum|as many as|no más de|como máximo|hasta|a lo sumo|no mais de|não mais (?:de|do) que|no máximo|até|≤"),
    ("least", r"no fewer than|no less than|not less than|at least|a minimum of|minimum of|al menos|por lo menos|como mínimo|mínimo de|pelo menos|ao menos|no mínimo|≥"),
    ("over", r"more than|over|above|exceeding|exceeds?|exceeded|upwards of|in excess of|beyond|greater than|higher than|más de|más del|superior a|por encima de[l]?|supera(?:n|ron|ba)?(?: el| los| las)?|mais de|mais do que|acima de|superior a|ultrapass\w+|>"),
    ("under", r"fewer than|less than|under|below|menos de|menos del|por debajo de|inferior a|menos do que|abaixo de|<"),
    ("nearly", r"nearly|almost|just under|close to|casi|quase|cerca de|cerca del|perto de"),
    ("about", r"about|around|roughly|approximately|approx\.?|some|circa|unos|unas|alrededor de[l]?|aproximadamente|uns|umas|por volta de|cerca de|cerca del|close to|~"),
    ("exact", r"exactly|precisely|exactamente|justo|exatamente"),
)  # fmt: skip
_BOUND_BEFORE = [
    (bound, re.compile(rf"(?:^|[^\w])(?:{own})\s(?:the |an? (?:additional |extra )?|el |la |los |las |o |os |as )?(?:US\$|R\$|\$|€|£)?$", re.I))
    for bound, own in _BEFORE
]  # fmt: skip
_BOUND_AFTER = [
    ("least", re.compile(r"\W*(?:\w+\s){0,2}?(?:or more|or above|or higher|and above|at least|at a minimum|o más|ou mais|como mínimo|no mínimo)\b|\+", re.I)),
    ("most", re.compile(r"\W*(?:\w+\s){0,2}?(?:or fewer|or less|or below|at most|o menos|ou menos|como máximo|no máximo)\b", re.I)),
]  # fmt: skip
_DENIED = re.compile(
    r"\b(?:not the same as|rather than|and not|instead of|not|no es lo mismo que|y no|e não"
    r"|en vez de|en lugar de|em vez de|ao invés de)\s(?:by |a |an |un |um |el |o |del |de )?$",
    re.IGNORECASE,
)  # fmt: skip
_JOINT = re.compile(r"\s?(?:-|–|to|and|or|a|al|y|o|e|ou|até|hasta)\s?(?:the |el |los |os )?(?:US\$|\$|€)?\s?", re.I)
_WORD = re.compile(r"\s*[-–]?\s*\(?([^\W\d_][^\W_]*(?:[-'’][^\W_]+)*)")
# Words that what is counted may follow, or that may stand between.
_PASSED = frozenset(
    "of de del the los las os as its their sus suas seus new nuevos nuevas novos novas more más mais"
    " other otros otras outros outras such these those additional extra adicionales adicionais"
    " different about".split()
)
_MOST_NOUNS = 4


def find_dates(text: str) -> list[Date]:
    """The dates of a text, in order."""
    return list(_dates(text))


@lru_cache(maxsize=4096)
def _dates(text: str) -> tuple[Date, ...]:
    found: list[Date] = []
    for match in _DATES.finditer(text):
        start, end = match.span()
        if match["iso"]:
            day = int(match["id"]) if match["id"] else None
            found.append(Date(int(match["iy"]), int(match["im"]), day, start, end))
        elif month := match["m"] or match["um"]:
            year = match["y"] or match["uy"]
            for day_ in (match["d"] or match["ud"], match["d2"] or match["ud2"]):
                if day_:
                    found.append(
                        Date(int(year) if year else None, MONTHS[month.lower()], int(day_), start, end)
                    )
        elif month := match["bm"]:
            year = match["by"]
            if month.lower() in _SHY and (month.islower() or not year and month == "May"):
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


def _numbers(
    text: str, language: Language
) -> Iterator[tuple[int, int, frozenset[Decimal], bool]]:
    """Where numbers stand, what they may be read as, and whether they are in words."""
    for match in _NUMBER.finditer(text):
        readings, end = _readings(match["digits"], language), match.end()
        if match["k"]:
            readings = frozenset(value * 1000 for value in readings)
        if scale := _SCALE.match(text, end):
            factor = SCALES[scale["scale"].lower()]
            readings, end = frozenset(value * factor for value in readings), scale.end()
        yield match.start(), end, frozenset(v.normalize() for v in readings), False
    for start, end, value in number_words(text, language):
        yield start, end, frozenset({value.normalize()}), True


def _readings(written: str, language: Language) -> frozenset[Decimal]:
    """What digits may be read as: in Spanish and Portuguese '1.573' is a whole number."""
    digits = re.sub(_SPACE, "", written)
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


def _amount(
    text: str, start: int, end: int, readings: frozenset[Decimal], in_words: bool, language: Language
) -> Amount:
    before, measure, nouns = text[max(0, start - 40) : start], "", ()
    after = end
    if points := _POINTS.match(text, end):
        measure, after = "points", points.end()
    elif percent := _PERCENT.match(text, end):
        measure, after = "%", percent.end()
    elif _MONEY_BEFORE.search(before):
        measure = "money"
    elif money := _MONEY_AFTER.match(text, end):
        measure, after = "money", money.end()
    else:
        for unit, pattern in _TIME.items():
            if time := pattern.match(text, end):
                measure, after = unit, time.end()
                break
        else:
            nouns = tuple(_nouns(text, end, language))
    bound = next((own for own, pattern in _BOUND_BEFORE if pattern.search(before)), "")
    bound = next((own for own, pattern in _BOUND_AFTER if pattern.match(text, after)), bound)
    tail = re.split(r"[,;.\0]", text[after : after + 45])[0]
    rate = next((unit for unit, pattern in _RATE.items() if pattern.search(tail)), "")
    denied = bool(_DENIED.search(before))
    return Amount(readings, start, end, measure, nouns, bound, rate, denied, in_words)


def _nouns(text: str, end: int, language: Language) -> Iterator[str]:
    """The next words that may say what is counted: none beyond a mark or a word of grammar."""
    empty = FUNCTION_WORDS[language]
    told = 0
    while told < _MOST_NOUNS and (word := _WORD.match(text, end)):
        low = word[1].lower()
        if low not in _PASSED:
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
        if bare and after and _JOINT.fullmatch(text, amount.end, after.start):
            amount = Amount(
                amount.readings, amount.start, amount.end, after.measure, after.nouns,
                amount.bound, amount.rate or after.rate, amount.denied, amount.in_words,
            )  # fmt: skip
        yield amount


def folded_nouns(amount: Amount) -> list[str]:
    """What an amount counts, folded."""
    return [fold(word) for word in amount.nouns]
