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

from assistant.asking import tells_deed
from assistant.evidence import Candidate
from assistant.figures import quantities
from assistant.gathering import CAUTION, RECKONS, Gatherer
from assistant.geography import find_areas
from assistant.places import Gazetteer
from assistant.questions import ReadQuestion
from assistant.selection_settings import SelectionSettings
from assistant.silences import doubts_cause, is_qualified, is_silence, says_unproven

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

_DIVIDES = re.compile(r"\bdivided by\b")

MANY = 2
"""More cities than this, the name of a state counted as one, and a sentence is on none of them."""

_THE_ONE = re.compile(r"(?:Only )?[Oo]ne city (?:in the documents|so far)\b")
"""Says that no second city did the same."""

_YES_OR_NO = re.compile(
    r"(?:^|[,;:–-]|\band\b|\bso\b)\W*(?:is|are|was|were|do|does|did|can|could|has|have|should|es"
    r"|son|fue"
    r"|hay|é|são|foi|há|tem|tiene)\b",
    re.IGNORECASE,
)


_OTHERS = re.compile(r"\b(?:else|others?|otr[oa]s?|outr[oa]s?)\b", re.IGNORECASE)
"""'Seattle is one, but who else?' is not answered by what is on Seattle alone."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Sentences of an answer: running text first, then a list.

    Attributes:
        silent: names of places asked about that nothing was found on.
    """

    text: Sequence[Candidate]
    items: Sequence[Candidate] = ()
    silent: Sequence[str] = ()


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
        self._gatherer = Gatherer(settings, gazetteer, area_of or {})

    def select(self, question: ReadQuestion, candidates: Sequence[Candidate]) -> Selection:
        """The sentences of an answer; the first of `candidates` can answer."""
        able = [candidate for candidate in candidates if candidate.answers]
        if len(set(question.places.values())) > 1 and not self._is_silent_on_all(question, able[0]):
            compared = self._one_for_each_place(question, able)
            if len(compared.items) > 1:
                return compared
        if is_silence(able[0].sentence.text):
            return Selection(able[:1])
        alone = _THE_ONE.match(able[0].sentence.text)
        if not (question.places or alone) and (
            question.asking.gathers or self._gatherer.tells_of_several(question, able)
        ):
            areas = [area.code for area in find_areas(question.text)]
            told, items = self._gatherer.gather(question, able, areas)
            if len(items) > 1:
                return Selection(told, items)
            if areas and items:
                return Selection(items)
        differ = _SAID_TO_DIFFER.search(question.text)
        if (differ or question.asking.kind) and (
            accounts := self._accounts(able, candidates if differ else able)
        ):
            return Selection(accounts)
        text = self._near_best(question, able)
        text += self._figures(question, text, able)
        if question.places:
            text = self._at_home(text, able)
        if question.places and (unproven := self._unproven(question, candidates)):
            rest = [c for c in text if not says_unproven(c.sentence.text)]
            return Selection([*rest[: self._settings.max_sentences - 1], unproven])
        return Selection(text + self._caution(text, candidates))

    def _at_home(
        self, text: Sequence[Candidate], candidates: Sequence[Candidate]
    ) -> list[Candidate]:
        """Each sentence as the city's own document says it, and none twice.

        One that says more than its like, where another has that already, stands for itself.
        """
        told: list[Candidate] = []
        for item in text:
            own = self._gatherer.at_home(item, candidates)
            if any(own is other for other in told):
                if float(own.sentence.vector @ item.sentence.vector) > self._settings.same:
                    continue
                rest = [c for c in candidates if not any(c is other for other in told)]
                own = self._gatherer.at_home(item, rest)
            told.append(own)
        return told

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
            named = {question.places[id_] for id_ in opening & question.places.keys()}
            for name in () if is_silence(candidate.sentence.text) else named:
                told[name].append(candidate)
        items: list[Candidate] = []
        for on_place in filter(None, told.values()):
            on_place.sort(key=lambda c: self._is_shared(c, question))
            lead = self._gatherer.at_home(self._lead(question, on_place), on_place)
            items += [lead, *self._figures(question, [lead], on_place)]
        return Selection((), items, [name for name in names if not told[name]])

    def _is_shared(self, candidate: Candidate, question: ReadQuestion) -> bool:
        """Whether a sentence on one of the places asked about is as much on another."""
        named = self._gazetteer.find(candidate.sentence.text).keys()
        if len(named) > MANY or len(named & question.places.keys()) > 1:
            return True
        return len(named) == MANY and not self._gazetteer.opening(candidate.sentence.text)

    def _near_best(
        self, question: ReadQuestion, candidates: Sequence[Candidate]
    ) -> list[Candidate]:
        lead = self._lead(question, candidates)
        # What limits a figure means nothing without the sentence that tells it.
        limited = self._limited(question, lead, candidates)
        first = [limited, lead] if limited else [lead]
        chosen = [*first]
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
            if not question.places and self._is_on_another(candidate, lead):
                continue
            own = question.places and candidate.found.document.id == lead.found.document.id
            if not own and _kinship(question, lead, candidate) < self._settings.same_subject:
                continue
            told = self._limited(question, candidate, candidates) or candidate
            if len(chosen) < self._settings.max_sentences and self._is_new(told, chosen):
                chosen.append(told)
        return [*first, *sorted(chosen[len(first) :], key=lambda c: _order(c, lead))]

    def _is_on_another(self, candidate: Candidate, lead: Candidate) -> bool:
        """Whether it tells of one city, where what answers best is on the programme."""
        of_programme = lead.found.document.kind in ("programme", "standard", "practice")
        return of_programme and self._gatherer.city_told_of(candidate) is not None

    def _limited(
        self, question: ReadQuestion, candidate: Candidate, candidates: Sequence[Candidate]
    ) -> Candidate | None:
        """The sentence of its document with the figure that a caution limits, if it is one.

        None where the question itself has that figure: it is known, and its limits are asked for.
        """
        text = candidate.sentence.text
        figures = quantities(text) - quantities(question.text)
        if not figures or not CAUTION.search(text) or is_silence(text):
            return None
        told = (
            c
            for c in candidates
            if c.found.document.id == candidate.found.document.id
            and c.log_odds >= candidate.log_odds - self._settings.near_example
            and figures & quantities(c.sentence.text)
            and not CAUTION.search(c.sentence.text)
            and not is_silence(c.sentence.text)
        )
        return next(told, None)

    def _lead(self, question: ReadQuestion, candidates: Sequence[Candidate]) -> Candidate:
        """The best sentence; a plain one nearly as good goes before one with a reservation.

        So does one that tells a deed, where deeds are asked for, before one that tells of none.

        A reservation may well be what an open question is after, such as whether a thing is so.
        """
        best = candidates[0]
        of_others = _OTHERS.search(question.text)
        if len(question.places) == 1 and not of_others and self._is_shared(best, question):
            # A list of those who did a thing says nothing of how one of them did it.
            lists = question.asking.deeds and not self._gazetteer.opening(best.sentence.text)
            near = self._settings.near_own if lists else self._settings.near_figures
            floor = best.log_odds - near
            own = (
                c
                for c in candidates
                if c.log_odds >= floor and self._gatherer.city_told_of(c) in question.places
            )
            best = next(own, best)
        wants_facts = question.asking.kind is not None or not _YES_OR_NO.search(question.text)
        reserved = wants_facts and bool(CAUTION.search(best.sentence.text))
        idle = question.asking.deeds and not tells_deed(best.sentence.text)
        reckoned = bool(RECKONS.search(best.sentence.text)) and not RECKONS.search(question.text)
        if not (reserved or idle or reckoned or is_qualified(best.sentence.text)):
            return best
        floor = best.log_odds - self._settings.near_plain
        plain = (
            candidate
            for candidate in candidates
            if candidate.log_odds >= floor
            and not CAUTION.search(candidate.sentence.text)
            and not (reckoned and RECKONS.search(candidate.sentence.text))
            and (not idle or tells_deed(candidate.sentence.text))
        )
        return next(plain, best)

    def _accounts(
        self, candidates: Sequence[Candidate], among: Sequence[Candidate]
    ) -> list[Candidate]:
        """Side by side what sources say that differ, where a passage near the lead is on that.

        Args:
            among: what else may be told of that passage.
        """
        # One account is as good as the other, whichever was learned to answer.
        floor = candidates[0].unlearned - self._settings.near_account
        near = [c for c in candidates if c.unlearned >= floor and not is_silence(c.sentence.text)]
        for candidate in near[: self._settings.max_sentences]:
            passage = candidate.found.passage
            told = [
                c
                for c in among
                if c.found.passage.id == passage.id
                and c.unlearned >= floor
                and not is_silence(c.sentence.text)
                # What reckons with two of them is no account of its own.
                and not _DIVIDES.search(c.sentence.text)
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
            and not CAUTION.search(candidate.sentence.text)
        ]
        results = [c for c in told if _tells_result(c.sentence.text)]
        if results and question.asking.deeds and not _YES_OR_NO.search(question.asked):
            return results[:1]
        return [] if any(quantities(c.sentence.text) for c in text) else told[:1]

    def _is_beside(self, candidate: Candidate, lead: Candidate) -> bool:
        """Whether it is of the lead's document, or on the same city."""
        if candidate.found.document.id == lead.found.document.id:
            return True
        city = self._gatherer.city_told_of(lead)
        return city is not None and city == self._gatherer.city_told_of(candidate)

    def _caution(
        self, text: Sequence[Candidate], candidates: Sequence[Candidate]
    ) -> list[Candidate]:
        lead = text[0]
        if len(text) == self._settings.max_sentences or CAUTION.search(lead.sentence.text):
            return []
        beside = (
            candidate
            for candidate in candidates
            if candidate.found.passage.id == lead.found.passage.id
            and candidate.log_odds >= lead.log_odds - self._settings.near_caution
            and CAUTION.search(candidate.sentence.text)
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

    def _is_new(self, candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
        figures = quantities(candidate.sentence.text)
        for other in chosen:
            if float(candidate.sentence.vector @ other.sentence.vector) > self._settings.same:
                return False
            if figures and figures <= quantities(other.sentence.text):
                return False
        return True


def _tells_result(text: str) -> bool:
    """Whether a sentence says in figures what changed."""
    return bool(quantities(text) and _RESULT.search(text))


_RESULT = re.compile(
    r"\b(?:fell|rose|grew|drop(?:s|ped)?|cut|reduc\w+|increas\w+|declin\w+|sav(?:ed|es|ings?)|less"
    r"|fewer|prevented|averted|accepted|helped|trained|moved|went|won|faster|compared with|half"
    r"|doubled)\b",
    re.IGNORECASE,
)


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
