"""What speeds up the search of many passages, and when it is made anew.

An index of few passages needs nothing but its database. That of many has parts beside it, a graph
of vectors (`index.store`) and postings of terms (`index.postings`), each in a folder of its own
that never changes. A part holds the passages up to a certain one; a reader puts those that came
since beside it, and passes over those that went, until the next writer makes the part anew.
"""

import json
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from index.database import transaction

FEW = 20_000
"""Up to so many passages are searched without parts; their vectors take 30 MB then."""

Kind = Literal["graph", "postings"]

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many of it are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an index: its folder's name, the last passage it holds, and how many it does."""

    name: str
    through: int
    count: int

    @classmethod
    def of(cls, database: sqlite3.Connection, kind: Kind) -> "Part | None":
        """The part that a state of an index has; None if it does without."""
        row = database.execute("SELECT value FROM facts WHERE name = ?", (kind,)).fetchone()
        return cls(**json.loads(row[0])) if row else None

    def newer(self, database: sqlite3.Connection) -> int:
        """How many passages it does not hold."""
        return count(database, after=self.through)

    def gone(self, database: sqlite3.Connection) -> int:
        """How many that it holds have left the index."""
        return self.count - (count(database) - self.newer(database))

    def is_outgrown(self, database: sqlite3.Connection) -> bool:
        """Whether so much has come that searching it one and all takes its time."""
        return self.newer(database) > max(FEW // 4, self.count // 20)

    def is_worn(self, database: sqlite3.Connection) -> bool:
        """Whether so much has gone that looking for the rest takes its time."""
        return self.gone(database) > self.count // 4


def is_due(database: sqlite3.Connection, part: Part | None) -> bool:
    """Whether searching has come to need a part, or to need the one that is there made anew."""
    if part is None:
        return count(database) > FEW
    return part.is_outgrown(database) or part.is_worn(database)


def count(database: sqlite3.Connection, *, after: int = 0) -> int:
    """How many passages an index holds whose number is above one."""
    # All are counted in an index of theirs, in a thirtieth of the time it takes by their numbers.
    which = "WHERE number > :after" if after else ""
    query = f"SELECT count(*) FROM passages {which}"  # noqa: S608
    return int(database.execute(query, {"after": after}).fetchone()[0])


def install(
    database: sqlite3.Connection, folder: Path, kind: Kind, made: Part, *, keep: str = ""
) -> None:
    """Have new readers use a part that was made.

    Args:
        keep: name of the one before, for readers that are about to open it.
    """
    with transaction(database):
        value = json.dumps(asdict(made))
        database.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (kind, value))
    for other in folder.glob(f"{kind}-*"):
        if other.name not in {made.name, keep}:
            shutil.rmtree(other)
