"""Which questions are for the directory of cities, and what they ask of it.

A question comes as a `Line` of tokens, the same in three languages; the answer is left to
`directory` and `directory_phrasing`. A question with a word that the grammar does not know asks
for something else and is left to the documents, unless that word is a place the directory lacks.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal

from assistant.figures import LEVELS
from assistant.folding import fold
from assistant.geography import is_within
from assistant.languages import detect
from assistant.tools.directory_dates import When
from assistant.tools.directory_lies import read_whereabouts
from assistant.tools.directory_named import of_cities
from assistant.tools.directory_places import Mention, Places
from assistant.tools.directory_question import Change, DirectoryQuestion
from assistant.tools.directory_readings import readings_of
from assistant.tools.directory_slots import (
    cohort_of,
    growth_of,
    left_out,
    linked_area,
    pace_of,
    read_slots,
)
from assistant.tools.directory_strangers import unknown_name, unknown_place
from assistant.tools.directory_words import Line, read_line

_LEVELS = {"SILVER": "silver", "GOLD": "gold", "PLATINUM": "platinum"}
_TOP = "platinum"


def read_directory_question(
    question: str, *, places: Places, is_word: Callable[[str], bool] = lambda word: False
) -> DirectoryQuestion | None:
    """What a question asks of the directory; None if it is not for it.

    Args:
        question: in English, Spanish or Portuguese, as people type.
        is_word: whether the documents use a word, so that in lower case it is no unknown place.
    """
    if lies := read_whereabouts(question, places):
        return lies
    for text in readings_of(question, places):
        mentions = places.find(text)
        line = line_of(text, mentions)
        if line.strange:
            stranger = unknown_place(line, text, is_word=is_word)
            found = stranger and DirectoryQuestion(
                "absent", name=stranger.name, areas=(stranger.area,) if stranger.area else ()
            )
            found = found or _beside_a_stranger(line, text, places, is_word)
            found = found or _without_idle_words(line, text, places, is_word)
        else:
            found = read_known(line, fold(text), places=places)
        if found:
            return found
    return None


def read_known(line: Line, text: str, *, places: Places) -> DirectoryQuestion | None:
    """The question of a line whose every word is known.

    Args:
        text: what the line was read from, folded.
    """
    if spans_a_round(line, text) or asks_two_counts(line):
        return None
    asked = _read(line, places, text) or _by_slots(line, places, text)
    return asked and _from_a_level(asked, line, text)


def _from_a_level(asked: DirectoryQuestion, line: Line, text: str) -> DirectoryQuestion:
    """'From silver to platinum' names the level that cities rose to, and one they had before."""
    if (both := _HELD_BOTH.search(text)) and asked.kind == "list" and not asked.when:
        # Who held both held the lower before the higher.
        low, high = sorted((LEVELS[both[1]], LEVELS[both[2]]), key=[*_LEVELS.values()].index)
        return replace(asked, levels=(high,), risen_from=low, event=True)
    found = _FROM_LEVEL.search(" ".join(line.tokens))
    if not found or asked.change != "raised" or asked.kind == "pace":
        return asked
    low, high = _LEVELS[found[1]], _LEVELS[found[2]]
    ladder = list(_LEVELS.values())
    # What rises to a level was at the next lower one, be it told or not.
    skips = ladder.index(high) - ladder.index(low) > 1
    return replace(asked, levels=(high,), risen_from=low if skips else "")


_HELD_BOTH = re.compile(
    r"\b(?:h[oe]ld|ha(?:s|ve|d)|had|got(?:ten)?|been(?: at)?|earned|won|received|reached|achieved"
    r"|tien\w+|tuv\w+|tenido|obtuv\w+|recib\w+|tem|tev\w+|tiver\w+|receb\w+|ganh\w+) "
    rf"(?:both|tanto|ambos:?|as duas:?) (?:a |la |el |o |a )?({'|'.join(LEVELS)})"
    rf" (?:and|y|e|como|quanto) (?:then |later |also )?(?:a |la |el |o )?({'|'.join(LEVELS)})\b"
    r"(?! (?:cit|ciud|cidad|level|award))"
)
"""'Which cities have held both silver and gold?': one after the other, for each holds but one."""
_FROM_LEVEL = re.compile(r"(SILVER|GOLD) (GOLD|PLATINUM)(?! (?:AND )?(?:SILVER|GOLD|PLATINUM))")


def bounds_of(line: Line, *, places: Places) -> DirectoryQuestion:
    """A list of the cities of the areas, levels and time that a line names, and of no others."""
    cities = [mention for mention in line.mentions if mention.cities]
    areas, outside = _areas(line, cities, places)
    levels = _levels(line)
    return DirectoryQuestion("list", areas=areas, outside=outside, levels=levels, when=line.when)


def change_of(line: Line) -> Change | None:
    """What an award was to a city, where a line says it."""
    if line.has("RAISE"):
        return "raised"
    if line.has("KEEP"):
        return "kept"
    return "new" if line.has("NEW") else None


def _beside_a_stranger(
    line: Line, text: str, places: Places, is_word: Callable[[str], bool]
) -> DirectoryQuestion | None:
    """The question about cities of the directory and one place that it lacks."""
    name = unknown_name(line, text, is_word=is_word)
    if name is None or not line.has("PLACE"):
        return None
    known = replace(line, tokens=tuple(t for t in line.tokens if t.isupper() and t != "AND"))
    found = _read(known, places)
    told = found and found.cities and found.kind in ("level", "since", "certified")
    return replace(found, name=name, claimed=False) if found and told else None


def line_of(text: str, mentions: Sequence[Mention]) -> Line:
    """The tokens of a question in which places were found, less what tells nothing of it."""
    line = _on_its_subject(read_line(text, mentions))
    entered = line.has("NEW") and _NEVER_AT.sub("", " ".join(line.tokens))
    return replace(line, tokens=tuple(entered.split())) if entered else line


_NEVER_AT = re.compile(r" (?:AND )?NOT (?:SILVER|GOLD|PLATINUM)(?= AND|$)")
"""Where another level is said to have been the first."""


def _on_its_subject(line: Line) -> Line:
    """The line of a follow-up, 'About Boise: …', without the word that opens it.

    Where it then asks for cities of a time, its subject only told which time that is.
    """
    if line.tokens[:2] != ("about", "PLACE"):
        return line
    rest = line.tokens[2:]
    if line.when and not {"WHO", "CITIES"}.isdisjoint(rest) and "PLACE" not in rest:
        return replace(line, tokens=rest, mentions=line.mentions[1:])
    return replace(line, tokens=("PLACE", *rest))


_MOST_IDLE_WORDS = 2
_ASKED_OF_A_CITY = ("level", "since", "history", "certified")


def _without_idle_words(
    line: Line, text: str, places: Places, is_word: Callable[[str], bool]
) -> DirectoryQuestion | None:
    """The question about named cities, without a word or two that no document has.

    Such a word is no topic of the documents, and what is told of a named city holds without it.
    The documents are English, so that only an English question can be judged by their words.
    """
    if detect(text) != "en":
        return None
    idle = set(line.strange)
    if len(idle) > _MOST_IDLE_WORDS or not line.has("PLACE"):
        return None
    if any(is_word(word) or re.search(rf"(?<!^){word.capitalize()}", text) for word in idle):
        return None
    found = _read(replace(line, tokens=tuple(t for t in line.tokens if t not in idle)), places)
    return found if found and found.kind in _ASKED_OF_A_CITY else None


def _by_slots(line: Line, places: Places, text: str) -> DirectoryQuestion | None:
    """The question of a line by the slots it fills."""
    others = left_out(line)
    cities = [m for m in line.mentions if m.cities and m not in others]
    areas, outside = _areas(line, [*cities, *others], places)
    areas = areas or tuple(code for mention in others for code in linked_area(mention))
    base = DirectoryQuestion(
        "list", areas=areas, outside=outside, levels=_levels(line), when=line.when,
        but=tuple(id_ for mention in others for id_ in mention.cities),
    )  # fmt: skip
    if others:
        line = replace(line, tokens=tuple(t for t in line.tokens if t not in ("NOT", "PLACE")))
    found = read_slots(line, cities, base, text)
    one_of_several = found and found.relation and places.state_of_its_name(cities[0])
    return None if one_of_several else found


def _read(line: Line, places: Places, text: str = "") -> DirectoryQuestion | None:
    """The question of a line whose every word is known."""
    line = _without_tail(line)
    if line.has("VERSUS") and line.has("WHEN", "SINCE"):  # 'compare …: when did each …'
        line = replace(line, tokens=tuple(t for t in line.tokens if t != "VERSUS"))
    if left_out(line) or line.has("RELATIVE", "PASS"):
        return None
    if line.has("ABOVE", "BELOW", "LATER", "NOLEVEL", "COHORT", "SPLIT", "VERSUS", "UNPROVEN") or (
        line.has("HIGHER", "SAME") and line.has("WHO", "CITIES") and not line.has("WITH")
    ):
        return None
    asks_state = re.search(r"WHICH (?:AREA )?(?:PROVINCE|STATES)", " ".join(line.tokens))
    which_most = line.has("STATES", "PROVINCE", "COUNTRY", "COUNTRIES") and line.has(
        "MOST", "ATLEAST"
    )
    if which_most or (line.has("STATES", "PROVINCE") and asks_state):
        return None  # the state is asked for, not its cities
    counts = line.has("HOWMANY") or (line.has("TOTAL") and line.has("CITIES"))
    several_times = len(line.whens) > 1 and not counts
    if line.has("WHY", "DO", "WHERE") or (several_times and not line.has("LEVEL")):
        return None
    plural = line.has("CITIES", "COUNTRIES", "STATES", "HOWMANY", "PROVINCE") or _superlative(line)
    # What came 'in the same round as New York' came with the city.
    beside = _after_with(line)
    cities = [m for m in line.mentions if m.cities and (m == beside or not (m.area and plural))]
    areas, outside = _areas(line, cities, places)
    base = DirectoryQuestion(
        "list", areas=areas, outside=outside, levels=_levels(line), when=line.when
    )
    if line.has("ELSEWHERE"):
        return _elsewhere(line)
    several = len(base.levels) > 1 and line.has("HOWMANY") and not line.has("ORMORE", "RAISE")
    if several or (not cities and cohort_of(line, base, text)):
        return None
    if pace := pace_of(line, cities, base):
        return pace
    if cities:
        found = of_cities(line, cities, base, places)
        if not several_times:
            return found
        then = found and found.kind == "level" and not found.levels
        return replace(found, also_when=line.whens[1:]) if found and then else None
    if several_times:
        return None
    if growth := growth_of(line, base, text):
        return growth
    if line.has("NOT", "LOST", "FALSE", "HISTORY", "EARLIER", "HIGHER", "START", "SAME") or (
        line.has("OUTSIDE") and not outside
    ):
        return None
    if line.has("HOWMANY") or _is_a_total(line, base):
        return _count(line, base, text)
    return _list(line, base)


def _after_with(line: Line) -> Mention | None:
    """The place that others are said to have come with, if any."""
    named = [n for n, token in enumerate(line.tokens) if token in ("PLACE", "AREA", "ELSEWHERE")]
    pairs = zip(named, line.mentions, strict=True)
    return next((m for n, m in pairs if line.tokens[max(0, n - 1) : n] == ("WITH",)), None)


def _without_tail(line: Line) -> Line:
    """The line without '… and at which level, since when', which every list of cities tells."""
    tail = _TOLD_ANYWAY.search(" ".join(line.tokens))
    if not tail or not line.has("CITIES", "WHO"):
        return line
    return replace(line, tokens=tuple(" ".join(line.tokens)[: tail.start()].split()))


_TOLD_ANYWAY = re.compile(
    r"(?<=[A-Z])(?: AND(?: WHICH)? LEVEL(?: HOLD| GET)?| AND SINCE WHEN| AND WHEN| AND SINCE)+$"
)


def _is_a_total(line: Line, base: DirectoryQuestion) -> bool:
    """Whether it asks for a total by another word, or puts one forward."""
    if base.levels or base.areas or base.outside or line.has("FIRST", "LATEST", "WHICH", "NEW"):
        return line.has("TOTAL") and bool(base.when) and set(line.tokens) <= {"WHICH", "TOTAL"}
    if base.when and set(line.tokens) <= {"TOTAL", "HOWMANY"}:
        return True
    if base.when and line.has("TOTAL") and set(line.tokens) <= _OF_A_TOTAL:
        return True
    return line.has("TOTAL", "NUMBER") and line.has("CITIES") and line.has("CERTIFIED")


_OF_A_TOTAL = {"TOTAL", "CERTIFIED", "CITIES", "AND"}


def _areas(
    line: Line, cities: Sequence[Mention], places: Places
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codes of the areas that are asked about, and of those left out; not one that all are in."""
    found = [n for n, token in enumerate(line.tokens) if token in ("PLACE", "AREA", "ELSEWHERE")]
    within: list[str] = []
    outside: list[str] = []
    for at, mention in zip(found, line.mentions, strict=True):
        if mention.area and mention not in cities and not places.holds_all(mention.area):
            before = line.tokens[max(0, at - 3) : at]
            left_out = before[-1:] in (("OUTSIDE",), ("NOT",))
            # 'Outside the US and Canada' is outside of both.
            left_out |= bool(outside) and before in _OUTSIDE_BOTH
            (outside if left_out else within).extend([mention.area, *mention.also])
    nearer = [own for own in within if not any(_contains(own, other) for other in within)]
    return tuple(dict.fromkeys(nearer)), tuple(outside)


