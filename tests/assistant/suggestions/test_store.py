import subprocess
import sys
from pathlib import Path

import pytest

from assistant.assembly import (
    build_suggestions,
    index_folder,
    open_assistant,
    open_suggestions,
    open_trials,
)
from assistant.errors import SuggestionsMissingError
from assistant.settings import Settings
from assistant.suggestions import store
from index import builder
from tests.assistant.suggestions.conftest import answer, suggestion, tried
from tests.ui.conftest import ROOT

ROWS = tried([(suggestion("Who pays?"), (1.0, 0.0)), (suggestion("¿Quién?"), (0.0, 1.0))])
ANSWERS = [answer(kept.question) for kept in ROWS.trials.kept]

KILLED = """
import os, sys
from pathlib import Path
from assistant.assembly import build_suggestions
from assistant.settings import Settings
place, programme, data, cache = sys.argv[1:]

def die(*_):
    os._exit(9)

if place == "renaming":
    Path.rename = die
settings = Settings(programme=Path(programme), data_dir=Path(data), cache_dir=Path(cache))
build_suggestions(settings, progress=die if place == "trying" else lambda *_: None)
"""


def test_what_is_written_is_read(tmp_path: Path) -> None:
    store.write(tmp_path, "one", ROWS, ANSWERS)
    found = store.read(tmp_path, "one")
    assert found is not None
    assert found.tried.trials == ROWS.trials
    assert (found.tried.vectors == ROWS.vectors).all()
    assert found.answers.find("Who pays?") == ANSWERS[0]
    assert store.read(tmp_path, "another") is None


def test_a_new_set_replaces_all_others(tmp_path: Path) -> None:
    for key in ("one", "two", "two"):
        store.write(tmp_path, key, ROWS, ANSWERS)
    assert [path.name for path in (tmp_path / "suggestions").iterdir()] == ["two"]


@pytest.mark.parametrize("name", ["suggestions.json", "vectors.npy", "answers.sqlite"])
def test_a_damaged_set_is_as_good_as_none(tmp_path: Path, name: str) -> None:
    store.write(tmp_path, "one", ROWS, ANSWERS)
    part = tmp_path / "suggestions" / "one" / name
    whole = part.read_bytes()
    for broken in (b"", whole[: len(whole) // 2]):
        part.write_bytes(broken)
        assert store.read(tmp_path, "one") is None
    part.unlink()
    assert store.read(tmp_path, "one") is None
    store.write(tmp_path, "one", ROWS, ANSWERS)
    assert store.read(tmp_path, "one") is not None


def test_other_settings_want_trials_of_their_own() -> None:
    assert store.trial_key('{"passages": 12}') != store.trial_key('{"passages": 13}')


@pytest.mark.model
@pytest.mark.parametrize("place", ["trying", "renaming"])
def test_killed_at_any_point_the_index_answers(harbour_settings: Settings, place: str) -> None:
    generation = builder.current(index_folder(harbour_settings))
    assert generation is not None
    fresh = harbour_settings.model_copy(update={"passages": {"trying": 11, "renaming": 13}[place]})
    settings = [fresh.programme, fresh.data_dir, fresh.cache_dir]
    done = subprocess.run(
        [sys.executable, "-c", KILLED, place, *map(str, settings)],
        env={"PYTHONPATH": str(ROOT), "ASSISTANT_PASSAGES": str(fresh.passages)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 9, done.stderr
    assert open_assistant(fresh).ask("When did the Port Union start Harbour Watch?").text
    assert not open_suggestions(fresh).all
    with pytest.raises(SuggestionsMissingError, match="assistant index build"):
        open_trials(fresh)
    build_suggestions(fresh, progress=lambda *_: None)
    assert open_suggestions(fresh).all
    assert len(list((generation.folder / "suggestions").iterdir())) == 1
