"""The embeddings database of txtai: dense alone, and with BM25 beside it (`hybrid`)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from txtai import Embeddings

from tests.benchmarks.peers.jobs import Job, Text
from tests.benchmarks.peers.worker import Model, Opened, load, run

INDEX = "index"


@dataclass(frozen=True, slots=True)
class TxtaiEmbeddings:
    """Texts are kept beside their vectors, as retrieval for answers needs them."""

    hybrid: bool

    def ingest(self, job: Job, passages: Sequence[Text]) -> Callable[[], object]:
        """Index and save."""
        model = load(job)
        record = model.record
        embeddings: Any = Embeddings(
            method="external",
            transform=_transform(model),
            instructions={"query": record.query_prompt, "data": record.passage_prompt},
            content=True,
            hybrid=self.hybrid,
        )

        def make() -> None:
            embeddings.index((passage.id, passage.text, None) for passage in passages)
            # The settings are saved as JSON, which has no functions; loading gives it back.
            embeddings.config.pop("transform")
            embeddings.save(str(job.folder / INDEX))

        return make

    def open(self, job: Job) -> Opened:
        """Load."""
        model = load(job)
        embeddings: Any = Embeddings()
        embeddings.load(str(job.folder / INDEX), config={"transform": _transform(model)})
        return Opened(
            lambda question, limit: [found["id"] for found in embeddings.search(question, limit)],
            model.question,
        )


def _transform(model: Model) -> Callable[[Sequence[str]], NDArray[np.float32]]:
    """The common model for texts that bear the prompt of their role."""
    query, passage = model.record.query_prompt, model.record.passage_prompt

    def embed(texts: Sequence[str]) -> NDArray[np.float32]:
        return np.stack(
            [
                model.question(text.removeprefix(query))
                if text.startswith(query)
                else model.passages([text.removeprefix(passage)])[0]
                for text in texts
            ]
        )

    return embed


if __name__ == "__main__":
    run({"dense": TxtaiEmbeddings(hybrid=False), "hybrid": TxtaiEmbeddings(hybrid=True)})
