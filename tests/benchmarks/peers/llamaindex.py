"""LlamaIndex as its documentation sets it up: a VectorStoreIndex on Chroma."""

from collections.abc import Callable, Sequence
from typing import Any

import chromadb
from llama_index.core import StorageContext, VectorStoreIndex
from llama_index.core.embeddings import BaseEmbedding
from llama_index.core.schema import TextNode
from llama_index.vector_stores.chroma import ChromaVectorStore

from tests.benchmarks.peers.jobs import Job, Text
from tests.benchmarks.peers.worker import Model, Opened, load, run

COLLECTION = "passages"


class PreparedEmbedding(BaseEmbedding):
    """The common model as LlamaIndex calls one."""

    _model: Model

    def __init__(self, model: Model) -> None:
        super().__init__(model_name=model.record.model)
        self._model = model

    def _get_query_embedding(self, query: str) -> list[float]:
        return list(map(float, self._model.question(query)))

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return [list(map(float, vector)) for vector in self._model.passages(texts)]


class LlamaIndexOnChroma:
    """One node a passage, so that every system finds the same things."""

    def ingest(self, job: Job, passages: Sequence[Text]) -> Callable[[], object]:
        """An index from nodes."""
        model = PreparedEmbedding(load(job))
        nodes = [TextNode(id_=passage.id, text=passage.text) for passage in passages]

        def make() -> None:
            context = StorageContext.from_defaults(vector_store=_store(job))
            VectorStoreIndex(nodes, storage_context=context, embed_model=model)

        return make

    def open(self, job: Job) -> Opened:
        """An index from its store, and its retriever."""
        model = load(job)
        index = VectorStoreIndex.from_vector_store(
            _store(job), embed_model=PreparedEmbedding(model)
        )
        retriever = index.as_retriever(similarity_top_k=job.limit)
        return Opened(
            lambda question, _: [found.node.node_id for found in retriever.retrieve(question)],
            model.question,
        )


def _store(job: Job) -> ChromaVectorStore:
    client: Any = chromadb.PersistentClient(path=str(job.folder))
    return ChromaVectorStore(chroma_collection=client.get_or_create_collection(COLLECTION))


if __name__ == "__main__":
    run({"chroma": LlamaIndexOnChroma()})
