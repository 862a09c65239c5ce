"""The assistant as LlamaIndex programs know it: a retriever and a query engine.

No language model is called and nothing is read from LlamaIndex's global `Settings`. Nodes carry
the characters of the document they stand at, so that a citation is never guessed.
"""

import asyncio
from collections.abc import Sequence
from typing import Any

from llama_index.core.base.base_query_engine import BaseQueryEngine
from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.base.response.schema import Response
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from assistant.answers import Answer, Citation, to_json
from assistant.conversation import Turn
from assistant.pipeline import Assistant
from index.retriever import Found


class ProgrammeRetriever(BaseRetriever):
    """Finds passages; a node's score is the one that passages are ranked by, 0 to 1.

    What says the same as a better one is not found again: its metadata holds their ids (`copies`).
    """

    def __init__(self, assistant: Assistant, *, limit: int = 6) -> None:
        """`limit`: how many passages at most."""
        super().__init__()
        self._assistant = assistant
        self._limit = limit

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        found = self._assistant.search(query_bundle.query_str, limit=self._limit)
        return [_node_of_passage(passage) for passage in found]

    async def _aretrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        return await asyncio.to_thread(self._retrieve, query_bundle)


class ProgrammeQueryEngine(BaseQueryEngine):
    """Answers questions.

    The response is the answer's text; its source nodes are the quotes, in the order of their
    numbers, scored by how well they support their sentence; its metadata holds the answer object
    of all doors under `answer`.
    """

    def __init__(self, assistant: Assistant, *, history: Sequence[Turn] = ()) -> None:
        """`history`: what was said before each question."""
        super().__init__(callback_manager=None)
        self._assistant = assistant
        self._history = history

    def _query(self, query_bundle: QueryBundle) -> Response:
        answer = self._assistant.ask(query_bundle.query_str, self._history)
        nodes = [_node_of_quote(citation, answer) for citation in answer.citations]
        return Response(answer.text, source_nodes=nodes, metadata={"answer": to_json(answer)})

    async def _aquery(self, query_bundle: QueryBundle) -> Response:
        return await asyncio.to_thread(self._query, query_bundle)

    def _get_prompt_modules(self) -> dict[str, Any]:
        return {}


def _node_of_passage(found: Found) -> NodeWithScore:
    document, passage = found.document, found.passage
    place = document.place_at(passage.span.start)
    node = TextNode(
        id_=passage.id,
        text=document.text[passage.span.start : passage.span.end],
        start_char_idx=passage.span.start,
        end_char_idx=passage.span.end,
        metadata={
            "document": document.id,
            "title": document.title,
            "section": " > ".join(h for h in passage.headings if h != document.title),
            "page": place.page if place else None,
            "place": place.label if place else "",
            "file": document.origin,
            "published": document.published,
            "language": document.language,
            "urls": [source.url for source in document.sources],
            "copies": [copy.passage.id for copy in found.copies],
        },
    )
    return NodeWithScore(node=node, score=float(found.hit.score))


def _node_of_quote(citation: Citation, answer: Answer) -> NodeWithScore:
    support = [s.support for s in answer.sentences if citation.n in s.citations]
    node = TextNode(
        id_=f"{citation.document}#{citation.start}-{citation.end}",
        text=citation.quote,
        start_char_idx=citation.start,
        end_char_idx=citation.end,
        metadata={
            "n": citation.n,
            "document": citation.document,
            "title": citation.title,
            "section": citation.section,
            "page": citation.page,
            "place": citation.place,
            "file": citation.file,
            "published": citation.published,
            "urls": [citation.url or source.url for source in citation.sources],
        },
    )
    return NodeWithScore(node=node, score=max(support, default=None))
