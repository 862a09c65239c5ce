"""Which questions are for the tier calculator, and what they ask of it.

A question comes as a line of tokens, the same in three languages; which word is which token is
left to `tier_words`, and the answer to `tiers` and `tier_phrasing`. A question with too many words
that the grammar does not know is about something else and left to the documents.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from assistant.tools.level_names import ANY_TIER, TIERS
from assistant.tools.tier_amounts import (
    ASKS_LOSS,
    amounts_apart,
    bare,
    change_in,
    count_in,
    numbers_in,
    percent_in,
    short_of,
    tells_unmet,
    unmet_in,
)
from assistant.tools.tier_areas import areas_told
from assistant.tools.tier_asking import asks_levels, asks_tier, lacks_count
from assistant.tools.tier_ladder import beside_the_named
from assistant.tools.tier_lines import token_line
from assistant.tools.tier_scale import scale_of
from assistant.tools.tier_told import asked_of_the_told
from assistant.tools.tier_versions import eras_in, in_era
from assistant.tools.tier_words import has, strange
from assistant.tools.tiers import bands, version_with
from corpus.records import Standard, StandardVersion

Kind = Literal[
    "level",
    "distance",
    "spare",
    "what_if",
    "needed",
    "missable",
    "thresholds",
    "end",
    "ask_count",
    "wrong_total",
]


@dataclass(frozen=True, slots=True)
class TierQuestion:
    """What is asked of the calculator.

    Attributes:
        kind: `level` of a count or percentage; `distance` from it to a level; `spare`: how many
            could be lost; `what_if` a count changed; `needed` for a level; `missable`: how many
            of all need not be met for it; `thresholds` of several levels; `end`: whether any level
            lies beyond the one named, which is the last; `ask_count`: nothing to
            compute from yet; `wrong_total`: counted out of a number of criteria that the version
            does not have.
        version: id of the version of the standard.
        named: whether the question names that version.
        met: criteria met, as given, possible or not.
        percent: of the criteria, as given.
        total: the number of criteria it was counted out of, if any.
        change: criteria gained (above 0) or lost.
        tiers: levels named, in the order of the version; empty for all, or for the next.
        asks_percent: whether a percentage is asked for, not a count.
        nearly: whether the count or percentage is not quite reached.
        asks_whether: whether a yes or a no is wanted: 'is 36 enough for platinum?'
        also: what is asked besides: of other amounts, or under other versions.
        areas: ids of the practice areas whose criteria `met` counts, or leaves out.
        left_out: whether it leaves them out.
    """

    kind: Kind
    version: str
    named: bool = False
    met: Fraction | None = None
    percent: Fraction | None = None
    total: int | None = None
    change: int = 0
    tiers: tuple[str, ...] = ()
    asks_percent: bool = False
    nearly: bool = False
    asks_whether: bool = False
    also: tuple["TierQuestion", ...] = ()
    areas: tuple[str, ...] = ()
    left_out: bool = False


def read_tier_question(question: str, *, standard: Standard) -> TierQuestion | None:
    """What a question asks of the tier calculator; None if it is not for it.

    Args:
        question: in English, Spanish or Portuguese, as people type.
        standard: its versions decide which number of criteria means which.
    """
    if _OF_ONE_PROOF.search(token_line(question, standard) or ""):
        return None
    whole = areas_told(question, standard)
    if whole and (counted := _read_whole(whole.text, standard)):
        areas = tuple(area.id for area in whole.areas)
        if counted.met is not None and not (counted.also or counted.named):
            return replace(counted, areas=areas, left_out=whole.left_out)
    found = _read_whole(question, standard)
    if found is None and (told := asked_of_the_told(question, standard)):
        return _read_whole(told, standard)
    return found


def _read_whole(question: str, standard: Standard) -> TierQuestion | None:
    line = token_line(question, standard)
    if line is None:
        return None
    if step := beside_the_named(line, scale_of(standard)):
        asked = step[0] or step[1]
        base = frame_of(line.replace(step[1], asked), standard)[0]
        return replace(
            base, kind="needed" if step[0] else "end", asks_percent=has(line, "PERCENTAGE")
        )
    if BOUNDED.search(line):
        base = frame_of(line, standard)[0]
        return replace(base, kind="thresholds", tiers=()) if _asks_bounded(line) else None
    found = _with_claims(line, standard) or read_line(line, standard)
    return replace(found[0], also=tuple(found[1:])) if found else None


_OF_ONE_PROOF = re.compile(
    r"\b(?:ONE|THE SAME|same) (?:[a-z]+ ){0,2}(?:papers?|documents?|polic(?:y|ies)|files?|reports?"
    r"|proofs?|evidence|documentos?|politicas?|pruebas?|provas?)(?: OF WE)?"
    r" (?:MEET|HOWMANY FOR|FOR|COUNT) \d+ CRITERIA"
)
"""Counts the criteria that one document is proof of, and not those that a city meets."""


def read_frame(question: str, *, standard: Standard) -> tuple[TierQuestion, str] | None:
    """The version, total and levels that a question or a part of one names, and its line.

    What is asked is not read yet: the kind is `level`. None where it asks for cities, persons or
    reasons, for more than a number, or under several versions.
    """
    line = token_line(question, standard)
    if line is None or BOUNDED.search(line) or len(eras_in(line, standard)) > 1:
        return None
    return frame_of(line, standard)


def read_line(line: str, standard: Standard) -> list[TierQuestion]:
    """What a line asks of each amount and under each version; nothing if any is not understood."""
    found = [_read(one, standard) for one in _questions_in(line, standard)]
    asked = [one for one in dict.fromkeys(found) if one]
    if len(asked) < 2:
        return asked if None not in found else []
    alike = len({one.kind for one in asked}) == 1 and asked[0].kind in _REPEATED
    return asked if alike and None not in found else []


_REPEATED = ("level", "distance", "needed", "missable", "thresholds")
"""Kinds that are asked of several amounts or under several versions at once."""


def _questions_in(line: str, standard: Standard) -> Iterator[str]:
    """The line for each amount and under each version that it names."""
    by_amount = amounts_apart(line, [version.criteria for version in standard.versions])
    eras = eras_in(line, standard)
    newest = len(standard.versions) - 1
    if has(line, "COMPARE") and len(eras) == 1 and newest not in eras:
        yield from (in_era(line, era) for era in eras)
        yield in_era(line, None)
    elif len(eras) < 2:
        yield from by_amount
    elif len(by_amount) == len(eras):
        yield from (in_era(one, era) for one, era in zip(by_amount, eras, strict=True))
    else:
        # 'Did gold take more criteria in 2019 than now?' is told by what it took and takes.
        lines = [_MORE_OR_FEWER.sub("", one) for one in by_amount]
        yield from (in_era(one, era) for one in lines for era in eras)


_MORE_OR_FEWER = re.compile(r"(?<!HOWMANY )(?<!\d )(?<!ONE )(?:MORE|LESS) (?=CRITERIA)")


def _read(line: str, standard: Standard) -> TierQuestion | None:
    """What a line with one amount and one version asks."""
    base, line = frame_of(line, standard)
    return _with_amount(base, line, standard) or _without_amount(base, line, standard)


def _with_claims(line: str, standard: Standard) -> list[TierQuestion]:
    """What is asked where the line also says where a level begins; nothing if it does not."""
    told = " ".join(_CLAIM.sub(" ; ", line).split()).strip(" ;")
    if told == line or has(line, "WHEN"):
        return []
    tiers = frame_of(line, standard)[0].tiers
    asked = [
        one for one in read_line(told, standard) if one.met is not None or one.percent is not None
    ]
    if asked or len(tiers) != 1:
        return [replace(one, tiers=tiers) for one in asked]
    eras: Sequence[int | None] = eras_in(line, standard) or [None]
    bases = [frame_of(in_era(line, era), standard)[0] for era in eras]
    return [replace(base, kind="needed", asks_percent="%" in line) for base in bases]


_CLAIM = re.compile(
    rf"{ANY_TIER} (?:(?:THRESHOLD|MINIMUM|LEVEL|HAVE|OF|NOW|[a-z]+) )*"
    r"(?:BEGIN|NEED|THRESHOLD|MINIMUM) (?:(?:HAVE|FOR|OF|LESS|MORE|WE) )*[\d.]+%?(?: CRITERIA)?"
    rf"|(?:THRESHOLD|MINIMUM) (?:(?:FOR|OF|THE|CERTIFIED|REACH) )*{ANY_TIER} "
    r"(?:(?:HAVE|FOR|OF|[a-z]+) )?[\d.]+%?(?: CRITERIA)?"
)
"""Where a level is said to begin, which only the records tell."""


BOUNDED = re.compile(
    r"(?<!\d )(?<!ONE )(?<!\d CRITERIA )(?:MORE|LESS) OF (?:THE )?\d|(?:BEYOND|UNDER) \d"
)
"""More or less than a number, to which no single level belongs."""


def _asks_bounded(line: str) -> bool:
    """Whether it asks what such a bound comes to, which the levels' bands tell."""
    counts = re.search(r"\d%", line) or has(line, "CRITERIA")
    return bool(counts) and not strange(line) and has(line, "WHICH", "LEVEL", "STAND", "WE", "IF")


