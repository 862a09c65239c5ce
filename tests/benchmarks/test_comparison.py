import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from assistant.evaluation.outside.programme import write_programme
from assistant.evaluation.outside.sets import OutsidePassage, OutsideSet
from corpus.programme import read_description
from tests.benchmarks.comparison.figures import Figures, figures, spread, table, units
from tests.benchmarks.comparison.report import of_top, page
from tests.benchmarks.comparison.running import Measured
from tests.benchmarks.comparison.sets import BenchSet, outside
from tests.benchmarks.comparison.sets import spread as sample
from tests.benchmarks.comparison.surroundings import Surroundings
from tests.benchmarks.comparison.systems import ANSWERS, BARE, OURS, PEERS, SYSTEMS
from tests.benchmarks.peers.jobs import FIRST, Answered, Ingested, Job, Text

WORDS = """
from tests.benchmarks.peers.worker import Opened, run

class Words:
    def ingest(self, job, passages):
        lines = "".join(f"{one.id} {one.text}\\n" for one in passages)
        return lambda: (job.folder / "words.txt").write_text(lines)

    def open(self, job):
        lines = [line.split() for line in (job.folder / "words.txt").read_text().splitlines()]
        def search(question, limit):
            print("a library speaks")
            asked = set(question.split())
            return [id_ for id_, *words in lines if asked & set(words)][:limit]
        return Opened(search, str.upper)

run({"words": Words()})
"""


def work(job: Job) -> str:
    done = subprocess.run(
        [sys.executable, "-c", WORDS],
        input=job.model_dump_json(),
        capture_output=True,
        check=True,
        encoding="utf-8",
        cwd=Path(__file__).parents[2],
    )
    return done.stdout


def job_in(folder: Path) -> Job:
    passages = [Text(id="a", text="red fish"), Text(id="b", text="blue fish")]
    path = folder / "passages.jsonl"
    path.write_text("".join(f"{one.model_dump_json()}\n" for one in passages), encoding="utf-8")
    return Job(
        task="ingest",
        variant="words",
        folder=folder,
        model="none",
        cache=folder,
        programme=folder,
        passages=path,
    )


def test_a_worker_ingests_then_answers_and_keeps_what_libraries_print_apart(tmp_path: Path) -> None:
    job = job_in(tmp_path)
    ingested = Ingested.model_validate_json(work(job))
    assert ingested.passages == 2
    assert ingested.seconds > 0
    asked = [Text(id="q", text="red"), Text(id="r", text="fish"), Text(id="s", text="green")]
    answering = job.model_copy(update={"task": "answer", "questions": asked})
    first, answer = work(answering).split("\n")
    assert first == FIRST
    answered = Answered.model_validate_json(answer)
    assert answered.rankings == {"q": ["a"], "r": ["a", "b"], "s": []}
    assert len(answered.search_ms) == len(answered.bare_ms) == 3
    assert all(ms > 0 for ms in answered.bare_ms)  # each question's pass was timed once
    assert 1 < answered.resident_mb <= answered.peak_mb


def test_a_start_ends_with_the_first_answer(tmp_path: Path) -> None:
    job = job_in(tmp_path)
    work(job)
    asked = [Text(id="q", text="red")]
    assert work(job.model_copy(update={"task": "start", "questions": asked})) == f"{FIRST}\n"


def bench() -> BenchSet:
    return BenchSet(
        name="two <b>",
        source="made here",
        passages=[Text(id="a#0", text="x"), Text(id="a#1", text="y"), Text(id="b#0", text="z")],
        questions=[Text(id="1", text="first"), Text(id="2", text="second")],
        gold={"1": ["a"], "2": ["b"]},
        named={"a#0": "a", "a#1": "a", "b#0": "b"},
        ours={"p0": "a#0", "p1": "a#1", "p2": "b#0"},
        programme=Path(),
        read=OutsideSet("two", Path(), "en", [], [], None),
        limit=10,
    )


def measured(
    rankings: Mapping[str, Sequence[str]], *, start_s: float, ms: float, seconds: float
) -> Measured:
    def answered(slower: float) -> Answered:
        return Answered(
            rankings=rankings,
            search_ms=[slower * ms, ms],
            bare_ms=[2.0, slower * 2.0],
            resident_mb=100 * start_s,
            peak_mb=100 * start_s,
        )

    return Measured(
        ingested=[
            Ingested(passages=3, seconds=s, found_s=s / 4, peak_mb=200, index_mb=0.5)
            for s in (2 * seconds, seconds)
        ],
        answered=[answered(3.0), answered(1.0)],
        starts_s=[start_s + 1, start_s],
    )


