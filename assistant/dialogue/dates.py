"""Dates in a conversation: written out, by month alone, or counted from the date before.

'And in June?' keeps the year that was spoken of, 'the year after' is counted from it.
"""

import re
from collections.abc import Iterator, Mapping

from assistant.answers import Language
from assistant.folding import fold
from assistant.tools.directory_dates import written
from assistant.tools.tier_words import MONTH_NUMBERS

_MONTHS = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_MONTH_YEAR = rf"(?:\d\d?(?:st|nd|rd|th)? (?:of |de )?)?(?:{_MONTHS})(?: \d\d?)?,? (?:of |del? )?"
_EDGE = (
    r"(?:the )?(?:end|beginning|start|middle|close) of |(?:el )?(?:fin(?:al|es)?|comienzos"
    r"|principios|mediados) de |o? ?fim de |(?:o )?(?:inicio|comeco|meados) de "
    r"|(?:the )?(?:early|mid|late|spring|summer|autumn|fall|winter|christmas|xmas)(?: of|-)? ?"
    r"|(?:la )?navidad(?:es)? de |(?:o )?natal de "
)
_DATE = re.compile(
    rf"(?<!\w)(?:{_EDGE})?(?:{_MONTH_YEAR})?(?<![\d.,])(?:19|20)\d\d(?![\d%]|[.,]\d)"
)
_OF_THAT_YEAR = (
    r" (?:of (?:that|the same) year|de es[et] (?:mismo )?ano|del mismo ano|d(?:aquele|esse) ano"
    r"|deste ano|do mesmo ano)"
)
_MONTH = re.compile(
    rf"(?:(?<=\bin )|(?<=\ben )|(?<=\bem )|(?<=\bby )|^\W*)(?:that |the same )?"
    rf"(?:{_MONTHS})(?: ['’]?[12]\d(?!\w))?(?:{_OF_THAT_YEAR})?(?!\w)"
    r"|(?:(?<=\bin )|(?<=\bby )|(?<=\buntil )|^\W*)(?:that |the same )"
    r"(?:spring|summer|autumn|fall|winter|christmas)(?!\w)"
)
_SHORT_YEAR = re.compile(r" ['’]?([12]\d)$")

_LATER = re.compile(
    rf"\b(?P<edge>{_EDGE})?(?:the (?:year|one|edition) after(?: that)?"
    r"|the (?:next|following) (?:year|one|edition)"
    r"|next year|(?:a|one) year (?:later|after)|(?:al?|el|la|en la|en el)? ?"
    r"(?:ano|edicion) siguiente|un ano despues|n?o ano seguinte|n?a edicao seguinte|um ano depois)"
    r"(?!\w)"
)
_EARLIER = re.compile(
    rf"\b(?P<edge>{_EDGE})?(?:the (?:year|one|edition) before(?: that)?"
    r"|the previous (?:year|one|edition)"
    r"|(?:a|one) year (?:earlier|before)|(?:el|la)? ?(?:ano|edicion) anterior|un ano antes"
    r"|n?o ano anterior|um ano antes)(?!\w)"
)
_APART = re.compile(
    rf"\b(?:(?P<month>{_MONTHS}) )?"
    r"(?P<n>half an?|an?|one|two|three|four|five|six|medio|un|dos|tres|cuatro|cinco|seis|meio|um"
    r"|dois|quatro|\d\d?) (?P<unit>years?|months?|anos?|meses|mes)"
    r"(?P<more> and a half| y medio| e meio)? "
    r"(?:(?P<later>later|after(?:wards)?|despues|mas tarde|depois|mais tarde)"
    r"|earlier|before|antes|mas temprano|mais cedo)(?: that)?(?!\w)"
)
"""A date some years or months from the one before: 'half a year later'."""
_NEXT_MONTH = re.compile(
    rf"\b(?:(?:the |el |o )?(?:next|following) (?P<m1>{_MONTHS})(?! \d)"
    rf"|(?:the |el |o )?(?P<m2>{_MONTHS}) (?:after|following|siguiente|seguinte|despues|depois)"
    r"(?: that| that one| de eso| disso| that year)?"
    rf"|(?P<m3>{_MONTHS}) (?:of|del?|do) (?:the |el )?"
    r"(?:(?:next|following) year|(?:ano )?(?:siguiente|seguinte)|year after)"
    rf"|(?P<b1>{_MONTHS}) (?:of|del?|do) (?:the |el )?"
    r"(?:(?:previous|preceding) year|ano anterior|year before)"
    rf"|(?:the |el |o )?(?:previous|preceding) (?P<b2>{_MONTHS})(?! \d)"
    rf"|(?:the |el |o )(?P<b3>{_MONTHS}) (?:before|earlier|anterior|antes)(?: that)?"
    r")(?!\w)"
)
"""A month on from the date before, or back: 'the January after that'."""
_NUMBERS: Mapping[str, float] = {
    **dict.fromkeys(("half a", "half an", "medio", "meio"), 0.5),
    **dict.fromkeys(("a", "an", "one", "un", "um"), 1),
    **{word: n for n, words in enumerate(("two dos dois", "three tres", "four cuatro quatro",
       "five cinco", "six seis"), start=2) for word in words.split()},
}  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d")
_PREPOSITION = re.compile(
    r"(?:\b(?:as of|by|in|on|before|after|until|since|during|at|around|hasta|antes de|despues de"
    r"|para|hacia|alrededor de|cerca de|en|a|al|ate|depois de|em|desde|el)\s+)$"
)


