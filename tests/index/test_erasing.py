"""What is erased stands in no file of the index any more."""

import shutil
import threading
from contextlib import closing, suppress
from pathlib import Path

import numpy as np
import pytest

from index import builder, parts
from index.changes import ChangeWatch
from index.errors import IndexBusyError
from tests.conftest import WordEncoder
from tests.small_index import best, holdings, making, state, update

SECRET = "Zerafina Quivelthorpe handed 31,415,926 florins to the Wyxmoor lodge."
TRACES = [
    *("Zerafina", "zerafina", "Quivelthorpe", "quivelthorp", "31,415,926", "florin", "yxmoor"),
    *("hidden-chapter", "Hidden chapter"),
]
"""What tells of it: words as written, as counted and as terms, its file and its title."""

_LEAST = 16


@pytest.fixture
def guides(tmp_path: Path) -> Path:
    folder = tmp_path / "guides"
    folder.mkdir()
    (folder / "open.md").write_text("# Open chapter\n\nGates are opened in spring.", "utf-8")
    (folder / "hidden-chapter.md").write_text(f"# Hidden chapter\n\n{SECRET}", "utf-8")
    return folder


@pytest.fixture
def index(tmp_path: Path, guides: Path) -> Path:
    folder = tmp_path / "index"
    update(folder, add=[guides])
    return folder


def traces(index: Path) -> set[str]:
    """Which traces any file of an index holds, in any common encoding, with their vectors."""
    every = [path for path in index.rglob("*") if path.is_file()]
    content = b"\0".join(path.read_bytes() for path in every)
    names = "\0".join(str(path) for path in every)
    held = {t for t in TRACES if t.encode() in content or t in names}
    held |= {t for t in TRACES if t.encode("utf-16-le") in content}
    vector = WordEncoder().embed_query(SECRET)
    for kind in (np.float32, np.float16, np.float64):
        if vector.astype(kind).tobytes()[: _LEAST * kind().itemsize] in content:
            held.add(f"its vector as {kind.__name__}")
    return held


def test_before_it_is_erased_it_is_there_even_when_taken_out(index: Path, guides: Path) -> None:
    assert traces(index) >= {"Zerafina", "zerafina", "quivelthorp", "hidden-chapter"}
    assert "its vector as float32" in traces(index)
    (guides / "hidden-chapter.md").unlink()
    update(index)
    assert "quivelthorp" in traces(index)  # or the test could not fail


@pytest.mark.parametrize("how", ["deleted", "changed", "taken out", "folder taken out"])
def test_what_is_erased_stands_in_no_file(index: Path, guides: Path, how: str) -> None:
    hidden = guides / "hidden-chapter.md"
    drop = {"taken out": [hidden], "folder taken out": [guides]}.get(how, [])
    if how == "deleted":
        hidden.unlink()
    if how == "changed":
        hidden.rename(hidden := guides / "chapter.md")
        hidden.write_text("# Chapter\n\nIt says something else.", "utf-8")
    update(index, drop=drop)
    (suggestions := state_folder(index) / "suggestions").mkdir()
    (suggestions / "answers.json").write_text(SECRET, "utf-8")
    builder.erase(index, making())
    if how == "taken out":  # that it is to be left out must be known
        assert traces(index) == {"hidden-chapter"}
    else:
        assert traces(index) == set()
    if how != "folder taken out":
        assert "spring" in best(index, "When are the gates opened?")


def state_folder(index: Path) -> Path:
    generation = builder.current(index)
    assert generation is not None
    return generation.folder


def test_what_is_left_is_as_if_it_had_never_been(index: Path, guides: Path, tmp_path: Path) -> None:
    (guides / "hidden-chapter.md").unlink()
    update(index)
    builder.erase(index, making())
    update(tmp_path / "never", add=[guides])
    assert holdings(index) == holdings(tmp_path / "never")
    _, changes = update(index)
    assert not changes


def test_generations_before_go_too(index: Path, guides: Path) -> None:
    anew = making().inputs.model_copy(update={"code": "2"})
    (guides / "hidden-chapter.md").unlink()
    update(index, inputs=anew)
    assert "Zerafina" in traces(index)
    builder.erase(index, making(inputs=anew))
    assert traces(index) == set()
    assert "spring" in best(index, "When are the gates opened?")


def test_the_graph_of_vectors_goes_too(
    index: Path, guides: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "FEW", 2)
    for n in range(8):
        (guides / f"{n}.md").write_text(f"# Report {n}\n\nGate {n} is open.", "utf-8")
    update(index)
    folder = state_folder(index)
    (made,) = folder.glob("graph-*")
    assert "its vector as float32" in traces(index)
    (guides / "hidden-chapter.md").unlink()
    update(index)
    builder.erase(index, making())
    assert traces(index) == set()
    assert len([*folder.glob("graph-*")]) == 1
    assert not made.exists()


def test_while_a_reader_holds_on_to_it_nothing_is_promised(
    index: Path, guides: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(state(index)) as reader:
        (guides / "hidden-chapter.md").unlink()
        update(index)
        monkeypatch.setattr("index.writer.WAIT_S", 0.2)
        monkeypatch.setattr("index.writer._CALL_AGAIN_S", 0.1)
        with pytest.raises(IndexBusyError):
            builder.erase(index, making())
        assert reader.manifest.documents == 4  # and it is not interrupted
    builder.erase(index, making())
    assert traces(index) == set()


def test_readers_that_follow_the_index_let_go_of_it(index: Path, guides: Path) -> None:
    (guides / "hidden-chapter.md").unlink()
    with closing(state(index)) as before:
        update(index)
        told = before.manifest.documents
    now = [state(index)]
    ended = threading.Event()

    def follow() -> None:
        with closing(ChangeWatch(index)) as watch:
            while not ended.wait(0.01):
                if watch.has_changed():
                    now.append(state(index))
                    now[-2].close()

    reader = threading.Thread(target=follow)
    reader.start()
    builder.erase(index, making())
    ended.set()
    reader.join()
    assert traces(index) == set()
    assert now[-1].manifest.documents == told - 1
    now[-1].close()


def test_erasing_again_does_no_harm(index: Path, guides: Path) -> None:
    shutil.rmtree(guides)
    with suppress(FileNotFoundError):
        (index / "remembered.sqlite").unlink()
    update(index, drop=[guides])
    for _ in range(2):
        builder.erase(index, making())
    assert traces(index) == set()
