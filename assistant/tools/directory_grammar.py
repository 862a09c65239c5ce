"""Which questions are for the directory of cities, and what they ask of it.

A question comes as a `Line` of tokens, the same in three languages; the answer is left to
`directory` and `directory_phrasing`. A question with a word that the grammar does not know asks
for something else and is left to the documents, unless that word is a place the directory lacks.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.languages import detect
from assistant.tools.directory_dates import When
from assistant.tools.directory_places import Mention, Places
from assistant.tools.directory_strangers import unknown_name, unknown_place
from assistant.tools.directory_words import Line, read_line

Kind = Literal[
    "level", "since", "history", "certified", "order", "which_one", "absent",
    "list", "first", "latest", "countries", "count", "total", "added", "companions", "growth",
]  # fmt: skip
Change = Literal["new", "raised", "kept"]

_LEVELS = {"SILVER": "silver", "GOLD": "gold", "PLATINUM": "platinum"}
_TOP = "platinum"


@dataclass(frozen=True, slots=True)
class DirectoryQuestion:
    """What is asked of the directory.

    Attributes:
        kind: of cities named: their `level`, `since` when they have it, their `history`, whether
            they are `certified`, the `order` in which they were, or `which_one` is meant; `absent`
            for a place the directory lacks. Of all: a `list`, the `first` or `latest` of it, the
            `countries` they are in, a `count` of those named, the printed `total`, or how many
            were `added`; or the `companions` of a city, announced with it;
            or the `growth` of the total.
        cities: ids of the cities asked about; for `which_one` those it may be.
        name: the place as it was written, for `which_one` and `absent`.
        others: for `absent`, ids of cities that share the name and lie elsewhere.
        areas: codes of the areas asked about, any of which will do.
        outside: codes of areas that are left out.
        levels: levels named; `unknown` for none that is stated.
        when: the time asked about.
        also_when: for `total`, further times.
        change: only cities that were new, rose or kept their level.
        event: whether the time is that of an award, not of a level held.
        claimed: whether a level is put forward, to be confirmed or not.
        ever: whether a level held once will do.
        ends: for totals and announcements, the `first` or `latest` of them.
        compares: whether it asks which of several cities stands higher.
        at_award: for `total`, that it is the day `cities` got `levels`.
    """

    kind: Kind
    cities: tuple[str, ...] = ()
    name: str = ""
    others: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    when: When | None = None
    also_when: tuple[When, ...] = ()
    change: Change | None = None
    event: bool = False
    claimed: bool = False
    ever: bool = False
    ends: Literal["first", "latest"] | None = None
    compares: bool = False
    at_award: bool = False


def read_directory_question(
    question: str, *, places: Places, is_word: Callable[[str], bool] = lambda word: False
) -> DirectoryQuestion | None:
    """What a question asks of the directory; None if it is not for it.

    Args:
        question: in English, Spanish or Portuguese, as people type.
        is_word: whether the documents use a word, so that in lower case it is no unknown place.
    """
    for text in _readings(question, places):
        mentions = places.find(text)
        line = _on_its_subject(read_line(text, mentions))
        if line.strange:
            stranger = unknown_place(line, text, is_word=is_word)
            found = stranger and DirectoryQuestion(
                "absent", name=stranger.name, areas=(stranger.area,) if stranger.area else ()
            )
            found = found or _beside_a_stranger(line, text, places, is_word)
            found = found or _without_idle_words(line, text, places, is_word)
        else:
            found = _read(line, places)
        if found:
            return found
    return None


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


def _readings(question: str, places: Places) -> Sequence[str]:
    """The question whole, then its last sentence alone if what stands before asks nothing.

    What is said of a place before, true or not, tells nothing where the last sentence names one.
    """
    parts = [part for part in re.split(r"(?<=[.:;!?\]])\s+|\n+", question) if part.strip()]
    said, last = parts[:-1], parts[-1:]
    asking = [part for part in parts if part.rstrip().endswith("?")]
    if (
        len(asking) == 1
        and last != asking
        and (places.find(asking[0]) or not places.find(question))
    ):
        return [question, *asking]  # 'Is Boise certified? I read so somewhere.'
    if not said or any("?" in part for part in said):
        return [question]
    if any(places.find(part) for part in said) and not places.find(last[0]):
        return [question]
    return [question, *last]


def _read(line: Line, places: Places) -> DirectoryQuestion | None:
    """The question of a line whose every word is known."""
    line = _without_tail(line)
    if line.has("WHY", "DO", "WHERE") or (len(line.whens) > 1 and not line.has("HOWMANY")):
        return None
    plural = line.has("CITIES", "COUNTRIES", "STATES", "HOWMANY", "PROVINCE") or _superlative(line)
    cities = [m for m in line.mentions if m.cities and not (m.area and plural)]
    areas, outside = _areas(line, cities, places)
    base = DirectoryQuestion(
        "list", areas=areas, outside=outside, levels=_levels(line), when=line.when
    )
    if line.has("ELSEWHERE"):
        return _elsewhere(line)
    if cities:
        return _of_cities(line, cities, base, places)
    if _is_growth(line, base):
        return replace(base, kind="growth")
    if line.has("NOT", "LOST", "FALSE", "HISTORY", "EARLIER", "HIGHER", "START", "SAME") or (
        line.has("OUTSIDE") and not outside
    ):
        return None
    if line.has("HOWMANY") or _is_a_total(line, base):
        return _count(line, base)
    return _list(line, base)


def _without_tail(line: Line) -> Line:
    """The line without '… and at which level, since when', which every list of cities tells."""
    tail = _TOLD_ANYWAY.search(" ".join(line.tokens))
    if not tail or not line.has("CITIES", "WHO"):
        return line
    return replace(line, tokens=tuple(" ".join(line.tokens)[: tail.start()].split()))


_TOLD_ANYWAY = re.compile(
    r"(?<=[A-Z])(?: AND(?: WHICH)? LEVEL(?: HOLD| GET)?| AND SINCE WHEN| AND WHEN| AND SINCE)+$"
)


def _is_growth(line: Line, base: DirectoryQuestion) -> bool:
    """Whether it asks how the number of cities went up, not which cities did."""
    of_cities = line.has("CITIES", "CERTIFIED", "LIST", "PROGRAMME", "PART")
    counted = line.has("HOWMANY", "TOTAL", "NUMBER", "GROWTH") and of_cities
    grows = line.has("GROWTH", "HISTORY") or (line.has("HOW") and line.has("RAISE"))
    return counted and grows and not (base.levels or base.areas or base.outside)


def _is_a_total(line: Line, base: DirectoryQuestion) -> bool:
    """Whether it asks for a total by another word, or puts one forward."""
    if base.levels or base.areas or base.outside or line.has("FIRST", "LATEST", "WHICH", "NEW"):
        return line.has("TOTAL") and bool(base.when) and set(line.tokens) <= {"WHICH", "TOTAL"}
    return line.has("TOTAL", "NUMBER") and line.has("CITIES") and line.has("CERTIFIED")


def _areas(
    line: Line, cities: Sequence[Mention], places: Places
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codes of the areas that are asked about, and of those left out; not one that all are in."""
    found = [n for n, token in enumerate(line.tokens) if token in ("PLACE", "AREA", "ELSEWHERE")]
    within: list[str] = []
    outside: list[str] = []
    for at, mention in zip(found, line.mentions, strict=True):
        if mention.area and mention not in cities and not places.holds_all(mention.area):
            (outside if line.tokens[at - 1 : at] == ("OUTSIDE",) else within).append(mention.area)
    return tuple(within), tuple(outside)