def dates_in(text: str) -> Iterator[tuple[int, int]]:
    """Where a text names dates; none overlaps another."""
    folded = fold(text) if len(fold(text)) == len(text) else text.lower()
    found = [match.span() for match in _DATE.finditer(folded)]
    for pattern in (_APART, _NEXT_MONTH, _LATER, _EARLIER, _MONTH):
        found += [
            match.span() for match in pattern.finditer(folded)
            if not any(a < match.end() and match.start() < b for a, b in found)
        ]  # fmt: skip
    yield from sorted(found)


def preposition(text: str, start: int) -> str:
    """The preposition before a date that begins at `start`, with its space; empty if none."""
    before = text[:start]
    found = _PREPOSITION.search(fold(before)) if len(fold(before)) == len(before) else None
    return before[found.start() :] if found else ""


def moved(new: str, old: str, *, language: Language) -> str:
    """A date named after another: whole if it is, else completed from the one before."""
    new = re.sub(_OF_THAT_YEAR, "", new, flags=re.IGNORECASE)
    folded = fold(new)
    if (beside := _NEXT_MONTH.search(folded)) and _YEAR.search(old) and not _YEAR.search(new):
        return new[: beside.start()] + _month_beside(old, beside, language)
    new = re.sub(r"\b(?:that|the same) ", "", new)
    if (short := _SHORT_YEAR.search(new)) and not re.match(r"\d\d? ", old):
        new = f"{new[: short.start()]} 20{short[1]}"  # 'and march 22', after months of years
    year = _YEAR.search(old)
    folded = fold(new)
    if _YEAR.search(new) or not year:
        return new
    if apart := _APART.search(folded):
        before = new[: apart.start()] if apart["month"] else ""
        return before + _apart(old, apart, language)
    for form, years in ((_LATER, 1), (_EARLIER, -1)):
        if found := form.search(folded):
            other = int(year.group()) + years
            # 'The end of the next year' is no month of it.
            return f"{new[: found.end('edge')]}{other}" if found["edge"] else _in_year(old, other)
    return f"{new} {year.group()}" if language == "en" else f"{new} de {year.group()}"


def is_relative(date: str) -> bool:
    """Whether a date is told by another: 'a year earlier'."""
    folded = fold(date)
    return any(form.search(folded) for form in (_APART, _NEXT_MONTH, _LATER, _EARLIER))


def _apart(old: str, apart: re.Match[str], language: Language) -> str:
    """A date so many years or months from another; counted in months where it names one."""
    number = _NUMBERS.get(apart["n"]) or int(apart["n"])
    whole_year = apart["unit"].startswith(("y", "a"))
    number += 0.5 * bool(apart["more"])
    months = int(number * (12 if whole_year else 1)) * (1 if apart["later"] else -1)
    year = int(_YEAR.findall(old)[0])
    if apart["month"]:  # 'in February two years later'
        return written(f"{year + months // 12}-{MONTH_NUMBERS[apart['month']]:02}", language)
    named = re.search(rf"\b(?:{_MONTHS})\b", fold(old))
    if not named or months % 12 == 0:
        return _in_year(old, year + months // 12)
    at = year * 12 + MONTH_NUMBERS[named.group()] - 1 + months
    return written(f"{at // 12}-{at % 12 + 1:02}", language)


def _month_beside(old: str, beside: re.Match[str], language: Language) -> str:
    """The month so named that follows a date, or comes before it."""
    told = beside.groupdict()
    month = MONTH_NUMBERS[next(name for name in told.values() if name)]
    year = int(_YEAR.findall(old)[0])
    named = re.search(rf"\b(?:{_MONTHS})\b", fold(old))
    at = MONTH_NUMBERS[named.group()] if named else 0
    if told["m3"] or (month <= at and not (told["b1"] or told["b2"] or told["b3"])):
        year += 1
    elif told["b1"] or (at <= month and (told["b2"] or told["b3"])):
        year -= 1
    return written(f"{year}-{month:02}", language)


def _in_year(date: str, year: int) -> str:
    return _YEAR.sub(str(year), date, count=1)
