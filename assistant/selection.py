"""Choosing the sentences of an answer: the fewest that carry it, in an order that reads.

The best sentence leads. Others follow only if they are nearly as good and say something else. Two
cases want more: a question that names several places gets the best sentence on each, and one that
gathers whoever did a thing gets the best sentence on each city, from the city's own document where
it has one, led by a sentence that names several if there is one. A caution that stands beside the
lead comes with it, since it changes what the lead means; so does what says that no cause is shown,
where one asks if a thing was the cause. Where the best sentence says that the
documents are silent, it stands alone.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

from assistant.asking import is_award
from assistant.evidence import Candidate
from assistant.figures import quantities
from assistant.geography import find_areas, is_within
from assistant.places import Gazetteer
from assistant.questions import ReadQuestion
from assistant.signs import SIGNS
from assistant.silences import doubts_cause, is_qualified, is_silence, says_unproven
from index.lexicon import terms


class SelectionSettings(BaseModel):
    """How much is said; distances are in log-odds below the lead.

    Attributes:
        max_sentences: in running text.
        max_items: in a list of places.
        max_named: cities that a sentence names which is on them all.
        near_best: how far below the lead a further sentence may be.
        near_deed: the same where the question asks what was done, and the sentence is of the
            lead's document.
        near_plain: how far below it a sentence without a reservation may be to lead instead.
        near_city: how near a sentence on another city must be to the lead's for a question that
            names none to be on whichever cities did a thing.
        near_caution: the same for a caution that comes with the lead.
        near_example: the same for what one of several cities did.
        near_overview: the same for a sentence that names several of the cities gathered.
        near_fuller: the same for one of those that names more of them.
        near_figures: the same for a sentence with figures after a lead that has none.
        near_account: the same for what else is told where sources are known to disagree.
        same_subject: a further sentence holds at least this share of what the lead holds of the
            question's terms.
        own_words: a sentence of a city's own document nearer than this stands for another's.
        own_item: the same in a list of cities.
        same: two sentences whose cosine is above this say the same thing.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    max_sentences: int = Field(default=3, ge=1)
    max_items: int = Field(default=6, ge=1)
    max_named: int = Field(default=15, ge=2)
    near_best: float = Field(default=0.9, ge=0)
    near_deed: float = Field(default=0.6, ge=0)
    near_plain: float = Field(default=0.8, ge=0)
    near_city: float = Field(default=0.5, ge=0)
    near_caution: float = Field(default=1.2, ge=0)
    near_example: float = Field(default=2.0, ge=0)
    near_overview: float = Field(default=1.6, ge=0)
    near_fuller: float = Field(default=0.3, ge=0)
    near_figures: float = Field(default=1.4, ge=0)
    near_account: float = Field(default=2.0, ge=0)
    same_subject: float = Field(default=0.2, ge=0, le=1)
    own_words: float = Field(default=0.9, ge=0, le=1)
    own_item: float = Field(default=0.8, ge=0, le=1)
    same: float = Field(default=0.93, ge=0, le=1)


_DIFFER = re.compile(
    r"\b(?:differ(?:s|ent)?|disagree|conflict\w*|(?:two|three|several) (?:ways|accounts|dates)"
    r"|\d+ %? ?or \d+)\b",
    re.IGNORECASE,
)
"""In a heading: what is told under it, sources tell differently."""

_SAID_TO_DIFFER = re.compile(
    r"\b(?:different|conflicting|contradictory|several|two) (?:\w+ )?(?:numbers?|figures?|totals?"
    r"|values|dates?|answers?|versions?|percentages)\b|\b(?:contradict|disagree)\w*"
    r"|\b(?:what|which)(?: one| figure| number)?(?:'s| is) (?:right|true|correct)\b",
    re.IGNORECASE,
)
"""In a question: sources are said to tell a thing differently."""

MANY = 2
"""More cities than this, the name of a state counted as one, and a sentence is on none of them."""

