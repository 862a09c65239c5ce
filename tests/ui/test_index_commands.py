"""The commands that look after an index, as a user runs them."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from assistant.settings import Settings
from tests.small_index import PROGRAMME
from tests.ui.conftest import Run

pytestmark = pytest.mark.model

GUIDE = """\
# Tide gates of Quilmes Bay

## Gates

Quilmes Bay opened 14 tide gates in 2023. The gates of Quilmes Bay are closed in storms.
"""
QUESTION = "How many tide gates did Quilmes Bay open?"

Index = Callable[..., CompletedProcess[str]]


@pytest.fixture
def guides(tmp_path: Path) -> Path:
    folder = tmp_path / "guides"
    folder.mkdir()
    (folder / "gates.md").write_text(GUIDE, "utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nand no more of it")
    return folder


@pytest.fixture
def index(run: Run, shipped_settings: Settings, tmp_path: Path) -> Index:
    """`assistant index …` on the index of a small programme, with the model that is prepared."""
    programme = tmp_path / "programme"
    shutil.copytree(PROGRAMME, programme)
    changes = [
        ("ASSISTANT_PROGRAMME", str(programme)),
        ("ASSISTANT_DATA_DIR", str(tmp_path / "data")),
        ("ASSISTANT_CACHE_DIR", str(shipped_settings.cache_dir)),
    ]

    def index(*arguments: str, command: str = "index") -> CompletedProcess[str]:
        return run(command, *arguments, changes=changes)

    return index


def status(index: Index) -> dict[str, Any]:
    done = index("status", "--json")
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_files_are_added_changed_taken_out_and_erased(
    index: Index, guides: Path, tmp_path: Path
) -> None:
    added = index("add", str(guides))
    assert added.returncode == 0
    assert "4 files read, 0 taken out, 0 unchanged; 1 could not be read." in added.stderr
    assert f"Left out: {guides}/broken.pdf: " in added.stderr
    told = status(index)
    assert told["sources"] == [str(guides)]
    assert (told["documents"], told["files"], told["stale"]) == (3, 4, [])
    assert [*told["failures"]] == [f"{guides}/broken.pdf"]
    assert told["space_bytes"] > 10_000
    assert "14" in index(QUESTION, command="ask").stdout

    (guides / "gates.md").write_text(GUIDE.replace("14", "29"), "utf-8")
    assert status(index)["stale"] == [f"1 files are new or have changed since: {guides}/gates.md."]
    updated = index("update")
    assert "1 files read, 0 taken out, 3 unchanged." in updated.stderr
    assert "29" in index(QUESTION, command="ask").stdout
    assert "0 files read, 0 taken out, 4 unchanged." in index("update").stderr

    taken = index("remove", str(guides / "gates.md"), "--erase")
    assert taken.returncode == 0
    assert "0 files read, 1 taken out, 3 unchanged." in taken.stderr
    assert "Erased." in taken.stderr
    assert "tide gates" not in index(QUESTION, command="ask").stdout
    kept = b"".join(p.read_bytes() for p in (tmp_path / "data").rglob("*") if p.is_file())
    assert b"Quilmes" not in kept
    assert b"quilm" not in kept
    assert (guides / "gates.md").exists()
    assert status(index)["documents"] == 2


def test_status_tells_people_what_there_is(index: Index, guides: Path) -> None:
    index("add", str(guides))
    done = index("status")
    assert done.returncode == 0
    assert done.stdout.startswith("3 documents, ")
    assert f"Added: {guides}" in done.stdout
    assert f"Left out: {guides}/broken.pdf: " in done.stdout
    assert "MB on disk" in done.stdout
    assert done.stdout.endswith("It is up to date.\n")


def test_what_cannot_be_done_is_said_in_one_line(index: Index, guides: Path) -> None:
    for arguments, said in (
        (("add", str(guides / "nowhere")), "There is no file or folder"),
        (("add", str(guides / "broken.pdf")), "Nothing of it could be read."),
        (("remove", "/never/added"), "was not added to this index"),
    ):
        done = index(*arguments)
        assert done.returncode == 1
        assert said in done.stderr.splitlines()[-1]
        assert "Traceback" not in done.stderr


def test_status_without_an_index_says_what_to_do(index: Index) -> None:
    done = index("status")
    assert done.returncode == 1
    assert "assistant index build" in done.stderr


@pytest.mark.parametrize("name", ["~$lock", b"caf\xe9.md"])
def test_odd_names_get_a_plain_error(index: Index, tmp_path: Path, name: str | bytes) -> None:
    if isinstance(name, bytes):
        path = os.fsdecode(os.fsencode(tmp_path) + b"/" + name)
        Path(path).write_text(GUIDE, "utf-8")
        done, reason = index("add", path), "has a name that is not UTF-8"
    else:
        done, reason = index("add", name), f"There is no file or folder {name}."
    assert done.returncode != 0
    assert reason in done.stderr
    assert "Traceback" not in done.stderr