_OUTSIDE_BOTH = (("OUTSIDE", "AREA", "AND"), ("NOT", "AREA", "AND"))


def _contains(area: str, other: str) -> bool:
    """Whether another area lies in one, so that it tells where: 'the South of the US'."""
    return area != other and is_within(other, area)


def _superlative(line: Line) -> bool:
    return line.has("FIRST", "LATEST") and line.has("CITY", "WHO")


def _levels(line: Line) -> tuple[str, ...]:
    named = [name for token, name in _LEVELS.items() if token in line.tokens]
    if than := _LEVEL_THAN.search(" ".join(line.tokens)):
        ladder = list(_LEVELS)
        rank = ladder.index(than[2])
        named = [
            _LEVELS[own] for own in (ladder[rank + 1 :] if than[1] == "ABOVE" else ladder[:rank])
        ]
    if line.has("ORMORE") and len(named) == 1:
        ladder = list(_LEVELS.values())
        named = ladder[ladder.index(named[0]) :]
    top = [_TOP] if line.has("TOP") else []
    return tuple(dict.fromkeys([*named, *top, *(["unknown"] if line.has("UNKNOWN") else [])]))


_LEVEL_THAN = re.compile(r"(ABOVE|BELOW) (SILVER|GOLD|PLATINUM)")


