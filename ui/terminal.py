"""What the commands of the command line share: how they print, and how they fail."""

import json
import sys
from typing import Annotated, NoReturn

import typer

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object, for machines.")]
FAILED, USAGE = 1, 2
"""Exit codes: what was asked for failed; it was not asked for rightly."""


def dump(value: object) -> str:
    """A value as one line of JSON."""
    return json.dumps(value, ensure_ascii=False)


def show(text: str) -> None:
    """Print on the standard output, at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def note(text: str) -> None:
    """Print beside the output, for people."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def fail(message: str, code: int = FAILED) -> NoReturn:
    """End the command with one line on the error stream."""
    note(f"Error: {' '.join(message.split())}")
    raise SystemExit(code)
