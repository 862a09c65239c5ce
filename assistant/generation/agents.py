"""Whether those who do something in a sentence are those who do it in the evidence."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from assistant.answers import Language
from assistant.generation.agents_words import DOINGS
from assistant.generation.reading import Reading, Token
from assistant.generation.stating import Found

_BE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|got|es|son|fue|fueron|ser|sido|era|eran|está|están|é|são|foi"
    r"|foram|era|eram|sendo)\s(?:\w+ly\s|\w+mente\s)?$",
    re.I,
)
_PARTICIPLE = re.compile(r"(?:ed|en|wn|ld|nt|ad[ao]s?|id[ao]s?)$")
_BY = re.compile(r"^\s(?:\w+\s){0,2}?(?:by|por|pelo|pela|pelos|pelas)\b", re.I)


def exchanged(sentence: Reading, evidence: Reading, rarity: Callable[[Token], float]) -> Found:
    """A doing whose doer and object changed places."""
    for verb, other in _shared(sentence, evidence):
        if fault := _other_doer(verb, other, sentence, evidence):
            return fault
        if _is_passive(verb, sentence) != _is_passive(other, evidence):
            if fault := _patient_as_doer(verb, other, sentence, evidence):
                return fault
            continue
        votes = 0.0
        own = [t for t in _arguments(sentence, verb) if t.role == "light" or rarity(t) > _COMMON]
        theirs = [
            t for t in _arguments(evidence, other) if t.role == "light" or rarity(t) > _COMMON
        ]
        before = [t for t in own if t.at < verb.at and t.clause == verb.clause]
        after = [t for t in own if t.at > verb.at and t.clause == verb.clause]
        if sentence.language != evidence.language:  # adjectives go to the other side of nouns
            before, after = ([t for t in side if t.role == "name"] for side in (before, after))
        for left in before:
            for right in after:
                votes += _vote(left, right, theirs, other)
        if votes < 0:
            return "agent", f"who does and who is done to are turned round at '{verb.text}'"
        if fault := _other_subject(before, theirs, verb, other):
            return fault
        if sentence.language == evidence.language and (
            fault := _object_as_subject(own, theirs, verb, other)
        ):
            return fault
    return None


_COMMON = 0.3
_DOERS = frozenset("city cities people residents".split())
"""Words that claim little, but may do something."""


def _shared(sentence: Reading, evidence: Reading) -> Iterator[tuple[Token, Token]]:
    """Words that both have, once each, and that may tell what is done."""
    for verb in sentence.told:
        if verb.role not in ("content", "light") or not _may_do(verb, sentence):
            continue
        same = [t for t in evidence.told if t.concepts & verb.concepts and t.role != "name"]
        if len(same) == 1 and _may_do(same[0], evidence):
            yield verb, same[0]


_BEFORE_NOUNS = frozenset(
    """a an the of in on at for with from into its their his her this that these those any some no
    each every and or o de del la el los las un una en con para sus su e da do dos das um uma em com
    no na nos nas seu sua seus suas y""".split()
)


@lru_cache(maxsize=3)
def _doings(language: Language) -> frozenset[str]:
    return frozenset(DOINGS[language].split())


def _may_do(token: Token, reading: Reading) -> bool:
    """Whether a word may be a verb where it stands: no preposition, article or noun binds it."""
    if token.text.lower().replace(" ", "_") not in _doings(reading.language):
        return False
    before = re.findall(r"[^\W_]+", reading.text[max(0, token.start - 20) : token.start])
    after = re.match(r"\s([a-zà-ÿ-]+)", reading.text[token.end :])
    if before and before[-1].lower() in _BEFORE_NOUNS - {"that"}:
        return False
    follower = next((t for t in reading.tokens if t.start > token.end), None)
    return not (after and follower and follower.role == "content" and reading.language != "en")


def _arguments(reading: Reading, verb: Token) -> list[Token]:
    return [
        t
        for t in reading.told
        if t is not verb
        and t.sentence == verb.sentence
        and (t.role in ("content", "name") or t.text.lower() in _DOERS)
        and abs(t.clause - verb.clause) <= 2
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
    mine = [t for t in before if _is_named(t) and t.clause == verb.clause]
    same = [t for t in theirs if _is_named(t) and t.at < other.at and t.clause == other.clause]
    if not mine or not same or any(a.concepts & b.concepts for a in mine for b in same):
        return None
    later = [t for t in theirs if t not in same and any(t.concepts & a.concepts for a in mine)]
    if later:
        return "agent", f"'{mine[-1].text}' is not who does it in the evidence"
    return None


def _patient_as_doer(verb: Token, other: Token, sentence: Reading, evidence: Reading) -> Found:
    """What is done to in the evidence, and does it to a name in the sentence."""
    if _is_passive(verb, sentence) or not re.match(r"\s[A-Z]", sentence.text[verb.end :]):
        return None
    mine = [t for t in sentence.told if 0 < verb.at - t.at <= 3 and t.role != "value"]
    done_to = [t for t in evidence.told if 0 < other.at - t.at <= 3 and t.role != "value"]
    if any(a.concepts & b.concepts for a in mine for b in done_to):
        return "agent", f"'{mine[-1].text}' is done to in the evidence"
    return None


def _is_named(token: Token) -> bool:
    """Whether a word is a name, states and countries apart: they stand beside a city's."""
    area = any(mark.startswith("area:") for mark in token.concepts)
    return token.text[:1].isupper() and not area


