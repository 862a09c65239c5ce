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

    def holds(self, other: "Span") -> bool:
        """Whether all days of the other are days of this one."""
        return self.first <= other.first and other.last <= self.last

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
# Parts of a year, and the months they are taken to be.
_PARTS: tuple[tuple[tuple[int, int], str], ...] = (
    # Before 'early' and 'late', which may stand before a season.
    ((3, 6), r"(?:early |late |mid[- ]?)?spring(?:time)?(?: of)?"),
    ((6, 8), r"(?:early |late |mid[- ]?)?summer(?:time)?(?: of)?"),
    ((9, 11), r"(?:early |late |mid[- ]?)?(?:autumn|fall)(?: of)?"),
    ((3, 4), r"easter(?: (?:sunday|monday|week))?(?: of)?|(?:semana santa|pascuas?|pascoa)"
             r"(?: del?)?"),
    ((9, 9), r"labou?r day(?: of)?"),
    ((11, 11), r"thanksgiving(?: day)?(?: of)?|(?:dia de )?(?:accion de gracias|acao de gracas)"
               r"(?: de)?"),
    ((4, 6), r"(?:second|2nd) quarter(?: of)?|q2(?: of)?|segundo trimestre(?: d[eo]l?)?"),
    ((7, 9), r"(?:third|3rd) quarter(?: of)?|q3(?: of)?|(?:tercer|terceiro) trimestre"
             r"(?: d[eo]l?)?"),
    ((1, 3), r"early|(?:first|1st) quarter(?: of)?|q1(?: of)?|(?:principios|comienzos"
             r"|inicios)(?: del?)?"
             r"|(?:inicios?|comecos?)(?: d[eo])?|primer trimestre(?: del?)?"
             r"|primeiro trimestre(?: d[eo])?"),
    ((1, 6), r"(?:first|1st) half(?: of)?|primera mitad(?: del?)?|primeira metade(?: d[eo])?"
             r"|primer semestre(?: del?)?|primeiro semestre(?: d[eo])?"),
    ((7, 12), r"(?:second|2nd|latter) half(?: of)?|segunda (?:mitad|metade)(?: d[eo]l?)?"
              r"|segundo semestre(?: d[eo]l?)?"),
    ((5, 8), r"mid(?:[- ]?year(?: of)?)?|(?:the )?middle(?: of)?|half ?way (?:through|into)"
             r"|mediados(?: del?)?|meados(?: d[eo])?|(?:la )?mitad(?: del?)?(?: ano)?"
             r"|meio(?: d[eo])?(?: ano)?(?: de)?"),
    ((10, 12), r"late|(?:fourth|4th|last|final) quarter(?: of)?|q4(?: of)?"
               r"|(?:cuarto|quarto|ultimo) trimestre(?: d[eo]l?)?"),
    ((12, 12), r"(?:holidays|holiday season|festive season)(?: of)?"
               r"|christmas(?: of)?|xmas(?: of)?|navidad(?:es)?(?: del?)?|natal(?: de)?"),
)  # fmt: skip
_PART = re.compile("|".join(rf"(?P<m{first}_{last}>{words})" for (first, last), words in _PARTS))
_START = re.compile(
    r"(?:start|beginning|outset)(?: of)?|(?:el )?(?:comienzo|inicio)(?: del?)?|comeco"
)
_WHOLE = (
    r"(?:(?:the )?(?:end|start|beginning|outset|course|year|month|close|winter) (?:of )?"
    r"|(?:el )?(?:fin(?:al(?:es)?|es)?|cierre|comienzo|ano|mes) (?:del? )?"
    r"|(?:o )?(?:fim|final|ano|mes) (?:d[eo] )?"
    rf"|(?:the |el |la |o |a )?(?:{'|'.join(words for _, words in _PARTS)})[ -])*"
)
_RELATIONS: tuple[tuple[Relation | Literal["after"], str], ...] = (
    ("after", r"(?:after|later than|more recent than|following|despues del?|depois de|apos"
              r"|posterior(?:es)? al?)"),
    ("from", r"(?:since|starting(?: in| from)?|from(?= \S+ (?:on|onwards?)\b)|desde"
             r"|a partir del?)"),
    ("before", r"(?:before|prior to|earlier than|ahead of|antes del?|until before"
               r"|anterior(?:es)? al?)"),
    ("by", r"(?:(?:right|just|immediately|straight|shortly|directly|soon) after|in the wake of"
           r"|(?:justo|inmediatamente|poco) despues del?|(?:logo|imediatamente) (?:depois|apos)"
           r"(?: d[aeo])?"
           r"|as of|as at|by|until|till|up to|up until|through|at(?= the end| end)|hasta"
           r"|a fecha de|al(?= fin| cierre)|ate|no(?= fim| final)|a(?= fin)|em(?= fins))"),
    ("of", r"(?:from|of|del?|d[oae])"),
    ("in", r"(?:in|on|during|for|at|around|en|el|durante|em|no|na|the|a)"),
)  # fmt: skip
# A state at a time may be told by what was announced then: 'right after the June 2023 round'.
_THAT_ROUND = (
    r"(?: (?:rounds?|announcements?|cohorts?|batch|awards?|class|intake|ronda|anuncios?|rodada"
    r"|anuncio))?(?!\w)"
)
_WHEN = tuple(
    (
        relation,
        re.compile(
            rf"(?<![\w-])(?:{words} )+(?:(?:the|el|la|o|a) )?{_WHOLE}{_DATE}"
            rf"{_THAT_ROUND if relation == 'by' else ''}"
        ),
    )
    for relation, words in _RELATIONS
)
_BARE = re.compile(rf"(?<![\w-]){_WHOLE}{_DATE}")
_ANY_DATE = re.sub(r"\(\?P<\w+>", "(?:", f"{_WHOLE}{_DATE}")
_RANGE = re.compile(
    rf"(?<![\w-])(?:between|from|entre|desde|de) (?P<first>{_ANY_DATE}|(?:{_MONTH})) "
    rf"(?:and|to|until|till|through|y|e|a|al|hasta|ate) (?P<last>{_ANY_DATE})"
    rf"|(?<![\w-])(?P<from>{_YEAR}) ?[-–] ?(?P<to>{_YEAR})(?!\w)"
    rf"|(?<![\w-])(?:since|starting|starting in|(?P<after>after|later than|despues del?|depois de"
    rf"|apos)) (?P<begin>{_ANY_DATE}),? (?:and |y |e )?(?:up to|up until|until|till|through|to"
    rf"|hasta|ate|(?P<short>before|antes del?)) (?P<end>{_ANY_DATE})"
)
# What people date things by; asked for only where something came before or after it.
_NAMED = re.compile(
    r"(?<=\w )(?:the |la |a )?(?:(?:covid(?:[ -]?19)?)(?: pandemic)?|pandemic|pandemia)(?!\w)"
)
_FEASTS = (
    (r"christmas eve|nochebuena|vespera de natal", "24 december"),
    (r"christmas|xmas|x-mas|navidad(?:es)?|natal", "25 december"),
    (r"new year'?s? eve|nochevieja|fin de ano|reveillon|vespera de ano novo", "31 december"),
    (r"new year'?s?|ano nuevo|ano novo", "1 january"),
    (r"halloween", "31 october"),
    (r"independence day|(?:the )?(?:fourth|4th) of july", "4 july"),
    (r"valentine'?s?|san valentin", "14 february"),
    (r"bastille", "14 july"),
)
"""Days that people call by a name, with the year behind it."""

