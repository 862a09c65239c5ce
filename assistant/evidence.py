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

from assistant.asking import (
    FOCUSED,
    GATES,
    credits_award,
    defines,
    expands,
    holds,
    is_award,
    looks_ahead,
)
from assistant.asking_words import Kind
from assistant.coverage import held, term_set
from assistant.demands import counts, insists, meets, telling
from assistant.folding import fold
from assistant.framings import leans
from assistant.geography import find_areas, is_within_any
from assistant.hearing import COUNTED, HALF_HELD, Hearing
from assistant.metropolises import country_of_city
from assistant.places import Gazetteer
from assistant.questions import ContentTerm, ReadQuestion
from assistant.signs import SIGNS, WEIGHTS, SignWeights
from assistant.silences import is_silence
from assistant.superseded import Superseded
from assistant.vague import (
    asks_for_the_unheard_of,
    holds_no_word,
    is_bare_word,
    tells_nothing,
)
from index.lexicon import words
from index.retriever import Found, FoundSentence
from index.word_vectors import WordVectors

Outcome = Literal["enough", "part", "not_enough", "off_subject"]


class EvidenceSettings(BaseModel):
    """How signs are weighed and where the lines are drawn.

    Attributes:
        order: weights by which sentences are ordered.
        enough: weights that say how sure it is that one answers.
        answer_at: least support of the best sentence for an answer; higher refuses more.
        subject_at: below this support the question is not about the programme at all.
        missing_rarity: a name rarer than this that nothing speaks of is a missing part.
        part_at: least support of the best sentence for an answer with a missing part.
        gathered_at: least support where it is asked who did a thing: several may have.
        compared_at: the same where a thing is asked of several places, which takes it that each
            did it.
        able_at: from so sure on, by what the adapter has learned, a sentence can answer even if it
            seems to lack what must be in an answer.
        sure_at: the same for a question that seems to be about something else.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    order: SignWeights = WEIGHTS
    enough: SignWeights = WEIGHTS
    answer_at: float = Field(default=0.3, ge=0, le=1)
    subject_at: float = Field(default=0.04, ge=0, le=1)
    missing_rarity: float = Field(default=0.85, ge=0, le=1)
    part_at: float = Field(default=0.5, ge=0, le=1)
    gathered_at: float = Field(default=0.2, ge=0, le=1)
    compared_at: float = Field(default=0.15, ge=0, le=1)
    able_at: float = Field(default=0.5, ge=0, le=1)
    sure_at: float = Field(default=0.7, ge=0, le=1)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer.

    Attributes:
        log_odds: of answering better than the others; what candidates are ordered by.
        support: how sure the signs make it that the sentence answers, 0 to 1.
        sure: the same with what the programme's adapter has learned, if it has one.
        answers: whether it can answer at all: it holds the kind of thing asked for, if that can
            be told for sure.
        covered: terms of the question that it or its headings hold.
        signs: what speaks for it, in the order of `SIGNS`.
    """

    found: Found
    sentence: FoundSentence
    log_odds: float
    support: float
    sure: float
    answers: bool
    covered: frozenset[str]
    signs: NDArray[np.float64]

    @property
    def unlearned(self) -> float:
        """Log-odds of answering by the signs alone."""
        return math.log(self.support / (1.0 - self.support))

    @property
    def is_near(self) -> bool:
        """Whether it is on what is asked, even if it does not answer."""
        signs = dict(zip(SIGNS, self.signs, strict=True))
        on_subject = self.support >= NEAR or (signs["silence"] and signs["meaning"] >= HALF_HELD)
        return bool(on_subject and not signs["elsewhere"])


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

    @property
    def nearest(self) -> Candidate | None:
        """The sentence nearest to the question, whether or not it answers, if any is truly near."""
        near = [c for c in self.candidates if c.is_near]
        return max(near, key=lambda c: c.support, default=None)


LEFT_OPEN = 1.0
"""Least log-odds of a sentence that leaves open what is asked."""