def _superlative(line: Line) -> bool:
    return line.has("FIRST", "LATEST") and line.has("CITY", "WHO")


def _levels(line: Line) -> tuple[str, ...]:
    named = [name for token, name in _LEVELS.items() if token in line.tokens]
    if line.has("ORMORE") and len(named) == 1:
        ladder = list(_LEVELS.values())
        named = ladder[ladder.index(named[0]) :]
    top = [_TOP] if line.has("TOP") else []
    return tuple(dict.fromkeys([*named, *top, *(["unknown"] if line.has("UNKNOWN") else [])]))


# Cities that are named


def _of_cities(
    line: Line, mentions: Sequence[Mention], base: DirectoryQuestion, places: Places
) -> DirectoryQuestion | None:
    ids = tuple(dict.fromkeys(id_ for mention in mentions for id_ in mention.cities))
    kind = _kind_of_cities(line, len(mentions), base)
    if kind is None:
        return None
    asked = replace(base, kind=kind, cities=ids, ever=line.has("EVER", "GET"))
    if kind == "total":
        return replace(asked, at_award=True)
    if kind in ("first", "companions"):
        return asked
    (first, *more) = mentions
    open_ = len(first.cities) > 1 or places.is_also_a_state(first)
    if _asks_which_is(line):
        return replace(asked, kind="level")
    if open_ and not more:
        within = places.within(first.area) if first.area else ()
        readings = tuple(dict.fromkeys([*first.cities, *within]))
        return replace(
            asked,
            kind="which_one",
            cities=readings,
            name=first.name,
            areas=((first.area,) if first.area else ()),
        )
    if line.has("NOT", "LOST", "FALSE"):
        # What is denied is answered by what is so: a 'yes' or 'no' would be read either way.
        return replace(asked, kind="level" if kind == "certified" else kind)
    claimed = kind == "level" and len(base.levels) == 1 and not line.has("WHICH")
    return replace(asked, claimed=claimed, compares=line.has("HIGHER", "TOP", "SAME"))


