"""Answers of the suggested questions, as they were when the questions were tried; kept in SQLite.

What leads on from an answer is not kept: it depends on what was asked before, and is found anew.
"""

import logging
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from assistant.answers import Answer

log = logging.getLogger(__name__)

_SCHEMA = "CREATE TABLE answers (question TEXT PRIMARY KEY, id TEXT NOT NULL, body TEXT NOT NULL)"
_BY_ID = "CREATE INDEX answers_by_id ON answers (id)"
_ANSWER: TypeAdapter[Answer] = TypeAdapter(Answer)


class StoredAnswers:
    """Answers by question and by id; safe to read from several threads."""

    def __init__(self, path: Path) -> None:
        """Open what `create` wrote.

        Raises:
            ValueError: the file is damaged.
            OSError: it cannot be read.
        """
        if not _is_whole(path):
            raise ValueError(f"{path} is not whole")
        # Nothing is ever written here again, so no lock is needed between processes.
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._database = sqlite3.connect(uri, uri=True, check_same_thread=False)

    @staticmethod
    def create(path: Path, answers: Iterable[Answer]) -> None:
        """Write the answers, each without its times; one question has one answer."""
        database = sqlite3.connect(path)
        with database:
            database.execute(_SCHEMA)
            database.execute(_BY_ID)
            database.executemany("INSERT INTO answers VALUES (?, ?, ?)", map(_row, answers))
        database.close()

    def find(self, question: str) -> Answer | None:
        """The answer to exactly this question, with the follow-ups of its tool; or None."""
        return self._one("SELECT body FROM answers WHERE question = ?", question)

    def of_id(self, id_: str) -> Answer | None:
        """The answer of that id, as `find`."""
        return self._one("SELECT body FROM answers WHERE id = ?", id_)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _one(self, query: str, value: str) -> Answer | None:
        try:
            found = self._database.execute(query, (value,)).fetchone()
            return _as_written(_ANSWER.validate_json(found[0])) if found else None
        except (sqlite3.DatabaseError, ValidationError, UnicodeError) as error:
            # It can be worked out anew, so a reader need not know.
            log.warning("A stored answer cannot be read: %s", error)
            return None


def _row(answer: Answer) -> tuple[str, str, str]:
    bare = replace(answer, timings_ms={})
    return answer.question, answer.id, _ANSWER.dump_json(bare).decode()


def _as_written(answer: Answer) -> Answer:
    """An answer read from JSON with its sequences as an answer that was just written has them."""
    return replace(
        answer,
        sentences=tuple(replace(s, citations=tuple(s.citations)) for s in answer.sentences),
        citations=tuple(replace(c, sources=tuple(c.sources)) for c in answer.citations),
        tools=tuple(answer.tools),
        missing=tuple(answer.missing),
        followups=tuple(answer.followups),
    )


def _is_whole(path: Path) -> bool:
    """Whether a database is as long as its first page says; one cut short is not."""
    with path.open("rb") as file:
        header = file.read(32)
    page = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    return bool(pages) and path.stat().st_size == pages * (65_536 if page == 1 else page)
