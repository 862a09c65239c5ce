"""Which criterion is about what a question speaks of.

Words count by how few criteria they are in. A criterion's title and keywords tell most of it, its
summary and evidence less; where words only hint at one, sentence vectors may confirm it. Where it
is known that a criterion is sought, the vectors tell, and the words beside them.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.answers import Language
from assistant.folding import fold
from assistant.places import nearest
from assistant.tools.criteria_words import WORDS
from corpus.records import Criterion, Standard
from index.lexicon import term, words

Bags = Mapping[str, Mapping[str, float]]
"""Terms with their weights, by the ids of criteria."""

Nearest = Callable[[str], Sequence[tuple[str, float]]]
"""Gives the ids of criteria with their nearness to a text, nearest first, cosines."""

TITLE, SUMMARY, EVIDENCE, DESCRIBED = 1.0, 0.7, 0.5, 0.5
"""How much a word tells by where it stands."""

CLEAR, SURE, LEAD = 0.72, 0.9, 0.15
"""Share of a topic's weight that the best criterion must hold, or must hold where the question
does not speak of criteria; and by how much it must lead the next."""

TIE, MOST_TIED = 0.02, 4
"""How close criteria must be to be named together though none is clear, and how many may be."""

HINT = 0.3
"""Share of a topic's weight that the best criterion by words must hold for vectors to confirm it.

Vectors alone do not decide: on topics that no criterion has, such as traffic or tourism, the
nearest leads by as much as on those that one has.
"""

WORDS_SHARE = 0.1
"""What the share of a topic's weight counts beside its nearness by vectors."""

NEAR, SURELY_NEAR, BEYOND_DOUBT, PLAIN_LEAD = 0.86, 0.88, 0.9, 0.03
"""How near a criterion must be to be named; from where on it is named as the one that is meant and
not only as the nearest, with that lead over the next or without."""

LEVEL, MOST_NEAR = 0.02, 3
"""How close to the nearest criteria must be to be named beside it, and how many are."""

OF_NAMED = 0.15
"""Share of a topic's weight that a criterion named by its id must hold."""

MIN_MENDED = 7
"""Letters a word must have to be taken for a slip of another; 'police' is not 'policy'."""

_TIMED = re.compile(
    r"\b(?:(?:once|twice|\d+ times) (?:a|per|every)|quarterly|monthly|yearly|annually|weekly|daily"
    r"|every (?:\w+ )?(?:quarter|month|year|week)|(?:past|last) \d+ (?:months|years|days))\b"
)
"""Says how often a thing is done, or how far back it counts."""

_LANGUAGES: Sequence[Language] = ("en", "es", "pt")


