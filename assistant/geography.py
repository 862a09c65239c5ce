"""Continents, regions, countries and states named in a text, in English, Spanish or Portuguese.

Names are compared without case and accents, the longest first. Where a name is also another word
('us', 'OR', 'Georgia', 'Spanish'), what stands beside it decides; the tables are in `area_names`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from babel import Locale

from assistant.answers import Language
from assistant.area_names import (
    AMERICAN,
    CLDR_CODES,
    COMMON_CODES,
    CONTINENTS,
    GROUPS,
    LATIN,
    NO_AREAS,
    OTHER_NAMES,
    PLACES_AFTER,
    PLACES_BEFORE,
    REGIONS,
    SHY_PEOPLES,
    SPECIAL_PHRASES,
    STATES_AFTER,
    STATES_BEFORE,
    UNFIT,
    WITH_ARTICLE,
    WORDS_TOO,
    states,
)
from assistant.folding import fold
from assistant.languages import detect
from assistant.places import nearest

Kind = Literal["continent", "region", "country", "state", "group"]


@dataclass(frozen=True, slots=True)
class Area:
    """An area that characters `start` to `end` of a text name.

    Attributes:
        code: `americas`, `north-america`, `latin-america`, `europe` … for a continent or region;
            ISO 3166-1 alpha-2 for a country; ISO 3166-2 for a state, as in `US-AZ`; the key of
            `area_names.GROUPS` for a group of these.
        country: ISO 3166-1 code of the country it is or lies in; empty for a region or a group.
    """

    kind: Kind
    code: str
    country: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Word:
    """A word as written and folded, its place, and the characters between it and the one before."""

    text: str
    folded: str
    start: int
    end: int
    gap: str


def find_areas(text: str) -> list[Area]:
    """The areas a text names, in order of their places; none overlaps another."""
    return list(_areas_in(text))


@lru_cache(maxsize=16384)  # each tool reads the same question, and sentences come up again
def _areas_in(text: str) -> tuple[Area, ...]:
    words = _words(text)
    found: list[Area] = []
    at = 0
    while at < len(words):
        length, code = _longest(words, at, text=text)
        if code:
            start, end = words[at].start, words[at + length - 1].end
            if not _ENDS_NAME.search(text[:start]):
                found.append(Area(_kind(code), code, _country(code), start, end))
        at += length
    return tuple(a for n, a in enumerate(found) if not _is_city(a, found[n + 1 :], text))


_ENDS_NAME = re.compile(r"\b[A-Z][a-z]+ for $")
"""Before an area that ends a body's name: 'Results for America'."""


def _is_city(area: Area, later: Sequence[Area], text: str) -> bool:
    """Whether an area's name is a city's, since a state follows: 'Ontario, California'."""
    if not later or later[0].kind != "state" or is_within(later[0].code, area.code):
        return False
    listed = re.match(r"\s*(?:,|and\b|or\b|y\b|o\b|e\b|ou\b)", text[later[0].end :])
    return text[area.end : later[0].start].strip() == "," and not listed


def find_groups(text: str) -> list[Area]:
    """The groups of states or countries that a text names by one name, in order."""
    folded = fold(text)
    found = _GROUP.finditer(folded) if len(folded) == len(text) else ()
    groups = ((str(one.lastgroup).replace("_", "-"), one) for one in found)
    wider = {area.start: area.end for area in find_areas(text)}  # 'the South Dakota'
    return [
        Area("group", code, "", one.start(), one.end())
        for code, one in groups
        if all(not start < one.end() < end for start, end in wider.items())
    ]


_GROUP = re.compile(
    r"(?<!\w)(?:"
    + "|".join(f"(?P<{code.replace('-', '_')}>{own.pattern})" for code, own in GROUPS.items())
    + r")(?!\w)"
)


def area_name(code: str, language: Language) -> str:
    """What an area, or a group of them, is called in a language; KeyError for an unknown code."""
    if group := GROUPS.get(code):
        return group.names[("en", "es", "pt").index(language)]
    if "-" in code and code not in CLDR_CODES:
        names = _state_names()[code]
        return names[("en", "es", "pt").index(language)]
    name: str = _locale(language).territories[CLDR_CODES.get(code, code)]
    return name.replace(" & ", " and ") if language == "en" else name


def is_within(code: str, other: str) -> bool:
    """Whether one area is the other or lies wholly in it.

    Mexico is within `north-america` and `latin-america`; Central and South America and the
    Caribbean are within `latin-america`.
    """
    return code == other or any(is_within(parent, other) for parent in _parents(code))


def regions_around(code: str) -> Sequence[str]:
    """What the regions that an area lies in are called in English, continents left out."""
    around = [own for parent in _parents(code) for own in (parent, *_parents(parent))]
    return [area_name(own, "en") for own in dict.fromkeys(around) if _kind(own) == "region"]


