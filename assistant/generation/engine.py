"""What a language model does for an answer, in order, within the time there is.

It may say what an unanswered question means, or call a tool that our grammar did not; then it
writes. Our own answer is given wherever it does not help, and the reader is told if it failed.
"""

import logging
import time
from collections.abc import Iterator
from dataclasses import replace

from assistant.answers import Answer, DraftSentence
from assistant.drafted import Drafted
from assistant.generation.asides import Asides
from assistant.generation.cache import GenerationCache
from assistant.generation.client import ModelClient
from assistant.generation.fluency import Fluency
from assistant.generation.phrases import MODEL_FAILED
from assistant.generation.record import Record
from assistant.generation.settings import GenerationSettings
from assistant.generation.support import SupportChecker
from assistant.generation.tool_calls import ProgrammeTools, RouteTo
from assistant.pipeline import Assistant
from assistant.streaming import Piece, Told, pieces
from corpus.programme import ProgrammeDescription
from index.catalogue import Catalogue

log = logging.getLogger(__name__)


class GenerationEngine:
    """Tells answers with a language model; the one `assistant.pipeline.Generation`."""

    def __init__(self, fluency: Fluency, asides: Asides, settings: GenerationSettings) -> None:
        self._fluency = fluency
        self._asides = asides
        self._settings = settings

    def tell(self, drafted: Drafted, assistant: Assistant) -> Told:
        """As `Assistant.tell`, from our own answer."""
        deadline = time.monotonic() + self._settings.answer_s
        trace, record = drafted.trace, Record(self._fluency.name)
        trace.generation = record
        drafted = self._asides.reread(drafted, assistant, record, deadline=deadline)
        if self._fluency.writes(drafted):
            growing, said, draft = assistant.begin(drafted), list[DraftSentence](), drafted.draft
            yield growing.begin()
            for sentence in self._fluency.write(drafted, record, deadline=deadline):
                if not said:
                    # In the documents' own words it needs their frame, else none.
                    own = sentence in drafted.documentary
                    draft = replace(draft, opening=draft.opening if own else "")
                first = f"{draft.opening}\n\n" if draft.opening and not said else ""
                said.append(sentence)
                yield growing.add(sentence, opening=first)
            closing = [draft.closing, MODEL_FAILED[drafted.language] if record.fault else ""]
            record.model = self._fluency.name
            draft = replace(draft, sentences=said, closing="\n\n".join(filter(None, closing)))
            answer = assistant.write(drafted, draft)
            yield from _rest(answer, growing.text)
        else:
            answer = assistant.write(drafted)
            yield from pieces(answer)
        with trace.stage("suggest"):
            answer = assistant.lead_on(answer, drafted.history)
            answer = self._asides.follow_up(answer, assistant, record, deadline=deadline)
        trace.timings_ms["generate"] = record.usage.ms
        log.info("%s, %s: %r", record.model, record.fallback or "fluent", drafted.question)
        yield answer


def build(
    client: ModelClient,
    checker: SupportChecker,
    *,
    settings: GenerationSettings,
    programme: ProgrammeDescription,
    catalogue: Catalogue,
    route: RouteTo,
    cache: GenerationCache | None,
) -> GenerationEngine:
    """The engine over a model; `cache` is None to ask it anew each time."""
    fluency = Fluency(
        client,
        checker,
        settings=settings,
        catalogue=catalogue,
        cache=cache,
        subject_in=programme.subject_in,
        language=programme.language,
    )
    asides = Asides(
        client,
        settings=settings,
        tools=ProgrammeTools(route),
        cache=cache,
        subject_in=programme.subject_in,
    )
    return GenerationEngine(fluency, asides, settings)


def _rest(answer: Answer, told: str) -> Iterator[Piece]:
    """What of an answer's text was not told yet."""
    assert answer.text.startswith(told)  # what was checked as it came is not taken back
    if len(told) < len(answer.text):
        yield Piece(answer.text[len(told) :], so_far=answer)
