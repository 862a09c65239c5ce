"""What can be asked of the directory of cities, apart from how it is put.

Whoever understands a question fills one in; `directory_phrasing` answers it.
"""

from dataclasses import dataclass
from typing import Literal

from assistant.tools.directory_dates import When

Kind = Literal[
    "level", "since", "history", "certified", "order", "which_one", "absent",
    "list", "first", "latest", "countries", "count", "total", "added", "companions", "growth",
    "related", "no_level", "moved", "split", "reached", "busiest", "inside", "pace", "areas",
    "lies", "unproven",
]  # fmt: skip
Change = Literal["new", "raised", "kept"]
Relation = Literal["above", "below", "same", "after", "before"]
"""How cities stand to one that is named: in level, or in the time of their first award."""


@dataclass(frozen=True, slots=True)
class DirectoryQuestion:
    """What is asked of the directory.

    Attributes:
        kind: of cities named: their `level`, `since` when they have it, their `history`, whether
            they are `certified`, the `order` in which they were, which are `inside` the areas, or
            `which_one` is meant; `absent` for a place the directory lacks. Of all: a `list`, the
            `first` or `latest` of it, the `countries` they are in, a `count` of those named, the
            printed `total`, or how many were `added`; or the `companions` of a city, announced
            with it; or the `growth` of the total; those `related` to a city as `relation` says;
            `no_level` where a level is asked about that the programme does not have; how many
            cities `moved` up or kept their level, or were new; the `split` of cities by level;
            when the total `reached` a number; which round, or year, was the `busiest`; at
            what `pace` cities rose to the last of the levels, from the first of them;
            how several `areas` stand to each other; whether a city `lies` in an area; which
            places are `unproven`, without an award that is confirmed.
        cities: ids of the cities asked about; for `which_one` those it may be.
        name: the place as it was written, for `which_one` and `absent`.
        others: for `absent`, ids of cities that share the name and lie elsewhere.
        areas: codes of the areas asked about, any of which will do.
        outside: codes of areas that are left out.
        levels: levels named; `unknown` for none that is stated.
        when: the time asked about.
        also_when: for `total` and `level`, further times.
        change: only cities that were new, rose or kept their level.
        risen_from: only cities that were once at that level before they rose, or, without a
            change, before they were at `levels`.
        event: whether the time is that of an award, not of a level held.
        claimed: whether a level is put forward, to be confirmed or not.
        ever: whether a level held once will do.
        ends: for an `order`, `latest` where the last is asked for; for totals and
            announcements, the `first` or `latest` of them; for `pace`, whether the fastest or
            the slowest is asked for.
        compares: whether it asks which of several cities stands higher, or for `countries` which
            has the most cities.
        at_award: for `total`, that it is the day `cities` got `levels`.
        relation: for `related`, how the cities asked for stand to `cities`; for `history`, that
            only what was `before` the level is; for two that it `compares`, how it says that the
            first stands to the other.
        but: ids of cities that are left out.
        cohort: the time of the first award of the cities asked about.
        by: for `countries`, whether it is these or the states that are asked for; for `busiest`,
            whether rounds or years are.
        number: for `reached`, the one that is asked about; for `countries`, how many cities they
            have at the least.
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
    risen_from: str = ""
    event: bool = False
    claimed: bool = False
    ever: bool = False
    ends: Literal["first", "latest"] | None = None
    compares: bool = False
    at_award: bool = False
    relation: Relation | None = None
    but: tuple[str, ...] = ()
    cohort: When | None = None
    by: Literal["country", "state", "round", "year"] = "country"
    number: int = 0
