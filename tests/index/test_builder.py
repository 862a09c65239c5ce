import shutil
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Literal

import numpy as np
import pytest
from filelock import FileLock
from numpy.typing import NDArray

from corpus.errors import InvalidDocumentError
from index import builder
from index.changes import ChangeWatch
from index.errors import (
    IndexBusyError,
    IndexDamagedError,
    IndexMissingError,
    IndexUnwritableError,
    SourceError,
)
from index.manifest import differences
from tests.conftest import WordEncoder
from tests.killed import killed
from tests.small_index import INPUTS, PROGRAMME, best, holdings, making, quiet, state, update

SENSORS = "How many salt sensors are in Gdynia?"
Point = tuple[Literal["before", "after"], str, str]
"""When a process is killed: before or after what, of which owner."""

ANEW = INPUTS.model_copy(update={"code": "2"})
"""Another version of the code: what it makes is another generation."""


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    copy = tmp_path / "programme"
    shutil.copytree(PROGRAMME, copy)
    return copy


def rewrite(programme: Path, old: str, new: str) -> None:
    changed = programme / "documents" / "gdynia.md"
    changed.write_text(changed.read_text("utf-8").replace(old, new), "utf-8")


class Counting(WordEncoder):
    """Notes what it is asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed_passages(
        self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        self.asked += texts
        return super().embed_passages(texts, progress=progress)


def test_what_was_built_can_be_found_with_its_place(tmp_path: Path) -> None:
    manifest = update(tmp_path)[0].manifest()
    assert (manifest.documents, manifest.passages) == (2, 3)
    assert "112 salt sensors" in best(tmp_path, SENSORS)
    assert "2011" in best(tmp_path, "Who started Harbour Watch, and when?")


def test_two_builds_hold_the_same(tmp_path: Path) -> None:
    for name in ("one", "other"):
        update(tmp_path / name)
    assert holdings(tmp_path / "one") == holdings(tmp_path / "other")


def test_a_bad_file_is_listed_and_the_rest_is_indexed(tmp_path: Path, programme: Path) -> None:
    broken = programme / "documents" / "broken.md"
    broken.write_bytes(b"---\nid: [\n---\n")
    generation, changes = update(tmp_path / "index", programme=programme)
    manifest = generation.manifest()
    assert [*manifest.failures] == ["documents/broken.md"] == [*changes.failures]
    assert manifest.documents == 2
    broken.write_text("# Mended\n\nIt is whole.", "utf-8")
    generation, changes = update(tmp_path / "index", programme=programme)
    assert (changes.put, changes.failures) == (["documents/broken.md"], {})
    assert (generation.manifest().documents, generation.manifest().failures) == (3, {})


def test_a_programme_without_a_readable_document_gives_no_index(
    tmp_path: Path, programme: Path
) -> None:
    shutil.rmtree(programme / "documents")
    with pytest.raises(InvalidDocumentError, match="holds no document"):
        update(tmp_path / "index", programme=programme)
    assert builder.current(tmp_path / "index") is None


def test_the_next_generation_embeds_nothing_anew(tmp_path: Path) -> None:
    update(tmp_path)
    asked: list[str] = []

    class Listening(WordEncoder):
        def embed_passages(
            self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None
        ) -> NDArray[np.float32]:
            asked.extend(texts)
            return super().embed_passages(texts, progress=progress)

    before, _ = update(tmp_path)
    generation, _ = update(tmp_path, encoder=Listening(), inputs=ANEW)
    assert generation.folder != before.folder
    assert asked == []
    assert "112 salt sensors" in best(tmp_path, SENSORS)


def test_what_cannot_be_read_again_goes_over_to_the_next_generation(tmp_path: Path) -> None:
    folder, disk = tmp_path / "index", tmp_path / "disk"
    disk.mkdir()
    (disk / "tides.md").write_text("# Tides\n\nThe tide gate of Hel opened in 1999.", "utf-8")
    update(folder, add=[disk])
    disk.rename(tmp_path / "taken away")
    _, changes = update(folder, inputs=ANEW)
    assert "1999" in best(folder, "When did the tide gate of Hel open?")
    assert [*changes.missing] == [str(disk)]
    (tmp_path / "taken away").rename(disk)
    (disk / "tides.md").unlink()
    (disk / "other.md").write_text("# Winds\n\nIt blows.", "utf-8")
    _, changes = update(folder, inputs=ANEW)
    assert changes.removed == [str(disk / "tides.md")]


def test_what_is_named_has_to_be_there(tmp_path: Path) -> None:
    folder, guides = tmp_path / "index", tmp_path / "guides"
    guides.mkdir()
    (guides / "tides.md").write_text("# Tides\n\nThey turn.", "utf-8")
    update(folder, add=[guides])
    with pytest.raises(SourceError, match="was not added"):
        update(folder, drop=[guides / "tydes.md"])
    assert update(folder, drop=[guides / "tides.md"])[1].removed == [str(guides / "tides.md")]


def test_a_file_that_breaks_something_fails_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    guides = tmp_path / "guides"
    guides.mkdir()
    for name in ("bad", "good"):
        (guides / f"{name}.md").write_text(f"# Guide\n\nThis one is {name}.", "utf-8")
    real = WordEncoder.embed_passages

    def embed(self: WordEncoder, texts: Sequence[str], **more: object) -> NDArray[np.float32]:
        if any("is bad" in text for text in texts):
            raise RecursionError("too deep")
        return real(self, texts)

    monkeypatch.setattr(WordEncoder, "embed_passages", embed)
    generation, changes = update(tmp_path / "index", add=[guides])
    reason = "cannot be indexed (RecursionError: too deep)"
    assert changes.failures == {str(guides / "bad.md"): reason}
    assert generation.manifest().documents == 3
    assert "good" in best(tmp_path / "index", "Which guide is good?")


@pytest.mark.parametrize("part", builder.PARTS)
def test_an_index_that_lost_a_part_is_no_index(part: str, tmp_path: Path) -> None:
    lost = update(tmp_path)[0].folder / part
    lost.rename(tmp_path / "elsewhere")
    assert builder.current(tmp_path) is None
    update(tmp_path)
    assert "112 salt sensors" in best(tmp_path, SENSORS)


def test_a_difference_is_named() -> None:
    assert differences(INPUTS, INPUTS) == []
    assert differences(INPUTS, ANEW) == ["It was built by another version of this program."]
    other = INPUTS.model_copy(update={"model": "letters"})
    assert "words (1); the settings ask for letters (1)" in differences(INPUTS, other)[0]


def test_a_second_build_at_the_same_time_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(builder, "_PATIENCE_S", 0.1)
    with FileLock(tmp_path / "build.lock"), pytest.raises(IndexBusyError):
        update(tmp_path)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(IndexUnwritableError, match="file"):
        update(tmp_path / "file" / "index")


def test_only_what_changed_is_embedded(tmp_path: Path, programme: Path) -> None:
    update(tmp_path / "index", programme=programme)
    encoder = Counting()
    _, changes = update(tmp_path / "index", programme=programme, encoder=encoder)
    assert not changes
    assert (changes.unchanged, encoder.asked) == (2, [])
    rewrite(programme, "112", "113")
    _, changes = update(tmp_path / "index", programme=programme, encoder=encoder)
    assert (changes.put, changes.unchanged) == (["documents/gdynia.md"], 1)
    assert any("113 salt sensors" in text for text in encoder.asked)
    assert not any("Baltic" in text for text in encoder.asked)
    assert "113 salt sensors" in best(tmp_path / "index", SENSORS)


def test_a_change_of_the_description_is_enough(tmp_path: Path, programme: Path) -> None:
    folder = tmp_path / "index"
    before = update(folder, programme=programme)[0].manifest()
    described = programme / "programme.yaml"
    told = described.read_text("utf-8").replace("name: Harbour Watch", "name: Port Watch")
    described.write_text(told, "utf-8")
    generation, _ = update(folder, programme=programme)
    with closing(state(folder)) as now:
        assert now.programme.name == "Port Watch"
    assert generation.manifest().id != before.id


def test_another_version_makes_another_generation_without_embedding_anew(tmp_path: Path) -> None:
    old, _ = update(tmp_path)
    encoder = Counting()
    new, changes = update(tmp_path, encoder=encoder, inputs=ANEW)
    assert new.folder != old.folder
    assert len(changes.put) == 2
    assert not any("salt sensors" in text for text in encoder.asked)  # it was remembered
    assert builder.current(tmp_path) == new
    assert old.manifest().documents == 2  # for those who still read it


def test_the_generation_before_is_kept_and_can_be_returned_to(tmp_path: Path) -> None:
    made = [
        update(tmp_path, inputs=INPUTS.model_copy(update={"code": code}))[0]
        for code in ("1", "2", "3", "2", "3", "2")
    ]
    assert builder.current(tmp_path) == made[-1]
    names = {path.name for path in (tmp_path / "generations").iterdir()}
    assert names == {made[-2].folder.name, made[-1].folder.name}
    assert "112 salt sensors" in best(tmp_path, SENSORS)


def test_a_change_is_seen_once_by_whoever_watches(tmp_path: Path, programme: Path) -> None:
    folder = tmp_path / "index"
    with closing(ChangeWatch(folder)) as early:
        assert not early.has_changed()
        update(folder, programme=programme)
        assert early.has_changed()
    with closing(ChangeWatch(folder)) as watch:
        assert not watch.has_changed()
        update(folder, programme=programme)
        assert not watch.has_changed()
        rewrite(programme, "112", "113")
        update(folder, programme=programme)
        assert watch.has_changed()
        assert not watch.has_changed()
        update(folder, programme=programme, inputs=ANEW)
        assert watch.has_changed()
        assert not watch.has_changed()


WRITING: dict[str, Point] = {
    "while embedding": ("before", "tests.conftest:WordEncoder", "embed_passages"),
    "when the new passages are in": ("after", "index.passage_store:PassageStore", "add"),
    "before the words' vectors": ("before", "index.writer:IndexWriter", "finish"),
    "when all is done": ("after", "index.writer:IndexWriter", "finish"),
}
REPLACING: dict[str, Point] = {
    "when the old passages are out": ("after", "index.passage_store:PassageStore", "delete"),
}
SWAPPING: dict[str, Point] = {
    "before the generation gets its name": ("before", "pathlib:Path", "rename"),
    "after the generation got its name": ("after", "pathlib:Path", "rename"),
    "before the swap": ("before", "pathlib:Path", "replace"),
}


@pytest.mark.parametrize("point", WRITING | REPLACING)
def test_a_killed_update_leaves_whole_documents(
    point: str, tmp_path: Path, programme: Path
) -> None:
    folder = tmp_path / "index"
    update(folder, programme=programme)
    rewrite(programme, "112", "999")
    when, owner, name = (WRITING | REPLACING)[point]
    killed(partial(update, folder, programme=programme), when, owner, name)
    written = name == "finish"
    assert f"{999 if written else 112} salt sensors" in best(folder, SENSORS)
    update(folder, programme=programme)
    assert "999 salt sensors" in best(folder, SENSORS)
    update(tmp_path / "undisturbed", programme=programme)
    assert holdings(folder) == holdings(tmp_path / "undisturbed")


@pytest.mark.parametrize("point", WRITING | SWAPPING)
def test_a_killed_build_leaves_the_old_generation_answering(
    point: str, tmp_path: Path, programme: Path
) -> None:
    folder = tmp_path / "index"
    old, _ = update(folder, programme=programme)
    rewrite(programme, "112", "999")
    anew = partial(update, folder, programme=programme, inputs=ANEW)
    killed(anew, *(WRITING | SWAPPING)[point])
    assert builder.current(folder) == old
    assert "112 salt sensors" in best(folder, SENSORS)
    new, _ = anew()
    assert "999 salt sensors" in best(folder, SENSORS)
    names = {path.name for path in (folder / "generations").iterdir()}
    assert names == {old.folder.name, new.folder.name}


def test_a_build_killed_while_it_clears_up_leaves_no_half_generation(
    tmp_path: Path, programme: Path
) -> None:
    folder = tmp_path / "index"
    for code in ("1", "2"):
        update(folder, programme=programme, inputs=INPUTS.model_copy(update={"code": code}))
    # Dies when the first of the three has lost its first file.
    third = INPUTS.model_copy(update={"code": "3"})
    killed(partial(update, folder, programme=programme, inputs=third), "after", "os", "unlink")
    now = builder.current(folder)
    assert now is not None
    assert now.inputs == ANEW
    assert "112 salt sensors" in best(folder, SENSORS)
    for code in ("1", "3"):
        update(folder, programme=programme, inputs=INPUTS.model_copy(update={"code": code}))
        assert "112 salt sensors" in best(folder, SENSORS)


def test_sentence_vectors_belong_to_their_sentences(tmp_path: Path) -> None:
    update(tmp_path)
    with closing(state(tmp_path)) as now:
        for id_ in now.catalogue.document_ids():
            own = now.catalogue.document(id_)
            assert own is not None
            for entry in now.catalogue.passages_of(id_):
                (stored,) = now.catalogue.sentence_vectors([entry.number]).values()
                told = [own.text[s.start : s.end] for s in entry.passage.sentences]
                assert np.array_equal(stored, WordEncoder().embed_passages(told))


def test_an_index_that_is_not_there_cannot_be_erased(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError):
        builder.erase(tmp_path, making())


def test_a_damaged_database_is_named(tmp_path: Path) -> None:
    generation, _ = update(tmp_path)
    (generation.folder / "index.sqlite").write_bytes(b"no database at all, but text " * 300)
    with pytest.raises(IndexUnwritableError, match="not a database"):
        update(tmp_path)
    with pytest.raises(IndexDamagedError, match="not a database"):
        state(tmp_path)


def test_damage_is_a_change_like_any_other(tmp_path: Path) -> None:
    generation, _ = update(tmp_path)
    with closing(ChangeWatch(tmp_path)) as watch:
        damaged = generation.folder.with_name("damaged")
        shutil.copytree(generation.folder, damaged)
        (damaged / "index.sqlite").write_bytes(b"no database " * 400)
        (tmp_path / "current").write_text("damaged", "ascii")
        assert watch.has_changed()
        assert not watch.has_changed()
        (tmp_path / "current").write_text(generation.folder.name, "ascii")
        assert watch.has_changed()
        assert not watch.has_changed()


def test_taking_out_opens_no_model(tmp_path: Path) -> None:
    guide = tmp_path / "guide.md"
    guide.write_text("# Guide\n\nIt guides.", "utf-8")
    update(tmp_path / "index", add=[guide])

    def never() -> WordEncoder:
        raise AssertionError

    _, changes = builder.bring_up_to_date(
        PROGRAMME,
        tmp_path / "index",
        replace(making(), encoder=never),
        drop=[str(guide)],
        progress=quiet,
    )
    assert [*changes.removed] == [str(guide)]
