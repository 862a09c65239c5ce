"""What a question asks of the directory where nearness tells the kind of it.

The kind says what is asked, the places, areas, levels and times that the question names say of
which cities; its other words need tell nothing. A kind that lacks what it takes is not answered.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from assistant.tools.directory import LEVELS
from assistant.tools.directory_dates import When
from assistant.tools.directory_grammar import bounds_of, ends_of
from assistant.tools.directory_places import Places
from assistant.tools.directory_question import Change, DirectoryQuestion
from assistant.tools.directory_slots import FIRST_ROUND
from assistant.tools.directory_words import Line
from assistant.tools.numerals import numerals

_UNFIT = ("WHY", "DO", "HOWLONG", "FALSE", "RELATIVE", "ELSEWHERE", "NOLEVEL", "LOST")
_WHERE_OF_A_CASE = ("total", "unknown", "unproven")
"""Kinds of which 'where' asks for no place: 'where did it stand', 'where nobody knows'."""
_OF_CITIES = ("CITIES", "CITY", "WHO", "PART", "ROUND", "CERTIFIED", "CERTIFICATION")
_MOVES = ("RAISE", "KEEP")
_STILL = ("total", "added", "joined", "unknown", "unproven", "split", "reached")
"""Kinds that are told by no rise and by no level kept."""
_POINTING = re.compile(
    r"\b(?:those|these|them|th(?:e )?others?|es[ao]s|es[st][ea]s|deles|delas|otr[oa]s|outr[oa]s)\b"
)
"""Asks of what was told before."""
_SO_MANY = re.compile(
    r"\b(?:the|th[eo]se|which|los|las|[eo]s|as) (?:two|three|four|five|six|seven|eight|nine|dos"
    r"|tres|cuatro|cinco|seis|siete|ocho|nueve|dois|duas|quatro|sete|oito|nove)\b"
)
"""Speaks of so many of a round, which has to be named."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a question names, whatever its kind.

    Attributes:
        base: its areas, levels and time.
        counts: whether it asks how many.
        text: the question as it was put, folded.
    """

    line: Line
    base: DirectoryQuestion
    counts: bool
    text: str

    @property
    def bounded(self) -> bool:
        """Whether only some of the cities are meant, whenever it was."""
        return bool(self.base.areas or self.base.outside or self.base.levels)


def read_kind(
    kind: str, line: Line, text: str, *, places: Places, counts: bool
) -> DirectoryQuestion | None:
    """The question of a kind, from the slots that a line fills; None if they are not enough.

    Args:
        kind: such as `kept`, told by nearness.
        text: what the line was read from, folded.
        counts: whether nearness tells that it asks how many.
    """
    fill = KINDS.get(kind)
    named = [mention for mention in line.mentions if mention.cities]
    if line.has(*_UNFIT) or len(line.whens) > 1:
        return None
    if line.has("WHERE") and kind not in _WHERE_OF_A_CASE:
        return None
    if line.has(*_MOVES) and kind in _STILL:
        return None
    if kind == "companions":
        one = len(named) == 1 and len(named[0].cities) == 1
        return DirectoryQuestion("companions", cities=named[0].cities) if one else None
    if fill is None or named:
        return None
    asked = _Asked(line, bounds_of(line, places=places), counts or line.has("HOWMANY"), text)
    if _POINTING.search(text) and not (asked.bounded or asked.base.when):
        return None
    return fill(asked)


def _changed(change: Change) -> Callable[[_Asked], DirectoryQuestion | None]:
    def fill(asked: _Asked) -> DirectoryQuestion | None:
        base = replace(asked.base, change=change, event=True)
        if not base.when and _SO_MANY.search(asked.text):
            return None
        if not asked.counts:
            higher = change == "raised" and len(base.levels) > 1
            levels = _by_rank(base.levels)[-1:] if higher else base.levels
            known = base.when or asked.bounded
            return replace(base, kind="list", levels=levels) if known else None
        return replace(base, kind="moved") if base.when and not asked.bounded else None

    return fill


def _joined(asked: _Asked) -> DirectoryQuestion | None:
    """Which, or how many, were new in a time, or in the first or the latest round."""
    base, ends = asked.base, ends_of(asked.line)
    if base.when and base.when.relation in ("in", "of", "from"):
        ends = None
    elif not ends:
        return None
    if not asked.counts:
        return replace(base, kind="list" if base.when else ends or "list", change="new", event=True)
    if asked.bounded:
        return replace(base, kind="count", change="new", event=True) if base.when else None
    return replace(base, kind="added", ends=ends)


def _entered(asked: _Asked) -> DirectoryQuestion | None:
    """Which were new at a higher level than the lowest, which they passed over."""
    over = tuple(level for level in asked.base.levels if level != LEVELS[0]) or LEVELS[1:]
    kind: Literal["list", "count"] = "count" if asked.counts else "list"
    return replace(asked.base, kind=kind, levels=over, change="new", event=True)


def _through(asked: _Asked) -> DirectoryQuestion | None:
    """Which were at each level in turn: at the highest, after the lowest."""
    if asked.base.when:
        return None
    return replace(asked.base, kind="list", levels=LEVELS[-1:], risen_from=LEVELS[0], event=True)


def _unknown(asked: _Asked) -> DirectoryQuestion | None:
    base = replace(asked.base, levels=("unknown",))
    if base.when:
        base = replace(base, change="new", event=True)
    return replace(base, kind="count" if asked.counts else "list")


def _unproven(asked: _Asked) -> DirectoryQuestion | None:
    return None if asked.base.when else replace(asked.base, kind="unproven")


def _cohort(asked: _Asked) -> DirectoryQuestion | None:
    """What became of those that were new in a time, or in the first round."""
    base, line = asked.base, asked.line
    if base.when and base.when.relation in ("in", "of"):
        cohort = When("in", base.when.date)
    elif not base.when and line.has("FIRST", "COHORT"):
        cohort = When("by", FIRST_ROUND)
    else:
        return None
    base = replace(base, kind="list", cohort=cohort, when=None)
    if line.has("NOT") and base.levels:
        # All had the lowest, so that whoever did not do something to it has it still.
        below = LEVELS[: LEVELS.index(_by_rank(base.levels)[0])]
        return replace(base, levels=below or LEVELS[:1])
    if line.has("RAISE") and not line.has("NOT"):
        levels = _by_rank(base.levels)[-1:]
        return replace(base, levels=levels, change="raised", event=True)
    return base


def _end(ends: Literal["first", "latest"]) -> Callable[[_Asked], DirectoryQuestion | None]:
    def fill(asked: _Asked) -> DirectoryQuestion | None:
        # 'When did the first one open?' may be asked of anything.
        if asked.counts or not (asked.bounded or asked.line.has(*_OF_CITIES)):
            return None
        return replace(asked.base, kind=ends, change=None if asked.base.levels else "new")

    return fill


def _total(asked: _Asked) -> DirectoryQuestion | None:
    if asked.base.areas or asked.base.outside:
        return None
    if asked.base.levels:
        return replace(asked.base, kind="count") if asked.base.when else None
    if asked.base.when:
        return replace(asked.base, kind="total")
    if not asked.line.has("HOWMANY", "TOTAL", "NUMBER"):
        return None
    ends: Literal["first"] | None = "first" if ends_of(asked.line) == "first" else None
    return replace(asked.base, kind="total", ends=ends)


def _split(asked: _Asked) -> DirectoryQuestion | None:
    return None if asked.base.areas or asked.base.outside else replace(asked.base, kind="split")


def _reached(asked: _Asked) -> DirectoryQuestion | None:
    if asked.bounded or asked.base.when or not asked.line.has("WHEN", "SINCE", "PASS", "ROUND"):
        return None
    numbers = re.findall(
        r"(?<![\w.])\d{2,3}(?=(?:st|nd|rd|th)?(?![\w.%]))", _in_figures(asked.text)
    )
    return (
        replace(asked.base, kind="reached", number=int(numbers[0])) if len(numbers) == 1 else None
    )


def _in_figures(text: str) -> str:
    for words, figures in _ROUND_NUMBERS:
        text = re.sub(rf"\b(?:{words})\b", figures, text)
    return numerals(text)


_ROUND_NUMBERS = (
    (r"half (?:a |the |of a )?(?:hundred|century)|fiftieth|medio centenar|meia centena", "50"),
    (r"(?:(?:a|one|the) )?(?:hundred(?:th)?|century)|three digits|triple figures|cien(?:to)?"
     r"|centenar|centena|tres cifras|tres digitos|cem", "100"),
)  # fmt: skip


def _busiest(asked: _Asked) -> DirectoryQuestion | None:
    if asked.bounded or asked.base.when:
        return None
    by: Literal["year", "round"] = (
        "year" if re.search(r"\b(?:year|an[no]o?)\b", asked.text) else "round"
    )
    return replace(asked.base, kind="busiest", by=by)


def _growth(asked: _Asked) -> DirectoryQuestion | None:
    return None if asked.bounded else replace(asked.base, kind="growth")


def _by_rank(levels: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(level for level in LEVELS if level in levels)


KINDS: Mapping[str, Callable[[_Asked], DirectoryQuestion | None]] = {
    "joined": _joined,
    "added": _joined,
    "rose": _changed("raised"),
    "kept": _changed("kept"),
    "entered": _entered,
    "through": _through,
    "unknown": _unknown,
    "unproven": _unproven,
    "cohort": _cohort,
    "first": _end("first"),
    "latest": _end("latest"),
    "total": _total,
    "split": _split,
    "reached": _reached,
    "busiest": _busiest,
    "growth": _growth,
}
"""What each kind takes, but `companions`; any other is told by the grammar and the slots alone."""
