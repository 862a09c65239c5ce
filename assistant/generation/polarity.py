"""Whether a sentence says yes, all, more or will where the evidence does."""

import re
from collections.abc import Callable, Sequence

from assistant.generation.concepts import Pole
from assistant.generation.reading import Reading, Token
from assistant.generation.stating import Found

Rarity = Callable[[Token], float]

_IMPLICIT = frozenset(
    "agreement belonging consent success permission knowledge side entrance run keeping law".split()
)
"""Pairs whose second pole denies the first: 'separate' is 'not part'."""

_SHORT_OF = re.compile(
    r"\b(?:below|under|fewer|less than|miss(?:es|ed)?|lack\w*|silent|outside|beyond|without|unconfirmed|unknown"
    r"|debajo|menos de|fuera|sin|faltan?|abaixo|fora|sem|faltam?)\b|\bun(?:known|published|clear|named)",
    re.I,
)

_COMPARED = re.compile(
    r"\b(?:more|less|fewer|higher|lower|greater|above|below|under|over|más|menos|mayor|menor|mais"
    r"|maior|inferior|superior)\s(?:than|de|del|do que|que|a)?\s?(?:the |los |las |el |o |os |as )?"
    r"(?:US\$|\$|€)?(?=\d|half|a hundred)|\bor (?:more|less|fewer)\b|\bo (?:más|menos)\b"
    r"|\bou (?:mais|menos)\b|\bup to\b|\bclose to\b|\bno (?:more|fewer|less) than\b|\bmore than (?=[a-z]+ (?:of|people|cities|\w+s)\b)",
    re.I,
)  # fmt: skip
_MORE_AFTER = re.compile(r"(?<=%)\s?(?:more|más|mais|a mais)\b|\b(?:more|más|mais) (?=[\w ]{3,40}\b(?:than|que)\b)", re.I)


def opposed(sentence: Reading, evidence: Reading, rarity: Rarity) -> Found:
    """A word of the sentence whose opposite stands in its place in the evidence."""
    own, theirs = _poled(sentence), _poled(evidence)
    for token, ends in own:
        turned = [p for p in ends if any((p[0], -p[1]) in other for _, other in theirs)]
        held = [p for p in ends if any(p in other for _, other in theirs)]
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


_BESIDE = 8
"""Characters within which an amount must follow 'up'."""


def _opposite(token: Token) -> Found:
    return "direction", f"'{token.text}' is turned round in the evidence"


def _poled(reading: Reading) -> list[tuple[Token, frozenset[Pole]]]:
    """The words that stand at an end of a pair, comparisons with numbers apart."""
    bounds = [match.span() for match in _COMPARED.finditer(reading.text)]
    more = [match.start() for match in _MORE_AFTER.finditer(reading.text)]
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
            0 <= a.start - token.end < _BESIDE for a in reading.amounts
        ):
            continue
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
            if far is not other and far.sentence == other.sentence and _meet(near, far, sentence, evidence)
        ]
        if weights:
            total += rarity(near) * max(weights) / (1 + 0.3 * abs(near.at - token.at))
    return total


_ACROSS = 0.6


def _meet(a: Token, b: Token, sentence: Reading, evidence: Reading) -> bool:
    if a.role == "value" or b.role == "value":
        return sentence.text[a.start : a.end] == evidence.text[b.start : b.end]
    return bool(a.concepts & b.concepts)


_TOWARDS = re.compile(r"\b(?:(out of|from|desde|away from)|(to|into|towards|hacia|onto))\s(?:\w+\s)?$", re.I)


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
    lead = re.sub(r"\b(?:areas?|zones?|places?|homes?) (?:of|with|at) (?:high |a |the )*$", "", lead, flags=re.I)
    found = _TOWARDS.search(lead)
    return 0 if not found else -1 if found[1] else 1


# Negation


def negated(sentence: Reading, evidence: Reading, rarity: Rarity) -> Found:
    """Whether the sentence denies what the evidence affirms, or the other way round."""
    clauses = {token.clause for token in sentence.tokens}
    for clause in sorted(clauses):
        own = [t for t in sentence.told if t.clause == clause]
        against = with_it = 0.0
        met: set[int] = set()
        for token in own:
            if token.negates or token.role == "value":
                continue
            ends = {
                _is_denied(other, evidence)
                for other in evidence.told
                if token.concepts & other.concepts and not other.negates
            }
            met |= {o.clause for o in evidence.told if token.concepts & o.concepts}
            if len(ends) == 1:
                weight = rarity(token)
                denies = _is_denied(token, sentence)
                if ends == {denies}:
                    with_it += weight
                else:
                    against += weight
        denies = any(t.negates for t in own)
        if against > with_it and against > _LEAST_AGAINST:
            if denies and _short(evidence, met) and not _short(sentence, {clause}):
                continue
            if not denies and _short(sentence, {clause}):
                continue
            word = "denies" if denies else "affirms"
            return "negation", f"the sentence {word} what the evidence does not"
    return None


_LEAST_AGAINST = 0.25


def _short(reading: Reading, clauses: set[int]) -> bool:
    """Whether some clauses deny by another word than 'not'."""
    own = [token for token in reading.tokens if token.clause in clauses]
    ends = {pole for token in own for pole in token.poles}
    text = " ".join(token.text for token in own)
    return bool(_SHORT_OF.search(text)) or any((name, -1) in ends for name in _IMPLICIT)