def _parents(code: str) -> Sequence[str]:
    if code in CLDR_CODES:
        latin = ("latin-america",) if code in LATIN else ()
        return latin or (("americas",) if code in AMERICAN else ())
    if "-" in code:
        return (code.split("-")[0],)
    mexico = ("latin-america",) if code == "MX" else ()
    return (_regions()[code], *mexico)


def _kind(code: str) -> Kind:
    if code in CLDR_CODES:
        return "continent" if code in CONTINENTS else "region"
    return "state" if "-" in code else "country"


def _country(code: str) -> str:
    return "" if code in CLDR_CODES else code.split("-")[0]


def is_within_any(code: str, others: Sequence[str]) -> bool:
    """Whether an area is one of some, or lies wholly in one."""
    return any(is_within(code, other) for other in others)


# Reading


def _words(text: str) -> list[_Word]:
    words: list[_Word] = []
    last = 0
    for match in re.finditer(r"[^\W_]+(?:[.'’][^\W_]+)*", text):
        written = re.sub(r"['’]s$", "", match[0])
        end = match.start() + len(written)
        gap = text[last : match.start()]
        words.append(_Word(written, fold(written).replace("’", "'"), match.start(), end, gap))
        last = match.end()
    return words


def _longest(words: Sequence[_Word], at: int, *, text: str) -> tuple[int, str | None]:
    """How many words from `at` on make the longest name, and of which area; else 1 and None."""
    for length in range(min(_MOST_WORDS, len(words) - at), 0, -1):
        span = words[at : at + length]
        if any(_breaks(before, word) for before, word in pairwise(span)):
            continue
        phrase = " ".join(word.folded for word in span)
        if phrase in NO_AREAS:
            return length, None
        before, after = _beside(words, at, length)
        if phrase in WORDS_TOO and span[0].text.islower() and before[-1] not in (*_IN, "da"):
            continue  # 'qué gana una ciudad'
        if phrase == "ciudad de mexico" and before[-1] in _ONE_CITY and span[0].text.islower():
            return length, "MX"  # 'la primera ciudad de México' is any of the country's
        code = _names().get(phrase) or _people(phrase)
        if not code and length == 1 and len(phrase) > _LEAST_POSSESSIVE:
            code = _names().get(phrase.removesuffix("s"))  # 'arizonas cities'
        if not code and (before[-1] in PLACES_BEFORE or after in PLACES_AFTER):
            code = _shy_people(phrase)
        if not code and (" ".join(before) in STATES_BEFORE or after in STATES_AFTER):
            code = _shy_states().get(phrase)
        if not code and phrase in WITH_ARTICLE and before[-1] in _ARTICLES:
            code = _shy_states()[phrase] if span[0].text[0].isupper() else None
        if not code and length == 1 and _is_said_a_country(words, at):
            code = _names().get(nearest(phrase, _countries()) or "")
        if not code and length == 1 and len(phrase) >= _LEAST_MENDED:
            code = _names().get(nearest(phrase, _long_states()) or "")  # 'massachussets'
        if not code and length == 1:
            code = _short(span[0], before[-1], after, text=text)
        if code:
            return length, code
    return 1, None


def _is_said_a_country(words: Sequence[_Word], at: int) -> bool:
    """Whether a word is said to name a country: 'Columbia, the country'."""
    before = [word.folded for word in words[max(0, at - 2) : at]]
    after = [word.folded for word in words[at + 1 : at + 3]]
    named_after = after[:1] in _COUNTRY or (
        after[1:] in _COUNTRY and after[0] in ("the", "el", "o")
    )
    return named_after or (
        before[:1] in _COUNTRY and before[1:] in (["of"], ["de"], ["do"], ["da"])
    )


_COUNTRY = (["country"], ["pais"])


@lru_cache(maxsize=1)
def _countries() -> Sequence[str]:
    """The folded names of countries, of one word each."""
    return sorted(name for name, code in _names().items() if len(code) == 2 and " " not in name)


@lru_cache(maxsize=1)
def _long_states() -> Sequence[str]:
    """The folded names of states that are long enough to be told though misspelt."""
    return sorted(
        n for n, c in _names().items() if "-" in c and len(n) >= _LEAST_MENDED and " " not in n
    )


def _breaks(before: _Word, word: _Word) -> bool:
    """Whether a name cannot go on from one word to the next; 'St. Lucia', 'Tempe, AZ' can."""
    return bool(set(word.gap) & set(";:?!()")) or ("." in word.gap and len(before.text) > 2)


def _beside(words: Sequence[_Word], at: int, length: int) -> tuple[tuple[str, str], str]:
    """The two folded words before a span of words, and the one after it; empty at the ends."""
    before = [word.folded for word in words[max(0, at - 2) : at]]
    after = words[at + length].folded if at + length < len(words) else ""
    first, second = ["", "", *before][-2:]
    return (first, second), after