OVERVIEW_CHARS = 250
"""So many characters more make up for one of log-odds among sentences that name several cities."""

NAMED = 0.1
"""What each city costs that it names: of two, the one on fewer is on what is asked."""

TO_THE_LETTER = 2.0
"""What it is worth in log-odds that such a sentence holds all of a question's terms itself."""

WAYS = 1.0
"""What it costs in log-odds that a sentence tells in which ways a thing is done, not by whom."""

_UNHELD = SIGNS.index("unheld")

LITERAL_ITEM = 0.5
"""Share of a question's terms that a sentence on a city holds which no overview need name."""


_WAYS = re.compile(r"\bin (?:two|three|four|five|six) (?:main )?ways\b")
_HOW = re.compile(
    r"\b(?:how (?:do|did|have|are|can) (?:\w+ ){0,2}(?:cities|towns|places|they)|ways?)\b",
    re.IGNORECASE,
)
_AWARD = re.compile(
    r"\b(?:certif\w+|awards?|awarded|levels?|silver|gold|platinum|rounds?|announced)\b",
    re.IGNORECASE,
)
_YES_OR_NO = re.compile(
    r"(?:^|[,;:–-]|\band\b|\bso\b)\W*(?:is|are|was|were|do|does|did|can|could|has|have|should|es|son|fue"
    r"|hay|é|são|foi|há|tem|tiene)\b",
    re.IGNORECASE,
)


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
    r"\b(?:is|are|was|were|do|does|did|should) not\b|\bdisagree|\bdiffer\b|\brather than\b"
    r"|\b(?:covers?|without|with no|only) (?:only|proof|comparison|a comparison)\b|\bno source\b"
    r"|\bwhereas\b|\bthe only \w+ in the documents\b|\bkept apart\b",
    re.IGNORECASE,
)
"""A sentence that says what others do not mean, which is no answer by itself."""