def _is_denied(token: Token, reading: Reading) -> bool:
    return any(
        other.negates
        and other.clause == token.clause
        and (not _is_without(other) or 0 < token.at - other.at <= 4)
        for other in reading.told
        if not other.text.lower().startswith("non-")
    )


def _is_without(token: Token) -> bool:
    return token.text.lower() in ("without", "sin", "sem")


def _denied(token: Token, reading: Reading) -> bool:
    return any(t.negates and t.clause == token.clause for t in reading.told)


# Quantities

_TIME = r"(?:\s(?:the\s|los\s|las\s|os\s|as\s)?(?:\w+\s)?(?:years?|months?|days?|weeks?|hours?|años?|mes(?:es)?|días?|semanas?|anos?|dias?|time|vez|vezes|veces)\b)"
_QUANTITIES: Sequence[tuple[str, re.Pattern[str], re.Pattern[str]]] = tuple(
    (name, re.compile(own, re.I), re.compile(held, re.I))
    for name, own, held in (
        (
            "all",
            rf"(?<!in )(?<!de )(?<!por )(?<!em )(?<!of )(?<!after )\b(?:all|every|each|everyone|everybody|entire|whole|todos|todas|cada|ambos|ambas|both(?! \w+ and))\b(?!{_TIME})(?! told)",
            r"\b(?:all|every|each|any|every\w+|entire|whole|both|100 ?%|none|no\b[\w ]+ (?:other|more)|todos|todas|cada|alike|cualquier|qualquer|either|joint\w*|together|two|together with|same|toda|todo)\b|100 ?%",
        ),
        (
            "always",
            r"\b(?:always|siempre|sempre|never|nunca|jamás|jamais|constantly|invariably)\b",
            r"\b(?:always|every|each|any|siempre|sempre|never|nunca|jamás|jamais|not|no)\b",
        ),
        (
            "most",
            r"\b(?:most of|most (?=\w+s\b)|the majority|a majority|mayoría|maioria)\b",
            r"\b(?:most|majority|mayoría|maioria)\b",
        ),
        ("half", r"\b(?:half|mitad|metade)\b", r"\b(?:half|mitad|metade)\b"),
        (
            "only",
            r"(?<!not )(?<!no )\b(?:only|sole|solely|exclusively|solo|sólo|solamente|únicamente|único|única|únicos|apenas|só|somente|exclusivamente|nobody else|no other)\b",
            r"\b(?:only|sole|solely|alone|exclusively|single|just|no other|none|solo|sólo|únic\w+|apenas|só|somente|either|nothing (?:else|more))\b",
        ),
        (
            "first",
            r"\b(?:first|primer[ao]?s?|primeir[ao]s?)\b",
            r"\b(?:first\w*|primer[ao]?s?|primeir[ao]s?|initial\w*|earliest|newly|new|launch\w*|inaugural|début|debut|oldest|began|start\w*|earlier|entered)\b",
        ),
        (
            "superlative",
            r"\b(?:highest|lowest|largest|biggest|smallest|greatest|best|worst|oldest|youngest|fastest|leading|record|(?:el|la|los|las|o|a|os|as) (?:más|mais) (?!de\b|del\b|que\b|d[aeo]s?\b)\w+|mejor|peor|melhor|pior)\b",
            r"\b(?:\w+est|most|top|entry|record|leading|best|worst|más|mais|mejor|melhor|lead\w*|first|last|better)\b",
        ),
        (
            "ordinal",
            r"\b(?:second(?!s?\b (?:per|a)\b)|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|segund[ao]|tercer[ao]?|terceir[ao])\b(?! al\b)",
            r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|followed|after|segund[ao]|\d+(?:nd|rd|th))\b",
        ),
        (
            "multiple",
            r"\b(?:doubled?|twice|tripled?|threefold|halved|quadrupled?|duplic\w+|triplic\w+|doble|dobr\w+)\b",
            r"\b(?:doubled?|twice|tripled?|threefold|halved|quadrupled?|times as many|-fold|duplic\w+|doble|dobr\w+)\b",
        ),
        (
            "entirely",
            r"\b(?:outright|completely|fully|entirely|totally|definitely|certainly|undoubtedly|permanently|forever|completamente|totalmente|por completo|definitivamente)\b",
            r"\b(?:outright|completely|fully|entirely|totally|all|100 ?%|permanent\w*|full|whole|wholly)\b|100 ?%",
        ),
    )
)
_SOME = re.compile(r"\b(?:some(?! \d)|several|a few|algunos|algunas|varios|varias|alguns|algumas|vários|várias|not all|no todos|nem todos|many|muchos|muitos)\b", re.I)
_EVERY = re.compile(rf"\b(?:all|every|each|any|100 ?%)\b(?!{_TIME})", re.I)


def misquantified(sentence: Reading, evidence: Reading) -> Found:
    """A word of quantity that the evidence does not have, or has a stronger one for."""
    for name, own, held in _QUANTITIES:
        found = own.search(sentence.text, *_stretch(sentence))
        if found and not held.search(evidence.text):
            if name == "ordinal" and sentence.language == "pt" and found[0].lower() == "segundo":
                continue
            return "quantity", f"'{found[0].strip()}' is not in the evidence"
    some = _SOME.search(sentence.text, *_stretch(sentence))
    if some and _EVERY.search(evidence.text) and not _SOME.search(evidence.text):
        return "quantity", f"'{some[0]}' is more in the evidence"
    return None


def _stretch(sentence: Reading) -> tuple[int, int]:
    return sentence.tokens[0].start, sentence.tokens[-1].end
