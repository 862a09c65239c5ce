"""The answer to one question that stands alone."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from assistant.already_told import AlreadyTold
from assistant.answers import Draft, DraftSentence, Language
from assistant.asking import looks_ahead
from assistant.composer import Composer
from assistant.condenser import Condenser
from assistant.conversation import Turn
from assistant.coordination import ABOUT_PLACE, PlaceSpans, of_any_city
from assistant.demands import tells_other_years
from assistant.dialogue.census import Inquiry, restate
from assistant.evidence import Candidate, Evidence, is_told
from assistant.folding import fold
from assistant.geography import find_areas
from assistant.intents.matters import NearestMatter
from assistant.languages import detect
from assistant.matter_leads import asks_alike, lead_over
from assistant.parts import Part
from assistant.prospects import as_of_now, speaks_of_awards
from assistant.questions import QuestionReader, ReadQuestion
from assistant.router import Route, Router
from assistant.silences import is_silence
from assistant.trace import Trace
from assistant.weighing import Weighed, Weigher
from index.function_words import FUNCTION_WORDS
from index.lexicon import words

BY_RULES = ("eligibility", "criteria", "tier")
"""Tools that tell the programme's rules, and nothing of cities."""

SURELY_ELSEWHERE = 0.8
"""So sure, by what the adapter has learned, a sentence on a city answers what such a tool took."""

NAMED_ELSEWHERE = 0.6
"""So sure where nearness alone took it there, and a name is told of that the tool leaves out."""

HEARD, HELD = 0.1, 0.5
"""Support by which a turn's own words say anything of a sentence, and by which they say enough."""

DOUBTED = 0.15
"""So unsure by those words, a sentence that was told already holds only what was asked before."""

_CODE = re.compile(r"\w*[^\W\d_]\d+")
"""A name in letters and figures: 'PA4'."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a question stands in.

    Attributes:
        context: what was said around it.
        compared: whether it is asked of one place beside others.
        already: what was told before, which is no evidence, if more is asked for.
        told: the answer before, which is not to be given again if there is another.
    """

    context: str = ""
    compared: bool = False
    already: AlreadyTold | None = None
    told: str = ""