NEAR = 0.15
"""Least support of a sentence that is shown beside a refusal."""

MOST_MOVED = 2.0
"""Log-odds by which what was learned moves a sentence among the others, at most: by how much others
may be behind, to be told as well, is measured in what the signs alone make of them."""

LITERAL_SUPPORT = 0.8
"""Support from which a sentence that holds all of a question to the letter is hardly doubted."""

LEAST_OF_LITERAL = -1.0
"""The least that was learned of such a sentence: those who wrote lessons asked in other words, so
that plain ones came to look like a near miss ('How much was the water bond in Boise?')."""

RULES = ("practice", "standard")
"""Kinds of documents that tell what is asked of cities, not what they do."""

TOLD_FOR_SURE = 0.9
"""From so sure on, what is told goes before a sentence that says of the same that it is open."""

SURER = 0.05
"""By how much a sentence has to be surer than one that says what is not known, to go before it."""

HEADED = 3
"""Of so many of the best sentences one must stand under a word that is asked by itself."""

MANY = 2
"""A sentence that names so many other places is not about the one asked about."""

DOERS: frozenset[Kind] = frozenset({"agent", "organisation", "person", "names"})
"""Kinds of those who did something, or of what they are called."""

OPEN_TO_SILENCE = GATES | {"thing"}
"""Kinds of things asked of several places that may be what is not known of one of them."""

STREWN = 0.1
"""Nearness that sentences have to questions on something else altogether."""

ON_SUBJECT = 0.2
"""Share of a question's terms, by rarity, without which a sentence is on something else."""

SHORT_FORM = 3
"""From so many letters on a name may be the beginning of one that is told: 'Mass.'"""

_MAY = re.compile(
    r"\b(?:can|could|may|must|should|have to|allowed|eligible|count)\b", re.IGNORECASE
)
"""Asks by what rule cities are told, and not for their names."""

_OF_ONE_THING = re.compile(r"\b(?:how (?:many|much)|who|which|when|where|costs?)\b", re.IGNORECASE)
"""What a silence is about that is silent on a particular of what was done."""

_LETTER = re.compile(r"[^\W\d_]")


