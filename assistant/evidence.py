"""Judging what was found: how well each sentence answers the question, and whether that is enough.

Four signs are weighed: nearness of the sentence's vector to the question's, the share of the
question's rare terms that it (or its heading) holds, how well its whole passage was ranked, and
whether it holds the kind of thing that is asked for. A sentence about another place than the one
asked about counts for little. The sum is taken as log-odds, so that `support` lies between 0 and 1;
the weights were chosen by hand from trials on the development questions, and `support` is not a
calibrated chance.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.figures import levels
from assistant.folding import fold
from assistant.places import Gazetteer
from assistant.questions import Asked, ContentTerm, ReadQuestion
from assistant.superseded import Superseded
from index.lexicon import terms, words
from index.retriever import Found, FoundSentence

Outcome = Literal["enough", "part", "not_enough", "off_subject"]


class EvidenceSettings(BaseModel):
    """Weights of the signs and where the lines are drawn.

    Attributes:
        nearness, coverage, rank, kind: weights of the four signs, each 0 to 1, in log-odds.
        elsewhere: taken off a sentence that does not speak of the place asked about.
        beside: taken off one that does, but begins with another place.
        superseded: taken off one on a version of the standard that was not asked about.
        recent: added to the newest sentence where the question asks how things are now.
        silence: taken off a sentence that says what is not known, which comes after what is.
        across: added across languages, where cosines are lower and words do not meet.
        constant: log-odds with no sign at all.
        answer_at: least support of the best sentence for an answer.
        subject_at: below this support the question is not about the programme at all.
        missing_rarity: a name rarer than this that nothing speaks of is a missing part.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    nearness: float = Field(default=8.0, ge=0)
    coverage: float = Field(default=3.0, ge=0)
    rank: float = Field(default=1.0, ge=0)
    kind: float = Field(default=1.5, ge=0)
    elsewhere: float = Field(default=6.0, ge=0)
    beside: float = Field(default=1.5, ge=0)
    superseded: float = Field(default=2.0, ge=0)
    recent: float = Field(default=0.5, ge=0)
    silence: float = Field(default=0.5, ge=0)
    across: float = Field(default=0.8, ge=0)
    constant: float = -4.8
    answer_at: float = Field(default=0.5, ge=0, le=1)
    subject_at: float = Field(default=0.2, ge=0, le=1)
    missing_rarity: float = Field(default=0.85, ge=0, le=1)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer.

    Attributes:
        log_odds: of answering; what candidates are ordered by.
        covered: terms of the question that it or its headings hold.
    """

    found: Found
    sentence: FoundSentence
    log_odds: float
    covered: frozenset[str]

    @property
    def support(self) -> float:
        """How sure the signs make it that the sentence answers, 0 to 1; not calibrated."""
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


_LETTER = re.compile(r"[^\W\d_]")
_HOLDS: Mapping[Asked, re.Pattern[str]] = {
    # A year is no count.
    "number": re.compile(r"(?<!\d)(?!(?:19|20)\d\d\b)\d"),
    "date": re.compile(r"\b(?:19|20)\d\d\b"),
    "person": re.compile(r"(?<!^)(?<![.] )\b[A-Z]\w+ [A-Z]\w+"),
    "list": re.compile(r"(?:[A-Z]\w+[^,.;]*, ){2}|(?:[A-Z]\w+[^,.;]*, )[^,.;]* and "),
    "definition": re.compile(r"^[^,;]{0,70}\b(?:is|are) (?:a|an|the|one|called)\b"),
}
_SILENCE = re.compile(
    r"\b(?:documents|sources(?: consulted)?) do not "
    r"(?:state|say|give|name|show|tell|explain|report|confirm|mention|link)"
    r"|\b(?:is|are|was|were) not (?:stated|given|named|told|published|printed|found|known)\b"
    r"|\bcould not be (?:found|confirmed|consulted)\b|\bnames? no \w+"
    r"|^No (?:source|document|score|figure|study)",
    re.IGNORECASE,
)


def is_silence(text: str) -> bool:
    """Whether a sentence's point is that the documents do not say something."""
    return bool(_SILENCE.search(" ".join(text.split(";")[0].split())))


def is_qualified(text: str) -> bool:
    """Whether a sentence makes a point and then says what the documents do not say of it."""
    return not is_silence(text) and bool(_SILENCE.search(" ".join(text.split())))


