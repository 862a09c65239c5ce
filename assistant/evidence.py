"""Judging what was found: how well each sentence answers the question, and whether that is enough.

Signs are weighed: nearness of the sentence's vector to the question's; the share of the question's
rare terms that the sentence or its headings hold, to the letter and by meaning; whether it holds
the words that name what is asked for, and that kind of thing; how well its passage was ranked;
whether it speaks of the place asked about. The sum is taken as log-odds of answering, so that
`support` lies between 0 and 1.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field

from assistant.asking import FOCUSED, GATES, Kind, holds, is_award, looks_ahead
from assistant.figures import levels
from assistant.folding import fold
from assistant.places import Gazetteer
from assistant.questions import ReadQuestion
from assistant.silences import is_silence, open_questions
from assistant.superseded import Superseded
from index.lexicon import terms, words
from index.retriever import Found, FoundSentence
from index.word_vectors import WordVectors

Outcome = Literal["enough", "part", "not_enough", "off_subject"]


class SignWeights(BaseModel):
    """What each sign adds to the log-odds that a sentence answers.

    Attributes:
        nearness: of the sentence's vector to the question's: 0 unrelated, 1 the same.
        coverage: share of the question's terms, by rarity, that it holds to the letter.
        meaning: the same by meaning, in any language.
        uncovered: summed rarity of the terms that neither it nor its headings hold.
        unfocused: share of the words naming what is asked for that it does not hold.
        rank: of its passage, 0 to 1.
        kind: 1 if it holds the kind of thing asked for, or nothing in particular is.
        elsewhere: 1 if it does not speak of the place asked about.
        beside: 1 if it does, but begins with another place or names many.
        superseded: 1 if it is on a version of the standard that was not asked about.
        recent: how new it is, where the question asks how many there are now.
        silence: 1 if it says what is not known.
        award: 1 if it only tells of a certification where the question asks what was done.
        other_year: share of the question's years that it lacks, if it names any year.
        across: 1 if question and documents are in different languages.
        constant: log-odds with no sign at all.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    nearness: float = 4.8
    coverage: float = 0.7
    meaning: float = 0.6
    uncovered: float = -0.47
    unfocused: float = -0.7
    rank: float = 2.4
    kind: float = 1.1
    elsewhere: float = -2.8
    beside: float = -0.7
    superseded: float = -1.1
    recent: float = 0.55
    silence: float = -1.2
    award: float = -0.95
    other_year: float = -0.55
    across: float = 1.3
    constant: float = -4.6


SIGNS: Sequence[str] = tuple(name for name in SignWeights.model_fields if name != "constant")
"""Names of the signs, in the order of a row of `Judge.signs`."""


class EvidenceSettings(BaseModel):
    """How signs are weighed and where the lines are drawn.

    Attributes:
        answer_at: least support of the best sentence for an answer; higher refuses more.
        subject_at: below this support the question is not about the programme at all.
        missing_rarity: a name rarer than this that nothing speaks of is a missing part.
        part_at: least support of the best sentence for an answer with a missing part.
        gathered_at: least support where it is asked who did a thing: several may have.
        compared_at: the same where a thing is asked of several places, which takes it that each
            did it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    weights: SignWeights = SignWeights()
    answer_at: float = Field(default=0.3, ge=0, le=1)
    subject_at: float = Field(default=0.04, ge=0, le=1)
    missing_rarity: float = Field(default=0.85, ge=0, le=1)
    part_at: float = Field(default=0.5, ge=0, le=1)
    gathered_at: float = Field(default=0.2, ge=0, le=1)
    compared_at: float = Field(default=0.15, ge=0, le=1)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer.

    Attributes:
        log_odds: of answering; what candidates are ordered by.
        answers: whether it can answer at all: it holds the kind of thing asked for, if that can
            be told for sure.
        covered: terms of the question that it or its headings hold.
    """

    found: Found
    sentence: FoundSentence
    log_odds: float
    answers: bool
    covered: frozenset[str]

    @property
    def support(self) -> float:
        """How sure the signs make it that the sentence answers, 0 to 1."""
        return 1.0 / (1.0 + math.exp(-self.log_odds))


