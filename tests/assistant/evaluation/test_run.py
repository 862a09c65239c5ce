import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.evaluation.cases import read_sets
from assistant.evaluation.comparison import read_marks
from assistant.evaluation.gate import failings
from assistant.evaluation.report import page
from assistant.evaluation.run import Plan, run
from assistant.settings import Settings
from corpus.errors import UnwritableFileError
from index.errors import IndexMissingError, ModelUnavailableError

pytestmark = pytest.mark.model

QUESTIONS = """
- id: r
  kind: fact
  q: "What did the eviction help in Boulder change?"
  all: [["96 %"]]
  src: [city-boulder]
- {id: w, kind: fact, q: "What did <b>the eviction help</b> in Boulder change?", all: [["1,234"]]}
- {id: t, kind: tier, q: "we pass 33", all: [["gold"]], tool: tier}
- {id: i, kind: tier, q: "?!", status: invalid}
- {id: u, kind: unanswerable, q: "who won the match last night?", status: refused}
- {id: f, kind: followup, h: ["hola"], q: "How many criteria for gold?", all: [["30"]], tool: tier}
"""


@pytest.fixture(scope="module")
def questions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("questions") / "small.yaml"
    path.write_text(QUESTIONS)
    return path


@pytest.fixture(scope="module")
def run_folder(
    questions: Path, shipped_settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    out = tmp_path_factory.mktemp("run")
    run(Plan(read_sets([questions])), settings=shipped_settings, out=out, progress=quiet)
    return out


def quiet(stage: str, done: int, total: int) -> None:
    assert stage
    assert 0 <= done <= total


def without_times(path: Path) -> str:
    text = path.read_text()
    return re.sub(r"<!-- times -->.*<!-- end of times -->", "", text, flags=re.DOTALL)


def test_the_same_run_leaves_the_same_bytes_but_for_times(
    run_folder: Path, questions: Path, shipped_settings: Settings, tmp_path: Path
) -> None:
    out = tmp_path / "again"
    run(Plan(read_sets([questions])), settings=shipped_settings, out=out, progress=quiet)
    names = {path.name for path in run_folder.iterdir()}
    assert names == {path.name for path in out.iterdir()} >= {"report.html", "cases.jsonl"}
    for name in names - {"times.json"}:
        assert without_times(out / name) == without_times(run_folder / name), name
    assert "ms" not in without_times(out / "report.html").split("<main>")[1].split("<h2")[0]


def test_each_case_is_kept_with_what_it_was_judged_by(run_folder: Path) -> None:
    lines = [json.loads(line) for line in (run_folder / "cases.jsonl").read_text().splitlines()]
    cases = {case["id"]: case for case in lines}
    assert [id_ for id_, case in cases.items() if not case["right"]] == ["w"]
    assert cases["w"]["faults"] == ["lacks '1,234'"]
    assert cases["r"]["citations"][0]["document"] == "city-boulder"
    assert cases["r"]["retrieval"]["RR"] == 1
    assert cases["t"]["retrieval"] is None
    assert cases["f"]["history"][0] == {"role": "user", "content": "hola"}
    assert cases["f"]["stands_alone"] is True
    assert cases["r"]["stands_alone"] is None
    times = json.loads((run_folder / "times.json").read_text())
    assert times["cases"].keys() == cases.keys()


def test_the_figures_add_up(run_folder: Path) -> None:
    summary = json.loads((run_folder / "summary.json").read_text())["small"]
    assert summary["right"]["mean"] == round(5 / 6, 4)
    assert summary["kinds"]["tier"]["count"] == 2
    assert summary["refusal"] == {"precision": 1.0, "recall": 1.0, "false_refusals": 0.0}
    assert summary["grounding"]["misquoted"] == summary["grounding"]["unfounded"] == []


def test_the_report_needs_nothing_else_and_escapes_what_was_said(run_folder: Path) -> None:
    html = (run_folder / "report.html").read_text()
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//|@import|url\(""", html)
    assert "&lt;b&gt;the eviction help&lt;/b&gt;" in html
    assert "<b>" not in html
    failures = re.findall(r'<details id="case-(\w+)"', html)
    assert failures == ["w"]
    manifest = json.loads((run_folder / "manifest.json").read_text())
    assert manifest["questions"].keys() == {"small"}
    assert str(Path.home()) not in json.dumps(manifest)


def test_a_run_is_compared_with_an_earlier_one_and_gated(
    run_folder: Path, questions: Path, shipped_settings: Settings, tmp_path: Path
) -> None:
    earlier = read_marks(run_folder)
    findings = run(
        Plan(read_sets([questions]), against=earlier),
        settings=shipped_settings,
        out=tmp_path / "now",
        progress=quiet,
    )
    assert failings(findings) == []
    assert 'id="earlier"' in (tmp_path / "now" / "report.html").read_text()
    assert findings.comparison is not None
    lost = replace(findings.comparison, gone=["x"], worse=["w"])
    wrong = replace(findings.outcomes[0], misquoted=["Boise"], unfounded=["7"])
    reasons = failings(replace(findings, comparison=lost, outcomes=[wrong]))
    assert [reason.split(":")[0] for reason in reasons] == [
        "1 questions of the earlier run were not asked",
        "Quotes that are not in their document",
        "Numbers that nothing cited holds",
    ]
    assert "a quote is not in its document" in page(replace(findings, outcomes=[wrong]))


def test_a_run_that_cannot_be_made_says_why(
    questions: Path, shipped_settings: Settings, tmp_path: Path
) -> None:
    plan = Plan(read_sets([questions]))
    (tmp_path / "file").write_text("")
    with pytest.raises(UnwritableFileError):
        run(plan, settings=shipped_settings, out=tmp_path / "file", progress=quiet)
    nowhere = shipped_settings.model_copy(update={"data_dir": tmp_path / "empty"})
    with pytest.raises(IndexMissingError):
        run(plan, settings=nowhere, out=tmp_path / "out", progress=quiet)
    bare = shipped_settings.model_copy(update={"cache_dir": tmp_path / "empty"})
    with pytest.raises(ModelUnavailableError):
        run(plan, settings=bare, out=tmp_path / "out", progress=quiet)
    shutil.rmtree(tmp_path / "out")
