"""Numbering quotes and writing the answer's text around them."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answers import AnswerSentence, Citation, Draft, DraftSentence, Quote
from assistant.deep_links import address_of
from corpus.documents import Document, Place
from index.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Cited:
    """An answer's text with its sentences and citations; numbers count from 1 by first use."""

    text: str
    sentences: Sequence[AnswerSentence]
    citations: Sequence[Citation]


class Numbering:
    """Numbers the quotes of sentences that stand, as they come, by first use.

    A quote used twice has one number. Markers go before a sentence's last full stop.
    """

    def __init__(self) -> None:
        self.numbers: dict[Quote, int] = {}
        self.sentences: list[AnswerSentence] = []
        self._before: DraftSentence | None = None

    def add(self, sentence: DraftSentence) -> str:
        """What a sentence adds to the text: what sets it apart, itself, and its markers."""
        own = [
            self.numbers.setdefault(quote, len(self.numbers) + 1)
            for quote in dict.fromkeys(sentence.quotes)
        ]
        self.sentences.append(
            AnswerSentence(sentence.text, tuple(own), sentence.origin, sentence.support)
        )
        before, self._before = self._before, sentence
        return _separator(before, sentence) + marked(sentence.text, own)


def cite(draft: Draft, kept: Sequence[DraftSentence], catalogue: Catalogue) -> Cited:
    """Number the quotes of the sentences that stand and put the text together."""
    numbering = Numbering()
    body = "".join([numbering.add(sentence) for sentence in kept])
    text = "\n\n".join(part for part in (draft.opening, body, draft.closing) if part)
    citations = tuple(citation(catalogue, quote, n) for quote, n in numbering.numbers.items())
    return Cited(text, tuple(numbering.sentences), citations)


def citation(catalogue: Catalogue, quote: Quote, n: int) -> Citation:
    """The citation of a quote that was verified."""
    document = catalogue.document(quote.document_id)
    assert document is not None  # the verifier has seen it
    text, place = document.text[quote.start : quote.end], document.place_at(quote.start)
    return Citation(
        n=n,
        document=document.id,
        title=document.title,
        section=_section(catalogue, quote, document.title),
        page=place.page if place else None,
        url=_address(document, text, place),
        published=document.published,
        quote=text,
        start=quote.start,
        end=quote.end,
        sources=document.sources,
        place=place.label if place else "",
        file="" if document.sources else document.origin,
    )


def _address(document: Document, quote: str, place: Place | None) -> str:
    """The one address that a document rests on; with the place, if its text stands there."""
    if len(document.sources) != 1:
        return ""
    url = document.sources[0].url
    return address_of(quote, url, place) if url == document.address else url


def _separator(before: DraftSentence | None, sentence: DraftSentence) -> str:
    """What stands between two sentences of a text, and a list item's mark."""
    mark = "- " if sentence.list_item else ""
    if before is None:
        return mark
    if sentence.list_item:
        return f"\n{mark}" if before.list_item else f"\n\n{mark}"
    return "\n\n" if sentence.starts_paragraph or before.list_item else " "


def marked(text: str, numbers: Sequence[int]) -> str:
    """A sentence with its citations' markers, as it stands in an answer's text."""
    marks = "".join(f"[{n}]" for n in numbers)
    if not marks:
        return text
    stripped = text.rstrip(".:")
    return f"{stripped} {marks}{text[len(stripped) :]}"


def _section(catalogue: Catalogue, quote: Quote, title: str) -> str:
    for entry in catalogue.passages_of(quote.document_id):
        if entry.passage.span.start <= quote.start < entry.passage.span.end:
            return " > ".join(h for h in entry.passage.headings if h != title)
    return ""
