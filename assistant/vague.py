"""Questions that no sentence can answer for sure, told by their words alone."""

import re

from assistant.ordinary_words import is_ordinary
from assistant.questions import ReadQuestion, is_light
from index.lexicon import words

_FEW = 2
"""Words of a question that is little more than its subject."""

_WHETHER = re.compile(
    r"\W*(?:(?:and|so|but) )?(?:is|are|was|were|do|does|did|has|have|can|could|will|would)\b", re.I
)
"""Begins a question that wants a yes or a no."""


def is_bare_word(question: ReadQuestion) -> bool:
    """Whether a question is one common word and nothing else that tells."""
    return len(question.terms) == 1 and len(words(question.text)) <= _FEW and not question.places


def tells_nothing(question: ReadQuestion) -> bool:
    """Whether all that a question is about is words that go with anything."""
    said = question.terms
    return bool(said) and not question.places and all(is_light(t, question.language) for t in said)


def asks_for_the_unheard_of(question: ReadQuestion) -> bool:
    """Whether it is asked if, or where, a thing is so that is said in words no document has."""
    own = [t for t in question.terms if not (t.is_name or t.is_beside)]
    strange = [t for t in own if not (t.known or t.also)]
    if question.beside:
        return False
    if question.asking.gathers and not question.places:
        return len(strange) > max(1, len(own) / 2)
    return bool(_WHETHER.match(question.asked)) and len(strange) >= max(1, len(own) / 2)


def holds_no_word(question: ReadQuestion) -> bool:
    """Whether half of what is asked about, or more, is said in what is no word."""
    own = [
        t
        for t in question.terms
        if not (t.is_name or t.is_beside or is_light(t, question.language))
    ]
    strange = [t for t in own if not (t.known or t.also or is_ordinary(t.word))]
    return question.language == "en" and len(strange) >= max(1, len(own) / 2)
