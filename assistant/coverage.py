"""How much of a question a sentence holds: its terms, to the letter and by meaning."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from assistant.figures import levels
from assistant.questions import ContentTerm, ReadQuestion
from index.lexicon import terms
from index.retriever import Found, FoundSentence
from index.word_vectors import WordVectors

RELATED, SAME = 0.33, 0.6
"""Cosines of words from which they have something, and everything, to do with each other."""

IN_HEADING = 0.7
"""What a term is worth that only a heading holds."""

MEANT_BY = 0.8
"""What it is worth that a sentence holds a word that a term may stand for."""

MUCH = 2.0
"""Summed rarity of uncovered terms, above which more of them hardly count."""

HELD = 0.5
"""A term is held from this share of its meaning on."""


@dataclass(frozen=True, slots=True)
class Held:
    """How much of a question a sentence holds; for the numbers see `SignWeights`."""

    terms: frozenset[str]
    coverage: float
    meaning: float
    uncovered: float
    unfocused: float
    exact: float
    unheld: float
    unspoken: float


_ALL_OF_NOTHING = Held(frozenset(), 0.5, 0.5, 0.0, 0.0, 1.0, 0.0, 0.0)


def held(
    question: ReadQuestion,
    pairs: Sequence[tuple[Found, FoundSentence]],
    word_vectors: WordVectors,
    *,
    corpus_language: str,
) -> list[Held]:
    """How much of the question's terms each sentence holds."""
    wanted = question.terms
    if not wanted:
        return [_ALL_OF_NOTHING] * len(pairs)
    # Many sentences share their headings, which are read once.
    above_each = [_headings(passage) for passage, _ in pairs]
    place_of = {heading: n for n, heading in enumerate(dict.fromkeys(above_each))}
    headings, under = list(place_of), [place_of[heading] for heading in above_each]
    texts = [sentence.text for _, sentence in pairs]
    # Names and figures mean nothing but themselves.
    literal = np.array([t.is_name or t.word[0].isdigit() for t in wanted], bool)
    meant_words = [t.word for t, own in zip(wanted, literal, strict=True) if not own]
    near = word_vectors.nearest(meant_words, [*texts, *headings])
    related = np.zeros((len(texts) + len(headings), len(wanted)))
    related[:, ~literal] = np.clip((near - RELATED) / (SAME - RELATED), 0.0, 1.0)
    terms_inside = [_terms_of(text, corpus_language) for text in texts]
    exact = np.array([[t.term in own for t in wanted] for own in terms_inside])
    terms_above = [term_set(heading, corpus_language) for heading in headings]
    above = np.array([[t.term in own for t in wanted] for own in terms_above])[under]
    related = np.maximum(related, MEANT_BY * _said(wanted, [*texts, *headings], corpus_language))
    inside = np.maximum(exact, related[: len(pairs)])
    around = np.maximum(above, related[len(pairs) :][under])
    meant = np.maximum(inside, IN_HEADING * around)
    rarity = np.array([t.rarity for t in wanted])
    weight = rarity**2
    # Across languages only names, figures and words that both have can meet to the letter.
    same = question.language == corpus_language
    compared = np.array([same or t.known for t in wanted], bool) | literal
    focus = np.array([t.is_focus for t in wanted], bool)
    uncovered = _eased((1 - meant) @ weight)
    signs = np.column_stack(
        [
            _share(np.maximum(exact, IN_HEADING * above)[:, compared], weight[compared]),
            _share(meant, weight),
            uncovered,
            _share(1 - inside[:, focus], weight[focus]) if focus.any() else 0 * uncovered,
            exact.mean(axis=1),
            (inside < HELD).mean(axis=1),
            np.full(len(pairs), (1 - inside.max(axis=0)) @ rarity),
        ]
    )
    return [
        Held(_terms_held(wanted, own), *row.tolist()) for row, own in zip(signs, meant, strict=True)
    ]


def _eased(uncovered: NDArray[np.float64]) -> NDArray[np.float64]:
    """What is not covered, of which much says little more than some: long questions have much."""
    eased: NDArray[np.float64] = MUCH * (1 - np.exp(-uncovered / MUCH))
    return eased


def _said(
    wanted: Sequence[ContentTerm], texts: Sequence[str], language: str
) -> NDArray[np.float64]:
    """Whether each text holds a word that each term may stand for."""
    told = [term_set(text, language) for text in texts]
    return np.array([[not t.also.isdisjoint(own) for t in wanted] for own in told], np.float64)


def _terms_held(wanted: Sequence[ContentTerm], meant: NDArray[np.float64]) -> frozenset[str]:
    return frozenset(t.term for t, own in zip(wanted, meant, strict=True) if own > HELD)


def _share(values: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weighted mean of each row; 0.5, nothing being known, where there is nothing to weigh."""
    whole = float(weights.sum())
    share: NDArray[np.float64] = values @ weights / whole if whole else np.full(len(values), 0.5)
    return share


def _headings(found: Found) -> str:
    return " ".join([found.document.title, *found.passage.headings])


@lru_cache(maxsize=16384)
def term_set(text: str, language: str) -> frozenset[str]:
    """The terms of a text; sentences come up again and again."""
    return frozenset(terms(text, language))


def _terms_of(sentence: str, language: str) -> frozenset[str]:
    """The terms of a sentence; a level is a certification, whether or not it says so."""
    own = term_set(sentence, language)
    return own | term_set("level certified certification", language) if levels(sentence) else own
