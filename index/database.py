"""The database of an index: documents, passages, vectors and terms in one SQLite file.

One file, so that a document is replaced in one transaction, with everything that is known of it.
Writing ahead (WAL) lets any number of processes read while one writes, each in the state it began
with: whoever reads is never interrupted, and never sees half a document.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import IndexDamagedError

FILE = "index.sqlite"

WAIT_S = 30.0
"""How long a statement waits for another process's lock."""

_SCHEMA = """
-- Every file or address that was read, whatever came of it.
CREATE TABLE files (
    name TEXT PRIMARY KEY, source TEXT NOT NULL,
    size INTEGER NOT NULL, modified INTEGER NOT NULL, sha256 TEXT NOT NULL,
    etag TEXT NOT NULL, last_modified TEXT NOT NULL,
    failures TEXT NOT NULL, notes TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE documents (
    id TEXT PRIMARY KEY, file TEXT NOT NULL REFERENCES files, language TEXT NOT NULL,
    digest TEXT NOT NULL, body TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX documents_of_file ON documents (file);
CREATE INDEX documents_by_digest ON documents (id, digest);

-- A number is never given twice, so that it names the same words in every store of vectors.
CREATE TABLE passages (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE, document TEXT NOT NULL REFERENCES documents,
    place INTEGER NOT NULL, language TEXT NOT NULL, sentences INTEGER NOT NULL,
    body TEXT NOT NULL, terms BLOB NOT NULL, said BLOB NOT NULL
);
CREATE INDEX passages_of_document ON passages (document, place);
CREATE INDEX passages_by_language ON passages (language, number, sentences);
-- A passage is found by its own vector. Those of its sentences may come later.
CREATE TABLE vectors (
    number INTEGER PRIMARY KEY REFERENCES passages, passage BLOB NOT NULL, sentences BLOB
);
CREATE INDEX vectors_to_come ON vectors (number) WHERE sentences IS NULL;
CREATE TABLE places (
    place TEXT NOT NULL, document TEXT NOT NULL REFERENCES documents,
    PRIMARY KEY (place, document)
) WITHOUT ROWID;

CREATE TABLE terms (
    number INTEGER PRIMARY KEY, language TEXT NOT NULL, term TEXT NOT NULL, UNIQUE (language, term)
);
CREATE TABLE words (
    word TEXT PRIMARY KEY, count INTEGER NOT NULL, vector BLOB
) WITHOUT ROWID;
CREATE INDEX words_by_count ON words (count DESC, word);

-- Passages that are gone and that postings in files still hold.
CREATE TABLE gone (number INTEGER PRIMARY KEY);

-- Passages that are gone, since when, and that a server of vectors has yet to forget.
CREATE TABLE departed (number INTEGER PRIMARY KEY, since REAL NOT NULL);

-- What LlamaIndex's document store keeps, and what else there is one of.
CREATE TABLE entries (
    collection TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (collection, key)
) WITHOUT ROWID;
CREATE TABLE facts (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
"""


def create(path: Path) -> sqlite3.Connection:
    """A database to write to; made if it is not there."""
    database = connect(path)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute(
        "PRAGMA synchronous = NORMAL"
    )  # after a power cut the last files are read again
    database.execute("PRAGMA secure_delete = ON")
    with transaction(database):
        if not database.execute("SELECT 1 FROM sqlite_schema WHERE name = 'files'").fetchone():
            for statement in _SCHEMA.split(";"):
                database.execute(statement)
    return database


def open_state(folder: Path) -> sqlite3.Connection:
    """The database of a generation as it is now; what comes later is not seen through it.

    Raises:
        IndexDamagedError: it is not there, or cannot be read.
    """
    path = folder / FILE
    if not path.exists():
        raise IndexDamagedError(folder, "there is no database")
    database = connect(path)
    try:
        database.execute("PRAGMA query_only = ON")
        database.execute("BEGIN")
        database.execute("SELECT 1 FROM files LIMIT 1").fetchone()  # reading fixes the state
    except sqlite3.Error as error:
        raise IndexDamagedError(folder, str(error)) from error
    return database


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """All that is done inside happens, or none of it."""
    database.execute("BEGIN IMMEDIATE")
    with database:  # commits, or rolls back whatever was raised
        yield


def connect(path: Path) -> sqlite3.Connection:
    """A connection that any thread may use and that begins no transaction by itself."""
    # Answers are made in whichever thread a door gives; transactions are begun and ended by hand.
    return sqlite3.connect(path, timeout=WAIT_S, isolation_level=None, check_same_thread=False)
