"""Files of all formats, sound and broken, through ten kills at random moments."""

import os
import random
import shutil
import signal
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index import builder, writer
from index.retriever import Retriever
from tests.conftest import WordEncoder
from tests.corpus.make_files import BREAKERS, make_mixed
from tests.killed import CONTEXT
from tests.small_index import assert_whole, best, holdings, state, update

KILLS = 5
"""Of each of two indexes."""

MOMENT_S = 0.4
"""A run is killed within so long of its first embedding."""

Mixed = list[tuple[str, str | None]]


class Doomed(WordEncoder):
    """Takes some time, and is killed with its process a while after it is first used."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._begun = False

    def embed_passages(
        self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        if not self._begun:
            self._begun = True
            kill = partial(os.kill, os.getpid(), signal.SIGKILL)
            threading.Timer(self._seconds, kill).start()
        time.sleep(0.005 * len(texts))
        return super().embed_passages(texts, progress=progress)


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Mixed]:
    folder = tmp_path_factory.mktemp("mixed")
    return folder, make_mixed(folder, count=72, broken=len(BREAKERS))


@pytest.fixture(scope="module")
def undisturbed(mixed: tuple[Path, Mixed], tmp_path_factory: pytest.TempPathFactory) -> Path:
    index = tmp_path_factory.mktemp("undisturbed")
    update(index, add=[mixed[0]])
    return index


def answers(index: Path) -> list[list[tuple[str, float]]]:
    """What some questions find, with the scores."""
    with closing(state(index)) as now:
        retriever = Retriever(now, WordEncoder())
        found = [
            retriever.search(question, retriever.embed(question), language="en", limit=10)
            for question in ("Which city holds gold?", "How is open data published?", "Who pays?")
        ]
        return [[(one.passage.id, one.hit.score) for one in every] for every in found]


def test_every_broken_file_is_named_and_no_sound_one_is_lost(
    mixed: tuple[Path, Mixed], undisturbed: Path
) -> None:
    folder, made = mixed
    with closing(state(undisturbed)) as now:
        failures = now.manifest.failures
        told = dict(now.database.execute("SELECT name, count(*) FROM files GROUP BY name"))
        given = {name for (name,) in now.database.execute("SELECT DISTINCT file FROM documents")}
        assert_whole(now)
    for name, broken in made:
        path = f"{folder}/{name}"
        assert path in told
        named = any(failed == path or failed.startswith(f"{path}/") for failed in failures)
        assert named == (broken is not None), (name, broken)
        assert broken or path in given, name


@pytest.mark.parametrize("answering", [False, True], ids=["a new index", "one that answers"])
def test_killed_and_resumed_it_is_as_if_never_disturbed(
    answering: bool, mixed: tuple[Path, Mixed], undisturbed: Path, tmp_path: Path
) -> None:
    index, chance = tmp_path / "index", random.Random(answering)
    if answering:
        update(index)
    seen = 0
    for _ in range(KILLS):
        doomed = Doomed(chance.uniform(0, MOMENT_S))
        child = CONTEXT.Process(target=partial(update, index, add=[mixed[0]], encoder=doomed))
        child.start()
        child.join()
        assert child.exitcode == -signal.SIGKILL
        child.close()
        if answering or builder.current(index):
            with closing(state(index)) as now:
                assert_whole(now)
                assert now.manifest.documents >= seen
                seen = now.manifest.documents
    generation, _ = update(index, add=[mixed[0]])
    assert holdings(index) == holdings(undisturbed)
    assert answers(index) == answers(undisturbed)
    assert [path.name for path in (index / "generations").iterdir()] == [generation.folder.name]
    shutil.rmtree(index)


class Counted(WordEncoder):
    """Counts how often it is used, and is killed with its process instead of a certain time."""

    def __init__(self, last: int | None = None) -> None:
        self.times = 0
        self._last = last

    def embed_passages(
        self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        self.times += 1
        if self.times == self._last:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().embed_passages(texts, progress=progress)


def read_in_small_steps(index: Path, folder: Path, encoder: Counted) -> None:
    """Bring an index up to date that reads the sentences of few passages at a time."""
    writer._READ_LATER = 8
    update(index, add=[folder], encoder=encoder)


def test_killed_while_sentences_are_read_it_answers_and_goes_on(
    mixed: tuple[Path, Mixed],
    undisturbed: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(writer, "_READ_LATER", 8)
    whole = Counted()
    read_in_small_steps(tmp_path / "counted", mixed[0], whole)
    index, unread = tmp_path / "index", []
    for after in (whole.times - 3, 2):  # the second goes on after the first
        encoder = Counted(after)
        child = CONTEXT.Process(target=partial(read_in_small_steps, index, mixed[0], encoder))
        child.start()
        child.join()
        assert child.exitcode == -signal.SIGKILL
        child.close()
        with closing(state(index)) as now:
            assert_whole(now)
            unread.append(now.manifest.unread)
            assert now.manifest.documents == documents(undisturbed)
        assert best(index, "How is open data published?")
    assert unread[0] > unread[1] > 0
    update(index, add=[mixed[0]])
    assert holdings(index) == holdings(undisturbed)
    assert answers(index) == answers(undisturbed)


def documents(index: Path) -> int:
    with closing(state(index)) as now:
        return now.manifest.documents
