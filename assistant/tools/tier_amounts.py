"""The numbers of a line of tokens: how many criteria are met, which share, and what changes.

A line is what `tier_words.line_of` makes of a question. What is asked about an amount is left to
`tier_grammar`.
"""

import re
from collections.abc import Sequence
from fractions import Fraction

from assistant.tools.level_names import ANY_TIER, TIERS
from assistant.tools.tier_words import has, strange

_A_COUNT = (
    r"(?<!\S)(-?\d+(?:\.\d+)?)(?!\S)"
    r"(?! [a-z]| CIT| LEVEL (?:OF|FOR)| MISSING (?:OF|FOR)| \d| OF [\da-z])"
)
"""A number that does not count something else, such as 33 people."""

_N = r"(?<!\S)(?P<n>\d+|ONE)(?!\S)"
_M = r"(?<!\S)(?P<m>\d+)(?!\S)(?! [a-z])"
_CHANGES = tuple(
    (sign, re.compile(pattern.format(n=_N, m=_M, c="(?:CRITERIA )?")))
    for sign, pattern in (
        (-1, "(?:LOSE|MISS|MINUS) (?:OF )?{n} {c}OF {c}{m}"),
        (-1, "{n} {c}OF {m} {c}(?:REACH |HAVE )*(?:LOSE|MISS)"),
        (-1, "{n} {c}(?:REACH |HAVE )*LOSE OF {c}{m}"),
        (+1, "ADD (?:MORE )?{n} {c}(?:MORE )?(?:FOR |OF )?{m}"),
        (+1, "{n} {c}MORE {c}(?:ADD |OF |FOR )+{m}"),
        (-1, "{n} {c}LESS {c}(?:OF|FOR) {m}"),
        (+1, "{m} {c}(?:ADD|MORE) {n}"),
        (-1, "{m} {c}(?:; )?(?:MINUS|LESS|LOSE) {n}"),
        (-1, "LOSE (?:OF |MORE |CRITERIA )*{n}"),
        (-1, "{n} {c}(?:REACH |HAVE )*LOSE"),
        (+1, "ADD (?:MORE )?{n}"),
        (+1, "{n} {c}(?:MORE|ADD)"),
        (+1, "{n} {c}NEARLY MEET"),
        (+1, "(?:MORE|NEXT) (?:OF )?{n}"),
        (-1, "{n} {c}LESS"),
    )
)
"""Ways to say that `n` criteria are lost (-1) or gained (+1), on a count `m` if it is named."""

_ANOTHER_CITY = re.compile(r"ONE (?:MEET|HAVE|REACH) .*NEXT")
ASKS_LOSS = re.compile(
    r"HOWMANY (?:(?:OF|OF \d+|CRITERIA|REACH|CITY|ONE) )*(?:LOSE|MISS)(?! (?:OF )?\d)(?!\S)"
)
"""How many criteria may be lost, or need not be met."""

_MOVED = re.compile(r"(?<!\d )OF (\d+) (?:CRITERIA )?FOR (\d+)(?!\S)(?! [a-z])")
"""From one count to another."""

_SURE_COUNTS = tuple(
    re.compile(pattern.format(count=_A_COUNT))
    for pattern in (
        "COUNT {count}",
        "MEET (?:EACH |OF |HAVE )*{count}",
        "(?<!WHICH ){count} (?:CRITERIA )?MEET",
        "(?<!NEED )(?<!MISSING )(?<!WHICH )(?<!ONE OF )(?<!\\d OF ){count} (?:OF )?CRITERIA",
    )
)
_LIKELY_COUNTS = (re.compile(rf"(?:HAVE|REACH|LOSE OF) {_A_COUNT}"),)
"""Ways to say how many criteria are met."""

GROUND = (
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
    "BAND",
)
"""Tokens one of which a question has if its numbers are of criteria."""

_PLAIN = "COUNT|HAVE|MEET|CRITERIA|WHICH|REACH|FOR|OF|EACH|THE|COMPARE|;"
_BY_ITSELF = re.compile(rf"(?:(?:{_PLAIN}) )*-?\d{{1,3}}(?:\.\d+)?(?: (?:{_PLAIN}))*")
_WHICH_CRITERIA = re.compile(r"WHICH (?:COUNT )?\d+ CRITERIA (?:HAVE|MEET)")

_UNMET = re.compile(
    r"(?:ALLBUT|MISSING|MISS) (?:COUNT |OF )?(\d+|ONE)(?!\S)"
    r"(?! [a-z]| (?:CRITERIA )?(?:OF|FOR) TIER)"
    r"|(?<!MEET )(?<!\S)(\d+|ONE) (?:CRITERIA )?(?:MEET )?MISSING(?! [a-z]| (?:OF |FOR )?TIER)"
    r"|(?<!MEET )(?<!HAVE )(?<!\S)(\d+|ONE) (?:CRITERIA )?(?:MEET )?MISS(?! (?:[a-z]|TIER))"
)
_UNMET_FIRST = re.compile(
    r"(?:; )?(?:HAVE )?(?:(?:\d+|ONE) (?:CRITERIA )?(?:MEET )?(?:MISS|MISSING)"
    r"|(?:MISS|MISSING) (?:\d+|ONE)(?: CRITERIA)?)(?= ;)"
)
"""Tells first how many are not met: '7 missed: still gold?'."""

