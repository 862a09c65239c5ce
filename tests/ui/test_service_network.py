"""The service reaches nothing beyond this machine, whatever is asked of it."""

from pathlib import Path

import httpx
import pytest

from assistant.settings import Settings
from assistant.suggestions.store import Trials
from tests.ui.conftest import child_environment, served

pytestmark = pytest.mark.model

# Run by the interpreter before anything else: it writes down whom the process turns to.
WATCH = """
import sys

def watch(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo"):
        with open({file!r}, "a") as told:
            told.write(f"{{event}} {{arguments}}\\n")

sys.addaudithook(watch)
with open({file!r}, "a") as told:
    told.write("watching\\n")
"""
PATHS = ("/", "/chat/", "/questions", "/documents", "/calculator?met=33", "/example", "/api/docs")


def test_serving_turns_to_nobody(
    shipped_settings: Settings, shipped_trials: Trials, tmp_path: Path
) -> None:
    told = tmp_path / "told.txt"
    told.touch()
    (tmp_path / "sitecustomize.py").write_text(WATCH.format(file=str(told)), encoding="utf-8")
    environment = child_environment(shipped_settings, tmp_path)
    environment["PYTHONPATH"] = f"{tmp_path}:{environment['PYTHONPATH']}"
    environment["ASSISTANT_SERVICE__DATABASE"] = f"sqlite:///{tmp_path}/answers.sqlite"

    with served(environment, tmp_path) as address:
        for path in PATHS:
            assert httpx.get(address + path, timeout=60).status_code == 200
        question = {"question": "What did the eviction help in Boulder change?"}
        assert httpx.post(f"{address}/api/ask", json=question, timeout=60).status_code == 200
        article = {"article": "Recife uses data on violence. It opened peace centres."}
        assert httpx.post(f"{address}/api/suggestions", json=article, timeout=60).status_code == 200

    reached = told.read_text(encoding="utf-8").splitlines()
    assert "watching" in reached
    own = ("watching", "127.0.0.1", "localhost")
    assert [line for line in reached if not any(name in line for name in own)] == []
