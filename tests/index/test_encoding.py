"""What the index keeps of a document is the document."""

import json

from corpus.documents import Document, Place, Source
from index.encoding import document_json, parse_document


def test_a_document_comes_back_as_it_was() -> None:
    document = Document(
        "plan",
        "Plan",
        "document",
        "One.\n\nTwo.\n",
        "pt",
        sources=(Source("Plan", "City", "https://city.example/plan.pdf", "2024"),),
        places=(Place(0, "page 1", 1), Place(6, "sheet A, row 2")),
        origin="city.example/plan.pdf",
        address="https://city.example/plan.pdf",
    )

    read = parse_document(json.loads(document_json(document)))

    assert (read.sources, read.places) == (document.sources, document.places)
    place = read.place_at(7)
    assert place is not None
    assert (place.label, place.page) == ("sheet A, row 2", None)
    assert read.address == document.address