def _asks_which_is(line: Line) -> bool:
    """Whether it is the certified ones of a name that are asked for, as 'which Rochester is'."""
    return "WHICH PLACE CERTIFIED" in " ".join(line.tokens)


def _kind_of_cities(line: Line, named: int, base: DirectoryQuestion) -> Kind | None:
    """What is asked about cities that are named."""
    status = bool(base.levels) or line.has("LEVEL", "CERTIFIED", "CERTIFICATION", "PROGRAMME")
    if line.has("WITH"):
        awarded = bool(base.levels) or line.has("CERTIFIED", "CERTIFICATION", "NEW", "GET")
        companions = awarded and named == 1 and line.has("WHO", "CITIES") and not base.areas
        return "companions" if companions else None
    if line.has("HOWMANY"):
        at_award = line.has("WHEN") and line.has("CITIES") and named == 1
        return "total" if at_award else None
    if line.has("HOW") and not line.has("HISTORY", "RAISE"):
        return None
    if (line.has("SAME") and named == 1) or (line.has("HOWLONG", "KEEP") and not _lasts(line)):
        return None
    if base.areas:
        return "first" if line.has("FIRST") and line.has("CITY", "CITIES") else None
    if named > 1 and line.has("FIRST", "EARLIER") and not line.has("LEVEL"):
        bare = set(line.tokens) <= {"WHICH", "WHO", "CITY", "PLACE", "AND", "FIRST", "EARLIER"}
        return "order" if status or bare or line.has("GET", "NEW") else None
    if line.has("CITIES", "COUNTRIES", "STATES") and named == 1:
        return None
    if line.has("FIRST") and line.has("CITY") and not line.has("WHEN", "SINCE"):
        return "first"
    if line.has("WHEN", "SINCE") and len(base.levels) > 1 and not line.has("RAISE"):
        return "history"
    if line.has("NEW") and line.has("CERTIFIED"):
        return "since"
    if line.has("WHEN", "SINCE", "HOWLONG") and not line.has("EARLIER"):
        return "since" if status or line.has(*_BEGUN) else None
    if line.has("RAISE", "KEEP") or (status and line.has("HISTORY", "EARLIER", "FIRST", "START")):
        return "history"
    if base.levels or line.has("LEVEL") or (line.has("HIGHER") and named > 1):
        return "level"
    if line.has("CERTIFICATION") and line.has("WHICH"):
        return "level"
    if line.has("CERTIFIED", "CERTIFICATION") and not line.has("WHO"):
        open_ = not line.has("WHICH") or _asks_which_is(line)
        return "certified" if named > 1 or open_ else None
    if line.has("PROGRAMME", "PART", "LIST") and not line.has("WHICH", "WHO", "GET"):
        return "certified" if line.has("PROGRAMME", "PART") else None
    return None


