"""Which questions lead on from an answer: near it, not asked yet, and not all of one kind.

Four signs of nearness are added up: the question's vector, documents cited by both answers, places
named in both questions, and topics of the documents. A suggestion is passed over if it asks what
was asked before, or if its answer says nothing that this one has not said.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.answers import Answer, Language
from assistant.conversation import Turn
from assistant.suggestions.likeness import Likeness, adds, content, said
from assistant.suggestions.store import Suggestion, Tried

Vector = NDArray[np.float32]

COUNT = 3
"""How many follow-ups an answer has."""

OWN = 2
"""How many of them may come from the tool that answered, where others lead on too."""

# What each sign adds where it is strongest. The vector's is the yardstick: 0 for any two questions,
# 1 for the same words. Chosen by reading what comes first for some forty answers.
DOCUMENT, PLACE, TOPIC = 0.35, 0.5, 0.25
ELSEWHERE = 0.3
"""Taken off a question about other places than those spoken of."""
AGAIN, TWIN = 0.3, 0.3
"""Taken off for nearness to a question already chosen, and for one of its template."""

_OURS = re.compile(r"\b(?:our|nuestr[oa]s|noss[oa]s)\b")
"""In a calculator's question: 'what if we lose 2 of our 34' wants the 34 first."""

LEAST, SAME = 0.2, 0.85
"""Sum below which a question leads nowhere; nearness of vectors from which it is the same one."""

MAX_TWINS = 2
"""So many questions of a template are offered at most."""