class Judge:
    """Scores the sentences of found passages and says whether they are enough.

    Args:
        cosine_floor: what two unrelated sentences score with the index's model.
        corpus_language: of the documents; terms are compared in it.
        known_names: words of names that everybody who asks knows: the programme's, the places'.
        area_of: the area (see `geography`) of each city by id, for questions that name areas.

    Attributes:
        word_vectors: by which words meet in meaning.
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
        area_of: Mapping[str, str] | None = None,
    ) -> None:
        self._settings = settings
        self._gazetteer = gazetteer
        self._superseded = superseded
        self.word_vectors = word_vectors
        self._floor = cosine_floor
        self._language = corpus_language
        self._known = known_names
        self._area_of = area_of or {}
        self._hearing = Hearing(word_vectors, corpus_language, silence=settings.order.silence)

    def judge(
        self,
        question: ReadQuestion,
        found: Sequence[Found],
        *,
        compared: bool = False,
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
        meeting = np.array(
            [
                meets(question, s.text, self.word_vectors) and self._is_news(question, s.text)
                for _, s in pairs
            ]
        )
        able = self._able(question, pairs, signs, covered, meeting)
        near = self._settings.enough.weigh(signs)
        # Nobody knows better than the sentence that says of this very question that it is open.
        left_open = self._hearing.left_open_in_its_words(question, pairs)
        left_open &= ~_marked(signs, "elsewhere")
        open_ = left_open.copy()
        if question.asking.merits:
            # That it is not known what an award was for is all that can be said of it.
            open_ |= able & _marked(signs, "silence") & ~_marked(signs, "elsewhere")
        near = np.where(open_, np.maximum(near, LEFT_OPEN), near)
        learned = self._learned(pairs, signs)
        if question.asking.kind == "expansion":
            # Letters beside their words are what they stand for, whatever else is said of them.
            told = np.array([expands(question.asking, s.text) for _, s in pairs])
            near = np.where(told, np.maximum(near, LEFT_OPEN), near)
            learned = np.where(told, np.maximum(learned, 0.0), learned)
        support = _sigmoid(near)
        if question.asking.kind in GATES:
            literal = (support >= LITERAL_SUPPORT) & (signs[:, SIGNS.index("exact")] == 1.0)
            learned = np.where(literal, np.maximum(learned, LEAST_OF_LITERAL), learned)
        several = compared or question.asking.gathers or len({*question.places.values()}) >= MANY
        if holds_no_word(question):  # of which nothing was learned
            learned = np.minimum(learned, 0.0)
        deeds = question.asking.deeds
        # Unlike what it has learned to tell from answered ones.
        if several or deeds or question.asking.which_city:
            learned = np.maximum(learned, 0.0)
        log_odds = self._settings.order.weigh(signs)
        if not (several or deeds):  # which want more than the one sentence that answers best
            log_odds += MOST_MOVED * np.tanh(learned / MOST_MOVED)
        sure = _sigmoid(near + learned)
        silent = _marked(signs, "silence")
        if compared and (deeds or question.asking.kind not in OPEN_TO_SILENCE):
            # What was done in each place is not told by what is not known of it.
            able &= ~silent
        elif (np.minimum(support, sure)[able & ~silent] >= self._settings.part_at).any():
            # What is told is not kept out by a silence that is hardly on the question,
            able &= ~silent | (support >= self._settings.answer_at)
            if deeds:  # nor what was done by one on how many.
                able &= ~silent | [not _OF_ONE_THING.search(s.text) for _, s in pairs]
        of_kind = _marked(signs, "kind")
        surely = np.minimum(support, sure) >= LITERAL_SUPPORT  # by its own signs as well
        # Of what is to come, what was has no say.
        if not (question.asking.merits or question.asking.ahead):
            able |= (
                of_kind
                & (meeting | surely | (not insists(question)))
                & (learned > 0.0)
                & (sure >= self._settings.able_at)
            )
        of_areas = deeds or question.asking.which_city or question.asking.gathers
        if of_areas and not question.places:
            # What cities elsewhere did answers nothing on those of an area, however near it is.
            able &= self._in_areas(question.text, [sentence.text for _, sentence in pairs])
        likely = (support >= self._settings.part_at) & (sure >= self._settings.answer_at)
        if question.asking.kind in GATES and (likely & able & ~silent).any():
            # What leaves open who pays, and nothing else, does not answer how many there are.
            able &= ~self._hearing.of_other_kinds(question, pairs, silent)
        if not question.asking.gathers:
            log_odds += self._hearing.given_back(question, pairs, signs, able, log_odds)
        log_odds = _behind_what_is_told(log_odds, support, sure, able=able, silent=silent)
        # Unless what is told surely answers: 'how many were helped' is not 'how many of the 200'.
        left_open &= ~(
            able
            & ~silent
            & (np.minimum(support, sure) >= self._settings.part_at)
            & (sure >= TOLD_FOR_SURE)
        ).any()
        able |= left_open
        log_odds = np.where(left_open, np.maximum(log_odds, log_odds.max() + SURER), log_odds)
        candidates = [
            Candidate(
                passage, sentence, float(score), float(own), float(all_), bool(can), terms, row
            )
            for (passage, sentence), can, score, own, all_, terms, row in zip(
                pairs, able, log_odds, support, sure, covered, signs, strict=True
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
        told_of = held(question, pairs, self.word_vectors, corpus_language=self._language)
        # A city may be what did it, unless the question names the city itself.
        told = question.places or question.asking.kind != "agent"
        known = self._known if told else frozenset()
        beside = question.asking.kind != "definition"
        rows = []
        for (passage, sentence), own in zip(pairs, told_of, strict=True):
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
                    _other_year(question.asked, sentence.text),
                    float(question.language != self._language),
                    own.exact,
                    own.unheld,
                    own.unheld if question.asking.kind in DOERS else 0.0,
                    own.unheld if beside and defines(sentence.text) else 0.0,
                    own.unspoken,
                ]
            )
        return np.array(rows, dtype=np.float64), [own.terms for own in told_of]

    def _able(
        self,
        question: ReadQuestion,
        pairs: Sequence[tuple[Found, FoundSentence]],
        signs: NDArray[np.float64],
        covered: Sequence[frozenset[str]],
        meeting: NDArray[np.bool_],
    ) -> NDArray[np.bool_]:
        """Which sentences hold what must be in an answer, as far as that can be told for sure."""
        able = np.ones(len(signs), bool)
        silent = _marked(signs, "silence")
        if question.asking.kind in GATES | {"reason", "expansion"}:
            able &= _marked(signs, "kind")
        if question.asking.kind in FOCUSED and self._is_put(question):
            able &= signs[:, SIGNS.index("unfocused")] < 1.0
        if question.asking.kind == "number" and self._is_put(question):
            able &= [counts(question, sentence.text, self.word_vectors) for _, sentence in pairs]
        able &= meeting
        named = frozenset(
            t.term for t in question.terms if t.is_name and t.known and not t.is_beside
        )
        few = len(named) <= len(question.terms) / 2 and len(question.places) < MANY
        if question.asking.kind in GATES and few:
            able &= [named <= own for own in covered]
        if about := telling(question):
            able &= [not about.isdisjoint(own) for own in covered]
        able &= ~_marked(signs, "award")
        able |= silent
        if question.asking.merits:
            able &= [
                credits_award(s.text, silent=bool(is_))
                for is_, (_, s) in zip(silent, pairs, strict=True)
            ]
        if question.places and question.asking.kind != "cities" and not question.asking.gathers:
            # What opens with a city, and says nothing of the one asked about, is on that city.
            elsewhere = _marked(signs, "elsewhere")
            able &= [
                not (strays and self._gazetteer.opening(sentence.text))
                for strays, (_, sentence) in zip(elsewhere, pairs, strict=True)
            ]
            if question.asking.kind in COUNTED:  # nor is its figure the other's
                able &= ~_marked(signs, "beside") | silent
        if question.asking.gathers and not (question.places or question.asking.criterion):
            # What the standard asks of cities is no city's deed.
            able &= [
                found.document.kind not in RULES or bool(self._gazetteer.find(sentence.text))
                for found, sentence in pairs
            ]
        return able

    def _in_areas(self, asked: str, told: Sequence[str]) -> NDArray[np.bool_]:
        """Which sentences are not on cities outside the areas that a question names."""
        codes = [area.code for area in find_areas(asked)]
        if not codes:
            return np.ones(len(told), dtype=bool)
        areas = [[self._area_of.get(id_, "") for id_ in self._gazetteer.find(t)] for t in told]
        inside = [not own or any(not a or is_within_any(a, codes) for a in own) for own in areas]
        return np.array(inside, dtype=bool)

    def _learned(
        self, pairs: Sequence[tuple[Found, FoundSentence]], signs: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """What the adapter adds to log-odds; nothing of what is said not to be known.

        It tells what is asked of a sentence, and hardly of whom: it speaks against what is said of
        another place than the one asked about, and not for it.
        """
        silent = _marked(signs, "silence")
        elsewhere = _marked(signs, "elsewhere")
        learned = np.array([sentence.learned for _, sentence in pairs])
        learned[elsewhere] = np.minimum(learned[elsewhere], 0.0)
        return np.where(silent, 0.0, learned)

    def _is_put(self, question: ReadQuestion) -> bool:
        """Whether what is asked for is in the documents' language, or could be put into it."""
        same = question.language == self._language
        return same or all(t.known for t in question.terms if t.is_focus)

    def _is_news(self, question: ReadQuestion, text: str) -> bool:
        """Whether a sentence can tell the places or the future that a question asks for."""
        # Of several places that are named, the answer may be one.
        if question.asking.kind == "cities" and len(set(question.places.values())) < MANY:
            told = self._gazetteer.find(text).keys()
            return bool(told - question.places.keys()) or bool(_MAY.search(question.asked))
        return not question.asking.ahead or looks_ahead(text)

    def _outcome(
        self,
        question: ReadQuestion,
        candidates: Sequence[Candidate],
        missing: Sequence[str],
        *,
        compared: bool,
    ) -> Outcome:
        best = candidates[0]
        nearest = max(candidate.support for candidate in candidates)
        learned = best.answers and best.sure > best.support
        known = learned and best.sure >= self._settings.sure_at
        if nearest < self._settings.subject_at and not (question.places or known):
            return "off_subject"
        if any(_YEAR.fullmatch(word) for word in missing):
            return "not_enough"  # nothing is told of that time
        if not question.places and (
            self._names_strangers(question) or _is_of_another_city(question, best)
        ):
            return "not_enough"
        if question.language == self._language and asks_for_the_unheard_of(question):
            return "not_enough"
        if known:
            return "part" if missing else "enough"
        likely = learned and best.sure >= self._settings.part_at
        if not (likely or question.places or question.asking.gathers) and _is_strewn(
            question, best
        ):
            return "off_subject"
        if tells_nothing(question):
            return "off_subject"
        if is_bare_word(question) and not any(
            _heads(question.terms[0], c, self._language) for c in candidates[:HEADED]
        ):
            return "off_subject"
        least = self._settings.answer_at
        if compared:
            least = self._settings.compared_at
        elif (
            (question.asking.gathers or question.asking.which_city)
            and not question.places
            and _is_on(question, best)
        ):
            least = self._settings.gathered_at
        if not best.answers or best.sure < least:
            return "not_enough"
        if _holds_nothing(question, best) and best.sure < self._settings.part_at:
            return "not_enough"  # it is only near
        if missing and best.sure < self._settings.part_at:
            return "not_enough"  # the rest may only sound like what is asked
        return "part" if missing else "enough"

    def _names_strangers(self, question: ReadQuestion) -> bool:
        """Whether it is about something that no document names."""
        return any(
            t.is_name
            and not (t.known or t.also or t.is_beside)
            and _is_strange(t.word, self._known)
            for t in question.terms
        )

    def _astray(self, places: Mapping[str, str], text: str, found: Found) -> str:
        """How a sentence fails to be about the places asked about; empty if it does not."""
        if not places:
            return ""
        named = self._gazetteer.find(text).keys()
        if not (_speaks_of(places, text, found) or named & places.keys()):
            return "elsewhere"
        opening = self._gazetteer.opening(text)
        others = named - places.keys()
        elsewhere = (opening and opening.isdisjoint(places)) or len(others) >= MANY
        return "beside" if elsewhere else ""

    def _missing(self, question: ReadQuestion, candidates: Sequence[Candidate]) -> list[str]:
        """Names and figures of the question that none of the better candidates speaks of."""
        covered = {term for candidate in candidates[:12] for term in candidate.covered}
        told = " ".join(_folded(candidate.sentence.text) for candidate in candidates[:12])
        return [
            t.word
            for t in question.terms
            if t.term not in covered
            and not (
                t.word.isalpha() and len(t.word) >= SHORT_FORM and f" {fold(t.word)}" in told
            )  # 'Mass.'
            and (t.is_name or t.word[0].isdigit())
            and not t.is_beside
            and t.rarity >= self._settings.missing_rarity
        ]


