"""What a question asks of the directory, told by the slots it fills and not by how it is put.

For questions that the patterns of `directory_grammar` do not take. Each slot is found by itself:
the places, the areas, the levels, the time; what is counted; and how a place stands to the others
asked for. Which slots are filled decides, whatever the order of the words.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from assistant.folding import fold
from assistant.tools.directory import LEVELS
from assistant.tools.directory_dates import When
from assistant.tools.directory_named import stands_so
from assistant.tools.directory_places import Mention
from assistant.tools.directory_question import Change, DirectoryQuestion, Kind, Relation
from assistant.tools.directory_relations import RELATIONS, SO_MANY
from assistant.tools.directory_words import Line
from assistant.tools.numerals import numerals

_RELATIONS: Sequence[tuple[str, Relation]] = (
    ("ABOVE", "above"),
    ("HIGHER", "above"),
    ("BELOW", "below"),
    ("SAME", "same"),
    ("LATER", "after"),
    ("EARLIER", "before"),
)
_STATUS = ("SILVER", "GOLD", "PLATINUM", "LEVEL", "CERTIFIED", "CERTIFICATION", "PROGRAMME", "PART",
           "NEW", "RAISE", "ROUND")  # fmt: skip
_NO_LEVEL = re.compile(rf"\b(?:{dict(RELATIONS)['NOLEVEL']})\b")
_OTHERS = ("WHO", "CITIES", "WHICH", "CITY", "LIST")
_ASKS_FOR_ANY = re.compile(
    r"\W*(?:(?:is|are|has|have|does|do|hay|ha|tem) )?(?:there |you have )?"
    r"(?:any(?:one|body|thing|where)?|some(?:one|body)|algun[oa]?s?|alguien|algum[as]*|alguem)\b"
)


def read_slots(
    line: Line, cities: Sequence[Mention], base: DirectoryQuestion, text: str
) -> DirectoryQuestion | None:
    """The question whose slots a line fills; None if they make none.

    Args:
        line: every word known.
        cities: the places of the directory that it names.
        base: the areas, levels and time it names.
        text: the question as it was put, folded.
    """
    if line.has("WHY", "DO", "WHERE", "HOWLONG", "ELSEWHERE", "RELATIVE"):
        return None
    if line.has("NOLEVEL"):
        ids = tuple(id_ for mention in cities for id_ in mention.cities)
        about = ids or line.has(*_OTHERS, *_STATUS)
        name = _NO_LEVEL.search(text)
        named = replace(base, kind="no_level", cities=ids, name=name[0] if name else "")
        return named if about else None
    if line.has("UNPROVEN"):
        asks = line.has(*_OTHERS, "HOWMANY", "WHICH", "LIST")
        return replace(base, kind="unproven") if asks and not cities else None
    if line.has("TOP") and len(line.tokens) < 4 and base.levels and not (base.areas or cities):
        named_levels = tuple(own for own in base.levels if own.upper() in line.tokens)
        return replace(base, kind="no_level", levels=named_levels)
    if line.has("FASTEST", "SLOWEST"):
        return pace_of(line, cities, base)
    if cities:
        return _beside(line, cities, base)
    if areas := _areas_compared(line, base, text):
        return areas
    if line.has("HOW") and not line.has("SPLIT"):
        return None
    if cohort := cohort_of(line, base, text):
        base = replace(base, cohort=cohort, when=None)
    return (
        _reached(line, base, text)
        or _busiest(line, base, text)
        or _split(line, base, text)
        or _moved(line, base)
        or _groups(line, base, text)
        or growth_of(line, base, text)
        or _count(line, base)
        or _list(line, base, text)
    )


def _beside(
    line: Line, cities: Sequence[Mention], base: DirectoryQuestion
) -> DirectoryQuestion | None:
    """The question how some places stand to each other, or which others stand so to one."""
    ids = tuple(dict.fromkeys(id_ for mention in cities for id_ in mention.cities))
    relation = next((own for token, own in _RELATIONS if line.has(token)), None)
    if len(cities) > 1 and line.has("VERSUS") and (base.levels or line.has("LEVEL")):
        return replace(base, kind="level", cities=ids, compares=True)
    if relation is None or line.has("HOW", "HOWMANY", "VERSUS"):
        return None
    in_time = relation in ("after", "before")
    if len(cities) > 1:
        kind: Kind = "order" if in_time else "level"
        stands = None if in_time else stands_so(line, cities)
        return replace(base, kind=kind, cities=ids, compares=not in_time, relation=stands)
    if len(ids) > 1 or not line.has(*_OTHERS):
        return None
    if in_time and not line.has(*_STATUS, "GET", "FIRST"):
        return None
    if relation == "same" and not line.has("LEVEL", "CERTIFICATION", "HOLD", "WHO", "CITIES"):
        return None
    areas = base.areas or linked_area(cities[0])
    return replace(base, kind="related", cities=ids, relation=relation, areas=areas)


def left_out(line: Line) -> list[Mention]:
    """The cities besides which others are asked for: 'who has platinum besides New York'."""
    if not line.has("CITIES", "WHO"):
        return []
    at = [n for n, token in enumerate(line.tokens) if token in ("PLACE", "AREA", "ELSEWHERE")]
    found: list[Mention] = []
    for position, mention in zip(at, line.mentions, strict=True):
        before = line.tokens[max(0, position - 2) : position]
        chained = bool(found) and before[-1:] in (("AND",), ("PLACE",))
        if mention.cities and (before[-1:] == ("NOT",) or chained):
            found.append(mention)
    return found


def linked_area(city: Mention) -> tuple[str, ...]:
    """The area that a city is said to be in, which may be that of the others asked for too."""
    return city.also if _LINKED.search(fold(city.name)) else ()


_LINKED = re.compile(
    r"\s(?:in|en|em|no|na)\s"
)  # 'above Córdoba in Argentina', not 'Córdoba, Argentina'


def pace_of(
    line: Line, cities: Sequence[Mention], base: DirectoryQuestion
) -> DirectoryQuestion | None:
    """The question how long cities took to a level, or which took the least or the most time."""
    ids = tuple(dict.fromkeys(id_ for mention in cities for id_ in mention.cities))
    ranked = line.has("FASTEST", "SLOWEST")
    if ranked and line.has("RAISE") and not base.levels:
        base = replace(base, levels=LEVELS[:2])  # the rise of which most is told
    if base.when or not base.levels or line.has("HOWMANY", "NOT", "KEEP", "HOLD"):
        return None
    if ids:
        rises = line.has("YEARS") and (len(base.levels) > 1 or line.has("GET", "RAISE"))
        return replace(base, kind="pace", cities=ids) if rises and not ranked else None
    ends: Literal["first", "latest"] = "latest" if line.has("SLOWEST") else "first"
    asks = ranked and line.has("CITY", "CITIES", "WHO")
    return replace(base, kind="pace", ends=ends) if asks else None


def cohort_of(line: Line, base: DirectoryQuestion, text: str) -> When | None:
    """The cohort of which it is asked what became: 'of the first nine, which are gold now'."""
    if line.has("COHORT"):
        return When("by", FIRST_ROUND)
    later = line.has("RAISE", "KEEP") or (base.levels and _NOW.search(text))
    of_one = base.when and later and _OF_COHORT.search(text)
    return When("in", base.when.date) if base.when and of_one else None


FIRST_ROUND = "2018-01"
_NOW = re.compile(
    r"\b(?:now|still|today|currently|since|later|ahora|todavia|aun|hoy|agora|ainda|hoje)\b"
)
_OF_COHORT = re.compile(
    r"\b(?:of|from) (?:the )?(?:\d{4} (?:cities|cohort|round|class|batch|winners|ones|group)"
    r"|(?:cities|ones|winners|places) (?:(?:that|which) )?(?:(?:were|got"
    r"|was) )?(?:first )?(?:certified|announced"
    r"|named|awarded|added|new) )"
    r"|\b(?:de |d)[aeo]?s? ?(?:las? |los )?(?:ciudades|cidades) (?:que se )?(?:certificad\w+"
    r"|certificaron) (?:en|em)\b"
)


def _reached(line: Line, base: DirectoryQuestion, text: str) -> DirectoryQuestion | None:
    """The question when there were so many cities."""
    about = line.has("CITIES", "CERTIFIED", "HOWMANY", "PROGRAMME", "TOTAL", "PART")
    bounded = base.levels or base.areas or base.outside or base.when
    if not (line.has("PASS") and line.has("WHEN") and about) or bounded:
        return None
    plain = numerals(text.replace("hundredth", "100").replace("fiftieth", "50"))
    numbers = re.findall(r"(?<![\w.])(\d{2,3})(?:st|nd|rd|th)?(?![\w.%])", plain)
    return replace(base, kind="reached", number=int(numbers[0])) if len(numbers) == 1 else None


def _busiest(line: Line, base: DirectoryQuestion, text: str) -> DirectoryQuestion | None:
    """The question in which round or year the most cities were new."""
    dated = line.has("WHEN") and line.has(
        "NEW", "GET", "CERTIFIED", "CERTIFICATION", "ROUND", "PART"
    )
    unfit = line.has("RAISE", "KEEP", "NOT", "COUNTRY", "STATES", "PROVINCE", "PLACE")
    bounded = base.levels or base.areas or base.outside or base.when
    if not (line.has("MOST") and (dated or line.has("ROUND"))) or unfit or bounded:
        return None
    by: Literal["year", "round"] = "year" if _A_YEAR.search(text) else "round"
    return replace(base, kind="busiest", by=by)


_A_YEAR = re.compile(r"\b(?:years?|anos?)\b")


def _split(line: Line, base: DirectoryQuestion, text: str) -> DirectoryQuestion | None:
    """The question how many are at each level, or whether more are at one than at another."""
    more = re.search(r"\b(?:more|fewer|mas|menos|mais)\b.*\b(?:or|than|o|que|ou)\b", text)
    compared = len(base.levels) > 1 and (line.has("HOWMANY") or more) and not line.has("ORMORE")
    most = line.has("MOST") and line.has("CITIES") and (base.levels or line.has("LEVEL"))
    most = most and not line.has("WHO", "COUNTRY", "COUNTRIES", "STATES", "PROVINCE", "WHEN")
    if not (line.has("SPLIT") or compared or most) or line.has("RAISE", "KEEP", "NOT", "NEW"):
        return None
    return replace(base, kind="split")


def _moved(line: Line, base: DirectoryQuestion) -> DirectoryQuestion | None:
    """The question how many rose or kept their level."""
    if not (line.has("HOWMANY") and line.has("RAISE", "KEEP")) or line.has("GROWTH", "NOT"):
        return None
    about = line.has("CITIES", "COHORT", "ROUND") or base.when
    change: Change | None = "raised" if line.has("RAISE") else "kept"
    if line.has("NEW"):
        change = None  # all that a round brought
    ends: Literal["latest"] | None = "latest" if line.has("LATEST") and not base.when else None
    return replace(base, kind="moved", change=change, event=True, ends=ends) if about else None


def _groups(line: Line, base: DirectoryQuestion, text: str) -> DirectoryQuestion | None:
    """The question in which country or state most, or at least so many, are."""
    if line.has("COUNTRY", "COUNTRIES") and line.has("FIRST", "LATEST") and line.has("WHICH"):
        end: Literal["first", "latest"] = "first" if line.has("FIRST") else "latest"
        return replace(base, kind=end, change=None if base.levels else "new")
    grouped = line.has("COUNTRY", "COUNTRIES", "STATES", "PROVINCE")
    only = {"HOWMANY", "WHICH", "STATES", "COUNTRIES", "AND", "HOLD", "CITIES", "CERTIFIED", "PART",
            "CITY", "PROGRAMME", "LIST", "AREA", "PROVINCE", "SILVER", "GOLD", "PLATINUM",
            "NOW"}  # fmt: skip
    if grouped and (line.has("MOST", "TOP", "ATLEAST") or set(line.tokens) <= only):
        by: Literal["country", "state"] = "state" if line.has("STATES", "PROVINCE") else "country"
        areas = () if line.has("LATER", "NOT") else base.areas
        most = line.has("MOST", "TOP")
        least = _least(text) if line.has("ATLEAST") else 0
        return replace(base, kind="countries", by=by, areas=areas, compares=most, number=least)
    return None


def _least(text: str) -> int:
    """So many of them there are to be at the least."""
    found = _SO_MANY.search(text)
    number = re.search(r"\d+", numerals(found["least"] or found["or_more"])) if found else None
    return (int(number[0]) if number else 1) + bool(found and found["over"])


_SO_MANY = re.compile(rf"\b(?:{SO_MANY})\b")


def _areas_compared(line: Line, base: DirectoryQuestion, text: str) -> DirectoryQuestion | None:
    """The question how several areas stand to each other."""
    compares = line.has("VERSUS", "HIGHER", "ABOVE", "MOST") or _COMPARES.search(text)
    if len(base.areas) < 2 or not compares or not line.has("AND", "VERSUS"):
        return None
    unfit = line.has("NOT", "RAISE", "KEEP", "WHEN", "SINCE", "NEW", "SAME", "FIRST", "LATEST")
    return None if unfit else replace(base, kind="areas")


_COMPARES = re.compile(r"\b(?:compar\w+|versus|vs|against|contra|frente a)\b")


def growth_of(line: Line, base: DirectoryQuestion, text: str) -> DirectoryQuestion | None:
    """The question by how much the number of cities went up, or what each round or year brought.

    Args:
        text: the question as it was put, folded.
    """
    of_cities = line.has("CITIES", "CERTIFIED", "LIST", "PROGRAMME", "PART") or (
        bool(base.when)
        and set(line.tokens) <= {"HOWMANY", "GROWTH", "TOTAL", "NUMBER", "HISTORY", "HOW", "HOLD"}
    )
    if base.levels or base.areas or base.outside or line.has("RAISE", "KEEP", "NOT"):
        return None
    each = _EACH_TIME.search(text)
    if each and of_cities and line.has("NEW") and not line.has("HOWMANY", "NUMBER"):
        return replace(base, kind="list", change="new", event=True)
    if each and of_cities and line.has("HOWMANY", "TOTAL", "NUMBER"):
        by: Literal["year", "round"] = "year" if _A_YEAR.search(each[0]) else "round"
        return replace(base, kind="busiest" if line.has("NEW") else "growth", by=by)
    if _ROUNDS.search(text) and set(line.tokens) <= _OF_ALL_ROUNDS and not base.when:
        return replace(base, kind="growth")
    grows = line.has("GROWTH", "HISTORY") or (line.has("HOW") and line.has("RAISE"))
    counted = line.has("HOWMANY", "TOTAL", "NUMBER", "GROWTH")
    if not (grows and counted and of_cities):
        return None
    when = base.when
    if len(line.whens) == 2 and _SINCE_THEN.search(text):
        first, last = sorted(own.date for own in line.whens)
        when = When("in", f"{first.split('/')[0]}/{last.split('/')[-1]}")
    elif when and when.relation in ("in", "of") and _SINCE_THEN.search(text):
        when = When("from", when.date.split("/")[0])
    return replace(base, kind="growth", when=when)


_EACH_TIME = re.compile(
    r"\b(?:(?:in|at|on) )?(?:each|every|per|by|cada|por) (?:\w+ )?"
    r"(?:years?|rounds?|cohorts?|announcements?|batch|ano|ronda|rodada|anuncio|edicion|edicao)\b"
    r"|\b(?:year (?:by|on|after) year|ano (?:a|por|tras|apos) ano)\b"
)
_ROUNDS = re.compile(r"\b(?:rounds|cohorts|announcements|rondas|anuncios|rodadas)\b")
_OF_ALL_ROUNDS = frozenset(
    "HISTORY ROUND LIST WHEN TOTAL AND WHICH CERTIFICATION CERTIFIED CITIES PROGRAMME HOLD".split()
)

_SINCE_THEN = re.compile(
    r"\b(?:than|compared (?:to|with)|que en|que em|versus|vs|comparad[oa] (?:con|com|a))\b"
)


def _count(line: Line, base: DirectoryQuestion) -> DirectoryQuestion | None:
    """The question how many an announcement had."""
    of_a_round = line.has("ROUND") or (line.has("NEW") and line.has("CITIES"))
    dated = base.when or line.has("FIRST", "LATEST")
    if not (line.has("HOWMANY") and of_a_round and dated) or base.levels or base.areas:
        return None
    ends: Literal["first", "latest"] | None = None
    if not base.when:
        ends = "first" if line.has("FIRST") else "latest"
    unfit = line.has("RAISE", "KEEP", "NOT") or base.outside
    return None if unfit else replace(base, kind="added", ends=ends)


def _list(line: Line, base: DirectoryQuestion, text: str) -> DirectoryQuestion | None:
    """The question which cities there are within the bounds that it sets."""
    bound = bool(base.areas or base.outside or base.levels or base.when or base.cohort)
    if len(line.whens) > 1:
        return None  # 'silver in 2019 and gold by 2022'
    if line.has("START") and len(base.levels) > 1:
        return _risen(line, base)
    if line.has("WHEN", "SINCE", "LOST", "FALSE", "UNKNOWN", "COUNTRIES", "STATES", "COUNTRY"):
        return None
    if line.has("NOT") and (other := _NOT_AT.search(" ".join(line.tokens))) and not base.when:
        rest = tuple(own for own in (*LADDER, "unknown") if own not in base.levels)
        known = (
            other[0].count(" ") >= len(base.levels)
            and line.has(*_OTHERS)
            and not line.has("RAISE", "KEEP")
        )
        return replace(base, kind="list", levels=rest) if known else None
    if line.has("NOT"):
        stayed = line.has("RAISE") and len(base.levels) == 1 and line.has(*_OTHERS)
        since = When("from", base.when.date) if base.when else None
        return replace(base, kind="list", levels=base.levels, when=since) if stayed else None
    put_forward = line.has("NUMBER") and not line.has("WHICH", "WHO", "LIST")
    if (line.has("HOWMANY") and not base.cohort) or put_forward or not bound:
        return None
    of_an_area = line.tokens[:1] == ("AREA",) and len(line.tokens) <= _MOST_OF_AN_AREA
    asks = (
        line.has("CITIES", "WHO", "COHORT")
        or bool(_ASKS_FOR_ANY.match(text))
        or of_an_area
        or (line.has("CITY") and not line.has("WHICH", "WHO"))
    )
    only = set(line.tokens) <= _ANY_IN_AREA
    if not asks or not (line.has(*_STATUS, "FIRST", "LATEST", "GET", "HOLD", "LIST") or only):
        return None
    held = line.has("LEVEL") and line.has("HOLD") and not of_an_area
    if held and not line.has("CITIES", "CITY", "WHO"):
        return None
    change: Change | None = "raised" if line.has("RAISE") else None
    change = change or ("kept" if line.has("KEEP") else None)
    ends: Literal["first", "latest"] | None = "first" if line.has("FIRST") else None
    if ends or line.has("LATEST"):
        ends = ends or "latest"
        return replace(base, kind=ends, change=None if base.levels else "new")
    change = change or ("new" if line.has("NEW") and base.when else None)
    event = change is not None or line.has("GET", "CERTIFIED", "ROUND")
    return replace(base, kind="list", change=change, event=event)


def _risen(line: Line, base: DirectoryQuestion) -> DirectoryQuestion | None:
    """The question which cities at one level began at another: those that rose to it."""
    higher = tuple(level for level in LADDER if level in base.levels)[-1:]
    asks = line.has(*_OTHERS) and not line.has("NOT", "HOWMANY", "FIRST", "LATEST")
    return replace(base, kind="list", levels=higher, change="raised", event=True) if asks else None


LADDER = ("silver", "gold", "platinum")
_NOT_AT = re.compile(
    r"NOT (?:(?:HOLD|GET|CERTIFIED) )?(?:(?:AND )?(?:SILVER|GOLD|PLATINUM)(?: |$))+"
)
_MOST_OF_AN_AREA = 4  # tokens, as in 'does Canada hold any level'
_ANY_IN_AREA = frozenset("AREA AND CITIES CITY EVER OUTSIDE LEVEL HOLD".split())
