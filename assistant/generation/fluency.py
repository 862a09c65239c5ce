"""The fluent engine: a language model writes over our own answer's evidence, verified as it comes.

Our own answer is made first and stays at hand. What tools compute is said in their own words. What
documents say is written by the model, a sentence at a time; each is held until it was checked. One
that fails is replaced by the sentence of the document that it speaks of, or left out. What the
model leaves out of our own answer, or cannot say because it is down, is said in the documents' own
words.
"""

import logging
import re
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from textwrap import shorten
from typing import TYPE_CHECKING

from assistant.answers import DraftSentence, Language, Quote
from assistant.asking import GATES, Asking, holds
from assistant.drafted import Drafted
from assistant.generation.cache import GenerationCache
from assistant.generation.client import ModelClient
from assistant.generation.cutting import Cutter, Written
from assistant.generation.errors import ModelFaultError
from assistant.generation.exhibits import Checked, Exhibit
from assistant.generation.legible import illegible
from assistant.generation.presenting import exhibits_for
from assistant.generation.prompts import write_prompt
from assistant.generation.record import Record, Usage, Use
from assistant.generation.remainder import Remainder, is_said
from assistant.generation.settings import GenerationSettings
from assistant.generation.support import SupportChecker
from assistant.verifier import Dropped
from index.catalogue import Catalogue

if TYPE_CHECKING:  # importing it takes half a second
    from llama_index.core.base.llms.types import ChatMessage


log = logging.getLogger(__name__)

LOOPS = 3
"""A model that says the same so many times will go on with it."""
MOST_REASON = 160
"""Characters of why a sentence was left out, at most; it may name a word of the model's."""
MOST_SENTENCES = 24
"""Sentences taken from a model, at most."""


