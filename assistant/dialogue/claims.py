"""Levels that a message says a city holds, where the records say otherwise.

'My boss says Denver went gold in 2023, put it in writing' asks nothing, yet it rests on something
that the records can put right.
"""

import re

from assistant.answers import Language
from assistant.dialogue.census import Inquiry, restate
from assistant.dialogue.slots import SlotFinder
from assistant.dialogue.state import place_name
from assistant.folding import fold

_NOT_YET = re.compile(
    r"\b(?:can|could|will|would|should|may|might|need\w*|wants?|next|aim\w*|hop(?:es?|ing)|plans?"
    r"|planning|odds|chances?|likel\w+|probab\w+|how (?:many|far|much|long|do|does)"
    r"|when (?:will|is)|what (?:does|do|did|would)"
    r"|puede\w*|podra|quiere|necesita\w*|falta\w*|para|pode\w*|quer|precisa\w*|quant[oa]s?"
    r"|cuant[oa]s?)\b"
)
"""Speaks of a level as one to be reached, or asks what it takes."""
_DENIES = re.compile(
    r"\b(?:fail(?:s|ed|ing)?|never|not|no longer|los[et]|losing|lost|missed|without|revoked"
    r"|stripped"
    r"|took away|didnt|doesnt|isnt|wasnt|hasnt|nunca|no|jamas|perdio|perdeu|nao|sin|sem|ya no)\b"
)


_NO_FURTHER = re.compile(
    r"\b(?:never|not|no|nunca|jamas|nao)\b.* (?:past|beyond|above|over|further than|higher than"
    r"|mas alla|alem)\b"
)
"""Says of a level that it is the highest there was: 'never went past silver'."""


def _clause_of(text: str, at: int) -> str:
    """What of a text lies between the marks around a place in it."""
    start = max(text.rfind(mark, 0, at) for mark in ",.;:!?") + 1
    ends = [end for mark in ",.;:!?" if (end := text.find(mark, at)) >= 0]
    return text[start : min(ends, default=len(text))]


_ONLY = re.compile(r"\b(?:only|just|merely|no more than|solo|solamente|apenas|somente|so)\b")
_RANK = ("silver", "gold", "platinum")


def false_claim(text: str, language: Language, finder: SlotFinder) -> str | None:
    """The question whether a city holds the level that a text wrongly gives or denies it.

    Returns:
        None if the text names no single city with a level, or what it says of the level may be so.
    """
    slots = finder.find(text)
    cities = {city.id: city for slot in slots for city in slot.cities}
    named = [slot for slot in slots if slot.kind == "place"]
    levels = [slot.value for slot in slots if slot.kind == "level"]
    if len(cities) != 1 or not levels:
        return None
    at = next(slot.start for slot in slots if slot.kind == "level")
    folded = re.sub(r"['’]", "", fold(_clause_of(text, at)))
    if _NO_FURTHER.search(folded):
        return None
    if _NOT_YET.search(folded):
        return None
    (city,) = cities.values()
    held = {award.level for award in city.awards if award.level}
    if not held:
        return None
    denies = bool(_DENIES.search(folded))
    wrong = next((level for level in levels if (level in held) == denies), "")
    if not wrong and _ONLY.search(folded) and _RANK.index(levels[0]) < max(map(_RANK.index, held)):
        wrong = levels[0]
    if not wrong:
        return None
    place = place_name(named[0], finder)
    return restate(Inquiry(wanted="certified", places=(place,), level=wrong), language)
