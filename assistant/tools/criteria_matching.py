"""Which criterion is about what a question speaks of.

Words count by how few criteria they are in. A criterion's title and keywords tell most of it, its
summary and evidence less; where words only hint at one, sentence vectors may confirm it.
"""

import math
import re
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

HINT_OF_KNOWN, COSINE_SHARE, TIE_OF_BOTH = 0.25, 4.0, 0.1
"""Where a question is known to be on a criterion: the share its words must hold, what a cosine
counts beside it, and how close criteria must be to be named together."""

LEAST_HINT, CLEAR_LEAD = 0.1, 0.01
"""The share its words must hold where vectors put it first, and their lead over the second."""

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
        scores = self._scores(terms, language)
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

    def near(self, topic: Sequence[str], *, question: str, language: Language) -> tuple[str, ...]:
        """Ids of the criteria that a topic is of, where it is known that it is of some.

        Words and vectors decide together; where they do not tell criteria apart, up to
        `MOST_TIED` are given.

        Args:
            topic: as for `find`.
        """
        scores = self._scores([self._term(word, language, mend=True) for word in topic], language)
        if self._nearest is None or not scores or not scores[0][1]:
            return ()
        (first, top), (_, second), *_ = ranked = self._nearest(question)
        cosines = dict(ranked)
        if scores[0][1] < HINT_OF_KNOWN:
            led = top - second >= CLEAR_LEAD and dict(scores)[first] >= LEAST_HINT
            return (first,) if led else ()
        both = {id_: score + COSINE_SHARE * (cosines[id_] - top) for id_, score in scores}
        best = max(both.values())
        near = [id_ for id_, score in scores if both[id_] > best - TIE_OF_BOTH]
        return tuple(near) if len(near) <= MOST_TIED else ()

    def timed(self, topic: Sequence[str], *, question: str, language: Language) -> tuple[str, ...]:
        """Ids of the criteria that say how often, or how far back, something of a topic is done.

        Words and vectors decide together; what leads must be such a criterion and hold a word.

        Args:
            topic: as for `find`.
        """
        if self._nearest is None:
            return ()
        cosines = dict(self._nearest(question))
        terms = [self._term(word, language, mend=True) for word in topic]
        scores = dict(self._scores(terms, language))
        top = max(cosines.values())
        both = {
            id_: scores.get(id_, 0.0) + COSINE_SHARE * (cosine - top)
            for id_, cosine in cosines.items()
        }
        first, second, *_ = [*sorted(self.every_timed(), key=lambda id_: -both[id_]), "", ""]
        rival = max(both.values())
        if not first or not scores.get(first) or both[first] < rival - TIE_OF_BOTH:
            return ()
        if second and both[first] - both[second] < TIE_OF_BOTH:
            return ()
        return (first,)

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
        return dict(self._scores(terms, language)).get(id_, 0.0) >= OF_NAMED

    def _is_called(self, id_: str, terms: Sequence[str], language: Language) -> bool:
        """Whether a topic holds all of a criterion's title or keyword, or two words of it."""
        bag = self._bags[language][id_]
        if sum(t in bag for t in set(terms)) > 1:
            return True
        criterion = next(own for own in self._criteria if own.id == id_)
        names = (words(fold(name)) for name in _names(criterion, language))
        return any({term(word, language) for word in name} <= set(terms) for name in names)

    def _scores(self, terms: Sequence[str], language: Language) -> list[tuple[str, float]]:
        """Every criterion's share of the terms' weight, 0 to 1, best first."""
        bags = self._bags[language]
        rarities = {t: self._rarity(t, language) for t in terms}
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
            or any(own in bag for bag in self._bags[language].values())
        ):
            return own
        better = nearest(word, self._known[language])
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


def _bag(criterion: Criterion, language: Language) -> Mapping[str, float]:
    """The terms of a criterion in a language, each with the weight of its best place."""
    bag: dict[str, float] = {}
    for text, weight in _texts(criterion, language):
        for word in words(fold(text)):
            own = term(word, language)
            bag[own] = max(bag.get(own, 0.0), weight)
    return bag
