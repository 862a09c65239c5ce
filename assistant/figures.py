"""Numbers, dates and level words in a text, in whichever form they are written.

`10,254`, `10.254` and `10 254` may be the same number; `79,1 %` is `79.1`. A written form that can
be read in two ways stands for both, and two texts agree on it if any reading is shared.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

# Thousands may be parted by a point, a comma, or a space that does not break.
_NUMBER = re.compile("\\d+(?:[.,\u00a0\u202f]\\d+)*")
_GROUPED = re.compile("\\d{1,3}(?:([.,\u00a0\u202f])\\d{3})(?:\\1\\d{3})*")

MONTHS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            ("january", "enero", "janeiro"),
            ("february", "febrero", "fevereiro"),
            ("march", "marzo", "março"),
            ("april", "abril"),
            ("may", "mayo", "maio"),
            ("june", "junio", "junho"),
            ("july", "julio", "julho"),
            ("august", "agosto"),
            ("september", "septiembre", "setembro"),
            ("october", "octubre", "outubro"),
            ("november", "noviembre", "novembro"),
            ("december", "diciembre", "dezembro"),
        ),
        start=1,
    )
    for name in names
}
"""Month names of the three languages."""

LEVELS: Mapping[str, str] = {
    "silver": "silver",
    "plata": "silver",
    "prata": "silver",
    "gold": "gold",
    "oro": "gold",
    "ouro": "gold",
    "platinum": "platinum",
    "platino": "platinum",
    "platina": "platinum",
}
"""Level words of the three languages, and the level they name."""

_WORD = re.compile(r"[^\W\d_]+")


def numbers(text: str) -> list[frozenset[Decimal]]:
    """The numbers of a text in order, each as the set of values it may be read as."""
    return [readings for match in _NUMBER.finditer(text) for readings in _readings(match.group())]


def _readings(written: str) -> Iterator[frozenset[Decimal]]:
    """One number with its readings; or several, where a run of digits can't be one."""
    found = set()
    if _GROUPED.fullmatch(written):
        found.add(Decimal(re.sub(r"\D", "", written)))
    parts = re.split(r"[.,]", written)
    if len(parts) == 2 and all(part.isdecimal() for part in parts):
        found.add(Decimal(".".join(parts)))
    if found:
        yield frozenset(value.normalize() for value in found)
    else:
        yield from (frozenset({Decimal(part).normalize()}) for part in re.split(r"\D", written))


DATE = re.compile(
    rf"\b(?:\d{{1,2}} (?:de )?)?(?:{'|'.join(MONTHS)})(?: de)?(?: \d{{4}})?\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""A date, or a year alone, in the three languages."""


def quantities(text: str) -> set[Decimal]:
    """The numbers of a text that are not part of a date; of two readings the smaller one."""
    return {min(readings) for readings in numbers(DATE.sub(" ", text))}


def months(text: str) -> set[int]:
    """Months named in a text, 1 to 12. A lower-case 'may' is the verb."""
    return {MONTHS[w.lower()] for w in _WORD.findall(text) if w.lower() in MONTHS and w != "may"}


@lru_cache(maxsize=16384)
def levels(text: str) -> frozenset[str]:
    """Levels named in a text in any of the three languages."""
    return frozenset(LEVELS[word] for word in _WORD.findall(text.lower()) if word in LEVELS)


def plain_values(value: Any) -> Iterable[str]:  # noqa: ANN401  (any JSON value)
    """Every string and number within a JSON value, keys included, as text."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield str(key)
            yield from plain_values(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from plain_values(inner)
    elif value is not None:
        yield str(value)