class PartAnswerer:
    """Answers a question by the tool that took it, or else by the documents.

    Args:
        added: documents that are not the programme's own.
        matters: what tells the matters of the programme itself, if it has any.
    """

    def __init__(
        self,
        router: Router,
        weigher: Weigher,
        condenser: Condenser,
        composer: Composer,
        reader: QuestionReader,
        places_in: PlaceSpans,
        *,
        added: Set[str] = frozenset(),
        matters: NearestMatter | None = None,
    ) -> None:
        self._router = router
        self._weigh = weigher.weigh
        self._asks_of_all_done = weigher.asks_of_all_done
        self._condenser = condenser
        self._composer = composer
        self._reader = reader
        self._places_in = places_in
        self._added = added
        self._matters = matters

    def answer(
        self, text: str, route: Route, language: Language, setting: Setting, trace: Trace
    ) -> Part:
        """A question with its answer; what the documents had for it is kept in the trace."""
        if (part := self._of_what_is_to_come(text, route, language, trace)) is not None:
            return part
        if route.draft and not self._is_told_by_others(text, route, language):
            return Part(text, route.draft)
        if route.courtesy:
            question = self._reader.read(text, language)
            return Part(text, self._composer.courtesy(question, route.courtesy))
        weighed = self._weigh(
            text,
            language,
            setting.context,
            trace,
            compared=setting.compared,
            already=setting.already,
        )
        if _repeats(weighed.evidence, setting.told):
            # What was said before may draw the very sentence that was told.
            alone = self._weigh(text, language)
            if is_told(alone.evidence) and not _repeats(alone.evidence, setting.told):
                weighed = alone
            elif open_ := self._left_open_beside(weighed):
                weighed = open_
            elif weighed.question.beside:
                weighed = self._by_own_words(weighed, language)
        if not setting.already and (part := self._of_the_programme(weighed, trace)):
            return part
        if which := self._which_of_a_name(weighed.question):
            return Part(text, which)
        weighed = self._of_an_award(weighed, language)
        question, evidence, *_ = weighed
        _keep(weighed, trace)
        with trace.stage("compose"):
            draft = self._composer.compose(question, evidence)
        if draft.status == "refused" and (claim := self._condenser.false_claim(text, language)):
            # What is said of a level is put right, where nothing else can be answered.
            draft = self._router.route(claim, language, guess=False).draft or draft
        elif draft.status == "refused" and not is_told(evidence):
            draft = self._left_open_of_all(text, language, draft.sentences) or draft
        return Part(text, draft, evidence, question.asking.kind)

    def _of_what_is_to_come(
        self, text: str, route: Route, language: Language, trace: Trace
    ) -> Part | None:
        """What there is for a question on coming levels: the documents' word on that, or today's.

        None if it asks for nothing to come.
        """
        if route.name not in ("directory", "documents"):
            return None
        now = as_of_now(text, language, self._places_in)
        draft = self._router.route(now, language, guess=False).draft if now else None
        if draft is None:
            return None
        weighed = self._weigh(text, language, trace=trace)
        question, evidence, *_ = weighed
        said = evidence.candidates[0].sentence.text if evidence.outcome == "enough" else ""
        if is_silence(said) or (looks_ahead(said) and speaks_of_awards(said)):
            _keep(weighed, trace)
            kind = question.asking.kind
            return Part(text, self._composer.compose(question, evidence), evidence, kind)
        return Part(text, self._composer.still_to_come(text, language, draft))

    def _of_an_award(self, weighed: Weighed, language: Language) -> Weighed:
        """What a city did to get an award: what it did, where nothing else is said of it."""
        asking, text = weighed.question.asking, weighed.question.text
        if not asking.merits or asking.kind == "reason" or is_told(weighed.evidence):
            return weighed
        spans = self._places_in(text)
        if len(spans) != 1:
            return weighed
        name = text[spans[0].start : spans[0].end]
        other = self._weigh(ABOUT_PLACE[language].format(place=name), language)
        return other if other.evidence.outcome == "enough" else weighed

    def _left_open_beside(self, weighed: Weighed) -> Weighed | None:
        """What leaves open what is asked, where what was told already has less of its own words.

        'What was it before?', of a share that was told: that it is not stated for before.
        """
        able = [c for c in weighed.evidence.candidates if c.answers]
        if not able or is_silence(able[0].sentence.text):
            return None
        best, *others = able
        asked = _telling_words(weighed.question)

        def held(candidate: Candidate) -> int:
            return len(asked & {fold(word) for word in words(candidate.sentence.text)})

        for silent in others:
            if not is_silence(silent.sentence.text) or silent.support < HELD:
                continue
            if silent.found.document.id == best.found.document.id and held(silent) > held(best):
                evidence = replace(weighed.evidence, candidates=[silent, best])
                return weighed._replace(evidence=evidence)
        return None

    def _by_own_words(self, weighed: Weighed, language: Language) -> Weighed:
        """What there is for a question whose answer was told already, by what it asks itself.

        What was told holds the words that the question got from there, which make it look like an
        answer. Where the documents say of what is asked that it is open, that is said; what has
        nothing of what is asked is not told again.
        """
        own = self._weigh(weighed.question.asked, language)
        candidates = own.evidence.candidates
        if is_told(own.evidence) and is_silence(candidates[0].sentence.text):
            return own
        told = weighed.evidence.candidates[0].sentence.text
        same = (c for c in candidates if c.sentence.text == told)
        if any(c.answers and HEARD <= c.support < HELD and c.sure < DOUBTED for c in same):
            return weighed._replace(evidence=replace(weighed.evidence, outcome="not_enough"))
        return weighed

    def _of_the_programme(self, weighed: Weighed, trace: Trace) -> Part | None:
        """The answer to what a question on the programme itself means, where it finds little."""
        question = weighed.question
        if self._matters is None or question.asking.gathers or self._places_in(question.text):
            return None
        lead = lead_over(weighed.evidence)
        if lead is None:
            return None
        named = (t.word for t in question.terms if t.is_name or _CODE.fullmatch(t.word))
        near = self._matters(question.text, named)
        if near is None or near.lead < lead:
            return None
        text, language = near.matter.asked, detect(near.matter.asked)
        means = self._reader.read(text, language)
        if not asks_alike(question.asking.kind, means.asking.kind):
            return None
        if draft := self._router.route(text, question.language, guess=False).draft:
            return Part(question.text, draft)
        meant = self._weigh(text, language)
        told = meant.evidence.candidates[:1]
        if any(tells_other_years(question.text, c.sentence.text) for c in told):
            return None
        _keep(meant, trace)
        asked = replace(meant.question, language=question.language)
        draft = self._composer.compose(asked, meant.evidence)
        missing = (question.text,) if draft.missing else ()
        kind = meant.question.asking.kind
        return Part(question.text, replace(draft, missing=missing), meant.evidence, kind)

    def _which_of_a_name(self, question: ReadQuestion) -> Draft | None:
        """Which city is meant where no more is asked than what one did whose name others share."""
        spans = self._places_in(question.text)
        shared = len(spans) == 1 and len(question.places) > 1
        if not shared or not self._asks_of_all_done(question):
            return None
        name = question.text[spans[0].start : spans[0].end]
        asked = restate(Inquiry(wanted="certified", places=(name,)), question.language) or ""
        draft = self._router.route(asked, question.language, guess=False).draft
        return draft if draft and draft.status == "clarify" else None

    def _left_open_of_all(
        self, text: str, language: Language, nearest: Sequence[DraftSentence]
    ) -> Draft | None:
        """What the documents leave open of every city, where nothing is told of the one named.

        'What was Boston's score?' is answered by that no city's score is published.

        Args:
            nearest: what is nearest to the question as it stands, told after it.
        """
        spans = self._places_in(text)
        if len(spans) != 1:
            return None
        question, evidence, *_ = self._weigh(of_any_city(text, spans[0], language), language)
        draft = self._composer.compose(question, evidence)
        said = draft.sentences[0].text if draft.sentences else ""
        if not is_silence(said) or question.asking.merits or self._reader.places(said):
            return None
        own = (replace(one, starts_paragraph=not n) for n, one in enumerate(nearest))
        return replace(draft, missing=(text,), sentences=(*draft.sentences, *own))

    def _is_told_by_others(self, text: str, route: Route, language: Language) -> bool:
        """Whether a document surely answers what a tool took.

        Where nearness alone took it there, a document that was added may, since tools speak for the
        programme's records; and where the tool tells the programme's rules, one on the city that
        the question names may, or on something else that it names and the tool does not.
        """
        by_rules = route.name in BY_RULES
        names = self._left_unnamed(text, route, language) if by_rules else frozenset()
        on_place = by_rules and bool(self._reader.places(text))
        if not (on_place or names or (route.guessed and self._added)):
            return False
        question, evidence, *_ = self._weigh(text, language)
        if evidence.outcome != "enough":
            return False
        best = evidence.candidates[0]
        if best.found.document.id in self._added:
            return route.guessed
        surely = best.sure >= SURELY_ELSEWHERE and best.sentence.learned > 0.0
        on_city = not question.places.keys().isdisjoint(best.found.document.cities)
        on_named = not names.isdisjoint(best.covered)
        if on_named and route.guessed:
            return best.sure >= NAMED_ELSEWHERE
        return surely and ((on_place and on_city) or on_named)

    def _left_unnamed(self, text: str, route: Route, language: Language) -> frozenset[str]:
        """Terms of the names in a question, known to the documents, that a tool's answer lacks."""
        said = fold(" ".join(one.text for one in route.draft.sentences)) if route.draft else ""
        said += fold(" ".join(text[area.start : area.end] for area in find_areas(text)))
        return frozenset(
            term.term
            for term in self._reader.read(text, language).terms
            if term.is_name
            and term.known
            and (name := fold(term.word).removesuffix("'s")).isalpha()
            and name not in said
        )


def _telling_words(question: ReadQuestion) -> frozenset[str]:
    """The words of a follow-up itself that tell what it asks, times as 'before' among them."""
    own = (word.lower() for word in words(question.asked))
    known = FUNCTION_WORDS[question.language] - _TIMES
    return frozenset(fold(word) for word in own if word not in known)


_TIMES = frozenset("before after since until earlier antes después desde hasta depois até".split())


def _keep(weighed: Weighed, trace: Trace) -> None:
    """Note what a question was answered from, beside what those before it were."""
    trace.questions = [*trace.questions, weighed.question]
    trace.vectors = [*trace.vectors, weighed.vector]
    trace.passages = [*trace.passages, *weighed.passages]
    trace.candidates = [*trace.candidates, *weighed.evidence.candidates]


def _repeats(evidence: Evidence, told: str) -> bool:
    """Whether what answers a question best says what the answer before it said."""
    if not told or not evidence.candidates:
        return False
    best = evidence.candidates[0]
    if is_silence(best.sentence.text):
        return best.sentence.text.rstrip(".") in told  # it may have most words of what is known
    before = AlreadyTold([Turn(role="assistant", content=told)])
    return before.says(best.sentence.text, best.found.document.language)
