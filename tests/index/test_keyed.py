import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from index.database import transaction
from index.keyed import SCHEMA, SqliteKeyValueStore
from tests.conftest import awaited


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    with closing(
        sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    ) as database:
        database.execute(SCHEMA)
        yield database


@pytest.fixture
def store(database: sqlite3.Connection) -> SqliteKeyValueStore:
    return SqliteKeyValueStore(database)


def test_what_is_put_is_there_by_collection_and_key(store: SqliteKeyValueStore) -> None:
    store.put("a", {"n": 1}, "one")
    store.put("a", {"n": 2}, "other")
    store.put_all([("a", {"n": 3}), ("ß", {"n": "ü"})])
    assert store.get("a", "one") == {"n": 1}
    assert store.get("a", "other") == {"n": 2}
    assert store.get_all() == {"a": {"n": 3}, "ß": {"n": "ü"}}
    assert store.get("b", "one") is None


def test_a_key_has_one_value(store: SqliteKeyValueStore) -> None:
    for n in (1, 2):
        store.put("a", {"n": n})
    assert store.get_all() == {"a": {"n": 2}}
    assert store.delete("a")
    assert not store.delete("a")
    assert store.get("a") is None


def test_it_takes_part_in_the_transaction_that_is_open(
    database: sqlite3.Connection, store: SqliteKeyValueStore
) -> None:
    def interrupted() -> None:
        with transaction(database):
            store.put("a", {"n": 1})
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert store.get("a") is None


def test_waiting_for_it_gives_the_same(store: SqliteKeyValueStore) -> None:
    async def use() -> tuple[object, ...]:
        await store.aput("a", {"n": 1})
        await store.aput_all([("b", {"n": 2}), ("c", {"n": 3})])
        got, every = await asyncio.gather(store.aget("a"), store.aget_all())
        return got, every, await store.adelete("b"), await store.adelete("b")

    every = {"a": {"n": 1}, "b": {"n": 2}, "c": {"n": 3}}
    assert awaited(use) == ({"n": 1}, every, True, False)
    assert store.get_all().keys() == {"a", "c"}