@dataclass(frozen=True, slots=True)
class Evidence:
    """What there is to answer with.

    Attributes:
        candidates: best first, ties in order of document and place.
        missing: words of the question that nothing found speaks of.
    """

    outcome: Outcome
    candidates: Sequence[Candidate]
    missing: Sequence[str]


@dataclass(frozen=True, slots=True)
class Held:
    """How much of a question a sentence holds; see `SignWeights`."""

    coverage: float
    meaning: float
    uncovered: float
    unfocused: float
    terms: frozenset[str]


RELATED, SAME = 0.33, 0.6
"""Cosines of words from which they have something, and everything, to do with each other."""

MANY = 2
"""A sentence that names so many other places is not about the one asked about."""

MOSTLY = 0.5
"""Share of a question's meaning that makes up for the word that names what is asked for."""

SAME_MEANING = 0.05
"""Difference in meaning held that does not count."""

KIN: Mapping[str, Kind] = {
    "agent": "person",
    "organisation": "person",
    "names": "person",
    "share": "number",
}
"""Kinds of things that are asked for in the same words."""

SUBJECT_RARITY = 0.5
"""From this rarity on, a word may name what only one city has."""

COUNTED: frozenset[Kind] = frozenset({"number", "share", "money", "date", "duration", "age"})
"""Kinds of which many things are told of a city, one of which may not be what is asked."""

HALF_HELD = 0.5
"""Of a sentence that holds no more of a question, one cannot say that it is on its subject."""

MUCH_MORE = 0.25
"""So much more of a question than the best answer holds, a sentence is surely on its subject."""

ON_SUBJECT = 0.2
"""Share of a question's terms, by rarity, without which a sentence is on something else."""

IN_HEADING = 0.7
"""What a term is worth that only a heading holds."""

_LETTER = re.compile(r"[^\W\d_]")


