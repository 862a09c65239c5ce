"""What was altered in a sentence that is otherwise copied from its evidence.

A copy with one word put in, taken out or put in another's place reads as true as its source. So
what differs must not turn it round, and what is put in must stand in the evidence.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

from assistant.generation.reading import Reading, Token
from assistant.generation.stating import Found

COPIED = 0.85
"""Share of a sentence's words, in one order with the evidence's, from which it is a copy."""
LEAST = 6
"""Words that a copy has at least."""
CLAUSE = 3
"""So many words in a row are a statement of their own."""
TELLS = 0.5
"""Rarity from which a word that is put in must stand in the evidence."""

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|%")
_TURNS = frozenset(
    "not no never only without none nor hardly neither cannot nunca sólo solo sin ningún ninguna"
    " ni tampoco não só apenas sem nenhum nenhuma nem jamais jamás".split()
)
"""Words that turn a statement round, or narrow it, wherever they are put in."""
_SIDES = (
    "with without, before after, more less, more fewer, inside outside, first last, above below,"
    " con sin, antes después, más menos, com sem, antes depois, mais menos"
)
"""Words of which one may not stand in the place of the other."""
_OTHER = {frozenset(pair.split()) for pair in _SIDES.split(",")}


def altered(sentence: Reading, evidence: Reading, rarity: Callable[[Token], float]) -> Found:
    """What was altered in a copy; None if nothing was, or it is none.

    Args:
        rarity: how much a word tells, 0 to 1.
    """
    if sentence.language != evidence.language:
        return None
    own, theirs = _words(sentence.text), _words(evidence.text)
    if len(own) < LEAST:
        return None
    # Without its heuristic, which takes frequent words of a long text for nothing.
    match = SequenceMatcher(None, theirs, own, autojunk=False)
    if sum(b.size for b in match.get_matching_blocks()) < COPIED * min(len(own), len(theirs)):
        return None
    for tag, first, last, start, end in match.get_opcodes():
        if tag == "equal":
            continue
        if found := _turned(theirs[first:last], own[start:end]):
            return found
        if first == last and end - start >= CLAUSE:
            told = [t for t in sentence.told if t.text.lower() in own[start:end]]
            if strange := next(_strange(told, evidence, rarity), None):
                return "unsupported", f"'{strange.text}' is put into the evidence's words"
    names = {_plain(t.text) for t in sentence.tokens if t.text[:1].isupper()}
    return _exchanged(theirs, own, match, names)


def _words(text: str) -> list[str]:
    return [_plain(word) for word in _WORD.findall(text)]


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _turned(old: Sequence[str], new: Sequence[str]) -> Found:
    """A word put in, taken out or put in another's place that turns it round."""
    put_in = [w for w in new if w in _TURNS and w not in old]
    taken = [w for w in old if w in _TURNS and w not in new] if len(old) < 2 * CLAUSE else []
    if word := next(iter([*put_in, *taken]), ""):
        where = "put into" if put_in else "taken out of"
        return "negation", f"'{word}' is {where} the evidence's words"
    for was in sorted({*old} - {*new}):
        for now in sorted({*new} - {*old}):
            if frozenset((was, now)) in _OTHER:
                return "direction", f"where it says '{now}', the evidence says '{was}'"
    return None


def _strange(
    told: Sequence[Token], evidence: Reading, rarity: Callable[[Token], float]
) -> Iterator[Token]:
    """Words that tell something and that the evidence lacks."""
    known = frozenset(mark for t in evidence.tokens for mark in t.concepts if mark[0] != "~")
    for token in told:
        if token.role == "content" and not token.concepts & known and rarity(token) >= TELLS:
            yield token


def _exchanged(
    theirs: Sequence[str], own: Sequence[str], match: "SequenceMatcher[str]", names: set[str]
) -> Found:
    """Two names of the evidence, each in the other's place."""
    pairs = {
        (theirs[first], own[start])
        for tag, first, last, start, end in match.get_opcodes()
        if tag == "replace" and last - first == end - start == 1 and own[start] in names
    }
    for was, now in sorted(pairs):
        if (now, was) in pairs:
            return "swapped", f"'{now}' stands where the evidence has '{was}'"
    return None
