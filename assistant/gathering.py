"""Gathering whoever did a thing: the best sentence on each city, under one that names several.

A sentence that only tells of an award, or what others do not mean, tells nothing of what was done.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from assistant.asking import is_award, tells_deed
from assistant.evidence import Candidate
from assistant.figures import quantities
from assistant.folding import fold
from assistant.geography import is_within_any
from assistant.places import Gazetteer
from assistant.questions import ReadQuestion
from assistant.selection_settings import SelectionSettings
from assistant.signs import SIGNS
from assistant.silences import is_silence
from index.lexicon import terms

OVERVIEW_CHARS = 250
"""So many characters more make up for one of log-odds among sentences that name several cities."""

NAMED = 0.1
"""What each city costs that it names: of two, the one on fewer is on what is asked."""

TO_THE_LETTER = 2.0
"""What it is worth in log-odds that such a sentence holds all of a question's terms itself."""

LETTER = 0.5
"""So much further below the best, in log-odds, a list of just what is asked may be."""

WAYS = 1.0
"""What it costs in log-odds that a sentence tells in which ways a thing is done, not by whom."""

_UNHELD = SIGNS.index("unheld")

TITLED = 0.8
"""Share of a question's terms that the heading of a list holds which is on just that."""

LITERAL_ITEM = 0.7
"""Share of a question's terms that a sentence on a city holds which no overview need name."""


HARDLY_LESS = 0.05
"""Share of a question's terms that does not count: of words that nearly every sentence has."""

AS_MUCH = 0.7
"""Share of what a sentence on one city holds that a list has to hold to be on the same."""

HALF = 0.5
"""Share of a question's terms that a list may lack in any case."""

LESS_HELD = 1 / 3
"""Share of a question's terms by which a sentence may hold less than others on what cities did."""

AS_GOOD = 0.5
"""Log-odds below a sentence down to which another answers as well."""

OTHER_HALF = 1.0
"""Log-odds below a sentence from which another says only a half that was not asked for."""

_WAYS = re.compile(r"\bin (?:two|three|four|five|six) (?:main )?ways\b")
_FURTHER = re.compile(r"^\w+ (?:more|other|further) (?:\w+ )?cit(?:y|ies)\b")
"""Goes on with a list whose beginning it does not tell: 'Four more cities …'."""

_HOW = re.compile(
    r"\b(?:how (?:do|did|have|are|can) (?:\w+ ){0,2}(?:cities|towns|places|they)|ways?)\b",
    re.IGNORECASE,
)
_AWARD = re.compile(
    r"\b(?:certif\w+|awards?|awarded|levels?|silver|gold|platinum|rounds?|announced)\b",
    re.IGNORECASE,
)
CAUTION = re.compile(
    r"\b(?:is|are|was|were|do|does|did|should) not\b|\bdisagree|\bdiffer\b|\brather than\b"
    r"|\b(?:covers?|without|with no|only) (?:only|proof|comparison|a comparison)\b|\bno source\b"
    r"|\bwhereas\b|\ba slip\b|\bseparate from\b|\bthe only \w+ in the documents\b|\bkept apart\b",
    re.IGNORECASE,
)
"""A sentence that says what others do not mean, which is no answer by itself."""


RECKONS = re.compile(r"\b(?:divided|multiplied) by\b|\btimes\b")
"""Reckons with figures that are told elsewhere."""


