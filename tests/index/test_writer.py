"""A file's documents are replaced as a whole or not at all."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.builder import Generation
from index.passage_store import PassageStore
from index.sources import FileRead, states
from index.state import IndexState
from index.writer import IndexWriter
from tests.conftest import WordEncoder
from tests.small_index import INPUTS, assert_whole, document, file, quiet, writer


class Counting(WordEncoder):
    """Counts what it is asked for, and breaks down over a word."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed_passages(
        self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        self.asked += texts
        if any("unspeakable" in text for text in texts):
            raise MemoryError
        return super().embed_passages(texts, progress=progress)


@pytest.fixture
def encoder() -> Counting:
    return Counting()


@pytest.fixture
def own(tmp_path: Path, encoder: Counting) -> Iterator[IndexWriter]:
    with closing(writer(tmp_path / "index", encoder)) as own:
        yield own


def texts(own: IndexWriter) -> dict[str, str]:
    with closing(IndexState(Generation(own.folder, INPUTS))) as now:
        return {d.id: d.text for d in now.catalogue.documents()}


def contents(own: IndexWriter) -> list[list[tuple[object, ...]]]:
    tables = ("files", "documents", "passages", "vectors", "places", "words", "entries", "facts")
    return [own.database.execute(f"SELECT * FROM {table}").fetchall() for table in tables]


def put(own: IndexWriter, name: str, *said: str, source: str = "") -> None:
    documents = [document(f"{name} {n}", text) for n, text in enumerate(said)]
    own.put(file(f"{name}.md", " ".join(said), source=source), documents)


def test_a_document_that_stays_the_same_is_not_embedded_again(
    own: IndexWriter, encoder: Counting
) -> None:
    put(own, "a", "One stays.", "Two goes.", "Three changes.")
    own.finish(progress=quiet)
    encoder.asked.clear()
    own.put(
        file("a.md", "new"),
        [
            document("a 0", "One stays."),
            document("a 2", "Three is other."),
            document("a 3", "New."),
        ],
    )
    assert texts(own) == {"a 0": "One stays.", "a 2": "Three is other.", "a 3": "New."}
    own.finish(progress=quiet)
    assert not any("stays" in text for text in encoder.asked)
    sentences = {text for text in encoder.asked if text.endswith(".") and "\n" not in text}
    assert sentences == {"Three is other.", "New."}


def test_what_was_embedded_before_is_remembered(own: IndexWriter, encoder: Counting) -> None:
    put(own, "a", "One text.")
    put(own, "a", "Another text.")
    encoder.asked.clear()
    put(own, "a", "One text.")
    assert encoder.asked == []
    assert texts(own) == {"a 0": "One text."}