def frame_of(line: str, standard: Standard) -> tuple[TierQuestion, str]:
    """The version, total and levels that a line names, and the line without version and total."""
    tiers = scale_of(standard).tiers_in(line)
    version, total, named = standard.current, None, False
    if eras := eras_in(line, standard):
        version, named = standard.versions[eras[0]], True
    line = in_era(line, None)
    if named:  # 'under the old one, with 45 of them'
        line = re.sub(
            rf"(?<=\w)(?: ;)? HAVE (?:THE )?{version.criteria}(?: CRITERIA| OF)*$", "", line
        )
    if out_of := _OUT_OF.search(line):
        total = int(out_of[2])
        line = _OUT_OF.sub(r"COUNT \1", line, count=1)
        if not named and (counted := version_with(total, standard)):
            version, named = counted, counted != standard.current
    line = " ".join(token for token in line.split() if token not in ("THE", "OLD", "CURRENT"))
    return TierQuestion("level", version.id, named, total=total, tiers=tiers), line


_OUT_OF = re.compile(
    r"(?<!LOSE )(?<!MISS )(?<!ADD )(?<!MINUS )(?<!\S)(-?\d+(?:\.\d+)?) (?:CRITERIA |MEET |HAVE )*OF "
    r"(?:THE |EACH )*(\d+)(?!\S)(?! [a-z]| (?:CRITERIA |REACH |HAVE |WE )*LOSE)"
)
"""A count and the total it is counted out of."""


