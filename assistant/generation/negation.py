"""Whether a sentence denies what the evidence affirms, or affirms what it denies."""

import re
from collections import Counter
from collections.abc import Callable

from assistant.generation.negation_words import IMPLICIT, LACKING, SHORT_OF
from assistant.generation.opposition_words import COMPARED
from assistant.generation.reading import Reading, Token
from assistant.generation.stating import Found
from assistant.silences import is_silence

Rarity = Callable[[Token], float]


def negated(sentence: Reading, evidence: Reading, rarity: Rarity) -> Found:
    """Whether the sentence denies what the evidence affirms, or the other way round."""
    for token in sentence.told:
        if _is_without(token) and _with_it(token, sentence, evidence):
            return "negation", f"'{token.text}' is not in the evidence"
    if is_silence(evidence.text) and evidence.tokens[-1].sentence == 0:
        silent = any(
            t.negates and t.text.lower() not in _LISTING for t in sentence.told
        ) or SHORT_OF.search(sentence.text)
        return None if silent else ("negation", "the evidence says that this is not told")
    clauses = {token.clause for token in sentence.tokens}
    for clause in sorted(clauses):
        own = [t for t in sentence.told if t.clause == clause]
        against = with_it = 0.0
        met = Counter[int]()
        for token in own:
            if token.negates or token.role == "value":
                continue
            ends = {
                _is_denied(other, evidence)
                for other in evidence.told
                if token.concepts & other.concepts and not other.negates
            }
            met.update({o.clause for o in evidence.told if token.concepts & o.concepts})
            if len(ends) == 1:
                weight = min(0.2, rarity(token)) if token.poles else rarity(token)
                denies = _is_denied(token, sentence)
                if ends == {denies}:
                    with_it += weight
                else:
                    places = [(o, evidence) for o in evidence.told if token.concepts & o.concepts]
                    within = [(token, sentence)] if denies else places
                    near = any(_is_near_denial(*place) for place in within)
                    against += weight if near else FAR * weight
        if not any(t.negates for t in own) and (denied := _denied_thing(own, evidence)):
            return "negation", f"'{denied}' is denied in the evidence"
        denials = sum(t.negates for t in own if t.text.lower() not in _LISTING)
        denies = denials > 0
        if (
            denials == 2
            and sentence.language == "en"
            and with_it
            and _denials(evidence, set(met)) == 1
        ):
            return "negation", "the sentence denies twice"
        if against > with_it and against > _LEAST_AGAINST:
            if (
                denies
                and _short(evidence, {met.most_common(1)[0][0]})
                and not _short(sentence, {clause})
            ):
                continue
            if not denies and _short(sentence, {clause}):
                continue
            word = "denies" if denies else "affirms"
            return "negation", f"the sentence {word} what the evidence does not"
    return None


_LEAST_AGAINST = 0.25
FAR = 0.3
"""What a word counts that stands in a clause with a 'not', but far from it."""
_LISTING = ("nor", "neither", "ni", "nem")


def _short(reading: Reading, clauses: set[int]) -> bool:
    """Whether some clauses deny by another word than 'not'."""
    own = [token for token in reading.tokens if token.clause in clauses]
    ends = {pole for token in own for pole in token.poles}
    bounds = [match.span() for match in COMPARED.finditer(reading.text)]
    text = " ".join(t.text for t in own if not any(a <= t.start < b for a, b in bounds))
    return bool(SHORT_OF.search(text)) or any((name, -1) in ends for name in IMPLICIT)


def _is_denied(token: Token, reading: Reading) -> bool:
    return any(
        other.negates
        and other.clause == token.clause
        and (not _is_without(other) or 0 < token.at - other.at <= 4)
        for other in reading.told
        if not other.text.lower().startswith("non-")
    )


def _is_near_denial(token: Token, reading: Reading) -> bool:
    nots = [t for t in reading.told if t.negates and t.clause == token.clause]
    return any(-_BEFORE <= token.at - t.at <= _BEHIND for t in nots)


_BEFORE, _BEHIND = 3, 8
"""How many words before and after it a 'not' denies first of all."""


_NOT = re.compile(r"\b(?:is|are|was|were) not (?:an? |the |part of |in )?$", re.I)


def _denied_thing(own: list[Token], evidence: Reading) -> str:
    """What 'was not' is said of in a clause that holds nearly all that a clause of ours says."""
    told = [t for t in own if t.role != "light"] or own
    for thing in evidence.told:
        if not _NOT.search(evidence.text[: thing.start]):
            continue
        clause = [t for t in evidence.told if t.clause == thing.clause]
        held = [t for t in told if any(t.concepts & o.concepts for o in clause)]
        named = any(t.concepts & thing.concepts for t in own)
        if named and len(told) > 1 and len(held) >= _NEARLY_ALL * len(told):
            return thing.text
    return ""


_NEARLY_ALL = 0.5


def _denials(reading: Reading, clauses: set[int]) -> int:
    return max((sum(t.negates for t in reading.told if t.clause == c) for c in clauses), default=0)


def _with_it(token: Token, sentence: Reading, evidence: Reading) -> bool:
    """Whether what the sentence is without the evidence is with."""
    lacked = [t for t in sentence.told if 0 < t.at - token.at <= 3 and t.clause == token.clause]
    found = [
        _is_denied(o, evidence) for t in lacked for o in evidence.told if t.concepts & o.concepts
    ]
    return bool(found) and not any(found) and not LACKING.search(evidence.text)


def _is_without(token: Token) -> bool:
    return token.text.lower() in ("without", "sin", "sem")
