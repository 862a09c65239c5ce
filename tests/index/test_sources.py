"""What a survey finds to have changed."""

import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from index import sources
from index.additions import Additions
from index.builder import current
from index.database import FILE, connect
from index.sources import Candidate, FileState, Survey, state_of, states, survey
from tests.small_index import PROGRAMME, state, update


@pytest.fixture
def guides(tmp_path: Path) -> Path:
    folder = tmp_path / "guides"
    (folder / "old").mkdir(parents=True)
    for name in ("a.md", "b.txt", "old/c.md"):
        (folder / name).write_text(f"# Guide {name}\n\nThis guide is called {name}.", "utf-8")
    return folder


@pytest.fixture
def index(tmp_path: Path, guides: Path) -> Path:
    folder = tmp_path / "index"
    update(folder, add=[guides])
    return folder


def found(index: Path, *, programme: Path = PROGRAMME, refetch: bool = False) -> Survey:
    with closing(state(index)) as now:
        return survey(now.database, programme, Additions.read(index), refetch=refetch)


def names(told: Survey) -> list[str]:
    return [Path(candidate.name).name for candidate in told.changed]


def test_nothing_has_changed(index: Path) -> None:
    told = found(index)
    assert told.is_empty
    assert (told.unchanged, told.told()) == (2 + 3, [])


