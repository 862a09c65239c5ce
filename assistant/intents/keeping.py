"""Heads as files beside an index."""

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from assistant.intents.head import Head


def keep_head(path: Path, head: Head) -> None:
    """Write a head, in one step; any other of its folder is removed.

    Raises:
        OSError: the folder cannot be written to.
    """
    path.parent.mkdir(exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}")
    with unfinished.open("wb") as file:
        np.savez(
            file,
            intents=np.array(head.intents),
            signs=np.array(head.signs),
            rarities=head.rarities,
            mean=head.mean,
            scale=np.array(head.scale),
            weights=head.weights.astype(np.float32),
        )
    unfinished.replace(path)
    for other in path.parent.iterdir():
        if other != path:
            other.unlink(missing_ok=True)


def kept_head(path: Path) -> Head | None:
    """The head of a file; None if there is none."""
    if not path.exists():
        return None
    with np.load(path, allow_pickle=False) as kept:
        texts: Sequence[Sequence[str]] = [
            tuple(map(str, kept[name])) for name in ("intents", "signs")
        ]
        return Head(
            intents=texts[0],
            signs=texts[1],
            rarities=kept["rarities"],
            mean=kept["mean"],
            scale=float(kept["scale"]),
            weights=kept["weights"].astype(np.float64),
        )