def is_told(evidence: Evidence) -> bool:
    """Whether the documents have something on the very question, be it that it is not known."""
    return evidence.outcome == "enough" or any(
        c.answers and c.support >= NEAR and is_silence(c.sentence.text)
        for c in evidence.candidates[:1]
    )


def _behind_what_is_told(
    log_odds: NDArray[np.float64],
    support: NDArray[np.float64],
    sure: NDArray[np.float64],
    *,
    able: NDArray[np.bool_],
    silent: NDArray[np.bool_],
) -> NDArray[np.float64]:
    """The log-odds with silences put behind a sentence that surely answers, and more than they do.

    What was learned speaks against sentences, plain ones above all, and never against a silence.
    """
    told = able & ~silent
    if not told.any():
        return log_odds
    best = np.argmax(np.where(told, sure, -1.0))
    if support[best] < LITERAL_SUPPORT:
        return log_odds
    less = (sure < sure[best] - SURER) & (support < support[best] - SURER)
    first = log_odds[told].max()
    return np.where(able & silent & less, np.minimum(log_odds, first - SURER), log_odds)


def _marked(signs: NDArray[np.float64], name: str) -> NDArray[np.bool_]:
    """Which sentences have a sign."""
    found: NDArray[np.bool_] = signs[:, SIGNS.index(name)] > 0
    return found


