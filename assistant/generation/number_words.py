"""Numbers written in words, in English, Spanish and Portuguese."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from assistant.answers import Language

SCALES: Mapping[str, int] = {
    "thousand": 10**3,
    "mil": 10**3,
    "million": 10**6,
    "millions": 10**6,
    "millón": 10**6,
    "millones": 10**6,
    "milhão": 10**6,
    "milhões": 10**6,
    "mn": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "billions": 10**9,
    "bn": 10**9,
    "mil millones": 10**9,
    "mil milhões": 10**9,
    "bilhão": 10**9,
    "bilhões": 10**9,
}
"""Words after a number that multiply it."""

# From two on: 'one' is mostly an article or a pronoun.
_UNITS: Mapping[Language, str] = {
    "en": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
    " dieciséis diecisiete dieciocho diecinueve",
    "pt": "dois/duas três quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze"
    " quinze dezesseis dezessete dezoito dezenove",
}
_TENS: Mapping[Language, str] = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
}
_HUNDRED: Mapping[Language, str] = {
    "en": "a hundred|one hundred|hundred",
    "es": "(?<!por )(?:cien|ciento)",
    "pt": "(?<!por )(?:cem|cento)",
}
_JOINT: Mapping[Language, str] = {"en": "[- ]", "es": " y ", "pt": " e "}


@lru_cache(maxsize=3)
def _table(language: Language) -> Mapping[str, int]:
    table: dict[str, int] = {}
    units = [forms.split("/") for forms in _UNITS[language].split()]
    for value, forms in enumerate(units, start=2):
        table.update(dict.fromkeys(forms, value))
    for value, word in enumerate(_TENS[language].split(), start=2):
        table[word] = 10 * value
    if language == "es":
        for value, forms in enumerate(units[:8], start=2):
            table[f"veinti{forms[0]}"] = 20 + value
        table |= {"veintidós": 22, "veintitrés": 23, "veintiséis": 26, "veintiuno": 21}
    return table


@lru_cache(maxsize=3)
def _pattern(language: Language) -> re.Pattern[str]:
    words = "|".join(sorted(_table(language), key=len, reverse=True))
    tens = "|".join(_TENS[language].split())
    scales = "|".join(sorted((s for s in SCALES if len(s) > 2), key=len, reverse=True))
    return re.compile(
        rf"\b(?:(?P<tens>{tens}){_JOINT[language]}(?P<unit>{words}|one|uno?|um)"
        rf"|(?P<hundred>{_HUNDRED[language]})|(?P<word>{words}))(?:\s(?P<scale>{scales}))?\b",
        re.IGNORECASE,
    )


def number_words(text: str, language: Language) -> Iterator[tuple[int, int, Decimal]]:
    """Start, end and value of each number in words."""
    table = _table(language)
    for match in _pattern(language).finditer(text):
        if match["tens"]:
            value = table[match["tens"].lower()] + table.get(match["unit"].lower(), 1)
        else:
            value = 100 if match["hundred"] else table[match["word"].lower()]
        scale = SCALES[match["scale"].lower()] if match["scale"] else 1
        yield match.start(), match.end(), Decimal(value * scale)
