"""Seeing that an index was written to, whichever process did it, at the cost of a glance."""

import sqlite3
from pathlib import Path

from index.builder import current
from index.database import FILE, connect


class ChangeWatch:
    """Tells whether an index has changed since it was last asked."""

    def __init__(self, index_folder: Path) -> None:
        self._folder = index_folder
        self._current: tuple[str, int] | None = None
        self._database: sqlite3.Connection | None = None
        self._version = 0
        self.has_changed()

    def has_changed(self) -> bool:
        """Whether another generation answers, or this one was written to, or is to be reopened."""
        now = self._look()
        moved = now != self._current
        if moved:
            self.close()
            generation = current(self._folder)
            if generation is None:
                return False  # it is being swapped; the next look will tell
            try:
                self._database = connect(generation.folder / FILE)
            except sqlite3.Error:
                return False  # it was removed that moment; the next look will tell
            self._current = now
        version = self._seen()
        changed, self._version = moved or version != self._version, version
        return changed

    def close(self) -> None:
        """Let go of the database."""
        if self._database:
            self._database.close()
            self._database = None

    def _look(self) -> tuple[str, int] | None:
        """The name of the generation that answers, and when it was last said to."""
        path = self._folder / "current"
        try:
            return path.read_text(encoding="ascii").strip(), path.stat().st_mtime_ns
        except (OSError, UnicodeDecodeError):
            return self._current

    def _seen(self) -> int:
        """SQLite's own count of what other connections have written; -1 if it cannot tell."""
        if self._database is None:
            return self._version
        try:
            version: int = self._database.execute("PRAGMA data_version").fetchone()[0]
        except sqlite3.Error:
            return -1  # whoever opens the state will be told why
        return version