@dataclass(frozen=True, slots=True)
class Near:
    """Criteria nearest to a topic, nearest first.

    Attributes:
        sure: whether they are what is meant, and not only the nearest there are.
    """

    ids: tuple[str, ...]
    sure: bool


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
        self,
        topic: Sequence[str],
        *,
        question: str,
        language: Language,
        sure: bool,
        several: bool = False,
    ) -> tuple[str, ...]:
        """Ids of the criteria that a topic is of, best first; empty if that is not clear.

        Args:
            topic: the words of the question that tell what is sought, folded.
            several: whether more than one is asked for.
            sure: whether every word has to fit, as the question does not speak of criteria.
        """
        terms = [self._term(word, language, mend=not sure) for word in topic]
        scores = self._scores(terms, self._bags[language])
        if not scores:
            return ()
        best = scores[0][1]
        holding = tuple(id_ for id_, score in scores if score)
        if several and len(set(terms)) == 1 and 1 < len(holding) <= MOST_TIED:
            return holding
        if best >= (SURE if sure else CLEAR):
            near = tuple(id_ for id_, score in scores if score > best - LEAD)
            near = tuple(id_ for id_ in near if not sure or self._is_called(id_, terms, language))
            if len(near) == 1 or (best >= SURE and 1 < len(near) <= 3):
                return near
        tied = tuple(id_ for id_, score in scores if score > best - TIE)
        if not sure and best >= EVIDENCE and 1 < len(tied) <= MOST_TIED:
            return tied
        if sure or self._nearest is None or best < HINT:
            return ()
        nearest_ids = [id_ for id_, _ in self._nearest(question)[:1]]
        return tuple(id_ for id_ in nearest_ids if id_ == scores[0][0])

    def near(self, topic: str, *, language: Language) -> Near:
        """The criteria nearest to a topic, where it is known that one is sought.

        Args:
            topic: what the question says of it, folded, without what asks for a criterion.
        """
        ranked = self._ranked(topic, language)
        if len(ranked) < 2 or ranked[0][1] < NEAR:
            return Near((), sure=False)
        (first, best), (_, second), *_ = ranked
        if best - second >= PLAIN_LEAD:
            return Near((first,), sure=best >= SURELY_NEAR)
        level = tuple(id_ for id_, nearness in ranked if nearness > best - LEVEL)
        return Near(level[:MOST_NEAR], sure=best >= BEYOND_DOUBT and len(level) == 1)

    def timed(self, topic: str, *, language: Language) -> Near:
        """The criteria that say how often, or how far back, something of a topic is done.

        Args:
            topic: as for `near`.
        """
        ranked = dict(self._ranked(topic, language))
        terms = self._terms(topic, language)
        told = {id_ for id_, score in self._scores(terms, self._spoken[language]) if score}
        timed = [id_ for id_ in ranked if id_ in self.every_timed() and id_ in told]
        near = [id_ for id_ in timed if ranked[id_] > max(ranked.values()) - LEVEL]
        level = tuple(id_ for id_ in near if ranked[id_] > ranked[near[0]] - LEVEL)
        return Near(level[:MOST_NEAR], sure=len(level) == 1)

    def _ranked(self, topic: str, language: Language) -> list[tuple[str, float]]:
        """All criteria with their nearness to a topic by vectors and words, nearest first."""
        if self._nearest is None:
            return []
        shares = dict(self._scores(self._terms(topic, language), self._spoken[language]))
        near = {
            id_: cosine + WORDS_SHARE * shares.get(id_, 0.0) for id_, cosine in self._nearest(topic)
        }
        return sorted(near.items(), key=lambda pair: -pair[1])

    def _terms(self, topic: str, language: Language) -> list[str]:
        """The terms of what a topic says beyond small words and those about criteria."""
        return [self._term(word, language, mend=True) for word in WORDS.read(topic).unknown]

    def titled(self, topic: Sequence[str], *, language: Language, besides: str) -> tuple[str, ...]:
        """Ids of the criteria whose titles hold all of a topic, without those of an area."""
        terms = {term(word, language) for word in topic}
        return tuple(
            c.id
            for c in self._criteria
            if c.practice_area != besides
            and terms <= {term(w, language) for w in words(fold(c.titles.get(language, c.title)))}
        )

    def every_timed(self) -> tuple[str, ...]:
        """Ids of all criteria that say how often, or how far back, something is done."""
        return tuple(
            c.id for c in self._criteria if _TIMED.search(f"{c.summary} {c.evidence.quote}")
        )

    def is_on(self, id_: str, topic: Sequence[str], *, language: Language) -> bool:
        """Whether a criterion holds enough of a topic's words to be what is asked about.

        Args:
            topic: as for `find`.
        """
        terms = [self._term(word, language, mend=True) for word in topic]
        return dict(self._scores(terms, self._bags[language])).get(id_, 0.0) >= OF_NAMED

    def _is_called(self, id_: str, terms: Sequence[str], language: Language) -> bool:
        """Whether a topic holds all of a criterion's title or keyword, or two words of it."""
        bag = self._bags[language][id_]
        if sum(t in bag for t in set(terms)) > 1:
            return True
        criterion = next(own for own in self._criteria if own.id == id_)
        names = (words(fold(name)) for name in _names(criterion, language))
        return any({term(word, language) for word in name} <= set(terms) for name in names)

    def _scores(self, terms: Sequence[str], bags: Bags) -> list[tuple[str, float]]:
        """Every criterion's share of the terms' weight, 0 to 1, best first."""
        rarities = {t: _rarity(t, bags) for t in terms}
        total = sum(rarities.values())
        if not total:
            return []
        scores = [
            (id_, sum(rarity * bag.get(t, 0.0) for t, rarity in rarities.items()) / total)
            for id_, bag in bags.items()
        ]
        return sorted(scores, key=lambda entry: -entry[1])

    def _term(self, word: str, language: Language, *, mend: bool) -> str:
        """The term of a word; with `mend`, of the word it is a slip of."""
        own = term(word, language)
        if (
            not mend
            or len(word) < MIN_MENDED
            or any(own in bag for bag in self._spoken[language].values())
        ):
            return own
        better = nearest(word, self._known[language])
        return term(better, language) if better else own

    @cached_property
    def _bags(self) -> Mapping[Language, Bags]:
        """For each language and criterion, its terms with their weights."""
        return {
            language: {c.id: _bag(_texts(c, language), language) for c in self._criteria}
            for language in _LANGUAGES
        }

    @cached_property
    def _spoken(self) -> Mapping[Language, Bags]:
        """The same with those of what a criterion is described by."""
        return {
            language: {
                c.id: _bag([*_texts(c, language), *_described(c, language)], language)
                for c in self._criteria
            }
            for language in _LANGUAGES
        }

    @cached_property
    def _known(self) -> Mapping[Language, Sequence[str]]:
        """For each language, the words that the criteria are told in, folded."""
        known: dict[Language, Sequence[str]] = {}
        for language in _LANGUAGES:
            texts = (text for c in self._criteria for text, _ in _texts(c, language))
            known[language] = sorted({word for text in texts for word in words(fold(text))})
        return known


def _names(criterion: Criterion, language: Language) -> Sequence[str]:
    title = criterion.titles.get(language, criterion.title)
    return [title, *criterion.keywords.get(language, ())]


def _texts(criterion: Criterion, language: Language) -> Sequence[tuple[str, float]]:
    """What a criterion is told in in a language, each text with its weight."""
    texts = [(text, TITLE) for text in _names(criterion, language)]
    if language == "en":
        texts += [(criterion.summary, SUMMARY), (criterion.evidence.quote, EVIDENCE)]
    return texts


def _described(criterion: Criterion, language: Language) -> Sequence[tuple[str, float]]:
    return [(text, DESCRIBED) for text in criterion.described.get(language, ())]


def _bag(texts: Sequence[tuple[str, float]], language: Language) -> Mapping[str, float]:
    """The terms of texts in a language, each with the weight of its best place."""
    bag: dict[str, float] = {}
    for text, weight in texts:
        for word in words(fold(text)):
            own = term(word, language)
            bag[own] = max(bag.get(own, 0.0), weight)
    return bag


def _rarity(term_: str, bags: Bags) -> float:
    """The inverse frequency of a term among the criteria; a term of none is rarest."""
    holding = sum(term_ in bag for bag in bags.values())
    return math.log((len(bags) + 1) / (holding + 0.5))
