"""Writing to an index: a file's documents are replaced in one transaction, or not at all."""

import datetime as dt
import hashlib
import json
import math
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
from llama_index.core.ingestion import DocstoreStrategy, IngestionPipeline
from llama_index.core.schema import BaseNode
from llama_index.core.storage.docstore.keyval_docstore import KVDocumentStore

from corpus.documents import Document
from index import keyed, postings
from index.builder import PassageEncoder
from index.database import FILE, WAIT_S, connect, create, transaction
from index.encoding import parse_document
from index.errors import IndexBusyError
from index.ingestion import (
    DOCUMENT,
    Cut,
    Embed,
    document_node,
    sentence_vectors_of,
    sentences_of,
    texts_of,
)
from index.keyed import SqliteKeyValueStore
from index.parts import Progress
from index.passage_store import PassageStore
from index.remembering import RememberedTexts
from index.sentence_vectors import Unread, count_unread, is_any_read, unread
from index.sentence_vectors import keep_vectors as keep_sentences
from index.sources import TAKEN, FileState
from index.store import renew_graph
from index.vector_server import VectorServer
from index.word_vectors import keep_vectors, without_vectors

_WORDS_AT_ONCE = 512

_READ_AT_ONCE = 16
"""Passages of a run whose sentences are read with them: a small change is made in one step."""

_READ_FOR_A_START = 16
"""Passages of a new index that are read before it answers; so many, from all over it, tell
`Manifest.cosine_floor` to within 0.009, and each costs the start as much as putting in two."""

_READ_LATER = 256
"""Passages whose sentences are given their vectors in one transaction, some ten seconds' work."""

_CALL_AGAIN_S = 2.0
"""How long readers that are called to open the state anew have for it, before they are again."""

_LINGER_S = 60.0
"""How long a server of vectors keeps a passage that is gone: readers of the state before may ask
for it until they have opened the next one."""


