"""The places of a document's original, as they stand beside its text on a page."""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.documents import Document, slug
from ui.texts import Texts
from ui.whereabouts import place_name


@dataclass(frozen=True, slots=True)
class Marker:
    """Says where in the original the text goes on from character `start`.

    Attributes:
        name: in the reader's words, without what the marker before it says as well.
        id: of its element, unique in the document; empty where the place comes again.
    """

    start: int
    name: str
    id: str


def markers(document: Document, texts: Texts) -> list[Marker]:
    """A marker for each place of a document that has a name, in order."""
    return list(_markers(document, texts))


def _markers(document: Document, texts: Texts) -> Iterator[Marker]:
    around, taken = "", set[str]()
    for place in document.places:
        container, _, own = place.label.rpartition(", ")
        if place.label:
            shown = own if container and container == around else place.label
            id_ = f"place-{slug(place.label)}"
            yield Marker(place.start, place_name(shown, texts), "" if id_ in taken else id_)
            taken.add(id_)
        around = container
