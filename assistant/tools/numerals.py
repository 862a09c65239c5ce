"""Numbers in words, as plain digits, in three languages; fractions of a whole as percentages."""

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache

from text_to_num import alpha2digit

from assistant.answers import Language
from assistant.folding import fold
from assistant.languages import detect

# Words of numbers that show which language they are in, and the numbers below three, which the
# library takes for articles.
_SIGNS: Mapping[Language, str] = {
    "pt": r"dois|duas|vinte|trinta|quarenta|cinquenta|sessenta|setenta e|oitenta e|cento|oito|nove"
    r"|quatro|sete|dez|onze|doze|treze|quinze|dezess?eis|dezoito|dezenove",
    "es": r"(?:veint|treint|cuarent|cincuent|ochent|novent)\w+|ciento?|ocho|nueve|setenta y|doce"
    r"|cuatro|siete|diez|trece|catorce|dieci\w+",
    "en": r"(?:twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety)\w*|two|three|four|eight"
    r"|nine|twelve|\w+teen",
}
_SMALL_NUMBERS: Mapping[Language, Mapping[str, str]] = {
    "en": {"zero": "0", "two": "2"},
    "es": {"cero": "0", r"(?<!\d )dos(?! \d)": "2"},
    "pt": {"zero": "0", "dois": "2", "duas": "2"},
}
_ACCENTS = {"veintidos": "veintidós", "veintitres": "veintitrés", "veintiseis": "veintiséis"}
_TENS = "twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety"

_FEW: Mapping[str, int] = {
    "1": 1, "a": 1, "an": 1, "one": 1, "un": 1, "una": 1, "um": 1, "uma": 1,
    "2": 2, "two": 2, "dos": 2, "dois": 2, "duas": 2,
    "3": 3, "three": 3, "tres": 3, "três": 3,
    "4": 4, "four": 4, "cuatro": 4, "quatro": 4,
    "5": 5, "five": 5, "cinco": 5, "6": 6, "six": 6, "seis": 6,
    "8": 8, "eight": 8, "ocho": 8, "oito": 8,
    "7": 7, "seven": 7, "siete": 7, "sete": 7,
    "9": 9, "nine": 9, "nueve": 9, "nove": 9,
}  # fmt: skip
_PARTS: Mapping[int, str] = {
    2: r"half|halves|mitad|metade|2",
    3: r"thirds?|tercios?|ter[çc]os?|3",
    4: r"quarters?|fourths?|cuartos?|cuartas partes|quartos?|4",
    5: r"fifths?|quintos?|5",
    6: r"sixths?|sextos?|6",
    8: r"eighths?|octavos?|oitavos?|8",
    10: r"tenths?|d[eé]cimos?|10",
}
_OF = r"(?= (?:of|de|d[oa]s|the)\b)"
_PORTION = re.compile(
    # '5/8 of the criteria' is a share, '5-8 of the criteria' is a range.
    rf"\b(?!\d[ -]\d)(?:(?P<n>{'|'.join(_FEW)})(?: |-|/)|(?:la |a )?(?=half|mitad|metade))"
    rf"(?:{'|'.join(rf'(?P<d{part}>{names})' for part, names in _PARTS.items())}){_OF}"
)
_DOZEN = re.compile(
    rf"\b(?:(?P<half>half an?|media|meia) |(?P<n>{'|'.join(_FEW)}) )?"
    r"(?:dozen|docenas?|d[uú]zias?)(?: de)?\b"
)
_COUPLE = re.compile(
    r"\b(?:(?:a|the|an?other) )?(?:couple|pair)(?: of)?\b|\b(?:un|um) par(?: de)?\b"
)
_PERCENT_RANGE = re.compile(
    r"(?<![\w.])(\d{1,3}(?:\.\d+)?) ?"
    r"(?=(?:and|or|to|y|e|o|u|ou|a|al|-|–)(?: el| os?)? ?\d+(?:\.\d+)?%)"
)


@lru_cache(maxsize=1024)  # each tool reads the same question
def numerals(text: str) -> str:
    """Lower-case text with every number as plain digits: 33, 67.4, 70%, -3."""
    text = _COUPLE.sub("2 ", text)
    text = _DOZEN.sub(_dozens, _PORTION.sub(_share, text))
    signs = (own for own, sign in _SIGNS.items() if re.search(rf"\b(?:{sign})\b", text))
    language = next(signs, None) or detect(text)
    text = re.sub(rf"\b({_TENS})(one|two|three|four|five|six|seven|eight|nine)\b", r"\1-\2", text)
    for word, written in _ACCENTS.items():
        text = text.replace(word, written)
    text = fold(alpha2digit(text, language)).replace("\u2212", "-")
    for word, written in _SMALL_NUMBERS[language].items():
        text = re.sub(rf"\b{word}\b", written, text)
    text = re.sub(r"\b([2-9])0 ([1-9])\b", r"\1\2", text)
    text = re.sub(r"(\d) 1(000|000000)\b", r"\1\2", text)  # '30 mil'
    text = re.sub(r"(?<![\d.,])(\d{2,3}) (\d{3})\b(?![.,%]\d)", r"\1\2", text)  # '28 500'
    text = re.sub(r"(\d),(\d{3})\b|(\d)\.(\d{3})\b", r"\1\3\2\4", text)
    text = re.sub(r"(\d),(\d)", r"\1.\2", text)
    text = re.sub(r"(\d) (?:and a half|y medio|e mei[oa])\b", r"\1.5", text)
    per_cent = r"(?:%|percent\b|per cent\b|pct\b|por ?(?:100|cien|ciento|cento)\b)"
    text = re.sub(rf"(\d) ?{per_cent}", r"\1% ", text)
    text = re.sub(
        r"(?<![\d.])0\.(\d)(\d)(?= (?:of|de|d[oa]s)\b)", lambda m: f"{int(m[1] + m[2])}%", text
    )
    text = re.sub(r"(?<!\d )\bpor ?(?:100|cien|ciento|cento)\b", "porcentaje", text)
    return _PERCENT_RANGE.sub(r"\1% ", text)  # 'between 60 and 70 %'


def _share(found: re.Match[str]) -> str:
    """A fraction in words as a percentage, to four places at most."""
    part = next(part for part in _PARTS if found[f"d{part}"])
    share = Fraction(100 * _FEW[found["n"] or "1"], part)
    return f"{float(share):.4f}".rstrip("0").rstrip(".") + "%"


def _dozens(found: re.Match[str]) -> str:
    return "6 " if found["half"] else f"{12 * _FEW[found['n'] or '1']} "
