"""Haystack's pipelines: embeddings and BM25 in memory, joined; and embeddings alone on Chroma.

Its guide to hybrid retrieval ranks what was joined anew with a cross-encoder. No other system here
has one, and it would be the whole of the time, so ranks are fused as `DocumentJoiner` offers.
"""

from collections.abc import Callable, Sequence
from typing import Any

from haystack import Document, Pipeline, component
from haystack.components.joiners import DocumentJoiner
from haystack.components.retrievers.in_memory import (
    InMemoryBM25Retriever,
    InMemoryEmbeddingRetriever,
)
from haystack.document_stores.in_memory import InMemoryDocumentStore

from tests.benchmarks.peers.jobs import Job, Text
from tests.benchmarks.peers.worker import Model, Opened, load, run

STORE = "store.json"


@component
class QuestionEmbedder:
    """The common model as a pipeline calls one."""

    def __init__(self, model: Model) -> None:
        self._model = model

    @component.output_types(embedding=list[float])
    def run(self, text: str) -> dict[str, list[float]]:
        """The question's vector."""
        return {"embedding": self._model.question(text).tolist()}


class HybridInMemory:
    """A store in memory, saved as JSON."""

    def ingest(self, job: Job, passages: Sequence[Text]) -> Callable[[], object]:
        """Embed, write and save."""
        model, store = load(job), InMemoryDocumentStore()

        def make() -> None:
            store.write_documents(_documents(model, passages))
            store.save_to_disk(str(job.folder / STORE))

        return make

    def open(self, job: Job) -> Opened:
        """Load, and join both retrievers."""
        model = load(job)
        store = InMemoryDocumentStore.load_from_disk(str(job.folder / STORE))
        pipeline = Pipeline()
        pipeline.add_component("embedder", QuestionEmbedder(model))
        pipeline.add_component("dense", InMemoryEmbeddingRetriever(store, top_k=job.limit))
        pipeline.add_component("lexical", InMemoryBM25Retriever(store, top_k=job.limit))
        pipeline.add_component(
            "joiner", DocumentJoiner(join_mode="reciprocal_rank_fusion", top_k=job.limit)
        )
        pipeline.connect("embedder.embedding", "dense.query_embedding")
        pipeline.connect("dense", "joiner")
        pipeline.connect("lexical", "joiner")

        def search(question: str, _: int) -> Sequence[str]:
            asked = {"embedder": {"text": question}, "lexical": {"query": question}}
            return _ids(pipeline.run(asked)["joiner"])

        return Opened(search, model.question)


class DenseOnChroma:
    """Chroma on the disk."""

    def ingest(self, job: Job, passages: Sequence[Text]) -> Callable[[], object]:
        """Embed and write."""
        model, store = load(job), _chroma(job)
        return lambda: store.write_documents(_documents(model, passages))

    def open(self, job: Job) -> Opened:
        """Its retriever."""
        from haystack_integrations.components.retrievers.chroma import ChromaEmbeddingRetriever

        model = load(job)
        pipeline = Pipeline()
        pipeline.add_component("embedder", QuestionEmbedder(model))
        pipeline.add_component("dense", ChromaEmbeddingRetriever(_chroma(job), top_k=job.limit))
        pipeline.connect("embedder.embedding", "dense.query_embedding")

        def search(question: str, _: int) -> Sequence[str]:
            return _ids(pipeline.run({"embedder": {"text": question}})["dense"])

        return Opened(search, model.question)


def _chroma(job: Job) -> Any:  # noqa: ANN401  (the integration is not installed beside ours)
    from haystack_integrations.document_stores.chroma import ChromaDocumentStore

    return ChromaDocumentStore(persist_path=str(job.folder))


def _documents(model: Model, passages: Sequence[Text]) -> list[Any]:
    vectors = model.passages([passage.text for passage in passages])
    return [
        Document(id=passage.id, content=passage.text, embedding=vector.tolist())
        for passage, vector in zip(passages, vectors, strict=True)
    ]


def _ids(result: Any) -> list[str]:  # noqa: ANN401  (what a component gives, by name)
    return [document.id for document in result["documents"]]


if __name__ == "__main__":
    run({"hybrid": HybridInMemory(), "chroma": DenseOnChroma()})
