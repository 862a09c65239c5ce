"""Numbers of people in a text: '30,000', '30k', '200 mil', '1.2 million', 'medio millón'.

What a number is of, and whether it is a threshold someone claims, is left to the grammar that asks.
"""

import re
from functools import partial

from text_to_num import alpha2digit

from assistant.tools.numerals import numerals

_MAGNITUDES = {
    1_000: r"k|thousand|mil",
    1_000_000: r"m|mn|mio|million|millions|millon|millón|millones|milhao|milhão|milhoes|milhões",
}
_SCALED = {
    scale: re.compile(rf"(?<![\w.,])(-?\d+(?:[.,]\d+)?) ?(?:{names})\b(?! \d)")
    for scale, names in _MAGNITUDES.items()
}
_MILLION = r"(?:million|mill[oó]n|milh[aã]o)"
_FRACTIONS = (
    (rf"(?:half a|medio|meio) {_MILLION}", "500000"),
    (rf"(?:a )?quarter of a {_MILLION}|(?:un )?cuarto de {_MILLION}", "250000"),
    (rf"(?:a|one|1|un|um) {_MILLION} (?:and a half|y medio|e meio)", "1500000"),
    (rf"(?:a|one|un|um) {_MILLION}", "1000000"),
    (r"(?:a|one) hundred thousand", "100000"),
)
_SPACED = re.compile(r"(?<![\w.,])(\d{1,3})((?:[ \u00a0\u202f'’]\d{3})+)(?![\w]|[.,]\d)")


def plain_amounts(text: str) -> str:
    """A text folded, with every number in plain digits, magnitudes multiplied out.

    'Medio millón de habitantes' gives '500000 de habitantes'.
    """
    text = " ".join(text.lower().replace("\u2212", "-").split())
    for pattern, value in _FRACTIONS:
        text = re.sub(rf"\b{pattern}\b", value, text)
    text = _SPACED.sub(lambda m: m[1] + re.sub(r"\D", "", m[2]), text)
    for scale, scaled in _SCALED.items():
        text = scaled.sub(partial(_multiplied, scale=scale), text)
    # 'más o menos 40.000' is about so many.
    text = re.sub(r"\b(?<!mas o )(?<!mais ou )(?:minus|negative|menos) (?=\d)", "-", text)
    if re.search(r"\bmil\b", text):
        # Thousands spelled out in Spanish or Portuguese: the reading that leaves fewer words.
        text = min((alpha2digit(text, own) for own in ("es", "pt")), key=_count_of_words)
    return numerals(text)


def _count_of_words(text: str) -> int:
    return len(re.findall(r"[^\W\d]+", text))


def _multiplied(found: re.Match[str], *, scale: int) -> str:
    """The number found times a scale; the '1.200' of '1.200 mil' is grouped."""
    whole, _, part = found[1].replace(",", ".").partition(".")
    if len(part) == 3 and scale == 1_000:
        return f"{whole}{part}{'0' * 3}"
    return str(round(float(f"{whole}.{part or 0}") * scale))
