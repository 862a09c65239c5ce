"""Checking what is about to be said, sentence by sentence, against what it rests on.

A sentence stands if each of its quotes is a place in a document and if every number, month, level
and name in it is in its quotes or in a tool's result; an area may be called there by its name in
another language. A sentence lifted from a document must
moreover be the quote, white space apart. What fails is not shown.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.answers import Draft, DraftSentence, Quote
from assistant.figures import levels, months, numbers, plain_values
from assistant.geography import find_areas
from corpus.documents import Document

_MARKUP = re.compile(r"[*_`|]+")
_ITEM = re.compile(r"^\s*(?:[-*+•]|\d+[.)])\s+", re.MULTILINE)
_MARKS = re.compile(r"[*_`|¿¡\"“”«»()]+")
_NAME = re.compile(r"(?<![.!?:…]\s)(?<!^)\b[^\W\d_a-z][^\W\d_]*[^\W\d_A-Z][^\W\d_]*")


@dataclass(frozen=True, slots=True)
class Dropped:
    """A sentence that was not shown, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Verified:
    """The sentences that stand, in order, and those that do not."""

    kept: Sequence[DraftSentence]
    dropped: Sequence[Dropped]


class Verifier:
    """Checks drafts against the documents they cite.

    Args:
        document: gives the document of an id, None if there is none.
    """

    def __init__(self, document: Callable[[str], Document | None]) -> None:
        self._document = document

    def verify(self, draft: Draft) -> Verified:
        """Split a draft's sentences into those that stand and those that do not."""
        results = " \n".join(
            text for tool in draft.tools for text in plain_values([tool.arguments, tool.result])
        )
        kept, dropped = [], []
        for sentence in draft.sentences:
            reason = self._fault(sentence, results)
            if reason:
                dropped.append(Dropped(sentence.text, reason))
            else:
                kept.append(sentence)
        return Verified(tuple(kept), tuple(dropped))

    def _fault(self, sentence: DraftSentence, results: str) -> str | None:
        quoted = [self._quoted(quote) for quote in sentence.quotes]
        if None in quoted:
            return "a quote is not in its document"
        quotes = [text for text in quoted if text is not None]
        if sentence.written:  # checked as it came, by meaning too (assistant.generation.support)
            return None if quotes or results else "nothing is cited"
        if sentence.origin == "document":
            if normalised(sentence.text) not in map(normalised, quotes):
                return "the sentence is not what its document says"
            return None
        if not quotes and not results:
            return "nothing is cited"
        return unsupported(sentence.text, " \n".join([*quotes, results]))

    def _quoted(self, quote: Quote) -> str | None:
        document = self._document(quote.document_id)
        if document is None or not 0 <= quote.start < quote.end <= len(document.text):
            return None
        return document.text[quote.start : quote.end]


def normalised(text: str) -> str:
    """`text` with each run of white space as one space."""
    return " ".join(text.split())


def unsupported(text: str, evidence: str) -> str | None:
    """What in `text` is not in `evidence`: a number, month, level or name; None if nothing."""
    plain = _MARKUP.sub(" ", text)
    known = {value for readings in numbers(evidence) for value in readings}
    for readings in numbers(plain):
        if not readings & known:
            return f"the number {min(readings)} is not in the evidence"
    if months(plain) - months(evidence) - _iso_months(evidence):
        return "a month is not in the evidence"
    if levels(plain) - levels(evidence):
        return "a level is not in the evidence"
    folded = evidence.casefold()
    strange = [
        name
        for name in _names(text)
        if name.casefold() not in folded and not months(name) and not levels(name)
    ]
    if strange:
        shared = _words_of_shared_areas(plain, evidence)
        strange = [name for name in strange if name.casefold() not in shared]
    return f"the name {strange[0]} is not in the evidence" if strange else None


def _words_of_shared_areas(text: str, evidence: str) -> set[str]:
    """Words of the areas that a text names and the evidence too, maybe in another language."""
    known = {area.code for area in find_areas(evidence)}
    shared = (area for area in find_areas(text) if area.code in known)
    return {word for area in shared for word in text[area.start : area.end].casefold().split()}


def _names(text: str) -> list[str]:
    """Capitalised words, but for those that begin the text, a sentence or an item of a list."""
    plain = normalised(_MARKS.sub(" ", _ITEM.sub(". ", text)))
    return [name for name in _NAME.findall(plain) if name[0].isupper()]


def _iso_months(text: str) -> set[int]:
    return {int(month) for month in re.findall(r"\b\d{4}-(0[1-9]|1[0-2])\b", text)}
