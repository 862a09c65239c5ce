import json
from pathlib import Path

import pytest

from assistant.suggestions.advice import Checked
from assistant.suggestions.store import Trials
from tests.ui.conftest import Run
from ui.suggesting import summary

STORY = """Boulder in Colorado won an award for its use of data. Tenants got help against evictions.
How many evictions were prevented in Boulder?Who is the tallest mayor in Europe?"""


def checked(*outcomes: str) -> list[Checked]:
    return [Checked("q", outcome) for outcome in outcomes]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("outcomes", "sentence"),
    [
        (["answered", "answered"], "All 2 of your questions are answered by these documents."),
        (
            ["answered", "not answered", "not answered"],
            "2 of your 3 questions are not answered by these documents.",
        ),
        (
            ["not answered", "partly"],
            "1 of your 2 questions is not answered by these documents. 1 is answered in part only.",
        ),
        (["answered", "partly", "partly"], "2 are answered in part only."),
    ],
)
def test_how_many_are_answered_is_said(outcomes: list[str], sentence: str) -> None:
    assert summary(checked(*outcomes)) == sentence


@pytest.mark.model
def test_an_article_gets_questions_and_its_own_are_tried(
    run: Run, shipped_trials: Trials, tmp_path: Path
) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    done = run("suggest", "story.txt", "--count", "3")
    assert (done.returncode, done.stderr) == (0, "")
    head, *questions = done.stdout.split("\n\n")[0].split("\n")
    assert head == "Questions for this article that the documents answer:"
    assert len(questions) == 3
    assert {q.removeprefix("- ") for q in questions} <= {s.question for s in shipped_trials.kept}
    assert "1 of your 2 questions is not answered by these documents." in done.stdout
    assert run("suggest", "story.txt", "--strict").returncode == 1


@pytest.mark.model
def test_json_is_one_object(run: Run, shipped_trials: Trials, tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("How many evictions were prevented in Boulder?\n")
    done = run("suggest", "-", "--questions", "own.txt", "--json", "--strict", stdin=STORY)
    advised = json.loads(done.stdout)
    assert done.returncode == 0
    assert advised["language"] == "en"
    assert len(advised["suggestions"]) == 5
    assert [checked["outcome"] for checked in advised["questions"]] == ["answered"]


@pytest.mark.model
def test_without_an_article_all_are_listed(run: Run, shipped_trials: Trials) -> None:
    rows = json.loads(run("suggest", "--language", "es", "--json").stdout)
    kept = [s.question for s in shipped_trials.kept if s.language == "es"]
    assert [row["question"] for row in rows] == kept
    assert f"- {kept[0]}" in run("suggest").stdout.split("\n")
    failed = run("suggest", "--failures").stdout
    for failure in shipped_trials.failures[:5]:
        assert f"- {failure.question} ({failure.reason})" in failed
    line = f"{len(shipped_trials.kept)} of "
    assert any(told.startswith(line) for told in run("index", "status").stdout.split("\n"))


@pytest.mark.model
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere.html"], "nowhere.html: cannot be read"),
        ([".", "--failures"], "--failures goes without an article."),
        (["."], "cannot be read"),
        (["-"], "holds no sentence"),
        (["--questions", "empty.txt"], "empty.txt: holds no question"),
    ],
)
def test_bad_input_is_one_line(
    run: Run, tmp_path: Path, arguments: list[str], message: str
) -> None:
    (tmp_path / "empty.txt").touch()
    done = run("suggest", *arguments)
    assert done.returncode != 0
    assert len(done.stderr.splitlines()) == 1
    assert message in done.stderr
    assert done.stdout == ""


@pytest.mark.model
def test_an_index_without_trials_says_how_to_make_them(run: Run) -> None:
    done = run("suggest", changes=[("ASSISTANT_PASSAGES", "7")])
    assert done.returncode != 0
    assert "assistant index build" in done.stderr
    assert (
        "No suggested questions"
        in run("index", "status", changes=[("ASSISTANT_PASSAGES", "7")]).stdout
    )
