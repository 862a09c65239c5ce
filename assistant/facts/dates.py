"""Dates of an English sentence, said in Spanish or Portuguese.

Besides the date itself, what stands beside it is read where it says what the date is of:
'announced on', 'as reported in', 'the report of', 'the criteria of'.
"""

import re
from collections.abc import Iterator, Mapping

from assistant.answers import Language
from assistant.facts.found import Fact

_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_NAMES: Mapping[Language, list[str]] = {
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre".split(),
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
    "dezembro".split(),
}
# A part of a month or year: by itself in Spanish and in Portuguese, and after 'in'.
_PARTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "early|the (?:start|beginning) of": {
        "es": ("inicios de", "a inicios de"),
        "pt": ("início de", "no início de"),
    },
    "mid": {"es": ("mediados de", "a mediados de"), "pt": ("meados de", "em meados de")},
    "late|the end of": {"es": ("fines de", "a fines de"), "pt": ("fim de", "no fim de")},
}
_MONTH = "|".join(_MONTHS)
_YEAR = r"(?:19|20)\d\d(?![\d,.]*\d)"
_DATE = re.compile(
    rf"(?:\b(?P<part>{'|'.join(_PARTS)})[ -])?"
    rf"(?:(?P<day>(?<![\d,.])\d{{1,2}})(?:(?P<to>-|–| to | and )(?P<last>\d{{1,2}}))? )?"
    rf"\b(?P<month>{_MONTH})\b(?: (?P<us_day>\d{{1,2}}),)?(?: (?P<year>{_YEAR}))?"
    rf"|(?:\b(?P<year_part>{'|'.join(_PARTS)}) )?(?P<fiscal>\bfiscal (?:years? )?)?"
    rf"(?<![\d,.%-])(?P<only>{_YEAR})(?:(?P<decade>s\b)|[-–](?P<until>\d{{4}}|\d\d)\b)?"
)
# Months that are other words too, and stand for a date only with a day or a year.
_SHY_MONTHS = ("March", "May")

# What a date is of, by the words before it: said in Spanish and in Portuguese; {} is the date.
_BEFORE: Mapping[str, Mapping[Language, str]] = {
    r"announced(?: \w+)? (?:in|on) ": {"es": "anunciado {placed}", "pt": "anunciado {placed}"},
    r"(?:as )?(?:was |were )?reported(?: \w+)? (?:in|on) ": {
        "es": "informado {placed}",
        "pt": "informado {placed}",
    },
    r"\bpage of (?:about )?": {"es": "página web de {said}", "pt": "página web de {said}"},
    r"\barticle of (?:about )?": {"es": "artículo de {said}", "pt": "artigo de {said}"},
    r"\breports? of (?:about )?": {"es": "informe de {said}", "pt": "relatório de {said}"},
    r"\bsurvey of ": {"es": "encuesta de {said}", "pt": "pesquisa de {said}"},
    r"\bround of ": {"es": "ronda de {said}", "pt": "rodada de {said}"},
    r"(?<!\d )\bcriteria of ": {"es": "criterios de {said}", "pt": "critérios de {said}"},
    r"\bstandard of ": {"es": "estándar de {said}", "pt": "padrão de {said}"},
}
_SOURCES = tuple(_BEFORE)[1:5]
"""Those that tell the date of a source."""

# When it was, by the words before it.
_WHEN: Mapping[str, Mapping[Language, str]] = {
    r"\bsince (?:about )?": {"es": "desde {article}{said}", "pt": "desde {said}"},
    r"\b(?:until|till|up to|through|by) ": {"es": "hasta {article}{said}", "pt": "até {said}"},
    r"\bbefore ": {"es": "antes {of}{said}", "pt": "antes de {said}"},
    r"\bafter ": {"es": "después {of}{said}", "pt": "depois de {said}"},
    r"\b(?:around|about) ": {"es": "hacia {article}{said}", "pt": "por volta de {said}"},
    r"\b(?:in|on) (?:the |about |around )?": {"es": "", "pt": ""},
}
# What a date is of, by the word after it.
_AFTER: Mapping[str, Mapping[Language, str]] = {
    " criteria": {"es": "criterios de {said}", "pt": "critérios de {said}"},
    " standard": {"es": "estándar de {said}", "pt": "padrão de {said}"},
    " version": {"es": "versión de {said}", "pt": "versão de {said}"},
    " survey": {"es": "encuesta de {said}", "pt": "pesquisa de {said}"},
    " round": {"es": "ronda de {said}", "pt": "rodada de {said}"},
}