def _short(word: _Word, before: str, after: str, *, text: str) -> str | None:
    """The area of a name whose case or neighbours tell it from another word."""
    shouted = text.isupper()
    capital = word.text.isupper() and not shouted
    if word.folded == "america":
        return "US" if detect(text) == "en" and word.text.isascii() else "americas"
    if word.folded == "us":
        listed = after in PLACES_AFTER and before not in _PRONOUN_BEFORE
        return "US" if capital or before in ("the", "in", "across", "within") or listed else None
    if word.text == "States":
        return "US" if before == "the" and after != "of" else None
    if word.folded == "usa":
        placed = before in _USA_BEFORE or after in PLACES_AFTER or "," in word.gap
        return "US" if capital or placed or fold(text.strip(" ?!.")) == "usa" else None
    if capital and word.text in ("EU", "UE"):
        return "europe"
    return _postal(word, before, after, alone=text.strip(" ?!.") == word.text, shouted=shouted)


def _postal(word: _Word, before: str, after: str, *, alone: bool, shouted: bool) -> str | None:
    """The state of a postal abbreviation: in capitals, or after a comma if it is no other word."""
    code = word.text.upper()
    if code not in _postal_codes():
        return None
    common = code in COMMON_CODES
    comma = "," in word.gap
    if not word.text.isupper():
        return _postal_codes()[code] if comma and not common else None
    sure = comma or (alone and not common) or (before in _IN and not shouted and code != "PA")
    return _postal_codes()[code] if sure or not (common or shouted) else None


_ONE_CITY = frozenset(
    "primera segunda ultima unica mejor otra una alguna ninguna cada que cual misma".split()
)
"""Before 'ciudad de México' where it is not the capital that is named."""
_MOST_WORDS = 6
_LEAST_POSSESSIVE = 5
_LEAST_MENDED = 9
_ARTICLES = ("no", "do", "ao", "pelo")
_IN = ("in", "from", "across", "within", "en", "de", "em")
_USA_BEFORE = (*_IN, "the", "of", "los", "nos", "dos")
# 'us' after these is the pronoun.
_PRONOUN_BEFORE = frozenset(
    """about allow allows around ask asks between enable find for get gets give gives help helps
    let lets list make makes name of send show shows tell tells to with""".split()
)


# The tables, made once


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    """Folded names of countries and states that need nothing beside them."""
    found: dict[str, str] = {}
    languages: Sequence[Language] = ("en", "es", "pt")
    for language in languages:
        for country in _regions():
            for name in re.split(r"[()]", _locale(language).territories[country]):
                found[_phrase(name)] = country
                found[_phrase(name.replace("&", "and"))] = country
        for region, code in CLDR_CODES.items():
            found[_phrase(_locale(language).territories[code])] = region
    found = {name: code for name, code in found.items() if name not in UNFIT}
    for code, names, shy in states():
        if not shy:
            found.update((_phrase(name), code) for name in names)
    found |= SPECIAL_PHRASES
    # What 'America' means depends on the language it stands in.
    return {name: code for name, code in found.items() if name not in ("", "america")}


@lru_cache(maxsize=1)
def _shy_states() -> Mapping[str, str]:
    """Folded names that are a state's only beside a word such as 'province'; the first has it."""
    shy_states = reversed([(code, names) for code, names, shy in states() if shy])
    return {_phrase(name): code for code, names in shy_states for name in names}


@lru_cache(maxsize=1)
def _state_names() -> Mapping[str, tuple[str, str, str]]:
    """The first names of every state, by its code."""
    return {code: names for code, names, _ in reversed(list(states()))}


@lru_cache(maxsize=1)
def _postal_codes() -> Mapping[str, str]:
    """Codes of states by their postal abbreviations, which the US and Canada use."""
    return {code[3:]: code for code, _, _ in states() if code[:2] in ("US", "CA")}


@lru_cache(maxsize=1)
def _regions() -> Mapping[str, str]:
    """The region of every country."""
    return {country: region for region, codes in REGIONS.items() for country in codes.split()}


@lru_cache(maxsize=3)
def _locale(language: Language) -> Locale:
    return Locale(language)


@lru_cache(maxsize=1024)
def _people(phrase: str) -> str | None:
    return _group(_people_pattern(), phrase)


@lru_cache(maxsize=1024)
def _shy_people(phrase: str) -> str | None:
    return _group(_shy_people_pattern(), phrase)


def _group(pattern: re.Pattern[str], phrase: str) -> str | None:
    found = pattern.fullmatch(phrase)
    return found.lastgroup.replace("_", "-") if found and found.lastgroup else None


@lru_cache(maxsize=1)
def _people_pattern() -> re.Pattern[str]:
    return _any_of(OTHER_NAMES)


@lru_cache(maxsize=1)
def _shy_people_pattern() -> re.Pattern[str]:
    return _any_of(SHY_PEOPLES)


def _any_of(names: Mapping[str, str]) -> re.Pattern[str]:
    """One pattern of many, the group that matches named by the code."""
    groups = (f"(?P<{code.replace('-', '_')}>{fold(own)})" for code, own in names.items())
    return re.compile("|".join(groups))


def _phrase(name: str) -> str:
    """A name as its folded words."""
    return " ".join(word.folded for word in _words(name))
