"""Generations of an index: made beside the old one, swapped in one step, changed in place.

    <index folder>/
        current                 the name of the generation that answers
        generations/<id>/       inputs.json, index.sqlite, maybe graph-…/;
                                suggestions/, intents/ by the assistant
        additions.json          what was added to the programme's own documents
        remembered.sqlite       what the stages of ingestion made, for the next generation
        build.lock

A generation is for one embedding model, one way to cut documents and one version of this code.
While these stay the same it is changed in place, a file at a time, and readers see each change as
it is made. Otherwise the next one is made under another name, renamed when it is whole, and
`current` is replaced after that; where there was none before, as soon as its passages are in. A run
that is killed leaves the old index answering, and the next run goes on where it ended. The
generation before the current one is kept for processes that still read it.
"""

import base64
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from filelock import FileLock, Timeout
from numpy.typing import NDArray

from corpus.errors import InvalidDocumentError
from corpus.programme import read_description
from corpus.records import read_records
from corpus.web.rules import WebRules
from index import sources, updating
from index.adapter import read_adapter
from index.additions import Additions, is_address, is_below
from index.chroma import LOCAL, ChromaSettings
from index.database import FILE, create, open_state
from index.errors import (
    IndexBusyError,
    IndexMissingError,
    IndexUnwritableError,
    SourceError,
)
from index.manifest import FILE as INPUTS
from index.manifest import Inputs, Manifest
from index.parts import Progress
from index.removal import remove_others
from index.sentence_vectors import count_unread
from index.sources import Survey
from index.swapping import swap_text, write_durably
from index.updating import Ahead, Changes, Reader
from index.vector_server import VectorServer, is_filled, name_collection
from index.word_vectors import without_vectors

if TYPE_CHECKING:  # LlamaIndex takes a second: only where something is written
    from index.writer import IndexWriter

PARTS = (INPUTS, FILE)
"""What every generation holds."""

_UNFINISHED = ".unfinished"
"""Ending of a generation that is being made."""

_REMEMBERED = "remembered.sqlite"
_PATIENCE_S = 20.0
"""How long a writer waits for another: one that changes a file is soon done."""


