"""The way of a question, stage by stage, to a verified answer."""

import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import Protocol

from assistant.already_told import AlreadyTold
from assistant.answers import Answer, Draft, DraftSentence, Language
from assistant.composer import Composer
from assistant.compounds import joined_questions, joined_subjects
from assistant.condenser import Condensed, Condenser
from assistant.conversation import Turn
from assistant.coordination import (
    ABOUT_PLACE,
    PlaceSpans,
    asked_of_those,
    done_in_area,
    names_only,
    of_any_city,
    questions_of_places,
    who_of_two,
    without_data,
    without_results,
)
from assistant.dialogue.census import Inquiry, restate
from assistant.dialogue.references import speaks_of_a_programme
from assistant.dialogue.requests import asks_for_more, without_else
from assistant.dialogue.substitution import IN
from assistant.drafted import Drafted
from assistant.evidence import LITERAL_SUPPORT, Evidence, is_nearer, is_told
from assistant.exclusions import of_others
from assistant.folding import fold
from assistant.framings import leans, of_the_programme, with_time, without_frame
from assistant.geography import find_areas
from assistant.intents.matters import NearestMatter
from assistant.languages import detect
from assistant.matter_leads import asks_alike, lead_over
from assistant.mistyped import well_typed
from assistant.orders import without_orders
from assistant.pairs import (
    of_both,
    of_each_criterion,
    one_and_other,
    opposites,
    without_converse,
)
from assistant.parts import Part
from assistant.questions import ReadQuestion, clean
from assistant.router import Route, Router
from assistant.silences import is_silence
from assistant.streaming import Growing, Told, last, told_whole
from assistant.suggestions.answered import StoredAnswers
from assistant.suggestions.leads import Suggestions
from assistant.taking_part import (
    as_counterpart,
    asks_for_oneself,
    of_taking_part,
    speaks_of_taking_part,
    without_count,
)
from assistant.tongues import Tongues
from assistant.tools.pass_marks import as_pass_mark
from assistant.tools.tier_ruled import as_of_a_rule
from assistant.topics import (
    as_gathering,
    with_area_named,
    with_figures,
    with_first_named,
    with_names_in,
    with_time_last,
    with_topic,
    without_doubt,
    without_the_known,
)
from assistant.trace import Trace
from assistant.writer import AnswerWriter
from corpus.records import Standard
from index.retriever import Found, QueryVector, Retriever, Vector

GATHERED = 6
"""So many places a gathering looks into, named by as many of the nearest sentences."""

BY_RULES = ("eligibility", "criteria", "tier")
"""Tools that tell the programme's rules, and nothing of cities."""

SURELY_ELSEWHERE = 0.8
"""So sure, by what the adapter has learned, a sentence on a city answers what such a tool took."""

SHORT = 4
"""So many words ask for a particular of what was asked before them."""

COMMON = 0.12
"""So rare a word says nothing of what is asked: 'data', in these documents."""

RECENT = 2
"""So many turns before it tell whether one is on taking part."""

SURELY_ITS_OWN = 0.85
"""So sure, what answers a turn as it stands shows that it is on something else than before."""

HEARD, HELD = 0.1, 0.5
"""Support by which a turn's own words say anything of a sentence, and by which they say enough."""

DOUBTED = 0.15
"""So unsure by those words, a sentence that was told already holds only what was asked before."""

SURE = 0.6
"""Least support of what answers a question that may still be on what was named before it."""

_CODE = re.compile(r"\w*[^\W\d_]\d+")
"""A name in letters and figures: 'PA4'."""

_YEAR = re.compile(r"\b20\d\d\b")
_IN_YEAR = re.compile(r"\b(?:in|of|en|em|del?|do)(?: (?:the|el|o))?(?: \w+)? (20\d\d)\b", re.I)
"""What is asked is of that year, which 'since 2016' does not say."""

log = logging.getLogger(__name__)


class Generation(Protocol):
    """A language model that has a say in the answers."""

    def tell(self, drafted: Drafted, assistant: "Assistant") -> Told:
        """As `Assistant.tell`, from our own answer."""
        ...


