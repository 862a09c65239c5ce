import os
import shutil
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import numpy as np
import pytest
from filelock import FileLock

from corpus.chunker import ChunkerSettings
from index import builder
from index.builder import Generation
from index.errors import IndexBusyError, IndexUnwritableError
from index.manifest import Inputs, differences, file_hashes
from index.retriever import Retriever
from tests.conftest import WordEncoder

PROGRAMME = Path(__file__).parents[1] / "fixtures" / "programme"
ROOT = Path(__file__).parents[2]


def inputs(programme: Path, *, model: str = "words") -> Inputs:
    return Inputs(
        programme="harbour-watch",
        files=file_hashes(programme),
        model=model,
        model_digest="1",
        chunker=ChunkerSettings(),
        code="1",
    )


def build(programme: Path, folder: Path) -> Generation:
    return builder.build(
        programme,
        folder,
        inputs=inputs(programme),
        encoder=WordEncoder(),
        progress=lambda *_: None,
    )


def best(folder: Path, question: str) -> str:
    generation = builder.current(folder)
    assert generation is not None
    retriever = Retriever(generation.folder, WordEncoder())
    found = retriever.search(question, retriever.embed(question), language="en", limit=3)
    sentence = max(found[0].sentences, key=lambda s: s.cosine)
    assert found[0].document.text[sentence.span.start : sentence.span.end] == sentence.text
    return sentence.text


def test_what_was_built_can_be_found_with_its_place(tmp_path: Path) -> None:
    generation = build(PROGRAMME, tmp_path)
    assert (generation.manifest.documents, generation.manifest.passages) == (2, 3)
    assert "112 salt sensors" in best(tmp_path, "How many salt sensors are in Gdynia?")
    assert "2011" in best(tmp_path, "Who started Harbour Watch, and when?")


def test_two_builds_hold_the_same(tmp_path: Path) -> None:
    one, other = build(PROGRAMME, tmp_path / "one"), build(PROGRAMME, tmp_path / "other")
    for name in ("catalogue.sqlite", "sentences.npy", "programme.json"):
        assert (one.folder / name).read_bytes() == (other.folder / name).read_bytes()
    assert one.manifest.inputs == other.manifest.inputs


def test_a_bad_file_is_listed_and_the_rest_is_indexed(tmp_path: Path) -> None:
    programme = tmp_path / "programme"
    shutil.copytree(PROGRAMME, programme)
    (programme / "documents" / "broken.md").write_bytes(b"\xff\xfe not text")
    generation = build(programme, tmp_path / "index")
    assert dict(generation.manifest.failures) == {
        "documents/broken.md": "is not valid text in its encoding (utf-16)"
    }
    assert generation.manifest.documents == 2


@pytest.mark.parametrize("part", builder.PARTS)
def test_an_index_that_lost_a_part_is_no_index(part: str, tmp_path: Path) -> None:
    lost = build(PROGRAMME, tmp_path).folder / part
    lost.rename(tmp_path / "elsewhere")
    assert builder.current(tmp_path) is None
    build(PROGRAMME, tmp_path)
    assert "112 salt sensors" in best(tmp_path, "How many salt sensors are in Gdynia?")


def test_a_change_is_named() -> None:
    old = inputs(PROGRAMME)
    assert differences(old, old) == []
    new = old.model_copy(update={"files": {**old.files, "documents/new.md": "1"}, "code": "2"})
    assert differences(old, new) == [
        "1 files have changed since: documents/new.md.",
        "It was built by another version of this program.",
    ]


def test_a_second_build_at_the_same_time_is_refused(tmp_path: Path) -> None:
    with FileLock(tmp_path / "build.lock"), pytest.raises(IndexBusyError):
        build(PROGRAMME, tmp_path)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(IndexUnwritableError, match="file"):
        build(PROGRAMME, tmp_path / "file" / "index")


