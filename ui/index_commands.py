"""The commands that look after the index: build, add, remove, update, status, verify."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.programme_option import ProgrammeTyper, chosen_settings
from ui.terminal import Json, dump, fail, note, show

if TYPE_CHECKING:
    from assistant.settings import Settings
    from assistant.suggestions.store import Trials
    from index.updating import Changes

app = ProgrammeTyper(no_args_is_help=True, help="Build the index, and look after it.")

Sources = Annotated[list[str], typer.Argument(metavar="FILE|FOLDER|ADDRESS...")]
AnySources = Annotated[list[str] | None, typer.Argument(metavar="[FILE|FOLDER|ADDRESS...]")]


@app.command()
def build() -> None:
    """Bring the index up to date and try what is suggested; nothing is done where nothing changed.

    A build that is cut short goes on where it ended.
    """
    build_all(chosen_settings())


def build_all(settings: "Settings") -> None:
    """Bring the index of these settings and its suggestions up to date, and tell of it."""
    from assistant.assembly import build_suggestions
    from assistant.upkeep import build_index
    from ui.progress import BuildProgress
    from ui.suggesting import trials_line

    with BuildProgress() as progress:
        generation, built = build_index(settings, progress=progress)
        trials, _ = build_suggestions(settings, progress=progress)
    manifest = generation.manifest()
    state = "Built" if built else "Unchanged"
    note(
        f"{state}: {manifest.documents} documents, {manifest.passages} passages, "
        f"{manifest.sentences} sentences.\n{trials_line(trials)}"
    )
    _note_failures(manifest.failures)


@app.command(
    epilog="Examples: `assistant index add report.pdf` · `assistant index add ~/guides budget.xlsx`"
    " · `assistant index add https://city.example/plan.html`"
)
def add(named: Sources) -> None:
    """Add files, folders and web addresses; a service that runs answers from them at once.

    Only what is new or has changed is read. A file that cannot be read is listed with its reason,
    and the others are added all the same.
    """
    from index.additions import is_below

    places = [_existing(one) for one in named]
    changes = _change(add=places)
    tried = [name for name in changes.put if is_below(name, places)]
    if tried and all(name in changes.failures for name in tried):
        fail("Nothing of it could be read.")


@app.command(
    epilog="Examples: `assistant index remove report.pdf` · "
    "`assistant index remove ~/guides/old --erase`"
)
def remove(
    named: Sources,
    erase: Annotated[
        bool, typer.Option("--erase", help="Take their text from the disk, too, for good.")
    ] = False,
) -> None:
    """Take out what was added, or a part of it; the files themselves are left alone."""
    _change(drop=[_place(one) for one in named])
    if erase:
        _erase()


@app.command()
def update(
    named: AnySources = None,
    erase: Annotated[
        bool, typer.Option("--erase", help="Take the text of what is gone from the disk, too.")
    ] = False,
) -> None:
    """Read again what has changed of what was added, and take out what is gone.

    Web addresses are asked whether they have changed.
    """
    _change(only=[_place(one) for one in named or ()], refetch=True)
    if erase:
        _erase()


@app.command()
def status(as_json: Json = False) -> None:
    """Tell what the index holds, from where, and whether it is up to date."""
    from assistant.assembly import index_folder, open_state
    from assistant.errors import SuggestionsMissingError
    from assistant.upkeep import staleness
    from index import sources
    from index.additions import Additions
    from index.builder import space_of
    from ui import suggesting

    settings = chosen_settings()
    state = open_state(settings)
    manifest, stale = state.manifest, staleness(settings)
    trials = _trials(settings)
    added = Additions.read(index_folder(settings)).sources
    files = sources.states(state.database).values()
    space = space_of(state.folder)
    if as_json:
        tried = {"kept": len(trials.kept), "failed": len(trials.failures)} if trials else None
        show(
            dump(
                {
                    **manifest.model_dump(mode="json"),
                    "sources": added,
                    "files": len(files),
                    "space_bytes": space,
                    "stale": stale,
                    "suggestions": tried,
                }
            )
        )
        return
    spoken = ", ".join(f"{name} {count}" for name, count in manifest.languages.items())
    lines = [
        f"{manifest.documents} documents, {manifest.passages} passages, "
        f"{manifest.sentences} sentences; built {manifest.built} with {manifest.inputs.model}.",
        f"Passages by language: {spoken or 'none'}. {space / 1e6:,.1f} MB on disk.",
        *(f"Added: {source}" for source in added),
        *(f"Note: {file.name}: {text}" for file in files for text in file.notes),
        *(f"Left out: {path}: {reason}" for path, reason in manifest.failures.items()),
        suggesting.trials_line(trials) if trials else str(SuggestionsMissingError()),
        *(stale or ["It is up to date."]),
    ]
    show("\n".join(lines))


@app.command()
def verify() -> None:
    """Check the programme's documents and records against each other."""
    from corpus.programme import read_programme
    from corpus.validation import validate

    programme = read_programme(chosen_settings().programme)
    findings = validate(programme)
    for finding in findings:
        show(f"{finding.place}: {finding.message}")
    if findings:
        fail(f"{len(findings)} problems found.")
    show(f"{len(programme.documents)} documents and their records are sound.")


def _change(
    *,
    add: list[str] | None = None,
    drop: list[str] | None = None,
    only: list[str] | None = None,
    refetch: bool = False,
) -> "Changes":
    """Change the index and tell what was done."""
    from assistant.upkeep import update_index
    from ui.progress import BuildProgress

    with BuildProgress() as progress:
        _, changes = update_index(
            chosen_settings(),
            add=add or (),
            drop=drop or (),
            only=only or (),
            refetch=refetch,
            progress=progress,
        )
    note(_told(changes))
    _note_failures(changes.failures)
    for source, reason in changes.missing.items():
        note(f"Note: {source} {reason}.")
    return changes


def _told(changes: "Changes") -> str:
    failed = len(changes.failures)
    parts = [f"{len(changes.put)} files read", f"{len(changes.removed)} taken out"]
    parts += [f"{changes.unchanged} unchanged"]
    return ", ".join(parts) + (f"; {failed} could not be read." if failed else ".")


def _note_failures(failures: Mapping[str, str]) -> None:
    for path, reason in failures.items():
        note(f"Left out: {path}: {reason}")


def _erase() -> None:
    from assistant.upkeep import erase

    erase(chosen_settings())
    note("Erased. Suggested questions are tried anew by: assistant index build")


def _existing(named: str) -> str:
    """What is to be added, as the index names it."""
    from index.additions import is_address

    place = _place(named)
    if not is_address(place) and not Path(place).exists():
        fail(f"There is no file or folder {named}.")
    try:
        place.encode()
    except UnicodeEncodeError:
        shown = place.encode("utf-8", "replace").decode()
        fail(f"{shown} has a name that is not UTF-8: rename it, or add the folder that it is in.")
    return place


def _place(named: str) -> str:
    """A web address in its one form, or an absolute path."""
    from corpus.web.addresses import canonical
    from index.additions import is_address

    if is_address(named):
        return canonical(named)
    # `Path.expanduser` fails for a file called '~x' where no user is called x.
    return Path(os.path.expanduser(named)).resolve().as_posix()  # noqa: PTH111


def _trials(settings: "Settings") -> "Trials | None":
    from assistant.assembly import open_trials
    from assistant.errors import SuggestionsMissingError

    try:
        return open_trials(settings)
    except SuggestionsMissingError:
        return None
