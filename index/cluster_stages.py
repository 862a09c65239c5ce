"""The stage of ingestion that a worker of a cluster runs with a model of its own."""

import base64
from collections.abc import Sequence
from typing import Any

from llama_index.core.schema import BaseNode

from index.embedder import Embedder
from index.ingestion import SENTENCE_VECTORS, Embed, sentences_of
from index.models import PreparedModel


class EmbedThere(Embed):
    """`Embed` with the model opened where it runs, on one core; it reads sentences, too."""

    def __init__(self, model: PreparedModel) -> None:
        """Open a prepared model; its files are at the same path on every machine.

        Raises:
            ModelChecksumError: they are not, or are others.
        """
        super().__init__(Embedder(model, threads=1).embed_passages)

    def __call__(self, nodes: Sequence[BaseNode], **_: Any) -> list[BaseNode]:  # noqa: ANN401
        """The same nodes, with vectors, and those of their sentences in their metadata."""
        embedded = super().__call__(nodes)
        for node in embedded:
            vectors = self._vectors_of(sentences_of(node))
            raw = vectors.astype("<f4").tobytes()
            node.metadata[SENTENCE_VECTORS] = base64.b64encode(raw).decode("ascii")
        return embedded
