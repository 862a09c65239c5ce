"""What readers see while one writes."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from index.database import FILE, connect, create, open_state, transaction
from index.errors import IndexDamagedError
from index.state import IndexState
from tests.killed import killed
from tests.small_index import document, file, holding, state, update, writer

TEXT = "Gdynia has 112 sensors."


def texts(now: IndexState) -> list[str]:
    return [own.text for own in now.catalogue.documents()]


@pytest.fixture
def now(tmp_path: Path) -> Iterator[IndexState]:
    with closing(holding(tmp_path / "index", [document("gdynia", TEXT)])) as state:
        yield state


def test_a_readers_state_stays_while_others_write(now: IndexState) -> None:
    before = now.manifest
    with closing(writer(now.folder)) as own:
        own.put(file("gdynia.md", "new"), [document("gdynia", "Gdynia has 113 sensors.")])
        own.put(file("sopot.md"), [document("sopot", "Sopot has none.")])
    with closing(IndexState(now.generation)) as later:
        assert texts(later) == ["Gdynia has 113 sensors.", "Sopot has none."]
        assert later.manifest.id != before.id
    assert texts(now) == [TEXT]
    assert [e.passage.document_id for e in now.catalogue.passages_of("gdynia")] == ["gdynia"]
    assert now.catalogue.passages_of("sopot") == []


def test_what_is_not_yet_committed_is_not_seen(now: IndexState) -> None:
    with closing(connect(now.folder / FILE)) as database:
        with transaction(database):
            database.execute("DELETE FROM documents")
            with closing(IndexState(now.generation)) as meanwhile:
                assert texts(meanwhile) == [TEXT]
        with closing(IndexState(now.generation)) as later:
            assert texts(later) == []


def test_every_reader_has_the_state_it_began_with(now: IndexState) -> None:
    seen: list[tuple[IndexState, list[str]]] = [(now, [TEXT])]
    with closing(writer(now.folder)) as own:
        for count in (113, 114, 115):
            text = f"Gdynia has {count} sensors."
            own.put(file("gdynia.md", text), [document("gdynia", text)])
            seen.append((IndexState(now.generation), [text]))
    for one, expected in seen:
        assert texts(one) == expected
        one.close()


def test_what_fails_leaves_nothing_behind(now: IndexState) -> None:
    class InterruptionError(Exception):
        pass

    def interrupted(database_path: Path) -> None:
        with closing(connect(database_path)) as database, transaction(database):
            database.execute("DELETE FROM documents")
            raise InterruptionError

    with pytest.raises(InterruptionError):
        interrupted(now.folder / FILE)
    with closing(IndexState(now.generation)) as later:
        assert texts(later) == [TEXT]


def test_a_writer_that_dies_before_it_commits_has_written_nothing(tmp_path: Path) -> None:
    update(tmp_path)
    with closing(state(tmp_path)) as now:
        before = texts(now)
        new = tmp_path / "new.md"
        new.write_text("# New\n\nIt is new.", "utf-8")
        killed(partial(update, tmp_path, add=[new]), "after", "index.writer:IndexWriter", "_write")
        with closing(IndexState(now.generation)) as later:
            assert texts(later) == before == texts(now)


def test_a_state_cannot_be_written_through(now: IndexState) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        now.database.execute("DELETE FROM documents")


@pytest.mark.parametrize("content", [b"", b"not a database " * 300])
def test_a_damaged_database_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(IndexDamagedError):
        open_state(tmp_path)


def test_a_database_that_is_not_there_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(IndexDamagedError, match="there is no database"):
        open_state(tmp_path)
    assert not (tmp_path / FILE).exists()


def test_making_it_again_leaves_what_is_there(now: IndexState) -> None:
    with closing(create(now.folder / FILE)) as database:
        assert database.execute("SELECT count(*) FROM documents").fetchone() == (1,)
