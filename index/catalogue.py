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

REMEMBERED = 4096
"""Of so many passages what was last read is kept, some tens of megabytes: the same ones are found
for many questions, and reading them takes longer than ranking them."""

_SENTENCE_VECTORS = """
SELECT sentences, length(passage) FROM vectors WHERE number = ? AND sentences IS NOT NULL
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
        # What is read is of one state, which never changes.
        self._entry = lru_cache(maxsize=REMEMBERED)(self._read_entry)
        self._label = lru_cache(maxsize=REMEMBERED)(self._read_label)
        self._vectors = lru_cache(maxsize=REMEMBERED)(self._read_vectors)
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
        """The passages of these numbers, in their order; unknown numbers are left out."""
        return [entry for number in numbers if (entry := self._entry(number))]

    def passages_of(self, document_id: str) -> list[Entry]:
        """The passages of one document, in order."""
        return list(self._of_document(document_id))

    def _read_passages(self, document_id: str) -> tuple[Entry, ...]:
        query = "SELECT number FROM passages WHERE document = ? ORDER BY place"
        numbers = [number for (number,) in self._database.execute(query, (document_id,))]
        return tuple(self.entries(numbers))

    def _read_entry(self, number: int) -> Entry | None:
        query = "SELECT id, body FROM passages WHERE number = ?"
        row = self._database.execute(query, (number,)).fetchone()
        return Entry(number, parse_passage(row[0], json.loads(row[1]))) if row else None

    def labels(self, numbers: Sequence[int]) -> dict[int, Label]:
        """Ids and languages of passages by number; unknown numbers are left out."""
        return {number: label for number in numbers if (label := self._label(number))}

    def _read_label(self, number: int) -> Label | None:
        query = "SELECT id, language FROM passages WHERE number = ?"
        row = self._database.execute(query, (number,)).fetchone()
        return Label(*row) if row else None

    def sentence_vectors(self, numbers: Sequence[int]) -> dict[int, NDArray[np.float32]]:
        """Vectors of each passage's sentences, shape (sentences, dimensions), by its number.

        Passages whose sentences have none yet are left out (see `index.sentence_vectors`).
        """
        known = ((number, self._vectors(number)) for number in numbers)
        return {number: vectors for number, vectors in known if vectors is not None}

    def _read_vectors(self, number: int) -> NDArray[np.float32] | None:
        row = self._database.execute(_SENTENCE_VECTORS, (number,)).fetchone()
        if row is None:
            return None
        raw, size = row
        return np.frombuffer(raw, dtype="<f4").reshape(-1, size // 4)

    def _find(self, document_id: str, quote: str) -> Span | None:
        """Where a document first says `quote`, however its white space is broken; or None."""
        document = self.document(document_id)
        return find_quote(document.text, quote) if document else None
