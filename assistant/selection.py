"""Choosing the sentences of an answer: the fewest that carry it, in an order that reads.

The best sentence leads. Others follow only if they are nearly as good and say something else. Two
cases want more: a question that names several places gets the best sentence on each, and a
sentence that gathers several cities is followed by what some of them did. A caution that stands
beside the lead comes with it, since it changes what the lead means. Where the best sentence says
that the documents are silent, it stands alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

from assistant.evidence import Candidate, is_qualified, is_silence
from assistant.figures import quantities
from assistant.places import Gazetteer
from assistant.questions import ReadQuestion


class SelectionSettings(BaseModel):
    """How much is said; distances are in log-odds below the lead.

    Attributes:
        max_sentences: in running text.
        max_items: in a list of places.
        near_best: how far below the lead a further sentence may be.
        near_plain: how far below it a sentence without a reservation may be to lead instead.
        near_caution: the same for a caution that comes with the lead.
        near_example: the same for what one of several cities did.
        same_subject: a further sentence holds at least this share of what the lead holds of the
            question's terms.
        same: two sentences whose cosine is above this say the same thing.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    max_sentences: int = Field(default=3, ge=1)
    max_items: int = Field(default=4, ge=1)
    near_best: float = Field(default=0.5, ge=0)
    near_plain: float = Field(default=0.8, ge=0)
    near_caution: float = Field(default=2.5, ge=0)
    near_example: float = Field(default=6.0, ge=0)
    same_subject: float = Field(default=0.2, ge=0, le=1)
    same: float = Field(default=0.93, ge=0, le=1)


@dataclass(frozen=True, slots=True)
class Selection:
    """Sentences of an answer: running text first, then a list.

    Attributes:
        silent: names of places asked about that nothing was found on.
    """

    text: Sequence[Candidate]
    items: Sequence[Candidate] = ()
    silent: Sequence[str] = ()


_CAUTION = re.compile(
    r"\b(?:is|are|was|were|do|does|did) not\b|\bdisagree|\bdiffer\b|\brather than\b", re.IGNORECASE
)


class Selector:
    """Chooses among candidates, best first."""

    def __init__(self, settings: SelectionSettings, gazetteer: Gazetteer) -> None:
        self._settings = settings
        self._gazetteer = gazetteer

    def select(self, question: ReadQuestion, candidates: Sequence[Candidate]) -> Selection:
        """The sentences of an answer; `candidates` is not empty."""
        if len(set(question.places.values())) > 1:
            compared = self._one_for_each_place(question, candidates)
            if len(compared.items) > 1:
                return compared
        if is_silence(candidates[0].sentence.text):
            return Selection(candidates[:1])
        text = self._near_best(question, candidates)
        text += self._caution(text, candidates)
        items = [] if question.places else self._examples(text[0], candidates)
        return Selection(text, items)

    def _one_for_each_place(
        self, question: ReadQuestion, candidates: Sequence[Candidate]
    ) -> Selection:
        names = list(dict.fromkeys(question.places.values()))
        best: dict[str, Candidate] = {}
        for candidate in candidates:
            opening = self._gazetteer.opening(candidate.sentence.text)
            if opening in names and not is_silence(candidate.sentence.text):
                best.setdefault(opening, candidate)
        found = [best[name] for name in names if name in best]
        return Selection((), found, [name for name in names if name not in best])

    def _near_best(
        self, question: ReadQuestion, candidates: Sequence[Candidate]
    ) -> list[Candidate]:
        lead = self._lead(candidates)
        chosen = [lead]
        for candidate in candidates:
            if candidate.log_odds < candidates[0].log_odds - self._settings.near_best:
                break
            if _kinship(question, lead, candidate) < self._settings.same_subject:
                continue
            if len(chosen) < self._settings.max_sentences and self._is_new(candidate, chosen):
                chosen.append(candidate)
        return [lead, *sorted(chosen[1:], key=lambda c: _order(c, lead))]

    def _lead(self, candidates: Sequence[Candidate]) -> Candidate:
        """The best sentence; a plain one nearly as good goes before one with a reservation."""
        best = candidates[0]
        if not is_qualified(best.sentence.text):
            return best
        floor = best.log_odds - self._settings.near_plain
        plain = (
            candidate
            for candidate in candidates
            if candidate.log_odds >= floor and not _CAUTION.search(candidate.sentence.text)
        )
        return next(plain, best)

    def _caution(
        self, text: Sequence[Candidate], candidates: Sequence[Candidate]
    ) -> list[Candidate]:
        lead = text[0]
        if len(text) == self._settings.max_sentences or _CAUTION.search(lead.sentence.text):
            return []
        beside = (
            candidate
            for candidate in candidates
            if candidate.found.passage.id == lead.found.passage.id
            and candidate.log_odds >= lead.log_odds - self._settings.near_caution
            and _CAUTION.search(candidate.sentence.text)
            and self._is_new(candidate, text)
        )
        return list(beside)[:1]

    def _examples(self, lead: Candidate, candidates: Sequence[Candidate]) -> list[Candidate]:
        if lead.found.document.kind != "topic" or self._gazetteer.opening(lead.sentence.text):
            return []
        return list(self._one_a_city(lead, candidates))[: self._settings.max_items]

    def _one_a_city(self, lead: Candidate, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
        """Sentences of the lead's document on one city each, those with figures first."""
        own = [
            candidate
            for candidate in candidates
            if candidate.found.document.id == lead.found.document.id
            and candidate.log_odds >= lead.log_odds - self._settings.near_example
            and not _CAUTION.search(candidate.sentence.text)
            and not is_silence(candidate.sentence.text)
        ]
        seen = set()
        for candidate in sorted(own, key=lambda c: not quantities(c.sentence.text)):
            city = self._gazetteer.opening(candidate.sentence.text)
            if city and city not in seen:
                seen.add(city)
                yield candidate

    def _is_new(self, candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
        figures = quantities(candidate.sentence.text)
        for other in chosen:
            if float(candidate.sentence.vector @ other.sentence.vector) > self._settings.same:
                return False
            if figures and figures <= quantities(other.sentence.text):
                return False
        return True


def _kinship(question: ReadQuestion, lead: Candidate, candidate: Candidate) -> float:
    """Share of what the lead holds of the question that the candidate holds too, by rarity.

    1 if the lead holds no term of the question, as across languages.
    """
    held = {t.term: t.rarity**2 for t in question.terms if t.term in lead.covered}
    if not held:
        return 1.0
    return sum(weight for term, weight in held.items() if term in candidate.covered) / sum(
        held.values()
    )


def _order(candidate: Candidate, lead: Candidate) -> tuple[bool, str, int]:
    """After the lead: its own document first, then by document and place."""
    document = candidate.found.document.id
    return document != lead.found.document.id, document, candidate.sentence.span.start