class Judge:
    """Scores the sentences of found passages and says whether they are enough.

    Args:
        cosine_floor: what two unrelated sentences score with the index's model.
        corpus_language: of the documents; terms are compared in it.
    """

    def __init__(
        self,
        settings: EvidenceSettings,
        gazetteer: Gazetteer,
        superseded: Superseded,
        *,
        cosine_floor: float,
        corpus_language: str,
    ) -> None:
        self._settings = settings
        self._gazetteer = gazetteer
        self._superseded = superseded
        self._floor = cosine_floor
        self._language = corpus_language

    def judge(self, question: ReadQuestion, found: Sequence[Found]) -> Evidence:
        """Weigh what was found for a question."""
        candidates = [
            self._candidate(question, passage, sentence)
            for passage in found
            for sentence in passage.sentences
            if _LETTER.search(sentence.text)
        ]
        candidates.sort(key=lambda c: (-c.log_odds, c.found.document.id, c.sentence.span.start))
        best = candidates[0].support if candidates else 0.0
        missing = self._missing(question, candidates)
        return Evidence(self._outcome(question, best, missing), candidates, missing)

    def _outcome(self, question: ReadQuestion, best: float, missing: Sequence[str]) -> Outcome:
        if best < self._settings.subject_at and not question.places:
            return "off_subject"
        if best < self._settings.answer_at:
            return "not_enough"
        return "part" if missing else "enough"

    def _candidate(
        self, question: ReadQuestion, found: Found, sentence: FoundSentence
    ) -> Candidate:
        headings = " ".join([found.document.title, *found.passage.headings])
        own = _term_set(sentence.text, self._language)
        if levels(sentence.text):  # a level is a certification, whether or not it says so
            own |= _term_set("level certified certification", self._language)
        around = _term_set(headings, self._language)
        covered = frozenset(t.term for t in question.terms if t.term in own or t.term in around)
        weights = self._settings
        same_language = question.language == self._language
        log_odds = (
            weights.constant
            + weights.nearness * self._nearness(sentence.cosine)
            + weights.coverage * _coverage(question.terms, own, around, same_language)
            + weights.rank * found.hit.score
            + weights.kind * _holds(question.asked, sentence.text)
        )
        if is_silence(sentence.text):
            log_odds -= weights.silence
        if not same_language:
            log_odds += weights.across
        if question.places:
            log_odds -= self._astray(question.places, sentence.text, found)
        if self._superseded.out_of_place(question.text, sentence.text):
            log_odds -= weights.superseded
        if question.asked == "number" and not _YEAR.search(question.text):
            log_odds += weights.recent * _recency(sentence.text)
        return Candidate(found, sentence, log_odds, covered)

    def _astray(self, places: Mapping[str, str], text: str, found: Found) -> float:
        """What is taken off a sentence for not being about the places asked about."""
        if not _speaks_of(places, text, found):
            return self._settings.elsewhere
        opening = self._gazetteer.opening(text)
        return self._settings.beside if opening and opening not in places.values() else 0.0

    def _nearness(self, cosine: float) -> float:
        """0 for a cosine that unrelated sentences reach, 1 for the same text; may be negative."""
        return (cosine - self._floor) / (1.0 - self._floor)

    def _missing(self, question: ReadQuestion, candidates: Sequence[Candidate]) -> list[str]:
        """Names and rare words of the question that none of the better candidates speaks of."""
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


@lru_cache(maxsize=16384)
def _term_set(text: str, language: str) -> frozenset[str]:
    """The terms of a text; sentences come up again and again."""
    return frozenset(terms(text, language))


def _coverage(
    wanted: Sequence[ContentTerm], own: frozenset[str], around: frozenset[str], same_language: bool
) -> float:
    """Share of the question's terms found, by rarity; a heading counts for less than the text.

    Across languages only names and numbers can be compared; without any, nothing is known: 0.5.
    """
    compared = [t for t in wanted if same_language or t.is_name or t.known or t.word[0].isdigit()]
    whole = sum(t.rarity**2 for t in compared)
    if not whole:
        return 0.5
    held = sum(
        t.rarity**2 * (1.0 if t.term in own else 0.7 if t.term in around else 0.0) for t in compared
    )
    return held / whole


def _holds(asked: Asked | None, text: str) -> float:
    """1 if the text holds what is asked for, or says that nobody states it; else 0."""
    return 1.0 if asked is None or _HOLDS[asked].search(text) or is_silence(text) else 0.0


def _speaks_of(places: Mapping[str, str], text: str, found: Found) -> bool:
    if len(found.document.cities) == 1 and found.document.cities[0] in places:
        return True
    folded = f" {' '.join(fold(word) for word in words(text))} "
    return any(f" {name} " in folded for name in places.values())


_YEAR = re.compile(r"\b(?:19|20)(\d\d)\b")


def _recency(text: str) -> float:
    """How new the newest year of a sentence is: 1 for 2026 or later, 0 for 2016 or none."""
    years = [int(year) for year in _YEAR.findall(text)]
    return min(1.0, max(0.0, (max(years) - 16) / 10)) if years else 0.0
