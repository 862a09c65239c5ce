"""An index many times as large as another, made from it in its database.

Each of its documents and passages is put in again under other ids and numbers, with its words, and
with its vector moved as far as a variation's was. Embedding so much text would take a day.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np

from index.database import FILE, connect, transaction

_MOVED = 0.15
"""Length of what is added to a unit vector."""

_BATCH = 5_000


def multiply(source: Path, target: Path, times: int) -> None:
    """Write the database of a generation as large as another so many times.

    Args:
        source: folder of the one; target: folder of the other, with nothing in it.
    """
    with closing(connect(source / FILE)) as one, closing(connect(target / FILE)) as database:
        one.backup(database)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = OFF")
        database.execute("DELETE FROM facts WHERE name IN ('graph', 'postings')")
        (last,) = database.execute("SELECT max(number) FROM passages").fetchone()
        for copy in range(1, times):
            with transaction(database):
                _repeat(database, copy, last)


def _repeat(database: sqlite3.Connection, copy: int, last: int) -> None:
    """Put in once more what has numbers up to `last`."""
    chance = np.random.default_rng(copy)
    mark = f"-x{copy}"
    database.execute(
        "INSERT INTO documents SELECT id || ?1, file, language, digest || ?1,"
        " json_set(body, '$.id', id || ?1) FROM documents WHERE id NOT LIKE '%-x_'",
        (mark,),
    )
    database.execute(
        "INSERT INTO passages SELECT number + ?2, replace(id, '#', ?1 || '#'), document || ?1,"
        " place, language, sentences, json_set(body, '$.document', document || ?1), terms, said"
        " FROM passages WHERE number <= ?3",
        (mark, copy * last, last),
    )
    query = (
        "SELECT number, passage, sentences FROM vectors WHERE number > ? AND number <= ? LIMIT ?"
    )
    after = 0
    while rows := database.execute(query, (after, last, _BATCH)).fetchall():
        whole = np.frombuffer(b"".join(row[1] for row in rows), "<f4").reshape(len(rows), -1)
        noise = chance.standard_normal(whole.shape, dtype=np.float32)
        moved = whole + noise * np.float32(_MOVED / np.sqrt(whole.shape[1]))
        moved /= np.linalg.norm(moved, axis=1, keepdims=True)
        database.executemany(
            "INSERT INTO vectors VALUES (?, ?, ?)",
            (
                (row[0] + copy * last, vector.tobytes(), row[2])
                for row, vector in zip(rows, moved, strict=True)
            ),
        )
        after = rows[-1][0]
