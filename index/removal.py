"""Removing generations of an index that nobody reads any more, and what a server has of them."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from index.chroma import ChromaSettings
from index.database import FILE, connect
from index.vector_server import VectorServer, collection_name

_DOOMED = ".gone"
"""Ending of a generation that is being removed."""


def remove_others(generations: Path, keep: set[str], chroma: ChromaSettings) -> None:
    """Remove all generations but those of these names.

    Raises:
        VectorServerError: the server that is set cannot be used; what it has is there still.
    """
    for folder in [folder for folder in generations.iterdir() if folder.name not in keep]:
        # Renamed first, in one step: half a generation must never bear a generation's name.
        doomed = folder
        if not folder.name.endswith(_DOOMED):
            doomed = folder.with_name(folder.name + _DOOMED)
            _remove(doomed, chroma)  # what is left of one that bore the same name
            folder.rename(doomed)
        _remove(doomed, chroma)


def _remove(folder: Path, chroma: ChromaSettings) -> None:
    if not folder.exists():
        return
    # The collection's name is in the database, which goes after it.
    if chroma.address and (name := _collection_of(folder)):
        VectorServer(chroma, name).delete()
    shutil.rmtree(folder)


def _collection_of(folder: Path) -> str | None:
    """The name of the collection that a server has for a generation, whatever its format."""
    if not (folder / FILE).exists():
        return None
    try:
        with closing(connect(folder / FILE)) as database:
            return collection_name(database)
    except sqlite3.Error:
        return None
