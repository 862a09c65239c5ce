"""The tables of passages, as the vector store that LlamaIndex's pipeline writes to.

Whoever calls holds a transaction open: what the pipeline adds and deletes in it is seen by
readers at once, and with the document that it belongs to.
"""

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from llama_index.core.schema import BaseNode
from llama_index.core.vector_stores.types import (
    BasePydanticVectorStore,
    VectorStoreQuery,
    VectorStoreQueryResult,
)
from numpy.typing import NDArray
from pydantic import PrivateAttr

from index.encoding import parse_document, parse_passage, passage_json
from index.ingestion import passage_of, passage_text, texts_of
from index.lexicon import terms
from index.postings import pack
from index.repetition import pack_said, what_is_said
from index.sums import VectorSum
from index.word_vectors import plain_words


class PassageStore(BasePydanticVectorStore):
    """Passages with their vectors and terms, and the counts that are kept of them."""

    stores_text: bool = True
    _database: sqlite3.Connection = PrivateAttr()
    _added: list[tuple[int, NDArray[np.float32]]] = PrivateAttr(default_factory=list)
    _removed: list[int] = PrivateAttr(default_factory=list)

    def __init__(self, database: sqlite3.Connection) -> None:
        super().__init__(stores_text=True)
        self._database = database

    @property
    def added(self) -> Sequence[tuple[int, NDArray[np.float32]]]:
        """Numbers and vectors of the passages put in since `forget_changes`."""
        return self._added

    @property
    def removed(self) -> Sequence[int]:
        """Numbers of those taken out since then."""
        return self._removed

    def forget_changes(self) -> None:
        """Begin anew to note what is put in and taken out."""
        self._added, self._removed = [], []

    @property
    def client(self) -> sqlite3.Connection:
        """The connection."""
        return self._database

    def add(self, nodes: Sequence[BaseNode], **_: Any) -> list[str]:  # noqa: ANN401
        """Put passages of `index.ingestion.Embed` in, their sentences unread; gives their ids."""
        texts = texts_of(nodes)
        told = [
            (node.metadata["language"], terms(text, node.metadata["language"]))
            for node, text in zip(nodes, texts, strict=True)
        ]
        spoken: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for language, own in told:
            spoken[language].update(dict.fromkeys(own))
        numbers = {language: self._numbers(own, language) for language, own in spoken.items()}
        places: Counter[str] = Counter()
        for node, text, (language, own) in zip(nodes, texts, told, strict=True):
            document, number = str(node.ref_doc_id), numbers[language]
            said = pack_said(number[one] for one in what_is_said(text, language))
            self._insert(node, places[document], pack(number[one] for one in own), said)
            places[document] += 1
        self._count(Counter(word for text in texts for word in plain_words(text)))
        return [node.node_id for node in nodes]

    def delete(self, ref_doc_id: str, **_: Any) -> None:  # noqa: ANN401
        """Take out every passage of a document; its own row is the caller's."""
        counts: Counter[str] = Counter()
        with VectorSum(self._database) as total:
            for text, vectors in self._passages_of(ref_doc_id):
                counts.subtract(plain_words(text))
                total.subtract(vectors)
        self._count(counts)
        own = "SELECT number FROM passages WHERE document = ?"
        self._removed += [n for (n,) in self._database.execute(own, (ref_doc_id,))]
        self._database.execute(f"INSERT INTO gone {own}", (ref_doc_id,))
        self._database.execute(f"DELETE FROM vectors WHERE number IN ({own})", (ref_doc_id,))  # noqa: S608
        self._database.execute("DELETE FROM passages WHERE document = ?", (ref_doc_id,))

    def query(self, query: VectorStoreQuery, **_: Any) -> VectorStoreQueryResult:  # noqa: ANN401
        """Not here: `index.retriever` ranks by vectors and words together."""
        raise NotImplementedError("Passages are searched by index.retriever.Retriever.")

    def _insert(self, node: BaseNode, place: int, packed: bytes, said: bytes) -> None:
        passage, vector = passage_of(node), np.asarray(node.get_embedding(), dtype="<f4")
        row = self._database.execute(
            "INSERT INTO passages (id, document, place, language, sentences, body, terms, said)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                passage.id,
                passage.document_id,
                place,
                node.metadata["language"],
                len(passage.sentences),
                passage_json(passage),
                packed,
                said,
            ),
        )
        assert row.lastrowid is not None  # a row was put in
        self._database.execute(
            "INSERT INTO vectors VALUES (?, ?, NULL)", (row.lastrowid, vector.tobytes())
        )
        self._added.append((row.lastrowid, vector))

    def _numbers(self, told: Iterable[str], language: str) -> dict[str, int]:
        """The numbers of terms; new terms get one."""
        own = json.dumps(list(told))
        self._database.execute(
            "INSERT OR IGNORE INTO terms (language, term) SELECT ?, value FROM json_each(?)",
            (language, own),
        )
        query = (
            "SELECT term, number FROM terms"
            " WHERE language = ? AND term IN (SELECT value FROM json_each(?))"
        )
        return dict(self._database.execute(query, (language, own)))

    def _passages_of(self, document_id: str) -> Iterable[tuple[str, NDArray[np.float32]]]:
        """Text of each passage of a document as it was put in, and what sentence vectors it has."""
        query = "SELECT body FROM documents WHERE id = ?"
        row = self._database.execute(query, (document_id,)).fetchone()
        if row is None:
            return
        document = parse_document(json.loads(row[0]))
        for id_, body, passage, sentences in self._database.execute(
            "SELECT id, body, passage, v.sentences FROM passages JOIN vectors v USING (number)"
            " WHERE document = ?",
            (document_id,),
        ).fetchall():
            dimensions = len(passage) // 4
            vectors = np.frombuffer(sentences or b"", dtype="<f4").reshape(-1, dimensions)
            yield passage_text(document, parse_passage(id_, json.loads(body))), vectors

    def _count(self, counts: Counter[str]) -> None:
        """Add to the counts of words; a word that is not told any more goes."""
        self._database.executemany(
            "INSERT INTO words (word, count) VALUES (?, ?)"
            " ON CONFLICT (word) DO UPDATE SET count = count + excluded.count",
            counts.items(),
        )
        gone = ((word,) for word, change in counts.items() if change < 0)
        self._database.executemany("DELETE FROM words WHERE word = ? AND count <= 0", gone)
