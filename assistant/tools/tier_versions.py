"""Which versions of the standard a question speaks of: by year, age, number of criteria, or 'now'.

They are marked in its text and its line as `ERA0`, `ERA1` …, by their place among the versions.
"""

import datetime as dt
import re

from assistant.tools.level_names import ANY_TIER
from assistant.tools.revisions import with_dates
from assistant.tools.tier_words import DATED, MONTH_NUMBERS
from assistant.tools.tiers import version_of_year, version_on, version_with
from corpus.records import Standard, StandardVersion

_RULES = r"(?:STANDARD|CRITERIA|THRESHOLD|LEVELS?|MINIMUM)"
_AGED = re.compile(
    rf"(?<!\S)(OLD|FIRST)(?= (?:(?:UNDER|OF|THE|CURRENT) )*(?:\S+ )?{_RULES}(?!\S)| ONE(?!\S))"
    r"|(?<!\S)(?P<round>FIRST)(?= ROUND(?!\S))"
)
_AGED_LEVEL = re.compile(rf"(?<!\S)(OLD)(?= {ANY_TIER}(?!\S))")
_AGED_AFTER = re.compile(rf"(?<!\S)({_RULES} )(OLD|FIRST)(?!\S)")
_NUMBERED = re.compile(r"(?<=STANDARD )([1-9])(?:\.0)?(?!\S)")
_CRITERIA_NUMBER = re.compile(
    r"(?<!\d )(?<!\d OF )(?<!MEET )((?:THE|OF|UNDER|OLD|CURRENT|FIRST|STANDARD) )"
    r"(\d+)(?= CRITERIA| STANDARD)|(?<!MEET )()(?<!\S)(\d+)(?= CRITERIA (?:STANDARD|OLD))"
    r"|(UNDER (?:THE )?(?:OLD |FIRST |CURRENT )?|(?<!\d )OLD )(\d+)(?= ;|$)"
    r"|((?:OLD|FIRST) )(\d+)(?! [a-z]| CIT)"
)
_OUT_OF_NUMBER = re.compile(r"(?<=HOWMANY )OF (?:THE )?(\d+)(?: CRITERIA)?(?= [A-Z])")
_TODAY = re.compile(r"(?<!\S)(?:NOW|CURRENT(?: STANDARD| ONE)?)(?!\S)")
_ERA = re.compile(r"(?<!\S)ERA(\d)(?!\S)")
_STRIPPED = (
    r"(?<!\S)(?:(?:UNDER|OF|THE|OLD|CURRENT|STANDARD) )*"
    r"ERA(?!{kept}(?!\S))\d(?: STANDARD| ONE| ROUND)?(?!\S)"
)


def mark_years(text: str, standard: Standard) -> str | None:
    """A text of `numerals` with the versions in force for its years; None before the first."""
    text = re.sub(
        r"\bpre[- ]?(?=(?:19|20)\d\d)",
        "before ",
        with_dates(text, [own.in_force_from for own in standard.versions]),
    )
    versions = {found: _version_on(found, standard) for found in DATED.finditer(text)}
    if None in versions.values():
        return None
    return DATED.sub(lambda m: f" {_era(_version_on(m, standard), standard)} ", text)


def mark_eras(line: str, standard: Standard) -> str:
    """A line with the versions that it names in any other way."""
    versions = standard.versions
    earlier = {"OLD": versions[-2:][0], "FIRST": versions[0]}

    def counted(found: re.Match[str]) -> str:
        known = version_with(int(found[2] or found[4] or found[6] or found[8]), standard)
        before = found[1] or found[5] or ""  # what is old is then told by the version
        return f"{before}{_era(known, standard)}" if known else found[0]

    def counted_of(found: re.Match[str]) -> str:
        known = version_with(int(found[1]), standard)
        return f"CRITERIA {_era(known, standard)}" if known else found[0]

    # 'In 2017, what did gold take in those days?': the time told before.
    if re.search(rf"ERA(?!{len(versions) - 1})\d", line):
        line = line.replace("OLD STANDARD", "")
    line = _OUT_OF_NUMBER.sub(counted_of, _CRITERIA_NUMBER.sub(counted, line))
    line = _NUMBERED.sub(lambda m: f"ERA{min(int(m[1]), len(versions)) - 1}", line)
    for aged in (_AGED, _AGED_LEVEL):
        line = aged.sub(lambda m: _era(earlier[m[0]], standard), line)
    line = _AGED_AFTER.sub(lambda m: m[1] + _era(earlier[m[2]], standard), line)
    # 'Now' stands for a version only beside an earlier one, and not beside that one's criteria.
    former = re.search(rf"ERA(?!{len(versions) - 1})\d", line)
    mixed = any(re.search(rf"OF (?:THE )?{v.criteria}(?!\S)", line) for v in versions[:-1])
    now = _era(standard.current, standard) if former and not mixed else ""
    line = _TODAY.sub(lambda m: now or (m[0] if "STANDARD" in m[0] else " "), line)
    return " ".join(line.replace("CURRENT STANDARD", _era(standard.current, standard)).split())


def eras_in(line: str, standard: Standard) -> list[int]:
    """The places of the versions that a marked line names, in its order."""
    found = (int(era) for era in _ERA.findall(line))
    return [era for era in dict.fromkeys(found) if era < len(standard.versions)]


def in_era(line: str, era: int | None) -> str:
    """A marked line without all versions but one, or without any."""
    kept = "x" if era is None else str(era)
    return " ".join(re.sub(_STRIPPED.format(kept=kept), " ", line).split())


def _era(version: StandardVersion | None, standard: Standard) -> str:
    return f"ERA{next(n for n, one in enumerate(standard.versions) if one == version)}"


def _version_on(dated: re.Match[str], standard: Standard) -> StandardVersion | None:
    year, month = int(dated["year"]), dated["month"]
    first = dt.date(year, MONTH_NUMBERS[month] if month else 1, 1)
    if dated["before"]:
        return version_on(first - dt.timedelta(days=1), standard)
    if month:
        last = (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
        return version_on(last, standard)
    return version_of_year(year, standard)