class Judge:
    """Scores the sentences of found passages and says whether they are enough.

    Args:
        cosine_floor: what two unrelated sentences score with the index's model.
        corpus_language: of the documents; terms are compared in it.
        known_names: words of names that everybody who asks knows: the programme's, the places'.
    """

    def __init__(
        self,
        settings: EvidenceSettings,
        gazetteer: Gazetteer,
        superseded: Superseded,
        word_vectors: WordVectors,
        *,
        cosine_floor: float,
        corpus_language: str,
        known_names: frozenset[str] = frozenset(),
    ) -> None:
        self._settings = settings
        self._gazetteer = gazetteer
        self._superseded = superseded
        self._word_vectors = word_vectors
        self._floor = cosine_floor
        self._language = corpus_language
        self._known = known_names
        self._weights = np.array([getattr(settings.weights, name) for name in SIGNS])

    def judge(
        self, question: ReadQuestion, found: Sequence[Found], *, compared: bool = False
    ) -> Evidence:
        """Weigh what was found for a question.

        Args:
            compared: whether it is asked of one of several places.
        """
        pairs = [
            (passage, sentence)
            for passage in found
            for sentence in passage.sentences
            if _LETTER.search(sentence.text)
        ]
        if not pairs:
            return Evidence("off_subject", (), ())
        signs, covered = self.signs(question, pairs)
        able = self._able(question, pairs, signs)
        if compared and question.asking.deeds:
            # What was done is not told by what is not known of it.
            able &= signs[:, SIGNS.index("silence")] == 0
        log_odds = signs @ self._weights + self._settings.weights.constant
        if not question.asking.gathers:
            log_odds += self._heard_silence(question, pairs, signs, able, log_odds)
        candidates = [
            Candidate(passage, sentence, float(score), bool(can), held)
            for (passage, sentence), can, score, held in zip(
                pairs, able, log_odds, covered, strict=True
            )
        ]
        # What cannot answer comes last; it may still be the nearest thing that is said.
        candidates.sort(
            key=lambda c: (not c.answers, -c.log_odds, c.found.document.id, c.sentence.span.start)
        )
        missing = self._missing(question, candidates)
        outcome = self._outcome(question, candidates, missing, compared=compared)
        return Evidence(outcome, candidates, missing)

    def signs(
        self, question: ReadQuestion, pairs: Sequence[tuple[Found, FoundSentence]]
    ) -> tuple[NDArray[np.float64], list[frozenset[str]]]:
        """What speaks for each sentence of found passages.

        Returns:
            A row for each sentence, a column for each of `SIGNS`; and the terms of the question
            that each sentence or its headings hold.
        """
        held = self._held(question, pairs)
        # A city may be what did it, unless the question names the city itself.
        told = question.places or question.asking.kind != "agent"
        known = self._known if told else frozenset()
        rows = []
        for (passage, sentence), own in zip(pairs, held, strict=True):
            astray = self._astray(question.places, sentence.text, passage)
            silent = is_silence(sentence.text)
            rows.append(
                [
                    (sentence.cosine - self._floor) / (1.0 - self._floor),
                    own.coverage,
                    own.meaning,
                    own.uncovered,
                    own.unfocused,
                    passage.hit.score,
                    float(
                        holds(question.asking, sentence.text, known)
                        or (silent and question.asking.kind != "definition")
                    ),
                    float(astray == "elsewhere"),
                    float(astray == "beside"),
                    float(self._superseded.out_of_place(question.text, sentence.text)),
                    _recency(sentence.text) if _asks_for_now(question) else 0.0,
                    float(silent),
                    float(question.asking.deeds and is_award(sentence.text)),
                    _other_year(question.text, sentence.text),
                    float(question.language != self._language),
                ]
            )
        return np.array(rows, dtype=np.float64), [own.terms for own in held]

    def _heard_silence(
        self,
        question: ReadQuestion,
        pairs: Sequence[tuple[Found, FoundSentence]],
        signs: NDArray[np.float64],
        able: NDArray[np.bool_],
        log_odds: NDArray[np.float64],
    ) -> NDArray[np.float64]:
        """What is given back to sentences that say what is not known.

        They come after what is known, unless they speak of what is asked as fully as that, or
        leave open the very thing that is asked.
        """
        silent, meaning = signs[:, SIGNS.index("silence")] > 0, signs[:, SIGNS.index("meaning")]
        spoken = np.where(able & ~silent, log_odds, -np.inf)
        best = int(np.argmax(spoken))
        here = signs[:, SIGNS.index("elsewhere")] == 0
        fits, same = self._leave_open(question, pairs, silent & here)
        more = meaning - meaning[best]
        heard = fits & (more >= -SAME_MEANING) & (not question.asking.deeds)
        given = np.where(heard, -self._settings.weights.silence, 0.0)
        # What leaves open the very thing that is asked comes before all that is known.
        exact = fits & (more >= MUCH_MORE) & bool(question.places)
        if question.asking.kind in COUNTED and meaning[best] <= HALF_HELD:
            exact |= same & (more >= 0.0)
        behind = np.maximum(0.0, spoken[best] - log_odds) if np.isfinite(spoken[best]) else 0.0
        return np.where(exact, np.maximum(given, behind + given), given)

    def _leave_open(
        self,
        question: ReadQuestion,
        pairs: Sequence[tuple[Found, FoundSentence]],
        silent: NDArray[np.bool_],
    ) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Which silent sentences may leave open what is asked, and which surely its kind."""
        asked = KIN.get(question.asking.kind or "", question.asking.kind)
        fits, same = silent.copy(), np.zeros(len(pairs), bool)
        for row in map(int, np.flatnonzero(silent)):
            if len(pairs[row][0].document.cities) == 1 and not question.places:
                fits[row] = self._names_subject(question, pairs[row][1].text)
                if not fits[row]:
                    continue
            kinds = [KIN.get(o.kind or "", o.kind) for o in open_questions(pairs[row][1].text)]
            same[row] = asked in kinds
            fits[row] = same[row] or None in kinds or not kinds
        return fits, same

    def _names_subject(self, question: ReadQuestion, text: str) -> bool:
        """Whether a sentence holds one of the rarer words of a question, to the letter."""
        own = _term_set(text, self._language)
        return any(t.rarity >= SUBJECT_RARITY and t.term in own for t in question.terms)

    def _able(
        self,
        question: ReadQuestion,
        pairs: Sequence[tuple[Found, FoundSentence]],
        signs: NDArray[np.float64],
    ) -> NDArray[np.bool_]:
        """Which sentences hold what must be in an answer, as far as that can be told for sure."""
        able = np.ones(len(signs), bool)
        silent = signs[:, SIGNS.index("silence")] > 0
        if question.asking.kind in GATES:
            able &= signs[:, SIGNS.index("kind")] > 0
        same = question.language == self._language
        # Across languages only what a person is called is near enough in meaning to insist on it.
        if question.asking.kind == "person" or (question.asking.kind in FOCUSED and same):
            # What is asked for may go by another name where all else is told.
            told = signs[:, SIGNS.index("meaning")] >= MOSTLY
            able &= told | (signs[:, SIGNS.index("unfocused")] < 1.0)
        able &= signs[:, SIGNS.index("award")] == 0
        able &= [self._is_news(question, sentence.text) for _, sentence in pairs]
        able |= silent
        return able

    def _is_news(self, question: ReadQuestion, text: str) -> bool:
        """Whether a sentence can tell the places or the future that a question asks for."""
        # Of several places that are named, the answer may be one.
        if question.asking.kind == "cities" and len(set(question.places.values())) == 1:
            return bool(self._gazetteer.find(text).keys() - question.places.keys())
        return not question.asking.ahead or looks_ahead(text)

    def _held(
        self, question: ReadQuestion, pairs: Sequence[tuple[Found, FoundSentence]]
    ) -> list[Held]:
        """How much of the question's terms each sentence holds."""
        wanted = question.terms
        if not wanted:
            return [Held(0.5, 0.5, 0.0, 0.0, frozenset())] * len(pairs)
        headings = [_headings(passage) for passage, _ in pairs]
        texts = [sentence.text for _, sentence in pairs]
        # Names and figures mean nothing but themselves.
        literal = np.array([t.is_name or t.word[0].isdigit() for t in wanted], bool)
        meant_words = [t.word for t, own in zip(wanted, literal, strict=True) if not own]
        near = self._word_vectors.nearest(meant_words, [*texts, *headings])
        related = np.zeros((len(texts) + len(headings), len(wanted)))
        related[:, ~literal] = np.clip((near - RELATED) / (SAME - RELATED), 0.0, 1.0)
        exact = np.array([[t.term in _terms_of(s, self._language) for t in wanted] for s in texts])
        above = np.array(
            [[t.term in _term_set(h, self._language) for t in wanted] for h in headings]
        )
        inside = np.maximum(exact, related[: len(pairs)])
        around = np.maximum(above, related[len(pairs) :])
        meant = np.maximum(inside, IN_HEADING * around)
        weight = np.array([t.rarity**2 for t in wanted])
        # Across languages only names, figures and words that both have can meet to the letter.
        same = question.language == self._language
        compared = np.array([same or t.known for t in wanted], bool) | literal
        focus = np.array([t.is_focus for t in wanted], bool)
        coverage = _share(np.maximum(exact, IN_HEADING * above)[:, compared], weight[compared])
        meaning = _share(meant, weight)
        uncovered = (1 - meant) @ weight
        unfocused = _share(1 - inside[:, focus], weight[focus]) if focus.any() else 0 * uncovered
        return [
            Held(
                float(coverage[n]),
                float(meaning[n]),
                float(uncovered[n]),
                float(unfocused[n]),
                frozenset(t.term for t, value in zip(wanted, meant[n], strict=True) if value > 0.5),
            )
            for n in range(len(pairs))
        ]

    def _outcome(
        self,
        question: ReadQuestion,
        candidates: Sequence[Candidate],
        missing: Sequence[str],
        *,
        compared: bool,
    ) -> Outcome:
        nearest = max(candidate.support for candidate in candidates)
        if nearest < self._settings.subject_at and not question.places:
            return "off_subject"
        best = candidates[0]
        if any(_YEAR.fullmatch(word) for word in missing):
            return "not_enough"  # nothing is told of that time
        if not question.places and self._names_strangers(question):
            return "not_enough"
        least = self._settings.answer_at
        if compared:
            least = self._settings.compared_at
        elif question.asking.gathers and not question.places and _is_on(question, best):
            least = self._settings.gathered_at
        if not best.answers or best.support < least:
            return "not_enough"
        if missing and best.support < self._settings.part_at:
            return "not_enough"  # the rest may only sound like what is asked
        return "part" if missing else "enough"

    def _names_strangers(self, question: ReadQuestion) -> bool:
        """Whether it is about something that no document names."""
        same = question.language == self._language  # names may be translated
        return same and any(
            t.is_name and not t.known and _is_strange(t.word, self._known) for t in question.terms
        )

    def _astray(self, places: Mapping[str, str], text: str, found: Found) -> str:
        """How a sentence fails to be about the places asked about; empty if it does not."""
        if not places:
            return ""
        if not _speaks_of(places, text, found):
            return "elsewhere"
        opening = self._gazetteer.opening(text)
        others = self._gazetteer.find(text).keys() - places.keys()
        elsewhere = (opening and opening not in places.values()) or len(others) >= MANY
        return "beside" if elsewhere else ""

    def _missing(self, question: ReadQuestion, candidates: Sequence[Candidate]) -> list[str]:
        """Names and figures of the question that none of the better candidates speaks of."""
        if question.language != self._language:
            return []
        covered = {term for candidate in candidates[:12] for term in candidate.covered}
        return [
            t.word
            for t in question.terms
            if t.term not in covered
            and (t.is_name or t.word[0].isdigit())
            and t.rarity >= self._settings.missing_rarity
        ]