_EACH_MET = re.compile(r"(?<!FOR )(?<!NEED )MEET EACH (?:OF )?(?:THE )?CRITERIA|EACH CRITERIA MEET")
_SHORT_OF = re.compile(
    r"(?:(?P<n>\d+|ONE) (?:CRITERIA )?MISSING|MISSING (?P<m>\d+|ONE)(?: CRITERIA)?)"
    rf" (?:OF |FOR |REACH )*(?P<tier>{ANY_TIER})"
    rf"|MISS (?:FOR )?(?P<missed>{ANY_TIER}) (?:OF |HAVE |FOR )*(?P<by>\d+|ONE)(?! [a-z])"
    r"|NEED (?P<more>\d+|ONE) (?:CRITERIA )?MORE (?:CRITERIA )?(?:OF |FOR |REACH )*"
    rf"(?P<wanted>{ANY_TIER})"
)
_HOW_MANY_HAD = re.compile(r"HOWMANY (?:CRITERIA )?(?:DID )?(?:HAVE|MEET)|; (?:OF )?HOWMANY$")


def bare(line: str) -> str:
    """The line without who meets the criteria."""
    return " ".join(token for token in line.split() if token not in ("WE", "CITY"))


def numbers_in(core: str) -> set[Fraction | int | None]:
    """The numbers of a line that do not count something else, such as 8 practice areas."""
    found = re.findall(r"(?<!\S)(-?\d+(?:\.\d+)?)(?!\S)(?! [a-z]| CIT)", core)
    return {Fraction(number) for number in found}


def change_in(core: str) -> tuple[int, Fraction | None, str]:
    """Criteria gained or lost, the count they are gained on, and the line without the change."""
    if moved := _MOVED.search(core):
        change = int(moved[2]) - int(moved[1])
        return change, Fraction(moved[1]), core[: moved.start()] + core[moved.end() :]
    if _ANOTHER_CITY.search(core) or ASKS_LOSS.search(core):
        return 0, None, core
    for sign, pattern in _CHANGES:
        if found := pattern.search(core):
            start = found.groupdict().get("m")
            rest = f"{core[: found.start()]} ; {core[found.end() :]}"
            change = sign * _whole(found["n"])
            return change, Fraction(start) if start else None, " ".join(rest.split())
    return 0, None, core


def unmet_in(core: str, line: str) -> int | None:
    """How many of all criteria are not met, where a line counts them from that end."""
    if strange(line) <= 1 and _EACH_MET.search(core) and not has(line, "ALLBUT"):
        return 0
    of_some_city = has(line, "CITY") and not has(line, "WE")
    if of_some_city and has(line, *TIERS) and len(numbers_in(core)) == 1:
        # 'If a city drops six': it has no count to lose them from.
        core = core.replace("LOSE", "MISS")
    found = _UNMET.search(core)
    ours = has(line, "WE", "MEET", "CITY", "LEVEL", "CRITERIA", "COUNT") or not strange(line)
    several = len(numbers_in(core)) > 1 or has(line, "MORE", "NEXT")
    supposed = has(line, "IF") and several and not has(line, "MISSING", "ALLBUT")
    if not found or not ours or supposed or strange(line) > 2 or has(line, "HOWMANY"):
        return None
    told_first = _UNMET_FIRST.match(line)  # '7 missed: still gold?'
    if has(line, *TIERS) and not (told_first or has(line, "WE", "CITY", "ALLBUT")):
        return None
    return _whole(found[1] or found[2] or found[3])


def tells_unmet(core: str) -> bool:
    """Whether a line counts what is not met, however much else it tells."""
    return bool(_UNMET.search(core))


def short_of(core: str, line: str) -> tuple[int, str] | None:
    """How many criteria are missing to which level, by its token, where a line says so."""
    asks_more = has(line, "HOWMANY") and not _HOW_MANY_HAD.search(core)
    found = None if asks_more or has(line, "IF") or strange(line) > 1 else _SHORT_OF.search(core)
    if not found:
        return None
    missing = found["n"] or found["m"] or found["by"] or found["more"]
    return _whole(missing), found["tier"] or found["missed"] or found["wanted"]


def _whole(number: str) -> int:
    return 1 if number == "ONE" else int(number)


_UNMET_SHARE = re.compile(r"(?:MISS|LOSE|MISSING|ALLBUT) (?:OF |COUNT |MORE )*\d+(?:\.\d+)?%")


