"""Whether those who do something in a sentence are those who do it in the evidence."""

import re
from collections.abc import Callable, Iterator

from assistant.generation.reading import Reading, Token
from assistant.generation.stating import Found

_BE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|got|es|son|fue|fueron|ser|sido|era|eran|está|están|é|são|foi"
    r"|foram|era|eram|sendo)\s(?:\w+ly\s|\w+mente\s)?$",
    re.I,
)
_BY = re.compile(r"^\s(?:\w+\s){0,2}?(?:by|por|pelo|pela|pelos|pelas)\b", re.I)


def exchanged(sentence: Reading, evidence: Reading, rarity: Callable[[Token], float]) -> Found:
    """A doing whose doer and object changed places."""
    for verb, other in _shared(sentence, evidence):
        if _is_passive(verb, sentence) != _is_passive(other, evidence):
            continue
        votes = 0.0
        own = [t for t in _arguments(sentence, verb) if rarity(t) > _COMMON]
        theirs = [t for t in _arguments(evidence, other) if rarity(t) > _COMMON]
        before = [t for t in own if t.at < verb.at]
        after = [t for t in own if t.at > verb.at]
        for left in before:
            for right in after:
                votes += _vote(left, right, theirs, other)
        if votes < 0:
            return "agent", f"who does and who is done to are turned round at '{verb.text}'"
        if fault := _other_subject(before, theirs, verb, other):
            return fault
    return None


_COMMON = 0.3


def _shared(sentence: Reading, evidence: Reading) -> Iterator[tuple[Token, Token]]:
    """Words that both have, once each, and that may tell what is done."""
    for verb in sentence.told:
        if verb.role not in ("content", "light"):
            continue
        same = [t for t in evidence.told if t.concepts & verb.concepts and t.role != "name"]
        if len(same) == 1:
            yield verb, same[0]


def _arguments(reading: Reading, verb: Token) -> list[Token]:
    return [
        t
        for t in reading.told
        if t is not verb
        and t.sentence == verb.sentence
        and t.role in ("content", "name")
        and abs(t.clause - verb.clause) <= 1
    ]


def _vote(left: Token, right: Token, theirs: list[Token], other: Token) -> float:
    """1 if two words stand on the same sides in the evidence, -1 if on opposite ones, else 0."""
    first = [t for t in theirs if t.concepts & left.concepts]
    second = [t for t in theirs if t.concepts & right.concepts]
    if len(first) != 1 or len(second) != 1 or first[0] is second[0]:
        return 0.0
    if first[0].at < other.at < second[0].at:
        return 1.0
    return -1.0 if second[0].at < other.at < first[0].at else 0.0


def _other_subject(before: list[Token], theirs: list[Token], verb: Token, other: Token) -> Found:
    """A name that does in the sentence what another name does in the evidence."""
    mine = [t for t in before if t.role == "name" and t.clause == verb.clause]
    same = [t for t in theirs if t.role == "name" and t.at < other.at and t.clause == other.clause]
    if not mine or not same or any(a.concepts & b.concepts for a in mine for b in same):
        return None
    later = [t for t in theirs if t not in same and any(t.concepts & a.concepts for a in mine)]
    if later:
        return "agent", f"'{mine[-1].text}' is not who does it in the evidence"
    return None


def _is_passive(verb: Token, reading: Reading) -> bool:
    lead = reading.text[max(0, verb.start - 24) : verb.start]
    return bool(_BE.search(lead) or _BY.match(reading.text[verb.end :]))
