"""One state of an index, from which every part of an assistant is opened.

What is written to the index later is not seen through it, so that its parts always fit together.
"""

import base64
from functools import cached_property, lru_cache
from pathlib import Path

from corpus.programme import ProgrammeDescription
from corpus.records import Records
from index.adapter import Adapter
from index.builder import Generation
from index.catalogue import Catalogue
from index.database import open_state
from index.manifest import Manifest


class IndexState:
    """An index as it was when this was made.

    Attributes:
        generation: which one it is a state of.
        database: for what is opened from it; nothing may be written through it.
    """

    def __init__(self, generation: Generation) -> None:
        """Open a generation as it is now.

        Raises:
            IndexDamagedError: it cannot be read.
        """
        self.generation = generation
        self.database = open_state(generation.folder)

    @property
    def folder(self) -> Path:
        """Where the generation lies."""
        return self.generation.folder

    @cached_property
    def manifest(self) -> Manifest:
        """What it holds."""
        return Manifest.of(self.generation.inputs, self.database)

    @cached_property
    def catalogue(self) -> Catalogue:
        """Its documents and passages."""
        return Catalogue(self.database)

    @cached_property
    def programme(self) -> ProgrammeDescription:
        """How the programme presents itself."""
        return ProgrammeDescription.model_validate_json(self.fact("programme"))

    @cached_property
    def records(self) -> Records | None:
        """The programme's records; None if it has none."""
        told = self.fact("records")
        return _records(told) if told else None

    @cached_property
    def adapter(self) -> Adapter | None:
        """The programme's adapter; None if it has none for the embedding model of this index."""
        told = self.fact("adapter")
        if not told:
            return None
        adapter = Adapter.from_bytes(base64.b64decode(told))
        return adapter if adapter.model_digest == self.generation.inputs.model_digest else None

    def close(self) -> None:
        """Let go of the database, once nothing opened from it is used any more."""
        self.database.close()

    @property
    def digests(self) -> dict[str, str]:
        """What tells one text of a document from another, by its id."""
        return dict(self.database.execute("SELECT id, digest FROM documents"))

    def fact(self, name: str) -> str:
        """One of what there is one of, such as the programme's description."""
        row = self.database.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""


@lru_cache(maxsize=2)  # the next state has mostly the same, and reading them takes its time
def _records(told: str) -> Records:
    return Records.model_validate_json(told)
