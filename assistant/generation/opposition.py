"""Whether words stand in a sentence where the evidence has their opposites: 'rose' for 'fell'."""

import re
from collections.abc import Callable, Sequence

from assistant.generation.concepts import Pole
from assistant.generation.opposition_words import COMPARED, MORE_AFTER
from assistant.generation.reading import Reading, Token, meet
from assistant.generation.stating import Found

Rarity = Callable[[Token], float]


def opposed(sentence: Reading, evidence: Reading, rarity: Rarity) -> Found:
    """A word of the sentence whose opposite stands in its place in the evidence."""
    own, theirs = _poled(sentence), _poled(evidence)
    for token, ends in own:
        turned = [p for p in ends if any((p[0], -p[1]) in other for _, other in theirs)]
        held = [p for p in ends if any(p in other for _, other in theirs)]
        if any((name, -end) in other for name, end in ends for _, other in own if name in _LISTED):
            continue
        if held:
            if turned and _closer_to_opposite(token, held[0], sentence, evidence, theirs, rarity):
                return _opposite(token)
            continue
        if ("change", 1) in ends or ("change", -1) in ends:
            end = 1 if ("change", 1) in ends else -1
            went = _went(evidence, sentence)
            if went == end:
                continue
            if went == -end or not (turned or sentence.levels):
                return _opposite(token)
        if turned and not _denied(token, sentence):
            return _opposite(token)
    return None


_LISTED = frozenset("north east sex age ownership size".split())
"""Pairs both of which a list may hold: 'North, Central or South America'."""

_ENDS = re.compile(r"\s*(?:[.,;:)]|$)")
_BESIDE = 8
"""Characters within which an amount must follow 'up'."""


def _opposite(token: Token) -> Found:
    return "direction", f"'{token.text}' is turned round in the evidence"


def _poled(reading: Reading) -> list[tuple[Token, frozenset[Pole]]]:
    """The words that stand at an end of a pair, comparisons with numbers apart."""
    bounds = [match.span() for match in COMPARED.finditer(reading.text)]
    more = [match.start() for match in MORE_AFTER.finditer(reading.text)]
    found = []
    for token in reading.tokens:
        if any(a <= token.start < b for a, b in bounds):
            continue
        ends = token.poles
        if token.text.lower() in ("more", "más", "mais") and any(
            token.start - 1 <= at <= token.start for at in more
        ):
            ends |= {("change", 1)}
        if token.text.lower() in ("up", "down") and not any(
            0 <= a.start - token.end < _BESIDE and a.measure in ("%", "points")
            for a in reading.amounts
        ):
            continue
        if token.text.lower() in ("before", "antes") and _ENDS.match(reading.text[token.end :]):
            continue  # it says 'earlier'
        if ends:
            found.append((token, ends))
    return found


def _went(evidence: Reading, sentence: Reading) -> int:
    """Which way the amounts of a change went, by 'from … to …': 1, -1, or 0 if none is told."""
    for reading in (evidence, sentence):
        for before, after in zip(reading.amounts, reading.amounts[1:], strict=False):
            between = reading.text[before.end : after.start]
            lead = reading.text[max(0, before.start - 12) : before.start].lower()
            rises = re.search(r"\b(?:from|de|del|desde)\s(?:US)?\$?$", lead) or "instead" in between
            to = re.search(r"\b(?:to|a|al|para|até|hasta)\b", between)
            if rises and to and before.measure == after.measure:
                low, high = min(before.readings), min(after.readings)
                return 1 if high > low else -1 if high < low else 0
    return 0


def _closer_to_opposite(
    token: Token,
    pole: Pole,
    sentence: Reading,
    evidence: Reading,
    theirs: Sequence[tuple[Token, frozenset[Pole]]],
    rarity: Rarity,
) -> bool:
    """Whether what stands around a word stands around its opposite rather than around its like."""

    def fit(end: int) -> float:
        places = [other for other, ends in theirs if (pole[0], end) in ends]
        return max(_alike(token, other, sentence, evidence, rarity) for other in places)

    return fit(-pole[1]) > fit(pole[1]) + 0.35


def _alike(
    token: Token, other: Token, sentence: Reading, evidence: Reading, rarity: Rarity
) -> float:
    total = 0.0
    for near in sentence.told:
        if near is token or near.role == "light" or abs(near.at - token.at) > 5:
            continue
        weights = [
            _ACROSS ** min(2, abs(far.clause - other.clause)) / (1 + 0.3 * abs(far.at - other.at))
            for far in evidence.told
            if far is not other
            and far.sentence == other.sentence
            and meet(near, far, sentence, evidence)
        ]
        if weights:
            total += rarity(near) * max(weights) / (1 + 0.3 * abs(near.at - token.at))
    return total


_ACROSS = 0.6


_TOWARDS = re.compile(
    r"\b(?:(out of|from|desde|away from)|(to|into|towards|hacia|onto))\s(?:\w+\s)?$", re.I
)


def misdirected(sentence: Reading, evidence: Reading) -> Found:
    """What is gone to in the sentence and come from in the evidence, or the other way round."""
    for token in sentence.told:
        if token.role in ("light", "value") or not (own := _way(token, sentence)):
            continue
        same = [o for o in evidence.told if o.concepts & token.concepts]
        ways = {_way(other, evidence) for other in same}
        if ways == {-own}:
            return "direction", f"the way of '{token.text}' is turned round in the evidence"
    return None


def _way(token: Token, reading: Reading) -> int:
    """-1 after 'from', 1 after 'to', 0 else; an area or place in between is passed over."""
    lead = reading.text[max(0, token.start - 36) : token.start]
    lead = re.sub(
        r"\b(?:areas?|zones?|places?|homes?) (?:of|with|at) (?:high |a |the )*$",
        "",
        lead,
        flags=re.I,
    )
    found = _TOWARDS.search(lead)
    return 0 if not found else -1 if found[1] else 1


_SCOPE = 2
"""Words after 'not' that it denies at the least."""


def _denied(token: Token, reading: Reading) -> bool:
    nots = [
        t
        for t in reading.told
        if t.negates and (t.text.lower() != "no" or reading.language != "en")
    ]
    return any(0 < token.at - t.at <= _SCOPE for t in nots)
