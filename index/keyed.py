"""LlamaIndex's key-value store in a SQLite table, for its document store and its cache.

LlamaIndex's own are in memory and written out whole; this one takes part in the transaction that
is open on its connection, so that what the document store knows and what the index holds are
always of one moment.
"""

import asyncio
import json
import sqlite3
from contextlib import nullcontext
from typing import Any

from llama_index.core.storage.kvstore.types import (
    DEFAULT_BATCH_SIZE,
    DEFAULT_COLLECTION,
    BaseKVStore,
)

from index.database import transaction

SCHEMA = """
CREATE TABLE IF NOT EXISTS entries (
    collection TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (collection, key)
) WITHOUT ROWID
"""


class SqliteKeyValueStore(BaseKVStore):
    """Values by collection and key, in the table `entries` of a database."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def put(self, key: str, val: dict[str, Any], collection: str = DEFAULT_COLLECTION) -> None:
        """Keep a value, in place of an earlier one."""
        self._database.execute(
            "INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", (collection, key, json.dumps(val))
        )

    def put_all(
        self,
        kv_pairs: list[tuple[str, dict[str, Any]]],
        collection: str = DEFAULT_COLLECTION,
        batch_size: int = DEFAULT_BATCH_SIZE,
    ) -> None:
        """Keep several, all or none; how many at a time makes no difference here."""
        rows = [(collection, key, json.dumps(value)) for key, value in kv_pairs]
        with nullcontext() if self._database.in_transaction else transaction(self._database):
            self._database.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", rows)

    def get(self, key: str, collection: str = DEFAULT_COLLECTION) -> dict[str, Any] | None:
        """The value of a key, or None."""
        query = "SELECT value FROM entries WHERE collection = ? AND key = ?"
        row = self._database.execute(query, (collection, key)).fetchone()
        value: dict[str, Any] | None = json.loads(row[0]) if row else None
        return value

    def get_all(self, collection: str = DEFAULT_COLLECTION) -> dict[str, dict[str, Any]]:
        """Every value of a collection by its key."""
        query = "SELECT key, value FROM entries WHERE collection = ?"
        return {
            key: json.loads(value) for key, value in self._database.execute(query, (collection,))
        }

    def delete(self, key: str, collection: str = DEFAULT_COLLECTION) -> bool:
        """Remove a value; tells whether there was one."""
        query = "DELETE FROM entries WHERE collection = ? AND key = ?"
        return self._database.execute(query, (collection, key)).rowcount > 0

    async def aput(
        self, key: str, val: dict[str, Any], collection: str = DEFAULT_COLLECTION
    ) -> None:
        """As `put`."""
        await asyncio.to_thread(self.put, key, val, collection)

    async def aput_all(
        self,
        kv_pairs: list[tuple[str, dict[str, Any]]],
        collection: str = DEFAULT_COLLECTION,
        batch_size: int = DEFAULT_BATCH_SIZE,
    ) -> None:
        """As `put_all`."""
        await asyncio.to_thread(self.put_all, kv_pairs, collection, batch_size)

    async def aget(self, key: str, collection: str = DEFAULT_COLLECTION) -> dict[str, Any] | None:
        """As `get`."""
        return await asyncio.to_thread(self.get, key, collection)

    async def aget_all(self, collection: str = DEFAULT_COLLECTION) -> dict[str, dict[str, Any]]:
        """As `get_all`."""
        return await asyncio.to_thread(self.get_all, collection)

    async def adelete(self, key: str, collection: str = DEFAULT_COLLECTION) -> bool:
        """As `delete`."""
        return await asyncio.to_thread(self.delete, key, collection)
