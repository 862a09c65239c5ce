"""Which evidence a model is shown: what our own answer rests on first, then what stands near it."""

from collections.abc import Iterator, Sequence

from assistant.answers import DraftSentence, Quote
from assistant.evidence import Candidate
from assistant.generation.exhibits import Exhibit
from assistant.verifier import normalised
from index.catalogue import Catalogue

NEAR = 0.6
"""Share of the best support from which a further sentence is worth showing."""


def exhibits_for(
    sentences: Sequence[DraftSentence],
    candidates: Sequence[Candidate],
    *,
    catalogue: Catalogue,
    most: int,
) -> Sequence[Exhibit]:
    """The exhibits for an answer, numbered as the answer's own citations are.

    Args:
        sentences: of our own answer, in order; all of their quotes are shown, `most` or not.
        candidates: sentences that were weighed, best first.
        most: exhibits at most, beyond those.
    """
    weighed = {_quote(candidate): candidate for candidate in candidates}
    quotes = list(dict.fromkeys(quote for s in sentences for quote in s.quotes))
    best = max((weighed[q].support for q in quotes if q in weighed), default=1.0)
    for candidate in candidates:
        if len(quotes) >= most:
            break
        quote = _quote(candidate)
        if candidate.answers and candidate.support >= NEAR * best and quote not in quotes:
            quotes.append(quote)
    shown: list[Exhibit] = []
    for quote in quotes:
        if exhibit := _exhibit(len(shown) + 1, quote, weighed.get(quote), catalogue):
            shown.append(exhibit)
    return [*shown, *_computed(sentences, len(shown))]


def _quote(candidate: Candidate) -> Quote:
    span = candidate.sentence.span
    return Quote(candidate.found.document.id, span.start, span.end)


def _exhibit(
    n: int, quote: Quote, candidate: Candidate | None, catalogue: Catalogue
) -> Exhibit | None:
    document = catalogue.document(quote.document_id)
    if document is None:
        return None
    text = normalised(document.text[quote.start : quote.end])
    headings = [document.title, *_headings(candidate, document.title)]
    vector = candidate.sentence.vector if candidate else None
    return Exhibit(n, text, (quote,), "document", " > ".join(headings), vector)


def _headings(candidate: Candidate | None, title: str) -> list[str]:
    found = candidate.found.passage.headings if candidate else ()
    return [heading for heading in found if heading != title]


def _computed(sentences: Sequence[DraftSentence], shown: int) -> Iterator[Exhibit]:
    """Sentences of tools, which a model may lean on where it writes the rest."""
    told = (s for s in sentences if s.origin == "tool" and not s.text.endswith(":"))
    for n, sentence in enumerate(told, start=shown + 1):
        yield Exhibit(n, normalised(sentence.text), sentence.quotes, "tool", "")
