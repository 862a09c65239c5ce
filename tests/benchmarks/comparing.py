"""This assistant beside what a user would pick instead, in one run: part of `make bench`.

    python -m tests.benchmarks.comparing --peers .venv-bench/bin/python --outside FOLDER ...

Same machine, same passages, same questions, same embedding model. Leaves `bench.json` and
`report.html`.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from assistant.settings import Settings, read_settings
from tests.benchmarks.comparison.figures import figures, table
from tests.benchmarks.comparison.report import page
from tests.benchmarks.comparison.running import Runner, find, measure
from tests.benchmarks.comparison.sets import MOST_PASSAGES, BenchSet, outside, shipped
from tests.benchmarks.comparison.surroundings import surroundings
from tests.benchmarks.measuring import write


def main(arguments: Sequence[str]) -> None:
    """Measure, print the figures and write the report."""
    given = _parser().parse_args(arguments)
    settings = read_settings()
    measured = []
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        for number, (bench, workshop) in enumerate(_sets(given, settings, Path(name))):
            runner = Runner(settings, Path(sys.executable), given.peers, workshop)
            # The first set tells what each system costs, all tell what it finds.
            if number:
                measured.append((bench, find(bench, runner, tell=write)))
            else:
                measured.append((bench, measure(bench, runner, rounds=given.rounds, tell=write)))
    found = figures(measured)
    around = surroundings(settings, peers=given.peers)
    given.out.mkdir(parents=True, exist_ok=True)
    whole = {"surroundings": asdict(around), **asdict(found)}
    (given.out / "bench.json").write_text(json.dumps(whole, indent=2), encoding="utf-8")
    (given.out / "report.html").write_text(
        page(found, around, rounds=given.rounds), encoding="utf-8"
    )
    write(table(found))
    write(f"{given.out / 'report.html'}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="comparing", description=__doc__.splitlines()[0])
    parser.add_argument("--peers", type=Path, required=True, help="interpreter that has the peers")
    parser.add_argument("--outside", type=Path, action="append", default=[], help="folder of a set")
    parser.add_argument("--limit", type=int, default=150, help="questions of each set, at most")
    parser.add_argument("--rounds", type=int, default=2, help="on the first set")
    parser.add_argument("--passages", type=int, default=MOST_PASSAGES, help="of a set, at most")
    parser.add_argument("--out", type=Path, default=Path("reports/bench"))
    return parser


def _sets(
    given: argparse.Namespace, settings: Settings, home: Path
) -> Iterator[tuple[BenchSet, Path]]:
    """The outside sets, each with a folder to work in; without any, the shipped programme."""
    for number, folder in enumerate(given.outside):
        workshop = home / f"{number}"
        workshop.mkdir()
        sample = outside(folder, workshop, limit=given.limit, passages=given.passages)
        yield sample, workshop
    if not given.outside:
        yield shipped(settings.chunker, home, limit=given.limit), home


if __name__ == "__main__":
    main(sys.argv[1:])