class Suggestions:
    """The questions that are known to be answered.

    May be empty: where none were tried, nothing is suggested.
    """

    def __init__(self, tried: Tried | None = None) -> None:
        self.all: Sequence[Suggestion] = tried.trials.kept if tried else ()
        self.likeness = Likeness((s.question, s.language) for s in self.all)
        self._topics = _Topics(tried.trials.topics if tried else {}, self.all)
        self._vectors = tried.vectors if tried else np.empty((0, 0), np.float32)
        self._floor = _mean_cosine(self._vectors)
        self._rows = {_plain(s.question): row for row, s in enumerate(self.all)}
        self._failed = {_plain(f.question) for f in tried.trials.failures} if tried else set()
        self._by_document = _rows_by(s.documents for s in self.all)
        self._by_place = _rows_by(s.cities for s in self.all)
        self._by_template = _rows_by([s.template] for s in self.all)
        calculated = self._by_template.get("tool:tier", [])
        self._what_ifs = [row for row in calculated if _OURS.search(self.all[row].question)]
        self._placed = np.array([bool(s.cities) for s in self.all], bool)

    def __contains__(self, question: object) -> bool:
        """Whether a question is one of those suggested, its vector kept."""
        return isinstance(question, str) and self._row_of(question) is not None

    def after(
        self,
        answer: Answer,
        *,
        history: Sequence[Turn] = (),
        vector: Vector | None = None,
        places: Collection[str] = (),
        answers: Callable[[str], bool] | None = None,
    ) -> tuple[str, ...]:
        """Up to three questions that lead on from an answer, best first.

        A question that is asked back keeps its own choices. A tool's own questions come first,
        as far as they are known to be answered.

        Args:
            history: the turns before the question.
            vector: the question's; None to take the one kept of a question that is suggested.
            places: ids of the directory's cities that the question names.
            answers: tells of a question that was never tried whether it is answered; without
                it such a question is not offered.
        """
        if answer.status == "clarify":
            return tuple(answer.followups)
        asked = [answer.question, answer.standalone_question]
        asked += [turn.content for turn in history if turn.role == "user"]
        picked = _Picked(self.likeness, asked, answer.language, known=frozenset(said(answer)))
        own = [q for q in answer.followups if self._is_answered(q, answers)]
        picked.take((self._stored(q, answer.language) for q in own), limit=OWN)
        before = [row for question in asked if (row := self._row_of(question)) is not None]
        if vector is None and self._row_of(answer.question) is not None:
            vector = self._vectors[before[0]]
        scores = self._scores(answer, vector, places)
        for row in before:
            scores[self._near(self._vectors[row]) >= SAME] = -np.inf
        picked.take(self._ordered(scores, picked.chosen), limit=COUNT)
        picked.take((self._stored(q, answer.language) for q in own), limit=COUNT)
        picked.take(self._starters(answer.language), limit=COUNT)
        return tuple(suggestion.question for suggestion in picked.chosen)

    def nearest(self, vector: Vector, language: Language) -> Suggestion | None:
        """The question of that language that is nearest to a vector; None if none is near."""
        if not self.all:
            return None
        near = self._near(vector)
        near[[s.language != language for s in self.all]] = -np.inf
        best = int(np.argmax(near))
        return self.all[best] if near[best] >= LEAST else None

    def nearness(self, vectors: NDArray[np.float32]) -> NDArray[np.float32]:
        """Of each question to each vector: shape (questions, vectors).

        1 for the same text, 0 for what two questions taken at random have; may be negative.
        """
        return (self._vectors @ vectors.T - self._floor) / np.float32(1 - self._floor)

    def _near(self, vector: Vector) -> NDArray[np.float32]:
        """Nearness of each question to one vector; without BLAS, whose threads wait for others."""
        cosines = np.einsum("ij,j->i", self._vectors, vector)
        near: NDArray[np.float32] = (cosines - self._floor) / np.float32(1 - self._floor)
        return near

    def _row_of(self, question: str) -> int | None:
        return self._rows.get(_plain(question))

    def _stored(self, question: str, language: Language) -> Suggestion:
        row = self._row_of(question)
        return self.all[row] if row is not None else _untried(question, language)

    def _is_answered(self, question: str, answers: Callable[[str], bool] | None) -> bool:
        if self._row_of(question) is not None:
            return True
        if _plain(question) in self._failed or answers is None:
            return False
        return answers(question)

    def _scores(
        self, answer: Answer, vector: Vector | None, places: Collection[str]
    ) -> NDArray[np.float32]:
        """How well each question leads on: shape (questions,); minus infinity where it cannot."""
        documents = list(dict.fromkeys(citation.document for citation in answer.citations))
        scores = self._topics.nearness(documents) * np.float32(TOPIC)
        for document in documents:
            scores[self._by_document.get(document, [])] += DOCUMENT / len(documents)
        if places:
            scores[self._placed] -= ELSEWHERE
            for place in places:
                scores[self._by_place.get(place, [])] += ELSEWHERE + PLACE
        if vector is not None and len(self.all):
            near = self._near(vector)
            scores += near
            scores[near >= SAME] = -np.inf
        scores[[s.language != answer.language for s in self.all]] = -np.inf
        if not any(tool.name == "tier" for tool in answer.tools):
            scores[self._what_ifs] = -np.inf
        return scores

    def _ordered(
        self, scores: NDArray[np.float32], chosen: Sequence[Suggestion]
    ) -> Iterator[Suggestion]:
        """Suggestions, best first; what is `chosen` on the way counts against those like it."""
        counted = 0
        while len(self.all):
            for other in chosen[counted:]:
                row = self._row_of(other.question)
                if row is not None:
                    scores -= np.float32(AGAIN) * self._near(self._vectors[row]).clip(0)
                scores[self._by_template.get(other.template, [])] -= TWIN
            counted = len(chosen)
            best = int(np.argmax(scores))
            if scores[best] < LEAST:
                return
            scores[best] = -np.inf
            yield self.all[best]

    def _starters(self, language: Language) -> Iterator[Suggestion]:
        """Where nothing leads on, there is still where to begin."""
        return (s for s in self.all if s.origin == "starter" and s.language == language)