def _elsewhere(line: Line) -> DirectoryQuestion | None:
    """A namesake of a city, which the directory does not hold."""
    asks = _levels(line) or line.has("LEVEL", "CERTIFIED", "CERTIFICATION", "PROGRAMME", "PART")
    place = next(m for m in line.mentions if m.others)
    alone = not line.has("PLACE", "AREA", "CITIES", "HOWMANY", "WHO", "HOW")
    return (
        DirectoryQuestion("absent", name=place.name, others=place.others)
        if asks and alone
        else None
    )


# All cities


_TOOK_PART = re.compile(r"\b(?:part|participa\w*|involved|involucrad\w+|envolvid\w+)\b")
"""Which no city has to be certified for."""


def asks_two_counts(line: Line) -> bool:
    """Whether it asks how many there are, and how many of them are in some area."""
    tokens = " ".join(line.tokens)
    return tokens.count("AREA") == 1 and bool(re.search(r"HOWMANY .*AND HOWMANY .*AREA", tokens))


def spans_a_round(line: Line, text: str) -> bool:
    """Whether a time begins or ends with a round that is told without its date."""
    return bool(line.when and _SPANNED.search(text))


_SPANNED = re.compile(
    r"\b(?:between|since|from|after|entre|desde|despues de|depois d[ae])\b(?: \w+){0,2}"
    r" (?:first|last|latest|primer[ao]?|primeir[ao]|ultim[ao]) (?:round|batch|cohort|cities|city|one|year"
    r"|ronda|rodada|ciudad\w*|cidade\w*)\b"
)


