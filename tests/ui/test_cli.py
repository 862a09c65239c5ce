import json
import re
import resource
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from assistant.suggestions.store import Trials
from tests.benchmarks.measuring import peak_mb
from tests.ui.conftest import Run

pytestmark = pytest.mark.model

BOULDER = "What did the eviction help in Boulder change?"


def without_times(line: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(line)
    assert answer.pop("timings_ms")
    return answer


def test_an_answer_is_readable_with_its_sources(run: Run) -> None:
    done = run("ask", "what criteria determine platinum")
    assert done.returncode == 0
    assert done.stderr == ""
    text, *rest = done.stdout.split("\n\n[1] ")
    assert "37 criteria" in text
    assert "85 %" in text
    assert "**" not in done.stdout
    assert '"Platinum, the highest level' in rest[0]


def test_two_processes_answer_with_the_same_bytes(run: Run) -> None:
    runs = [
        [run("ask", BOULDER, changes=[("PYTHONHASHSEED", seed)]).stdout for seed in ("1", "2")],
        [run("ask", "we pass 33", changes=[("PYTHONHASHSEED", seed)]).stdout for seed in "12"],
    ]
    for one, other in runs:
        assert one == other
        assert one


def test_json_is_one_object_the_same_but_for_times(run: Run) -> None:
    one, other = (without_times(run("ask", BOULDER, "--json").stdout) for _ in range(2))
    assert one == other
    assert list(one) == [
        "id",
        "question",
        "standalone_question",
        "language",
        "status",
        "text",
        "sentences",
        "citations",
        "tools",
        "missing",
        "followups",
        "engine",
        "index",
    ]


def test_the_trace_shows_stages_passages_and_sentences(run: Run) -> None:
    done = run("ask", BOULDER, "--trace")
    assert "route: documents" in done.stderr
    for stage in ("embed", "retrieve", "judge", "compose", "verify", "total"):
        assert re.search(rf"{stage} +\d+\.\d+ ms", done.stderr)
    assert "passage" in done.stderr
    assert "sentence" in done.stderr


def test_a_batch_is_answered_in_order_with_its_ids(run: Run, tmp_path: Path) -> None:
    questions = [
        {"id": "b", "question": BOULDER},
        {"id": 7, "question": ""},
        {
            "id": "a",
            "question": "¿Cuántos criterios para oro?",
            "history": [
                {"role": "user", "content": "hola"},
                {"role": "assistant", "content": "¡Hola!"},
            ],
        },
    ]
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(map(json.dumps, questions)) + "\n", encoding="utf-8")
    done = run("ask", "--batch", str(path))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(a["id"], a["status"]) for a in answers] == [
        ("b", "answered"),
        ("7", "invalid"),
        ("a", "answered"),
    ]
    assert done.returncode != 0
    assert done.stderr == "Error: 1 of 3 questions could not be taken: 7.\n"


def test_the_terminal_chat_answers_until_an_empty_line(run: Run) -> None:
    done = run("chat", stdin=f"{BOULDER}\n?!\nwe pass 33\n\n")
    assert done.returncode == 0
    assert "96 %" in done.stdout
    assert "The question is empty." in done.stdout
    assert "Gold." in done.stdout


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["30"], "Gold"),
        (["30/43"], "69.8 %"),
        (["70%"], "Gold"),
        (["31", "--standard", "v2018"], "45"),
        (["0"], "0"),
    ],
)
def test_the_calculator_works_as_a_command(run: Run, arguments: list[str], expected: str) -> None:
    done = run("tier", *arguments)
    assert done.returncode == 0
    assert expected in done.stdout


def test_a_cited_document_can_be_read_whole(run: Run) -> None:
    done = run("document", "standard-current")
    assert done.returncode == 0
    assert done.stdout.startswith("# The current standard")
    assert "Sources:" in done.stdout


