from pathlib import Path

import pytest

from assistant.settings import Settings
from tests.benchmarks.soak import PROCESSES, soak


@pytest.mark.slow
@pytest.mark.model
def test_four_processes_answer_from_what_a_writer_changes(
    shipped_settings: Settings, tmp_path: Path
) -> None:
    outcome = soak(20, shipped_settings, tmp_path)
    assert outcome.is_sound, [*outcome.errors, *outcome.stale, *outcome.lost][:5]
    assert len(outcome.changes_s) > 3
    assert len(outcome.taken_s) > PROCESSES * outcome.berths
