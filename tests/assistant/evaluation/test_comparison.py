from pathlib import Path

import pytest

from assistant.evaluation.comparison import compare, comparison_table, marks, read_marks
from assistant.evaluation.outcomes import Outcome
from corpus.errors import InvalidRecordError, UnreadableFileError
from tests.assistant.evaluation.conftest import outcome


def outcomes(kind: str, right: int, wrong: int, *, start: int = 0) -> list[Outcome]:
    return [
        outcome(id=f"{kind}-{start + n}", kind=kind, faults=[] if n < right else ["lacks it"])
        for n in range(right + wrong)
    ]


def test_a_few_changes_are_chance_and_many_are_a_loss() -> None:
    before = marks([*outcomes("fact", 60, 0), *outcomes("list", 10, 10)])
    one_lost = compare(before, marks([*outcomes("fact", 59, 1), *outcomes("list", 10, 10)]))
    assert one_lost.losses == []
    assert one_lost.worse == ["fact-59"]
    assert one_lost.changes["fact"].mean == round(-1 / 60, 4)
    many = compare(before, marks([*outcomes("fact", 48, 12), *outcomes("list", 11, 9)]))
    assert many.losses == ["all", "fact"]
    assert many.better == ["list-10"]
    assert many.changes["all"].mean == round((1 - 12) / 80, 4)


@pytest.mark.parametrize("asked", [12, 170, 640])
def test_four_lost_and_none_gained_is_a_loss_whatever_the_size(asked: int) -> None:
    before = marks(outcomes("fact", asked, 0))
    assert compare(before, marks(outcomes("fact", asked - 3, 3))).losses == []
    assert compare(before, marks(outcomes("fact", asked - 4, 4))).losses == ["all", "fact"]


def test_gains_may_pay_for_losses_over_all_but_not_within_a_kind() -> None:
    before = marks([*outcomes("fact", 20, 0), *outcomes("list", 0, 20)])
    after = marks([*outcomes("fact", 12, 8), *outcomes("list", 20, 0)])
    assert compare(before, after).losses == ["fact"]


def test_only_questions_asked_in_both_are_compared() -> None:
    before, after = marks(outcomes("fact", 3, 0)), marks(outcomes("fact", 0, 3, start=2))
    found = compare(before, after)
    assert (found.gone, found.worse) == (["fact-0", "fact-1"], ["fact-2"])
    assert found.new == ["fact-3", "fact-4"]
    assert "fact-2" in comparison_table(found)


def test_marks_are_read_from_a_run_or_from_a_file(tmp_path: Path) -> None:
    own = marks([*outcomes("fact", 2, 1), *outcomes("list", 1, 0)])
    (tmp_path / "marks.json").write_text(own.model_dump_json())
    assert read_marks(tmp_path) == read_marks(tmp_path / "marks.json") == own
    with pytest.raises(UnreadableFileError, match="nowhere"):
        read_marks(tmp_path / "nowhere")
    (tmp_path / "marks.json").write_text('{"marks": [{}]}')
    with pytest.raises(InvalidRecordError, match=r"marks\.0"):
        read_marks(tmp_path)
