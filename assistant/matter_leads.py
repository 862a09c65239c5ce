"""When a matter of the programme itself is answered in place of what was found for a question.

A question is near to some matter, whatever it is on; the better what was found answers it, the
further the matter has to lead the next one to be what is meant.
"""

from collections.abc import Sequence, Set

from assistant.asking_words import Kind
from assistant.evidence import DOERS, Evidence, is_told
from assistant.silences import is_silence

LEAD = 0.075
"""By how much a matter must lead where nothing is found."""

LEAD_OVER_DOUBTED, LEAD_OVER_TOLD = 0.12, 0.25
"""The same where something is found, by whether it is doubted."""

DOUBTED, CERTAIN = 0.6, 0.9
"""How sure what is found has to be, by its signs or by what was learned, not to be doubted; and by
both, for no matter to lead over it."""

NEAR_MISS = 0.55
"""Support of what does not answer, although it seems to, for what was learned of it."""


def lead_over(evidence: Evidence) -> float | None:
    """By how much a matter must lead to be answered in place of what was found.

    Returns:
        None if what was found stands, by however much a matter leads.
    """
    if not evidence.candidates:
        return LEAD
    best = evidence.candidates[0]
    if is_told(evidence) and is_silence(best.sentence.text):
        return None  # that the very thing is not known
    if evidence.outcome not in ("enough", "part"):
        # What has all signs of an answer was learned to be a near miss.
        return LEAD if best.support < NEAR_MISS else None
    if max(best.support, best.sure) < DOUBTED:
        return LEAD_OVER_DOUBTED
    return LEAD_OVER_TOLD if min(best.support, best.sure) < CERTAIN else None


def asks_alike(one: Kind | None, other: Kind | None) -> bool:
    """Whether one thing may be what two questions ask for, as far as their kinds tell."""
    if one in _OPEN_KINDS or one == other or (other in _OPEN_KINDS and one not in _TOLD_ALONE):
        return True
    return any(one in alike and other in alike for alike in _ALIKE)


_OPEN_KINDS: Set[Kind | None] = {None, "thing", "definition", "quality"}
_TOLD_ALONE: Set[Kind] = {"date", "clock", "duration", "age", "money"}
"""Kinds that are told by what tells nothing but them."""
_ALIKE: Sequence[Set[Kind]] = (DOERS | {"contact"}, {"date", "duration", "age"})
