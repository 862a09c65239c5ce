"""Whether what is planned, possible or claimed in the evidence stays so, and causes are its own."""

from assistant.generation.certainty_words import (
    ABLE,
    ATTRIBUTED,
    CAUSE,
    CLAIMED,
    FIRMLY_PLANNED,
    JOINED,
    MEANS,
    MEANT,
    PLANNED,
    POSSIBLE,
    THROUGH,
    UNPROVEN,
)
from assistant.generation.reading import Reading, Token
from assistant.generation.stating import Found


def uncertain(sentence: Reading, evidence: Reading) -> Found:
    """Something made firmer, or less firm, than the evidence has it."""
    said = _said(sentence)
    if not PLANNED.search(said):
        for meant in MEANT.finditer(evidence.text):
            if _speaks_of(sentence, evidence, meant.start(), meant.end()):
                return "hedge", f"it is only '{meant[0]}' in the evidence"
    planned = FIRMLY_PLANNED.search(said)
    if planned and not PLANNED.search(evidence.text) and "plan" not in evidence.text.lower():
        return "hedge", f"'{planned[0]}' is not in the evidence"
    found = None if ABLE.search(said) else POSSIBLE.search(evidence.text)
    if found and _speaks_of(sentence, evidence, found.start(), found.end()):
        return "hedge", f"it is only '{found[0]}' in the evidence"
    claimed = None if ATTRIBUTED.search(said) else CLAIMED.search(evidence.text)
    if claimed and _speaks_of(sentence, evidence, claimed.start(), claimed.end()):
        return "hedge", "the evidence gives it as a claim"
    return None


def uncaused(sentence: Reading, evidence: Reading) -> Found:
    """A cause that the evidence does not give."""
    said = _said(sentence)
    cause = CAUSE.search(said)
    if not cause:
        return None
    if any(t.negates for t in sentence.tokens) and UNPROVEN.search(evidence.text):
        return None
    if UNPROVEN.search(evidence.text):
        return "cause", "the evidence says that no cause is shown"
    joined = JOINED.search(evidence.text) or (MEANS.search(said) and THROUGH.search(evidence.text))
    return None if joined else ("cause", f"'{cause[0]}' joins what the evidence does not")


def cause(sentence: Reading) -> Reading | None:
    """What a sentence gives as a cause, to the end of the clause; None if it gives none."""
    found = CAUSE.search(sentence.text, sentence.tokens[0].start)
    if not found or found.end() > sentence.tokens[-1].end:
        return None
    first = next((t for t in sentence.tokens if t.start >= found.end()), None)
    if first is None:
        return None
    clause = [t for t in sentence.tokens if t.clause == first.clause and t.start >= first.start]
    return sentence.part(first.start, clause[-1].end)


def _said(sentence: Reading) -> str:
    return sentence.text[sentence.tokens[0].start : sentence.tokens[-1].end]


_LEAST_MET = 2
"""Words after 'is meant to' that the sentence must have too."""


def _speaks_of(sentence: Reading, evidence: Reading, start: int, end: int) -> bool:
    """Whether the sentence says what follows a place in the evidence, within its clause."""
    here = next((t for t in evidence.tokens if t.end > start), None)
    if here is None:
        return False
    after = [
        t
        for t in evidence.told
        if t.start >= end and t.sentence == here.sentence and t.role != "light"
    ][:4]
    told: list[Token] = sentence.told
    met = sum(
        any(t.concepts & own.concepts for own in told)
        or (t.role == "value" and evidence.text[t.start : t.end] in sentence.text)
        for t in after
    )
    return met >= _LEAST_MET
