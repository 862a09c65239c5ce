"""The README's commands give the output that stands below them."""

import re
import shlex
from pathlib import Path

import pytest

from tests.ui.conftest import ROOT, Run, environment, run

pytestmark = [pytest.mark.model, pytest.mark.usefixtures("shipped_trials")]
__all__ = ["environment", "run"]

README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```console\n\$ assistant ([^\n]*)\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize(("command", "output"), EXAMPLES)
def test_an_example_prints_what_the_readme_says(run: Run, command: str, output: str) -> None:
    done = run(*shlex.split(command))
    assert done.stdout == output


def test_the_readme_has_examples() -> None:
    assert len(EXAMPLES) >= 2


@pytest.mark.parametrize("target", ["serve", "test", "ask", "eval", "baseline", "bench"])
def test_a_target_of_the_readme_exists(target: str) -> None:
    assert f"make {target}" in README
    assert f"\n{target}:" in Path(ROOT / "Makefile").read_text(encoding="utf-8")