def percent_in(core: str, line: str, *, dated: bool) -> Fraction | None:
    """The one share of the criteria that a line gives; `dated` if it named a version."""
    found = set(re.findall(r"(?<!by )(?<!\S)(-?\d+(?:\.\d+)?)%(?! OF [a-z]| [a-z])", core))
    allowed = 8 if has(line, "CRITERIA", "MEET") else 1
    alone = re.fullmatch(r"(?:HAVE )?-?[\d.]+%(?: OF(?: \d+)?)?(?: CRITERIA)?", core)
    grounded = dated or alone or has(line, *GROUND, "STANDARD", "ROUND")
    grounded = grounded or (has(line, "HOWMANY") and has(line, "CRITERIA"))
    reaches = has(line, "REACH") and has(line, "CERTIFIED") and not has(line, "CITIES")
    grounded = grounded or (reaches and not strange(line))  # 'does 40 % get you certified?'
    fits = len(found) == 1 and grounded and strange(line) <= allowed
    if not fits:
        return None
    share = Fraction(found.pop())
    return 100 - share if _UNMET_SHARE.search(core) else share


def count_in(core: str, line: str) -> Fraction | None:
    """The number of criteria met; the last, if several are named in the same way."""
    sure = has(line, "MEET") and has(line, "WE", "CRITERIA")
    grounded = has(line, *GROUND) or (has(line, "CERTIFIED") and has(line, "CITY", "CRITERIA"))
    if grounded and strange(line) <= (8 if sure else 3):
        for pattern in _SURE_COUNTS:
            if found := pattern.findall(core):
                return Fraction(found[-1])
    if grounded and strange(line) <= 2 and (found := _LIKELY_COUNTS[0].findall(core)):
        return Fraction(found[-1])
    alone = re.findall(rf"(?<!NEED )(?<!MISSING )(?!(?<=LEVEL )[1-3](?!\S)){_A_COUNT}", core)
    if len(set(alone)) != 1 or strange(line):
        return None
    by_itself = _BY_ITSELF.fullmatch(core) and not _WHICH_CRITERIA.search(core)
    spoken_of = has(line, *TIERS, "LEVEL", "LEVELS", "ENOUGH", "STAND", "PERCENTAGE")
    return Fraction(alone[0]) if by_itself or spoken_of else None


_FREE = re.compile(
    r"(?<!\S)(?P<amount>(?P<given>-?\d+(?:\.\d+)?)(?P<sign>%?)(?: (?:CRITERIA )?OF (?:THE |EACH )*"
    r"(?P<of>\d+)(?! [a-z]))?)(?!\S)(?! [a-z]| CIT| ROUND| STANDARD)"
)
_SUPPOSED = re.compile(
    r"(?<!\S)\d+(?!\S).* IF (?!WE )(?!HAVE )[^;]*?[a-z]\S* [^;]*?(?<!\S)\d+(?!\S)"
)
"""An amount, and another that an unknown word may make of it: '30, if they kill 4'."""

_MOST_AMOUNTS = 4
_STRANGE_AMONG_SEVERAL = 4


def amounts_apart(line: str, totals: Sequence[int]) -> list[str]:
    """The line once for each count, or each share, that it gives; each stands where the first did.

    Args:
        totals: how many criteria there are in all, by version; where other counts are given, such
            a number is not one of them.

    Returns:
        The line alone where it gives no more than one, or one that changes.
    """
    core = bare(line)
    if (
        _SUPPOSED.search(core)
        or change_in(core)[0]
        or _UNMET.search(core)
        or strange(line) > _STRANGE_AMONG_SEVERAL
    ):
        return [line]
    found = [m for m in _FREE.finditer(line) if m["of"] or m["given"] not in map(str, totals)]
    several = [m for m in found if not m["sign"]] or found
    if any(re.match(r" (?:CRITERIA )?(?:MISSING|MISS)(?!\S)", line[m.end() :]) for m in several):
        return [line]
    if len({bool(m["of"]) for m in several}) > 1:
        return [line]
    amounts = list(dict.fromkeys(m["amount"] for m in several))
    if len(amounts) == 2 and all(map(str.isdigit, amounts)) and sum(map(int, amounts)) in totals:
        amounts = [_met_of_two(amounts[0], amounts[1], line)]  # '30 yes and 13 no'
        return [_with_only(amounts[0], found, several[0], line)]
    if not 1 < len(amounts) <= _MOST_AMOUNTS:
        return [line]
    return [_with_only(amount, found, several[0], line) for amount in amounts]


def _met_of_two(first: str, second: str, line: str) -> str:
    """Of two counts that are all criteria together, that of the criteria met."""
    unmet = rf"(?:MISS|NOT|MISSING) {first}(?!\S)|(?<!\S){first} (?:CRITERIA )?(?:MISS|NOT|no|red)"
    return second if re.search(unmet, line) else first


def _with_only(amount: str, found: Sequence[re.Match[str]], place: re.Match[str], line: str) -> str:
    for other in reversed(found):
        kept = amount if other is place else ";"
        before = line[: other.start()]
        if other is not place:
            before = re.sub(r"(?:(?<!\S)(?:FOR|HAVE|NEXT|OF|THE) )+$", "", before)
        line = f"{before}{kept}{line[other.end() :]}"
    return re.sub(r"(?:; )+", "; ", line).strip(" ;")