def _sigmoid(log_odds: NDArray[np.float64]) -> NDArray[np.float64]:
    found: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-log_odds))
    return found


def _is_of_another_city(question: ReadQuestion, best: Candidate) -> bool:
    """Whether a large city is asked about that neither the programme nor the best sentence has."""
    said = f"{question.beside} {question.asked}" if leans(question.asked) else question.asked
    named = country_of_city(said)
    if not named or named[0] not in said:  # 'la plata', written small, is no city
        return False
    headings = " ".join([best.found.document.title, *best.found.passage.headings])
    return _folded(named[0]) not in _folded(f"{headings} {best.sentence.text}")


def _heads(asked: ContentTerm, candidate: Candidate, language: str) -> bool:
    """Whether a word names what a sentence's document or section is about."""
    headings = " ".join([candidate.found.document.title, *candidate.found.passage.headings])
    return asked.term in term_set(headings, language)


def _is_strewn(question: ReadQuestion, best: Candidate) -> bool:
    """Whether the best sentence is no nearer than any would be, and lacks half of the question.

    One that holds a name in the question is on that, whatever else it lacks.
    """
    if any(t.is_name and t.known and t.term in best.covered for t in question.terms):
        return False
    signs = dict(zip(SIGNS, best.signs, strict=True))
    return bool(signs["nearness"] < STREWN and signs["unheld"] >= HALF_HELD)


