"""Ingestion on a Ray cluster: documents are cut and embedded there, and written here.

LlamaIndex's Ray pipeline runs the same stages as the pipeline of the writer, in whose cache the
results are put; so what is written does not depend on where it was reckoned, and a run that is cut
short goes on where it ended. Ray is optional: `pip install 'programme-assistant[ray]'`.
"""

import logging
import warnings
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field

from corpus.chunker import ChunkerSettings
from corpus.documents import Document
from index import telemetry
from index.errors import ClusterError
from index.models import PreparedModel

if TYPE_CHECKING:
    from llama_index.core.schema import BaseNode

_LOCAL = "local:"
_DOCUMENTS_AT_ONCE = 4
"""Documents that a worker takes to cut, and passages times eight to embed: small, so that the last
ones do not wait for one worker."""


class RaySettings(BaseModel):
    """A Ray cluster that documents are embedded on; without an address it is done in this process.

    Attributes:
        address: `local:2` for two workers on this machine, `auto` for the cluster that this
            machine is part of, or `ray://host:10001`. Each machine needs this program and, at the
            same path, the prepared model.
        workers: how many embed at a time, a core each; 0 for as many as the cluster has cores.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    address: str = Field(default="", pattern=r"^(|auto|local:[1-9]\d*|ray://[^/\s]+)$")
    workers: int = Field(default=0, ge=0)


NOWHERE = RaySettings()
"""No cluster."""


class Cluster:
    """A cluster that is connected to while it is open.

    Raises:
        ClusterError: Ray is not installed, or the cluster cannot be reached or fails.
    """

    def __init__(
        self, settings: RaySettings, *, model: PreparedModel, chunker: ChunkerSettings
    ) -> None:
        self._settings = settings
        self._model = model
        self._chunker = chunker

    def __enter__(self) -> "Cluster":
        telemetry.switch_off()
        try:
            import ray.data

            ray.init(**_connection(self._settings.address))
            context = ray.data.DataContext.get_current()
            context.enable_progress_bars = False  # ours is shown
            logging.getLogger("ray.data").setLevel(logging.ERROR)
        except ImportError as error:
            missing = "Ray is not installed: pip install 'programme-assistant[ray]'."
            raise ClusterError(self._settings.address, missing) from error
        except Exception as error:  # Ray raises whatever comes up from the network
            raise ClusterError(self._settings.address, str(error)) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        import ray

        ray.shutdown()

    def embedded(self, documents: Sequence[Document]) -> Mapping[str, "Sequence[BaseNode]"]:
        """The passages of documents, in order, with their vectors, by the document's id."""
        from index.ingestion import document_node

        try:
            with warnings.catch_warnings(category=UserWarning, action="ignore"):
                # Of few documents some workers get none, which is nothing to warn of.
                nodes = self._pipeline().run(documents=[document_node(d) for d in documents])
        except Exception as error:  # a worker's, of whatever kind
            raise ClusterError(self._settings.address, str(error)) from error
        found: dict[str, list[BaseNode]] = {document.id: [] for document in documents}
        for node in nodes:  # in whatever order the workers were done
            found[node.ref_doc_id].append(node)
        for own in found.values():
            own.sort(key=lambda node: getattr(node, "start_char_idx", 0))
        return found

    def _pipeline(self) -> Any:  # noqa: ANN401  (Ray need not be installed)
        import ray
        from llama_index.ingestion.ray import RayIngestionPipeline, RayTransformComponent

        from index.cluster_stages import EmbedThere
        from index.ingestion import Cut

        there: dict[str, float] = ray.cluster_resources()
        workers = self._settings.workers or int(there["CPU"])
        cut = RayTransformComponent(
            transform_class=Cut,
            transform_kwargs={"chunker": self._chunker},
            # It takes little beside the embedding, and must not wait for a core of its own.
            map_batches_kwargs={"batch_size": _DOCUMENTS_AT_ONCE, "num_cpus": 0, "concurrency": 1},
        )
        embed = RayTransformComponent(
            transform_class=EmbedThere,
            transform_kwargs={"model": self._model},
            map_batches_kwargs={
                "batch_size": 8 * _DOCUMENTS_AT_ONCE,
                "num_cpus": 1,
                "concurrency": workers,
            },
        )
        return RayIngestionPipeline(transformations=[cut, embed])


def _connection(address: str) -> dict[str, Any]:
    """What `ray.init` is given."""
    quiet: dict[str, Any] = {"log_to_driver": False, "logging_level": "ERROR"}
    if address.startswith(_LOCAL):
        own = {"num_cpus": int(address.removeprefix(_LOCAL)), "include_dashboard": False}
        return {**quiet, **own, "_node_ip_address": "127.0.0.1"}
    return {**quiet, "address": address}
