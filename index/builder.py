"""Generations of an index: made beside the old one, swapped in one step, changed in place.

    <index folder>/
        current                 the name of the generation that answers
        generations/<id>/       inputs.json, index.sqlite, maybe graph-…/;
                                suggestions/, intents/ by the assistant
        remembered.sqlite       what the stages of ingestion made, for the next generation
        build.lock

A generation is for one embedding model, one way to cut documents and one version of this code.
While these stay the same it is changed in place, a file at a time, and readers see each change as
it is made. Otherwise the next one is made under another name, renamed when it is whole, and
`current` is replaced after that. A run that is killed leaves the old index answering, and the next
run goes on where it ended. The generation before the current one is kept for processes that still
read it.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.errors import InvalidDocumentError
from corpus.programme import read_description
from corpus.records import read_records
from index import sources, updating
from index.database import FILE, create, open_state
from index.errors import IndexBusyError, IndexUnwritableError
from index.manifest import FILE as INPUTS
from index.manifest import Inputs, Manifest
from index.store import ChromaSettings, Progress, VectorServer
from index.updating import Changes, Reader
from index.word_vectors import without_vectors

PARTS = (INPUTS, FILE)
"""What every generation holds."""

_UNFINISHED = ".unfinished"
_PATIENCE_S = 20.0


@dataclass(frozen=True, slots=True)
class Generation:
    """A whole index on disk, for what it was made."""

    folder: Path
    inputs: Inputs

    def manifest(self) -> Manifest:
        """What it holds now."""
        with closing(open_state(self.folder)) as database:
            return Manifest.of(self.inputs, database)


@dataclass(frozen=True, slots=True)
class Making:
    """What an index is made with.

    Attributes:
        encoder: gives the model that `inputs` names; asked for only if something is embedded.
        reader: reads files.
        chroma: the server that searches the vectors, if one is set.
    """

    inputs: Inputs
    encoder: Callable[[], PassageEncoder]
    reader: Callable[[], AbstractContextManager[Reader]]
    chroma: ChromaSettings = ChromaSettings()


def current(index_folder: Path) -> Generation | None:
    """The generation that answers, or None if no whole index is here."""
    try:
        name = (index_folder / "current").read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return _whole(index_folder / "generations" / name) if name else None


def _whole(folder: Path) -> Generation | None:
    """The generation in a folder, or None if a part of it is missing."""
    inputs = Inputs.read(folder)
    if inputs is None or not all((folder / part).exists() for part in PARTS):
        return None
    return Generation(folder, inputs)


def bring_up_to_date(
    programme: Path,
    index_folder: Path,
    making: Making,
    *,
    add: Sequence[str] = (),
    drop: Sequence[str] = (),
    progress: Progress,
) -> tuple[Generation, Changes]:
    """Make the index hold what the programme's folder and everything added hold now.

    Args:
        add: absolute paths and web addresses to add first.
        drop: those to take out first.

    Raises:
        IndexBusyError: another process is writing here.
        IndexUnwritableError: the folder cannot be written to.
        SourceError: what is to be taken out was never added.
        CorpusError: programme.yaml or the records are wrong, or no document can be read.
        VectorServerError: the server that is set cannot be used.
    """
    description = read_description(programme)
    records = read_records(programme / "records") if (programme / "records").is_dir() else None
    with locked(index_folder):
        old = current(index_folder)
        folder = old.folder if old and old.inputs == making.inputs else None
        home = folder or _workshop(index_folder, making.inputs, old)
        with closing(create(home / FILE)) as database:
            sources.add(database, add)
            sources.drop(database, drop)
            found = sources.survey(database, programme)
            told = (description.model_dump_json(), records.model_dump_json() if records else "")
            is_done = folder and not (
                found.changed or found.gone or found.touched or without_vectors(database)
            )
            described = dict(database.execute("SELECT name, value FROM facts")
            )
    ...
