"""Documents and passages as JSON, the form in which the index keeps them."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from corpus.documents import Document, Passage, Place, Source, Span


def document_json(document: Document) -> str:
    """Everything that is known of a document."""
    return json.dumps(asdict(document), ensure_ascii=False)


def parse_document(body: Mapping[str, Any]) -> Document:
    """What `document_json` wrote, parsed."""
    own = {
        "sources": tuple(Source(**source) for source in body["sources"]),
        "places": tuple(Place(**place) for place in body["places"]),
    }
    return Document(**{**body, **own})


def passage_json(passage: Passage) -> str:
    """A passage but for its id."""
    body = {
        "document": passage.document_id,
        "headings": list(passage.headings),
        "span": [passage.span.start, passage.span.end],
        "sentences": [[s.start, s.end] for s in passage.sentences],
    }
    return json.dumps(body, ensure_ascii=False)


def parse_passage(id_: str, body: Mapping[str, Any]) -> Passage:
    """What `passage_json` wrote, parsed."""
    return Passage(
        id=id_,
        document_id=body["document"],
        headings=tuple(body["headings"]),
        span=Span(*body["span"]),
        sentences=tuple(Span(*pair) for pair in body["sentences"]),
    )