def test_the_index_tells_its_state_and_the_corpus_is_sound(run: Run) -> None:
    assert "It is up to date." in run("index", "status").stdout
    assert json.loads(run("index", "status", "--json").stdout)["stale"] == []
    verified = run("index", "verify")
    assert verified.returncode == 0
    assert "115 documents" in verified.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["ask", ""], "The question is empty"),
        (["ask", "x" * 10_000], "10,000 characters"),
        (["ask", b"gold \xff\xfe\x00"[:7]], "not text"),
        (["ask"], "Give either a question or --batch FILE."),
        (["ask", "--batch", "nowhere.jsonl"], "cannot be read"),
        (["ask", "--batch", "bad.jsonl"], "line 2 is not JSON"),
        (["ask", "--batch", "form.jsonl"], "line 1, question"),
        (["ask", "--batch", "bytes.jsonl"], "is not UTF-8 text"),
        (["document", "city-bolder"], "Did you mean city-boulder"),
        (["tier", "many"], "not a number of criteria"),
        (["tier", "44"], "43"),
        (["tier", "30", "--standard", "v1999"], "v1999"),
        (["eval", "--questions", "nowhere.yaml", "--out", "out"], "cannot be read"),
        (["eval", "--outside", "nowhere", "--out", "out"], "cannot be read"),
        (["eval", "--out", "out"], "Give --questions FILE, --outside DIR or --red-team"),
        (["eval", "--questions", "bad.jsonl", "--out", "out", "--gate"], "--against"),
    ],
)
def test_bad_input_gets_one_clear_line(
    run: Run, tmp_path: Path, arguments: list[str | bytes], message: str
) -> None:
    (tmp_path / "bad.jsonl").write_text('{"id": 1, "question": "hi"}\n{"id": 2\n', "utf-8")
    (tmp_path / "form.jsonl").write_text('{"id": 1}\n', "utf-8")
    (tmp_path / "bytes.jsonl").write_bytes(b"\xff\xfe")
    before = sorted(tmp_path.iterdir())
    done = run(*arguments)
    assert done.returncode != 0
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("Error: ")
    assert message in done.stderr
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"ASSISTANT_DATA_DIR": "empty"}, "There is no index in empty/what-works-cities"),
        ({"ASSISTANT_MODEL": "all-MiniLM-L6-v2"}, "all-MiniLM-L6-v2"),
        ({"ASSISTANT_CACHE_DIR": "empty"}, "not prepared here"),
        ({"ASSISTANT_PROGRAMME": "nowhere"}, "programme.yaml: cannot be read"),
        ({"ASSISTANT_PASSAGES": "many"}, "ASSISTANT_PASSAGES"),
        ({"ASSISTANT_CHUNKER__MAX_CHARS": "7"}, "chunker.max_chars"),
    ],
)
def test_a_bad_setting_or_index_gets_one_clear_line(
    run: Run, changes: dict[str, str], message: str
) -> None:
    done = run("ask", BOULDER, changes=list(changes.items()))
    assert done.returncode != 0
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert message in done.stderr


def test_a_folder_that_cannot_be_written_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run("index", "build", changes=[("ASSISTANT_DATA_DIR", str(tmp_path / "file" / "data"))])
    assert done.returncode != 0
    assert "cannot be written to" in done.stderr.splitlines()[-1]


