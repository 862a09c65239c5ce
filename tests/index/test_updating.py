"""Files are read some at a time, while those before are embedded and written."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Event

import numpy as np
import pytest
from numpy.typing import NDArray

from corpus.isolation import IsolatedReader
from corpus.reading import Reading
from index import builder, updating
from tests.conftest import WordEncoder
from tests.small_index import PROGRAMME, making, quiet, state

NAMES = [f"{n}.md" for n in range(4)]


class Patient(WordEncoder):
    """Embeds once an event has come, or not at all."""

    def __init__(self, event: Event) -> None:
        self._event = event

    def embed_passages(
        self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        assert self._event.wait(20)
        return super().embed_passages(texts, progress=progress)


class Telling(IsolatedReader):
    """Tells when it has read so many files."""

    def __init__(self, count: int, event: Event) -> None:
        super().__init__()
        self._left = count
        self._event = event

    def read(self, path: Path, *, name: str, language: str) -> Reading:
        reading = super().read(path, name=name, language=language)
        self._left -= 1
        if not self._left:
            self._event.set()
        return reading


@pytest.mark.parametrize(
    ("most", "count"),
    [
        pytest.param(updating._TOGETHER, 2 + len(NAMES), id="small ones before any is embedded"),
        pytest.param((1, 9.0), 2, id="the next while one is embedded"),
    ],
)
def test_files_are_read_ahead(
    most: tuple[int, float], count: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(updating, "_TOGETHER", most)
    folder, index, event = tmp_path / "added", tmp_path / "index", Event()
    folder.mkdir()
    for name in NAMES:
        (folder / name).write_text(f"# {name}\n\nBerth {name} has sensors.\n", "utf-8")
    own = replace(making(Patient(event)), reader=lambda: Telling(count, event))
    _, changes = builder.bring_up_to_date(PROGRAMME, index, own, add=[str(folder)], progress=quiet)
    assert [Path(name).name for name in changes.put[2:]] == NAMES  # the programme has two
    with closing(state(index)) as now:
        assert {document.title for document in now.catalogue.documents()} >= set(NAMES)