_TURNS = (
    # The year that a turn leads into, or the only one that is named.
    (rf"(?:turn of the year|cambio de ano|virada do ano|virada)(?: (?:of|from|del?|a))?"
     rf" (?:{_YEAR} ?(?:[/-]|to|into|a|para|y|e) ?)?(?:20(?=\d\d\b)|(?<=[/-]))?(\d\d)\b",
     r"1 january 20\1"),
    (rf"(?:when|as|cuando|quando) ({_YEAR}) (?:was )?(?:ended|ending|clos(?:ed|ing)|ran out"
     r"|drew to (?:a|its) close|came to an end|termino|acabo|cerro|terminou|acabou|fechou)",
     r"by the end of \1"),
    (rf"(?:when|as|cuando|quando) ({_YEAR}) (?:was )?(?:began|beginning|started|starting|empezo"
     r"|comenzo|comecou)", r"at the start of \1"),
    (rf"a[lo] (?:cerrar|terminar|acabar|fechar|findar)(?: (?:el|o))?(?: ano)?(?: de)? (?={_YEAR})",
     "by the end of "),
    (rf"a[lo] (?:empezar|comenzar|iniciar|comecar)(?: (?:el|o))?(?: ano)?(?: de)? (?={_YEAR})",
     "at the start of "),
)  # fmt: skip
"""A year that begins or ends, told by a verb or by its turn, as the dates below are written."""

_UNTIL_NOW = re.compile(
    rf"\b(?:from|between|since|desde|de|entre) ((?:{_MONTH})? ?(?:del? )?{_YEAR}) (?:until|till"
    rf"|to|and|up to|hasta|a|y|e|ate) "
    r"(?:now|today|the present|date|hoy|ahora|hoje|agora)\b"
)
_PANDEMIC = "march 2020"
_BESIDE_NAMED = re.compile(r"\b(?:before|after|since|prior to|antes d[ea]l?|desde|despues de"
                           r"|depois d[ea]"
                           r"|pre) (?:the |la |a )?(?:covid|pandemi)")  # fmt: skip