def _with_amount(base: TierQuestion, line: str, standard: Standard) -> TierQuestion | None:
    """The question about the count or percentage it gives, or about a change of a count."""
    version = next(v for v in standard.versions if v.id == base.version)
    nearly = bool(_NEARLY.search(line))
    line = re.sub(r"NEARLY (?!MEET)", "", line)
    if required := _required(base, line, version):
        return required
    core = bare(line)
    met = _counted_down(base, core, line, version, standard)
    if met is not None:
        understood = numbers_in(core) <= {met, version.criteria - met, version.criteria}
        relative = short_of(core, line)
        asked = replace(base, met=met, asks_whether=_asks_whether(replace(base, met=met), line))
        return asked if understood or relative else None
    if strange(line) > _MOST_STRANGE and tells_unmet(core):
        return None
    change, met, rest = change_in(core)
    met = count_in(rest, line) if met is None else met
    if met is None and change:
        clear = not strange(line) and has(line, "IF", "CRITERIA", *_SPOKEN_OF)
        clear = clear and abs(change) < version.criteria  # 'another page says 43'
        return replace(base, kind="ask_count", change=change) if clear else None
    if met is None:
        percent = percent_in(rest, line, dated=base.named)
        asked = replace(base, kind=_kind(base, line), percent=percent, nearly=nearly)
        asked = replace(asked, asks_whether=_asks_whether(asked, line))
        return asked if percent is not None else None
    if _counts_something_else(base, line, met, version) or (has(line, "WHY") and change):
        return None
    totals = {own.criteria for own in standard.versions}
    if met in totals - {version.criteria} and not base.total and not has(line, "MEET", "WE"):
        return None  # 'a page has 45 indicators, others write 43'
    if change and {met, met + change} <= totals and not has(line, "IF"):
        return None  # 'when it went from 45 to 43'
    if numbers_in(core) - {met, met + change, abs(change), base.total, version.criteria}:
        return None  # more numbers than are understood
    if base.total not in (None, version.criteria):
        return replace(base, kind="wrong_total", met=met)
    if met == version.criteria and len(base.tiers) == 1 and _ALL_NEEDED.search(line):
        return replace(base, kind="needed", total=None)
    if change < 0 and met == version.criteria and not has(line, "IF"):
        return replace(base, met=met + change)  # 'we fail 10 of the 43'
    if change:
        return _changed(base, line, met, change)
    if fallen := _FALLS_TO.search(core):
        base = replace(base, tiers=_above(scale_of(standard).name_of(fallen[1]), version))
    asked = replace(base, kind=_kind(base, line), met=met, nearly=nearly)
    return replace(asked, asks_whether=_asks_whether(asked, line))


