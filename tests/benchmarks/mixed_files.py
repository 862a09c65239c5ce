"""A thousand files of all formats, some broken, and ten kills: `make bench-files`.

The files are added once undisturbed and once with the command killed at random moments and begun
again, with the real model. Every broken file must be named and no other, every other one must give
a document, and both indexes must hold the same.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from assistant.settings import read_settings
from index.sources import states
from tests.benchmarks.measuring import report, write
from tests.corpus.make_files import make_mixed
from tests.small_index import holdings, state

COUNT, BROKEN, KILLS = 1_000, 50, 10
SOONEST_S, LATEST_S = 4.0, 40.0
"""A run is killed within these; importing and opening the model takes some three seconds of it."""

PROGRAMME = {
    "id": "mixed",
    "name": "Mixed files",
    "description": {"en": "Files of all kinds."},
    "subject": {"en": "these files"},
}


def main() -> None:
    """Make the files, add them in both ways, and print each figure beside its limit."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    with tempfile.TemporaryDirectory(prefix="mixed-") as name:
        home = Path(name)
        made = make_mixed(home / "files", count=COUNT, broken=BROKEN, seed=11)
        documents = home / "programme" / "documents"
        documents.mkdir(parents=True)
        (documents.parent / "programme.yaml").write_text(json.dumps(PROGRAMME), "utf-8")
        calm, killed = home / "calm" / "mixed", home / "killed" / "mixed"
        write(f"undisturbed: {_added(home, calm.parent):.0f} s")
        _named(calm, home / "files", {file for file, broken in made if broken})
        start = time.perf_counter()
        _index(home, calm.parent, "update").wait()
        report("unchanged files looked at again, s", time.perf_counter() - start, 3.0)
        _killed(home, killed.parent)
        write(f"the last run after {KILLS} kills: {_added(home, killed.parent):.0f} s")
        before, after = holdings(calm), holdings(killed)
        different = [part for part in before if before[part] != after[part]]
        report("parts that differ from the undisturbed index", len(different), 0)


def _added(home: Path, data: Path) -> float:
    """Seconds that adding the files takes."""
    start = time.perf_counter()
    _index(home, data, "add", str(home / "files")).wait()
    return time.perf_counter() - start


def _killed(home: Path, data: Path) -> None:
    """Begin to add the files, and be killed, as often as is wanted."""
    chance = random.Random(3)  # the same moments each time
    for _ in range(KILLS):
        process = _index(home, data, "add", str(home / "files"))
        time.sleep(chance.uniform(SOONEST_S, LATEST_S))
        process.send_signal(signal.SIGKILL)
        process.wait()


def _index(home: Path, data: Path, *arguments: str) -> "subprocess.Popen[bytes]":
    """A command that works on an index of the files, with the model that the settings name."""
    environment = {
        **os.environ,
        "ASSISTANT_PROGRAMME": str(home / "programme"),
        "ASSISTANT_DATA_DIR": str(data),
        "ASSISTANT_CACHE_DIR": str(read_settings().cache_dir),
    }
    command = [sys.executable, "-m", "ui.cli", "index", *arguments]
    return subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)


def _named(index: Path, files: Path, broken: set[str]) -> None:
    """Hold the files that failed against those that are broken."""
    with closing(state(index)) as now:
        read = {
            Path(name).relative_to(files).as_posix(): s for name, s in states(now.database).items()
        }
        rows = now.database.execute("SELECT DISTINCT file FROM documents")
        whole = {Path(name).relative_to(files).as_posix() for (name,) in rows}
        write(f"{now.manifest.documents} documents, {now.manifest.passages} passages")
    failed = {name for name, file in read.items() if file.failures}
    report("broken files that are not named, and others that are", len(failed ^ broken), 0)
    report("sound files without a document", len(read.keys() - broken - whole), 0)


if __name__ == "__main__":
    main()
