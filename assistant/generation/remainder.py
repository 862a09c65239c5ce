"""What of our own answer is still to be told beside what a model wrote.

A model may say it in fewer words, but a reader must not get less: each part of a question stays
answered, what is the main point of each is told, and so is each figure and date of what is told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Protocol

from assistant.answers import DraftSentence, Language, Quote
from assistant.asking import GATES, without_reports
from assistant.asking_words import Kind
from assistant.drafted import Drafted
from assistant.figures import DATE, numbers, quantities
from assistant.folding import fold
from assistant.generation.reading import plain, read
from assistant.languages import detect
from assistant.suggestions.likeness import content

NAMING: frozenset[Kind] = frozenset({"person", "agent", "organisation", "names"})
"""Kinds of question that names answer."""
LEAST_SHARE = 0.5
"""Share of a sentence of ours that must be told where an open question is answered by it."""
LEAST_TOLD = 2
"""Words beyond the question's that a sentence must have to tell anything."""


class ShareTold(Protocol):
    """Tells how much of a sentence of ours a text tells, 0 to 1."""

    def __call__(self, own: str, told: str, *, asked: str, language: Language) -> float:
        """See `SupportChecker.share_told`."""
        ...


@dataclass(frozen=True, slots=True)
class _Section:
    """What our own answer says to one part of a question, in its order.

    Attributes:
        sentences: but for those that are said to an earlier part.
        essentials: those of them that a fluent answer may not do without.
    """

    sentences: Sequence[DraftSentence]
    essentials: Sequence[DraftSentence]


class Remainder:
    """Compares our own answer with what was said in its place so far.

    Args:
        spoken: language of the documents.
        share_told: how much of a sentence of ours a text tells; see `SupportChecker.share_told`.
    """

    def __init__(self, drafted: Drafted, *, spoken: str, share_told: ShareTold) -> None:
        kinds = {question.asking.kind for question in drafted.trace.questions}
        self._is_open = not kinds & GATES  # else a few words may be all that was asked for
        self._asks_names = bool(kinds & NAMING)
        self._asks_date = "date" in kinds
        self._share_told = share_told
        self._spoken = spoken
        self._own = drafted.documentary
        self._asked = drafted.standalone
        self._language = drafted.language
        self._sections = list(_sections(drafted))

    @property
    def is_listed(self) -> bool:
        """Whether something is to be said of each of several."""
        return sum(s.list_item for section in self._sections for s in section.essentials) > 1

    def is_begun(self, said: Sequence[DraftSentence]) -> bool:
        """Whether anything said so far tells of our own answer."""
        return any(self._is_told(own, said) for own in self._own)

    def left_out(self, said: Sequence[DraftSentence]) -> Sequence[DraftSentence]:
        """What our own answer says that nothing said so far tells of.

        A part of which the model has told nothing is told as without one; of the others, the
        essentials.
        """
        if not self.is_begun(said):
            return self._own
        left: list[DraftSentence] = []
        for section in self._sections:
            written = any(s.written and self._touches(s, section.sentences) for s in said)
            wanted = section.essentials if written else section.sentences
            missing = [own for own in wanted if not self._is_told(own, [*said, *left])]
            last = (left or [*said])[-1]
            if missing and not missing[0].list_item and not self._touches(last, section.sentences):
                missing[0] = replace(missing[0], starts_paragraph=True)
            left += missing
        return left

    def curtailed(
        self, text: str, quotes: Sequence[Quote], said: Sequence[DraftSentence]
    ) -> DraftSentence | None:
        """The sentence of ours that a written one would stand for and says too little of.

        Args:
            text: of the written sentence.
            quotes: what it rests on.
            said: before it.

        Returns:
            The likest of several; None if it leaves out none.
        """
        fewer = [
            own
            for own in self._own
            if own.origin == "document"
            and {*own.quotes} & {*quotes}
            and not self._is_whole(own, " ".join([text, *_texts(own, said)]))
        ]
        words = content(text, self._language)
        return max(
            fewer, key=lambda own: len(words & content(own.text, self._language)), default=None
        )

    def _touches(self, said: DraftSentence, sentences: Sequence[DraftSentence]) -> bool:
        quotes = {quote for own in sentences for quote in own.quotes}
        return bool(quotes & {*said.quotes}) and self._tells(said)

    def _is_told(self, own: DraftSentence, said: Sequence[DraftSentence]) -> bool:
        """Whether something said rests on what a sentence of ours does and tells of it.

        Its figures are what readers come for, so none may be missing.
        """
        if not any(self._touches(s, [own]) for s in said):
            return False
        return self._is_whole(own, " ".join(_texts(own, said)))

    def _is_whole(self, own: DraftSentence, text: str) -> bool:
        """Whether a text has the figures of a sentence of ours, with their names, and enough else.

        A figure holds of what it was told of: 15 % 'in the areas with a COMPAZ' is not 15 %.
        """
        figures = self._figures(own)
        if not figures <= _numbers(text):
            return False
        # Names may be said otherwise in another language; whoever asks for one gets ours too.
        if self._asks_names or (figures and self._language == self._spoken):
            told = fold(f"{text} {self._asked}")
            if not all(fold(name) in told for name in _names(own.text)):
                return False
        if not self._is_open or own.text in text:
            return True
        share = self._share_told(own.text, text, asked=self._asked, language=self._language)
        return share >= LEAST_SHARE

    def _tells(self, said: DraftSentence) -> bool:
        """Whether a sentence, known to be carried by its evidence, tells more than was asked.

        'Boulder is a city' rests on much, and answers nothing.
        """
        if not said.written:
            return True
        added = content(said.text, self._language) - content(self._asked, self._language)
        return len(added) >= LEAST_TOLD or bool(_numbers(said.text) - _numbers(self._asked))

    def _figures(self, own: DraftSentence) -> set[Decimal]:
        """The numbers of a sentence that may not be missing.

        None of those of its source or the question. A date beside another figure only says when
        that was so; it may go, unless a date is what is asked for.
        """
        counted = quantities(own.text) - _numbers(self._asked)
        if counted and not self._asks_date:
            return counted
        dates = " ".join(match[0] for match in DATE.finditer(without_reports(own.text)))
        return counted | (_numbers(dates) - _numbers(self._asked))