def test_files_that_are_as_big_and_as_old_are_not_read(
    index: Path, guides: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def noting(candidate: Candidate) -> FileState:
        read.append(Path(candidate.name).name)
        return state_of(candidate)

    monkeypatch.setattr(sources, "state_of", noting)
    assert found(index).is_empty
    assert read == []
    (guides / "a.md").touch()
    found(index)
    assert read == ["a.md"]


def test_a_file_that_holds_the_same_is_only_looked_at(index: Path, guides: Path) -> None:
    os.utime(guides / "a.md", (1, 1))
    told = found(index)
    assert names(told) == []
    assert [(Path(f.name).name, f.modified) for f in told.touched] == [("a.md", 10**9)]
    update(index)
    assert found(index).is_empty


def test_a_file_that_holds_something_else_of_the_same_size_has_changed(
    index: Path, guides: Path
) -> None:
    text = (guides / "a.md").read_text("utf-8")
    (guides / "a.md").write_text(text.replace("called", "CALLED"), "utf-8")
    (guides / "new.md").write_text("# New", "utf-8")
    told = found(index)
    assert names(told) == ["a.md", "new.md"]
    assert told.told() == [
        f"2 files are new or have changed since: {guides}/a.md, {guides}/new.md."
    ]


def test_a_file_that_was_deleted_is_gone(index: Path, guides: Path) -> None:
    (guides / "b.txt").unlink()
    told = found(index)
    assert [*told.gone] == [f"{guides}/b.txt"]
    _, changes = update(index)
    assert [*changes.removed] == [f"{guides}/b.txt"]
    with closing(state(index)) as now:
        assert f"{guides}/b.txt" not in states(now.database)


@pytest.mark.parametrize("emptied", [True, False])
def test_a_folder_without_a_file_may_be_a_disk_that_is_not_there(
    index: Path, guides: Path, emptied: bool
) -> None:
    shutil.rmtree(guides)
    if emptied:
        guides.mkdir()
    told = found(index)
    assert told.is_empty
    assert [*told.missing] == [str(guides)]
    generation, changes = update(index)
    assert [*changes.missing] == [str(guides)]
    assert generation.manifest().documents == 2 + 3


def test_a_file_that_was_added_by_itself_and_deleted_is_gone(tmp_path: Path) -> None:
    alone = tmp_path / "alone.md"
    alone.write_text("# Alone\n\nIt stands alone.", "utf-8")
    update(tmp_path / "index", add=[alone])
    alone.unlink()
    told = found(tmp_path / "index")
    assert ([*told.gone], told.missing) == ([str(alone)], {})


def test_what_was_left_out_is_gone_and_stays_out(index: Path, guides: Path) -> None:
    _, changes = update(index, drop=[guides / "old", guides / "a.md"])
    assert [*changes.removed] == [f"{guides}/a.md", f"{guides}/old/c.md"]
    (guides / "old" / "d.md").write_text("# D", "utf-8")
    assert found(index).is_empty
    _, changes = update(index, add=[guides / "old"])
    assert [*changes.put] == [f"{guides}/old/c.md", f"{guides}/old/d.md"]


def test_all_of_a_folder_may_be_left_out(index: Path, guides: Path) -> None:
    _, changes = update(index, drop=[guides / "old", guides / "a.md", guides / "b.txt"])
    assert len(changes.removed) == 3
    assert not changes.missing


def test_a_file_below_two_sources_is_read_once(index: Path, guides: Path) -> None:
    _, changes = update(index, add=[guides / "a.md", guides / "old"])
    assert not changes.put
    with closing(state(index)) as now:
        assert now.manifest.documents == 2 + 3
    _, changes = update(index, drop=[guides])
    assert [*changes.removed] == [f"{guides}/b.txt"]  # the others are still of what was added


def test_only_some_places_may_be_looked_at(index: Path, guides: Path) -> None:
    for name in ("a.md", "old/c.md"):
        (guides / name).write_text("# Other", "utf-8")
    (guides / "b.txt").unlink()
    told = found(index).within([str(guides / "old")])
    assert names(told) == ["c.md"]
    assert not told.gone


def test_hidden_files_and_those_of_unknown_kinds_are_no_documents(
    index: Path, guides: Path
) -> None:
    for name in (".hidden.md", "~$lock.docx", "picture.jpeg", "program.exe"):
        (guides / name).write_bytes(b"x")
    assert found(index).is_empty


def test_an_address_is_asked_for_once_unless_wanted_again(index: Path) -> None:
    page = "https://city.example/plan.html"
    Additions.read(index).plus([page]).write(index)
    assert [f.name for f in found(index).addresses] == [page]
    with closing(state(index)) as now:
        known = {**states(now.database)}
    assert page not in known


def test_names_that_are_not_utf8_are_told_all_the_same(index: Path, guides: Path) -> None:
    for name in (b"caf\xe8.md", b"caf\xe9.md"):
        strange = os.fsencode(guides) + b"/" + name
        with open(strange, "wb") as file:  # noqa: PTH123  (pathlib has no names in bytes)
            file.write("# Café\n\nIt is open.".encode())
    _, changes = update(index)
    assert [*changes.put] == [f"{guides}/caf\\xe8.md", f"{guides}/caf\\xe9.md"]
    assert found(index).is_empty


def test_a_link_to_nothing_is_no_file(index: Path, guides: Path) -> None:
    (guides / "link.md").symlink_to(guides / "nowhere.md")
    assert found(index).is_empty
    (guides / "a.md").unlink()
    (guides / "a.md").symlink_to(guides / "a.md")  # and one to itself neither
    assert [*found(index).gone] == [f"{guides}/a.md"]


def test_a_folder_that_was_added_twice_is_taken_out_whole(index: Path, guides: Path) -> None:
    update(index, add=[guides / "old"])
    _, changes = update(index, drop=[guides / "old"])
    assert [*changes.removed] == [f"{guides}/old/c.md"]


def test_a_part_of_what_was_left_out_may_be_added(index: Path, guides: Path) -> None:
    update(index, drop=[guides / "old"])
    _, changes = update(index, add=[guides / "old" / "c.md"])
    assert [*changes.put] == [f"{guides}/old/c.md"]


def test_a_disk_that_is_not_there_may_have_something_left_out(index: Path, guides: Path) -> None:
    update(index, drop=[guides / "old"])
    shutil.rmtree(guides)
    told = found(index)
    assert ([*told.missing], [*told.gone]) == ([str(guides)], [])


def test_the_programmes_own_documents_are_not_read_twice(index: Path) -> None:
    _, changes = update(index, add=[PROGRAMME / "documents", PROGRAMME])
    assert not changes.put
    with closing(state(index)) as now:
        assert now.manifest.documents == 2 + 3


def test_a_file_that_could_not_be_opened_is_tried_when_it_can_be(index: Path, guides: Path) -> None:
    generation = current(index)
    assert generation is not None
    with closing(connect(generation.folder / FILE)) as database:
        query = "UPDATE files SET sha256 = '' WHERE name = ?"
        database.execute(query, (f"{guides}/a.md",))
    assert names(found(index)) == ["a.md"]


def test_a_document_has_its_id_once_the_other_that_had_it_is_gone(tmp_path: Path) -> None:
    programme = tmp_path / "programme"
    shutil.copytree(PROGRAMME, programme)
    for name in ("x.md", "y.md"):
        text = f"---\nid: twin\n---\n# Twin {name}\n\nThis is {name}."
        (programme / "documents" / name).write_text(text, "utf-8")
    index = tmp_path / "index"
    _, changes = update(index, programme=programme)
    assert list(changes.failures) == ["documents/y.md"]
    assert found(index, programme=programme).is_empty
    (programme / "documents" / "x.md").unlink()
    _, changes = update(index, programme=programme)
    assert ([*changes.removed], [*changes.put]) == (["documents/x.md"], ["documents/y.md"])
    with closing(state(index)) as now:
        twin = now.catalogue.document("twin")
    assert twin is not None
    assert twin.origin == "y.md"


def test_links_out_of_a_folder_that_was_added_are_not_followed(
    index: Path, guides: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret.txt").write_text("The secret is 1234.", "utf-8")
    (guides / "out.txt").symlink_to(tmp_path / "secret.txt")
    (guides / "in.md").symlink_to(guides / "b.txt")
    _, changes = update(index)
    assert list(changes.failures) == [f"{guides}/out.txt"]
    assert "link out of the folder" in changes.failures[f"{guides}/out.txt"]
    with closing(state(index)) as now:
        texts = [document.text for document in now.catalogue.documents()]
    assert not any("1234" in text for text in texts)
    assert found(index).is_empty
    _, changes = update(index, add=[(guides / "out.txt").resolve()])
    assert [*changes.put] == [str(tmp_path / "secret.txt")]


def test_hidden_folders_are_not_looked_into(index: Path, guides: Path) -> None:
    (guides / ".git" / "logs").mkdir(parents=True)
    (guides / ".git" / "logs" / "a.txt").write_text("Nobody's to read.", "utf-8")
    assert found(index).is_empty