class Selector:
    """Chooses among candidates, best first."""

    def __init__(
        self,
        settings: SelectionSettings,
        gazetteer: Gazetteer,
        area_of: Mapping[str, str] | None = None,
    ) -> None:
        """Take the area (see `geography`) of each city by id, for questions that name areas."""
        self._settings = settings
        self._gazetteer = gazetteer
        self._area_of = area_of or {}

    def select(self, question: ReadQuestion, candidates: Sequence[Candidate]) -> Selection:
        """The sentences of an answer; the first of `candidates` can answer."""
        able = [candidate for candidate in candidates if candidate.answers]
        if len(set(question.places.values())) > 1 and not self._is_silent_on_all(question, able[0]):
            compared = self._one_for_each_place(question, able)
            if len(compared.items) > 1:
                return compared
        if is_silence(able[0].sentence.text):
            return Selection(able[:1])
        if not question.places and (
            question.asking.gathers or self._tells_of_several(question, able)
        ):
            areas = [area.code for area in find_areas(question.text)]
            gathered = self._gathered(question, able, areas)
            if len(gathered.items) > 1:
                return gathered
        differ = _SAID_TO_DIFFER.search(question.text)
        if (differ or question.asking.kind) and (
            accounts := self._accounts(able, candidates if differ else able)
        ):
            return Selection(accounts)
        text = self._near_best(question, able)
        text += self._figures(question, text, able)
        if question.places:
            at_home = (self._at_home(item, able) for item in text)
            text = list({id(item): item for item in at_home}.values())
        if question.places and (unproven := self._unproven(question, candidates)):
            rest = [c for c in text if not says_unproven(c.sentence.text)]
            return Selection([*rest[: self._settings.max_sentences - 1], unproven])
        return Selection(text + self._caution(text, candidates))

    def _is_silent_on_all(self, question: ReadQuestion, candidate: Candidate) -> bool:
        """Whether a sentence says of all the places asked about that something is not known."""
        named = self._gazetteer.find(candidate.sentence.text).keys()
        return is_silence(candidate.sentence.text) and named >= question.places.keys()

    def _one_for_each_place(
        self, question: ReadQuestion, candidates: Sequence[Candidate]
    ) -> Selection:
        """The best sentence on each place, and the best with figures if that one has none."""
        names = list(dict.fromkeys(question.places.values()))
        told: dict[str, list[Candidate]] = {name: [] for name in names}
        for candidate in candidates:
            opening = self._gazetteer.opening(candidate.sentence.text)
            if opening in told and not is_silence(candidate.sentence.text):
                told[opening].append(candidate)
        items: list[Candidate] = []
        for on_place in filter(None, told.values()):
            on_place.sort(key=lambda c: self._is_shared(c, question))
            lead = self._at_home(self._lead(question, on_place), on_place)
            items += [lead, *self._figures(question, [lead], on_place)]
        return Selection((), items, [name for name in names if not told[name]])

    def _is_shared(self, candidate: Candidate, question: ReadQuestion) -> bool:
        """Whether a sentence on one of the places asked about is as much on another."""
        named = self._gazetteer.find(candidate.sentence.text).keys()
        if len(named) > MANY or len(named & question.places.keys()) > 1:
            return True
        return len(named) == MANY and not self._gazetteer.opening(candidate.sentence.text)

    def _tells_of_several(self, question: ReadQuestion, candidates: Sequence[Candidate]) -> bool:
        """Whether what is best on an open question is on one city as well as on another."""
        if question.asking.kind not in (None, "cities"):
            return False
        floor = candidates[0].log_odds - self._settings.near_city
        near = [c for c in candidates if c.log_odds >= floor]
        lead = self._city_told_of(near[0])
        if lead is None and not self._is_overview(near[0], candidates[0].log_odds):
            return False
        return any(
            self._city_told_of(c) not in (None, lead)
            or self._is_overview(c, candidates[0].log_odds)
            for c in near
        )

    def _near_best(
        self, question: ReadQuestion, candidates: Sequence[Candidate]
    ) -> list[Candidate]:
        lead = self._lead(question, candidates)
        chosen = [lead]
        deeds = question.asking.deeds
        reach = self._settings.near_deed if deeds else self._settings.near_best
        for candidate in candidates:
            if candidate.log_odds < candidates[0].log_odds - reach:
                break
            if deeds and candidate.found.document.id != lead.found.document.id:
                continue
            if is_silence(candidate.sentence.text) and not is_silence(lead.sentence.text):
                continue
            if len(question.places) == 1 and self._is_shared(candidate, question):
                continue
            own = question.places and candidate.found.document.id == lead.found.document.id
            if not own and _kinship(question, lead, candidate) < self._settings.same_subject:
                continue
            if len(chosen) < self._settings.max_sentences and self._is_new(candidate, chosen):
                chosen.append(candidate)
        return [lead, *sorted(chosen[1:], key=lambda c: _order(c, lead))]

    def _lead(self, question: ReadQuestion, candidates: Sequence[Candidate]) -> Candidate:
        """The best sentence; a plain one nearly as good goes before one with a reservation.

        A reservation may well be what an open question is after, such as whether a thing is so.
        """
        best = candidates[0]
        if len(question.places) == 1 and self._is_shared(best, question):
            floor = best.log_odds - self._settings.near_figures
            own = (
                c
                for c in candidates
                if c.log_odds >= floor and self._city_told_of(c) in question.places
            )
            best = next(own, best)
        wants_facts = question.asking.kind is not None or not _YES_OR_NO.search(question.text)
        reserved = wants_facts and bool(_CAUTION.search(best.sentence.text))
        if not (reserved or is_qualified(best.sentence.text)):
            return best
        floor = best.log_odds - self._settings.near_plain
        plain = (
            candidate
            for candidate in candidates
            if candidate.log_odds >= floor and not _CAUTION.search(candidate.sentence.text)
        )
        return next(plain, best)

    def _accounts(
        self, candidates: Sequence[Candidate], among: Sequence[Candidate]
    ) -> list[Candidate]:
        """Side by side what sources say that differ, where a passage near the lead is on that.

        Args:
            among: what else may be told of that passage.
        """
        floor = candidates[0].log_odds - self._settings.near_account
        near = [c for c in candidates if c.log_odds >= floor and not is_silence(c.sentence.text)]
        for candidate in near[: self._settings.max_sentences]:
            passage = candidate.found.passage
            told = [
                c
                for c in among
                if c.found.passage.id == passage.id
                and c.log_odds >= floor
                and not is_silence(c.sentence.text)
            ]
            if len(told) > 1 and _DIFFER.search(" ".join(passage.headings[1:])):
                told.sort(key=lambda c: c.sentence.span.start)
                return told[: self._settings.max_sentences]
        return []

    def _figures(
        self, question: ReadQuestion, text: Sequence[Candidate], candidates: Sequence[Candidate]
    ) -> list[Candidate]:
        """What came of it, where an open question is answered so far without that or any figure.

        Only from what is about the same place, or stands in the same document.
        """
        lead = text[0]
        if question.asking.kind or any(_tells_result(c.sentence.text) for c in text):
            return []
        told = [
            candidate
            for candidate in candidates
            if candidate.log_odds >= lead.log_odds - self._settings.near_figures
            and quantities(candidate.sentence.text)
            and self._is_beside(candidate, lead)
            and not _CAUTION.search(candidate.sentence.text)
        ]
        results = [c for c in told if _tells_result(c.sentence.text)]
        if results and question.asking.deeds and not _YES_OR_NO.search(question.asked):
            return results[:1]
        return [] if any(quantities(c.sentence.text) for c in text) else told[:1]

    def _is_beside(self, candidate: Candidate, lead: Candidate) -> bool:
        """Whether it is of the lead's document, or on the same city."""
        if candidate.found.document.id == lead.found.document.id:
            return True
        city = self._city_told_of(lead)
        return city is not None and city == self._city_told_of(candidate)

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

    def _unproven(
        self, question: ReadQuestion, candidates: Sequence[Candidate]
    ) -> Candidate | None:
        """What says that no cause is shown, for a question whether a thing was the cause."""
        if not doubts_cause(question.text):
            return None
        places = question.places.keys()
        own = (c for c in candidates if set(c.found.document.cities) == places)
        return next((c for c in own if says_unproven(c.sentence.text)), None)

    def _gathered(
        self, question: ReadQuestion, candidates: Sequence[Candidate], areas: Sequence[str]
    ) -> Selection:
        """A sentence that names several cities, if one is good enough, and one on each city.

        Args:
            areas: codes of the areas that the question keeps to, if any.
        """
        best = candidates[0].log_odds
        if not _AWARD.search(question.text):
            candidates = [c for c in candidates if not is_award(c.sentence.text)]
        of_cities = [
            c for c in candidates if self._is_overview(c, best) or self._city_told_of(c) is not None
        ]
        floor = of_cities[0].log_odds if of_cities else best
        if floor < best - self._settings.near_example:
            return Selection(())
        overview = self._overview(question, of_cities)
        named = self._gazetteer.find(overview.sentence.text) if overview else {}
        # A long one names cities that did other things, and one on ways an example of each.
        short = overview is not None and len(overview.sentence.text) <= OVERVIEW_CHARS
        whole = overview is not None and not _WAYS.search(overview.sentence.text)
        items: dict[str, Candidate] = {}
        beside: dict[str, Candidate] = {}
        rest: dict[str, Candidate] = {}
        for candidate in of_cities:
            city = self._city_told_of(candidate)
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
            elif city in named:
                rest.setdefault(city, candidate)
        if short or len(items) < len(named) / 2:
            items = {**rest, **beside, **items}
        listed = [self._at_home(item, candidates, listed=True) for item in items.values()]
        return Selection([overview] if overview else [], listed[: self._settings.max_items])

    def _overview(self, question: ReadQuestion, of_cities: Sequence[Candidate]) -> Candidate | None:
        """The best of the sentences that name several cities, if one is near enough.

        Of two that are about as near, the shorter speaks of less besides. Where a sentence on one
        city is nearer than any, that city is one of those to be named.
        """
        if not of_cities:
            return None
        first = self._city_told_of(of_cities[0])
        near = [
            c
            for c in of_cities
            if self._is_overview(c, of_cities[0].log_odds)
            and c.signs[_UNHELD] < 1.0
            and (first is None or first in self._gazetteer.find(c.sentence.text))
        ]
        how = _HOW.search(question.asked)

        def worth(candidate: Candidate) -> float:
            text = candidate.sentence.text
            by_way = WAYS if _WAYS.search(text) and not how else 0.0
            literal = TO_THE_LETTER * _literal(question, candidate)
            many = len(text) / OVERVIEW_CHARS + NAMED * len(self._gazetteer.find(text))
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
        return not areas or (own is not None and any(is_within(own, area) for area in areas))

    def _at_home(
        self, item: Candidate, candidates: Sequence[Candidate], *, listed: bool = False
    ) -> Candidate:
        """The sentence of a city's own document that says the same; else the one given."""
        if item.found.document.kind == "city":
            return item
        figures = quantities(item.sentence.text)
        least = self._settings.own_item if listed else self._settings.own_words
        for candidate in candidates:
            own = candidate.found.document
            if (
                own.kind == "city"
                and (not figures or figures & quantities(candidate.sentence.text))
                and self._city_told_of(candidate) == self._city_told_of(item)
                and float(candidate.sentence.vector @ item.sentence.vector) > least
            ):
                return candidate
        return item

    def _is_overview(self, candidate: Candidate, floor: float) -> bool:
        text = candidate.sentence.text
        return (
            candidate.log_odds >= floor - self._settings.near_overview
            and 1 < len(self._gazetteer.find(text)) <= self._settings.max_named
            and not self._gazetteer.opening(text)
            and not _CAUTION.search(text)
        )

    def _city_told_of(self, candidate: Candidate) -> str | None:
        """The city that a sentence is about, if it is about one and says what was done there."""
        text = candidate.sentence.text
        if _CAUTION.search(text) or is_silence(text):
            return None
        named = self._gazetteer.find(text)
        if len(named) == 1:
            return next(iter(named))
        own = candidate.found.document
        return own.cities[0] if own.kind == "city" and len(own.cities) == 1 and not named else None

    def _is_new(self, candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
        figures = quantities(candidate.sentence.text)
        for other in chosen:
            if float(candidate.sentence.vector @ other.sentence.vector) > self._settings.same:
                return False
            if figures and figures <= quantities(other.sentence.text):
                return False
        return True


def _is_beside(candidate: Candidate, overview: Candidate | None) -> bool:
    """Whether a sentence stands in the section whose cities an overview names."""
    one, other = candidate.found, overview and overview.found
    return bool(
        other
        and one.document.id == other.document.id
        and one.passage.headings == other.passage.headings
    )


def _tells_result(text: str) -> bool:
    """Whether a sentence says in figures what changed."""
    return bool(quantities(text) and _RESULT.search(text))


_RESULT = re.compile(
    r"\b(?:fell|rose|grew|drop(?:s|ped)?|cut|reduc\w+|increas\w+|declin\w+|sav(?:ed|es|ings?)|less"
    r"|fewer|prevented|averted|accepted|helped|trained|moved|went|won|faster|compared with|half"
    r"|doubled)\b",
    re.IGNORECASE,
)


def _literal(question: ReadQuestion, candidate: Candidate) -> float:
    """Share of a question's terms that a sentence itself holds, by rarity."""
    weights = {t.term: t.rarity**2 for t in question.terms}
    own = set(terms(candidate.sentence.text, "en"))
    whole = sum(weights.values())
    held = (t for t in question.terms if t.term in own or not t.also.isdisjoint(own))
    return sum(weights[t.term] for t in held) / (whole or 1.0)


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
