"""What a question asks of the directory when nearness tells that it is for it.

The grammar is asked again without the words that it does not know; what it still does not take is
filled in from the places, areas, levels and times, where they leave no choice. How sure the
nearness must be depends on the unknown words: one of the documents may be what is asked about,
any other tells nothing.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.folding import fold
from assistant.intents.nearness import Intent
from assistant.languages import detect
from assistant.tools.directory_grammar import (
    asks_two_counts,
    bounds_of,
    change_of,
    ends_of,
    line_of,
    read_known,
    spans_a_round,
)
from assistant.tools.directory_kinds import KINDS, read_kind
from assistant.tools.directory_places import Places
from assistant.tools.directory_question import DirectoryQuestion, Kind
from assistant.tools.directory_readings import readings_of
from assistant.tools.directory_words import Line

TOPIC_LEAD, DOUBTFUL_LEAD = 0.2, 0.25
"""The lead of nearness that it takes where an unknown word is a word of the documents; the greater
where the kind of what is asked is in doubt too."""
FILLED_LEAD = 0.1
"""The lead that it takes where no pattern of the grammar fits."""
TOLD_LEAD = 0.1
"""The lead that it takes beside such a word where the kind of what is asked is beyond doubt."""
KIND_LEAD, SURE_KIND = 0.1, 0.15
"""The lead of a kind over the others from which it tells what is asked, and is beyond doubt."""
LISTED_LEAD = 0.3
"""The lead from which an unknown word beside an area tells nothing of which cities are meant."""

_UNFIT = ("NOT", "WHY", "DO", "WHERE", "HOW", "HOWLONG", "LOST", "FALSE", "RELATIVE", "ELSEWHERE",
          "NOLEVEL", "COHORT", "SPLIT", "ABOVE", "BELOW", "LATER", "EARLIER", "SAME", "HIGHER",
          "WITH", "MOST", "ATLEAST", "COUNTRIES", "COUNTRY", "STATES", "PROVINCE",
          "NUMBER")  # fmt: skip
"""What a list cannot be bounded by, or is no list."""
_UNFIT_OF_A_CITY = ("WHY", "DO", "HOWLONG", "RELATIVE", "ELSEWHERE", "NOLEVEL", "WITH", "WHO",
                    "CITIES", "COUNTRIES", "STATES", "HOWMANY", "COHORT", "SPLIT")  # fmt: skip

_OF_CITIES: tuple[Kind, ...] = (
    "level", "since", "history", "certified", "order", "which_one", "first", "companions",
    "related",
)  # fmt: skip
_OF_ALL: tuple[Kind, ...] = (
    "list",
    "first",
    "latest",
    "companions",
    "related",
    "moved",
    "no_level",
)
_COUNTS: tuple[Kind, ...] = ("count", "total", "added", "growth", "moved", "split", "countries")
_READ_AS: dict[str, tuple[Kind, ...]] = {
    "place": _OF_CITIES,
    "list": (*_OF_ALL, *_COUNTS),
    "count": (*_COUNTS, "list"),
}
"""What the grammar may make of a question of each intent."""


_OF_THE_AWARD = tuple(
    """LEVEL SILVER GOLD PLATINUM CERTIFICATION CERTIFIED GET WHEN SINCE NEW ROUND RAISE KEEP
    HISTORY ABOVE BELOW LOST EVER PART HIGHER TOP""".split()
)
"""Words of levels and awards, one of which a question on a city has that is for the directory."""

_TELLS_WHICH = re.compile(
    r"(?:^| )(?:WHICH [a-z]\S*(?= |$)|[a-z]\S* (?:CITIES|CITY)(?!\S)"
    r"|WHO [a-z]\S* (?:CERTIFICATION|PROGRAMME)(?!\S))"
)
"""An unknown word that tells which cities are meant, 'South American capitals', or who is."""
_OF_AN_AREA = re.compile(r"(?:^| )AREA [a-z]\S*(?= |$)")
"""The same, right after an area."""
_OF_ANOTHER = re.compile(
    r"\b(?:initiative|iniciativa|alliance|alianza|alianca|challenge|desafio)\b"
)
"""Another programme, whose cities are not those certified."""
_OF_NONE = re.compile(r"\b(?:nobody|no one|nadie|ninguem)\b")
"""Before what is said of no city."""
_COUNTED = re.compile(
    r"\b(?:how many|cuant[oa]s|quant[oa]s) (?:(?:of|de|d?[ao]s|las?|los|the|all|th[eo]se|them"
    r"|ell[ao]s|del[ae]s) )*([a-z]\S*)"
)
"""What is counted."""

_HAVING = r"\b(?:with|have|has|having|own|use|using|by|on|near|along|under)(?: an?| the| their)?"
"""Before what the cities asked for are told by."""


def read_near_question(
    question: str,
    *,
    places: Places,
    is_word: Callable[[str], bool],
    intent: Intent,
) -> DirectoryQuestion | None:
    """What a question of an intent asks; None if it lacks what the intent takes.

    Args:
        question: in English, Spanish or Portuguese, as people type.
        is_word: whether the documents use a word.
        intent: a list, a count or what is asked of a place, and which kind of it.
    """
    for text in readings_of(question, places):
        if found := _read(text, places, is_word, intent):
            return found
    return None


def _read(
    text: str, places: Places, is_word: Callable[[str], bool], intent: Intent
) -> DirectoryQuestion | None:
    line = line_of(text, places.find(text))
    english = detect(text) == "en"  # as the documents are
    topical = [
        word
        for word in line.strange
        if not english or is_word(word) or re.search(rf"{_HAVING} {re.escape(word)}\b", fold(text))
    ]
    told = intent.name != "place" or intent.kind == "companions"
    told = told and intent.told >= KIND_LEAD and intent.kind in KINDS
    doubt = TOPIC_LEAD if intent.told >= SURE_KIND else DOUBTFUL_LEAD
    enough = TOLD_LEAD if told and intent.told >= SURE_KIND else doubt
    if intent.lead < 0 or (intent.lead < enough and topical):
        return None
    if intent.name == "place" and topical and not line.has(*_OF_THE_AWARD):
        return None  # 'Boise on water'
    if intent.name != "place" and (_tells_which(line, fold(text), intent) or _names(line, text)):
        return None
    known = replace(line, tokens=tuple(token for token in line.tokens if token.isupper()))
    if spans_a_round(line, fold(text)) or asks_two_counts(line):
        return None
    if told and intent.lead >= FILLED_LEAD and not _OF_ANOTHER.search(fold(text)):
        counts = intent.name == "count"
        if found := read_kind(intent.kind, known, fold(text), places=places, counts=counts):
            return found
    if topical and intent.lead < doubt:
        return None
    found = read_known(known, fold(text), places=places)
    # What all cities are asked for leaves no room for an unknown word.
    whole = topical and not english and found and found.kind in ("total", "added")
    if found and found.kind in _READ_AS[intent.name]:
        return None if whole else found
    if told or intent.lead < FILLED_LEAD or _OF_NONE.search(fold(text)):
        return None
    if intent.name == "place":
        return _place(known)
    filled = _cities(known, intent.name, places)
    return None if filled and filled.kind in ("total", "added") and topical else filled


def _names(line: Line, text: str) -> bool:
    """Whether an unknown word is the name of where the cities lie: 'cities of the Altiplano'."""
    return any(fold(found[1]) in line.strange for found in _WHERE_NAMED.finditer(text))


_WHERE_NAMED = re.compile(
    r"\b(?:in|from|across|around|en|de|del|em|n[ao]s?|d[ao]s?) (?:(?:the|la|los|las|el|l[ao]) )?"
    r"([A-ZÀ-Þ][a-zà-þ]\w*)"
)


def _tells_which(line: Line, text: str, intent: Intent) -> bool:
    """Whether an unknown word tells which cities are meant, or what is counted."""
    tokens = " ".join(line.tokens)
    if any(word in line.strange for word in _COUNTED.findall(text)):
        return True
    of_an_area = intent.lead < LISTED_LEAD and _OF_AN_AREA.search(tokens)
    return bool(of_an_area or _TELLS_WHICH.search(tokens))


def _cities(line: Line, intent: str, places: Places) -> DirectoryQuestion | None:
    """The list or the count of the cities within the bounds that a line sets."""
    if line.has(*_UNFIT, "PLACE") or len(line.whens) > 1:
        return None
    if line.has("NEW") and line.has("RAISE", "KEEP"):
        return None  # one of them would be left out
    base, change, ends = bounds_of(line, places=places), change_of(line), ends_of(line)
    event = change is not None or line.has("GET", "CERTIFIED", "ROUND")
    bounded = bool(base.areas or base.outside or base.levels)
    if intent == "count" and not bounded:
        added = line.has("NEW", "ROUND") and (base.when or ends)
        if line.has("ROUND") and not added and not line.has("CITIES", "CERTIFIED"):
            return None  # the rounds are counted
        return replace(base, kind="added" if added else "total", ends=ends)
    if not (bounded or base.when or ends or change in ("raised", "kept")):
        return None
    if ends and intent == "count":
        return None  # of the first or the latest some are counted
    kind: Kind = "count" if intent == "count" else ends or "list"
    return replace(base, kind=kind, change=change, event=event)


def _place(line: Line) -> DirectoryQuestion | None:
    """What is asked of one city: when it got its level, how it came to it, or which it holds."""
    cities = [mention for mention in line.mentions if mention.cities]
    if len(cities) != 1 or len(cities[0].cities) > 1 or not cities[0].certain:
        return None
    if line.has(*_UNFIT_OF_A_CITY, "AREA"):
        return None
    kind: Kind = "level"
    if line.has("WHEN", "SINCE"):
        kind = "since"
    elif line.has("RAISE", "KEEP", "HISTORY", "ABOVE", "BELOW", "LOST", "EVER"):
        kind = "history"
    when = line.when if kind == "level" else None
    return DirectoryQuestion(kind, cities=cities[0].cities, when=when)