class Fluency:
    """Writes answers with a language model."""

    def __init__(
        self,
        client: ModelClient,
        checker: SupportChecker,
        *,
        settings: GenerationSettings,
        catalogue: Catalogue,
        cache: GenerationCache | None,
        subject_in: Callable[[str], str],
        language: str,
    ) -> None:
        """An engine over these parts.

        Args:
            cache: None to ask the model anew each time.
            subject_in: what the programme is called in a language.
            language: of the documents.
        """
        self._client = client
        self._checker = checker
        self._settings = settings
        self._catalogue = catalogue
        self._cache = cache
        self._subject_in = subject_in
        self._language = language

    @property
    def name(self) -> str:
        """The model's name, for signing what it wrote."""
        return self._client.name

    def writes(self, drafted: Drafted) -> bool:
        """Whether there is something for the model to write: the documents answer."""
        draft = drafted.draft
        if not self._settings.write or draft.status not in {"answered", "partial"}:
            return False
        own = [s for s in drafted.documentary if s.origin == "document"]
        if drafted.language != self._language:
            return bool(own) and self._settings.translate
        # A list of what each of several places did is best left as it is.
        return any(not s.list_item for s in own)

    def write(
        self, drafted: Drafted, record: Record, *, deadline: float
    ) -> Iterator[DraftSentence]:
        """The sentences of the fluent answer, each verified, as they come.

        What is not the documents' comes as it is, before and after them as in our own answer.
        """
        use: Use = "write" if drafted.language == self._language else "translate"
        record.asked.append(use)
        told = list(drafted.draft.sentences)
        own = [n for n, sentence in enumerate(told) if sentence in drafted.documentary]
        before = told[: own[0]]
        yield from before
        yield from self._write(drafted, record, deadline, told=before)
        record.helped += [use] if record.written else []
        yield from (s for s in told[own[0] :] if s not in drafted.documentary)

    def _write(
        self,
        drafted: Drafted,
        record: Record,
        deadline: float,
        *,
        told: Sequence[DraftSentence],
    ) -> Iterator[DraftSentence]:
        own = Remainder(drafted, spoken=self._language, share_told=self._checker.share_told)
        exhibits = exhibits_for(
            drafted.draft.sentences,
            drafted.trace.candidates,
            catalogue=self._catalogue,
            most=self._settings.exhibits,
        )
        prompt = write_prompt(
            drafted.standalone,
            exhibits,
            language=drafted.language,
            subject=self._subject_in(drafted.language),
            lists=own.is_listed,
        )
        said: list[DraftSentence] = []
        shown = 0
        try:
            for written in self._sentences(prompt, drafted.language, record, deadline):
                sentence = self._checked(written, exhibits, drafted, record, own=own, said=said)
                if not sentence or self._is_said(sentence, [*told, *said], drafted.language):
                    continue
                if not said and drafted.documentary[0].starts_paragraph:
                    sentence = replace(sentence, starts_paragraph=True)
                said.append(sentence)
                record.written += sentence.written
                if self._may_begin(said, drafted, own):
                    yield from said[shown:]
                    shown = len(said)
        except ModelFaultError as error:
            log.warning("%s: %s", self.name, error)
            record.fault = error.fault
        if len(said) > shown:
            record.withhold([sentence.text for sentence in said])
            said = []
        for sentence in own.left_out(said):
            record.completed = True
            said.append(sentence)
            yield sentence

    def _sentences(
        self, prompt: "Sequence[ChatMessage]", language: Language, record: Record, deadline: float
    ) -> Generator[Written, None, None]:
        """What the model writes, cut into sentences.

        Raises:
            ModelFaultError: it came to no end of its own.
        """
        cutter, seen = Cutter(language), dict[str, int]()
        with closing(self._text(prompt, record.usage, deadline)) as text:
            for piece in text:
                for written in cutter.feed(piece):
                    seen[written.text] = seen.get(written.text, 0) + 1
                    if seen[written.text] >= LOOPS or sum(seen.values()) > MOST_SENTENCES:
                        raise ModelFaultError("looping", "It goes on and on.")
                    yield written
        yield from cutter.end()

    def _text(
        self, prompt: "Sequence[ChatMessage]", usage: Usage, deadline: float
    ) -> Generator[str, None, None]:
        """What the model says to this; what it said before, if that was kept."""
        if self._cache and (kept := self._cache.find(prompt)) is not None:
            usage.cached = True
            yield kept
            return
        pieces: list[str] = []
        with closing(self._client.stream(prompt, deadline=deadline, usage=usage)) as stream:
            for piece in stream:
                pieces.append(piece)
                yield piece
        text = "".join(pieces)
        if not text.strip():
            raise ModelFaultError("empty", "It wrote nothing.")
        if self._cache:
            self._cache.keep(prompt, text)

    def _checked(
        self,
        written: Written,
        exhibits: Sequence[Exhibit],
        drafted: Drafted,
        record: Record,
        *,
        own: Remainder,
        said: Sequence[DraftSentence],
    ) -> DraftSentence | None:
        """A written sentence as it may be shown, or what stands in its place; None for nothing."""
        if reason := illegible(written.text, drafted.language):
            record.dropped.append(Dropped(written.text, reason))
            return None
        found = self._checker.check(
            written.text,
            written.cited,
            exhibits,
            language=drafted.language,
        )
        by_number = {exhibit.n: exhibit for exhibit in exhibits}
        if found.fault is None:
            resting = [by_number[n] for n in found.citations]
            if all(e.origin == "tool" for e in resting):  # which has told it, or claims nothing
                return None
            lack, nearest = self._lack(written.text, resting, drafted, own=own, said=said)
            if not lack:
                return _sentence(written, found, resting)
            found = replace(found, fault="unsupported", detail=lack, nearest=nearest.n)
        reason = found.detail or str(found.fault)
        dropped = Dropped(written.text, shorten(reason, MOST_REASON, placeholder="…"))
        near = by_number.get(found.nearest or 0)
        if near and drafted.language == self._language and near.origin == "document":
            record.repaired.append(dropped)
            return DraftSentence(
                near.text,
                near.quotes,
                support=round(found.support, 3),
                starts_paragraph=written.starts_paragraph,
                list_item=written.list_item,
            )
        record.dropped.append(dropped)
        return None

    def _lack(
        self,
        text: str,
        resting: Sequence[Exhibit],
        drafted: Drafted,
        *,
        own: Remainder,
        said: Sequence[DraftSentence],
    ) -> tuple[str, Exhibit]:
        """What a true sentence leaves out that readers want, empty for nothing, and where it is.

        A reader of another language would get nothing in its place, so there it stands: what it
        leaves out is told after it.
        """
        if not self._keeps(text, resting, drafted):
            return "it leaves out what was asked for", resting[0]
        if drafted.language == self._language:
            quotes = [quote for exhibit in resting for quote in exhibit.quotes]
            if fuller := own.curtailed(text, quotes, said):
                held = next(e for e in resting if {*e.quotes} & {*fuller.quotes})
                return "it says too little of what it rests on", held
        return "", resting[0]

    def _keeps(self, text: str, resting: Sequence[Exhibit], drafted: Drafted) -> bool:
        """Whether a sentence still holds the kind of thing asked for that its evidence holds."""
        askings = [question.asking for question in drafted.trace.questions]
        return all(
            holds(asking, text)
            for asking in askings
            if _is_asked_for(asking) and any(holds(asking, e.text) for e in resting)
        )

    def _is_said(
        self, sentence: DraftSentence, before: Sequence[DraftSentence], language: Language
    ) -> bool:
        return is_said(sentence, before, language=language, subject=self._subject_in(language))

    def _may_begin(self, said: Sequence[DraftSentence], drafted: Drafted, own: Remainder) -> bool:
        """Whether what was written so far may be shown.

        What another language's reader is shown cannot be put in the documents' own words, so it
        waits until it tells something of our own answer.
        """
        return drafted.language == self._language or own.is_begun(said)


def _is_asked_for(asking: Asking) -> bool:
    return asking.kind in GATES


def _sentence(written: Written, found: Checked, resting: Sequence[Exhibit]) -> DraftSentence:
    quotes: list[Quote] = [quote for exhibit in resting for quote in exhibit.quotes]
    return DraftSentence(
        text=_typeset(written.text, resting),
        quotes=tuple(dict.fromkeys(quotes)),
        origin="document" if any(e.origin == "document" for e in resting) else "tool",
        support=round(found.support, 3),
        starts_paragraph=written.starts_paragraph,
        list_item=written.list_item,
        written=True,
    )


def _typeset(text: str, resting: Sequence[Exhibit]) -> str:
    """A text with its percentages set as the evidence sets them, for both stand in one answer."""
    if any(_PARTED.search(exhibit.text) for exhibit in resting):
        return _JOINED.sub(r"\1 %", text)
    return text


_JOINED = re.compile(r"(\d)%")
_PARTED = re.compile(r"\d %")
