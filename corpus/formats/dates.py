"""Dates as documents state them, as YYYY, YYYY-MM or YYYY-MM-DD. What is ambiguous is no date."""

import datetime as dt
import re

_MONTHS = (
    "january february march april may june july august september october november december",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
)
_NUMBER = {
    form: number
    for names in _MONTHS
    for number, name in enumerate(names.split(), start=1)
    for form in (name, name[:3])
}
_MONTH = rf"(?P<month>{'|'.join(sorted(_NUMBER, key=len, reverse=True))})\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|º|\.)?"
_FORMS = (
    rf"{_YEAR}-(?P<number>\d\d)(?:-(?P<day>\d\d))?(?:[T ]\d\d:?\d\d\S*)?",
    rf"{_DAY}\s+(?:de\s+|of\s+)?{_MONTH},?\s+(?:de\s+|del\s+)?{_YEAR}",
    rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
    rf"{_MONTH},?\s+(?:de\s+|del\s+)?{_YEAR}",
    _YEAR,
)
_STATED = (
    r"(?:published|publication date|issued|date|dated|last updated|updated|last modified|as of|"
    r"publicado|fecha(?: de publicación)?|actualizado|última actualización|"
    r"publicada|data(?: de publicação)?|atualizado|última atualização)"
    r"(?:\s+(?:on|in|el|em|en|a))?\s*:?\s*"
)
_OF_ITSELF = (
    r"\b(?:publication date|last updated|last modified|fecha de publicación|última actualización|"
    r"data de publicação|última atualização)(?:\s+(?:on|el|em))?\s*:?\s*"
)
"""What is said of the document alone, so that it may stand within a sentence."""
_PLACE = r"(?:[^\W\d_][\w .'-]{1,30},\s+)?"
_NEAR_THE_TOP = 1500
"""Characters within which a text states its own date, if it does."""


def iso_date(said: str) -> str:
    """What metadata gives, as YYYY, YYYY-MM or YYYY-MM-DD; empty if it is no date."""
    said = said.strip().lower()
    for form in _FORMS:
        if match := re.match(rf"{form}(?!\d)", said):
            return _iso(match)
    return ""


def stated_date(text: str) -> str:
    """The date that a text plainly states for itself near its top; empty if it does not.

    A line that is a date, with a place before it or not, or says what the date is ('Published:').
    """
    for line in text[:_NEAR_THE_TOP].lower().split("\n"):
        line = line.strip(" #*_>\t-–—()[]").rstrip(".")
        for form in _FORMS:
            prefix = _STATED if form is _YEAR else rf"(?:{_STATED})?{_PLACE}"
            match = re.fullmatch(prefix + form, line)
            match = match or re.match(rf"{_STATED}{form}(?=\s*(?:[.;|,(]|$))", line)
            match = match or re.search(rf"{_OF_ITSELF}{form}(?!\d)", line)
            if match and (found := _iso(match)):
                return found
    return ""


def day(moment: dt.datetime | dt.date | None) -> str:
    """A moment's date as YYYY-MM-DD; empty if there is none or it cannot be one of a document."""
    return moment.strftime("%Y-%m-%d") if moment and moment.year >= 1950 else ""


def _iso(match: re.Match[str]) -> str:
    groups = match.groupdict()
    year = int(groups["year"])
    month = (
        int(groups["number"]) if groups.get("number") else _NUMBER.get(groups.get("month") or "")
    )
    if not month:
        return str(year)
    if not groups.get("day"):
        return f"{year}-{month:02}" if 1 <= month <= 12 else ""
    try:
        return dt.date(year, month, int(groups["day"])).isoformat()
    except ValueError:
        return ""
