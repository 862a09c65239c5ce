"""The way of a question, stage by stage, to a verified answer."""

import logging
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers import Answer, Draft, Language
from assistant.composer import Composer
from assistant.compounds import (
    PlaceSpans,
    joined_questions,
    joined_subjects,
    questions_of_places,
)
from assistant.condenser import Condensed, Condenser
from assistant.conversation import Turn
from assistant.evidence import Judge
from assistant.languages import detect
from assistant.parts import Part, put_together
from assistant.questions import QuestionReader, ReadQuestion, clean
from assistant.router import Route, Router
from assistant.suggestions.leads import Suggestions
from assistant.trace import Trace
from assistant.writer import AnswerWriter
from index.retriever import Found, Retriever, Vector

GATHERED = 6
"""So many places a gathering looks into, named by as many of the nearest sentences."""

log = logging.getLogger(__name__)


class Assistant:
    """Answers questions about one programme. Built by `assistant.assembly`."""

    def __init__(
        self,
        *,
        condenser: Condenser,
        places_in: PlaceSpans,
        reader: QuestionReader,
        router: Router,
        retriever: Retriever,
        judge: Judge,
        composer: Composer,
        writer: AnswerWriter,
        suggestions: Suggestions,
        passages: int,
    ) -> None:
        self.index = writer.index
        self._condenser = condenser
        self._places_in = places_in
        self._reader = reader
        self._router = router
        self._retriever = retriever
        self._judge = judge
        self._composer = composer
        self._writer = writer
        self._suggestions = suggestions
        self._passages = passages

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """The answer to a question.

        Raises:
            InvalidQuestionError: it is empty, too long or not text.
        """
        return self.explain(question, history)[0]

    def embed(self, text: str) -> Vector:
        """The vector of a text, by the model that finds passages: of length 1."""
        return self._retriever.embed(text)

    def explain(self, question: str, history: Sequence[Turn] = ()) -> tuple[Answer, Trace]:
        """The answer to a question, and what happened on the way; raises as `ask`."""
        trace = Trace()
        with trace.stage("condense"):
            text = clean(question)
            condensed = self._condenser.condense(text, history)
            language = detect(condensed.text, default=detect(text))
        with trace.stage("route"):
            parts = self._parts(condensed.text, language)
            trace.route = ", ".join(route.name for _, route in parts)
        answered = [self._part(part, route, language, condensed, trace) for part, route in parts]
        answer = self._writer.write(
            put_together(answered, language),
            question=question,
            standalone=condensed.text,
            language=language,
            history=history,
            trace=trace,
        )
        with trace.stage("suggest"):
            answer = replace(answer, followups=self._leads(answer, history))
        log.info("%s, %s: %r in %.1f ms", trace.route, answer.status, text, trace.total_ms)
        return answer, trace

    def _leads(self, answer: Answer, history: Sequence[Turn]) -> Sequence[str]:
        """Questions that lead on, each known to be answered."""

        def is_answered(question: str) -> bool:
            route = self._router.route(question, answer.language)
            return route.draft is not None and route.draft.status == "answered"

        return self._suggestions.after(
            answer,
            history=history,
            vector=self._retriever.embedded(answer.standalone_question),
            places=self._reader.places(answer.standalone_question),
            answers=is_answered,
        )

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
        question = self._reader.read(plain, spoken)
        vector = self._retriever.embed(question.sought)
        return self._retriever.search(question.text, vector, language=spoken, limit=limit)

    def _parts(self, text: str, language: Language) -> list[tuple[str, Route]]:
        """The questions that a text asks, each standing alone, with their routes."""
        whole = self._router.route(text, language)
        if joined := self._joined(text, language):
            names = {route.name for _, route in joined}
            return [(text, whole)] if names == {whole.name} != {"documents"} else joined
        if whole.name != "documents":
            return [(text, whole)]
        for first, second in joined_subjects(text, language):
            one = self._router.route(first, language)
            if one.draft and (other := self._router.route(second, language)).draft:
                return [(first, one), (second, other)]
        parts = questions_of_places(text, language, self._places_in)
        if len(parts) == 1:
            return [(text, whole)]
        return [(part, self._router.route(part, language)) for part in parts]

    def _joined(self, text: str, language: Language) -> list[tuple[str, Route]]:
        """The questions that a text joins, with their routes; empty if it is but one."""
        pieces = joined_questions(text, language)
        if len(pieces) == 1:
            return []
        parts: list[str] = []
        for piece in pieces:
            said = [Turn(role="user", content=part) for part in parts[-1:]]
            parts.append(self._condenser.condense(piece, said).text)
        return [(part, self._router.route(part, language)) for part in parts]

    def _part(
        self, text: str, route: Route, language: Language, condensed: Condensed, trace: Trace
    ) -> Part:
        if route.draft:
            return Part(text, route.draft)
        question = self._reader.read(text, language)
        if route.courtesy:
            return Part(text, self._composer.courtesy(question, route.courtesy))
        with trace.stage("embed"):
            vector = self._retriever.embed(question.sought)
        with trace.stage("retrieve"):
            # Each place that is named wants passages of its own, and so does each in a gathering.
            wide = 3 if question.asking.gathers else max(1, len(question.places))
            passages = self._retriever.search(
                question.text, vector, language=language, limit=self._passages * wide
            )
            passages += self._own_documents(question, passages, vector)
            trace.passages = [*trace.passages, *passages]
        with trace.stage("judge"):
            evidence = self._judge.judge(question, passages)
            trace.candidates = [*trace.candidates, *evidence.candidates]
        with trace.stage("compose"):
            return Part(text, self._composer.compose(question, evidence), evidence)

    def _own_documents(
        self, question: ReadQuestion, found: Sequence[Found], vector: Vector
    ) -> list[Found]:
        """What else the documents of the places asked about say.

        In a gathering, those are the places named by the sentences nearest to the question.
        """
        places = list(question.places)
        if question.asking.gathers and not places:
            near = sorted((s for f in found for s in f.sentences), key=lambda s: -s.cosine)
            named = (id_ for s in near[:GATHERED] for id_ in self._reader.places(s.text))
            places = list(dict.fromkeys(named))[:GATHERED]
        seen = {passage.passage.id for passage in found}
        own = self._retriever.of_places(places, vector)
        return [passage for passage in own if passage.passage.id not in seen]
