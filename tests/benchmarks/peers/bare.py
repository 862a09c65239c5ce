"""The limit: the encoder by itself, which finds nothing."""

from collections.abc import Callable, Sequence

from tests.benchmarks.peers.jobs import Job, Text
from tests.benchmarks.peers.worker import Opened, load, run


class BareEncoder:
    """Embeds passages and keeps their vectors; embeds questions."""

    def ingest(self, job: Job, passages: Sequence[Text]) -> Callable[[], object]:
        """Vectors, saved as numpy does."""
        import numpy as np

        model, texts = load(job), [passage.text for passage in passages]
        return lambda: np.save(job.folder / "vectors.npy", model.passages(texts))

    def open(self, job: Job) -> Opened:
        """The model, loaded."""
        model = load(job)

        def search(question: str, _: int) -> Sequence[str]:
            model.question(question)
            return ()

        return Opened(search, model.question)


if __name__ == "__main__":
    run({"encoder": BareEncoder()})
