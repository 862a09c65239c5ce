"""Documents and passages by id, as they were when the index was built; kept in SQLite.

Answers quote from here, never from files that may have changed since.
"""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.documents import Document, Passage, Span, find_quote
from index.encoding import parse_document, parse_passage

_SENTENCE_VECTORS = """
SELECT number, sentences, length(passage) FROM vectors
WHERE number IN (SELECT value FROM json_each(?)) AND sentences IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage with its number in the index."""

    number: int
    passage: Passage


class Label(NamedTuple):
    """What tells a passage apart, and its language."""

    id: str
    language: str


class Catalogue:
    """What the index was built from."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Take a state of an index's database, from `index.database.open_state`."""
        self._database = database
        self._documents: dict[str, Document] = {}
        self._of_document = lru_cache(maxsize=256)(self._read_passages)
        self.find = lru_cache(maxsize=1024)(self._find)

    def document(self, id_: str) -> Document | None:
        """The document of that id, or None."""
        if id_ not in self._documents:
            query = "SELECT body FROM documents WHERE id = ?"
            found = self._database.execute(query, (id_,)).fetchone()
            if found is None:
                return None
            self._documents[id_] = parse_document(json.loads(found[0]))
        return self._documents[id_]

    def document_ids(self) -> list[str]:
        """Ids of all documents, in order."""
        return [row[0] for row in self._database.execute("SELECT id FROM documents ORDER BY id")]

    @cached_property
    def added(self) -> frozenset[str]:
        """Ids of the documents that were added to the programme's own."""
        query = "SELECT id FROM documents JOIN files ON file = name WHERE source <> ''"
        return frozenset(id_ for (id_,) in self._database.execute(query))

    def documents_on(self, place: str) -> list[str]:
        """Ids of the documents that are about this place alone, in order."""
        query = "SELECT document FROM places WHERE place = ? ORDER BY document"
        return [row[0] for row in self._database.execute(query, (place,))]

    def documents(self) -> list[Document]:
        """All documents, in order of id."""
        rows = self._database.execute("SELECT body FROM documents ORDER BY id")
        return [parse_document(json.loads(body)) for (body,) in rows]

    def entries(self, numbers: Sequence[int]) -> list[Entry]:
        """The passages of these numbers, in no order; unknown numbers are left out."""
        marks = ",".join("?" * len(numbers))
        return self._entries(f"number IN ({marks})", numbers)

    def passages_of(self, document_id: str) -> list[Entry]:
        """The passages of one document, in order."""
        return list(self._of_document(document_id))

    def _read_passages(self, document_id: str) -> tuple[Entry, ...]:
        found = self._entries("document = ? ORDER BY place", [document_id])
        return tuple(found)

    def _entries(self, which: str, values: Sequence[object]) -> list[Entry]:
        query = f"SELECT number, id, body FROM passages WHERE {which}"  # noqa: S608
        return [
            Entry(number, parse_passage(id_, json.loads(body)))
            for number, id_, body in self._database.execute(query, values)
        ]

    def labels(self, numbers: Sequence[int]) -> dict[int, Label]:
        """Ids and languages of passages by number; unknown numbers are left out."""
        marks = ",".join("?" * len(numbers))
        query = f"SELECT number, id, language FROM passages WHERE number IN ({marks})"  # noqa: S608
        rows = self._database.execute(query, list(numbers))
        return {number: Label(id_, language) for number, id_, language in rows}

    def sentence_vectors(self, numbers: Sequence[int]) -> dict[int, NDArray[np.float32]]:
        """Vectors of each passage's sentences, shape (sentences, dimensions), by its number.

        Passages whose sentences have none yet are left out (see `index.sentence_vectors`).
        """
        rows = self._database.execute(_SENTENCE_VECTORS, [json.dumps(list(numbers))])
        return {
            number: np.frombuffer(raw, dtype="<f4").reshape(-1, size // 4)
            for number, raw, size in rows
        }

    def _find(self, document_id: str, quote: str) -> Span | None:
        """Where a document first says `quote`, however its white space is broken; or None."""
        document = self.document(document_id)
        return find_quote(document.text, quote) if document else None