def _count(line: Line, base: DirectoryQuestion, text: str) -> DirectoryQuestion | None:
    if line.has("COUNTRIES", "STATES"):
        return _countries(line, base)
    about = bool(base.levels) or line.has("CITIES", "CITY", "CERTIFIED")
    about = about or bool(base.areas and line.has("CERTIFICATION", "PROGRAMME"))
    alone = set(line.tokens) <= {"HOWMANY", "AND", "TOTAL", "WHICH"}
    about = about or (bool(base.when) and (alone or line.has("NEW")))
    if not about or line.has("RAISE", "KEEP", "LEVEL", "WHEN", "HOW", "HOWLONG"):
        return None
    if line.has("PART") and _TOOK_PART.search(text):
        return None
    if line.has("GROWTH") and line.has("NUMBER") and not line.has("CITIES", "CERTIFIED"):
        return None  # 'how many more from 33 to the top', which is for the calculator
    ends = ends_of(line)
    if base.areas or base.outside or base.levels:
        event = line.has("NEW", "ROUND") or bool(base.when and _is_an_award(line))
        return replace(base, kind="count", change="new" if line.has("NEW") else None, event=event)
    if set(line.tokens) <= {"HOWMANY", "ROUND", "HOLD", "AND"} and not base.when:
        return None  # the rounds are counted, not their cities
    if line.has("NEW") and len(line.whens) > 1:  # totals are told with how many of them were new
        return replace(base, kind="total", change="new", also_when=line.whens[1:])
    if line.has("NEW", "ROUND", "LATEST"):
        return replace(base, kind="added", ends=ends)
    return replace(base, kind="total", ends=ends, also_when=line.whens[1:])