class Gatherer:
    """Finds among candidates, best first, which city each is on, and gathers them by city."""

    def __init__(
        self,
        settings: SelectionSettings,
        gazetteer: Gazetteer,
        area_of: Mapping[str, str],
    ) -> None:
        """Take the area (see `geography`) of each city by id, for questions that name areas."""
        self._settings = settings
        self._gazetteer = gazetteer
        self._area_of = area_of

    def gather(
        self, question: ReadQuestion, candidates: Sequence[Candidate], areas: Sequence[str]
    ) -> tuple[Sequence[Candidate], Sequence[Candidate]]:
        """A sentence that names several cities, if one is good enough, and one on each city.

        Args:
            areas: codes of the areas that the question keeps to, if any.
        """
        best = candidates[0].log_odds
        if not _AWARD.search(question.text):
            candidates = [c for c in candidates if not is_award(c.sentence.text)]
        of_cities = [
            c
            for c in candidates
            if self._is_overview(c, best, question) or self.city_told_of(c) is not None
        ]
        floor = of_cities[0].log_odds if of_cities else best
        if floor < best - self._settings.near_example:
            return (), ()
        overview = self._overview(question, of_cities)
        named = self._gazetteer.find(overview.sentence.text) if overview else {}
        # A long one names cities that did other things, and one on ways an example of each.
        short = overview is not None and len(overview.sentence.text) <= OVERVIEW_CHARS
        whole = overview is not None and not _WAYS.search(overview.sentence.text)
        items: dict[str, Candidate] = {}
        beside: dict[str, Candidate] = {}
        rest: dict[str, Candidate] = {}
        for candidate in of_cities:
            city = self.city_told_of(candidate)
            if city is None or not self._is_in(city, areas):
                continue
            near = candidate.log_odds >= floor - self._settings.near_example
            near &= city in named or bool(candidate.signs[_UNHELD] < 1.0)
            literal = near and _literal(question, candidate) >= LITERAL_ITEM
            if literal or (near and (city in named or not whole or areas)):
                items.setdefault(city, candidate)
            # What an overview names belongs here, however far from the question it is worded.
            if city in named and _is_beside(candidate, overview):
                beside.setdefault(city, candidate)
            elif city in named and (
                near
                or _same_document(candidate, overview)
                or _literal(question, candidate) >= LITERAL_ITEM
            ):
                rest.setdefault(city, candidate)
        if short or len(items) < len(named) / 2:
            # What stands under a list is on what the list is on, if no other sentence is more so.
            items = {**rest, **items} if short and whole else {**rest, **beside, **items}
            for city, own in beside.items():
                if city not in items or _literal(question, items[city]) <= _literal(question, own):
                    items[city] = own
        if not overview:
            near_enough = [
                c for c in candidates if c.log_odds >= floor - self._settings.near_example
            ]
            items |= self._groups(question, near_enough, items.keys(), areas)
            # What holds clearly less of a question than another is on something else.
            least = min((item.signs[_UNHELD] for item in items.values()), default=0.0)
            items = {c: i for c, i in items.items() if i.signs[_UNHELD] < least + LESS_HELD}
        told = dict(list(items.items())[: self._settings.max_items])
        if overview and short and whole:
            # In its order, so that 'the first of them' is one city.
            where = fold(overview.sentence.text)
            told = dict(
                sorted(
                    told.items(),
                    key=lambda own: where.find(named[own[0]]) if own[0] in named else len(where),
                )
            )
        listed = [self.at_home(item, candidates, listed=question) for item in told.values()]
        # Asked of an area, what others did beyond it is not told.
        whole_area = all(self._is_in(city, areas) for city in named)
        lead = [overview] if overview and whole_area else []
        return lead, listed

    def _groups(
        self,
        question: ReadQuestion,
        candidates: Sequence[Candidate],
        told: Collection[str],
        areas: Sequence[str],
    ) -> dict[str, Candidate]:
        """Sentences on several cities that hold all of a question, where none names them all.

        By the names of the cities, of which at least one is not told of yet.
        """
        seen = set(told)
        found: dict[str, Candidate] = {}
        for candidate in candidates:
            text = candidate.sentence.text
            no_group = CAUTION.search(text) or _WAYS.search(text)
            named = {} if no_group else self._gazetteer.find(text)
            whole = candidate.signs[_UNHELD] == 0.0 and _literal(question, candidate) == 1.0
            inside = all(self._is_in(city, areas) for city in named)
            several = 1 < len(named) <= self._settings.max_named
            if several and whole and inside and not named.keys() <= seen:
                found[" ".join(named)] = candidate
                seen |= named.keys()
        return found

    def _overview(self, question: ReadQuestion, of_cities: Sequence[Candidate]) -> Candidate | None:
        """The best of the sentences that name several cities, if one is near enough.

        Of two that are about as near, the shorter speaks of less besides. Where a sentence on one
        city is nearer than any, that city is one of those to be named, and by a sentence that
        holds as much of the question, or half of it: lead in old homes is not just better homes.
        """
        if not of_cities:
            return None
        first = self.city_told_of(of_cities[0])
        held = _literal(question, of_cities[0]) if first else 0.0
        near = [
            c
            for c in of_cities
            if self._is_overview(c, of_cities[0].log_odds, question)
            and c.signs[_UNHELD] < 1.0
            and (_literal(question, c) >= held * AS_MUCH or c.signs[_UNHELD] <= HALF)
            and (first is None or first in self._gazetteer.find(c.sentence.text))
        ]
        how = _HOW.search(question.asked)
        lists = (c.sentence.text for c in near if not _WAYS.search(c.sentence.text))
        besides = {text: _topics_besides(question, text) for text in lists}
        least = min((n for n in besides.values() if n is not None), default=-1)

        def worth(candidate: Candidate) -> float:
            text = candidate.sentence.text
            by_way = WAYS if _WAYS.search(text) and not how else 0.0
            literal = TO_THE_LETTER * _literal(question, candidate)
            many = len(text) / OVERVIEW_CHARS + NAMED * len(self._gazetteer.find(text))
            if besides.get(text) == least:
                many = 0.0  # all whom it names did what is asked about, be they many
            return candidate.log_odds - many + literal - by_way

        best = max(near, key=worth, default=None)
        if best is None:
            return None
        named = self._gazetteer.find(best.sentence.text).keys()
        fuller = (
            c
            for c in near
            if self._gazetteer.find(c.sentence.text).keys() > named
            and worth(c) >= worth(best) - self._settings.near_fuller
        )
        return max(fuller, key=worth, default=best)

    def _is_in(self, city: str, areas: Sequence[str]) -> bool:
        own = self._area_of.get(city)
        return not areas or (own is not None and is_within_any(own, areas))

    def at_home(
        self,
        item: Candidate,
        candidates: Sequence[Candidate],
        *,
        listed: ReadQuestion | None = None,
    ) -> Candidate:
        """The sentence of a city's own document that says the same; else the one given.

        In a list for a question, `listed`, the one most alike, which need be less so if it holds
        as much of the question, and one that tells a deed before others; else the one that answers
        best.
        """
        if item.found.document.kind == "city":
            return item
        if listed and self.city_told_of(item) is None:
            return item  # of several cities, none tells it whole
        figures = quantities(item.sentence.text)
        held = _literal(listed, item) if listed else 0.0

        def alike(own: Candidate) -> tuple[bool, bool, int, float]:
            full = listed is not None and _literal(listed, own) >= held - HARDLY_LESS
            shared = figures & quantities(own.sentence.text)
            cosine = float(own.sentence.vector @ item.sentence.vector)
            return full, tells_deed(own.sentence.text), len(shared), cosine

        homely: list[Candidate] = []
        instead: list[Candidate] = []  # without its figures
        for candidate in candidates:
            own = candidate.found.document.kind == "city"
            own = own and not (RECKONS.search(candidate.sentence.text) and not listed)
            if not own or self.city_told_of(candidate) != self.city_told_of(item):
                continue
            full, _, shared, cosine = alike(candidate)
            least = self._settings.own_item if full else self._settings.own_words
            behind = item.log_odds - candidate.log_odds
            if not listed and behind > OTHER_HALF:
                continue  # it says the other half of what the one given says
            if cosine > least and (shared or not figures or (held and full)):
                homely.append(candidate)
            elif cosine > least and not listed and behind <= AS_GOOD:
                instead.append(candidate)
        if listed:
            return max(homely, key=alike, default=item)
        return next(iter([*homely, *instead]), item)

    def _is_overview(self, candidate: Candidate, floor: float, question: ReadQuestion) -> bool:
        text = candidate.sentence.text
        # A list of just what is asked is on it, be others nearer by what was learned.
        reach = self._settings.near_overview
        reach += LETTER if _topics_besides(question, text) == 0 else 0.0
        return (
            candidate.log_odds >= floor - reach
            and 1 < len(self._gazetteer.find(text)) <= self._settings.max_named
            and not self._gazetteer.opening(text)
            and not CAUTION.search(text)
            and not _FURTHER.search(text)
        )

    def city_told_of(self, candidate: Candidate) -> str | None:
        """The city that a sentence is about, if it is about one and says what was done there."""
        text = candidate.sentence.text
        if CAUTION.search(text) or is_silence(text):
            return None
        named = self._gazetteer.find(text)
        if len(named) == 1:
            return next(iter(named))
        own = candidate.found.document
        return own.cities[0] if own.kind == "city" and len(own.cities) == 1 and not named else None

    def tells_of_several(self, question: ReadQuestion, candidates: Sequence[Candidate]) -> bool:
        """Whether what is best on an open question is on one city as well as on another."""
        if question.asking.kind not in (None, "cities"):
            return False
        floor = candidates[0].log_odds - self._settings.near_city
        near = [c for c in candidates if c.log_odds >= floor]
        lead = self.city_told_of(near[0])
        if lead is None and not self._is_overview(near[0], candidates[0].log_odds, question):
            return False
        return any(
            self.city_told_of(c) not in (None, lead)
            or self._is_overview(c, candidates[0].log_odds, question)
            for c in near
        )


