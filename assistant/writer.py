"""From a draft to an answer: what is verified is cited and shown, the rest is not."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from assistant.answers import Answer, Draft, IndexInfo, Language, Quote
from assistant.citations import Cited, citation, cite
from assistant.conversation import Turn
from assistant.errors import UnsupportedRecordError
from assistant.phrases import NOT_SAID
from assistant.streaming import Growing
from assistant.trace import Trace
from assistant.verifier import Verified, Verifier
from corpus.records import Evidence
from index.catalogue import Catalogue

ENGINE = "extractive"


class AnswerWriter:
    """Verifies drafts, numbers their quotes and writes the answer object."""

    def __init__(self, index: IndexInfo, catalogue: Catalogue) -> None:
        self.index = index
        self._catalogue = catalogue
        self._verifier = Verifier(catalogue.document)

    def write(
        self,
        draft: Draft,
        *,
        question: str,
        standalone: str,
        language: Language,
        history: Sequence[Turn] = (),
        trace: Trace,
    ) -> Answer:
        """The answer that a draft becomes; what was dropped, and the times, go into the trace.

        It is signed with the language model that the trace tells of, if words of its stand in it.
        """
        with trace.stage("verify"):
            verified = self._verifier.verify(draft)
            trace.dropped = verified.dropped
            draft = _honest(draft, verified, language, question)
        with trace.stage("cite"):
            cited = cite(draft, verified.kept, self._catalogue)
        made = trace.generation
        engine = made.model if made and made.written else ENGINE
        return Answer(
            id=self._id(question, history, engine, cited),
            question=question,
            standalone_question=standalone,
            language=language,
            status=draft.status,
            text=cited.text,
            sentences=cited.sentences,
            citations=cited.citations,
            tools=draft.tools,
            missing=draft.missing,
            followups=draft.followups,
            engine=engine,
            index=self.index,
            timings_ms=trace.timings_ms,
            dropped=[dropped.reason for dropped in made.dropped] if made else None,
            repaired=[repaired.reason for repaired in made.repaired] if made else None,
            fallback=made.fallback if made else None,
        )

    def begin(self, draft: Draft, *, question: str, standalone: str, language: Language) -> Growing:
        """The answer that is to come of a draft, with nothing said yet and signed by nobody."""
        begun = Answer(
            id="",
            question=question,
            standalone_question=standalone,
            language=language,
            status=draft.status,
            text="",
            sentences=(),
            citations=(),
            tools=(),
            missing=draft.missing,
            followups=(),
            engine=ENGINE,
            index=self.index,
        )
        return Growing(begun, partial(citation, self._catalogue))

    def quote_of(self, evidence: Evidence) -> Quote:
        """Where the document says what a record names as its evidence.

        Raises:
            UnsupportedRecordError: it does not say so.
        """
        span = self._catalogue.find(evidence.document, evidence.quote)
        if span is None:
            raise UnsupportedRecordError(evidence.document, evidence.quote)
        return Quote(evidence.document, span.start, span.end)

    def _id(self, question: str, history: Sequence[Turn], engine: str, cited: Cited) -> str:
        """Stands for what was asked, of what, and what came of it.

        So an answer that other code words in another way is another answer, and a permanent
        address never shows one for the other.
        """
        stood_for: Mapping[str, object] = {
            "question": question,
            "history": [[turn.role, turn.content] for turn in history],
            "index": self.index.id,
            "engine": engine,
            "text": cited.text,
            "quotes": [[c.document, c.start, c.end] for c in cited.citations],
        }
        return hashlib.sha256(json.dumps(stood_for, sort_keys=True).encode()).hexdigest()[:16]


def is_written(answer: Answer) -> bool:
    """Whether words of a language model stand in an answer; `engine` is its name then."""
    return answer.engine != ENGINE


def _honest(draft: Draft, verified: Verified, language: Language, question: str) -> Draft:
    """The draft with the status that what is left of it deserves."""
    if not verified.dropped or draft.status not in {"answered", "partial"}:
        return draft
    if verified.kept:
        return replace(draft, status="partial", missing=draft.missing or (question,))
    return Draft("refused", (), opening=NOT_SAID[language], missing=(question,))
