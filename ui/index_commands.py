"""The commands that look after the index: build, add, remove, update, status, verify."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.terminal import FAILED, Json, dump, fail, show, the_settings

if TYPE_CHECKING:
    from assistant.suggestions.store import Trials
    from index.updating import Changes

app = typer.Typer(no_args_is_help=True, help="Build the index, and look after it.")

Sources = Annotated[
    list[str], typer.Argument(metavar="FILE|FOLDER|ADDRESS...", help="What is meant.")
]
