"""What a question asks of the tier calculator when nearness tells that it is for it.

The grammar is asked again without the words that it does not know; what it still does not take is
filled in from the numbers and levels, where they leave no choice.
"""

import re
from dataclasses import replace
from fractions import Fraction

from assistant.tools.level_names import TIERS
from assistant.tools.practice_names import names_of
from assistant.tools.tier_grammar import (
    BOUNDED,
    Kind,
    TierQuestion,
    frame_of,
    read_line,
)
from assistant.tools.tier_lines import token_line
from assistant.tools.tier_versions import eras_in
from assistant.tools.tier_words import has
from corpus.records import Standard

_OF_AN_AMOUNT: tuple[Kind, ...] = ("level", "distance", "spare")
_OF_A_LEVEL: tuple[Kind, ...] = ("needed", "missable")
_AMOUNT = re.compile(r"(?<!\S)(-?\d+(?:\.\d+)?)(%?)(?!\S)")
_OF_OTHERS = re.compile(r"(?<!\S)\d+ OF (?:THE |EACH |WE )*\d+ (?!\S*%)[a-z]")
"""A count out of what an unknown word names, which is no criteria: '7 of the 8 areas'."""

_OTHERS = re.compile(
    r"(?<!\S)\d+ (?:staff|people|employees|persons|residents|projects|datasets|dashboards"
    r"|departments|contracts|partners|years|months|weeks|days|dollars|million|empleados|personas"
    r"|proyectos|anos"
    r"|meses|dias|millones|funcionarios|pessoas|projetos|milhoes)(?!\S)"
)
"""A count of what is no criterion."""

_NEGATIVE = ("MISS", "MISSING", "NOT", "LOSE", "ALLBUT", "MINUS", "LESS")
_READ_AS: dict[str, tuple[Kind, ...]] = {
    "level": ("level", "wrong_total"),
    "unmet": ("level",),
    "distance": ("distance", "level", "wrong_total", "ask_count"),
    "spare": ("spare", "wrong_total"),
    "what_if": ("what_if", "ask_count"),
    "needed": ("needed", "thresholds"),
    "missable": ("missable",),
    "thresholds": ("thresholds", "needed"),
}
"""What the grammar may make of a question of each intent."""


def read_near_question(question: str, *, standard: Standard, intent: str) -> TierQuestion | None:
    """What a question of an intent asks; None if it lacks what the intent takes.

    Args:
        question: in English, Spanish or Portuguese, as people type.
        intent: such as `level`.
    """
    line = token_line(question, standard)
    if line is None or BOUNDED.search(line):
        return None
    if _OF_OTHERS.search(line) or _OTHERS.search(line) or _of_an_area(line, standard):
        return None
    known = " ".join(token for token in line.split() if not token.islower())
    filled = _filled(known, standard, intent)
    if intent == "unmet" or (filled and intent == "level"):
        return filled
    found = read_line(known, standard)
    if found and all(one.kind in _READ_AS[intent] for one in found):
        return replace(found[0], also=tuple(found[1:]))
    return filled


def _of_an_area(line: str, standard: Standard) -> bool:
    """Whether a number counts the criteria of a practice area: 'with 0 open data criteria'."""
    named = {word for name, _ in names_of(standard.practice_areas) for word in name.split()}
    return any(found[1] in named for found in _OF_WHICH.finditer(line))


_OF_WHICH = re.compile(r"(?<!\S)\d+ (?:CRITERIA )?(?:(?:OF|THE|FOR|EACH) )*([a-z]\S*)")


def _filled(line: str, standard: Standard, intent: str) -> TierQuestion | None:
    """The question that an intent's slots make, if there is one value for each."""
    if len(eras_in(line, standard)) > 1 or has(line, "CHANGE", "WHEN"):
        return None
    base, line = frame_of(line, standard)
    version = next(own for own in standard.versions if own.id == base.version)
    amounts = list(dict.fromkeys(m.groups() for m in _AMOUNT.finditer(line)))
    counts = [Fraction(number) for number, sign in amounts if not sign]
    counts = [n for n in counts if n != version.criteria] or counts
    shares = [Fraction(number) for number, sign in amounts if sign]
    for kind in _OF_A_LEVEL:
        if intent == kind and len(base.tiers) == 1 and not amounts:
            return replace(base, kind=kind)
    if intent == "thresholds" and not amounts:
        return replace(base, kind="thresholds")
    if len(counts) + len(shares) != 1:
        return None
    totals = {own.criteria for own in standard.versions}
    others = totals - {version.criteria}
    if (
        counts
        and others.issuperset(counts)
        and not (base.total or has(line, "MEET", "WE", "IF", "LEVEL"))
    ):
        return None  # 'one page says 45 criteria'
    if counts == [version.criteria] and not has(line, "MEET", "WE", "IF", "EACH", "HAVE", *TIERS):
        return None  # '43 criteria sounds like a lot': all that there are
    told = has(line, *_NEGATIVE)  # an unknown word may be as good as it is bad
    if intent == "unmet" and told and counts and base.total in (None, version.criteria):
        left = version.criteria - counts[0]
        return replace(base, met=left) if left >= 0 else None
    for kind in _OF_AN_AMOUNT:
        if intent == kind and not has(line, *_NEGATIVE):
            met, percent = counts[0] if counts else None, shares[0] if shares else None
            return replace(base, kind=kind, met=met, percent=percent)
    return None