def _object_as_subject(own: list[Token], theirs: list[Token], verb: Token, other: Token) -> Found:
    """What does it in the evidence and is done to in the sentence."""
    subject = [t for t in theirs if t.at == other.at - 1]
    if not subject or not any(t.at < verb.at and t.clause == verb.clause for t in own):
        return None
    names = [t for t in theirs if _is_named(t) and other.at - _LONGEST_NAME <= t.at < other.at]
    subject = names if _is_named(subject[0]) else subject
    places = [t.at for t in own if any(t.concepts & s.concepts for s in subject)]
    if places and all(verb.at < at <= verb.at + _LONGEST_NAME for at in places):
        return "agent", f"'{subject[-1].text}' is who does it in the evidence"
    return None


_LONGEST_NAME = 4
"""Words of a name, as far as they are looked at."""


def _other_doer(verb: Token, other: Token, sentence: Reading, evidence: Reading) -> Found:
    """A doer named after 'by' in one of them who is another one in the other."""
    passive = _is_passive(verb, sentence), _is_passive(other, evidence)
    if passive == (False, False):
        return None
    mine, theirs = _doers(verb, sentence), _doers(other, evidence)
    if not mine or not theirs or any(a.concepts & b.concepts for a in mine for b in theirs):
        return None
    every = [t for t in evidence.told if t not in theirs]
    if any(a.concepts & t.concepts for a in mine for t in every if a.role != "light"):
        return "agent", f"'{mine[-1].text}' is not who does it in the evidence ({verb.text})"
    return None


def _doers(verb: Token, reading: Reading) -> list[Token]:
    """Who does it: what follows 'by', or what stands before a verb in the active."""
    inside = [t for t in reading.told if t.clause == verb.clause and t.role != "value"]
    by = _BY.match(reading.text[verb.end :])
    if not by and not _is_passive(verb, reading):
        if re.search(r"\bto\s$", reading.text[: verb.start]):
            return []
        return [t for t in inside if t.at < verb.at and verb.at - t.at <= 4]
    if not by:
        return []
    at = verb.end + by.end()
    after = [t for t in inside if t.start >= at][:4]
    return [] if after and after[0].text.endswith("ing") else after


def _is_passive(verb: Token, reading: Reading) -> bool:
    lead = reading.text[max(0, verb.start - 24) : verb.start]
    if _BE.search(lead):
        return True
    return bool(_PARTICIPLE.search(verb.text) and _BY.match(reading.text[verb.end :]))
