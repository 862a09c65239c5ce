"""Which stored questions suit an article, and which of a publisher's own are answered."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from assistant.answers import Answer, Language
from assistant.errors import InvalidQuestionError
from assistant.figures import levels
from assistant.languages import detect
from assistant.places import Gazetteer
from assistant.suggestions.articles import Article
from assistant.suggestions.leads import MAX_TWINS, Suggestions
from assistant.suggestions.likeness import content
from assistant.suggestions.store import Suggestion

MAX_SENTENCES = 200
"""So many of an article's sentences are looked at: its beginning says what it is about."""

# In the same measure as nearness: 1 for the same text, 0 for any two questions.
PLACE = 0.3
"""Added where the article names the places of a question; taken off where it does not."""
LEVEL, YEAR = 0.05, 0.1
"""Added where it names the levels or years of a question; a year it does not name is taken off."""
AGAIN = 0.25
"""Taken off for each chosen question that the same sentence calls for, on the same place, or of
the same template."""
SUBJECT, LEAST = 0.35, 0.2
"""Of an article on our subject the best question reaches the first, and any the second."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

Outcome = Literal["answered", "partly", "not answered"]


@dataclass(frozen=True, slots=True)
class Advice:
    """A question for an article, and the sentence of it that calls for the question."""

    suggestion: Suggestion
    sentence: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of a publisher's question.

    Attributes:
        missing: what is not in the documents, of a question that is partly answered.
        nearest: a question that is answered, for one that is not.
    """

    question: str
    outcome: Outcome
    missing: Sequence[str] = ()
    nearest: str = ""


class Adviser:
    """Finds questions for articles and tries those that publishers bring."""

    def __init__(
        self,
        suggestions: Suggestions,
        *,
        embed: Callable[[str], NDArray[np.float32]],
        gazetteer: Gazetteer,
        ask: Callable[[str], Answer],
    ) -> None:
        self._suggestions = suggestions
        self._embed = embed
        self._gazetteer = gazetteer
        self._ask = ask

    def questions_for(self, article: Article, *, language: Language, count: int) -> list[Advice]:
        """The best questions of that language for an article, best first.

        Fewer than `count` where others have nothing to do with it, none if it is on another
        subject; no three of one template, and none that its publisher asks already.
        """
        sentences = article.sentences[:MAX_SENTENCES]
        if not self._suggestions.all:
            return []
        vectors = np.stack([self._embed(sentence) for sentence in sentences])
        near = self._suggestions.nearness(vectors)
        calling = np.argmax(near, axis=1)
        scores = near.max(axis=1) + self._signs(sentences)
        rows = [n for n, s in enumerate(self._suggestions.all) if s.language == language]
        if max((scores[row] for row in rows), default=0) < SUBJECT:
            return []
        fit = [row for row in rows if scores[row] >= LEAST]
        listed = [content(question, article.language) for question in article.questions]
        chosen = self._choose(fit, scores, calling, listed, count)
        return [Advice(self._suggestions.all[row], sentences[calling[row]]) for row in chosen]

    def check(self, questions: Sequence[str]) -> list[Checked]:
        """What becomes of each question when it is asked."""
        return [self._check(question) for question in questions]

    def _check(self, question: str) -> Checked:
        try:
            answer = self._ask(question)
        except InvalidQuestionError:
            return Checked(question, "not answered")
        if answer.status == "answered":
            return Checked(question, "answered")
        near = self._suggestions.nearest(self._embed(question), detect(question))
        nearest = near.question if near else ""
        if answer.status == "partial":
            return Checked(question, "partly", answer.missing, nearest)
        return Checked(question, "not answered", (), nearest)

    def _signs(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """What places, levels and years add to the nearness of each question."""
        places = {place for sentence in sentences for place in self._gazetteer.find(sentence)}
        text = "\n".join(sentences)
        named, years = set(levels(text)), set(_YEAR.findall(text))
        signs = []
        for suggestion in self._suggestions.all:
            sign = 0.0
            if suggestion.cities:
                sign += PLACE if set(suggestion.cities) <= places else -PLACE
            sign += LEVEL * bool(named & set(levels(suggestion.question)))
            if own := set(_YEAR.findall(suggestion.question)):
                sign += YEAR if own <= years else -YEAR
            signs.append(sign)
        return np.array(signs, np.float32)

    def _choose(
        self,
        rows: Sequence[int],
        scores: NDArray[np.float32],
        calling: NDArray[np.intp],
        listed: Sequence[frozenset[str]],
        count: int,
    ) -> list[int]:
        """The best rows, each chosen with an eye to those before it."""
        chosen: list[int] = []
        contents = list(listed)
        left = list(rows)
        while left and len(chosen) < count:
            best = max(left, key=lambda row: (self._worth(row, scores, calling, chosen), -row))
            left.remove(best)
            suggestion = self._suggestions.all[best]
            own = content(suggestion.question, suggestion.language)
            twins = sum(suggestion.template == self._suggestions.all[r].template for r in chosen)
            if twins < MAX_TWINS and not any(
                self._suggestions.likeness.alike(own, other) for other in contents
            ):
                chosen.append(best)
                contents.append(own)
        return chosen

    def _worth(
        self,
        row: int,
        scores: NDArray[np.float32],
        calling: NDArray[np.intp],
        chosen: Sequence[int],
    ) -> float:
        worth = float(scores[row])
        own = self._suggestions.all[row]
        for n in chosen:
            other = self._suggestions.all[n]
            worth -= AGAIN * bool(calling[n] == calling[row])
            worth -= AGAIN * bool(set(own.cities) & set(other.cities))
            worth -= AGAIN * (own.template == other.template)
        return worth