def test_a_taken_port_is_named(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run("serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode != 0
    assert len(done.stderr.splitlines()) == 1
    assert "assistant serve --port 0" in done.stderr


def test_a_changed_document_is_noticed(run: Run, tmp_path: Path) -> None:
    import shutil

    from corpus.programme import SHIPPED

    shutil.copytree(SHIPPED, tmp_path / "programme")
    changed = tmp_path / "programme" / "documents" / "cities" / "city-boise.md"
    changed.write_text(changed.read_text("utf-8") + "\nOne more line about Boise.\n", "utf-8")
    done = run("ask", BOULDER, changes=[("ASSISTANT_PROGRAMME", str(tmp_path / "programme"))])
    assert done.returncode == 0
    assert "city-boise.md" in done.stderr


@pytest.mark.timed
def test_an_unchanged_index_is_left_alone_in_the_time_it_takes_to_look_at_it(run: Run) -> None:
    looked, built = [], []
    for _ in range(3):
        start = time.perf_counter()
        run("index", "status")
        between = time.perf_counter()
        done = run("index", "build")
        looked.append(between - start)
        built.append(time.perf_counter() - between)
        assert done.stderr.startswith("Unchanged: 115 documents")
    assert min(built) < 1.5 * min(looked)


ASK = f"import sys; sys.argv = ['assistant', 'ask', {BOULDER!r}]; from ui.cli import main; main()"
PROBE = f"""
import pathlib, sys
reached = []
sys.addaudithook(lambda event, args: event == "socket.connect" and reached.append(str(args[1])))
try:
    {ASK}
except SystemExit:
    pass
heavy = {{"torch", "transformers", "sentence_transformers", "gradio", "fastapi", "onnx"}}
print(sorted(heavy & set(sys.modules)))
tables = [pathlib.Path("/proc/net", name) for name in ("tcp", "tcp6", "udp", "udp6")]
network = " ".join(table.read_text() for table in tables if table.exists()).split()
open_files = [str(file.resolve()) for file in pathlib.Path("/proc/self/fd").iterdir()]
print(reached + [f for f in open_files if f.split("socket:")[-1].strip("[]") in network])
print(sorted(path.name for path in pathlib.Path.home().iterdir()))
"""


def test_answering_imports_no_torch_opens_no_socket_and_leaves_nothing(
    environment: dict[str, str], tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROBE],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    modules, sockets, home = done.stdout.strip().splitlines()[-3:]
    assert (modules, sockets, home) == ("[]", "[]", "[]")


def test_answering_takes_at_most_350_mb(environment: dict[str, str]) -> None:
    assert peak_mb(ASK, environment) <= 350


@pytest.mark.timed
def test_200_questions_take_less_than_20_seconds(run: Run, tmp_path: Path) -> None:
    from assistant.evaluation.cases import read_cases
    from corpus.programme import SHIPPED

    cases = read_cases(SHIPPED / "questions" / "development.yaml")
    lines = [json.dumps({"id": str(n), "question": cases[n % len(cases)].q}) for n in range(200)]
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    start = time.perf_counter()
    done = run("ask", "--batch", str(path))
    assert time.perf_counter() - start < 20
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 200


def test_cold_start_is_near_the_imports_it_needs(
    environment: dict[str, str], tmp_path: Path
) -> None:
    def seconds(*command: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, *command],
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.DEVNULL,
            check=True,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        # Processor time, so that other processes of the machine do not count.
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    imports = min(seconds("-c", "import chromadb, llama_index.core") for _ in range(3))
    asked = min(seconds("-m", "ui.cli", "ask", BOULDER) for _ in range(3))
    assert asked <= 1.8 * imports


CASES = """
- {id: a, kind: tier, q: "we pass 33", all: [[gold]], tool: tier}
- {id: b, kind: tier, q: "we pass 30", all: [[LEVEL]], tool: tier}
"""


def test_a_run_is_scored_compared_and_gated(run: Run, tmp_path: Path) -> None:
    questions = tmp_path / "questions.yaml"
    questions.write_text(CASES.replace("LEVEL", "gold"), encoding="utf-8")
    done = run("eval", "--questions", "questions.yaml", "--out", "before")
    assert done.returncode == 0
    assert "2 of 2  1.000" in done.stdout
    assert (tmp_path / "before" / "report.html").exists()

    questions.write_text(CASES.replace("LEVEL", "no such level"), encoding="utf-8")
    compared = ("eval", "--questions", "questions.yaml", "--out", "now", "--against", "before")
    done = run(*compared)
    assert done.returncode == 0
    assert "worse: 1: b" in done.stdout

    questions.write_text("\n".join(CASES.splitlines()[:2]), encoding="utf-8")
    done = run(*compared, "--gate")
    assert done.returncode != 0
    assert done.stderr.splitlines()[-1].startswith("Error: 1 questions of the earlier run")


def test_the_doctor_says_that_all_is_well(run: Run, shipped_trials: Trials) -> None:
    done = run("doctor")

    assert done.returncode == 0
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["ok"] * 5
    assert "No language model is set" in done.stdout
    findings = json.loads(run("doctor", "--json").stdout)["findings"]
    assert [finding["state"] for finding in findings] == ["fine"] * 5


def test_the_doctor_fails_where_a_model_that_is_set_does_not_work(run: Run) -> None:
    changes = [("ASSISTANT_LLM", "openai:gpt"), ("OPENAI_API_KEY", "")]
    done = run("doctor", "--json", changes=changes)

    assert done.returncode == 1
    told = json.loads(done.stdout)["findings"][-1]
    assert told["state"] == "faulty"
    assert (told["values"]["key_variable"], told["values"]["key_set"]) == ("OPENAI_API_KEY", False)


@pytest.mark.parametrize(
    ("model", "said"),
    [
        ("openai:gpt", "set the environment variable OPENAI_API_KEY."),
        ("anthropic:claude", "set the environment variable ANTHROPIC_API_KEY."),
        ("gpt", "it names no language model"),
    ],
)
def test_a_model_that_cannot_be_opened_is_one_line(run: Run, model: str, said: str) -> None:
    changes = [("ASSISTANT_LLM", model), ("OPENAI_API_KEY", ""), ("ANTHROPIC_API_KEY", "")]
    done = run("ask", BOULDER, changes=changes)

    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("Error: ")
    assert said in line
