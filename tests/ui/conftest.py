import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from assistant.settings import Settings

ROOT = Path(__file__).parents[2]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def environment(shipped_settings: Settings, tmp_path: Path) -> dict[str, str]:
    """A child's environment: an empty home, and the index that the session has built."""
    own = ("ASSISTANT_", "XDG_")
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(own)}
    return {
        **inherited,
        "HOME": str(tmp_path),
        "PYTHONPATH": str(ROOT),
        "ASSISTANT_DATA_DIR": str(shipped_settings.data_dir),
        "ASSISTANT_CACHE_DIR": str(shipped_settings.cache_dir),
    }


@pytest.fixture
def run(environment: dict[str, str], tmp_path: Path) -> Run:
    """The command as a user runs it: arguments in, output, errors and exit code out."""

    def run(
        *arguments: str | bytes, stdin: str = "", changes: Sequence[tuple[str, str]] = ()
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "ui.cli", *arguments],
            cwd=tmp_path,
            env={**environment, **dict(changes)},
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run
