"""Dates in a conversation: written out, by month alone, or counted from the date before.

'And in June?' keeps the year that was spoken of, 'the year after' is counted from it.
"""

import re
from collections.abc import Iterator

from assistant.answers import Language
from assistant.folding import fold
from assistant.tools.tier_words import MONTH_NUMBERS

_MONTHS = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_MONTH_YEAR = rf"(?:\d\d?(?:st|nd|rd|th)? (?:of |de )?)?(?:{_MONTHS})(?: \d\d?)?,? (?:of |del? )?"
_EDGE = r"the (?:end|beginning|start) of |(?:el )?(?:fin(?:al|es)?|comienzos) de |o? ?fim de "
_DATE = re.compile(
    rf"(?<!\w)(?:{_EDGE})?(?:{_MONTH_YEAR})?(?<![\d.,])(?:19|20)\d\d(?![\d%]|[.,]\d)"
)
_MONTH = re.compile(rf"(?:(?<=\bin )|(?<=\ben )|(?<=\bem )|(?<=\bby )|^\W*)(?:{_MONTHS})(?!\w)")
_LATER = re.compile(
    r"\b(?:the (?:year|one|edition) after(?: that)?|the (?:next|following) (?:year|one|edition)"
    r"|next year|(?:a|one) year (?:later|after)|(?:al?|el|la|en la|en el)? ?"
    r"(?:ano|edicion) siguiente|un ano despues|n?o ano seguinte|n?a edicao seguinte|um ano depois)"
    r"(?!\w)"
)
_EARLIER = re.compile(
    r"\b(?:the (?:year|one|edition) before(?: that)?|the previous (?:year|one|edition)"
    r"|(?:a|one) year (?:earlier|before)|(?:el|la)? ?(?:ano|edicion) anterior|un ano antes"
    r"|n?o ano anterior|um ano antes)(?!\w)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_PREPOSITION = re.compile(
    r"(?:\b(?:as of|by|in|on|before|after|until|since|during|at|hasta|antes de|despues de|para"
    r"|en|a|al|ate|depois de|em|desde|el)\s+)$"
)


def dates_in(text: str) -> Iterator[tuple[int, int]]:
    """Where a text names dates; none overlaps another."""
    folded = fold(text) if len(fold(text)) == len(text) else text.lower()
    found = [match.span() for match in _DATE.finditer(folded)]
    for pattern in (_LATER, _EARLIER, _MONTH):
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
    year = _YEAR.search(old)
    folded = fold(new)
    if _YEAR.search(new) or not year:
        return new
    if _LATER.search(folded):
        return _in_year(old, int(year.group()) + 1)
    if _EARLIER.search(folded):
        return _in_year(old, int(year.group()) - 1)
    return f"{new} {year.group()}" if language == "en" else f"{new} de {year.group()}"


def _in_year(date: str, year: int) -> str:
    return _YEAR.sub(str(year), date, count=1)
