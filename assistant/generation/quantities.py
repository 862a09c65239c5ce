"""Whether 'all', 'most', 'only', 'first' and their like are said where the evidence says them."""

import re

from assistant.generation.quantities_words import EVERY, ORDINALS, QUANTITIES, SOME
from assistant.generation.reading import Reading, Token, meet
from assistant.generation.stating import Found


def misquantified(sentence: Reading, evidence: Reading, subject: Reading) -> Found:
    """A word of quantity that the evidence does not have, or has a stronger one for."""
    for name, own, held in QUANTITIES:
        found = own.search(sentence.text, *_stretch(sentence))
        if found and name == "only" and not _only_the_same(sentence, evidence, own):
            return "quantity", f"'{found[0].strip()}' is not in the evidence"
        where = f"{evidence.text} {subject.text}" if name == "first" else evidence.text
        if found and not held.search(where):
            return "quantity", f"'{found[0].strip()}' is not in the evidence"
    known = {ORDINALS.get(t.text.lower()) for t in evidence.tokens}
    for token in sentence.tokens:
        n = ORDINALS.get(token.text.lower())
        if n and n not in known and not (n == 2 and _AFTER_ONE.search(evidence.text)):
            return "quantity", f"'{token.text}' is not in the evidence"
    some = SOME.search(sentence.text, *_stretch(sentence))
    if some and EVERY.search(evidence.text) and not SOME.search(evidence.text):
        return "quantity", f"'{some[0]}' is more in the evidence"
    return None


def _only_the_same(sentence: Reading, evidence: Reading, only: re.Pattern[str]) -> bool:
    """Whether what is said to be alone is said so in the evidence, if it has such a word."""
    own = [m.end() for m in only.finditer(sentence.text, *_stretch(sentence))]
    theirs = [m.end() for m in only.finditer(evidence.text)]
    if not own or not theirs:
        return True
    told = [t for end in own for t in _next(sentence, end, 3)]
    there = [t for end in theirs for t in [*_next(evidence, end, 4), *_last(evidence, end, 4)]]
    same = any(meet(a, b, sentence, evidence) for a in told for b in there)
    return same or not any(t.role != "light" for t in told)


def _next(reading: Reading, at: int, most: int) -> list[Token]:
    return [t for t in reading.told if t.start >= at][:most]


def _last(reading: Reading, at: int, most: int) -> list[Token]:
    return [t for t in reading.told if t.end < at - 3][-most:]


def _stretch(sentence: Reading) -> tuple[int, int]:
    return sentence.tokens[0].start, sentence.tokens[-1].end


_AFTER_ONE = re.compile(r"\b(?:followed|after)\b", re.I)
