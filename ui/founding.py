"""What `assistant init` asks, and what it says when a programme's folder is made."""

import datetime as dt
import shlex
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import typer

from corpus.errors import ProgrammeAssistantError
from corpus.founding import Founded, Founding, be_free, found_programme
from corpus.level_lists import EXAMPLE, LevelList, UnreadableLevelsError, read_levels

_Read = TypeVar("_Read")

LANGUAGES = ("en", "es", "pt")
"""Languages that questions are understood in."""


class MissingAnswerError(ProgrammeAssistantError):
    """Something has to be asked, and there is no terminal to ask in."""

    def __init__(self) -> None:
        super().__init__(
            "There is no terminal to ask in. Give --name (and, if you like, --about, --language, "
            "--documents, --levels), or --yes to take what is usual."
        )


class UnusableAnswerError(ProgrammeAssistantError, ValueError):
    """An option, or what was answered, cannot be used; the message says why."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line said; None where it said nothing."""

    folder: Path
    name: str | None = None
    about: str | None = None
    languages: Sequence[str] | None = None
    documents: Sequence[Path] | None = None
    levels: str | None = None
    build: bool | None = None


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is to be made, and whether its index is built at once."""

    folder: Path
    founding: Founding
    build: bool


def wishes_of(given: Given, *, asks: bool) -> Wishes:
    """What is wanted: as the options say, as is answered in the terminal, or as is usual.

    Args:
        asks: whether to ask for what no option says.

    Raises:
        MissingAnswerError: there is no terminal, and not even a name was given.
        UnusableAnswerError: an option cannot be used.
        UnreadableLevelsError: the option for levels cannot be read.
        UnwritableFileError: the folder holds something already.
    """
    be_free(given.folder)
    terminal = asks and sys.stdin.isatty()
    if asks and not terminal and given.name is None:
        raise MissingAnswerError
    usual = _usual_name(given.folder)
    name = _answer(given.name, _name, "What is it called?", usual, terminal=terminal)
    about = _answer(
        given.about, _sentence, "What is it, in one sentence?", f"{name}.", terminal=terminal
    )
    spoken = None if given.languages is None else ",".join(given.languages)
    languages = _answer(
        spoken, _languages, "Languages of questions, the documents' first (en, es, pt)?", "en",
        terminal=terminal,
    )  # fmt: skip
    documents = given.documents
    if documents is None:
        question = "Documents to copy in: a file or folder (nothing: later)?"
        documents = _answer(None, _paths, question, "", terminal=terminal)
    question = f"Levels, such as '{EXAMPLE}' (nothing: none)?"
    levels = _answer(given.levels, _levels, question, "", terminal=terminal)
    build = given.build
    if build is None:
        build = not terminal or typer.confirm("Build the index now?", default=True, err=True)
    since = dt.date(dt.datetime.now(dt.UTC).year, 1, 1)
    founding = Founding(name, about, languages, since, documents, levels)
    return Wishes(given.folder, founding, build)


def _answer(
    given: str | None, read: Callable[[str], _Read], question: str, usual: str, *, terminal: bool
) -> _Read:
    """An option as it is read; else what is answered, asked again until it can be; else the usual.

    Raises:
        ProgrammeAssistantError: the option cannot be read.
    """
    if given is not None or not terminal:
        return read(usual if given is None else given)
    while True:
        said = typer.prompt(question, default=usual, show_default=bool(usual), err=True)
        try:
            return read(said)
        except (UnusableAnswerError, UnreadableLevelsError) as error:
            typer.echo(str(error), err=True)


def _usual_name(folder: Path) -> str:
    words = folder.resolve().name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not any(c.isalnum() for c in name) or len(name) > 120:
        raise UnusableAnswerError("A name has between one and 120 characters, letters among them.")
    return name


def _sentence(text: str) -> str:
    said = " ".join(text.split())
    if not said:
        raise UnusableAnswerError("Say in a sentence what the programme is.")
    return said


def _languages(text: str) -> Sequence[str]:
    codes = list(dict.fromkeys(text.replace(",", " ").lower().split()))
    strange = [code for code in codes if code not in LANGUAGES]
    if strange or not codes:
        named = f"'{strange[0]}' is not one of them" if strange else "none was named"
        raise UnusableAnswerError(f"Questions can be in {', '.join(LANGUAGES)}; {named}.")
    return codes


def _paths(text: str) -> Sequence[Path]:
    try:
        paths = [Path(part).expanduser() for part in shlex.split(text)]
        whole = Path(text.strip()).expanduser()  # a name with spaces needs no quotation marks
    except ValueError as error:
        raise UnusableAnswerError("A quotation mark is not closed.") from error
    except RuntimeError as error:  # '~name'
        raise UnusableAnswerError("The home folder that is named is not there.") from error
    paths = [whole] if text.strip() and whole.exists() else paths
    if missing := [path for path in paths if not path.exists()]:
        raise UnusableAnswerError(f"{missing[0]} is not there.")
    return paths


def _levels(text: str) -> LevelList | None:
    return read_levels(text) if text.strip() else None


def found(wishes: Wishes) -> Founded:
    """Make the folder."""
    return found_programme(wishes.folder, wishes.founding)


def made_line(made: Founded) -> str:
    """What was made, in a sentence or two."""
    line = f"{made.folder} is made, with {_counted(made.readable, 'document')}."
    unread = made.copied - made.copied_readable
    if unread:
        line += f" {_counted(unread, 'file')} of those copied cannot be read as documents."
    if not made.readable:
        line += f" Put documents into {made.folder / 'documents'}, then build its index."
    return line


def next_steps(made: Founded) -> str:
    """The commands to go on with."""
    option = f"--programme {shlex.quote(str(made.folder))}"
    commands = (
        (f"assistant index build {option}", "after every change"),
        (f"assistant suggest {option}", "the questions it can answer"),
        (f'assistant ask "…" {option}', "an answer here"),
        (f"assistant serve {option}", "answers in a browser"),
    )
    width = max(len(command) for command, _ in commands)
    return "\n".join(["Go on:", *(f"  {c:<{width}}  # {what}" for c, what in commands)])


def _counted(n: int, noun: str) -> str:
    return f"{n or 'no'} {noun}{'' if n == 1 else 's'}"
