"""How much of what a sentence says the evidence holds, word by word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.generation.reading import Reading, Token
from index.lexicon import Lexicon
from index.word_vectors import WordVectors

NEAR, SAME = 0.30, 0.58
"""Cosines of words from which they have something, and everything, to do with each other."""

IN_SUBJECT = 0.85
"""What a word is worth that only the title or a heading holds."""

APART = 0.0
"""The same for a word that other evidence has itself."""

STRANGE, HARDLY = 0.75, 0.35
"""Weight that a clause of which hardly anything is held must lack to be strange by itself."""

LIGHT = 0.25
"""What a word weighs that claims little by itself."""

POLED = 0.8
"""What a word weighs that has an opposite: it is seldom said in vain."""

UNKNOWN = 0.9
"""What a word weighs that the documents do not have, in their language or by its translation."""

ADDED = 1.2
"""What a word weighs that is joined by 'with' or 'by' and that the evidence lacks."""

MOST_ASKED = 6
"""Words of a sentence for which others near in meaning are looked for."""

BY_POLE = 0.95
"""What a word is worth where the evidence has one that goes the same way: 'fell' for 'lower'.

What it was that fell must then stand there itself.
"""

_HALF = 0.5
_JOINED = re.compile(
    r"\b(?:with|by|using|via|through|despite|including|plus|con|mediante|usando|incluyendo|com|incluindo)"
    r"\s(?:the |an? |its |their |new |una? |la |el |los |las |uma? |o )*$",
    re.I,
)
_LEAST = 0.35


@dataclass(frozen=True, slots=True)
class Holding:
    """How much of a sentence is held.

    Attributes:
        share: of the weight of its words.
        missing: weight of those not held.
        inside: share that the evidence itself holds, titles and headings apart.
        run: weight of the heaviest row of words not held.
        word: the first word of that row.
    """

    share: float
    missing: float
    inside: float
    run: float
    word: str


class Holder:
    """Weighs the words of sentences.

    Args:
        words: tells which words mean nearly the same.
        lexicon: tells how rare words are.
        language: of the documents.
    """

    def __init__(self, words: WordVectors, lexicon: Lexicon, language: str = "en") -> None:
        self._words = words
        self._lexicon = lexicon
        self._language = language
        self._rarity = lru_cache(maxsize=65536)(self._rarity_of)

    def rarity(self, token: Token) -> float:
        """How much a word tells, 0 to 1."""
        if token.role == "value":
            return 1.0
        if token.poles and token.role != "light":
            return POLED
        if token.role == "light":
            return LIGHT
        return self._rarity(token.text, token.concepts)

    def _rarity_of(self, word: str, marks: frozenset[str]) -> float:
        own = [mark[3:] for mark in marks if mark.startswith("en:")]
        known = [
            self._lexicon.rarity(t, self._language)
            for t in own
            if self._lexicon.knows(t, self._language)
        ]
        return max(_LEAST, min(known)) if known else UNKNOWN

    def nearly(self, words: Sequence[str], others: Sequence[str]) -> bool:
        """Whether one of some words means nearly what one of some others does."""
        if not words or not others:
            return False
        return bool(self._words.nearest(list(words), [" ".join(others)]).max() > NEAR + 0.2)

    def held(
        self,
        sentence: Reading,
        evidence: Reading,
        subject: Reading,
        *,
        by_meaning: bool = True,
        elsewhere: frozenset[str] = frozenset(),
    ) -> Holding:
        """How much of the sentence the evidence and what it stands under hold.

        Args:
            elsewhere: marks of the words of other evidence; what is told there, and here only
                named in a heading, may be what makes the difference.
            by_meaning: whether words count as held by others that are near in meaning.
        """
        told = [t for t in sentence.tokens if t.role in ("content", "name", "light")]
        if not told:
            return Holding(1.0, 0.0, 1.0, 0.0, "")
        marks = frozenset(mark for t in evidence.tokens for mark in t.concepts)
        above = frozenset(mark for t in subject.tokens for mark in t.concepts)
        ends = frozenset(pole for t in evidence.tokens for pole in t.poles)
        foreign = sentence.language != evidence.language
        scores = [_by_marks(t, marks, above, ends, foreign=foreign) for t in told]
        apart = [
            0 < s < 1 and t.role == "content" and t.concepts & elsewhere and not t.text.istitle()
            for t, s in zip(told, scores, strict=True)
        ]
        inside_ = [score == 1 for score in scores]
        open_ = [n for n, own in enumerate(scores) if own < 1 and told[n].role != "name"]
        # One that the documents do not have costs a forward pass.
        open_ = sorted(open_, key=lambda n: -self.rarity(told[n]))[:MOST_ASKED]
        if open_ and by_meaning:
            near = self._words.nearest(
                [told[n].text for n in open_], [evidence.text, subject.text or " "]
            )
            for n, (inside, around) in zip(open_, near.T, strict=True):
                best = max(_scaled(float(inside)), IN_SUBJECT * _scaled(float(around)))
                scores[n] = max(scores[n], 0.0 if told[n].poles else best)
                inside_[n] = inside_[n] or _scaled(float(inside)) > 0.5
        scores = [APART if own else s for own, s in zip(apart, scores, strict=True)]
        weights = [self.rarity(t) for t in told]
        for n, token in enumerate(told):
            if scores[n] < _HALF and token.role != "light" and _is_added(token, sentence):
                weights[n] = max(weights[n], ADDED)
        missing = [w * (1 - s) for w, s in zip(weights, scores, strict=True)]
        run, word = _heaviest_run(told, missing, scores)
        for clause in {t.clause for t in told}:
            own_ = [n for n, t in enumerate(told) if t.clause == clause]
            lacking, whole = sum(missing[n] for n in own_), sum(weights[n] for n in own_)
            alone = lacking >= STRANGE and lacking > (1 - HARDLY) * whole
            if alone and len(own_) > 1 and not foreign:
                lacking = max(lacking, 1 + STRANGE)
            if lacking > max(run, _HALF * whole):
                run = lacking
                word = told[max(own_, key=lambda n: missing[n])].text
        own = sum(w for w, held in zip(weights, inside_, strict=True) if held)
        own_share = (own + len(sentence.amounts)) / (sum(weights) + len(sentence.amounts))
        return Holding(1 - sum(missing) / sum(weights), sum(missing), own_share, run, word)


def _by_marks(
    token: Token,
    marks: frozenset[str],
    above: frozenset[str],
    ends: frozenset[tuple[str, int]],
    *,
    foreign: bool,
) -> float:
    own = token.concepts if foreign else frozenset(m for m in token.concepts if m[0] != "~")
    if own & marks or token.negates:
        return 1.0
    if (token.poles if foreign else _poles(token)) & ends:
        return BY_POLE
    return IN_SUBJECT if own & above and not token.poles else 0.0


def _is_added(token: Token, sentence: Reading) -> bool:
    return bool(_JOINED.search(sentence.text[max(0, token.start - 28) : token.start]))


_GRADED = frozenset("change order extreme pace run door side worth".split()) | {"place in a row"}
"""Pairs whose words at one end say nearly the same: 'rose', 'grew' and 'higher'."""


def _poles(token: Token) -> frozenset[tuple[str, int]]:
    return frozenset(pole for pole in token.poles if pole[0] in _GRADED)


def _scaled(cosine: float) -> float:
    return min(1.0, max(0.0, (cosine - NEAR) / (SAME - NEAR)))


def _heaviest_run(
    told: Sequence[Token], missing: Sequence[float], scores: Sequence[float]
) -> tuple[float, str]:
    """The heaviest row of words not held; a held word between ends it."""
    best, word, total, first = 0.0, "", 0.0, ""
    for token, own, score in zip(told, missing, scores, strict=True):
        if score >= 0.6 and token.role != "light":
            total, first = 0.0, ""
            continue
        total += own
        first = first or token.text
        if total > best:
            best, word = total, first
    return best, word