def _is_beside(candidate: Candidate, overview: Candidate | None) -> bool:
    """Whether a sentence stands in the section whose cities an overview names."""
    return bool(
        overview
        and _same_document(candidate, overview)
        and candidate.found.passage.headings == overview.found.passage.headings
    )


def _same_document(candidate: Candidate, overview: Candidate | None) -> bool:
    """Whether a sentence stands in the document of the one that names several cities."""
    return bool(overview and candidate.found.document.id == overview.found.document.id)


def _topics_besides(question: ReadQuestion, text: str) -> int | None:
    """How many words the heading of a list has for what a question is not about.

    None if what it is about does not head the list: '11 cities … for housing or evictions: …'.
    """
    heading, colon, _ = text.partition(":")
    topic = _TOPIC.search(heading)
    if not (colon and topic) or _held_by(question, topic[1]) < TITLED:
        return None
    asked = {own for t in question.terms for own in (t.term, *t.also)}
    return len({*terms(topic[1], "en")} - asked)


_TOPIC = re.compile(r".*\b(?:for|about|on|against|concerns?|in|with) (?!the documents\b)(.+)$")


def _literal(question: ReadQuestion, candidate: Candidate) -> float:
    """Share of a question's terms that a sentence itself holds, by rarity."""
    return _held_by(question, candidate.sentence.text)


def _held_by(question: ReadQuestion, text: str) -> float:
    weights = {t.term: t.rarity**2 for t in question.terms}
    own = set(terms(text, "en"))
    whole = sum(weights.values())
    held = (t for t in question.terms if t.term in own or not t.also.isdisjoint(own))
    return sum(weights[t.term] for t in held) / (whole or 1.0)