KILL = """
    import os, signal, sys
    from pathlib import Path
    import numpy as np
    from index import builder
    from index.lexicon import Lexicon
    from index.catalogue import Catalogue
    from index.store import VectorStore
    from tests.index.test_builder import build

    def die(*args, **kwargs):
        os.kill(os.getpid(), signal.SIGKILL)

    owner, name = {point}
    real = getattr(owner, name)
    def then_die(*args, **kwargs):
        real(*args, **kwargs)
        die()
    setattr(owner, name, {when})
    build(Path({programme!r}), Path({folder!r}))
"""
POINTS = {
    "while embedding": ("(builder, 'passage_text')", "die"),
    "after the sentence vectors": ("(np, 'save')", "then_die"),
    "before the lexicon": ("(Lexicon, 'save')", "die"),
    "before the vectors are stored": ("(VectorStore, 'create')", "die"),
    "after the vectors were stored": ("(VectorStore, 'create')", "then_die"),
    "before the generation gets its name": ("(Path, 'rename')", "die"),
    "after the generation got its name": ("(Path, 'rename')", "then_die"),
    "before the swap": ("(Path, 'replace')", "die"),
}


def build_and_die(point: str, when: str, programme: Path, folder: Path) -> None:
    """Build in a process that kills itself, with signal 9, at the point."""
    script = KILL.format(point=point, when=when, programme=str(programme), folder=str(folder))
    died = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert died.returncode == -signal.SIGKILL


@pytest.mark.parametrize("point", POINTS)
def test_a_killed_build_leaves_the_old_index_answering(point: str, tmp_path: Path) -> None:
    programme, folder = tmp_path / "programme", tmp_path / "index"
    shutil.copytree(PROGRAMME, programme)
    old = build(programme, folder)
    changed = programme / "documents" / "gdynia.md"
    changed.write_text(changed.read_text("utf-8").replace("112", "999"), "utf-8")
    build_and_die(*POINTS[point], programme, folder)
    still = builder.current(folder)
    assert still is not None
    assert still.manifest.inputs.id == old.manifest.inputs.id
    assert "112 salt sensors" in best(folder, "How many salt sensors are in Gdynia?")
    build(programme, folder)
    assert "999 salt sensors" in best(folder, "How many salt sensors are in Gdynia?")
    names = {path.name for path in (folder / "generations").iterdir()}
    assert names == {old.folder.name, inputs(programme).id}


def test_a_build_killed_while_it_clears_up_leaves_no_half_generation(tmp_path: Path) -> None:
    programme, folder = tmp_path / "programme", tmp_path / "index"
    shutil.copytree(PROGRAMME, programme)
    document = programme / "documents" / "gdynia.md"
    original = document.read_text("utf-8")
    for count in ("112", "113"):
        document.write_text(original.replace("112", count), "utf-8")
        build(programme, folder)
    document.write_text(original.replace("112", "114"), "utf-8")
    # Dies when the first of the three, 112, has lost its first file.
    build_and_die("(os, 'unlink')", "then_die", programme, folder)
    assert "113 salt sensors" in best(folder, "How many salt sensors are in Gdynia?")
    document.write_text(original, "utf-8")
    build(programme, folder)
    assert "112 salt sensors" in best(folder, "How many salt sensors are in Gdynia?")


def test_sentence_vectors_stand_in_the_order_of_the_passages(tmp_path: Path) -> None:
    generation = build(PROGRAMME, tmp_path)
    retriever = Retriever(generation.folder, WordEncoder())
    stored = np.load(generation.folder / "sentences.npy")
    for id_ in retriever.catalogue.document_ids():
        document = retriever.catalogue.document(id_)
        assert document is not None
        for entry in retriever.catalogue.passages_of(id_):
            for n, span in enumerate(entry.passage.sentences):
                vector = WordEncoder().embed_query(document.text[span.start : span.end])
                assert np.array_equal(stored[entry.row + n], vector)
