"""Passages are found, and answered from, before their sentences have vectors."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index import writer as writing
from index.builder import Generation
from index.retriever import Found, Retriever
from index.sentence_vectors import count_unread, unread
from index.state import IndexState
from index.writer import IndexWriter
from tests.conftest import WordEncoder
from tests.small_index import INPUTS, document, file, holding, quiet, writer

CITIES = ("Boise", "Gdynia", "Recife", "Turku")
AT_ONCE = 1


class Unasked(WordEncoder):
    """Is not to be asked for any vector."""

    def embed_passages(
        self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        raise AssertionError(texts)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[IndexWriter]:
    """A writer that has put in a document for each city, and read the sentences of the first.

    The index was there before, and held another document.
    """
    monkeypatch.setattr(writing, "_READ_AT_ONCE", AT_ONCE)
    monkeypatch.setattr(writing, "_READ_LATER", 2)
    holding(tmp_path / "index", [document("Harbours", "Harbours count salt.")]).close()
    with closing(writer(tmp_path / "index")) as own:
        for n, city in enumerate(CITIES):
            text = f"{city} counts salt. {city} has {n + 3} sensors in its port. It is by the sea."
            own.put(file(f"{city}.md", text), [document(city, text)])
        yield own


def state(own: IndexWriter) -> IndexState:
    return IndexState(Generation(own.folder, INPUTS))


def search(now: IndexState, question: str) -> list[Found]:
    retriever = Retriever(now, WordEncoder())
    return retriever.search(question, retriever.embed(question), language="en", limit=4)


def test_a_small_change_is_read_in_one_step_and_a_large_one_later(own: IndexWriter) -> None:
    assert count_unread(own.database) == len(CITIES) - AT_ONCE
    own.finish(progress=quiet)
    assert count_unread(own.database) == 0
    with closing(state(own)) as now:
        assert now.manifest.unread == 0


def test_an_unread_passage_is_found_with_the_sentences_it_will_have(own: IndexWriter) -> None:
    for city in CITIES:
        with closing(state(own)) as now:
            before = search(now, f"How many sensors has the port of {city}?")[0]
        assert before.document.id == city
        own_sentences = {s.text for s in before.sentences}
        assert f"{city} counts salt." in own_sentences
        encoded = WordEncoder().embed_passages([s.text for s in before.sentences])
        assert np.array_equal([s.vector for s in before.sentences], encoded)


def test_answers_are_the_same_sentences_before_and_after(own: IndexWriter) -> None:
    question = "How many sensors has the port of Recife?"
    with closing(state(own)) as now:
        before = search(now, question)
    own.finish(progress=quiet)
    with closing(state(own)) as now:
        after = search(now, question)
    assert before[0].document == after[0].document
    for one, other in zip(before[0].sentences, after[0].sentences, strict=True):
        assert (one.span, one.text, one.cosine) == (other.span, other.text, other.cosine)


def test_a_sentence_has_a_vector_before_its_passage_is_read(own: IndexWriter) -> None:
    with closing(state(own)) as now:
        vector = Retriever(now, WordEncoder()).sentence_vector("Turku", 0)
    assert np.array_equal(vector, WordEncoder().embed_query("Turku counts salt."))


def test_what_is_taken_out_unread_leaves_the_sum_of_the_rest(own: IndexWriter) -> None:
    own.remove("Turku.md")
    own.finish(progress=quiet)
    with closing(state(own)) as now:
        floor = now.manifest.cosine_floor
    own.put(file("Turku.md", "anew"), [document("Turku", "Turku. It is by the sea.")])
    own.finish(progress=quiet)
    own.remove("Turku.md")
    with closing(state(own)) as now:
        assert now.manifest.cosine_floor == floor


def test_unread_passages_are_told_in_order_with_their_sentences(own: IndexWriter) -> None:
    told = unread(own.database, limit=2)
    assert [one.sentences[0] for one in told] == ["Gdynia counts salt.", "Recife counts salt."]
    (last,) = unread(own.database, limit=2, after=told[-1].number)
    assert last.sentences[0] == "Turku counts salt."


def test_what_was_read_is_remembered_for_the_next_generation(
    own: IndexWriter, tmp_path: Path
) -> None:
    own.finish(progress=quiet)
    with closing(state(own)) as now:
        documents = now.catalogue.documents()
    with closing(writer(tmp_path / "next", Unasked())) as other:
        for one in documents:
            other.put(file(f"{one.id}.md", one.text), [one])
        other.finish(progress=quiet)
        every = "SELECT id, v.sentences FROM passages JOIN vectors v USING (number) ORDER BY id"
        assert other.database.execute(every).fetchall() == own.database.execute(every).fetchall()


def test_a_new_index_reads_some_passages_from_all_over_it_before_it_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "_READ_FOR_A_START", 10)
    with closing(writer(tmp_path / "index")) as own:
        for n in range(50):
            own.put(file(f"{n}.md", str(n)), [document(f"{n:02}", f"Report {n} counts salt.")])
        assert count_unread(own.database) == 50
        own.start()
        assert count_unread(own.database) == 50 - 10
        query = "SELECT number FROM vectors WHERE sentences IS NOT NULL"
        read = [number for (number,) in own.database.execute(query)]
    assert min(read) <= 10
    assert max(read) > 40
    assert len({number // 10 for number in read}) >= 4
