"""Dates of the directory: read from records and questions, and written in three languages.

Records date an announcement to a day, a month or a year (`2024-06-17`, `2024-06`, `2024`), and
questions do the same, so a date is a span of days.
"""

import calendar
import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assistant.answers import Language
from assistant.figures import MONTHS
from assistant.folding import fold

Relation = Literal["in", "of", "by", "before", "from"]


@dataclass(frozen=True, slots=True)
class Span:
    """A run of days, from the first to the last of them."""

    first: dt.date
    last: dt.date

    def meets(self, other: "Span") -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class When:
    """The time a question is about.

    Attributes:
        relation: `in` the span, `of` it (as a cohort is of a year), `by` its end, `before` it, or
            `from` its start on.
        date: the span as records write dates; two of them with a slash between for a range.
    """

    relation: Relation
    date: str

    @property
    def span(self) -> Span:
        """The days meant; with `by` and `before` all those that came earlier too."""
        named = [span_of(part) for part in self.date.split("/")]
        first, last = named[0].first, named[-1].last
        if self.relation == "before":
            return Span(dt.date.min, first - dt.timedelta(days=1))
        if self.relation == "by":
            return Span(dt.date.min, last)
        return Span(first, dt.date.max if self.relation == "from" else last)


def span_of(date: str) -> Span:
    """The days that a date of a record may mean.

    Args:
        date: YYYY, YYYY-MM or YYYY-MM-DD.
    """
    year, month, day = (*(int(part) for part in date.split("-")), 0, 0)[:3]
    if day:
        return Span(dt.date(year, month, day), dt.date(year, month, day))
    last = month or 12
    return Span(
        dt.date(year, month or 1, 1), dt.date(year, last, calendar.monthrange(year, last)[1])
    )


_NAMES: Mapping[Language, tuple[str, ...]] = {
    "en": tuple(name.capitalize() for name in list(MONTHS) if name in
                "january february march april may june july august september october november "
                "december".split()),
    "es": tuple("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
                "diciembre".split()),
    "pt": tuple("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
                "dezembro".split()),
}  # fmt: skip


def written(date: str, language: Language) -> str:
    """A date of a record as the language writes it: 17 June 2024, June 2024, 2024."""
    year, month, day = (*date.split("-"), "", "")[:3]
    link = " " if language == "en" else " de "
    name = _NAMES[language][int(month) - 1] if month else ""
    return link.join(part for part in (day.lstrip("0"), name, year) if part)


def dated(date: str, language: Language) -> str:
    """A date of a record with the preposition that puts something on it."""
    to_a_day = date.count("-") == 2
    before = {
        "en": "on " if to_a_day else "in ",
        "es": "el " if to_a_day else "en ",
        "pt": "em ",
    }
    return before[language] + written(date, language)


# Month names and their usual short forms, without accents, longest first.
_MONTHS = {fold(name): number for name, number in MONTHS.items()} | {
    name: number
    for number, names in enumerate(
        ("jan ene", "feb fev", "mar", "apr abr", "", "jun", "jul", "aug ago", "sep sept set",
         "oct out", "nov", "dec dic dez"), start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_DATE = (
    rf"(?:(?P<iso>{_YEAR}-\d\d(?:-\d\d)?)"
    rf"|(?:(?P<day>\d\d?)(?:st|nd|rd|th)?,? (?:of |de )?)?(?P<month>{_MONTH})\.?,? "
    rf"(?:(?P<after>\d\d?)(?:st|nd|rd|th)?,? )?(?:of |del? )?(?P<year>{_YEAR})"
    rf"|(?P<alone>{_YEAR}))(?![\w%])"
)
_WHOLE = (
    r"(?:(?:the )?(?:end|start|beginning|middle|course|year|month|summer|spring|autumn|fall"
    r"|winter) (?:of )?|(?:el )?(?:fin(?:al(?:es)?|es)?|cierre|ano|mes|principios|comienzos|inicios"
    r"|mediados) (?:del? )?|(?:o )?(?:fim|final|ano|mes|inicio|comeco|meados) (?:d[eo] )?|late |mid "
    r"|early )*"
)
_RELATIONS: tuple[tuple[Relation, str], ...] = (
    ("from", r"(?:after|since|starting(?: in| from)?|desde|despues del?|a partir del?|depois de"
             r"|apos|more recent than)"),
    ("before", r"(?:before|prior to|earlier than|antes del?|until before)"),
    ("by", r"(?:as of|as at|by|until|till|up to|at(?= the end| end)|hasta|a fecha de|al(?= fin"
           r"| cierre)|ate|no(?= fim| final)|a(?= fin)|em(?= fins))"),
    ("of", r"(?:from|of|del?|d[oae])"),
    ("in", r"(?:in|on|during|for|at|el|en|durante|em|no|na|the|a)"),
)  # fmt: skip
_WHEN = tuple(
    (relation, re.compile(rf"(?<![\w-])(?:{words} )+(?:(?:the|el|o) )?{_WHOLE}{_DATE}"))
    for relation, words in _RELATIONS
)
_BARE = re.compile(rf"(?<![\w-]){_WHOLE}{_DATE}")
_RANGE = re.compile(
    rf"(?<![\w-])(?:between|from|entre|desde|de) (?P<a>{_YEAR}) (?:and|to|until|y|e|a|hasta|ate) "
    rf"(?P<b>{_YEAR})(?!\w)|(?<![\w-])(?P<c>{_YEAR}) ?[-–] ?(?P<d>{_YEAR})(?!\w)"
)


def read_whens(text: str) -> tuple[tuple[When, ...], str]:
    """The times that a text names, in their order, and the text without them.

    Args:
        text: lower case, without accents.
    """
    found: list[When] = []
    when, rest = _read_when(text)
    while when:
        found.append(when)
        when, rest = _read_when(rest)
    return tuple(found), rest


def _read_when(text: str) -> tuple[When | None, str]:
    """The first time that a text names, and the text without it; None if it names none."""
    if found := _RANGE.search(text):
        first, last = found["a"] or found["c"], found["b"] or found["d"]
        return When("in", f"{first}/{last}"), _without(text, found)
    matches = [(found, relation) for relation, own in _WHEN if (found := own.search(text))]
    if matches:
        found, relation = min(matches, key=lambda match: match[0].start())
        ended = relation == "in" and re.search(r"\b(?:end|fin(?:al(?:es)?|es)?|fim)\b", found[0])
        return _read(found, "by" if ended else relation, text)
    if found := _BARE.search(text):
        return _read(found, "in", text)
    return None, text


def _read(found: re.Match[str], relation: Relation, text: str) -> tuple[When | None, str]:
    rest = _without(text, found)
    date = found["iso"] or found["alone"]
    if not date:
        day = found["day"] or found["after"]
        date = f"{found['year']}-{_MONTHS[found['month']]:02}" + (f"-{int(day):02}" if day else "")
    try:
        span_of(date)
    except ValueError:  # 31 February, or the 13th month
        return None, rest
    return When(relation, date), rest


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"