def find_dates(text: str, language: Language) -> Iterator[Fact]:
    """The dates of an English sentence in `language`, in order."""
    for match in _DATE.finditer(text):
        if _is_another_word(match):
            continue
        said, placed = _said(match, language)
        fact = Fact("date", match.start(), match.end(), said, placed)
        yield _labelled(fact, text, language)


def _is_another_word(match: re.Match[str]) -> bool:
    bare = match["month"] and not (match["day"] or match["us_day"] or match["year"])
    return bool(bare and match["month"] in _SHY_MONTHS)


def _said(match: re.Match[str], language: Language) -> tuple[str, str]:
    """A date by itself, and as it follows what happened then."""
    part = match["part"] or match["year_part"]
    date = _of_month(match, language) if match["month"] else _of_year(match, language)
    if part:
        alone, after = next(v[language] for k, v in _PARTS.items() if re.fullmatch(k, part))
        return f"{alone} {date}", f"{after} {date}"
    if match["fiscal"]:
        return date, f"{'en el' if language == 'es' else 'no'} {date}"
    if match["decade"]:
        return date, f"{'en la' if language == 'es' else 'na'} {date}"
    if language == "es":
        return date, f"{'el' if date[0].isdecimal() and match['month'] else 'en'} {date}"
    return date, f"em {date}"


def _of_month(match: re.Match[str], language: Language) -> str:
    name = _NAMES[language][_MONTHS.index(match["month"])]
    year = f" de {match['year']}" if match["year"] else ""
    day = match["day"] or match["us_day"]
    if not day:
        return f"{name}{year}"
    day = "1º" if day == "1" and language == "pt" else day
    if match["last"]:
        joint = "a" if match["to"] != " and " else {"es": "y", "pt": "e"}[language]
        day = f"{day} {joint} {match['last']}"
    return f"{day} de {name}{year}"


def _of_year(match: re.Match[str], language: Language) -> str:
    year = match["only"]
    if match["decade"]:
        return f"década de {year}"
    if match["until"]:
        year = f"{year}-{match['until']}"
    if match["fiscal"]:
        return f"año fiscal {year}" if language == "es" else f"ano fiscal de {year}"
    return str(year)


def _labelled(fact: Fact, text: str, language: Language) -> Fact:
    """The date with what it is of, where the words beside it say so."""
    words = {
        "said": fact.said,
        "placed": fact.placed,
        "article": "el " if fact.placed.startswith("el ") else "",
        "of": "del " if fact.placed.startswith("el ") else "de ",
    }
    for before, forms in _BEFORE.items():
        if found := _preceded(text, fact.start, before):
            said = forms[language].format(**words)
            source = before in _SOURCES
            return Fact("date", found.start(), fact.end, said, said, True, source)
    for after, forms in _AFTER.items():
        if re.match(rf"{after}\b", text[fact.end :]):
            said = forms[language].format(**words)
            return Fact("date", fact.start, fact.end + len(after), said, said, labelled=True)
    for before, forms in _WHEN.items():
        if found := _preceded(text, fact.start, before):
            said = forms[language].format(**words)
            start, end = found.start(), fact.end
            return Fact("date", start, end, said or fact.said, said or fact.placed)
    return fact


def _preceded(text: str, start: int, before: str) -> re.Match[str] | None:
    return re.search(rf"{before}$", text[:start], re.IGNORECASE)
