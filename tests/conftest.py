"""What every test stands on: a clean environment, no network but loopback, small real parts."""

import asyncio
import os
from collections.abc import Callable, Coroutine, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pytest
from filelock import FileLock
from numpy.typing import NDArray
from pytest_socket import enable_socket, socket_allow_hosts

from assistant.assembly import build_suggestions, open_assistant
from assistant.pipeline import Assistant
from assistant.settings import Settings
from assistant.suggestions.store import Trials
from assistant.upkeep import build_index
from index.lexicon import terms

Given = TypeVar("Given")


@pytest.fixture(scope="session", autouse=True)
def _clean_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No setting of the developer's machine reaches a test or a fixture."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("ASSISTANT_")]:
            patch.delenv(name)
        patch.chdir(tmp_path_factory.mktemp("nowhere"))
        yield


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A test works in a folder of its own."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture(autouse=True)
def _loopback_only() -> Iterator[None]:
    """A connection to anywhere else fails the test; child processes are watched by their own."""
    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)
    yield
    enable_socket()


def awaited(use: Callable[[], Coroutine[Any, Any, Given]]) -> Given:
    """What comes of a coroutine, run in a thread: a browser's tests keep a loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, use()).result()


class WordEncoder:
    """An honest small encoder: a text's vector counts its words, hashed into 64 places."""

    dimensions = 64

    def embed_query(self, text: str) -> NDArray[np.float32]:
        vector = np.full(self.dimensions, 1e-3, dtype=np.float32)
        for word in terms(text, "en"):
            vector[sum(word.encode()) % self.dimensions] += 1
        return vector / np.linalg.norm(vector)

    def read_query(self, text: str) -> NDArray[np.float32]:
        return np.stack([self.embed_query(text)] * 2)

    def begin_query(self, text: str) -> Callable[[], NDArray[np.float32]]:
        return partial(self.read_query, text)

    def embed_passages(
        self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        if progress:
            progress(len(texts))
        return np.stack([self.embed_query(text) for text in texts])


@pytest.fixture
def encoder() -> WordEncoder:
    return WordEncoder()


@pytest.fixture(scope="session")
def shipped_settings(pytestconfig: pytest.Config) -> Settings:
    """Settings with the default model prepared and the shipped programme indexed.

    Kept between runs: both are checked, and made anew where what they are made from has changed. Of
    several processes of tests one does so, and the others wait for it.
    """
    home = pytestconfig.cache.mkdir("shipped")
    settings = Settings(data_dir=home / "data", cache_dir=home / "cache")
    with FileLock(home / "made.lock"):
        build_index(settings, progress=lambda *_: None)
        build_suggestions(settings, progress=lambda *_: None)
    return settings


@pytest.fixture(scope="session")
def shipped_trials(shipped_settings: Settings) -> Trials:
    """What came of trying the shipped programme's questions, which is kept like its index."""
    return build_suggestions(shipped_settings, progress=lambda *_: None)[0]


@pytest.fixture(scope="session")
def shipped(shipped_settings: Settings, shipped_trials: Trials) -> Assistant:
    """The assistant as a user gets it, once the questions it suggests were tried."""
    return open_assistant(shipped_settings)
