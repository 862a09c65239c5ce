import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from assistant.settings import Settings
from corpus.chunker import ChunkerSettings
from corpus.programme import SHIPPED
from index.cluster import Cluster, RaySettings
from index.errors import ClusterError
from index.models import prepared

ROOT = Path(__file__).parents[2]
COUNT = 6
HELD = (
    "SELECT p.id, p.language, p.body, v.passage, v.sentences"
    " FROM passages p JOIN vectors v USING (number) ORDER BY p.id"
)


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    """A programme with some of the shipped documents."""
    home = tmp_path / "programme"
    (home / "documents").mkdir(parents=True)
    shutil.copy(SHIPPED / "programme.yaml", home)
    for path in sorted((SHIPPED / "documents" / "cities").glob("*.md"))[:COUNT]:
        shutil.copy(path, home / "documents")
    return home


def update(programme: Path, settings: Settings, data: Path, changes: Mapping[str, str]) -> str:
    """What `assistant index update` tells; a process of its own, for Ray takes many for itself."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("ASSISTANT_")}
    environment = {
        **inherited,
        "PYTHONPATH": str(ROOT),
        "ASSISTANT_PROGRAMME": str(programme),
        "ASSISTANT_DATA_DIR": str(data),
        "ASSISTANT_CACHE_DIR": str(settings.cache_dir),
        **changes,
    }
    command = [sys.executable, "-m", "ui.cli", "index", "update"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    return done.stderr


def held(data: Path) -> list[tuple[object, ...]]:
    (path,) = data.glob("*/generations/*/index.sqlite")
    with closing(sqlite3.connect(path)) as database:
        return database.execute(HELD).fetchall()


@pytest.mark.ray
def test_two_workers_of_a_cluster_make_the_same_index_to_the_byte(
    programme: Path, shipped_settings: Settings, tmp_path: Path
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    update(programme, shipped_settings, here, {})
    told = update(programme, shipped_settings, there, {"ASSISTANT_RAY__ADDRESS": "local:2"})
    assert f"{COUNT} files read" in told
    assert held(there) == held(here)
    assert len(held(there)) >= COUNT
    again = update(programme, shipped_settings, there, {"ASSISTANT_RAY__ADDRESS": "local:2"})
    assert f"0 files read, 0 taken out, {COUNT} unchanged" in again


@pytest.mark.ray
def test_a_cluster_that_is_not_there_is_named(shipped_settings: Settings) -> None:
    model = prepared(shipped_settings.model, shipped_settings.cache_dir)
    assert model
    nowhere = RaySettings(address="auto")
    with (
        pytest.raises(ClusterError, match="'auto' cannot be used"),
        Cluster(nowhere, model=model, chunker=ChunkerSettings()),
    ):
        pass


@pytest.mark.parametrize("address", ["local:0", "two machines", "http://head:10001"])
def test_an_address_that_names_no_cluster_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="address"):
        RaySettings(address=address)


def test_ray_is_asked_for_by_name_where_it_is_not_installed(
    shipped_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    model = prepared(shipped_settings.model, shipped_settings.cache_dir)
    assert model
    with (
        pytest.raises(ClusterError, match=r"pip install 'programme-assistant\[ray\]'"),
        Cluster(RaySettings(address="local:2"), model=model, chunker=ChunkerSettings()),
    ):
        pass