class PassageEncoder(Protocol):
    """Gives texts their vectors."""

    def embed_passages(
        self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        """Unit vectors, shape (len(texts), dimensions); tells `progress` how many are done."""
        ...


class _Opened:
    """An encoder that is opened with the first texts: taking something out needs none."""

    def __init__(self, open_: Callable[[], PassageEncoder]) -> None:
        self._encoder = cache(open_)

    def embed_passages(
        self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        """As `PassageEncoder`."""
        return self._encoder().embed_passages(texts, progress=progress)


@dataclass(frozen=True, slots=True)
class Generation:
    """A whole index on disk, for what it was made."""

    folder: Path
    inputs: Inputs

    def manifest(self) -> Manifest:
        """What it holds now."""
        with closing(open_state(self.folder)) as database:
            return Manifest.of(self.inputs, database)


@dataclass(frozen=True, slots=True)
class Making:
    """What an index is made with.

    Attributes:
        encoder: gives the model that `inputs` names; asked for only if something is embedded.
        reader: reads files.
        web: how web addresses are asked for.
        chroma: the server that searches the vectors, if one is set.
        ahead: connects to the cluster that embeds, if one is set.
    """

    inputs: Inputs
    encoder: Callable[[], PassageEncoder]
    reader: Callable[[], AbstractContextManager[Reader]]
    web: WebRules
    chroma: ChromaSettings = LOCAL
    ahead: Callable[[], AbstractContextManager[Ahead | None]] = nullcontext


def current(index_folder: Path) -> Generation | None:
    """The generation that answers, or None if no whole index is here."""
    try:
        name = (index_folder / "current").read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return _whole(index_folder / "generations" / name) if name else None


def _whole(folder: Path) -> Generation | None:
    """The generation in a folder, or None if a part of it is missing."""
    inputs = Inputs.read(folder)
    if inputs is None or not all((folder / part).exists() for part in PARTS):
        return None
    return Generation(folder, inputs)


def bring_up_to_date(
    programme: Path,
    index_folder: Path,
    making: Making,
    *,
    add: Sequence[str] = (),
    drop: Sequence[str] = (),
    only: Sequence[str] = (),
    refetch: bool = False,
    progress: Progress,
) -> tuple[Generation, Changes]:
    """Make the index hold what the programme's folder and everything added hold now.

    Args:
        add: absolute paths and web addresses to add first.
        drop: those to take out first.
        only: what to look at, and whatever is below it; everything, if not given.
        refetch: whether to ask again for addresses that were fetched before.

    Raises:
        IndexBusyError: another process is writing here.
        IndexUnwritableError: the folder cannot be written to.
        SourceError: what is to be taken out was never added.
        CorpusError: programme.yaml or the records are wrong, or no document can be read.
        VectorServerError: the server that is set cannot be used.
    """
    making = replace(making, encoder=cache(making.encoder))  # it takes a second to open
    told = description_of(programme)
    language = read_description(programme).language
    with locked(index_folder):
        old = current(index_folder)
        own = old if old and old.inputs == making.inputs else None
        home = own.folder if own else _workshop(index_folder, making.inputs)
        before = Additions.read(index_folder)
        _check_named([*drop, *only], programme, before, old)
        only = [_as_named(place, programme) for place in only]
        additions = before.plus(add).minus(drop)
        if old and not own:
            _carry_over(old, home, making, additions)
        with closing(create(home / FILE)) as database:
            if additions != before:
                additions.write(index_folder)
            found = sources.survey(database, programme, additions, refetch=refetch, named=add)
            survey = found.within(only) if own else found
            if own and survey.is_empty and _is_finished(database, told, making):
                return own, Changes(unchanged=survey.unchanged, missing=survey.missing)
        changes = _write(home, making, told, survey, language, progress)
        if not (own or Generation(home, making.inputs).manifest().documents):
            raise InvalidDocumentError(programme, "holds no document that can be read")
        if old is None:  # better answered from now than when all is done
            own = _install(index_folder, home, making, old)
        _finish(own.folder if own else home, making, progress)
        return own or _install(index_folder, home, making, old), changes


def _carry_over(old: Generation, home: Path, making: Making, additions: Additions) -> None:
    """Put into a new generation what was added and cannot be read again now.

    Addresses are not asked again for the program's sake, and a disk may not be there.
    """
    with closing(open_state(old.folder)) as before, closing(create(home / FILE)) as database:
        known = sources.states(database)
        lost = [
            state
            for name, state in sources.states(before).items()
            if state.source in additions.sources and name not in known
            if is_address(state.source) or not Path(name).exists()
        ]
        carried = [(state, sources.documents_of(before, state.name)) for state in lost]
    if carried:
        with closing(_writer(home, making)) as writer:
            for state, documents in carried:
                writer.put(state, documents)


def _as_named(place: str, programme: Path) -> str:
    """A place as the index names it: below the programme, by its path there."""
    home = programme.resolve()
    is_own = not is_address(place) and Path(place).is_relative_to(home)
    return Path(place).relative_to(home).as_posix() if is_own else place


def _check_named(
    named: Sequence[str], programme: Path, additions: Additions, old: Generation | None
) -> None:
    """See that what a command named is there to be taken out or looked at.

    Raises:
        SourceError: the index has nothing of the kind, and neither has the disk.
    """
    if not named:
        return
    names = set(additions.sources)
    if old:
        with closing(open_state(old.folder)) as database:
            names |= sources.states(database).keys()
    for place in named:
        known = _as_named(place, programme)
        if not Path(place).exists() and not any(is_below(name, [known]) for name in names):
            raise SourceError(place, "was not added to this index.")


def description_of(programme: Path) -> dict[str, str]:
    """A programme's description and records as an index keeps them, in JSON, and its adapter.

    Raises:
        CorpusError: they are wrong.
    """
    folder = programme / "records"
    records = read_records(folder).model_dump_json() if folder.is_dir() else ""
    return {
        "programme": read_description(programme).model_dump_json(),
        "records": records,
        "adapter": base64.b64encode(read_adapter(programme)).decode(),
    }


def erase(index_folder: Path, making: Making) -> None:
    """Take from the disk whatever was taken out of the index, and all that was made of it.

    What was suggested goes too, since its answers quote documents; the next build tries it anew.

    Raises:
        IndexMissingError: no index was built.
        IndexBusyError: another process is writing here, or reads a state that holds it still.
        VectorServerError: the server that is set cannot be used.
    """
    with locked(index_folder):
        generation = current(index_folder)
        if generation is None:
            raise IndexMissingError(index_folder)
        remove_others(index_folder / "generations", {generation.folder.name}, making.chroma)
        shutil.rmtree(generation.folder / "suggestions", ignore_errors=True)
        with closing(_writer(generation.folder, making)) as writer:
            # Whoever watches the index opens it anew when this file is touched.
            writer.erase(progress=lambda *_: None, call_readers=(index_folder / "current").touch)


@contextmanager
def locked(index_folder: Path) -> Iterator[None]:
    """Be the only process that writes to an index folder, which is made if it is not there.

    Raises:
        IndexBusyError: another process is writing there, and has been for a while.
        IndexUnwritableError: the folder cannot be written to.
    """
    try:
        index_folder.mkdir(parents=True, exist_ok=True)
        with FileLock(index_folder / "build.lock", timeout=_PATIENCE_S):
            yield
    except Timeout as error:
        raise IndexBusyError(index_folder) from error
    except OSError as error:
        raise IndexUnwritableError(index_folder, error.strerror or str(error)) from error
    except sqlite3.Error as error:
        raise IndexUnwritableError(index_folder, str(error)) from error


def space_of(folder: Path) -> int:
    """How many bytes a generation takes on the disk, with what ingestion remembers of it."""
    remembered = folder.parents[1].glob(f"{_REMEMBERED}*")
    return sum(p.stat().st_size for p in (*folder.rglob("*"), *remembered) if p.is_file())


def _write(
    home: Path,
    making: Making,
    told: Mapping[str, str],
    survey: Survey,
    language: str,
    progress: Progress,
) -> Changes:
    connect_ahead = making.ahead if survey.changed else nullcontext
    with (
        closing(_writer(home, making)) as writer,
        making.reader() as reader,
        connect_ahead() as ahead,
    ):
        writer.describe(told)
        changes = updating.carry_out(
            survey,
            writer,
            reader=reader,
            rules=making.web,
            language=language,
            progress=progress,
            ahead=ahead,
        )
        writer.start()
    return changes


def _finish(home: Path, making: Making, progress: Progress) -> None:
    with closing(_writer(home, making)) as writer:
        writer.finish(progress=progress)


def _writer(home: Path, making: Making) -> "IndexWriter":
    from index.ingestion import Cut
    from index.writer import IndexWriter

    return IndexWriter(
        home,
        cut=Cut(chunker=making.inputs.chunker),
        encoder=_Opened(making.encoder),
        model_digest=making.inputs.model_digest,
        cache=home.parents[1] / _REMEMBERED,
        server=_server(home, making),
    )


def _server(home: Path, making: Making) -> VectorServer | None:
    """The server that searches the vectors of a generation that is written to, if one is set."""
    if not making.chroma.address:
        return None
    with closing(create(home / FILE)) as database:
        base = f"{making.inputs.programme}-{making.inputs.id}"
        return VectorServer(making.chroma, name_collection(database, base))


def _is_finished(database: sqlite3.Connection, told: Mapping[str, str], making: Making) -> bool:
    """Whether nothing is left to do of what an earlier run began."""
    facts = dict(database.execute("SELECT name, value FROM facts"))
    if without_vectors(database) or count_unread(database):
        return False
    if any(facts.get(k) != v for k, v in told.items()):
        return False
    return not making.chroma.address or is_filled(making.chroma, database)


def _workshop(index_folder: Path, inputs: Inputs) -> Path:
    """The folder where a generation is made; what an earlier run did there stays."""
    generations = index_folder / "generations"
    home = generations / f"{inputs.id}{_UNFINISHED}"
    home.mkdir(parents=True, exist_ok=True)
    write_durably(home / INPUTS, inputs.model_dump_json(indent=2))
    return home


def _install(index_folder: Path, home: Path, making: Making, old: Generation | None) -> Generation:
    """Make a generation the one that answers."""
    generations = index_folder / "generations"
    target = generations / making.inputs.id
    keep = {home.name, *([old.folder.name] if old else [])}
    remove_others(generations, keep, making.chroma)
    home.rename(target)
    swap_text(index_folder / "current", target.name)
    return Generation(target, making.inputs)