def found() -> Figures:
    whole = {"1": ["a#1", "a#0", "b#0"], "2": ["b#0"]}
    half = {"1": ["a#0"], "2": []}
    ours = {"1": ["a#1"], "2": ["b#0"]}
    systems = {peer.key: measured(half, start_s=4, ms=8, seconds=4) for peer in PEERS}
    systems[PEERS[0].key] = measured(whole, start_s=2, ms=8, seconds=4)
    systems[BARE.key] = measured({"1": [], "2": []}, start_s=1, ms=2, seconds=2)
    systems[OURS.key] = measured(ours, start_s=3, ms=4, seconds=8)
    systems[ANSWERS.key] = Measured([], systems[OURS.key].answered, [3.0])
    return figures([(bench(), systems)])


def test_the_fastest_round_counts() -> None:
    ours = found().costs[OURS.key]
    assert ours.start_s == 3
    assert ours.of_pass.median == 4 / 2
    assert ours.per_s == 3 / (8 / 4)
    assert ours.of_bare == 2 / (8 / 4)
    assert ours.done_of_bare == 2 / 8
    assert ours.index_kb == pytest.approx(1024 * 0.5 / 3)
    assert found().costs[ANSWERS.key].per_s is None


def test_gold_is_found_by_whatever_a_system_calls_it() -> None:
    quality = found().sets[0].quality
    assert quality[OURS.key].recall.mean == quality[PEERS[0].key].recall.mean == 1
    assert quality[PEERS[1].key].recall.mean == 1 / 2
    ahead = quality[PEERS[1].key].ahead
    assert ahead
    assert ahead.mean == 1 - 1 / 2
    assert units(["a#1", "b#0", "a#0"], bench().named) == ["a", "b"]


def test_what_we_lose_is_told_and_nothing_else() -> None:
    first = PEERS[0].name
    lost = found().lost
    assert f"Start to first answer, s: ours 3.00; {first} 2.00." in lost
    assert any(text.startswith("Ingestion until all") and "ours 4.00" in text for text in lost)
    assert not any(text.startswith(("A question", "two")) for text in lost)


def test_the_report_names_every_system_and_escapes() -> None:
    libraries = dict.fromkeys([name for peer in PEERS for name in peer.libraries], "1.0")
    libraries |= {"onnxruntime": "1.0", "tokenizers": "1.0", "numpy": "1.0"}
    around = Surroundings("2026-01-01", "Linux", 2, "CPython", "e5", "abc", "def", libraries)
    html = page(found(), around, rounds=2)
    assert all(system.name in html for system in SYSTEMS)
    assert "two &lt;b&gt;" in html
    assert "two <b>" not in html
    assert all(system.name in table(found()) for system in SYSTEMS)


def test_a_bar_ends_at_its_median_and_never_beyond_its_rail() -> None:
    bar = of_top(spread([1.0, 2.0, 3.0, 4.0, 50.0]), 4.0)
    assert (bar.low, bar.mean, bar.high) == (2 / 4, 3 / 4, 4 / 4)


def test_an_outside_sample_holds_all_that_its_questions_need(tmp_path: Path) -> None:
    folder = tmp_path / "set"
    folder.mkdir()
    passages = [{"id": f"{n}", "doc_id": "d", "title": "T", "text": f"text {n}"} for n in range(9)]
    questions = [
        {"id": "a", "question": "one?", "gold_passage_ids": ["7"], "meta": {"rewrite": "which?"}},
        {"id": "b", "question": "unanswerable?", "answerable": False},
        {"id": "c", "question": "two?", "gold_passage_ids": ["8"]},
    ]
    for name, lines in (("corpus", passages), ("questions", questions)):
        text = "\n".join(json.dumps(line) for line in lines)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
    read = outside(folder, tmp_path, limit=5, passages=4)
    assert [question.text for question in read.questions] == ["which?", "two?"]
    assert {"7", "8"} < {passage.id for passage in read.passages}
    assert len(read.passages) == 4
    assert read.passages[-1].text == "T\ntext 8"
    assert set(read.ours.values()) == {passage.id for passage in read.passages}
    assert len(list((read.programme / "documents").iterdir())) == 4


def test_an_outside_set_may_be_in_any_of_our_languages(tmp_path: Path) -> None:
    passages = [OutsidePassage(id="a", doc_id="a", text="O mar é salgado.")]
    write_programme(OutsideSet("mar", tmp_path, "pt", passages, [], None), tmp_path)
    assert read_description(tmp_path).language == "pt"


def test_a_sample_is_spread_from_first_to_last() -> None:
    assert sample(range(10), 3) == [0, 3, 6]
    assert sample([1, 2], 5) == [1, 2]
    assert sample([1, 2], 0) == []
