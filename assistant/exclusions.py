"""Questions on others than a place that is named: 'Apart from Miami, who maps floods?'."""

import re
from collections.abc import Mapping, Sequence
from typing import Protocol

from assistant.answers import Language


class PlaceSpan(Protocol):
    """A place named in a text, at characters `start` to `end`, its state included."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


def of_others(text: str, places: Sequence[PlaceSpan], language: Language) -> str:
    """'Apart from Miami, who maps floods?' asked of the others; else the text as it is."""
    if len(places) != 1:
        return text
    (place,) = places
    before = EXCEPT.search(text[: place.start])
    if not before:
        return text
    rest = f"{text[: before.start()].rstrip(' ,')} {text[place.end :].lstrip(' ,')}".strip()
    return _WHO.sub(_OTHER_CITIES[language], rest, count=1)


EXCEPT = re.compile(
    r"(?:apart from|besides|other than|except(?: for)?|aside from|aparte de|adem[aá]s de|fuera de"
    r"|al[eé]m d[eao]s?|fora) (?:the )?$",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"(?:who|which|what)(?: else| other)?(?: cities| places| towns)?\b(?! (?:is|are|was) the\b)"
    r"|qui[eé]n(?:es)?(?: m[aá]s)?\b|qu[eé](?: otras)? ciudades|quem(?: mais)?\b"
    r"|quais(?: outras)? cidades",
    re.IGNORECASE,
)
_OTHER_CITIES: Mapping[Language, str] = {
    "en": "which other cities",
    "es": "qué otras ciudades",
    "pt": "quais outras cidades",
}