def _holds_nothing(question: ReadQuestion, best: Candidate) -> bool:
    """Whether a sentence has no word of a question, nor one that means the same."""
    unheld = best.signs[SIGNS.index("unheld")]
    alone = bool(question.terms) and not question.beside
    return alone and not best.covered and unheld == 1.0


def _is_on(question: ReadQuestion, candidate: Candidate) -> bool:
    """Whether a sentence or its headings hold a fair part of what a question is about."""
    weights = {t.term: t.rarity**2 for t in question.terms}
    held = sum(weight for term, weight in weights.items() if term in candidate.covered)
    return held >= ON_SUBJECT * sum(weights.values())


STAYS = 0.15
"""How much less support a sentence needs that is on the place spoken of and covers as much."""


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
    # What is talked of goes on, unless elsewhere there is clearly more on what is asked.
    lead = STAYS if set(best.covered) >= set(other.covered) else 0.0
    same = set(other.found.document.cities) == set(placed.places)
    return same or best.support >= other.support - lead


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


@lru_cache(maxsize=16384)
def _years(text: str) -> frozenset[str]:
    """The last two digits of its years."""
    return frozenset(_YEAR.findall(text))


def _other_year(question: str, sentence: str) -> float:
    asked, told = _years(question), _years(sentence)
    return len(asked - told) / len(asked) if asked and told else 0.0


def _asks_for_now(question: ReadQuestion) -> bool:
    return question.asking.kind == "number" and not _YEAR.search(question.asked)


@lru_cache(maxsize=16384)
def _recency(text: str) -> float:
    """How new the newest year of a sentence is: 1 for 2026 or later, 0 for 2016 or none."""
    years = [int(year) for year in _years(text)]
    return min(1.0, max(0.0, (max(years) - 16) / 10)) if years else 0.0
