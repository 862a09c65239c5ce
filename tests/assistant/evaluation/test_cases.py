from pathlib import Path

import pytest

from assistant.evaluation.cases import read_cases, read_sets
from corpus.errors import InvalidRecordError, UnreadableFileError
from corpus.programme import SHIPPED


def test_the_shipped_questions_can_be_read_together() -> None:
    sets = read_sets(sorted((SHIPPED / "questions").glob("*.yaml")))
    assert "development" in {own.name for own in sets}
    assert all(len(own.cases) >= 150 for own in sets)


@pytest.mark.parametrize(
    ("content", "error", "message"),
    [
        ("- {id: a, kind: fact}", InvalidRecordError, r"0\.q"),
        ("- [", InvalidRecordError, "not valid YAML"),
        ("[]", InvalidRecordError, "holds no cases"),
        ("- {id: a, kind: fact, q: x}\n- {id: a, kind: fact, q: y}", InvalidRecordError, "twice"),
    ],
)
def test_a_bad_question_set_is_named(
    tmp_path: Path, content: str, error: type[Exception], message: str
) -> None:
    path = tmp_path / "questions.yaml"
    path.write_text(content)
    with pytest.raises(error, match=message):
        read_cases(path)
    with pytest.raises(UnreadableFileError):
        read_cases(tmp_path / "nowhere.yaml")


def test_sets_that_would_be_mixed_up_are_refused(tmp_path: Path) -> None:
    for name in ("one.yaml", "two.yaml", "other/one.yaml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"- {{id: {'a' if name != 'other/one.yaml' else 'b'}, kind: fact, q: x}}")
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    with pytest.raises(InvalidRecordError, match=r"the id 'a' stands in .*one\.yaml too"):
        read_sets([one, two])
    with pytest.raises(InvalidRecordError, match="called 'one' too"):
        read_sets([one, tmp_path / "other" / "one.yaml"])