def _is_an_award(line: Line) -> bool:
    """Whether it is said that something was awarded; 'of the certified cities' says it of none."""
    told_of = " ".join(line.tokens).replace("CERTIFIED CITIES", "CITIES")
    return not {"GET", "CERTIFIED"}.isdisjoint(told_of.split())


def _countries(line: Line, base: DirectoryQuestion) -> DirectoryQuestion | None:
    """The countries, not the states, that cities are in."""
    about = line.has("CITIES", "CERTIFIED", "CERTIFICATION", "PROGRAMME", "PART") or base.levels
    unfit = line.has("STATES", "RAISE", "KEEP", "WHEN", "FIRST", "LATEST", "LEVEL", "NEW")
    return None if unfit or not about else replace(base, kind="countries")


def _list(line: Line, base: DirectoryQuestion) -> DirectoryQuestion | None:
    if line.has("COUNTRIES", "STATES"):
        return _countries(line, base)
    if not _asks_for_cities(line, base) or line.has("HOW", "HOWLONG"):
        return None
    told = base.levels or line.has("WHICH", "WHO", "LIST", "FIRST", "LATEST")
    if line.has("NUMBER") and not told:
        return None  # a number that is put forward
    change = change_of(line)
    if base.when and line.has("NUMBER") and line.has("CERTIFIED"):
        change = change or "new"  # 'which nine cities were certified in June 2024'
    event = change is not None or line.has("ROUND") or _is_an_award(line) or _of(base.when)
    asked = replace(base, kind="list", change=change, event=event, ever=line.has("EVER"))
    if ends := ends_of(line):
        entry: Change | None = None if asked.levels or line.has("ROUND") else "new"
        return replace(asked, kind=ends, change=change or entry)
    entered = bool(base.areas) and line.has("NEW", "GET", "CERTIFIED", "CERTIFICATION")
    if line.has("WHEN", "SINCE"):
        if line.has("CITIES") and line.has("FIRST", "LATEST") and line.has("NEW", "ROUND"):
            return asked  # 'when were new cities last announced'
        if line.has("CITIES") and base.levels and line.has("WHICH", "WHO", "LIST"):
            return asked  # lists are dated
        return replace(asked, kind="first") if entered and not line.has("CITIES") else None
    return asked


