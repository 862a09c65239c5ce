"""Chroma, in this process or on a server: opening it, and asking it for the nearest passages.

Only this module, `index.store` and `index.vector_server` know Chroma. Records are passages' numbers
and vectors, never text.
"""

import math
import sqlite3
import warnings
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field, SecretStr

from index import telemetry, vectors
from index.lexicon import leading

GRAPH = {"space": "cosine", "ef_construction": 400, "ef_search": 300, "max_neighbors": 48}
"""Far above Chroma's defaults, which find seven of ten where vectors lie without order (see
DECISIONS.md). Distributed Chroma and Chroma Cloud, which have another kind of index, take the
space alone from it."""

NARROWEST = 200
"""`ef_search` of a graph of up to 100,000 passages."""

WAIT_S = 30.0
"""How long a Chroma server may take for one request."""

SLACK = 32
"""So many more are asked of Chroma than are wanted where some of them may be passed over."""


class ChromaSettings(BaseModel):
    """A Chroma server for the vectors; without an address they are searched in this process.

    Attributes:
        address: `http://host:8000`, or `https://api.trychroma.com` for Chroma Cloud.
        tenant, database: as the server names them.
        token: sent as `x-chroma-token`, if there is one.
        records_per_write, results_per_query: at most so many in one request; Chroma Cloud takes
            no more than these unless asked.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    address: str = Field(default="", pattern=r"^(https?://[^/\s]+)?$")
    tenant: str = "default_tenant"
    database: str = "default_database"
    token: SecretStr = SecretStr("")
    records_per_write: int = Field(default=300, ge=1)
    results_per_query: int = Field(default=300, ge=150)


LOCAL = ChromaSettings()
"""No server: vectors are searched in this process."""

Hits = list[tuple[int, float]]
"""Passages' numbers and cosines, best first."""


def breadth(count: int) -> int:
    """The `ef_search` with which some 98 of 100 nearest are found in a graph of so many passages.

    Source: measured at 100,000 and at a million (see DECISIONS.md).
    """
    return round(NARROWEST * math.pow(max(1.0, count / 100_000), 0.4))


def broaden(collection: Any, count: int) -> None:  # noqa: ANN401
    """Have a collection of so many passages searched with their `breadth` by those who open it."""
    with warnings.catch_warnings():  # that it has no embedding function of Chroma's, as none here
        warnings.simplefilter("ignore", DeprecationWarning)
        collection.modify(configuration={"hnsw": {"ef_search": breadth(count)}})


def nearest(collection: Any, vector: NDArray[np.float32], count: int) -> list[int]:  # noqa: ANN401  (chromadb's type is not public)
    """Numbers of the so many passages of a collection that are nearest to a vector."""
    found = collection.query(query_embeddings=vector.reshape(1, -1), n_results=count, include=[])
    return [int(id_) for id_ in found["ids"][0]]


def nearest_held(
    ask: Callable[[int], list[int]],
    database: sqlite3.Connection,
    vector: NDArray[np.float32],
    *,
    limit: int,
    slack: int = SLACK,
    most: int | None = None,
) -> Hits:
    """What is found, without what a state of the database does not hold.

    Args:
        ask: gives the so many nearest.
        limit: as many are wanted, if there are so many.
        slack: so many more are asked for at first.
        most: no more may be asked for.
    """
    wanted = limit + slack
    while True:
        asked = min(wanted, most or wanted)
        found = ask(asked)
        numbers, own = vectors.held(database, found)
        if len(numbers) >= limit or len(found) < asked or asked == most:
            break
        wanted *= 4
    # Reckoned here from what Chroma found, so that they are the same to the last bit as those of
    # passages that are compared one and all.
    cosines = vectors.cosines(own, vector)
    return [(int(numbers[n]), float(cosines[n])) for n in leading(cosines, len(cosines))]


def embedded(folder: Path) -> Any:  # noqa: ANN401
    """A client of the Chroma database in a folder."""
    telemetry.switch_off()
    import chromadb  # takes most of a second: only where it is needed
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False)
    return chromadb.PersistentClient(path=str(folder), settings=settings)


@lru_cache(maxsize=4)  # a client keeps its connections as long as the process lives
def served(settings: ChromaSettings) -> Any:  # noqa: ANN401
    """A client of a Chroma server; the same one for the same settings."""
    telemetry.switch_off()
    import chromadb
    import httpx
    from chromadb.config import Settings

    address = urlsplit(settings.address)
    token = settings.token.get_secret_value()
    secure = address.scheme == "https"
    # The client's own greeting waits for ever where a server takes the connection and is silent.
    httpx.get(f"{settings.address}/api/v2/heartbeat", timeout=WAIT_S).raise_for_status()
    client = chromadb.HttpClient(
        host=address.hostname or "",
        port=address.port or (443 if secure else 8000),
        ssl=secure,
        headers={"x-chroma-token": token} if token else None,
        settings=Settings(anonymized_telemetry=False),
        tenant=settings.tenant,
        database=settings.database,
    )
    # Chroma has no setting for it, and waits for ever.
    client._server._session.timeout = WAIT_S  # type: ignore[attr-defined]
    return client
