"""The stage of ingestion that a worker of a cluster runs with a model of its own."""

from index.embedder import Embedder
from index.ingestion import Embed
from index.models import PreparedModel


class EmbedThere(Embed):
    """`Embed` with the model opened where it runs, on one core."""

    def __init__(self, model: PreparedModel) -> None:
        """Open a prepared model; its files are at the same path on every machine.

        Raises:
            ModelChecksumError: they are not, or are others.
        """
        super().__init__(Embedder(model, threads=1), model_digest=model.digest)