_BEGUN = ("GET", "NEW", "ROUND", "KEEP", "RAISE", "PART")
"""What has a day on which it was first so."""


def _lasts(line: Line) -> bool:
    """Whether 'how long' and 'keep' do not ask how long a level may be kept."""
    return line.has("HOLD") or not (line.has("HOWLONG") and line.has("KEEP"))


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


def _count(line: Line, base: DirectoryQuestion) -> DirectoryQuestion | None:
    if line.has("COUNTRIES", "STATES"):
        return _countries(line, base)
    about = bool(base.levels) or line.has("CITIES", "CITY", "CERTIFIED")
    about = about or bool(base.areas and line.has("CERTIFICATION", "PROGRAMME"))
    alone = set(line.tokens) <= {"HOWMANY", "AND", "TOTAL", "WHICH"}
    about = about or (bool(base.when) and (alone or line.has("NEW")))
    if not about or line.has("PART", "RAISE", "KEEP", "LEVEL", "WHEN", "HOW", "HOWLONG"):
        return None
    ends = _ends(line)
    if base.areas or base.outside or base.levels:
        event = line.has("NEW", "ROUND") or bool(base.when and line.has("GET", "CERTIFIED"))
        return replace(base, kind="count", change="new" if line.has("NEW") else None, event=event)
    if line.has("NEW", "ROUND", "LATEST"):
        return replace(base, kind="added", ends=ends)
    return replace(base, kind="total", ends=ends, also_when=line.whens[1:])


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
    change = _change(line)
    if base.when and line.has("NUMBER") and line.has("CERTIFIED"):
        change = change or "new"  # 'which nine cities were certified in June 2024'
    event = change is not None or line.has("GET", "CERTIFIED", "ROUND") or _of(base.when)
    asked = replace(base, kind="list", change=change, event=event, ever=line.has("EVER"))
    if ends := _ends(line):
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
    if base.areas and line.has("GET") and set(line.tokens) <= _WHO_GOT_IT | {"AREA", "EVER"}:
        return True  # 'has anybody from Uruguay earned it'
    return bool(base.levels) and line.has("LIST", "FIRST", "LATEST")


_WHO_GOT_IT = frozenset("WHO GET HOLD PART AND PROGRAMME CERTIFICATION".split())


def _asks_for_a_thing(line: Line) -> bool:
    """Whether 'what' or 'who' asks for something that cities do, get or are given."""
    tokens = " ".join(line.tokens)
    return bool(
        re.search(r"(?:WHICH|WHO) (?:GET|HOLD|CERTIFICATION|PROGRAMME|LEVEL)(?!\S)", tokens)
        and not re.search(r"WHO (?:GET|HOLD)", tokens)
    ) or (line.has("LEVEL") and not line.has("CITIES", "CITY", "WHO"))


def _of(when: When | None) -> bool:
    """Whether it is the cities of a time that are meant, not those at a level then."""
    return bool(when and when.relation == "of")


def _change(line: Line) -> Change | None:
    if line.has("RAISE"):
        return "raised"
    if line.has("KEEP"):
        return "kept"
    return "new" if line.has("NEW") else None


def _ends(line: Line) -> Literal["first", "latest"] | None:
    return "first" if line.has("FIRST") else "latest" if line.has("LATEST") else None
