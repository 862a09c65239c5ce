"""What a model wrote, kept by what it was told, so that the same is not paid for twice.

Kept is what it wrote, not what was shown: the verifier of today has the last word on it.
"""

import hashlib
import json
import sqlite3
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.generation.prompts import VERSION
from corpus.errors import UnwritableFileError

if TYPE_CHECKING:  # importing it takes half a second
    from llama_index.core.base.llms.types import ChatMessage

FILE = "generations.sqlite"
MOST = 20_000
"""Texts kept; the oldest go first."""


class GenerationCache:
    """Texts by model, index, version of the prompts, and the prompt itself.

    Args:
        path: SQLite file; made if needed.
        model: name of the model that writes.
        index: id of the index that the evidence is from.

    Raises:
        UnwritableFileError: the file cannot be made or is something else.
    """

    def __init__(self, path: Path, *, model: str, index: str) -> None:
        self._of = (model, index, VERSION)
        self._lock = threading.Lock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(path, check_same_thread=False, timeout=5)
            self._database.execute("PRAGMA journal_mode=WAL")
            self._database.execute(
                "CREATE TABLE IF NOT EXISTS texts"
                " (n INTEGER PRIMARY KEY, key TEXT UNIQUE, text TEXT)"
            )
        except (OSError, sqlite3.Error) as error:
            raise UnwritableFileError(path, f"cannot keep what a model writes ({error})") from error

    def find(self, messages: "Sequence[ChatMessage]") -> str | None:
        """What the model wrote to this before; None if nothing is kept."""
        with self._lock:
            row = self._database.execute(
                "SELECT text FROM texts WHERE key = ?", [self._key(messages)]
            ).fetchone()
        return str(row[0]) if row else None

    def keep(self, messages: "Sequence[ChatMessage]", text: str) -> None:
        """Keep what the model wrote to this."""
        with self._lock, self._database:
            self._database.execute(
                "INSERT OR REPLACE INTO texts (key, text) VALUES (?, ?)",
                [self._key(messages), text],
            )
            self._database.execute(
                "DELETE FROM texts WHERE n <= (SELECT max(n) FROM texts) - ?", [MOST]
            )

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _key(self, messages: "Sequence[ChatMessage]") -> str:
        told = [[message.role.value, message.content] for message in messages]
        return hashlib.sha256(json.dumps([*self._of, told]).encode()).hexdigest()
