import shutil
import socket
from collections.abc import Iterator
from contextlib import closing, nullcontext
from pathlib import Path

import numpy as np
import pytest

from corpus.chunker import ChunkerSettings
from corpus.limits import USUAL
from corpus.reading import Reading, read_content, read_file
from corpus.web.rules import WebRules
from index import builder, chroma
from index.builder import Generation, Making
from index.chroma import LOCAL, ChromaSettings
from index.database import open_state
from index.errors import VectorServerError
from index.manifest import Inputs
from index.retriever import Retriever
from index.state import IndexState
from index.store import ExactVectors
from index.vector_server import VectorServer, collection_name
from tests.chroma_server import ChromaServer
from tests.conftest import WordEncoder

PROGRAMME = Path(__file__).parents[1] / "fixtures" / "programme"
LONGEST = 40
"""Documents that a test writes beside the programme's own."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChromaServer]:
    server = ChromaServer(tmp_path_factory.mktemp("chroma"))
    server.start()
    yield server
    server.stop()


@pytest.fixture
def settings(server: ChromaServer) -> ChromaSettings:
    return ChromaSettings(address=server.address, records_per_write=7)


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    home = tmp_path / "programme"
    shutil.copytree(PROGRAMME, home)
    for n in range(LONGEST):
        told = f"# Quay {n}\n\nQuay {n} has {n + 3} cranes. It was dredged in {1900 + n}.\n"
        (home / "documents" / f"quay-{n}.md").write_text(told, "utf-8")
    return home


class PlainReader:
    """Reads in this process."""

    def read(self, path: Path, *, name: str, language: str) -> Reading:
        return read_file(path, name=name, language=language, limits=USUAL)

    def read_content(
        self, content: bytes, *, name: str, language: str, media_type: str = ""
    ) -> Reading:
        return read_content(content, name=name, language=language, limits=USUAL)


def update(
    programme: Path, folder: Path, settings: ChromaSettings, *, code: str = "1"
) -> Generation:
    made = Inputs(
        programme="harbour-watch",
        model="words",
        model_digest="1",
        chunker=ChunkerSettings(),
        code=code,
    )
    making = Making(
        inputs=made,
        encoder=WordEncoder,
        reader=lambda: nullcontext(PlainReader()),
        web=WebRules(),
        chroma=settings,
    )
    return builder.bring_up_to_date(programme, folder, making, progress=lambda *_: None)[0]


def opened(generation: Generation, settings: ChromaSettings) -> Retriever:
    state = IndexState(generation)
    return Retriever(state, WordEncoder(), server=VectorServer.of(settings, state.database))


def best(retriever: Retriever, question: str) -> str:
    found = retriever.search(question, retriever.embed(question), language="en", limit=3)
    return found[0].document.text


def collections(settings: ChromaSettings) -> set[str]:
    return {found.name for found in chroma.served(settings).list_collections()}


def test_the_server_finds_what_an_exact_search_finds(
    programme: Path, settings: ChromaSettings, tmp_path: Path
) -> None:
    generation = update(programme, tmp_path / "index", settings)
    with closing(open_state(generation.folder)) as database:
        exact = ExactVectors(database)
        server = VectorServer.of(settings, database)
        assert server
        assert server.count() == generation.manifest().passages >= LONGEST
        served = server.reader(database)
        for n in range(LONGEST):
            vector = WordEncoder().embed_query(f"How many cranes has quay {n}?")
            found = dict(served.search(vector, limit=10)[:10])
            truth = dict(exact.search(vector, limit=10))
            assert len(found) == 10
            least = min(truth.values())  # of passages that are level, any will do
            assert all(cosine >= least - 1e-5 for cosine in found.values())
            assert all(abs(truth.get(k, v) - v) < 1e-5 for k, v in found.items())


def test_a_changed_document_is_found_and_a_removed_one_is_not(
    programme: Path, settings: ChromaSettings, tmp_path: Path
) -> None:
    folder = tmp_path / "index"
    before = update(programme, folder, settings)
    held = opened(before, settings)
    changed, removed = (programme / "documents" / f"quay-{n}.md" for n in (7, 8))
    changed.write_text("# Quay 7\n\nQuay 7 lost its cranes to a storm.\n", "utf-8")
    removed.unlink()
    after = opened(update(programme, folder, settings), settings)
    assert "storm" in best(after, "What did a storm do to the cranes of quay 7?")
    assert "Quay 8 has" not in best(after, "How many cranes has quay 8?")
    assert "Quay 7 has 10 cranes" in best(held, "How many cranes has quay 7?")  # its own state's


def test_the_server_forgets_passages_that_went_a_while_ago(
    monkeypatch: pytest.MonkeyPatch, programme: Path, settings: ChromaSettings, tmp_path: Path
) -> None:
    monkeypatch.setattr("index.writer._LINGER_S", 0.0)
    folder = tmp_path / "index"
    update(programme, folder, settings)
    (programme / "documents" / "quay-8.md").unlink()
    generation = update(programme, folder, settings)
    with closing(open_state(generation.folder)) as database:
        server = VectorServer.of(settings, database)
        assert server
        assert server.count() == generation.manifest().passages


def test_an_index_that_was_built_without_a_server_is_sent_to_it(
    programme: Path, settings: ChromaSettings, tmp_path: Path
) -> None:
    folder = tmp_path / "index"
    local = update(programme, folder, LOCAL)
    with pytest.raises(VectorServerError, match="no vectors of this index"):
        opened(local, settings)
    served = update(programme, folder, settings)
    assert served == local
    assert "45 cranes" not in best(opened(served, settings), "How many cranes has quay 41?")
    assert "42 cranes" in best(opened(served, settings), "How many cranes has quay 39?")


def test_two_indexes_of_one_programme_do_not_meet_on_the_server(
    programme: Path, settings: ChromaSettings, tmp_path: Path
) -> None:
    one = update(programme, tmp_path / "one", settings)
    (programme / "documents" / "overview.md").unlink()
    other = update(programme, tmp_path / "other", settings)
    names = set()
    for generation in (one, other):
        with closing(open_state(generation.folder)) as database:
            names.add(collection_name(database))
    assert len(names) == 2
    assert "2011" in best(opened(one, settings), "Who started Harbour Watch, and when?")


def test_a_removed_generation_leaves_the_server(
    programme: Path, settings: ChromaSettings, tmp_path: Path
) -> None:
    folder = tmp_path / "index"
    names = []
    for code in ("1", "2", "3"):
        generation = update(programme, folder, settings, code=code)
        with closing(open_state(generation.folder)) as database:
            names.append(collection_name(database))
    there = collections(settings)
    assert names[0] not in there  # the one before the current one is kept for those that read it
    assert {names[1], names[2]} <= there


def test_a_server_that_goes_is_named_and_may_come_back(programme: Path, tmp_path: Path) -> None:
    server = ChromaServer(tmp_path / "chroma")
    server.start()
    try:
        settings = ChromaSettings(address=server.address)
        folder = tmp_path / "index"
        retriever = opened(update(programme, folder, settings), settings)
        question = "How many cranes has quay 5?"
        assert "8 cranes" in best(retriever, question)
        server.stop()
        with pytest.raises(VectorServerError, match=server.address):
            best(retriever, question)
        new = programme / "documents" / "lock.md"
        new.write_text("# The lock\n\nThe lock was opened by a duchess.\n", "utf-8")
        with pytest.raises(VectorServerError, match="Start it"):
            update(programme, folder, settings)
        server.start()
        assert "8 cranes" in best(retriever, question)
        after = opened(update(programme, folder, settings), settings)
        assert "duchess" in best(after, "Who opened the lock?")
    finally:
        server.stop()


def test_a_server_that_lost_its_data_is_filled_again(programme: Path, tmp_path: Path) -> None:
    server = ChromaServer(tmp_path / "chroma")
    server.start()
    try:
        settings = ChromaSettings(address=server.address)
        folder = tmp_path / "index"
        retriever = opened(update(programme, folder, settings), settings)
        server.stop()
        shutil.rmtree(tmp_path / "chroma")
        server.start()
        with pytest.raises(VectorServerError, match="no vectors of this index"):
            best(retriever, "How many cranes has quay 5?")
        update(programme, folder, settings)
        assert "8 cranes" in best(retriever, "How many cranes has quay 5?")
    finally:
        server.stop()


def test_a_server_that_is_silent_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch, programme: Path, tmp_path: Path
) -> None:
    monkeypatch.setattr(chroma, "WAIT_S", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as silent:  # takes connections, says nothing
        settings = ChromaSettings(address=f"http://127.0.0.1:{silent.getsockname()[1]}")
        with pytest.raises(VectorServerError, match="timed out"):
            update(programme, tmp_path / "index", settings)


def test_no_more_is_asked_of_a_server_than_it_gives(
    programme: Path, server: ChromaServer, tmp_path: Path
) -> None:
    asked = []

    def ask(count: int) -> list[int]:
        asked.append(count)
        return [n + 1_000_000 for n in range(count)]  # no state holds any of them

    generation = update(programme, tmp_path / "index", LOCAL)
    with closing(open_state(generation.folder)) as database:
        vector = WordEncoder().embed_query("quay")
        assert chroma.nearest_held(ask, database, vector, limit=100, most=300) == []
    assert asked == [132, 300]


def test_the_server_has_vectors_and_no_text(
    programme: Path, settings: ChromaSettings, tmp_path: Path
) -> None:
    generation = update(programme, tmp_path / "index", settings)
    with closing(open_state(generation.folder)) as database:
        name = collection_name(database)
        sent = dict(database.execute("SELECT number, passage FROM vectors"))
    collection = chroma.served(settings).get_collection(name, embedding_function=None)
    kept = collection.get(include=["embeddings", "documents", "metadatas"])
    for id_, vector in zip(kept["ids"], kept["embeddings"], strict=True):
        assert np.allclose(np.frombuffer(sent[int(id_)], "<f4"), vector, atol=1e-6)
    assert set(kept["documents"]) | set(kept["metadatas"]) == {None}
