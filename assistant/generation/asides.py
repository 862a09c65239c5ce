"""What a model may do besides writing: read a question anew, call a tool, propose what to ask.

It is asked only where our own rules leave a question unanswered, and nothing it says here is shown:
a question in other words is answered by us, and taken only if its words are the reader's own; a
tool's answer is the tool's; a proposed question is offered only if we can answer it.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answers import Answer
from assistant.conversation import Turn
from assistant.drafted import Drafted
from assistant.errors import InvalidQuestionError
from assistant.generation.cache import GenerationCache
from assistant.generation.client import Call, ModelClient
from assistant.generation.errors import ModelFaultError
from assistant.generation.prompts import choose_prompt, follow_prompt, rephrase_prompt
from assistant.generation.record import Record, Use
from assistant.generation.settings import GenerationSettings
from assistant.generation.tool_calls import ProgrammeTools
from assistant.parts import Part
from assistant.pipeline import Assistant
from assistant.suggestions.likeness import content
from index.lexicon import words

if TYPE_CHECKING:  # importing it takes half a second
    from llama_index.core.base.llms.types import ChatMessage

log = logging.getLogger(__name__)

MOST_QUESTIONS = 3
"""Questions that one is taken apart into, or that are proposed, at most."""
MOST_CHARS = 300
"""Longest question that is taken from a model."""
SEVERAL_WORDS = 10
"""A question of fewer words is not worth taking apart."""


class Asides:
    """The model's part besides writing.

    Args:
        subject_in: what the programme is called in a language.
    """

    def __init__(
        self,
        client: ModelClient,
        *,
        settings: GenerationSettings,
        tools: ProgrammeTools,
        cache: GenerationCache | None,
        subject_in: Callable[[str], str],
    ) -> None:
        self._client = client
        self._settings = settings
        self._tools = tools
        self._cache = cache
        self._subject_in = subject_in

    def reread(
        self, drafted: Drafted, assistant: Assistant, record: Record, *, deadline: float
    ) -> Drafted:
        """Our own answer, or the one to what the model says was meant if that is answered."""
        if not _is_left_open(drafted):
            return drafted
        ways: list[Callable[[], Drafted | None]] = []
        if self._settings.tools and self._client.calls_tools:
            ways.append(lambda: self._called(drafted, record, deadline))
        if self._is_worth_rereading(drafted):
            ways.append(lambda: self._rephrased(drafted, assistant, record, deadline))
        for way in ways:
            try:
                if found := way():
                    return found
            except ModelFaultError as error:
                log.warning("%s: %s", self._client.name, error)
                record.fault = error.fault
                break
        return drafted

    def follow_up(
        self, answer: Answer, assistant: Assistant, record: Record, *, deadline: float
    ) -> Answer:
        """The answer, with what the model would ask next before our leads; each can be answered."""
        if not self._settings.follow_up or answer.status != "answered" or record.fault:
            return answer
        subject = self._subject_in(answer.language)
        prompt = follow_prompt(
            answer.standalone_question, answer.text, language=answer.language, subject=subject
        )
        record.asked.append("follow_up")
        try:
            proposed = _questions(self._say(prompt, record, deadline))
        except ModelFaultError as error:
            log.warning("%s: %s", self._client.name, error)
            return answer
        asked = {content(answer.standalone_question, answer.language)}
        kept: list[str] = []
        for question in proposed:
            own = content(question, answer.language)
            if own in asked or not _is_answered(question, answer, assistant):
                continue
            asked.add(own)
            kept.append(question)
        record.helped += ["follow_up"] if kept else []
        leads = [*kept, *(q for q in answer.followups if q not in kept)]
        return replace(answer, followups=tuple(leads[: max(len(answer.followups), len(kept))]))

    def _is_worth_rereading(self, drafted: Drafted) -> bool:
        if drafted.history and self._settings.condense:
            return True
        return self._settings.split and len(words(drafted.question)) >= SEVERAL_WORDS

    def _rephrased(
        self, drafted: Drafted, assistant: Assistant, record: Record, deadline: float
    ) -> Drafted | None:
        use: Use = "condense" if drafted.history and self._settings.condense else "split"
        record.asked.append(use)
        prompt = rephrase_prompt(drafted.question, drafted.history)
        questions = _questions(self._say(prompt, record, deadline))
        if len(questions) > 1 and not self._settings.split:
            return None
        if not questions or not _are_of_the_reader(questions, drafted):
            return None
        trace = replace(drafted.trace)
        found = assistant.redraft(drafted, questions)
        if found.draft.status in {"answered", "partial"}:
            record.helped.append(use)
            return found
        drafted.trace.questions, drafted.trace.passages = trace.questions, trace.passages
        drafted.trace.candidates, drafted.trace.route = trace.candidates, trace.route
        return None

    def _called(self, drafted: Drafted, record: Record, deadline: float) -> Drafted | None:
        """The answer of the tools that the model calls, in a few rounds."""
        asked = " ".join([drafted.standalone, drafted.question])
        called: list[Call] = []
        parts: list[Part] = []
        record.asked.append("tools")
        for _ in range(self._settings.tool_rounds):
            prompt = list(
                choose_prompt(
                    drafted.standalone, [*map(str, called)], subject=self._subject_in("en")
                )
            )
            calls = self._client.choose(
                prompt, self._tools.offered(), deadline=deadline, usage=record.usage
            )
            fresh = [call for call in calls if call not in called][:MOST_QUESTIONS]
            called += fresh
            for call in fresh:
                draft = self._tools.run(call, asked, drafted.language)
                if draft and draft.status == "answered":
                    parts.append(Part(drafted.standalone, draft))
            if not fresh or len(fresh) < len(calls):
                break
        if not parts:
            return None
        record.helped.append("tools")
        drafted.trace.route = ", ".join(tool.name for part in parts for tool in part.draft.tools)
        return replace(drafted, parts=parts)

    def _say(self, prompt: "Sequence[ChatMessage]", record: Record, deadline: float) -> str:
        if self._cache and (kept := self._cache.find(prompt)) is not None:
            record.usage.cached = True
            return kept
        text = self._client.complete(prompt, deadline=deadline, usage=record.usage)
        if self._cache:
            self._cache.keep(prompt, text)
        return text


def _is_left_open(drafted: Drafted) -> bool:
    """Whether the documents were asked and do not answer, but could be on the subject."""
    if drafted.draft.status not in {"refused", "partial"}:
        return False
    open_ = [p for p in drafted.parts if p.evidence and p.evidence.outcome != "off_subject"]
    return any(part.draft.status in {"refused", "partial"} for part in open_)


def _questions(text: str) -> Sequence[str]:
    """The questions of a model's lines; what is none is left out."""
    lines = [line.strip().lstrip("-*•0123456789.) ").strip('"“” ') for line in text.splitlines()]
    asked = [line for line in lines if line.endswith("?") and len(line) <= MOST_CHARS]
    return list(dict.fromkeys(asked))[:MOST_QUESTIONS]


def _are_of_the_reader(questions: Sequence[str], drafted: Drafted) -> bool:
    """Whether questions keep each word of the reader's, and add none that was not said before."""
    language = drafted.language
    asked = content(drafted.question, language)
    known = asked | content(" ".join([drafted.standalone, *_said(drafted.history)]), language)
    put = frozenset[str]().union(*(content(question, language) for question in questions))
    return asked <= put <= known


def _said(history: Sequence[Turn]) -> list[str]:
    return [turn.content for turn in history]


def _is_answered(question: str, answer: Answer, assistant: Assistant) -> bool:
    try:
        found, _ = assistant.work_out(question)
    except InvalidQuestionError:
        return False
    return found.status == "answered" and found.language == answer.language
