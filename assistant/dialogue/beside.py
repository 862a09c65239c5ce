"""A place set beside the one spoken of: 'same level as Dallas?', 'is that better than Cali?'."""

import re
from collections.abc import Mapping
from typing import Literal

from assistant.answers import Language
from assistant.dialogue import topics
from assistant.dialogue.slots import Slot, SlotFinder
from assistant.dialogue.state import State, place_name
from assistant.dialogue.substitution import IN, listing, put
from assistant.dialogue.turns import Said
from assistant.dialogue.wording import CITY_NOUNS, OWN, PRONOUNS, SMALL

Relation = Literal["above", "below", "same"]

_RELATIONS: Mapping[str, Relation] = {
    **dict.fromkeys("higher better mejor melhor alto alta superior above ahead".split(), "above"),
    **dict.fromkeys(
        "lower worse peor pior bajo baja baixo baixa inferior below behind".split(), "below"
    ),
    **dict.fromkeys("same equal mismo misma mesmo mesma igual".split(), "same"),
}
_LEVEL = frozenset("level tier rank rating medal status nivel categoria medalla medalha".split())
_AROUND = frozenset("hold holds held city have has stand stands ranked than mas mais".split())
_OTHER_STANDS = re.compile(r"\b(?:as|than|to|que|como|quanto|a|ao|with|con|com|of|de|do|da) @")
"""The place is what the other is measured by, and not the one that is measured."""


def level_beside(said: Said, state: State, finder: SlotFinder) -> str | None:
    """'Same level as Dallas?', 'does Mesa have a better level?' after a question on a city."""
    named = [slot for slot in said.slots if slot.kind == "place"]
    if len(named) != 1 or len(said.slots) != 1 or len(state.places) != 1:
        return None
    plain = {word.plain for word in said.words if not _is_in(word.start, named[0])}
    relations = {_RELATIONS[word] for word in plain & _RELATIONS.keys()}
    on_level = plain & _LEVEL or state.inquiry
    known = _LEVEL | _AROUND | SMALL | PRONOUNS | OWN | CITY_NOUNS | _RELATIONS.keys()
    if len(relations) != 1 or not on_level or plain - known or plain & _WHO:
        return None
    own, other = place_name(named[0], finder), state.places[0]
    if own == other:
        return None
    if _OTHER_STANDS.search(_with_mark(said, named[0])):
        own, other = other, own
    return _TEXTS[said.language][relations.pop()].format(own=own, other=other)


_WHO = frozenset("who which what quien cual quem qual cuales quais where".split())
_TEXTS: Mapping[Language, Mapping[Relation, str]] = {
    "en": {
        "above": "Does {own} have a higher level than {other}?",
        "below": "Does {own} have a lower level than {other}?",
        "same": "Does {own} have the same level as {other}?",
    },
    "es": {
        "above": "¿Tiene {own} un nivel más alto que {other}?",
        "below": "¿Tiene {own} un nivel más bajo que {other}?",
        "same": "¿Tiene {own} el mismo nivel que {other}?",
    },
    "pt": {
        "above": "{own} tem um nível mais alto que {other}?",
        "below": "{own} tem um nível mais baixo que {other}?",
        "same": "{own} tem o mesmo nível que {other}?",
    },
}
_COMPARED = re.compile(
    r"\W*(?:is|was|are|were) (?:that|it|this|they|those) (?:much |any |a lot |really )?"
    r"(?:better|worse|more|less|fewer|higher|lower|faster|slower|bigger|smaller|larger)"
    r" than (?:(?:in|at|that of|those of|what) )?@(?: (?:did|does|has|had|got))?\W*"
    r"|\W*(?:(?:es|era|fue|son) (?:eso |esto )?)?(?:mejor|peor|mas|menos|mayor|menor)(?: \w+)? que"
    r" (?:(?:en|el de|la de) )?@\W*"
    r"|\W*(?:(?:e|era|foi|sao) (?:isso |isto )?)?(?:melhor|pior|mais|menos|maior|menor)(?: \w+)?"
    r" (?:do )?que (?:(?:em|n[oa]|[oa] d[eoa]) )?@\W*"
)


def compared(said: Said, state: State, finder: SlotFinder) -> str | None:
    """'Is that better than Cali?': what was asked of a place, asked of both."""
    named = [slot for slot in said.slots if slot.kind == "place"]
    if len(named) != 1 or len(said.slots) != 1 or len(state.places) != 1:
        return None
    if state.inquiry or state.reckoning or said.language != state.language:
        return None
    other = place_name(named[0], finder)
    if other == state.places[0] or not _COMPARED.fullmatch(_with_mark(said, named[0])):
        return None
    if not topics.content(state.question):
        return None
    both = listing((state.places[0], other), said.language)
    placed = [slot for slot in state.slots if slot.kind == "place"]
    if placed:
        return put(state.question, placed[0], both)
    return f"{state.question.rstrip(' ?!.')} {IN[said.language]} {both}?"


def _is_in(start: int, slot: Slot) -> bool:
    return slot.start <= start < slot.end


def _with_mark(said: Said, slot: Slot) -> str:
    """A turn, folded, with a mark for the place it names."""
    return f"{said.folded[: slot.start]}@{said.folded[slot.end :]}"