class IndexWriter:
    """Changes one generation of an index. Only one may be open at a time (`builder.locked`)."""

    def __init__(
        self,
        folder: Path,
        *,
        cut: Cut,
        encoder: PassageEncoder,
        model_digest: str,
        cache: Path,
        server: VectorServer | None = None,
    ) -> None:
        """Open the generation in a folder, which is made if it is not there.

        Args:
            cache: SQLite file where vectors are remembered, for the next generation too.
            server: where the vectors are searched, if not here.
        """
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.database = create(folder / FILE)
        self._server = server
        if server:
            server.create()
        self._remembered = connect(cache)
        self._remembered.execute("PRAGMA journal_mode = WAL")
        self._remembered.execute("PRAGMA synchronous = NORMAL")
        self._remembered.execute(keyed.SCHEMA)
        self._store = PassageStore(self.database)
        self._known = KVDocumentStore(SqliteKeyValueStore(self.database))
        remembered = SqliteKeyValueStore(self._remembered)
        self._passages, self._sentences, self._words = (
            RememberedTexts(encoder, remembered, kind=kind, model_digest=model_digest)
            for kind in ("passages", "sentences", "words")
        )
        self._cut = cut
        self._is_new = not is_any_read(self.database)
        self._read_at_once = 0 if self._is_new else _READ_AT_ONCE
        self._pipeline = IngestionPipeline(
            transformations=[cut, Embed(self._passages.embed)],
            vector_store=self._store,
            docstore=self._known,
            docstore_strategy=DocstoreStrategy.UPSERTS,
            disable_cache=True,  # its own is of whole documents: one word changed, all are embedded
        )

    def put(self, file: FileState, documents: Sequence[Document]) -> FileState:
        """As `put_together`, of one file."""
        (kept,) = self.put_together([(file, documents)])
        return kept

    def put_together(
        self, files: Sequence[tuple[FileState, Sequence[Document]]]
    ) -> list[FileState]:
        """Replace what came of files by these documents; those that stay the same are left.

        All of it is done, and seen, at once, or nothing is. Where nothing of a file can be read
        any more, what it held before stays. An id that another file's document has gets a mark of
        this file. The programme's own documents keep theirs: what was added makes way, and the
        second of two of its own is left out.

        Returns:
            Each file's state as it was kept, with what was left out.
        """
        kept = []
        with self._changing():
            waiting: list[_Owned] = []
            for file, documents in files:
                if {own.document.id for own in waiting} & {document.id for document in documents}:
                    self._write(waiting)  # whose an id is depends on what is there
                    waiting = []
                state, own = self._take_in(file, documents)
                kept.append(state)
                waiting += own
            self._write(waiting)
            self._read_first()
        return kept

    def _take_in(
        self, file: FileState, documents: Sequence[Document]
    ) -> tuple[FileState, list["_Owned"]]:
        """Keep a file and take out what it has lost; gives what of it is still to be written."""
        named, taken = self._named(file, documents)
        kept = replace(file, failures={**file.failures, **taken})
        before = self._ids(file.name)
        if before and not named:
            note = f"its earlier text is kept ({len(before)} documents)"
            kept = replace(kept, notes=(*kept.notes, note))
        else:
            for gone in set(before) - {document.id for document in named}:
                self._forget(gone)
        self._keep_file(kept)
        return kept, [_Owned(document, file.name) for document in named]

    def remembers(self, document: Document) -> bool:
        """Whether the vectors of a document's passages are known."""
        return self._passages.know(texts_of(self._cut([document_node(document)])))

    def remember(self, nodes: Sequence[BaseNode]) -> None:
        """Have the vectors known that a cluster reckoned, see `index.cluster_stages`."""
        with transaction(self._remembered):
            self._passages.remember(texts_of(nodes), [node.get_embedding() for node in nodes])
            for node in nodes:
                self._sentences.remember(sentences_of(node), sentence_vectors_of(node))

    def touch(self, file: FileState) -> None:
        """Note that a file was looked at and holds what it held."""
        with transaction(self.database):
            self._keep_file(file)

    def remove(self, name: str) -> None:
        """Take a file out, with all that came of it."""
        with self._changing():
            for id_ in self._ids(name):
                self._forget(id_)
            self.database.execute("DELETE FROM files WHERE name = ?", (name,))

    def describe(self, told: Mapping[str, str]) -> None:
        """Keep the programme's description and records, as JSON, if they are others."""
        if any(self._fact(name) != value for name, value in told.items()):
            with self._changing():
                for name, value in told.items():
                    self._keep(name, value)

    def start(self) -> None:
        """Read the sentences of some passages of a new index: what unrelated ones are like."""
        if self._is_new:
            with transaction(self.database):
                self._read(unread(self.database, limit=_READ_FOR_A_START, scattered=True))

    def finish(self, *, progress: Progress) -> None:
        """Renew what speeds up the search, and give new words and sentences their vectors.

        All that was put in is answered from before, and better with each step.
        """
        postings.renew(self.database, self.folder, progress=progress)
        if self._server is None:
            renew_graph(self.database, self.folder, progress=progress)
        elif not self._server.is_full(self.database):
            self._server.fill(self.database, progress=progress)
        self._read_words(progress)
        self._read_sentences(progress)

    def _read_words(self, progress: Progress) -> None:
        wanted = without_vectors(self.database)
        for start in range(0, len(wanted), _WORDS_AT_ONCE):
            progress("Embedding words", start, len(wanted))
            some = wanted[start : start + _WORDS_AT_ONCE]
            vectors = self._words.embed(some)
            with transaction(self.database):
                keep_vectors(self.database, some, vectors)

    def _read_sentences(self, progress: Progress) -> None:
        whole, done = count_unread(self.database), 0
        while some := unread(self.database, limit=_READ_LATER):
            progress("Embedding sentences", done, whole)
            with transaction(self.database):
                self._read(some)
            done += len(some)

    def _read_first(self) -> None:
        """Read the sentences of what has just been put in, if the run has not put in much yet."""
        if self._store.added and self._read_at_once:
            first = self._store.added[0][0]
            some = unread(self.database, limit=self._read_at_once, after=first - 1)
            self._read_at_once -= len(some)
            self._read(some)

    def _read(self, passages: Sequence[Unread]) -> None:
        """Give passages' sentences their vectors."""
        if passages:
            vectors = self._sentences.embed([text for one in passages for text in one.sentences])
            keep_sentences(self.database, passages, vectors)

    def erase(self, *, progress: Progress, call_readers: Callable[[], None]) -> None:
        """Take from the disk what was taken out of the index: text, terms, words and vectors.

        Deleted rows are overwritten already (`secure_delete`); what is left is the write-ahead
        log, the names of terms that no passage holds, the graph of vectors, and what the pipeline
        remembered.

        Args:
            call_readers: has those who read open the state anew.

        Raises:
            IndexBusyError: a reader holds on to a state that has it still.
        """
        if self._server is None:
            renew_graph(self.database, self.folder, progress=progress, anew=True)
        else:
            self._see_off(self._server, before=math.inf)
        with transaction(self.database):
            self._drop_unused_terms()
        postings.renew(self.database, self.folder, progress=progress, anew=True)
        self._remembered.execute("DELETE FROM entries")
        for database in (self._remembered, self.database):
            database.execute("VACUUM")
            if not _emptied_log(database, call_readers):
                raise IndexBusyError(self.folder)

    def close(self) -> None:
        """Let go of the files."""
        self._remembered.close()
        self.database.close()

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """A transaction of documents. A server has new vectors before it ends, and old ones on."""
        self._store.forget_changes()
        with transaction(self.database):
            yield
            self._keep("built", dt.datetime.now(dt.UTC).isoformat(timespec="seconds"))
            if self._server and self._store.added:
                numbers, vectors = zip(*self._store.added, strict=True)
                self._server.add(numbers, np.stack(vectors))
            if self._server:
                rows = ((number, time.time()) for number in self._store.removed)
                self.database.executemany("INSERT INTO departed VALUES (?, ?)", rows)
        if self._server:
            self._see_off(self._server, before=time.time() - _LINGER_S)

    def _see_off(self, server: VectorServer, *, before: float) -> None:
        """Have the server forget passages that went before a time, in this run or another."""
        query = "SELECT number FROM departed WHERE since < ?"
        gone = [number for (number,) in self.database.execute(query, (before,))]
        if gone:
            server.remove(gone)
            self.database.execute("DELETE FROM departed WHERE since < ?", (before,))

    def _named(
        self, file: FileState, documents: Sequence[Document]
    ) -> tuple[list[Document], dict[str, str]]:
        """Documents with ids that are theirs alone, and why others are left out."""
        named: dict[str, Document] = {}
        taken: dict[str, str] = {}
        seen: Counter[str] = Counter()
        for document in documents:
            id_ = document.id
            owner = self._owner(id_)
            if owner and owner.source and not file.source:
                self._make_way(id_, owner)
                owner = None
            if (owner is None or owner.name == file.name) and id_ not in named:
                named[id_] = document
            elif file.source:
                own = _marked(document, file.name, seen[id_])
                named[own.id] = own
            else:
                taken[file.name] = f"the id '{id_}' {TAKEN}"
            seen[id_] += 1
        return list(named.values()), taken

    def _make_way(self, id_: str, owner: "_Owner") -> None:
        """Give something added another id, so that the programme's own document can have its."""
        query = "SELECT body FROM documents WHERE id = ?"
        body = self.database.execute(query, (id_,)).fetchone()[0]
        self._forget(id_)
        own = _marked(parse_document(json.loads(body)), owner.name, 0)
        self._write([_Owned(own, owner.name)])

    def _owner(self, id_: str) -> "_Owner | None":
        query = (
            "SELECT f.name, f.source FROM documents d JOIN files f ON f.name = d.file"
            " WHERE d.id = ?"
        )
        row = self.database.execute(query, (id_,)).fetchone()
        return _Owner(*row) if row else None

    def _ids(self, name: str) -> list[str]:
        query = "SELECT id FROM documents WHERE file = ?"
        return [id_ for (id_,) in self.database.execute(query, (name,))]

    def _write(self, owned: Sequence["_Owned"]) -> None:
        nodes = [document_node(document) for document, _ in owned]
        # The pipeline leaves an unchanged document alone, and takes a changed one out first.
        self._pipeline.run(documents=nodes, store_doc_text=False)
        self.database.executemany(
            "INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?)",
            (
                (document.id, file, document.language, node.hash, node.metadata[DOCUMENT])
                for (document, file), node in zip(owned, nodes, strict=True)
            ),
        )
        self.database.executemany(
            "DELETE FROM places WHERE document = ?", ((document.id,) for document, _ in owned)
        )
        self.database.executemany(
            "INSERT INTO places VALUES (?, ?)",
            ((one.cities[0], one.id) for one, _ in owned if len(one.cities) == 1),
        )

    def _forget(self, id_: str) -> None:
        self._store.delete(id_)
        self._known.delete_document(id_, raise_error=False)
        self.database.execute("DELETE FROM places WHERE document = ?", (id_,))
        self.database.execute("DELETE FROM documents WHERE id = ?", (id_,))

    def _keep_file(self, file: FileState) -> None:
        values = {**asdict(file), "failures": json.dumps(file.failures)}
        values["notes"] = json.dumps(file.notes)
        marks = ", ".join(f":{name}" for name in values)
        self.database.execute(f"INSERT OR REPLACE INTO files VALUES ({marks})", values)  # noqa: S608

    def _fact(self, name: str) -> str | None:
        row = self.database.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def _keep(self, name: str, value: str) -> None:
        self.database.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

    def _drop_unused_terms(self) -> None:
        packed = self.database.execute("SELECT terms FROM passages")
        used = {n for (raw,) in packed for n in np.frombuffer(raw, dtype="<i4")[::2].tolist()}
        every = self.database.execute("SELECT number FROM terms").fetchall()
        gone = [row for row in every if row[0] not in used]
        self.database.executemany("DELETE FROM terms WHERE number = ?", gone)


def _emptied_log(database: sqlite3.Connection, call_readers: Callable[[], None]) -> bool:
    """Bring the write-ahead log into the database and empty it, once nobody reads from it.

    Readers that have opened the newest state read it from the log, until they open it again when
    all of the log is in the database: so they are called until they have.
    """
    database.execute(f"PRAGMA busy_timeout = {_CALL_AGAIN_S * 1000:.0f}")
    end = time.monotonic() + WAIT_S
    while True:
        (busy, *_) = database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if not busy:
            return True
        if time.monotonic() > end:
            return False
        call_readers()


class _Owned(NamedTuple):
    """A document, and the name of the file that it came from."""

    document: Document
    file: str


class _Owner(NamedTuple):
    """The file that a document came from, and the source that it belongs to."""

    name: str
    source: str


def _marked(document: Document, file: str, place: int) -> Document:
    """A document with a mark in its id: of its file, and its place among those of one id there."""
    mark = hashlib.sha256(f"{file} {document.id} {place}".encode()).hexdigest()[:6]
    return replace(document, id=f"{document.id}-{mark}")
