"""The way of a question, stage by stage, to a verified answer."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import Protocol

from assistant.already_told import AlreadyTold
from assistant.answers import Answer, Draft, Language
from assistant.condenser import Condensed, Condenser
from assistant.conversation import Turn
from assistant.decomposer import RoutedPart
from assistant.dialogue.requests import asks_for_more
from assistant.drafted import Drafted
from assistant.framings import without_frame
from assistant.languages import detect
from assistant.orders import without_orders
from assistant.part_answerer import PartAnswerer, Setting
from assistant.parts import Part
from assistant.questions import clean
from assistant.router import Router
from assistant.standing import TurnReader
from assistant.streaming import Growing, Told, last, told_whole
from assistant.suggestions.answered import StoredAnswers
from assistant.suggestions.leads import Suggestions
from assistant.taking_part import asks_for_oneself, speaks_of_taking_part
from assistant.tongues import Tongues
from assistant.topics import with_time_last, without_doubt
from assistant.trace import Trace
from assistant.writer import AnswerWriter
from index.retriever import Found, Retriever, Vector

RECENT = 2
"""So many turns before it tell whether one is on taking part."""

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
        tongues: Tongues,
        router: Router,
        retriever: Retriever,
        turns: TurnReader,
        answerer: PartAnswerer,
        writer: AnswerWriter,
        suggestions: Suggestions,
        stored: StoredAnswers | None,
        generation: Generation | None = None,
    ) -> None:
        self.index = writer.index
        self.reader = tongues.reader
        self.judge = tongues.judge
        self._condenser = condenser
        self._router = router
        self._retriever = retriever
        self._turns = turns
        self._answerer = answerer
        self._writer = writer
        self._suggestions = suggestions
        self._stored = stored
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
            standalone, parts = self._turns.standing(condensed, language, joins=joins)
        context = condensed.context if len(parts) == 1 else ""
        already = AlreadyTold(history) if asks_for_more(standalone) else None
        told = condensed.told if context and not already else ""
        setting = Setting(context=context, already=already, told=told)
        answered = self._answered(parts, language, setting, trace)
        return Drafted(question, history, standalone, language, answered, trace)

    def redraft(self, drafted: Drafted, questions: Sequence[str]) -> Drafted:
        """What would be said if these questions had been asked in place of the one that was."""
        trace, language = drafted.trace, drafted.language
        trace.questions, trace.vectors, trace.passages, trace.candidates = (), (), (), ()
        parts = [(text, self._router.route(text, language)) for text in questions]
        answered = self._answered(parts, language, Setting(), trace)
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
        self, parts: Sequence[RoutedPart], language: Language, setting: Setting, trace: Trace
    ) -> Sequence[Part]:
        """The answer to each part of a question, one by one."""
        trace.route = ", ".join(route.name for _, route in parts)
        compared = self._is_compared([part for part, route in parts if not route.draft])
        setting = replace(setting, compared=compared)
        return [
            self._answerer.answer(part, route, language, setting, trace) for part, route in parts
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

    def _is_compared(self, parts: Sequence[str]) -> bool:
        """Whether questions are each on one place, and each on another."""
        named = [tuple(self.reader.places(part)) for part in parts]
        return len(named) > 1 and all(len(own) == 1 for own in named) and len({*named}) > 1
