"""A question on the criteria as it is read: its ids, areas and numbers, and the version it names.

What such a line asks is left to `criteria_grammar`.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.folding import fold
from assistant.tools.criteria_words import WORDS
from assistant.tools.practice_names import names_of
from assistant.tools.revisions import with_dates
from assistant.tools.tier_words import DATED, MONTH_NUMBERS
from assistant.tools.tiers import version_of_year, version_on
from assistant.tools.vocabulary import Reading
from corpus.records import PracticeArea, Standard, StandardVersion


@dataclass(frozen=True, slots=True)
class Line:
    """A question as it is read.

    Attributes:
        text: folded, numbers as digits; ids, areas and the time are taken out.
        area_words: the words by which it calls the areas.
        numbers: the numbers left in it.
    """

    text: str
    reading: Reading
    ids: Sequence[str] = ()
    unknown: Sequence[str] = ()
    areas: Sequence[PracticeArea] = ()
    area_words: Sequence[str] = ()
    numbers: Sequence[int] = ()


def version_of(text: str, standard: Standard) -> tuple[StandardVersion | None, bool, str]:
    """The version of the standard that a text names, and the text without its time.

    None for a time before the first version.
    """
    current = standard.current
    text = with_dates(text, [own.in_force_from for own in standard.versions])
    if dated := DATED.search(text):
        left = DATED.sub(" ", text)
        year, month = int(dated["year"]), dated["month"]
        first = dt.date(year, MONTH_NUMBERS[month] if month else 1, 1)
        if dated["before"]:
            return version_on(first - dt.timedelta(days=1), standard), True, left
        if month:
            return version_on(first, standard), True, left
        return version_of_year(year, standard), True, left
    reading = WORDS.read(text)
    if reading.has("FIRST") and reading.has("PROGRAMME", "CRITERION", "VERSION", "HOWMANY"):
        return standard.versions[0], True, text
    if reading.has("OLD") and len(standard.versions) > 1 and not reading.has("CHANGED"):
        return standard.versions[-2], True, text
    return current, False, text


def read_line(text: str, question: str, standard: Standard) -> Line:
    """The parts of a text, each taken out before the next is looked for."""
    ids, unknown, text = _ids(text, standard)
    areas, area_words, text = _areas(text, question, standard)
    text = _FACED.sub("were there", " ".join(text.split()))
    numbers = tuple(int(n) for n in re.findall(r"(?<![\w.@])\d+(?![\w%.])", text))
    return Line(text, WORDS.read(text), ids, unknown, areas, area_words, numbers)


_FACED = re.compile(
    r"\b(?:did|does|do) (?:an? |the )?(?:city|cities|towns?|one|we) (?:(?:have|need) to )?"
    r"(?:face|go through|be (?:judged|assessed|measured|checked) (?:on|by|against))\b"
)
"""Says that criteria are put to cities, which is no more than that there are some."""

_RANGE = r"(?:(?P<to> ?(?:-|–|to|a|al|ate) ?)(?:{prefix} ?-?)?(?P<last>\d{{1,2}})\b)?"


def _ids(text: str, standard: Standard) -> tuple[Sequence[str], Sequence[str], str]:
    """Ids of criteria that a text names, ids that do not exist, and the text without them."""
    known = {criterion.id for criterion in standard.criteria}
    prefixes = "|".join(fold(area.id) for area in standard.practice_areas)
    found: dict[str, None] = {}
    if prefixes:
        last = _RANGE.format(prefix=rf"(?:{prefixes})")
        pattern = re.compile(rf"\b(?P<area>{prefixes}) ?-?(?P<first>\d{{1,2}})\b{last}")
        for match in pattern.finditer(text):
            found.update(dict.fromkeys(_span(match)))
        text = " ".join(pattern.sub(" @ ", text).split())
        # 'PA4 and 5'
        for match in re.finditer(r"@ (?:and|y|e|or|o|ou|&|,) (\d{1,2})\b", text):
            if found:
                prefix = re.sub(r"\d", "", list(found)[-1])
                found[f"{prefix}{match[1]}"] = None
        text = re.sub(r"@ (?:and|y|e|or|o|ou|&|,) \d{1,2}\b", " @ ", text)
    foreign = re.compile(r"\b(?:criteri\w+|id) (?P<id>[a-z]{2,4}-?\d{1,2})\b")
    bare = re.compile(r"(?<![\w-])(?P<id>[a-z]{2,4}-?\d{1,2})\b")
    only = bare.sub(" @ ", text)
    # A code alone may be anything, so nothing else may be asked than what it is.
    shaped = bare if not WORDS.read(only).unknown and _asks_what(only) else foreign
    for match in shaped.finditer(text):
        own = re.sub(r"[ -]", "", match["id"]).upper()
        if re.sub(r"\d", "", own) not in _earlier_prefixes(standard):
            found[own] = None
            text = text.replace(match["id"], " @ ")
    ids = [own for own in found if own in known]
    return ids, [own for own in found if own not in known], text


def _asks_what(text: str) -> bool:
    """Whether a text asks what something is, says or asks for, and of nothing but the criteria."""
    reading = WORDS.read(text)
    told = {"WHICH", "ABOUT", "CHANGED", "CRITERION", "NEED", "EXISTS", "PROGRAMME"}
    return reading.has("WHICH", "ABOUT", "CHANGED") and reading.meanings <= told


def _span(match: re.Match[str]) -> Iterator[str]:
    """The ids of a match: one, or all from the first to the last of a range."""
    first, last = int(match["first"]), int(match["last"] or match["first"])
    for number in range(first, min(max(first, last), first + 20) + 1):
        yield f"{match['area'].upper()}{number}"


def _earlier_prefixes(standard: Standard) -> set[str]:
    """Initials of the practice areas of earlier versions, which had ids of their own."""
    quotes = (v.areas_evidence.quote for v in standard.versions[:-1] if v.areas_evidence)
    names = (name for quote in quotes for name in re.split(r",|\band\b|\bwere\b", quote))
    return {"".join(word[0] for word in name.split()).upper() for name in names if name.strip()}


def _areas(
    text: str, question: str, standard: Standard
) -> tuple[Sequence[PracticeArea], Sequence[str], str]:
    """Practice areas that a text names, the words it names them by, and the text without."""
    areas = standard.practice_areas
    plain = " ".join(re.findall(r"\w+|[@;]", text))
    found: dict[str, PracticeArea] = {}
    spoken: list[str] = []
    for name, n in names_of(areas):
        if name in plain and re.search(rf"\b{name}\b", plain):
            found[areas[n].id] = areas[n]
            spoken += name.split()
            plain = re.sub(rf"\b{name}\b", " @ ", plain)
    for area in areas:
        own = fold(area.id)
        if own not in plain and area.id not in question:
            continue
        beside = rf"\b{own}(?= (?:criteri|area))|(?<=criteria )(?:for |in |of |on )?{own}\b"
        if re.search(beside, plain) or re.search(rf"\b{area.id}\b", question):
            found[area.id] = area
            plain = re.sub(rf"\b{own}\b", " @ ", plain)
    return list(found.values()), spoken, plain
