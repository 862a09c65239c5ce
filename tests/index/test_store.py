"""Every way to search vectors finds what an exact comparison finds, in the reader's own state."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index import chroma, parts
from index.builder import Generation
from index.retriever import Retriever
from index.state import IndexState
from index.store import ExactVectors, GraphVectors, open_vectors, renew_graph
from index.writer import IndexWriter
from tests.conftest import WordEncoder
from tests.small_index import INPUTS, document, file, quiet, writer

FEW = 40
WORDS = ("sensor", "harbour", "salt", "gate", "plan", "budget", "water", "tree", "roof", "school")


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "FEW", FEW)


def put(own: IndexWriter, n: int, *, again: str = "") -> None:
    """A document of one passage, its words like those of no other."""
    drawn = np.random.default_rng(n).choice(WORDS, size=6)
    text = f"Report {n}{again} tells of {' and '.join(drawn)}."
    own.put(file(f"{n}.md", text), [document(f"d{n}", text)])


@pytest.fixture
def own(tmp_path: Path) -> Iterator[IndexWriter]:
    """An index of so many passages that it has a graph."""
    with closing(writer(tmp_path / "index")) as own:
        for n in range(FEW + 20):
            put(own, n)
        own.finish(progress=quiet)
        yield own


def opened(own: IndexWriter) -> IndexState:
    return IndexState(Generation(own.folder, INPUTS))


def asked() -> list[NDArray[np.float32]]:
    return [WordEncoder().embed_query(f"{a} {b}") for a in WORDS for b in WORDS[:3]]


def graphs(own: IndexWriter) -> set[str]:
    return {path.name for path in own.folder.glob("graph-*")}


def as_exact(now: IndexState) -> None:
    """Hold that what the state's search finds is what comparing one and all finds."""
    exact, found = ExactVectors(now.database), open_vectors(now.database, now.folder)
    assert isinstance(found, GraphVectors)
    held = {n for (n,) in now.database.execute("SELECT number FROM passages")}
    for vector in asked():
        near, best = found.search(vector, limit=10), exact.search(vector, limit=10)
        assert {n for n, _ in near} <= held
        cosines = [cosine for _, cosine in near[:10]]
        assert cosines == pytest.approx([cosine for _, cosine in best[:10]], abs=1e-5)
        assert {n for n, c in best if c > cosines[9] + 1e-5} <= {n for n, _ in near}


def test_few_passages_need_no_graph(tmp_path: Path) -> None:
    with closing(writer(tmp_path / "index")) as own:
        for n in range(FEW):
            put(own, n)
        own.finish(progress=quiet)
        assert graphs(own) == set()
        with closing(opened(own)) as now:
            found = open_vectors(now.database, now.folder)
            assert isinstance(found, ExactVectors)
            assert len(found.search(asked()[0], limit=FEW + 1)) == FEW


def test_a_graph_finds_what_comparing_all_finds(own: IndexWriter) -> None:
    assert len(graphs(own)) == 1
    with closing(opened(own)) as now:
        as_exact(now)


def test_a_graph_is_searched_as_broadly_as_its_size_asks_for(
    own: IndexWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breadth() -> int:
        (name,) = graphs(own)
        with closing(chroma.embedded(own.folder / name)) as client:
            found = client.get_collection("passages", embedding_function=None)
            return int(found.configuration_json["hnsw"]["ef_search"])

    assert breadth() == chroma.breadth(FEW + 20) == chroma.breadth(100_000) == 200
    monkeypatch.setattr(chroma, "breadth", lambda count: 10 * count)
    renew_graph(own.database, own.folder, progress=quiet, anew=True)
    assert breadth() == 10 * (FEW + 20)


def test_what_came_and_went_since_the_graph_is_seen_by_new_readers_alone(
    own: IndexWriter,
) -> None:
    graph = graphs(own)
    with closing(opened(own)) as before:
        old = open_vectors(before.database, before.folder)
        told = [old.search(vector, limit=10) for vector in asked()]
        for n in range(5):
            put(own, n, again=" (second edition)")
        for n in range(5, 10):
            own.remove(f"{n}.md")
        put(own, 1000)
        own.finish(progress=quiet)
        assert graphs(own) == graph
        as_exact(before)
        assert [old.search(vector, limit=10) for vector in asked()] == told
        with closing(opened(own)) as now:
            as_exact(now)
            (edition,) = now.catalogue.passages_of("d3")
            vector = WordEncoder().embed_query("second edition")
            new = open_vectors(now.database, now.folder).search(vector, limit=5)
            assert edition.number in {number for number, _ in new}


def test_when_much_has_gone_or_come_the_graph_is_made_anew(own: IndexWriter) -> None:
    first = graphs(own)
    for n in range(16):  # more than a quarter of the graph's
        own.remove(f"{n}.md")
    own.finish(progress=quiet)
    second = graphs(own)
    assert second > first  # the one before stays for readers that have it open
    for n in range(100, 100 + FEW // 4 + 1):
        put(own, n)
    own.finish(progress=quiet)
    third = graphs(own)
    assert len(third) == 2
    assert len(third - second) == 1
    with closing(opened(own)) as now:
        as_exact(now)


def test_passages_that_are_gone_do_not_crowd_out_those_that_are_there(own: IndexWriter) -> None:
    """Even where Chroma finds more that are gone than it is asked for beyond the limit."""
    wanted = "sensor and harbour"
    for n in range(2000, 2010):
        own.put(file(f"{n}.md"), [document(f"d{n}", f"{wanted} and {wanted} {n}.")])
    renew_graph(own.database, own.folder, progress=quiet, anew=True)
    for n in range(2000, 2010):
        own.remove(f"{n}.md")
    with closing(opened(own)) as now, pytest.MonkeyPatch.context() as patch:
        patch.setattr(chroma, "SLACK", 0)
        found = open_vectors(now.database, now.folder)
        near = found.search(WordEncoder().embed_query(wanted), limit=5)
        best = ExactVectors(now.database).search(WordEncoder().embed_query(wanted), limit=5)
    assert [n for n, _ in near[:5]] == [n for n, _ in best[:5]]


def test_a_retriever_answers_alike_with_a_graph_and_without(
    own: IndexWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(opened(own)) as now:
        questions = [f"Which report tells of {word}?" for word in WORDS]

        def ids(retriever: Retriever) -> list[list[str]]:
            return [
                [
                    found.passage.id
                    for found in retriever.search(q, retriever.embed(q), language="en", limit=5)
                ]
                for q in questions
            ]

        with_graph = ids(Retriever(now, WordEncoder()))
        monkeypatch.setattr(
            "index.retriever.open_vectors", lambda database, _: ExactVectors(database)
        )
        assert ids(Retriever(now, WordEncoder())) == with_graph


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    with closing(writer(tmp_path / "index")) as own, closing(opened(own)) as now:
        assert open_vectors(now.database, now.folder).search(asked()[0], limit=5) == []


def test_a_run_killed_while_it_made_a_graph_leaves_no_folder_behind(own: IndexWriter) -> None:
    (own.folder / "graph-half").mkdir()
    database: sqlite3.Connection = own.database
    renew_graph(database, own.folder, progress=quiet, anew=True)
    assert len(graphs(own)) == 1