def _asks_for_cities(line: Line, base: DirectoryQuestion) -> bool:
    """Whether it is cities that are asked for, and anything is said of which."""
    bounds = bool(base.levels or base.areas or base.outside or base.when)
    bounds = bounds or line.has("FIRST", "LATEST")
    certified = line.has("CERTIFIED", "CERTIFICATION", "PROGRAMME", "PART", "NEW", "RAISE", "KEEP")
    if not (bounds or certified) or _asks_for_a_thing(line):
        return False
    if line.has("CITIES"):
        return True
    if line.has("CITY"):
        one = re.search(r"WHICH (?:\S+ )?CITY|(?:FIRST|LATEST) (?:\S+ )?(?:\S+ )?CITY",
                        " ".join(line.tokens))  # fmt: skip
        told = bool(base.levels) or certified or line.has("FIRST", "LATEST")
        highest = line.has("TOP") and bool(base.areas)  # 'the highest level any city there has'
        return bounds and told and (bool(one) or highest or not line.has("WHICH"))
    if line.has("WHO"):
        if base.when and line.has("GET", "PART") and set(line.tokens) <= _WHO_GOT_IT:
            return True
        held = bool(base.levels) or line.has("CERTIFIED", "RAISE", "KEEP", "NEW", "FIRST", "LATEST")
        return (bounds or line.has("RAISE", "KEEP")) and (
            held or bool(base.areas and line.has("HOLD", "GET"))
        )
    if line.has("ROUND"):
        return bool(base.when) or line.has("FIRST", "LATEST")
    if base.when and (base.levels or line.has("CERTIFIED", "NEW", "RAISE")):
        return True
    if base.areas and (line.has("CERTIFIED", "NEW") or base.levels):
        return True
    if base.areas and set(line.tokens) == {"LIST", "AREA"}:
        return True  # 'list Canada'
    if base.areas and line.has("GET") and set(line.tokens) <= _WHO_GOT_IT | {"AREA", "EVER"}:
        return True  # 'has anybody from Uruguay earned it'
    return bool(base.levels) and line.has("LIST", "FIRST", "LATEST")


_WHO_GOT_IT = frozenset("WHO GET HOLD PART AND PROGRAMME CERTIFICATION".split())


def _asks_for_a_thing(line: Line) -> bool:
    """Whether 'what' or 'who' asks for something that cities do, get or are given."""
    tokens = " ".join(line.tokens)
    return bool(
        re.search(
            r"(?:WHICH|WHO) (?:GET|HOLD|CERTIFICATION|PROGRAMME|LEVEL)(?!\S)"
            r"(?! (?:UNKNOWN|SILVER|GOLD|PLATINUM))",
            tokens,
        )
        and not re.search(r"WHO (?:GET|HOLD)", tokens)
    ) or (line.has("LEVEL") and not line.has("CITIES", "CITY", "WHO"))


def _of(when: When | None) -> bool:
    """Whether it is the cities of a time that are meant, not those at a level then."""
    return bool(when and when.relation == "of")


def ends_of(line: Line) -> Literal["first", "latest"] | None:
    """Which end of a list or of the totals a line asks for."""
    return "first" if line.has("FIRST") else "latest" if line.has("LATEST") else None