class _Picked:
    """What was chosen so far, and what must not be chosen any more."""

    def __init__(
        self,
        likeness: Likeness,
        asked: Iterable[str],
        language: Language,
        *,
        known: frozenset[str],
    ) -> None:
        self.chosen: list[Suggestion] = []
        self._likeness = likeness
        self._language = language
        self._contents = [content(question, language) for question in asked if question]
        self._known = known

    def take(self, suggestions: Iterable[Suggestion], *, limit: int) -> None:
        """Choose from the suggestions, best first, until there are `limit`."""
        for suggestion in suggestions:
            if len(self.chosen) >= limit:
                return
            own = content(suggestion.question, self._language)
            if self._fits(suggestion, own):
                self.chosen.append(suggestion)
                self._contents.append(own)
                self._known |= frozenset(suggestion.said)

    def _fits(self, suggestion: Suggestion, own: frozenset[str]) -> bool:
        twins = sum(suggestion.template == other.template for other in self.chosen)
        if twins >= MAX_TWINS:
            return False
        if suggestion.said and not adds(suggestion.said, self._known):
            return False
        return not any(self._likeness.alike(own, other) for other in self._contents)


class _Topics:
    """Nearness by the topics of documents: the cosine of their counts, rare topics counting more.

    A topic of most documents tells little, and one of many topics of a document less than its only
    one.
    """

    def __init__(
        self, documents: Mapping[str, Sequence[str]], suggestions: Sequence[Suggestion]
    ) -> None:
        names = sorted({topic for topics in documents.values() for topic in topics})
        self._place = {topic: n for n, topic in enumerate(names)}
        shares = np.zeros(len(names), np.float32)
        for topics in documents.values():
            shares[self._places(topics)] += 1 / max(1, len(documents))
        self._weights = -np.log(np.maximum(shares, 1e-6))
        self._documents = {id_: self._vector(topics) for id_, topics in documents.items()}
        distinct = {s.topics for s in suggestions}
        known = {topics: self._vector(topics) for topics in distinct}
        rows = [known[s.topics] for s in suggestions]
        self._rows = np.stack(rows) if rows else np.empty((0, len(names)), np.float32)

    def nearness(self, documents: Sequence[str]) -> NDArray[np.float32]:
        """Of each suggestion to these documents, 0 to 1: shape (suggestions,)."""
        known = [self._documents[id_] for id_ in documents if id_ in self._documents]
        if not known:
            return np.zeros(len(self._rows), np.float32)
        near: NDArray[np.float32] = self._rows @ _unit(np.sum(known, axis=0))
        return near

    def _vector(self, topics: Sequence[str]) -> NDArray[np.float32]:
        vector = np.zeros(len(self._place), np.float32)
        places = self._places(topics)
        vector[places] = self._weights[places]
        return _unit(vector)

    def _places(self, topics: Sequence[str]) -> list[int]:
        return [self._place[topic] for topic in topics if topic in self._place]


def _unit(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    length = float(np.linalg.norm(vector))
    return vector / np.float32(length) if length else vector


def _mean_cosine(vectors: NDArray[np.float32]) -> np.float32:
    """Mean cosine of two different rows; 0 for fewer than two."""
    count = len(vectors)
    if count < 2:
        return np.float32(0)
    whole = vectors.sum(axis=0, dtype=np.float64)
    mean = float((whole @ whole - count) / (count * (count - 1)))
    return np.float32(min(mean, 0.99))  # where all are one and the same


def _rows_by(keys: Iterable[Sequence[str]]) -> dict[str, list[int]]:
    rows: dict[str, list[int]] = {}
    for row, own in enumerate(keys):
        for key in own:
            rows.setdefault(key, []).append(row)
    return rows


def _untried(question: str, language: Language) -> Suggestion:
    """A tool's own question that was found to be answered just now."""
    return Suggestion(
        question=question, language=language, origin="tool", template="tool", theme="",
        topics=(), cities=(), documents=(), said=(), answer="",
    )  # fmt: skip


def _plain(question: str) -> str:
    return " ".join(question.casefold().split())
