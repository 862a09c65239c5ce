"""Heads as files beside an index."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.intents.head import Head


class QueryEncoder(Protocol):
    """Gives the vectors of questions."""

    def embed_query(self, text: str) -> NDArray[np.float32]: ...  # noqa: D102


def keep_heads(path: Path, *heads: Head) -> None:
    """Write heads to one file, in one step; any other of its folder is removed.

    Raises:
        OSError: the folder cannot be written to.
    """
    arrays: Mapping[str, Any] = {
        f"{name}_{number}": values
        for number, head in enumerate(heads)
        for name, values in _arrays(head).items()
    }
    path.parent.mkdir(exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}")
    with unfinished.open("wb") as file:
        np.savez(file, **arrays)
    unfinished.replace(path)
    for other in path.parent.iterdir():
        if other != path:
            other.unlink(missing_ok=True)


def kept_heads(path: Path) -> Sequence[Head]:
    """The heads of a file, in the order in which they were kept; none if there is none."""
    if not path.exists():
        return ()
    with np.load(path, allow_pickle=False) as kept:
        count = sum(name.startswith("intents_") for name in kept.files)
        return tuple(_head(kept, number) for number in range(count))


def _arrays(head: Head) -> Mapping[str, NDArray[np.generic]]:
    return {
        "intents": np.array(head.intents),
        "signs": np.array(head.signs),
        "rarities": head.rarities,
        "mean": head.mean,
        "scale": np.array(head.scale),
        "weights": head.weights.astype(np.float32),
    }


def _head(kept: Mapping[str, NDArray[Any]], number: int) -> Head:
    return Head(
        intents=tuple(map(str, kept[f"intents_{number}"])),
        signs=tuple(map(str, kept[f"signs_{number}"])),
        rarities=kept[f"rarities_{number}"],
        mean=kept[f"mean_{number}"],
        scale=float(kept[f"scale_{number}"]),
        weights=kept[f"weights_{number}"].astype(np.float64),
    )
