"""The README's commands give the output that stands below them."""

import re
import shlex
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.ui.conftest import ROOT, Run

pytestmark = [pytest.mark.model, pytest.mark.usefixtures("shipped_trials")]

README = (ROOT / "README.md").read_text(encoding="utf-8")
PROGRAMS = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
EXAMPLES = re.findall(r"```console\n\$ assistant ([^\n]*)\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize(("command", "output"), EXAMPLES)
def test_an_example_prints_what_the_readme_says(run: Run, command: str, output: str) -> None:
    done = run(*shlex.split(command))
    assert done.stdout == output


def test_the_readme_has_examples() -> None:
    assert len(EXAMPLES) >= 2
    assert len(PROGRAMS) >= 2


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_of_the_readme_runs(
    address: str, environment: dict[str, str], program: str
) -> None:
    here = textwrap.dedent(program).replace("http://127.0.0.1:7860", address)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", here],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "[1]" in done.stdout


@pytest.mark.parametrize(
    "target", ["serve", "test", "ask", "eval", "baseline", "bench", "calibrate", "pictures"]
)
def test_a_target_of_the_readme_exists(target: str) -> None:
    assert f"make {target}" in README
    assert f"\n{target}:" in Path(ROOT / "Makefile").read_text(encoding="utf-8")
