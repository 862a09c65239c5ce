"""Which criterion is about what a question speaks of.

Words count by how few criteria they are in. A criterion's title and keywords tell most of it, its
summary and evidence less; where words leave it open, sentence vectors may decide.
"""

import math
import statistics
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from assistant.answers import Language
from assistant.folding import fold
from assistant.places import nearest
from corpus.records import Criterion, Standard
from index.lexicon import term, words

Nearest = Callable[[str], Sequence[tuple[str, float]]]
"""Gives the ids of criteria with their nearness to a question, nearest first, cosines."""

TITLE, SUMMARY, EVIDENCE = 1.0, 0.7, 0.5
"""How much a word tells by where it stands."""

CLEAR, SURE, LEAD = 0.6, 0.9, 0.15
"""Share of a topic's weight that the best criterion must hold, or must hold where the question
does not speak of criteria; and by how much it must lead the next."""

VECTOR_LEAD = 0.6
"""By how many standard deviations the nearest criterion must lead the next for vectors alone."""

_LANGUAGES: Sequence[Language] = ("en", "es", "pt")


class CriterionFinder:
    """Finds criteria by what they are about.

    Args:
        standard: whose criteria are searched.
        nearest: looks by sentence vectors; without it only words count.
    """

    def __init__(self, standard: Standard, *, nearest: Nearest | None = None) -> None:
        self._criteria = standard.criteria
        self._nearest = nearest

    def find(
        self, topic: Sequence[str], *, question: str, language: Language, sure: bool
    ) -> tuple[str, ...]:
        """Ids of the criteria that a topic is of, best first; empty if that is not clear.

        Args:
            topic: the words of the question that tell what is sought, folded.
            sure: whether every word has to fit, as the question does not speak of criteria.
        """
        scores = self._scores(topic, language)
        if not scores:
            return ()
        best = scores[0][1]
        if best >= (SURE if sure else CLEAR):
            near = tuple(id_ for id_, score in scores if score > best - LEAD)
            if len(near) == 1 or (best >= SURE and len(near) <= 3):
                return near
        return () if sure else self._by_vector(question, [id_ for id_, score in scores if score])

    def _by_vector(self, question: str, hinted: Sequence[str]) -> tuple[str, ...]:
        """The criterion nearest to a question, if it leads clearly or its words hint at it."""
        if self._nearest is None:
            return ()
        ranked = list(self._nearest(question))
        if len(ranked) < 3:
            return tuple(id_ for id_, _ in ranked[:1])
        spread = statistics.pstdev(score for _, score in ranked)
        lead = ranked[0][1] - ranked[1][1]
        agreed = ranked[0][0] in hinted[:1]
        return (ranked[0][0],) if agreed or lead > VECTOR_LEAD * spread else ()

    def _scores(self, topic: Sequence[str], language: Language) -> list[tuple[str, float]]:
        """Every criterion's share of the topic's weight, 0 to 1, best first."""
        bags = self._bags[language]
        known = self._known[language]
        found = [self._term(word, language, known) for word in topic]
        rarities = {t: self._rarity(t, language) for t in found}
        total = sum(rarities.values())
        if not total:
            return []
        scores = [
            (id_, sum(rarity * bag.get(t, 0.0) for t, rarity in rarities.items()) / total)
            for id_, bag in bags.items()
        ]
        return sorted(scores, key=lambda entry: -entry[1])

    def _term(self, word: str, language: Language, known: Sequence[str]) -> str:
        """The term of a word, or of the word it is a slip of."""
        own = term(word, language)
        if any(own in bag for bag in self._bags[language].values()):
            return own
        better = nearest(word, known)
        return term(better, language) if better else own

    def _rarity(self, term_: str, language: Language) -> float:
        """The inverse frequency of a term among the criteria; a term of none is rarest."""
        bags = self._bags[language]
        holding = sum(term_ in bag for bag in bags.values())
        return math.log((len(bags) + 1) / (holding + 0.5))

    @cached_property
    def _bags(self) -> Mapping[Language, Mapping[str, Mapping[str, float]]]:
        """For each language and criterion, its terms with their weights."""
        return {
            language: {c.id: _bag(c, language) for c in self._criteria} for language in _LANGUAGES
        }

    @cached_property
    def _known(self) -> Mapping[Language, Sequence[str]]:
        """For each language, the words that stand in titles and keywords, folded."""
        return {
            language: sorted({
                word
                for criterion in self._criteria
                for text in _names(criterion, language)
                for word in words(fold(text))
            })
            for language in _LANGUAGES
        }  # fmt: skip


def _names(criterion: Criterion, language: Language) -> Sequence[str]:
    title = criterion.titles.get(language, criterion.title)
    return [title, *criterion.keywords.get(language, ())]


def _bag(criterion: Criterion, language: Language) -> Mapping[str, float]:
    """The terms of a criterion in a language, each with the weight of its best place."""
    texts = [(text, TITLE) for text in _names(criterion, language)]
    if language == "en":
        texts += [(criterion.summary, SUMMARY), (criterion.evidence.quote, EVIDENCE)]
    bag: dict[str, float] = {}
    for text, weight in texts:
        for word in words(fold(text)):
            own = term(word, language)
            bag[own] = max(bag.get(own, 0.0), weight)
    return bag
