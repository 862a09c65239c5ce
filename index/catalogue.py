"""Documents and passages by id, as they were when the index was built; kept in SQLite.

Answers quote from here, never from files that may have changed since.
"""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from corpus.documents import Document, Passage, Source, Span, find_quote

_SCHEMA = """
CREATE TABLE documents (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE passages (
    id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES documents,
    place INTEGER NOT NULL, row INTEGER NOT NULL, body TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX passages_of_document ON passages (document, place);
CREATE TABLE places (
    place TEXT NOT NULL, document TEXT NOT NULL REFERENCES documents,
    PRIMARY KEY (place, document)
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage and the row of its first sentence in the sentence vectors."""

    passage: Passage
    row: int


class Catalogue:
    """What the index was built from."""

    def __init__(self, path: Path) -> None:
        # Answers are made in whichever thread a door gives; nothing is ever written here.
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._database = sqlite3.connect(uri, uri=True, check_same_thread=False)
        self._documents: dict[str, Document] = {}
        self._of_document = lru_cache(maxsize=256)(self._read_passages)
        self.find = lru_cache(maxsize=1024)(self._find)

    @classmethod
    def create(
        cls, path: Path, documents: Sequence[Document], passages: Sequence[Passage]
    ) -> "Catalogue":
        """Write a new catalogue; sentence rows count up in the order of `passages`."""
        database = sqlite3.connect(path)
        with database:
            database.executescript(_SCHEMA)
            database.executemany(
                "INSERT INTO documents VALUES (?, ?)",
                ((d.id, json.dumps(asdict(d), ensure_ascii=False)) for d in documents),
            )
            alone = ((d.cities[0], d.id) for d in documents if len(d.cities) == 1)
            database.executemany("INSERT INTO places VALUES (?, ?)", alone)
            row = 0
            for place, passage in enumerate(passages):
                values = (passage.id, passage.document_id, place, row, _passage_json(passage))
                database.execute("INSERT INTO passages VALUES (?, ?, ?, ?, ?)", values)
                row += len(passage.sentences)
        database.close()
        return cls(path)

    def document(self, id_: str) -> Document | None:
        """The document of that id, or None."""
        if id_ not in self._documents:
            query = "SELECT body FROM documents WHERE id = ?"
            found = self._database.execute(query, (id_,)).fetchone()
            if found is None:
                return None
            self._documents[id_] = _document(json.loads(found[0]))
        return self._documents[id_]

    def document_ids(self) -> list[str]:
        """Ids of all documents, in order."""
        return [row[0] for row in self._database.execute("SELECT id FROM documents ORDER BY id")]

    def documents_on(self, place: str) -> list[str]:
        """Ids of the documents that are about this place alone, in order."""
        query = "SELECT document FROM places WHERE place = ? ORDER BY document"
        return [row[0] for row in self._database.execute(query, (place,))]

    def documents(self) -> list[Document]:
        """All documents, in order of id."""
        rows = self._database.execute("SELECT body FROM documents ORDER BY id")
        return [_document(json.loads(body)) for (body,) in rows]

    def entries(self, passage_ids: Sequence[str]) -> list[Entry]:
        """The passages of these ids, in the order asked for; unknown ids are left out."""
        marks = ",".join("?" * len(passage_ids))
        query = f"SELECT id, row, body FROM passages WHERE id IN ({marks})"  # noqa: S608
        rows = self._database.execute(query, list(passage_ids))
        found = {id_: Entry(_passage(id_, json.loads(body)), row) for id_, row, body in rows}
        return [found[id_] for id_ in passage_ids if id_ in found]

    def passages_of(self, document_id: str) -> list[Entry]:
        """The passages of one document, in order."""
        return list(self._of_document(document_id))

    def _read_passages(self, document_id: str) -> tuple[Entry, ...]:
        query = "SELECT id, row, body FROM passages WHERE document = ? ORDER BY place"
        rows = self._database.execute(query, (document_id,))
        return tuple(Entry(_passage(id_, json.loads(body)), row) for id_, row, body in rows)

    def sentence_rows(self) -> dict[str, tuple[int, int]]:
        """For each passage, the first row of its sentences' vectors and the one after the last."""
        query = "SELECT id, row, json_array_length(body, '$.sentences') FROM passages"
        return {id_: (row, row + count) for id_, row, count in self._database.execute(query)}

    def _find(self, document_id: str, quote: str) -> Span | None:
        """Where a document first says `quote`, however its white space is broken; or None."""
        document = self.document(document_id)
        return find_quote(document.text, quote) if document else None

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def _passage_json(passage: Passage) -> str:
    body = {
        "document": passage.document_id,
        "headings": list(passage.headings),
        "span": [passage.span.start, passage.span.end],
        "sentences": [[s.start, s.end] for s in passage.sentences],
    }
    return json.dumps(body, ensure_ascii=False)


def _passage(id_: str, body: Mapping[str, Any]) -> Passage:
    return Passage(
        id=id_,
        document_id=body["document"],
        headings=tuple(body["headings"]),
        span=Span(*body["span"]),
        sentences=tuple(Span(*pair) for pair in body["sentences"]),
    )


def _document(body: Mapping[str, Any]) -> Document:
    return Document(**{**body, "sources": tuple(Source(**s) for s in body["sources"])})
