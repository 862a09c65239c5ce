"""From documents to passages with vectors: LlamaIndex's ingestion pipeline and its two stages.

A stage is a LlamaIndex transformation, so that the same ones run in its pipeline here and on a
cluster (see `index.cluster`). A node's text is what its vector and terms stand for; where its
words are in the document is in its metadata. The vectors of its sentences are no matter of the
pipeline's (see `index.sentence_vectors`).
"""

import base64
import json
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from llama_index.core.schema import (
    BaseNode,
    MetadataMode,
    NodeRelationship,
    RelatedNodeInfo,
    TextNode,
    TransformComponent,
)
from llama_index.core.schema import Document as LlamaDocument
from numpy.typing import NDArray
from pydantic import PrivateAttr

from corpus.chunker import ChunkerSettings, chunk
from corpus.documents import Document, Passage
from index.encoding import document_json, parse_document, parse_passage, passage_json

DOCUMENT, PASSAGE, SENTENCE_VECTORS = "document_json", "passage_json", "sentence_vectors"
"""Metadata of a document's node, and of a passage's; the last from a cluster alone."""

VectorsOf = Callable[[Sequence[str]], NDArray[np.float32]]
"""Gives texts unit vectors, shape (len(texts), dimensions)."""


class Cut(TransformComponent):
    """Documents into passages, without vectors."""

    chunker: ChunkerSettings

    def __call__(self, nodes: Sequence[BaseNode], **_: Any) -> list[BaseNode]:  # noqa: ANN401
        """The passages of the documents, in order."""
        return [
            _passage_node(document, passage)
            for document in map(document_of, nodes)
            for passage in chunk(document, self.chunker)
        ]


class Embed(TransformComponent):
    """Gives passages their vectors."""

    _vectors_of: VectorsOf = PrivateAttr()

    def __init__(self, vectors_of: VectorsOf) -> None:
        super().__init__()
        self._vectors_of = vectors_of

    def __call__(self, nodes: Sequence[BaseNode], **_: Any) -> list[BaseNode]:  # noqa: ANN401
        """The same nodes, with vectors."""
        if nodes:  # there are none of a document that stays the same
            for node, vector in zip(nodes, self._vectors_of(texts_of(nodes)), strict=True):
                node.embedding = vector.tolist()
        return list(nodes)


def document_node(document: Document) -> LlamaDocument:
    """A document as LlamaIndex has it; its hash is of everything that is known of it."""
    return LlamaDocument(
        id_=document.id, text=document.text, metadata={DOCUMENT: document_json(document)}
    )


def document_of(node: BaseNode) -> Document:
    """The document that `document_node` was made from."""
    return parse_document(json.loads(node.metadata[DOCUMENT]))


def passage_of(node: BaseNode) -> Passage:
    """The passage that a node of `Cut` stands for."""
    return parse_passage(node.node_id, json.loads(node.metadata[PASSAGE]))


def texts_of(nodes: Sequence[BaseNode]) -> list[str]:
    """What the vectors of nodes of `Cut` stand for."""
    return [node.get_content(MetadataMode.NONE) for node in nodes]


def sentences_of(node: BaseNode) -> list[str]:
    """The sentences of a node of `Cut`, as they stand at the end of its text."""
    text, passage = node.get_content(MetadataMode.NONE), passage_of(node)
    offset = len(text) - passage.span.end
    return [text[offset + s.start : offset + s.end] for s in passage.sentences]


def sentence_vectors_of(node: BaseNode) -> NDArray[np.float32]:
    """What a cluster's node brings of its sentences: (sentences, dimensions)."""
    raw = base64.b64decode(node.metadata[SENTENCE_VECTORS])
    return np.frombuffer(raw, dtype="<f4").reshape(-1, len(node.get_embedding()))


def passage_text(document: Document, passage: Passage) -> str:
    """What a passage's vector and terms stand for: its title, headings and text."""
    headings = dict.fromkeys([document.title, *passage.headings])
    return f"{' – '.join(headings)}\n{document.text[passage.span.start : passage.span.end]}"


def _passage_node(document: Document, passage: Passage) -> TextNode:
    node = TextNode(
        id_=passage.id,
        text=passage_text(document, passage),
        start_char_idx=passage.span.start,
        end_char_idx=passage.span.end,
        metadata={
            "title": document.title,
            "section": " > ".join(passage.headings),
            "kind": document.kind,
            "language": document.language,
            "published": document.published,
            PASSAGE: passage_json(passage),
        },
    )
    node.relationships[NodeRelationship.SOURCE] = RelatedNodeInfo(node_id=document.id)
    return node