_A_ROUND = r"(?:rounds?|batch|announcement|cohort|ronda|tanda|anuncio|rodada|leva)"
_TOTAL_AFTER = re.compile(
    r"(\b(?:totals?|(?:how many|cuant[oa]s|quant[oa]s)"
    r"(?![^,;?]*\b(?:new|newly|more|join\w*|added|announced|nuev[oa]s|nov[oa]s|mas|mais|anunciad\w+"
    r"|entra?r\w+|sum\w+)\b))\b[^,;?]*?)"
    r" (?:after|tras|despues del?|depois d[aeo]|apos)(?: the| l[ao]| [ao]| el)?"
    rf"(?:(?= {_ANY_DATE} {_A_ROUND}\b)| {_A_ROUND} (?:of|from|on|del?|d[aeo])(?: el)?"
    rf"(?= {_ANY_DATE}))"
)
"""A total after a round is the one that it brought."""
_SHORT_YEAR = re.compile(
    rf"\b({_MONTH})\.? (?:of |de |del )?['’]?(1[7-9]|2\d)\b(?!,? ?(?:of |de )?(?:19|20)\d\d)"
)
"""'June 24' of a programme that began in 2017, where no other year is told."""


def read_whens(text: str) -> tuple[tuple[When, ...], str]:
    """The times that a text names, in their order, and the text without them.

    Args:
        text: lower case, without accents.
    """
    text = _SHORT_YEAR.sub(r"\1 20\2", _UNTIL_NOW.sub(r"since \1", text))
    text = _TOTAL_AFTER.sub(r"\1 right after", text)
    for told, plain in _TURNS:
        text = re.sub(rf"\b{told}", plain, text)
    for name, day in _FEASTS:
        text = re.sub(rf"\b(?:{name})(?: day)?,?(?: of| del?)? (?={_YEAR}(?!\w))", f"{day} ", text)
    if _BESIDE_NAMED.search(text):
        text = _NAMED.sub(_PANDEMIC, text)
    found: list[When] = []
    when, rest = _read_when(text)
    while when:
        found.append(when)
        when, rest = _read_when(rest)
    return tuple(found), rest


def _read_when(text: str) -> tuple[When | None, str]:
    """The first time that a text names, and the text without it; None if it names none."""
    if found := _RANGE.search(text):
        return _read_range(found, text)
    matches = [(found, relation) for relation, own in _WHEN if (found := own.search(text))]
    bare = _BARE.search(text)
    if bare and all(bare.start() < found.start() for found, _ in matches):
        return _read(bare, "in", text)
    if matches:
        found, relation = min(matches, key=lambda match: match[0].start())
        ended = relation == "in" and re.search(
            r"\b(?:end|fin(?:al(?:es)?|es)?|fim|close|cierre)\b", found[0]
        )
        return _read(found, "by" if ended else relation, text)
    return None, text


def _read_range(found: re.Match[str], text: str) -> tuple[When | None, str]:
    first = found["first"] or found["from"] or found["begin"]
    last = found["last"] or found["to"] or found["end"]
    if first in _MONTHS:  # 'between January and June 2024'
        first = f"{first} {last[-4:]}"
    dates = [_date_of(own) for part in (first, last) if (own := _BARE.search(part))]
    rest = _without(text, found)
    if len(dates) < 2 or not all(dates):
        return None, rest
    start, end = dates[0].split("/")[0], dates[1].split("/")[-1]
    if found["after"]:
        start = day_after(dates[0].split("/")[-1])
    if found["short"]:
        end = (span_of(dates[1].split("/")[0]).first - dt.timedelta(days=1)).isoformat()
    return When("in", f"{start}/{end}"), rest


def _read(
    found: re.Match[str], relation: Relation | Literal["after"], text: str
) -> tuple[When | None, str]:
    rest, date = _without(text, found), _date_of(found)
    if not date:
        return None, rest
    if relation == "after":
        return When("from", day_after(date.split("/")[-1])), rest
    return When(relation, date), rest


def _date_of(found: re.Match[str]) -> str:
    """A match's date as records write it, a range for a part of a year; '' if there is none."""
    date = found["iso"] or found["alone"]
    if not date:
        day = found["day"] or found["after"]
        date = f"{found['year']}-{_MONTHS[found['month']]:02}" + (f"-{int(day):02}" if day else "")
    try:
        span_of(date)
    except ValueError:  # 31 February, or the 13th month
        return ""
    if not found["alone"]:
        return date
    if _START.search(found[0]):
        return f"{date}-01-01"
    if part := _PART.search(found[0]):
        first, last = str(part.lastgroup).removeprefix("m").split("_")
        return f"{date}-{int(first):02}/{date}-{int(last):02}"
    return date


def day_after(date: str) -> str:
    """The year, month or day after a date, written as it is."""
    following = span_of(date).last + dt.timedelta(days=1)
    return following.isoformat()[: len(date)]


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"
