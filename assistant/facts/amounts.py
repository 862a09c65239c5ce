"""Amounts of an English sentence, said in Spanish or Portuguese.

An amount is a percentage, or a number with a unit of the table, with what bounds it ('more than'),
the way it went ('fell by') and its rate ('a day'). A number without a unit that the table knows is
left out: it would tell nothing.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from assistant.answers import Language
from assistant.facts.found import Fact
from assistant.facts.units import MOST_WORDS, Unit, is_time, unit

DATE_MARK = "\N{WHITE SQUARE}"
"""Stands for each character of a date, so that none of its numbers is taken for an amount."""

_Forms = Mapping[Language, str]

# Number words, masculine and feminine where they differ.
_WORDS: Mapping[str, tuple[str, str]] = {
    "one": ("un/una", "um/uma"),
    "two": ("dos", "dois/duas"),
    "three": ("tres", "três"),
    "four": ("cuatro", "quatro"),
    "five": ("cinco", "cinco"),
    "six": ("seis", "seis"),
    "seven": ("siete", "sete"),
    "eight": ("ocho", "oito"),
    "nine": ("nueve", "nove"),
    "ten": ("diez", "dez"),
    "eleven": ("once", "onze"),
    "twelve": ("doce", "doze"),
    "thirteen": ("trece", "treze"),
    "fourteen": ("catorce", "catorze"),
    "fifteen": ("quince", "quinze"),
    "sixteen": ("dieciséis", "dezesseis"),
    "seventeen": ("diecisiete", "dezessete"),
    "eighteen": ("dieciocho", "dezoito"),
    "nineteen": ("diecinueve", "dezenove"),
    "twenty": ("veinte", "vinte"),
    "thirty": ("treinta", "trinta"),
    "forty": ("cuarenta", "quarenta"),
    "fifty": ("cincuenta", "cinquenta"),
}
_BOUNDS: Mapping[str, _Forms] = {
    "more than|over|above": {"es": "más de", "pt": "mais de"},
    "nearly|almost": {"es": "casi", "pt": "quase"},
    "close to|about|around|roughly|some|approximately": {"es": "cerca de", "pt": "cerca de"},
    "at least": {"es": "al menos", "pt": "pelo menos"},
    "at most|no more than": {"es": "como máximo", "pt": "no máximo"},
    "up to": {"es": "hasta", "pt": "até"},
    "fewer than|less than|under|below": {"es": "menos de", "pt": "menos de"},
    "only": {"es": "solo", "pt": "apenas"},
}
_WAYS: Mapping[str, _Forms] = {
    r"(?:fell|fall(?:en)?|dropped|declined|decreased|down|lower)(?: on average)? by": {
        "es": "baja de",
        "pt": "queda de",
    },
    r"(?:cut|reduced|lowered)(?: [\w’']+){0,4} by": {"es": "reducción de", "pt": "redução de"},
    r"(?:fall|drop|decline|decrease)(?: in [\w ]+?)? of": {"es": "baja de", "pt": "queda de"},
    r"(?:rose|rise|risen|grew|grown|increased|up|higher)(?: on average)? by": {
        "es": "aumento de",
        "pt": "aumento de",
    },
    r"(?:rise|increase|growth|gain)(?: in [\w ]+?)? of": {"es": "aumento de", "pt": "aumento de"},
    r"improved(?: [\w’']+){0,3} by": {"es": "mejora de", "pt": "melhora de"},
}
_JOINTS: Mapping[str, _Forms] = {
    "-": {"es": "a", "pt": "a"},
    "–": {"es": "a", "pt": "a"},
    " to ": {"es": "a", "pt": "a"},
    " and ": {"es": "y", "pt": "e"},
    "of": {"es": "de", "pt": "de"},
    "in": {"es": "de cada", "pt": "em cada"},
}
_DURING: _Forms = {"es": "en", "pt": "em"}
_AFTER: Mapping[str, _Forms] = {
    " or more": {"es": " o más", "pt": " ou mais"},
    " or (?:less|fewer)": {"es": " o menos", "pt": " ou menos"},
    " (?:lower|less|fewer|smaller)": {"es": " menos", "pt": " a menos"},
    " (?:higher|greater)": {"es": " más", "pt": " a mais"},
    " (?:drop|fall|decline|decrease|reduction)": {"es": " de reducción", "pt": " de redução"},
    " (?:rise|increase|growth)": {"es": " de aumento", "pt": " de aumento"},
    " per 100,000": {"es": " por cada 100.000", "pt": " por 100.000"},
    " (?:later|after)": {"es": " después", "pt": " depois"},
    " (?:earlier|before)": {"es": " antes", "pt": " antes"},
    " (?:a|per) day": {"es": " al día", "pt": " por dia"},
    " (?:a|per) week": {"es": " por semana", "pt": " por semana"},
    " (?:a|per) month": {"es": " al mes", "pt": " por mês"},
    " (?:a|per) year": {"es": " al año", "pt": " por ano"},
}
_TIME_ONLY = (" (?:later|after)", " (?:earlier|before)")

_SCALES = ("thousand", "million", "billion")
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMBER = rf"(?:{_DIGITS})(?: (?:{'|'.join(_SCALES)}))?|{'|'.join(_WORDS)}"
_AMOUNT = re.compile(
    rf"(?<![\w.,/–-])(?P<number>{_NUMBER})(?![\w]|[.,]\d|-[a-z])"
    rf"(?:(?P<to>-|–| to | and )(?P<last>{_NUMBER})(?![\w]|[.,]\d))?"
    rf"(?: (?P<part>of|in) (?:the |its |these |those )?(?P<whole>{_NUMBER})(?![\w]|[.,]\d))?"
    r"(?P<more> or more(?= \w))?",
    re.IGNORECASE,
)
_LARGE = re.compile(rf"(?:\d,\d{{3}}(?:\.\d+)?|\d (?:{'|'.join(_SCALES)}))$")
_IS = re.compile(r"\b(?:is|was|were|at|reached|total(?:s|led)?|total of) $")
_ROUND = ("five", "ten", "10", "100", "1,000")
_PERCENT = re.compile(r"\s?%| per ?cent\b")
_NOUN_WORD = re.compile(r" ([A-Za-z][A-Za-z’'-]*)(?:'s)?")
# Words that no unit lies behind: 'three in the city' counts no cities.
_STOPS = frozenset(
    """a after an and are as at because before by can could each for from got had has have held if
    in into is its it kept more moved not of on or other others out over rose since than that the
    their them then these they this those to under until up us was were when where which who whose
    with without""".split()
)
_MOST_SKIPPED = 2


@dataclass(frozen=True, slots=True)
class _Measured:
    """What a number is of: what follows it is said after it, up to `end`."""

    end: int
    unit: Unit | None = None
    is_time: bool = False


def find_amounts(text: str, language: Language) -> Iterator[Fact]:
    """The amounts of an English sentence in `language`, in order."""
    told = 0
    for match in _AMOUNT.finditer(text):
        found = _amount(text, match, language) if match.start() >= told else None
        if found:
            told = found.end
            yield found


def _amount(text: str, match: re.Match[str], language: Language) -> Fact | None:
    """The amount of a match; None if nothing tells what it is of."""
    measured = _measured(text, match, language) if _belongs_together(match) else None
    if measured is None:
        match = _AMOUNT.match(text, match.start(), match.end("number")) or match
        measured = _measured(text, match, language)
    # 'One city' is an article more than a count, but 'one of nine cities' counts.
    if measured is None or (match["number"].lower() == "one" and not match["whole"]):
        return None
    return _fact(text, match, measured, language)


def _belongs_together(match: re.Match[str]) -> bool:
    """Whether the numbers of a match are one amount, as in '4 in 10', and not in '5 in 46'."""
    if match["to"] == " and " and not match.string[: match.start()].endswith("between "):
        return False
    return match["part"] != "in" or match["whole"].lower() in _ROUND


def _measured(text: str, match: re.Match[str], language: Language) -> _Measured | None:
    end = match.end()
    one = (match["whole"] or match["last"] or match["number"]).lower() in ("1", "one")
    if percent := _PERCENT.match(text, end):
        return _Measured(percent.end())
    words = _words_after(text, end)
    for skipped in range(_MOST_SKIPPED + 1):
        if any(word in _STOPS for word, _ in words[:skipped]):
            break
        for length in range(min(MOST_WORDS, len(words) - skipped), 0, -1):
            span = words[skipped : skipped + length]
            names = [word for word, _ in span]
            if found := unit(names, language, one=one):
                return _Measured(span[-1][1], found, is_time(names))
    return _Measured(end) if _tells_alone(text, match) else None


def _tells_alone(text: str, match: re.Match[str]) -> bool:
    """Whether a number says something without a unit: '10,254', 'was 62', '55 in 2022'."""
    end = match.end()
    if text.startswith(" per 100,000", end) or re.compile(rf" ?{DATE_MARK}").match(text, end):
        return True
    if _LARGE.search(match[0]):
        return True
    counted = match[0].isdecimal() and _IS.search(text[: match.start()])
    return bool(counted and re.compile(r"[,.;]| in |$").match(text, end))


def _words_after(text: str, end: int) -> list[tuple[str, int]]:
    """The next words, in lower case, with where each ends; none beyond a mark."""
    found: list[tuple[str, int]] = []
    while len(found) < _MOST_SKIPPED + MOST_WORDS and (word := _NOUN_WORD.match(text, end)):
        found.append((word[1].lower(), word.end()))
        end = word.end()
    return found


def _fact(text: str, match: re.Match[str], measured: _Measured, language: Language) -> Fact:
    said = _counted(match, measured.unit, language)
    if measured.unit is None and text[match.end() : measured.end]:
        said = f"{said} %"
    start, before = _before(text, match, measured, language)
    end, after = _after(text, measured, language)
    after = _AFTER[" or more"][language] if match["more"] else after
    return Fact("amount", start, end, f"{before}{said}{after}")


def _counted(match: re.Match[str], unit: Unit | None, language: Language) -> str:
    """The number or range with its unit."""
    gender = unit.gender if unit else "m"
    number = _number(match["number"], gender, language)
    last = match["last"] or match["whole"]
    if match["last"]:
        number = f"{number} {_JOINTS[match['to']][language]} {_number(last, gender, language)}"
    elif match["whole"]:
        number = "uno" if number == "un" else number
        number = f"{number} {_JOINTS[match['part']][language]} {_number(last, gender, language)}"
    if unit is None:
        return number
    return f"{number} {_named(unit, last or match['number'])}"


def _named(unit: Unit, number: str) -> str:
    """The unit after a number, with 'de' after millions."""
    if number.endswith(("million", "billion")):
        return f"de {unit.plural}"
    return unit.singular if number in ("1", "one") else unit.plural


def _number(written: str, gender: str, language: Language) -> str:
    if words := _WORDS.get(written.lower()):
        forms = words[("es", "pt").index(language)].split("/")
        return forms[-1] if gender == "f" else forms[0]
    digits, _, scale = written.partition(" ")
    plain = formatted(digits)
    if not scale:
        return plain
    return f"{plain} {_scale(scale, Decimal(digits.replace(',', '')), language)}"


def _scale(scale: str, value: Decimal, language: Language) -> str:
    if scale == "thousand":
        return "mil"
    if language == "pt":
        one, many = ("milhão", "milhões") if scale == "million" else ("bilhão", "bilhões")
        return one if value < 2 else many
    if scale == "billion":
        return "mil millones"
    return "millón" if value == 1 else "millones"


def formatted(digits: str) -> str:
    """An English number with a point for thousands and a comma for decimals: '1.732', '5,8'."""
    return digits.translate(str.maketrans(",.", ".,"))


def _before(
    text: str, match: re.Match[str], measured: _Measured, language: Language
) -> tuple[int, str]:
    """Where the words before a number that belong to it start, and how they are said."""
    start, said = match.start(), list[str]()
    if match["to"] and (found := re.search(r"\b(?:from|between) $", text[:start])):
        return found.start(), "de " if match["to"] != " and " else "entre "
    during = re.search(r"\b(?:within|over|in) $", text[:start]) if measured.is_time else None
    if during:
        return during.start(), f"{_DURING[language]} "
    for pattern, forms in _BOUNDS.items():
        if found := re.search(rf"\b(?:{pattern}) $", text[:start], re.IGNORECASE):
            start, said = found.start(), [forms[language]]
            break
    for pattern, forms in _WAYS.items():
        if found := re.search(rf"\b(?:{pattern}) $", text[:start], re.IGNORECASE):
            start, said = found.start(), [forms[language], *said]
            break
    return start, "".join(f"{words} " for words in said)


def _after(text: str, measured: _Measured, language: Language) -> tuple[int, str]:
    """Where the words after an amount that belong to it end, and how they are said."""
    for pattern, forms in _AFTER.items():
        if pattern in _TIME_ONLY and not measured.is_time:
            continue
        if found := re.compile(rf"{pattern}\b").match(text, measured.end):
            return found.end(), forms[language]
    return measured.end, ""
