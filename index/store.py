"""The vector store: LlamaIndex nodes in an embedded Chroma collection. Only this module knows it.

Distances become cosine similarities here. The collection's graph settings are far above Chroma's
defaults so that a rebuild of the same vectors gives the same ranking (see DECISIONS.md).
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from corpus.documents import Document, Passage
from index import telemetry
from index.errors import IndexDamagedError

if TYPE_CHECKING:
    from llama_index.core.schema import TextNode

COLLECTION = "passages"
_GRAPH = {"space": "cosine", "ef_construction": 400, "ef_search": 1000, "max_neighbors": 48}
FEW = 20_000
"""Up to so many passages are searched one and all; their vectors take 30 MB then."""
_BATCH = 1000


class VectorStore:
    """Passages by nearness of their vectors."""

    def __init__(self, collection: Any) -> None:  # noqa: ANN401  (chromadb's type is not public)
        self._collection = collection
        self._few: tuple[list[str], NDArray[np.float32]] | tuple[()] | None = None

    @classmethod
    def create(
        cls,
        folder: Path,
        passages: Sequence[tuple[Document, Passage, str]],
        vectors: NDArray[np.float32],
    ) -> "VectorStore":
        """Write a new collection into an empty folder.

        Args:
            folder: for Chroma alone.
            passages: each with its document and the text its vector stands for.
            vectors: shape (len(passages), dimensions), unit length, in the same order.
        """
        from llama_index.vector_stores.chroma import ChromaVectorStore

        with _translated(folder):
            collection = _client(folder).create_collection(
                COLLECTION, embedding_function=None, configuration={"hnsw": _GRAPH}
            )
            store = ChromaVectorStore(chroma_collection=collection)
            for start in range(0, len(passages), _BATCH):
                batch = passages[start : start + _BATCH]
                store.add([_node(*entry, vectors[start + n]) for n, entry in enumerate(batch)])
        return cls(collection)

    @classmethod
    def open(cls, folder: Path) -> "VectorStore":
        """Open the collection that `create` wrote.

        Raises:
            IndexDamagedError: it is not there or cannot be read.
        """
        with _translated(folder):
            return cls(_client(folder).get_collection(COLLECTION, embedding_function=None))

    def search(self, vector: NDArray[np.float32], *, limit: int) -> list[tuple[str, float]]:
        """Nearest passages: id and cosine, best first, ties in order of id.

        Few passages are compared one and all, which is exact and quicker than the graph.
        """
        if self._few is None:
            self._few = self._read_few()
        if self._few:
            ids, vectors = self._few
            cosines = np.einsum("ij,j->i", vectors, vector)  # no BLAS, whose threads wait
            best = np.argsort(-cosines, kind="stable")[:limit]
            return [(ids[n], float(cosines[n])) for n in best]
        found = self._collection.query(
            query_embeddings=vector.reshape(1, -1), n_results=limit, include=["distances"]
        )
        # Chroma's cosine distance is 1 - cosine.
        hits = zip(found["ids"][0], found["distances"][0], strict=True)
        return sorted(((id_, 1.0 - d) for id_, d in hits), key=lambda hit: (-hit[1], hit[0]))

    def _read_few(self) -> tuple[list[str], NDArray[np.float32]] | tuple[()]:
        """Ids and vectors of all passages, in order of id; nothing if they are many."""
        if self._collection.count() > FEW:
            return ()
        found = self._collection.get(include=["embeddings"])
        order = sorted(range(len(found["ids"])), key=found["ids"].__getitem__)
        vectors = np.asarray(found["embeddings"], dtype=np.float32)
        return [found["ids"][n] for n in order], vectors[order]


@contextmanager
def _translated(folder: Path) -> Iterator[None]:
    """Chroma's errors as ours."""
    from chromadb.errors import ChromaError

    try:
        yield
    except (ChromaError, sqlite3.Error) as error:
        raise IndexDamagedError(folder, str(error)) from error


def _client(folder: Path) -> Any:  # noqa: ANN401
    telemetry.switch_off()
    import chromadb  # takes most of a second: only where vectors are stored or searched
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False)
    return chromadb.PersistentClient(path=str(folder), settings=settings)


def _node(
    document: Document, passage: Passage, text: str, vector: NDArray[np.float32]
) -> "TextNode":
    from llama_index.core.schema import NodeRelationship, RelatedNodeInfo, TextNode

    node = TextNode(
        id_=passage.id,
        text=text,
        start_char_idx=passage.span.start,
        end_char_idx=passage.span.end,
        metadata={
            "document": document.id,
            "title": document.title,
            "section": " > ".join(passage.headings),
            "kind": document.kind,
            "language": document.language,
            "published": document.published,
        },
        embedding=vector.tolist(),
    )
    node.relationships[NodeRelationship.SOURCE] = RelatedNodeInfo(node_id=document.id)
    return node
