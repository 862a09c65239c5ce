"""What a question asks of the cities it names: where they stand, since when, in which order."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.tools.directory_places import Mention, Places
from assistant.tools.directory_question import DirectoryQuestion, Kind, Relation
from assistant.tools.directory_words import Line


def of_cities(
    line: Line, mentions: Sequence[Mention], base: DirectoryQuestion, places: Places
) -> DirectoryQuestion | None:
    """The question about some cities; None if it is none that the records answer.

    Args:
        base: the areas, levels and time that the line names.
    """
    ids = tuple(dict.fromkeys(id_ for mention in mentions for id_ in mention.cities))
    if len(ids) > 1 and (base.areas or base.outside) and _OF_THESE.fullmatch(" ".join(line.tokens)):
        return replace(base, kind="inside", cities=ids)
    kind = _kind_of_cities(line, len(mentions), base)
    if kind is None:
        return None
    asked = replace(base, kind=kind, cities=ids, ever=line.has("EVER", "GET"))
    if kind == "order" and line.has("LATEST"):
        return replace(asked, ends="latest")
    if kind == "total":
        return replace(asked, at_award=True)
    if kind in ("first", "companions"):
        return asked
    (first, *more) = mentions
    home = places.state_of_its_name(first)  # of Córdoba the city lies in it, of Washington not
    contained = bool(home) and places.is_inside(first.cities[0], home)
    open_ = len(first.cities) > 1 or (bool(home) and not contained)
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
    if contained and not more and kind in ("level", "certified", "since"):
        asked = replace(asked, areas=(home,))
    claimed = kind == "level" and len(base.levels) == 1 and not line.has("WHICH")
    rose = kind == "history" and len(asked.cities) > 1 and line.has("RAISE")
    former = kind == "history" and _BEFORE_LEVEL.search(" ".join(line.tokens))
    stands = stands_so(line, mentions) if kind == "level" and line.has("HIGHER", "SAME") else None
    if kind == "order" and line.has("SAME", "WITH"):
        stands = "same"  # 'were both certified on the same day'
    return replace(
        asked,
        relation="before" if former else stands,
        claimed=claimed,
        compares=line.has("HIGHER", "TOP", "SAME"),
        change="raised" if rose else asked.change,
    )


def stands_so(line: Line, cities: Sequence[Mention]) -> Relation | None:
    """How the first of two cities is said to stand to the other, to be confirmed or not."""
    if len(cities) != _TWO or line.has("WHICH", "WHO", "CITIES", "TOP", "NOT"):
        return None
    if line.has("SAME"):
        return "same"
    relation = next((own for token, own in _STANDS if line.has(token)), None)
    return None if line.has("AND") else relation  # 'is Boise or Phoenix higher?'


_TWO = 2
_STANDS: Sequence[tuple[str, Relation]] = (
    ("ABOVE", "above"),
    ("HIGHER", "above"),
    ("BELOW", "below"),
)
_BEFORE_LEVEL = re.compile(
    r"(?:WHICH|LEVEL) .*EARLIER (?:GOLD|PLATINUM)(?: (?:AND|WHICH|WHEN|SINCE))*$"
)
"""Asks what a city held before it got a level."""
_OF_THESE = re.compile(
    r"WHICH (?:PLACE |AND )+(?:HOLD |CITIES )?(?:OUTSIDE )?AREA(?: AND)?(?: AREA)*"
)
"""Asks which of some cities are in an area, or outside it."""


def _asks_which_is(line: Line) -> bool:
    """Whether it is the certified ones of a name that are asked for, as 'which Rochester is'."""
    return "WHICH PLACE CERTIFIED" in " ".join(line.tokens)


_CAME_WITH = frozenset("WHICH WHO CITIES AREA PLACE AND WITH LIST".split())
_WHICH_CAME = frozenset("WHICH WHO CITY PLACE AND FIRST EARLIER LATEST".split())
"""Words by which no more is asked than which of some cities came first, or last."""


def _kind_of_cities(line: Line, named: int, base: DirectoryQuestion) -> Kind | None:
    """What is asked about cities that are named."""
    status = bool(base.levels) or line.has("LEVEL", "CERTIFIED", "CERTIFICATION", "PROGRAMME")
    if line.has("WITH"):
        awarded = bool(base.levels) or line.has("CERTIFIED", "CERTIFICATION", "NEW", "GET")
        bare = set(line.tokens) <= _CAME_WITH  # 'which cities came in the same round as Boise'
        companions = (awarded or bare) and named == 1 and line.has("WHO", "CITIES")
        together = awarded and named == _TWO and not line.has("WHICH", "WHO", "CITIES", "HOW")
        return "companions" if companions else "order" if together else None
    if line.has("HOWMANY"):
        at_award = line.has("WHEN") and line.has("CITIES") and named == 1
        return "total" if at_award else None
    if line.has("YEARS"):
        return "since" if status and len(base.levels) < 2 else None
    if line.has("HOW") and not line.has("HISTORY", "RAISE"):
        return None
    if (line.has("SAME") and named == 1) or (line.has("HOWLONG", "KEEP") and not _lasts(line)):
        return None
    if named == 1 and line.has("EARLIER") and line.has("WHO", "CITIES"):
        return None  # 'who was certified before Memphis'
    if base.areas:
        return "first" if line.has("FIRST") and line.has("CITY", "CITIES") else None
    if named > 1 and line.has("SAME") and line.has("FIRST"):
        # 'Did both get it on the same day?': of what is not said; all of their dates tell it.
        plain = status and not line.has("WHICH", "WHO", "EARLIER", "LATEST", "HIGHER")
        return "order" if plain else "history"
    if named > 1 and line.has("FIRST", "EARLIER", "LATEST") and not line.has("LEVEL"):
        bare = set(line.tokens) <= _WHICH_CAME
        return "order" if status or bare or line.has("GET", "NEW") else None
    dated = line.has("ROUND") and bool(base.when)
    asked_first = (dated or line.has("FIRST")) and line.has("ROUND", "CITIES")
    if named == 1 and asked_first and not line.has("WHICH"):
        return "since"  # 'was Denver in the first batch', to which its date is the answer
    if line.has("CITIES", "COUNTRIES", "STATES") and named == 1:
        return None
    if line.has("FIRST") and line.has("CITY") and not line.has("WHEN", "SINCE"):
        return "first"
    if line.has("HOWLONG") and len(base.levels) > 1:
        return None  # how long one level was held before the next
    when = sum(token in ("WHEN", "SINCE") for token in line.tokens)
    if when and len(base.levels) > 1 and (when > 1 or not line.has("RAISE")):
        return "history"
    if when > 1 and base.levels and line.has("CERTIFIED"):
        return "history"  # 'when was Tempe certified and when did it reach platinum?'
    if line.has("NEW") and line.has("CERTIFIED"):
        return "since"
    if named == 1 and line.has("WHICH") and line.has("ROUND") and not base.when:
        return "since"
    if _LEVEL_SINCE.search(" ".join(line.tokens)) and not base.levels and not line.has("FIRST"):
        return "level"  # which is dated
    if line.has("SINCE") and {*line.tokens} <= {"PLACE", "AND", "SINCE", "WHEN"}:
        return "since"  # 'Memphis: since when?'
    if named > 1 and line.has("RAISE") and line.has("WHICH", "WHO") and not line.has("WHEN"):
        return "history"  # 'which of those have moved up since?'
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
    if named == 1 and line.has("HOLD", "GET") and set(line.tokens) <= _HAS_IT:
        return "certified"
    if (
        named == 1
        and line.has("HISTORY")
        and set(line.tokens) <= {"HOW", "PLACE", "HISTORY", "HOLD"}
    ):
        return "history"
    if named == 1 and base.when and set(line.tokens) <= {"PLACE", "WHICH"}:
        return "level"  # 'what was Cambridge in 2020'
    if line.has("PROGRAMME", "PART", "LIST") and not line.has("WHICH", "WHO", "GET"):
        return "certified" if line.has("PROGRAMME", "PART") else None
    return None


_LEVEL_SINCE = re.compile(r"LEVEL(?: (?:PLACE|HOLD|GET)){1,3} AND (?:WHEN|SINCE)")
_HAS_IT = frozenset("PLACE HOLD GET EVER AND".split())
_BEGUN = ("GET", "NEW", "ROUND", "KEEP", "RAISE", "PART")
"""What has a day on which it was first so."""


def _lasts(line: Line) -> bool:
    """Whether 'how long' and 'keep' do not ask how long a level may be kept."""
    return line.has("HOLD") or not (line.has("HOWLONG") and line.has("KEEP"))
