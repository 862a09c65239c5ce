"""The way of a question, stage by stage, to a verified answer."""

import logging
from collections.abc import Sequence

from assistant.answers import Answer, Draft
from assistant.composer import Composer
from assistant.conversation import Turn
from assistant.evidence import Judge
from assistant.languages import detect
from assistant.questions import QuestionReader, ReadQuestion, clean
from assistant.router import Route, Router
from assistant.tools.tier_phrasing import phrase
from assistant.trace import Trace
from assistant.writer import AnswerWriter
from corpus.records import Standard
from index.retriever import Retriever

log = logging.getLogger(__name__)


class Assistant:
    """Answers questions about one programme. Built by `assistant.assembly`."""

    def __init__(
        self,
        *,
        standard: Standard | None,
        reader: QuestionReader,
        router: Router,
        retriever: Retriever,
        judge: Judge,
        composer: Composer,
        writer: AnswerWriter,
        passages: int,
    ) -> None:
        self.index = writer.index
        self._standard = standard
        self._reader = reader
        self._router = router
        self._retriever = retriever
        self._judge = judge
        self._composer = composer
        self._writer = writer
        self._passages = passages

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """The answer to a question.

        Raises:
            InvalidQuestionError: it is empty, too long or not text.
        """
        return self.explain(question, history)[0]

    def explain(self, question: str, history: Sequence[Turn] = ()) -> tuple[Answer, Trace]:
        """The answer to a question, and what happened on the way; raises as `ask`."""
        trace = Trace()
        with trace.stage("read"):
            text = clean(question)
            read = self._reader.read(text)
        with trace.stage("route"):
            route = self._router.route(text)
            trace.route = route.name
        draft = self._draft(read, route, trace)
        answer = self._writer.write(
            draft,
            question=question,
            standalone=text,
            language=read.language,
            history=history,
            trace=trace,
        )
        log.info("%s, %s: %r in %.1f ms", route.name, answer.status, text, trace.total_ms)
        return answer, trace

    def invalid(self, question: str, reason: str) -> Answer:
        """The answer object for a question that cannot be taken, with the reason as its text."""
        return self._writer.write(
            Draft("invalid", (), opening=reason),
            question=question,
            standalone="",
            language=detect(question),
            trace=Trace(),
        )

    def _draft(self, question: ReadQuestion, route: Route, trace: Trace) -> Draft:
        if route.tier and self._standard:
            with trace.stage("tier"):
                return phrase(
                    route.tier,
                    self._standard,
                    language=question.language,
                    quote_of=self._writer.quote_of,
                )
        if route.courtesy:
            return self._composer.courtesy(question, route.courtesy)
        with trace.stage("embed"):
            vector = self._retriever.embed(question.sought)
        with trace.stage("retrieve"):
            # Each place that is named wants passages of its own.
            limit = self._passages * max(1, len(question.places))
            trace.passages = self._retriever.search(
                question.text, vector, language=question.language, limit=limit
            )
        with trace.stage("judge"):
            evidence = self._judge.judge(question, trace.passages)
            trace.candidates = evidence.candidates
        with trace.stage("compose"):
            return self._composer.compose(question, evidence)
