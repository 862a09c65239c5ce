from pathlib import Path

import pytest

from assistant.doctor import Finding, examine
from assistant.settings import Settings
from assistant.suggestions.store import Trials
from tests.model_server import ModelServer, Status

pytestmark = pytest.mark.model


def found(settings: Settings) -> dict[str, Finding]:
    return {finding.part: finding for finding in examine(settings)}


def test_an_installation_that_works_is_found_fine(
    shipped_settings: Settings, shipped_trials: Trials
) -> None:
    every = found(shipped_settings)

    assert {finding.state for finding in every.values()} == {"fine"}
    assert every["programme"].values["documents"] == every["index"].values["documents"] > 100
    assert every["suggestions"].values["kept"] == len(shipped_trials.kept)
    assert every["language model"].values == {"model": None}


def test_what_is_missing_comes_with_what_to_do(shipped_settings: Settings, tmp_path: Path) -> None:
    bare = shipped_settings.model_copy(update={"data_dir": tmp_path, "cache_dir": tmp_path})
    every = found(bare)

    for part in ("embedding", "index", "suggestions"):
        assert every[part].state == "faulty"
        assert "assistant index build" in every[part].remedy
    assert every["programme"].state == "fine"


def test_a_programme_that_cannot_be_read_hides_no_other_part(
    shipped_settings: Settings, tmp_path: Path
) -> None:
    every = found(shipped_settings.model_copy(update={"programme": tmp_path}))

    assert every["programme"].state == "faulty"
    assert every["embedding"].state == every["language model"].state == "fine"
    assert "index" not in every


def test_another_embedding_model_than_the_indexs_is_a_fault(shipped_settings: Settings) -> None:
    every = found(shipped_settings.model_copy(update={"model": "all-MiniLM-L6-v2"}))

    assert every["index"].state == "faulty"
    assert "multilingual-e5-small" in every["index"].told


def test_a_language_model_is_tried(shipped_settings: Settings) -> None:
    with ModelServer(lambda _: ["one ", 0.1, "two three"]) as model:
        working = found(shipped_settings.model_copy(update={"llm": model.setting}))
        model.reply = lambda _: [Status(401)]
        refused = found(shipped_settings.model_copy(update={"llm": model.setting}))

    assert working["language model"].state == "note"  # it calls no tools
    assert "tokens a second" in working["language model"].told
    assert refused["language model"].state == "faulty"
    assert "name in ASSISTANT_LLM, or its key" in refused["language model"].remedy