def _required(base: TierQuestion, line: str, version: StandardVersion) -> TierQuestion | None:
    """The question if one level takes so many, which is not whether so many are enough for it."""
    found = _REQUIRED.fullmatch(line) if len(base.tiers) == 1 else None
    if found is None or base.total not in (None, version.criteria):
        return None
    amount = next(filter(None, found.groups()))
    given = Fraction(amount.rstrip("%"))
    asked = replace(base, kind="needed", asks_whether=True)
    return replace(asked, percent=given) if "%" in amount else replace(asked, met=given)


_SO_MANY = r"(?:EACH )?(?:COUNT )?(\d+(?:\.\d+)?%?)(?: CRITERIA)?"
_REQUIRED = re.compile(
    rf"(?:(?:IF|WE|CITY) )*"
    rf"(?:{_SO_MANY} NEED|NEED (?:(?:WE|CITY|MEET|HAVE|REACH|OF) )*{_SO_MANY})"
    rf"(?: (?:MEET|HAVE|FOR|REACH|CERTIFIED|WE|CITY|OF))* {ANY_TIER}(?: LEVEL)?(?: ;)?"
)
"""So many, needed for a level: '43 of 43 required for platinum', 'must a city meet 40 for gold'."""

_ALL_NEEDED = re.compile(r"NEED (?:(?:WE|CITY|HAVE|MEET|REACH|OF|THE) )*(?:EACH(?!\S)|\d)")
"""Whether a level takes all of the criteria."""

_FALLS_TO = re.compile(rf"LOSE (?:OF |FOR |REACH |HAVE )*FOR (?:THE )?({ANY_TIER})")
"""The level that a city would fall to."""


def _above(tier: str, version: StandardVersion) -> tuple[str, ...]:
    """The level above one, which is lost where a city falls to that."""
    names = [own.name for own in version.tiers]
    above = names[names.index(tier) + 1 :] if tier in names else []
    return tuple(above[:1])


_MOST_STRANGE = 2
"""More unknown words than this, and a number that is not met may be of something else."""

_NEARLY = re.compile(r"NEARLY (?:HAVE |OF |FOR |THE |COUNT )*(?=-?\d)")
_SPOKEN_OF = (*TIERS, *"MEET LEVEL LEVELS STAND ENOUGH PERCENTAGE WE NEXT MISSING HOWFAR".split())


def _counted_down(
    base: TierQuestion, core: str, line: str, version: StandardVersion, standard: Standard
) -> Fraction | None:
    """The criteria met where a line says how many are missing, of all or to a level."""
    if short := short_of(core, line):
        missing, tier = short[0], scale_of(standard).name_of(short[1])
        scale = bands(version) if version.tiers else ()
        if needed := next((b.needed for b in scale if b.tier == tier), None):
            return Fraction(needed - missing)
    unmet = unmet_in(core, line) if base.total in (None, version.criteria) else None
    return None if unmet is None or unmet > version.criteria else Fraction(version.criteria - unmet)


def _counts_something_else(
    base: TierQuestion, line: str, met: Fraction, version: StandardVersion
) -> bool:
    """Whether a number is one of people or money, or the number of criteria that there are."""
    if met >= 1000 and not has(line, "CRITERIA"):
        return True
    spoken_of = has(line, "WE", "CRITERIA", "MEET", "LEVEL", "LEVELS", "HAVE", "CITY", *TIERS)
    if (
        met > version.criteria
        and not spoken_of
        and not base.total
        and has(line, "WHICH", "CURRENT")
    ):
        return True  # 'which sources give 104'
    if has(line, "WHY") and strange(line):
        return True
    if met == version.criteria and has(line, "SOME"):
        return True  # 'there are 43 and we got most'
    if met != version.criteria or base.total or has(line, "MEET", "WE", "LEVEL", "LEVELS", "EACH"):
        return False
    # '43 criteria sounds like a lot, what are they about?'
    on_all = strange(line) and not has(line, "IF", "ENOUGH", *TIERS)
    return base.named or on_all or has(line, "STANDARD", "CERTIFIED")


