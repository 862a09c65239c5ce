"""`--programme FOLDER`, which every command that works with a programme takes."""

import functools
import inspect
from collections.abc import Callable
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

if TYPE_CHECKING:
    from assistant.settings import Settings

_WITHOUT = frozenset({"init"})
"""Commands that make a programme instead of using one."""

_chosen: ContextVar[Path | None] = ContextVar("chosen_programme", default=None)

Command = Callable[..., Any]
Given = TypeVar("Given", bound=Command)
_Folder = Annotated[
    Path | None,
    typer.Option(
        metavar="FOLDER",
        help="Folder of the programme; else that of ASSISTANT_PROGRAMME, or the shipped one.",
    ),
]


class ProgrammeTyper(typer.Typer):
    """Commands that say with `--programme` which folder they are about."""

    def command(
        self,
        name: str | None = None,
        **settings: Any,  # noqa: ANN401  (Typer's own, passed on)
    ) -> Callable[[Given], Given]:
        """As Typer's, with the option added."""
        register = super().command(name, **settings)

        def add(command: Given) -> Given:
            register(command if command.__name__ in _WITHOUT else _with_option(command))
            return command

        return add


def _with_option(command: Command) -> Command:
    """The command, with one more option that is noted before it runs."""

    @functools.wraps(command)
    def run(*, programme: Path | None, **given: Any) -> Any:  # noqa: ANN401  (the command's own)
        _chosen.set(programme)
        return command(**given)

    own = inspect.signature(command)
    option = inspect.Parameter(
        "programme", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=_Folder
    )
    run.__signature__ = own.replace(parameters=[*own.parameters.values(), option])  # type: ignore[attr-defined]
    return run


def chosen_settings(**overrides: Any) -> "Settings":  # noqa: ANN401  (checked by their types)
    """The settings for the command at work, of the folder that it was given if it was.

    Raises:
        SettingsError: as `read_settings`.
    """
    from assistant.settings import read_settings  # takes a moment: not for --help

    return read_settings(**{"programme": _chosen.get(), **overrides})