@pytest.mark.parametrize("place", ["embedding", "taking out", "putting in"])
def test_what_breaks_down_in_the_middle_leaves_the_old(
    own: IndexWriter, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(own, "a", "One is old.", "Two is old.")
    before = contents(own)

    def broken(*_: object, **__: object) -> None:
        raise MemoryError

    if place == "taking out":
        monkeypatch.setattr(PassageStore, "delete", broken)
    if place == "putting in":
        monkeypatch.setattr(PassageStore, "add", broken)
    last = "Two is unspeakable." if place == "embedding" else "Two is new."
    with pytest.raises(MemoryError):
        put(own, "a", "One is new.", last)
    assert contents(own) == before
    monkeypatch.undo()
    put(own, "a", "One is new.", "Two is new.")
    assert texts(own) == {"a 0": "One is new.", "a 1": "Two is new."}


def test_files_are_put_together_or_not_at_all(own: IndexWriter) -> None:
    put(own, "b", "B is old.")
    before = contents(own)

    def given(last: str) -> list[FileRead]:
        told = {"a": "A is new.", "b": "B is new.", "c": last}
        return [(file(f"{n}.md", text), [document(f"{n} 0", text)]) for n, text in told.items()]

    with pytest.raises(MemoryError):
        own.put_together(given("C is unspeakable."))
    assert contents(own) == before
    own.put_together(given("C is new."))
    assert texts(own) == {"a 0": "A is new.", "b 0": "B is new.", "c 0": "C is new."}
    with closing(IndexState(Generation(own.folder, INPUTS))) as now:
        assert_whole(now)


def test_ids_are_told_apart_within_what_is_put_together(own: IndexWriter) -> None:
    first, second = (
        (file(f"/{n}/plan.md", n, source=f"/{n}"), [document("plan", f"{n} counts salt.")])
        for n in ("a", "b")
    )
    ours = file("documents/plan.md", "c"), [document("plan", "Ours.")]
    own.put_together([first, second, ours])
    told = texts(own)
    assert told.pop("plan") == "Ours."
    assert sorted(told.values()) == ["a counts salt.", "b counts salt."]


def test_a_broken_new_version_keeps_the_earlier_text(own: IndexWriter) -> None:
    put(own, "a", "One is old.", "Two is old.")
    broken = replace(file("a.md", "broken"), failures={"a.md": "is damaged"})
    kept = own.put(broken, [])
    assert kept.failures == {"a.md": "is damaged"}
    assert kept.notes == ("its earlier text is kept (2 documents)",)
    assert states(own.database)["a.md"] == kept
    assert texts(own) == {"a 0": "One is old.", "a 1": "Two is old."}
    put(own, "a", "One is mended.")
    assert texts(own) == {"a 0": "One is mended."}
    assert states(own.database)["a.md"].notes == ()


def test_an_id_belongs_to_the_file_that_had_it_first(own: IndexWriter) -> None:
    own.put(file("documents/a.md"), [document("plan", "Ours.")])
    kept = own.put(file("documents/b.md"), [document("plan", "Also ours.")])
    assert kept.failures == {"documents/b.md": "the id 'plan' is already taken"}
    assert texts(own) == {"plan": "Ours."}


def test_an_id_of_something_added_gives_way(own: IndexWriter) -> None:
    own.put(file("documents/a.md"), [document("plan", "Ours.")])
    for _ in range(2):  # the mark is the same when it is read again
        kept = own.put(
            file("/b.md", source="/b.md"),
            [document("plan", "Theirs."), document("plan", "Theirs too."), document("b", "B.")],
        )
        assert not kept.failures
        told = texts(own)
        assert sorted(told.values()) == ["B.", "Ours.", "Theirs too.", "Theirs."]
        assert told["plan"] == "Ours."
        assert all(id_ == "b" or id_.startswith("plan") for id_ in told)


def test_what_was_added_makes_way_for_the_programmes_own(tmp_path: Path) -> None:
    told: list[dict[str, str]] = []
    for n, order in enumerate(("ours first", "theirs first")):
        with closing(writer(tmp_path / str(n) / "index")) as own:
            if order == "ours first":
                own.put(file("documents/a.md", "1"), [document("plan", "Ours.")])
            theirs = [document("plan", "Theirs."), document("plan", "Theirs too.")]
            own.put(file("/b.md", "1", source="/b.md"), theirs)
            if order == "theirs first":
                kept = own.put(file("documents/a.md", "1"), [document("plan", "Ours.")])
                assert not kept.failures
            assert texts(own)["plan"] == "Ours."
            told.append(texts(own))
    assert sorted(told[0].values()) == ["Ours.", "Theirs too.", "Theirs."]
    assert told[0] == told[1]


def test_what_is_removed_is_gone_from_every_table(own: IndexWriter) -> None:
    put(own, "a", "One stays.")
    own.finish(progress=quiet)
    before = contents(own)
    own.put(file("b.md"), [replace(document("b", "Two goes."), cities=("boise",))])
    own.finish(progress=quiet)
    own.remove("b.md")
    own.finish(progress=quiet)
    stamped = [[row for row in table if row[0] != "built"] for table in contents(own)]
    assert stamped == [[row for row in table if row[0] != "built"] for table in before]


def test_the_order_of_adding_makes_no_difference(tmp_path: Path) -> None:
    said = {name: f"{name} has {n} sensors." for n, name in enumerate(("a", "b", "c", "d"))}
    ids = set()
    for n, order in enumerate(("abcd", "dcba", "bdac")):
        with closing(writer(tmp_path / str(n) / "index")) as own:
            put(own, order[0], "At first it said something else.")
            for name in order:
                put(own, name, said[name])
            own.finish(progress=quiet)
        with closing(IndexState(Generation(own.folder, INPUTS))) as now:
            ids.add((now.manifest.id, now.manifest.cosine_floor, now.manifest.sentences))
    assert len(ids) == 1


def test_the_description_is_kept_only_when_it_is_another(own: IndexWriter) -> None:
    own.describe({"programme": "{}", "records": ""})
    before = own.database.total_changes
    own.describe({"programme": "{}", "records": ""})
    assert own.database.total_changes == before
    own.describe({"programme": '{"id": "x"}', "records": ""})
    assert own.database.total_changes > before
