import subprocess
import sys
from collections.abc import Mapping
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
from assistant.suggestions.store import TrialKey
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


ONE, OTHER = TrialKey("code", "one"), TrialKey("code", "other")
"""Two states of one index."""


def write(folder: Path, key: TrialKey, *, digests: Mapping[str, str] | None = None) -> None:
    store.write(folder, key, ROWS, ANSWERS, digests=digests or {})


def test_what_is_written_is_read(tmp_path: Path) -> None:
    write(tmp_path, ONE)
    found = store.read(tmp_path, ONE)
    assert found is not None
    assert found.answers is not None
    assert found.tried.trials == ROWS.trials
    assert (found.tried.vectors == ROWS.vectors).all()
    assert found.answers.find("Who pays?") == ANSWERS[0]
    assert store.read(tmp_path, OTHER) is None


def test_a_new_set_replaces_all_others(tmp_path: Path) -> None:
    for key in (ONE, OTHER, OTHER):
        write(tmp_path, key)
    assert [path.name for path in (tmp_path / "suggestions").iterdir()] == [str(OTHER)]


@pytest.mark.parametrize("name", ["suggestions.json", "vectors.npy", "answers.sqlite"])
def test_a_damaged_set_is_as_good_as_none(tmp_path: Path, name: str) -> None:
    write(tmp_path, ONE)
    part = tmp_path / "suggestions" / str(ONE) / name
    whole = part.read_bytes()
    for broken in (b"", whole[: len(whole) // 2]):
        part.write_bytes(broken)
        assert store.read(tmp_path, ONE) is None
    part.unlink()
    assert store.read(tmp_path, ONE) is None
    write(tmp_path, ONE)
    assert store.read(tmp_path, ONE) is not None


def test_what_still_holds_of_an_earlier_state_is_suggested(tmp_path: Path) -> None:
    rows = tried(
        [
            (suggestion("Who pays?", documents=("money",)), (1.0, 0.0)),
            (suggestion("Who reads?", documents=("money", "books")), (0.0, 1.0)),
            (suggestion("Who writes?", documents=("gone",)), (1.0, 1.0)),
        ]
    )
    before = {"money": "1", "books": "1", "gone": "1", "uncited": "1"}
    answers = [answer(kept.question) for kept in rows.trials.kept]
    store.write(tmp_path, ONE, rows, answers, digests=before)
    now = {"money": "1", "books": "2", "new": "1"}
    found = store.read_earlier(tmp_path, OTHER, now)
    assert found is not None
    assert found.answers is None
    still = [n for n, kept in enumerate(rows.trials.kept) if {*kept.documents} <= {"money"}]
    assert next(kept.question for kept in found.tried.trials.kept) == "Who pays?"
    assert found.tried.trials.kept == tuple(rows.trials.kept[n] for n in still)
    assert (found.tried.vectors == rows.vectors[still]).all()
    assert store.read_earlier(tmp_path, TrialKey("other code", "one"), before) is None


def test_other_settings_want_trials_of_their_own() -> None:
    one, other = (store.trial_key(told, "i") for told in ('{"passages": 12}', '{"passages": 13}'))
    assert one.code != other.code
    assert store.trial_key('{"passages": 12}', "i") == one


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