class Assistant:
    """Answers questions about one programme. Built by `assistant.assembly`.

    Attributes:
        index: what it answers from.
        reader: what reads a question.
        judge: what weighs the sentences that are found.
    """

    def __init__(
        self,
        *,
        condenser: Condenser,
        places_in: PlaceSpans,
        tongues: Tongues,
        router: Router,
        retriever: Retriever,
        composer: Composer,
        writer: AnswerWriter,
        suggestions: Suggestions,
        stored: StoredAnswers | None,
        passages: int,
        on_criteria: Sequence[str] = (),
        standard: Standard | None = None,
        matters: NearestMatter | None = None,
        generation: Generation | None = None,
    ) -> None:
        self.index = writer.index
        self._condenser = condenser
        self._places_in = places_in
        self._tongues = tongues
        self.reader = tongues.reader
        self._router = router
        self._retriever = retriever
        self.judge = tongues.judge
        self._composer = composer
        self._writer = writer
        self._suggestions = suggestions
        self._stored = stored
        self._passages = passages
        self._standard = standard
        self._matters = matters
        self._on_criteria = on_criteria  # documents that tell what each criterion asks
        self._generation = generation
        # What leads on is chosen from the same few hundred questions again and again.
        self._is_answered = lru_cache(maxsize=4096)(self._tool_answers)

    def condense(self, question: str, history: Sequence[Turn]) -> Condensed:
        """A question as it is searched for after what was said before it.

        Raises:
            InvalidQuestionError: it is empty, too long or not text.
        """
        return self._condenser.condense(clean(question), history)

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """The answer to a question; one that is suggested was answered when it was tried.

        Raises:
            InvalidQuestionError: it is empty, too long or not text.
        """
        return last(self.tell(question, history))

    def tell(self, question: str, history: Sequence[Turn] = ()) -> Told:
        """The answer to a question as it comes.

        Our own answer is worked out before this returns; a language model writes while it is told.

        Raises:
            InvalidQuestionError: it is empty, too long or not text.
        """
        if self._generation:
            return self._generation.tell(self.draft(question, history), self)
        return told_whole(self.own(question, history))

    def own(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """As `ask`, without a language model even where one is set: nothing is waited for."""
        trace = Trace()
        with trace.stage("recall"):
            stored = self._stored.find(question) if self._stored and not history else None
        return self._led_on(stored, trace) if stored else self._worked_out(question, history)[0]

    @property
    def is_fluent(self) -> bool:
        """Whether a language model has a say, so that an answer may be written as it is told."""
        return self._generation is not None

    def suggested(self, id_: str) -> Answer | None:
        """The answer of that id, if it is the one to a suggested question; as `ask` gives it."""
        stored = self._stored.of_id(id_) if self._stored else None
        return self._led_on(stored, Trace()) if stored else None

    def embed(self, text: str) -> Vector:
        """The vector of a text, by the model that finds passages: of length 1."""
        return self._retriever.embed_alone(text)

    def explain(self, question: str, history: Sequence[Turn] = ()) -> tuple[Answer, Trace]:
        """The answer to a question, worked out, and how; raises as `ask`."""
        told, trace = self.recount(question, history)
        return last(told), trace

    def recount(self, question: str, history: Sequence[Turn] = ()) -> tuple[Told, Trace]:
        """As `tell`, worked out even if the answer is stored, with what happens as it happens."""
        if self._generation:
            drafted = self.draft(question, history)
            return self._generation.tell(drafted, self), drafted.trace
        answer, trace = self._worked_out(question, history)
        return told_whole(answer), trace

    def _worked_out(self, question: str, history: Sequence[Turn]) -> tuple[Answer, Trace]:
        answer, trace = self.work_out(question, history)
        with trace.stage("suggest"):
            answer = self.lead_on(answer, history)
        log.info("%s, %s: %r in %.1f ms", trace.route, answer.status, question, trace.total_ms)
        return answer, trace

    def work_out(self, question: str, history: Sequence[Turn] = ()) -> tuple[Answer, Trace]:
        """As `explain`, without a language model, and with all the follow-ups of the tool's."""
        drafted = self.draft(question, history)
        return self.write(drafted), drafted.trace

    def draft(self, question: str, history: Sequence[Turn] = ()) -> Drafted:
        """What would be said to a question; raises as `ask`."""
        trace = Trace()
        with trace.stage("condense"):
            text = clean(question)
            plain = without_frame(without_orders(text)) if history else text
            plain = with_time_last(without_doubt(plain))
            # 'And how do we join?' is of no city that was spoken of.
            own = self._router.has("eligibility") and asks_for_oneself(plain, detect(plain))
            condensed = self._condenser.condense(plain, () if own else history)
            language = detect(condensed.text, default=detect(text))
        with trace.stage("route"):
            before = [turn.content for turn in history if turn.role == "user"][-RECENT:]
            joins = not before or any(map(speaks_of_taking_part, before))
            standalone, parts = self._standing(condensed, language, joins=joins)
        context = condensed.context if len(parts) == 1 else ""
        already = AlreadyTold(history) if asks_for_more(standalone) else None
        told = condensed.told if context and not already else ""
        answered = self._answered(parts, language, context, trace, already, told)
        return Drafted(question, history, standalone, language, answered, trace)

    def redraft(self, drafted: Drafted, questions: Sequence[str]) -> Drafted:
        """What would be said if these questions had been asked in place of the one that was."""
        trace, language = drafted.trace, drafted.language
        trace.questions, trace.vectors, trace.passages, trace.candidates = (), (), (), ()
        parts = [(text, self._router.route(text, language)) for text in questions]
        answered = self._answered(parts, language, "", trace)
        return replace(drafted, standalone=" ".join(questions), parts=answered)

    def write(self, drafted: Drafted, draft: Draft | None = None) -> Answer:
        """The answer that a draft becomes once it is verified; `draft` in place of our own."""
        return self._writer.write(
            draft or drafted.draft,
            question=drafted.question,
            standalone=drafted.standalone,
            language=drafted.language,
            history=drafted.history,
            trace=drafted.trace,
        )

    def begin(self, drafted: Drafted) -> Growing:
        """The answer that is to come of our own, with nothing said yet."""
        return self._writer.begin(
            drafted.draft,
            question=drafted.question,
            standalone=drafted.standalone,
            language=drafted.language,
        )

    def _answered(
        self,
        parts: Sequence[tuple[str, Route]],
        language: Language,
        context: str,
        trace: Trace,
        already: AlreadyTold | None = None,
        told: str = "",
    ) -> Sequence[Part]:
        """The answer to each part of a question, one by one; nothing `already` told is evidence.

        Args:
            told: the answer before, which is not to be given again if there is another.
        """
        trace.route = ", ".join(route.name for _, route in parts)
        compared = self._is_compared([part for part, route in parts if not route.draft])
        return [
            self._part(
                part, route, language, context, trace, compared=compared, already=already, told=told
            )
            for part, route in parts
        ]

    def lead_on(self, answer: Answer, history: Sequence[Turn] = ()) -> Answer:
        """An answer with questions that lead on from it, each known to be answered."""
        # What was embedded on the way here must not matter, or leads would depend on earlier turns.
        known = answer.question in self._suggestions
        leads = self._suggestions.after(
            answer,
            history=history,
            vector=None if known else self._retriever.embed_alone(answer.standalone_question),
            places=self.reader.places(answer.standalone_question),
            answers=partial(self._is_answered, answer.language),
        )
        return replace(answer, followups=leads)

    def _tool_answers(self, language: Language, question: str) -> bool:
        """Whether a tool answers a question whole."""
        route = self._router.route(question, language, guess=False)
        return route.draft is not None and route.draft.status == "answered"

    def _led_on(self, stored: Answer, trace: Trace) -> Answer:
        with trace.stage("suggest"):
            answer = self.lead_on(stored)
        log.info("stored, %s: %r in %.1f ms", answer.status, answer.question, trace.total_ms)
        return replace(answer, timings_ms=trace.timings_ms)

    def invalid(self, question: str, reason: str) -> Answer:
        """The answer object for a question that cannot be taken, with the reason as its text."""
        return self._writer.write(
            Draft("invalid", (), opening=reason),
            question=question,
            standalone="",
            language=detect(question),
            trace=Trace(),
        )

    def _standing(
        self, condensed: Condensed, language: Language, *, joins: bool
    ) -> tuple[str, list[tuple[str, Route]]]:
        """A turn as it stands alone, with its parts.

        One that may be on the place in focus or on nothing before it is what the documents answer
        better. Where that place was not asked about for its certification, unless it `joins`, a
        turn that asks how long it takes is on the place.
        """
        means_joining = self._of_taking_part(condensed.text, language) != condensed.text
        if condensed.placed and means_joining and not joins:
            return condensed.placed, self._parts(condensed.placed, language)
        if condensed.on_told and (said := self._of_what_was_said(condensed, language)):
            return said
        parts = self._parts(condensed.text, language)
        if not condensed.placed or any(r.draft or r.courtesy for _, r in parts):
            return condensed.text, parts
        placed = self._parts(condensed.placed, language)
        if any(route.draft or route.courtesy for _, route in placed):
            return condensed.text, parts
        question, evidence, _ = self._weigh(condensed.placed, language, condensed.context)
        _, alone, _ = self._weigh(condensed.text, language)
        if is_nearer(question, evidence, alone):
            return condensed.placed, placed
        # Where nothing answers, what is nearest is told of the place that was spoken of.
        if condensed.pointed and _is_of_others(alone, question.places):
            return condensed.placed, placed
        if self._leaves_open_of_others(alone, question.places):
            return condensed.placed, placed
        return condensed.text, parts

    def _of_what_was_said(
        self, condensed: Condensed, language: Language
    ) -> tuple[str, list[tuple[str, Route]]] | None:
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
        _, evidence, _ = self._weigh(condensed.text, language)
        if evidence.outcome not in ("enough", "part"):
            return placed
        best = evidence.candidates[0]
        if best.support >= LITERAL_SUPPORT and best.sure >= SURELY_ITS_OWN:
            return alone
        named = self.reader.places(best.sentence.text) or dict.fromkeys(best.found.document.cities)
        spoken = self.reader.places(", ".join(condensed.spoken))
        known = bool(named) and named.keys() <= spoken.keys()
        return alone if known and not self._answers_on_told(condensed, language) else placed

    def _answers_on_told(self, condensed: Condensed, language: Language) -> bool:
        """Whether a turn is answered when it is said of what was spoken of."""
        _, evidence, _ = self._weigh(condensed.on_told, language, condensed.context)
        return evidence.outcome in ("enough", "part")

    def _leaves_open_of_others(self, alone: Evidence, places: Mapping[str, str]) -> bool:
        """Whether nothing answers a question as it stands, and what is nearest is of others."""
        if alone.outcome == "off_subject" or not alone.candidates:
            return False
        told = alone.outcome in ("enough", "part")
        best = alone.candidates[0] if told else alone.nearest or alone.candidates[0]
        named = {*best.found.document.cities, *self.reader.places(best.sentence.text)}
        silent = not told or is_silence(best.sentence.text)
        return silent and bool(named) and named.isdisjoint(places)

    def search(self, text: str, *, limit: int, language: Language | None = None) -> Sequence[Found]:
        """The passages nearest to a text, best first, with nothing made of them.

        Args:
            limit: at most so many.
            language: the text's, if it is known.

        Raises:
            InvalidQuestionError: it is empty, too long or not text.
        """
        plain = clean(text)
        spoken = language or detect(plain)
        question = self.reader.read(plain, spoken)
        vector = self._retriever.embed(question.sought)
        return self._retriever.search(question.text, vector, language=spoken, limit=limit)

    def _parts(self, text: str, language: Language) -> list[tuple[str, Route]]:
        """The questions that a text asks, each standing alone, with their routes."""
        text = with_names_in(of_the_programme(without_orders(text)))
        text = with_area_named(text, language)
        text = one_and_other(without_converse(text), self._places_in, language)
        placed = bool(self._places_in(text))
        text = with_figures(text)
        if not placed:  # of which more may be told than a time
            text = without_the_known(with_topic(with_time(text)))
            if self._router.has("directory"):  # of cities, which used data
                text = done_in_area(as_gathering(text, language), language)
        text = well_typed(without_frame(text), language)
        if not placed and len(joined_questions(text, language)) == 1:
            text = self._of_taking_part(text, language)
        text = who_of_two(without_results(text, self._places_in), self._places_in)
        done = without_data(text, language, self._places_in)
        if done != text and not self._is_silent(text, language):
            text = done
        areas = self._standard.practice_areas if self._standard else ()
        text = as_pass_mark(text, areas, language)
        self._retriever.expect(text)
        text = as_of_a_rule(text, self._standard, language)
        whole = self._router.route(text, language)
        if whole.name == "documents":
            others = of_others(text, self._places_in(text), language)
            if others != text:
                text, whole = others, self._router.route(others, language)
        if both := self._of_opposites(text, whole, language):
            return both
        if joined := self._joined(text, language):
            names = {route.name for _, route in joined}
            if names == {whole.name} != {"documents"} and _holds(whole, [r for _, r in joined]):
                return [(text, whole)]
            return joined
        if self._router.has("eligibility") and (whom := as_counterpart(text, language)):
            told = [(text, whole)] if whole.name == "eligibility" else []
            return [*told, (whom, self._router.route(whom, language))]
        asked = text.rpartition(". ")[2]
        meant = self._of_taking_part(asked, language)
        if whole.name == "tier" and (may := self._of_joining(text, language)):
            return [may, (text, whole)]
        if whole.name == "eligibility" and asked != text and meant != asked:
            # 'We are 52,000 people. What do we do first?': whether they may, and what.
            return [(text, whole), (meant, self._router.route(meant, language))]
        if whole.name != "documents":
            return [(text, whole)]
        for first, second in joined_subjects(text, language):
            one = self._router.route(first, language)
            if one.draft and (other := self._router.route(second, language)).draft:
                return [(first, one), (second, other)]
        return self._of_each_named(text, whole, language)

    def _of_opposites(self, text: str, whole: Route, language: Language) -> list[tuple[str, Route]]:
        """The two questions of one on both ends of an order, where a tool answers the first.

        One answer is enough where it tells both ends, as a list of all levels or countries does.
        """
        parts = [(part, self._router.route(part, language)) for part in opposites(text, language)]
        if not parts or not parts[0][1].draft:
            return []
        if whole.draft and _holds(whole, [route for _, route in parts]):
            return [(text, whole)]
        told = [route.draft.sentences for _, route in parts if route.draft]
        return parts if len(told) > 1 and told[0] != told[1] else parts[:1]

    def _of_each_named(
        self, text: str, route: Route, language: Language
    ) -> list[tuple[str, Route]]:
        """A question with its route, taken apart by what it names beside each other."""
        if (parts := self._of_each_place(text, route, language)) != [(text, route)]:
            return parts
        named = of_each_criterion(text) or of_both(text)
        parts = [(part, self._router.route(part, language)) for part in named]
        told = bool(parts) and all(own.draft for _, own in parts)
        return parts if told or self._are_told_apart(named, language) else [(text, route)]

    def _are_told_apart(self, parts: Sequence[str], language: Language) -> bool:
        """Whether the documents answer each question, and each with another sentence."""
        found = [self._weigh(part, language)[1] for part in parts]
        best = {one.candidates[0].sentence.text for one in found if one.outcome == "enough"}
        return 1 < len(parts) == len(best)

    def _is_silent(self, text: str, language: Language) -> bool:
        """Whether the documents say of the very question that they do not answer it."""
        _, evidence, _ = self._weigh(text, language)
        return any(is_silence(c.sentence.text) for c in evidence.candidates[:1])

    def _of_joining(self, text: str, language: Language) -> tuple[str, Route] | None:
        """Whether one may take part, where a text asks that beside how many criteria are met."""
        bare = without_count(text)
        if bare == text or not self._router.has("eligibility"):
            return None
        route = self._router.route(bare, language, guess=False)
        return (bare, route) if route.name == "eligibility" else None

    def _of_taking_part(self, text: str, language: Language) -> str:
        """As `of_taking_part`, of a programme that cities take part in; what counts is reckoned."""
        meant = of_taking_part(text, language) if self._router.has("eligibility") else text
        counts = meant != text and self._router.route(text, language, guess=False).name == "tier"
        return text if counts else meant

    def _joined(self, text: str, language: Language) -> list[tuple[str, Route]]:
        """The questions that a text joins, with their routes; empty if it is but one."""
        pieces = joined_questions(text, language)
        if len(pieces) == 1:
            return []
        parts: list[tuple[str, Route]] = []
        told = ""
        joins = False
        spread: list[str] = []  # places of which the last piece was asked, one by one
        aside, _, first = pieces[0].rpartition(". ")
        aside = f"{aside}." if aside and first and "?" not in aside else ""
        for piece in pieces:
            joins = joins or (bool(parts) and parts[-1][1].name == "eligibility")
            if each := asked_of_those(piece, told, language, self._places_in):
                kept = [] if names_only(told, self._places_in, language) else parts
                parts = [*kept, *((part, self._router.route(part, language)) for part in each)]
                continue
            if spread and len(piece.split()) <= SHORT and not self._places_in(piece):
                # 'What did each do, how many homes?': of each of them, too.
                own = [f"{piece.rstrip(' ?.')} {IN[language]} {name}?" for name in spread]
                parts += [(part, self._router.route(part, language)) for part in own]
                continue
            piece = with_first_named(piece, told)
            told = f"{told} {piece}"
            meant = self._of_taking_part(piece, language)
            if meant != piece and (joins or asks_for_oneself(piece, language)):
                parts.append((meant, self._router.route(meant, language)))
                joins = True
                continue
            # Beside a question who may take part, 'it' is the programme.
            before = [one for one in parts[-1:] if one[1].name != "eligibility"]
            said = [Turn(role="user", content=part) for part, _ in before]
            if before and (one := self._said_before(piece, *before[0], language, told)):
                said.append(Turn(role="assistant", content=one))
            condensed = self._condenser.condense(piece, said)
            part = condensed.placed or condensed.text
            if self._router.route(condensed.text, language, guess=False).draft:
                part = condensed.text
            if before and part != piece:
                part = self._in_its_year(part, before[0][0], language)
            route = self._router.route(part, language)
            if route.name == "tier" and (may := self._of_joining(part, language)):
                parts.append(may)
            if (
                part != piece
                and (part == condensed.placed or not self._places_in(part))
                and route.name == "documents"
                and self._stands_alone(piece, part, language)
            ):
                part, route = piece, self._router.route(piece, language)
            if route.name == "documents":
                part = self._on_the_same(part, told, aside, language)
            of_each = self._of_each_place(part, route, language)
            parts += of_each
            spans = [(one, self._places_in(one)) for one, _ in of_each]
            named = [one[at[0].start : at[0].end] for one, at in spans if at]
            spread = named if len(of_each) == len(named) > 1 else []
        return parts

    def _on_the_same(self, part: str, told: str, aside: str, language: Language) -> str:
        """A later question with what was said before the first, where it is lost without that.

        So is one that another city answers than the one that was asked about before it.

        Args:
            told: the questions so far, this one among them.
            aside: what was said before the first.
        """
        question, evidence, _ = self._weigh(part, language)
        if evidence.outcome in ("not_enough", "off_subject"):
            whole = f"{aside} {part}"
            return whole if aside and self._weigh(whole, language)[1].outcome == "enough" else part
        spans = self._places_in(told)
        names = {told[one.start : one.end] for one in spans}
        of_any = question.asking.gathers or question.asking.which_city or question.places
        if len(names) != 1 or of_any or not evidence.candidates:
            return part
        best = evidence.candidates[0]
        named = self.reader.places(best.sentence.text) or dict.fromkeys(best.found.document.cities)
        if not named or not {*self.reader.places(told)}.isdisjoint(named):
            return part
        return f"{part.rstrip(' ?.')} {IN[language]} {names.pop()}?"

    def _in_its_year(self, part: str, before: str, language: Language) -> str:
        """A question on what was asked of before, of the year named there, if that is told."""
        years = {*_IN_YEAR.findall(before)}
        if len(years) != 1 or _YEAR.search(part):
            return part
        year = years.pop()
        dated = f"{part.rstrip(' ?.')} {IN[language]} {year}?"
        _, evidence, _ = self._weigh(dated, language)
        told = evidence.outcome == "enough" and year in evidence.candidates[0].sentence.text
        return dated if told else part

    def _said_before(
        self, piece: str, text: str, route: Route, language: Language, told: str
    ) -> str:
        """What the answer to the question before says that the next may lean on; else empty."""
        if route.name == "criteria" and route.draft and route.draft.sentences:
            return route.draft.sentences[0].text  # 'how many are in that area?'
        if self._places_in(told) and not speaks_of_a_programme(piece):
            return ""
        return self._city_told(text, route, language)

    def _city_told(self, text: str, route: Route, language: Language) -> str:
        """What answers a question that names no city, if it is on one; empty if it is not.

        'Which one was it, and how did they manage it?': of whom, the first answer says.
        """
        if route.draft:
            said = route.draft.sentences[0].text if route.draft.sentences else ""
        elif route.courtesy:
            return ""
        else:
            question, evidence, _ = self._weigh(text, language)
            gathers = question.asking.gathers and not question.asking.which_city
            if evidence.outcome not in ("enough", "part") or gathers:
                return ""
            said = evidence.candidates[0].sentence.text
        return said if len({*self.reader.places(said).values()}) == 1 else ""

    def _of_each_place(
        self, text: str, route: Route, language: Language
    ) -> list[tuple[str, Route]]:
        """A question with its route, taken apart by the places it joins if documents answer it."""
        if route.name != "documents":
            return [(text, route)]
        parts = questions_of_places(text, language, self._places_in)
        if parts == [text]:
            return [(text, route)]
        return [(part, self._router.route(part, language)) for part in parts]

    def _stands_alone(self, piece: str, placed: str, language: Language) -> bool:
        """Whether a question is answered as it stands, and not as it is said of what was before."""
        _, evidence, _ = self._weigh(placed, language)
        if evidence.outcome in ("enough", "part"):
            return False
        _, alone, _ = self._weigh(piece, language)
        return alone.outcome == "enough" and alone.candidates[0].support >= SURE

    def _part(
        self,
        text: str,
        route: Route,
        language: Language,
        context: str,
        trace: Trace,
        *,
        compared: bool,
        already: AlreadyTold | None,
        told: str,
    ) -> Part:
        if route.draft and not self._is_told_by_others(text, route, language):
            return Part(text, route.draft)
        if route.courtesy:
            question = self.reader.read(text, language)
            return Part(text, self._composer.courtesy(question, route.courtesy))
        question, evidence, passages = self._weigh(
            text, language, context, trace, compared=compared, already=already
        )
        if _repeats(evidence, told):
            # What was said before may draw the very sentence that was told.
            alone = self._weigh(text, language, "", own := Trace())
            if is_told(alone[1]) and not _repeats(alone[1], told):
                question, evidence, passages = alone
                trace.vectors = [*trace.vectors[:-1], *own.vectors]
            elif question.beside:
                question, evidence, passages = self._by_own_words(
                    (question, evidence, passages), language, trace
                )
        if not already and (part := self._of_the_programme(question, evidence, trace)):
            return part
        asks_deeds = question.asking.merits and question.asking.kind != "reason"
        if which := self._which_of_a_name(question):
            return Part(text, which)
        spans = self._places_in(text) if asks_deeds and not is_told(evidence) else []
        if len(spans) == 1:
            # What a city did to get an award is what it did, where nothing else is said of it.
            (place,) = spans
            about = ABOUT_PLACE[language].format(place=text[place.start : place.end])
            own = Trace()
            other = self._weigh(about, language, "", own)
            if other[1].outcome == "enough":
                question, evidence, passages = other
                trace.vectors = [*trace.vectors[:-1], *own.vectors]
        trace.questions = [*trace.questions, question]
        trace.passages = [*trace.passages, *passages]
        trace.candidates = [*trace.candidates, *evidence.candidates]
        with trace.stage("compose"):
            draft = self._composer.compose(question, evidence)
        if draft.status == "refused" and (claim := self._condenser.false_claim(text, language)):
            # What is said of a level is put right, where nothing else can be answered.
            draft = self._router.route(claim, language, guess=False).draft or draft
        elif draft.status == "refused" and not is_told(evidence):
            draft = self._left_open_of_all(text, language, draft.sentences) or draft
        return Part(text, draft, evidence, question.asking.kind)

    def _by_own_words(
        self,
        weighed: tuple[ReadQuestion, Evidence, Sequence[Found]],
        language: Language,
        trace: Trace,
    ) -> tuple[ReadQuestion, Evidence, Sequence[Found]]:
        """What there is for a question whose answer was told already, by what it asks itself.

        What was told holds the words that the question got from there, which make it look like an
        answer. Where the documents say of what is asked that it is open, that is said; what has
        nothing of what is asked is not told again.
        """
        question, evidence, passages = weighed
        own = self._weigh(question.asked, language, "", aside := Trace())
        if is_told(own[1]) and is_silence(own[1].candidates[0].sentence.text):
            trace.vectors = [*trace.vectors[:-1], *aside.vectors]
            return own
        told = evidence.candidates[0].sentence.text
        same = (c for c in own[1].candidates if c.sentence.text == told)
        if any(c.answers and HEARD <= c.support < HELD and c.sure < DOUBTED for c in same):
            evidence = replace(evidence, outcome="not_enough")
        return question, evidence, passages

    def _of_the_programme(
        self, question: ReadQuestion, evidence: Evidence, trace: Trace
    ) -> Part | None:
        """The answer to what a question on the programme itself means, where it finds little."""
        if self._matters is None or question.asking.gathers or self._places_in(question.text):
            return None
        lead = lead_over(evidence)
        if lead is None:
            return None
        named = (t.word for t in question.terms if t.is_name or _CODE.fullmatch(t.word))
        near = self._matters(question.text, named)
        if near is None or near.lead < lead:
            return None
        text, language = near.matter.asked, detect(near.matter.asked)
        means = self.reader.read(text, language)
        if not asks_alike(question.asking.kind, means.asking.kind):
            return None
        if draft := self._router.route(text, question.language, guess=False).draft:
            return Part(question.text, draft)
        own = Trace()
        means, told, passages = self._weigh(text, language, "", own)
        draft = self._composer.compose(replace(means, language=question.language), told)
        trace.questions = [*trace.questions, means]
        trace.vectors = [*trace.vectors[:-1], *own.vectors]
        trace.passages = [*trace.passages, *passages]
        trace.candidates = [*trace.candidates, *told.candidates]
        missing = (question.text,) if draft.missing else ()
        return Part(question.text, replace(draft, missing=missing), told, means.asking.kind)

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

    def _asks_of_all_done(self, question: ReadQuestion) -> bool:
        """Whether a question is on what was done, and not in one matter."""
        text = question.text
        places = " ".join(text[one.start : one.end] for one in self._places_in(text))
        own = [term for term in question.terms if term.word not in places]  # 'Minnesota'
        return question.asking.deeds and all(term.rarity <= COMMON for term in own)

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
        question, evidence, _ = self._weigh(of_any_city(text, spans[0], language), language)
        draft = self._composer.compose(question, evidence)
        said = draft.sentences[0].text if draft.sentences else ""
        silent = is_silence(said) and not (question.asking.merits or self.reader.places(said))
        own = (replace(one, starts_paragraph=not n) for n, one in enumerate(nearest))
        return (
            replace(draft, missing=(text,), sentences=(*draft.sentences, *own)) if silent else None
        )

    def _is_told_by_others(self, text: str, route: Route, language: Language) -> bool:
        """Whether a document surely answers what a tool took.

        Where nearness alone took it there, a document that was added may, since tools speak for the
        programme's records; and where the tool tells the programme's rules, one on the city that
        the question names may, or on something else that it names and the tool does not.
        """
        added = self._retriever.catalogue.added
        by_rules = route.name in BY_RULES
        names = self._left_unnamed(text, route, language) if by_rules else frozenset()
        on_place = by_rules and bool(self.reader.places(text))
        if not (on_place or names or (route.guessed and added)):
            return False
        question, evidence, _ = self._weigh(text, language)
        if evidence.outcome != "enough":
            return False
        best = evidence.candidates[0]
        if best.found.document.id in added:
            return route.guessed
        surely = best.sure >= SURELY_ELSEWHERE and best.sentence.learned > 0.0
        on_city = not question.places.keys().isdisjoint(best.found.document.cities)
        on_named = not names.isdisjoint(best.covered)
        if on_named and route.guessed:
            return best.sure >= SURE
        return surely and ((on_place and on_city) or on_named)

    def _left_unnamed(self, text: str, route: Route, language: Language) -> frozenset[str]:
        """Terms of the names in a question, known to the documents, that a tool's answer lacks."""
        said = fold(" ".join(one.text for one in route.draft.sentences)) if route.draft else ""
        said += fold(" ".join(text[area.start : area.end] for area in find_areas(text)))
        return frozenset(
            term.term
            for term in self.reader.read(text, language).terms
            if term.is_name
            and term.known
            and (name := fold(term.word).removesuffix("'s")).isalpha()
            and name not in said
        )

    def _weigh(
        self,
        text: str,
        language: Language,
        context: str = "",
        trace: Trace | None = None,
        *,
        compared: bool = False,
        already: AlreadyTold | None = None,
    ) -> tuple[ReadQuestion, Evidence, Sequence[Found]]:
        """A question as it is read, what the documents have for it, and where that stands."""
        trace = trace or Trace()
        text = without_else(text) if already else text
        question = self.reader.read(text, language)
        context = context or self._title_of(question)
        with trace.stage("embed"):
            vector = self._embedded(question, context)
            if not question.places and self._retriever.gathers(vector):
                question = self.reader.read(text, language, gathers=True)
        trace.vectors = [*trace.vectors, vector]
        with trace.stage("retrieve"):
            # Each place that is named wants passages of its own, and so does each in a gathering.
            wide = 3 if question.asking.gathers else max(1, len(question.places))
            passages = self._retriever.search(
                question.text, vector, language=language, limit=self._passages * wide
            )
            passages += self._own_documents(question, passages, vector)
            if already:  # more of a place is told where that is spoken of
                named = question.places.keys()
                own = (p for p in passages if not named or named & set(p.document.cities))
                passages = [already.left_of(passage) for passage in own]
        with trace.stage("judge"):
            question, evidence = self._tongues.weigh(question, passages, compared=compared)
            return question, evidence, passages

    def _title_of(self, question: ReadQuestion) -> str:
        """What the document on the one place asked about is on, where no more is asked of it.

        'What has Recife done?' names nothing that a sentence could be near to.
        """
        named = set(question.places)
        if len(named) != 1 or not self._asks_of_all_done(question):
            return ""
        catalogue = self._retriever.catalogue
        own = (catalogue.document(id_) for id_ in catalogue.documents_on(*named))
        titles = [document.title for document in own if document and document.kind == "city"]
        return titles[0].partition(":")[2].strip() if len(titles) == 1 else ""

    def _embedded(self, question: ReadQuestion, context: str) -> QueryVector:
        """A question's vectors: half of what it asks, half of that with what is said around it."""
        language = question.language
        if not question.beside or leans(question.asked):
            return self._retriever.embed(question.sought, context, language=language)
        told = f"{context} {question.beside}".strip()
        named = ", ".join(n for n in question.places.values() if n not in fold(question.asked))
        asked = f"{question.asked} ({named})" if named else question.asked
        return self._retriever.embed(asked, told, language=language, pull=1.0)

    def _is_compared(self, parts: Sequence[str]) -> bool:
        """Whether questions are each on one place, and each on another."""
        named = [tuple(self.reader.places(part)) for part in parts]
        return len(named) > 1 and all(len(own) == 1 for own in named) and len({*named}) > 1

    def _own_documents(
        self, question: ReadQuestion, found: Sequence[Found], vector: QueryVector
    ) -> list[Found]:
        """What else the documents of the places asked about say, or those of the criteria.

        In a gathering, those are the places named by the sentences nearest to the question.
        """
        places = list(question.places)
        if question.asking.gathers and not places:
            near = sorted((s for f in found for s in f.sentences), key=lambda s: -s.cosine)
            named = (id_ for s in near[:GATHERED] for id_ in self.reader.places(s.text))
            places = list(dict.fromkeys(named))[:GATHERED]
        seen = {passage.passage.id for passage in found}
        ids = [id_ for place in places for id_ in self._retriever.catalogue.documents_on(place)]
        own = self._retriever.of_documents(
            [*ids, *(self._on_criteria if question.asking.criterion else ())], vector
        )
        return [passage for passage in own if passage.passage.id not in seen]


def _holds(whole: Route, parts: Sequence[Route]) -> bool:
    """Whether a tool's answer to a question says what its answers to the parts would.

    One on criteria, or on taking part, is of one thing only: of two questions it takes the first.
    So does one on the first city of several, if a part names others or asks what became of it.
    """
    said = {sentence.text for sentence in whole.draft.sentences} if whole.draft else set()
    told = [{s.text for s in part.draft.sentences} for part in parts if part.draft]
    tools = whole.draft.tools if whole.draft else ()
    of_one = whole.name in ("criteria", "eligibility") or any(
        tool.arguments.get("ask") in ("first", "latest") for tool in tools
    )
    named = _listed_by(whole)
    lacks = named and any(not _listed_by(part) <= named for part in parts)
    return not lacks and (not of_one or all(own <= said for own in told))


def _listed_by(route: Route) -> set[object]:
    """The cities that an answer of the directory lists."""
    tools = route.draft.tools if route.draft and route.name == "directory" else ()
    return {row["city"] for tool in tools for row in tool.result.get("rows", ())}


def _repeats(evidence: Evidence, told: str) -> bool:
    """Whether what answers a question best says what the answer before it said."""
    if not told or not evidence.candidates:
        return False
    best = evidence.candidates[0]
    if is_silence(best.sentence.text):
        return best.sentence.text.rstrip(".") in told  # it may have most words of what is known
    before = AlreadyTold([Turn(role="assistant", content=told)])
    return before.says(best.sentence.text, best.found.document.language)


def _is_of_others(alone: Evidence, places: Mapping[str, str]) -> bool:
    """Whether what a question finds as it stands is off the subject, or of other places only."""
    if alone.outcome == "off_subject" or not alone.candidates:
        return True
    named = alone.candidates[0].found.document.cities
    return bool(named) and not set(named) & set(places)
