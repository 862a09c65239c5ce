"""A turn as it stands alone, by what the documents have for each way to take it."""

from collections.abc import Mapping

from assistant.answers import Language
from assistant.condenser import Condensed
from assistant.decomposer import Decomposer, RoutedPart
from assistant.evidence import LITERAL_SUPPORT, Evidence, is_nearer
from assistant.questions import QuestionReader
from assistant.silences import is_silence
from assistant.weighing import Weigher

SURELY_ITS_OWN = 0.85
"""So sure, what answers a turn as it stands shows that it is on something else than before."""

Standing = tuple[str, list[RoutedPart]]
"""A turn's text as it stands alone, and the questions in it."""


class TurnReader:
    """Settles what a condensed turn is on: what it says itself, or what was spoken of before."""

    def __init__(self, decomposer: Decomposer, weigher: Weigher, reader: QuestionReader) -> None:
        self._decomposer = decomposer
        self._parts = decomposer.parts
        self._weigh = weigher.weigh
        self._reader = reader

    def standing(self, condensed: Condensed, language: Language, *, joins: bool) -> Standing:
        """A turn as it stands alone, with its parts.

        One that may be on the place in focus or on nothing before it is what the documents answer
        better. Where that place was not asked about for its certification, unless it `joins`, a
        turn that asks how long it takes is on the place.
        """
        text, placed_text = condensed.text, condensed.placed
        means_joining = self._decomposer.of_taking_part(text, language) != text
        if placed_text and means_joining and not joins:
            return placed_text, self._parts(placed_text, language)
        if condensed.on_told and (said := self._on_what_was_said(condensed, language)):
            return said
        own = text, self._parts(text, language)
        if not placed_text or any(r.draft or r.courtesy for _, r in own[1]):
            return own
        placed = placed_text, self._parts(placed_text, language)
        if any(route.draft or route.courtesy for _, route in placed[1]):
            return own
        on_place = self._weigh(placed_text, language, condensed.context)
        alone = self._weigh(text, language).evidence
        places = on_place.question.places
        if is_nearer(on_place.question, on_place.evidence, alone):
            return placed
        # Where nothing answers, what is nearest is told of the place that was spoken of.
        if condensed.pointed and _is_of_others(alone, places):
            return placed
        return placed if self._leaves_open_of_others(alone, places) else own

    def _on_what_was_said(self, condensed: Condensed, language: Language) -> Standing | None:
        """A turn without a subject of its own: on what was spoken of, unless it surely is not.

        What is told of places that nobody spoke of is no answer to it, nor is what nearness takes
        to a tool. None if a tool would tell what was spoken of.
        """
        alone = condensed.text, self._parts(condensed.text, language)
        placed = condensed.on_told, self._parts(condensed.on_told, language)
        if any(r.courtesy or (r.draft and not r.guessed) for _, r in alone[1]):
            return alone
        if any(r.draft or r.courtesy for _, r in placed[1]):
            return None
        evidence = self._weigh(condensed.text, language).evidence
        if evidence.outcome not in ("enough", "part"):
            return placed
        best = evidence.candidates[0]
        if best.support >= LITERAL_SUPPORT and best.sure >= SURELY_ITS_OWN:
            return alone
        named = self._reader.places(best.sentence.text) or dict.fromkeys(best.found.document.cities)
        spoken = self._reader.places(", ".join(condensed.spoken))
        known = bool(named) and named.keys() <= spoken.keys()
        return alone if known and not self._answers_on_told(condensed, language) else placed

    def _answers_on_told(self, condensed: Condensed, language: Language) -> bool:
        """Whether a turn is answered when it is said of what was spoken of."""
        evidence = self._weigh(condensed.on_told, language, condensed.context).evidence
        return evidence.outcome in ("enough", "part")

    def _leaves_open_of_others(self, alone: Evidence, places: Mapping[str, str]) -> bool:
        """Whether nothing answers a question as it stands, and what is nearest is of others."""
        if alone.outcome == "off_subject" or not alone.candidates:
            return False
        told = alone.outcome in ("enough", "part")
        best = alone.candidates[0] if told else alone.nearest or alone.candidates[0]
        named = {*best.found.document.cities, *self._reader.places(best.sentence.text)}
        silent = not told or is_silence(best.sentence.text)
        return silent and bool(named) and named.isdisjoint(places)


def _is_of_others(alone: Evidence, places: Mapping[str, str]) -> bool:
    """Whether what a question finds as it stands is off the subject, or of other places only."""
    if alone.outcome == "off_subject" or not alone.candidates:
        return True
    named = alone.candidates[0].found.document.cities
    return bool(named) and not set(named) & set(places)
