"""Graph and postings of an index that has outgrown being searched one and all."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from index import parts
from index.parts import Part
from index.writer import IndexWriter
from tests.small_index import document, file, quiet, writer


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[IndexWriter]:
    monkeypatch.setattr(parts, "FEW", 40)
    with closing(writer(tmp_path / "index")) as own:
        put(own, range(60))
        yield own


def put(own: IndexWriter, numbers: Sequence[int]) -> None:
    for n in numbers:
        own.put(file(f"{n}.md", str(n)), [document(f"d{n}", f"Berth {n} has {n * n} bollards.")])
    own.finish(progress=quiet)


def both(own: IndexWriter) -> tuple[Part, Part]:
    graph, postings = Part.of(own.database, "graph"), Part.of(own.database, "postings")
    assert graph
    assert postings
    return graph, postings


def test_graph_and_postings_are_of_one_moment(own: IndexWriter) -> None:
    for part in both(own):
        assert (part.through, part.count) == (60, 60)
        assert (own.folder / part.name).is_dir()
    before = both(own)
    put(own, range(60, 70))  # a quarter of FEW
    assert both(own) == before


def test_what_has_come_is_added_and_what_was_before_stays_for_readers(own: IndexWriter) -> None:
    before = both(own)
    own.remove("3.md")
    put(own, range(60, 72))
    graph, postings = both(own)
    assert graph.count == 72  # with what has gone, which is passed over
    assert postings.count == 71
    assert all((own.folder / part.name).is_dir() for part in (*before, graph, postings))


def test_where_much_has_gone_both_are_made_of_what_is_left(own: IndexWriter) -> None:
    for n in range(60 // 4 + 1):
        own.remove(f"{n}.md")
    own.finish(progress=quiet)
    assert [part.count for part in both(own)] == [44, 44]
    assert own.database.execute("SELECT count(*) FROM gone").fetchone() == (0,)