def _changed(base: TierQuestion, line: str, met: Fraction, change: int) -> TierQuestion | None:
    spoken_of = has(line, *TIERS, "MEET", "CRITERIA", "LEVEL", "STAND")
    clear = strange(line) <= (3 if spoken_of else 1 if has(line, "WE") else 0)
    return replace(base, kind="what_if", met=met, change=change) if clear else None


def _kind(base: TierQuestion, line: str) -> Kind:
    """What is asked about an amount that is given."""
    if (
        has(line, "SPARE")
        or (has(line, "HOWMANY") and has(line, "LOSE"))
        or ASKS_LOSS.search(bare(line))
    ):
        return "spare"
    far = (
        has(line, "MISS")
        or has(line, "MISSING", "HOWFAR")
        or (has(line, "HOWMANY") and (has(line, "MORE") or base.tiers))
    )
    to_a_tier = base.tiers and has(line, "NEED", "REACH", "ENOUGH")
    to_the_next = has(line, "HOWMANY", "NEXT") and has(line, "NEED", "REACH")
    return "distance" if far or to_a_tier or to_the_next else "level"


def _asks_whether(asked: TierQuestion, line: str) -> bool:
    """Whether it names the one level that an amount may reach, and asks for nothing else."""
    any_ = has(line, "ENOUGH") or (has(line, "REACH") and has(line, "CERTIFIED"))
    one = len(asked.tiers) == 1 or (not asked.tiers and any_)
    sure = _SURELY.search(line)  # which criteria alone do not make it
    more = has(line, *_ASKS_MORE)
    return one and asked.kind in ("level", "distance") and not (sure or more)


_SURELY = re.compile(r"\b(?:guarant|garant|automat|certain|assured|asegurad|assegurad)")


_ASKS_MORE = tuple("WHICH HOWMANY HOWFAR MISSING MISS NEXT MORE PERCENTAGE WHY NEARLY".split())
"""Tokens of a question that is for more than a yes or a no."""


def _without_amount(base: TierQuestion, line: str, standard: Standard) -> TierQuestion | None:
    """The question about the levels themselves, or one that lacks the count to work from."""
    if has(line, "CITIES", "WHEN", "CHANGE", "ROUND"):
        return None
    if len(base.tiers) > 1 and has(line, "HOWFAR") and not has(line, "WE") and strange(line) <= 1:
        return replace(base, kind="thresholds")  # 'the gap between silver and platinum'
    if asks_levels(line, len(base.tiers)):
        return replace(base, kind="thresholds")
    if len(base.tiers) == 1 and ASKS_LOSS.search(bare(line)) and strange(line) <= 1:
        return replace(base, kind="missable")
    if lacks_count(line, base.tiers):
        return replace(base, kind="ask_count")
    asks_percent = has(line, "PERCENTAGE") and not has(line, "CRITERIA")
    if base.named and re.fullmatch(rf"(?:; )?(?:THE )?{ANY_TIER} LEVEL(?: ;)?", line):
        return replace(base, kind="needed")  # 'was there a platinum level in 2017?'
    if len(base.tiers) == 1 and asks_tier(line):
        return replace(base, kind="needed", asks_percent=asks_percent)
    how_many = has(line, "HOWMANY", "MINIMUM", "PERCENTAGE") and has(line, "CRITERIA", "PERCENTAGE")
    enter = has(line, "MINIMUM") and has(line, "REACH") and has(line, "CERTIFIED")
    enter = enter or (how_many and has(line, "NEED", "REACH", "MINIMUM") and has(line, "CERTIFIED"))
    if enter and not base.tiers and not strange(line) and standard.current.tiers:
        lowest = (standard.current.tiers[0].name,)
        return replace(base, kind="needed", tiers=lowest, asks_percent=asks_percent)
    return None