def _is_on(question: ReadQuestion, candidate: Candidate) -> bool:
    """Whether a sentence or its headings hold a fair part of what a question is about."""
    weights = {t.term: t.rarity**2 for t in question.terms}
    held = sum(weight for term, weight in weights.items() if term in candidate.covered)
    return held >= ON_SUBJECT * sum(weights.values())


def is_nearer(placed: ReadQuestion, evidence: Evidence, alone: Evidence) -> bool:
    """Whether a question is better answered when it is said of a place than as it stands.

    It is, too, where what answers it as it stands is about that place alone.
    """
    if evidence.outcome not in ("enough", "part"):
        return False
    best = evidence.candidates[0]
    if any(t.is_name and t.term not in best.covered for t in placed.terms):
        return False
    if alone.outcome not in ("enough", "part"):
        return True
    other = alone.candidates[0]
    return set(other.found.document.cities) == set(placed.places) or best.support >= other.support


def _share(values: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weighted mean of each row; 0.5, nothing being known, where there is nothing to weigh."""
    whole = float(weights.sum())
    share: NDArray[np.float64] = values @ weights / whole if whole else np.full(len(values), 0.5)
    return share


def _headings(found: Found) -> str:
    return " ".join([found.document.title, *found.passage.headings])


@lru_cache(maxsize=16384)
def _term_set(text: str, language: str) -> frozenset[str]:
    """The terms of a text; sentences come up again and again."""
    return frozenset(terms(text, language))


def _terms_of(sentence: str, language: str) -> frozenset[str]:
    """The terms of a sentence; a level is a certification, whether or not it says so."""
    own = _term_set(sentence, language)
    return own | _term_set("level certified certification", language) if levels(sentence) else own


def _speaks_of(places: Mapping[str, str], text: str, found: Found) -> bool:
    if len(found.document.cities) == 1 and found.document.cities[0] in places:
        return True
    folded = _folded(text)
    return any(f" {name} " in folded for name in places.values())


def _is_strange(word: str, known: frozenset[str]) -> bool:
    """Whether a name is one that nothing else tells of; figures and short forms are not."""
    plain = fold(word).replace("’", "'").removesuffix("'s")
    return plain.isalpha() and plain not in known


@lru_cache(maxsize=16384)
def _folded(text: str) -> str:
    return f" {' '.join(fold(word) for word in words(text))} "


_YEAR = re.compile(r"\b(?:19|20)(\d\d)\b")


def _other_year(question: str, sentence: str) -> float:
    asked, told = set(_YEAR.findall(question)), set(_YEAR.findall(sentence))
    return len(asked - told) / len(asked) if asked and told else 0.0


def _asks_for_now(question: ReadQuestion) -> bool:
    return question.asking.kind == "number" and not _YEAR.search(question.text)


@lru_cache(maxsize=16384)
def _recency(text: str) -> float:
    """How new the newest year of a sentence is: 1 for 2026 or later, 0 for 2016 or none."""
    years = [int(year) for year in _YEAR.findall(text)]
    return min(1.0, max(0.0, (max(years) - 16) / 10)) if years else 0.0