def is_said(
    sentence: DraftSentence,
    before: Sequence[DraftSentence],
    *,
    language: Language,
    subject: str,
) -> bool:
    """Whether a sentence says again what others of the same evidence have said.

    Args:
        subject: what the programme is called, which is no news.
    """
    same = [s for s in before if {*s.quotes} & {*sentence.quotes}]
    if not {*sentence.quotes} <= {quote for s in same for quote in s.quotes}:
        return False
    said = " ".join(s.text for s in same)
    added = content(sentence.text, language) - content(f"{said} {subject}", language)
    return len(added) < LEAST_TOLD and _numbers(sentence.text) <= _numbers(said)


def _sections(drafted: Drafted) -> Iterator[_Section]:
    shown = {_key(sentence): sentence for sentence in drafted.documentary}
    earlier: set[tuple[str, tuple[Quote, ...]]] = set()
    for part in drafted.parts:
        keys = [key for s in part.draft.sentences if (key := _key(s)) in shown]
        # What is said to two parts is of the first, unless the other has nothing else.
        own = [shown[key] for key in keys if key not in earlier] or [shown[key] for key in keys]
        earlier.update(keys)
        if own:
            yield _Section(own, list(_essentials(own)))


def _essentials(own: Sequence[DraftSentence]) -> Iterator[DraftSentence]:
    """The main point, what came of it if the point has no figures, and every item of a list."""
    text = [s for s in own if s.origin == "document" and not s.list_item]
    yield from text[:1]
    if text and not quantities(text[0].text):
        yield from [s for s in text[1:] if quantities(s.text)][:1]
    yield from (s for s in own if s.origin == "document" and s.list_item)


def _key(sentence: DraftSentence) -> tuple[str, tuple[Quote, ...]]:
    return sentence.text, tuple(sentence.quotes)


def _texts(own: DraftSentence, said: Sequence[DraftSentence]) -> list[str]:
    """What is said that rests on what a sentence of ours rests on."""
    return [s.text for s in said if {*own.quotes} & {*s.quotes}]


def _names(text: str) -> list[str]:
    """The words of the names in a sentence of the documents, but for areas."""
    plain_text = plain(without_reports(text))
    tokens = read(plain_text, detect(plain_text)).tokens
    names = [t for t in tokens if t.role == "name"]
    placed = [t.text for t in names if any(m.startswith("area:") for m in t.concepts)]
    return [t.text.removesuffix("'s") for t in names if t.text not in placed]


def _numbers(text: str) -> set[Decimal]:
    return {value for readings in numbers(text) for value in readings}
