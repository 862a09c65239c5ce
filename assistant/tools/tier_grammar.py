"""Which questions are for the tier calculator, and what they ask of it.

A question comes as a line of tokens, the same in three languages; which word is which token is
left to `tier_words`, and the answer to `tiers` and `tier_phrasing`. A question with too many words
that the grammar does not know is about something else and left to the documents.
"""

import datetime as dt
import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from assistant.tools.tier_words import (
    A_COUNT,
    CHANGES,
    COUNTS,
    DATED,
    EARLIER,
    MENTION,
    MONTH_NUMBERS,
    OUT_OF,
    TIERS,
    has,
    line_of,
    numerals,
    strange,
)
from assistant.tools.tiers import version_of_year, version_on, version_with
from corpus.records import Standard, StandardVersion

Kind = Literal[
    "level", "distance", "spare", "what_if", "needed", "thresholds", "ask_count", "wrong_total"
]


@dataclass(frozen=True, slots=True)
class TierQuestion:
    """What is asked of the calculator.

    Attributes:
        kind: `level` of a count or percentage; `distance` from it to a level; `spare`: how many
            could be lost; `what_if` a count changed; `needed` for a level; `thresholds` of several
            levels; `ask_count`: nothing to compute from yet; `wrong_total`: counted out of a
            number of criteria that the version does not have.
        version: id of the version of the standard.
        named: whether the question names that version.
        met: criteria met, as given, possible or not.
        percent: of the criteria, as given.
        total: the number of criteria it was counted out of, if any.
        change: criteria gained (above 0) or lost.
        tiers: levels named, in the order of the version; empty for all, or for the next.
        asks_percent: whether a percentage is asked for, not a count.
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


def read_tier_question(question: str, *, standard: Standard) -> TierQuestion | None:
    """What a question asks of the tier calculator; None if it is not for it.

    Args:
        question: in English, Spanish or Portuguese, as people type.
        standard: its versions decide which number of criteria means which.
    """
    framed = read_frame(question, standard=standard)
    if framed is None:
        return None
    base, line = framed
    return _with_amount(base, line, standard) or _without_amount(base, line, standard)


def read_frame(question: str, *, standard: Standard) -> tuple[TierQuestion, str] | None:
    """The version, total and levels that a question or a part of one names, and its line.

    What is asked is not read yet: the kind is `level`. None where it asks for cities, persons or
    reasons, or for more than a number.
    """
    text = numerals(question.lower())
    dated = list(DATED.finditer(text))
    line = line_of(DATED.sub(" ", text))
    if len(dated) > 1 or _is_bounded(line) or _is_about_cities(line):
        return None
    base, line = _frame(line, standard)
    if dated:
        version = _version_on(dated[0], standard)
        if version is None:
            return None
        base = replace(base, version=version.id, named=True)
    tiers = tuple(name for token, name in TIERS.items() if token in line)
    return replace(base, tiers=tiers), line


def _is_bounded(line: str) -> bool:
    """Whether it speaks of more or less than a number, which no single level answers."""
    than = r"(?<!\d )(?<!ONE )(?<!\d CRITERIA )(?:MORE|LESS) OF (?:THE )?\d|BEYOND \d"
    return bool(re.search(than, line))


def _is_about_cities(line: str) -> bool:
    """Whether it asks for cities, persons or reasons, not for a level."""
    cities = r"HOWMANY (?:OF |THE |SILVER |GOLD |PLATINUM |CERTIFIED )*CITIES"
    others = has(line, "CITIES") and not has(line, "CRITERIA", "MEET", "LEVEL")
    did = has(line, "DID") and not (has(line, "WE") or re.search(r"DID (?:SIL|GOL|PLA)", line))
    return bool(re.search(cities, line)) or others or did or has(line, "WHO", "WHY")


def _version_on(dated: re.Match[str], standard: Standard) -> StandardVersion | None:
    year, month = int(dated["year"]), dated["month"]
    first = dt.date(year, MONTH_NUMBERS[month] if month else 1, 1)
    if dated["before"]:
        return version_on(first - dt.timedelta(days=1), standard)
    if month:
        return version_on(
            (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(1), standard
        )
    return version_of_year(year, standard)


def _frame(line: str, standard: Standard) -> tuple[TierQuestion, str]:
    """The version and total that a line names, and the line without them."""
    version, total, named = standard.current, None, False
    if out_of := OUT_OF.search(line):
        total = int(out_of[2])
        line = OUT_OF.sub(r"COUNT \1", line, count=1)
        version = version_with(total, standard) or version
        named = version != standard.current
    elif mention := MENTION.search(line):
        number = int(next(group for group in mention.groups() if group))
        if known := version_with(number, standard):
            version, named = known, True
            line = (
                line[: mention.start()]
                + mention[0].replace(str(number), "")
                + line[mention.end() :]
            )
    if number_of := re.search(r"STANDARD ([1-9])(?:\.0)?(?!\S)", line):
        version, named = standard.versions[min(int(number_of[1]), len(standard.versions)) - 1], True
        line = line.replace(number_of[0], "STANDARD")
    if found := EARLIER.search(line):
        before = standard.versions[-2:][0]
        version, named = (standard.versions[0] if "FIRST" in found[0] else before), True
    line = " ".join(token for token in line.split() if token not in ("THE", "OLD", "CURRENT"))
    # A bare count may end in the version it is meant under: '31 of 45, old standard'.
    line = re.sub(r"^((?:COUNT )?\d[^;]*?)(?: (?:[,;]|UNDER|OF|in))* STANDARD$", r"\1", line)
    return TierQuestion("level", version.id, named, total=total), line


_GROUND = (
    *TIERS,
    "MEET",
    "LEVEL",
    "LEVELS",
    "STAND",
    "ENOUGH",
    "PERCENTAGE",
    "IF",
    "WE",
    "NEXT",
    "MISSING",
    "HOWFAR",
)


def _with_amount(base: TierQuestion, line: str, standard: Standard) -> TierQuestion | None:
    """The question about the count or percentage it gives, or about a change of a count."""
    core = " ".join(token for token in line.split() if token not in ("WE", "CITY"))
    version = next(v for v in standard.versions if v.id == base.version)
    unmet = _unmet(core, line) if base.total in (None, version.criteria) else None
    if unmet is not None and unmet <= version.criteria:
        return replace(base, met=Fraction(version.criteria - unmet))
    change, met, rest = change_in(core)
    met = _count(rest, line) if met is None else met
    if met is None:
        if not change and (percent := _percent(rest, line)) is not None:
            return replace(base, kind=_kind(base, line), percent=percent)
        clear = change and not strange(line) and has(line, "IF", "CRITERIA", *_GROUND)
        return replace(base, kind="ask_count", change=change) if clear else None
    if met >= 1000 and not has(line, "CRITERIA"):
        return None  # people, or money
    if _numbers(core) - {met, met + change, abs(change), base.total, version.criteria}:
        return None  # more numbers than are understood
    if base.total not in (None, version.criteria):
        return replace(base, kind="wrong_total", met=met)
    if change < 0 and met == version.criteria and not has(line, "IF"):
        return replace(base, met=met + change)  # 'we fail 10 of the 43'
    if change:
        spoken_of = has(line, *TIERS, "MEET", "CRITERIA", "LEVEL", "STAND")
        clear = strange(line) <= (2 if spoken_of else 0)
        return replace(base, kind="what_if", met=met, change=change) if clear else None
    return replace(base, kind=_kind(base, line), met=met)


def _unmet(core: str, line: str) -> int | None:
    """How many of all criteria are not met, where a question counts them from that end."""
    if re.search(r"WE MEET EACH (?:OF )?CRITERIA", line.replace("THE ", "")):
        return 0
    pattern = (
        r"(?:ALLBUT|MISSING) (?:COUNT )?(\d+|ONE)(?!\S)(?! [a-z])|(?<!\S)(\d+) CRITERIA MISSING"
    )
    found = re.search(pattern, core)
    ours = has(line, "WE", "MEET", "CITY", "LEVEL") or not strange(line)
    if not found or not ours or has(line, "HOWMANY", *TIERS):
        return None
    number = found[1] or found[2]
    return 1 if number == "ONE" else int(number)


def _numbers(core: str) -> set[Fraction | int | None]:
    """The numbers of a line that do not count something else, such as 8 practice areas."""
    found = re.findall(r"(?<!\S)(-?\d+(?:\.\d+)?)(?!\S)(?! [a-z]| CIT)", core)
    return {Fraction(number) for number in found}


def change_in(core: str) -> tuple[int, Fraction | None, str]:
    """Criteria gained or lost, the count they are gained on, and the line without the change."""
    if moved := re.search(r"(?<!\d )OF (\d+) (?:FOR )?(\d+)(?!\S)(?! [a-z])", core):
        change = int(moved[2]) - int(moved[1])
        return change, Fraction(moved[1]), core[: moved.start()] + core[moved.end() :]
    for sign, pattern in CHANGES:
        if found := pattern.search(core):
            number = 1 if found["n"] == "ONE" else int(found["n"])
            start = found.groupdict().get("m")
            rest = f"{core[: found.start()]} {core[found.end() :]}"
            return sign * number, Fraction(start) if start else None, " ".join(rest.split())
    return 0, None, core


def _percent(core: str, line: str) -> Fraction | None:
    found = set(re.findall(r"(?<!by )(?<!\S)(-?\d+(?:\.\d+)?)%(?! OF [a-z]| [a-z])", core))
    allowed = 8 if has(line, "CRITERIA", "MEET") else 1
    bare = re.fullmatch(r"(?:HAVE )?-?[\d.]+%(?: OF(?: \d+)?)?(?: CRITERIA)?", core)
    grounded = has(line, *_GROUND, "STANDARD") or bare
    fits = len(found) == 1 and grounded and strange(line) <= allowed
    return Fraction(found.pop()) if fits else None


def _count(core: str, line: str) -> Fraction | None:
    """The number of criteria met; the last, if several are named in the same way."""
    sure = has(line, "MEET") and has(line, "WE", "CRITERIA")
    grounded = has(line, *_GROUND) or (has(line, "CITY") and has(line, "CERTIFIED"))
    if grounded and strange(line) <= (8 if sure else 2):
        for pattern in COUNTS:
            if found := pattern.findall(core):
                return Fraction(found[-1])
    alone = re.findall(rf"(?<!NEED )(?<!MISSING )(?!(?<=LEVEL )[1-3](?!\S)){A_COUNT}", core)
    if len(alone) != 1 or strange(line):
        return None
    bare = re.fullmatch(
        r"(?:(?:COUNT|HAVE|MEET|CRITERIA|WHICH|;) )*-?\d{1,3}(?:\.\d+)?(?: CRITERIA)?", core
    )
    return Fraction(alone[0]) if bare or has(line, *TIERS, "LEVEL", "ENOUGH", "STAND") else None


def _kind(base: TierQuestion, line: str) -> Kind:
    """What is asked about an amount that is given."""
    if has(line, "HOWMANY") and has(line, "LOSE"):
        return "spare"
    far = has(line, "MISSING", "HOWFAR") or (
        has(line, "HOWMANY") and (has(line, "MORE") or base.tiers)
    )
    to_a_tier = base.tiers and has(line, "NEED", "REACH", "ENOUGH")
    to_the_next = has(line, "HOWMANY", "NEXT") and has(line, "NEED", "REACH")
    return "distance" if far or to_a_tier or to_the_next else "level"


def _without_amount(base: TierQuestion, line: str, standard: Standard) -> TierQuestion | None:
    """The question about the levels themselves, or one that lacks the count to work from."""
    if has(line, "CITIES", "WHEN", "CHANGE", "ROUND"):
        return None
    if _asks_levels(line, len(base.tiers)):
        return replace(base, kind="thresholds")
    if _lacks_count(line, base.tiers):
        return replace(base, kind="ask_count")
    asks_percent = has(line, "PERCENTAGE") and not has(line, "CRITERIA")
    if len(base.tiers) == 1 and _asks_tier(line):
        return replace(base, kind="needed", asks_percent=asks_percent)
    how_many = has(line, "HOWMANY", "MINIMUM", "PERCENTAGE") and has(line, "CRITERIA")
    enter = how_many and has(line, "NEED", "REACH", "MINIMUM") and has(line, "CERTIFIED")
    if enter and not base.tiers and not strange(line) and standard.current.tiers:
        return replace(base, kind="needed", tiers=(standard.current.tiers[0].name,))
    return None


def _asks_levels(line: str, named: int) -> bool:
    how_many = has(line, "HOWMANY") and has(line, "CRITERIA")
    if named > 1:
        about = how_many or has(
            line, "COMPARE", "THRESHOLD", "PERCENTAGE", "NEED", "REACH", "BEGIN"
        )
        return about and strange(line) <= 1
    every = has(line, "LEVELS") or (has(line, "LEVEL") and has(line, "EACH"))
    if named or strange(line) > 1:
        return False
    bare = has(line, "THRESHOLD") and not strange(line)
    return (
        bare
        or (has(line, "LEVEL") and has(line, "THRESHOLD"))
        or (every and (how_many or has(line, "THRESHOLD", "PERCENTAGE", "MINIMUM")))
    )


def _lacks_count(line: str, tiers: tuple[str, ...]) -> bool:
    if strange(line) or has(line, "CERTIFIED"):
        return False
    if tiers or has(line, "NEXT"):
        more = has(line, "MORE") and has(line, "HOWMANY", "NEED")
        ours = re.fullmatch(r"(?:; )?WE (?:HAVE |REACH )?(?:SILVER|GOLD|PLATINUM)", line)
        return more or bool(ours) or has(line, "MISSING", "HOWFAR")
    at = re.search(r"LEVEL (?:\S+ )?WE(?!\S)|WE (?:\S+ )?LEVEL(?!\S)|STAND .*LEVEL", line)
    return bool(at) and not has(line, "HOWMANY", "CRITERIA")


def _asks_tier(line: str) -> bool:
    """Whether it asks what one level takes, judged by what it asks for and how plainly."""
    if has(line, "LOSE", "ADD"):
        return False
    unknown = strange(line)
    if has(line, "THRESHOLD", "BEGIN") and unknown <= 2:
        return True
    if has(line, "PERCENTAGE") or (has(line, "HOWMANY") and has(line, "CRITERIA")):
        return unknown <= (0 if has(line, "MEET", "HAVE") else 1)
    to_it = re.search(r"(?:FOR|NEED)(?: OF| REACH)* (?:SILVER|GOLD|PLATINUM)", line)
    to_it = to_it or re.search(r"(?:SILVER|GOLD|PLATINUM) NEED(?!\S)", line)
    takes = has(line, "NEED", "REACH") and has(line, "WHICH", "HOWMANY")
    counted = has(line, "HOWMANY", "CRITERIA") and bool(to_it)
    needs = bool(to_it) and has(line, "NEED")
    return not unknown and (takes or counted or needs or has(line, "MINIMUM"))
