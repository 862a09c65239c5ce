"""Web addresses that were added: each is asked for, and what comes is a file like any other."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.documents import Document, Source
from corpus.web.addresses import parse
from corpus.web.errors import FetchError, GoneError
from corpus.web.fetched import Fetched, Unchanged
from corpus.web.rules import WebRules
from index.parts import Progress
from index.sources import FileState, with_outcome

if TYPE_CHECKING:  # LlamaIndex takes a second: only where something is written
    from index.updating import Reader
    from index.writer import IndexWriter


@dataclass(slots=True)
class Visits:
    """What came of asking for addresses; see `index.updating.Changes`."""

    put: list[FileState] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    unchanged: int = 0
    missing: dict[str, str] = field(default_factory=dict)


def fetch_all(
    addresses: Sequence[FileState],
    writer: "IndexWriter",
    reader: "Reader",
    rules: WebRules,
    language: str,
    progress: Progress,
) -> Visits:
    """Ask for addresses; those that are gone for good leave, those that cannot be reached stay.

    Args:
        addresses: as they were when they last came.
        language: taken for documents that do not tell theirs.
    """
    visits = Visits()
    if not addresses:
        return visits
    from corpus.web.fetching import Fetcher  # brings what speaks HTTP

    with Fetcher(rules) as fetcher:
        for done, before in enumerate(addresses):
            progress("Fetching", done, len(addresses))
            try:
                came = fetcher.fetch(before.name, etag=before.etag, modified=before.last_modified)
            except FetchError as error:
                _refused(error, before, writer, visits)
                continue
            if isinstance(came, Unchanged):
                writer.touch(replace(before, etag=came.etag, last_modified=came.modified))
                visits.unchanged += 1
            else:
                _take(came, before, writer, reader, language, visits)
    return visits


def _take(
    came: Fetched,
    before: FileState,
    writer: "IndexWriter",
    reader: "Reader",
    language: str,
    visits: Visits,
) -> None:
    digest = hashlib.sha256(came.content).hexdigest()
    now = replace(
        before,
        size=len(came.content),
        sha256=digest,
        etag=came.etag,
        last_modified=came.modified,
    )
    if digest == before.sha256:
        writer.touch(now)
        visits.unchanged += 1
        return
    name = _name(came)
    reading = reader.read_content(
        came.content, name=name, media_type=came.media_type, language=language
    )
    documents = [_sourced(document, came, name) for document in reading.documents]
    visits.put.append(writer.put(with_outcome(now, reading, at=Path(name)), documents))


def _refused(error: FetchError, before: FileState, writer: "IndexWriter", visits: Visits) -> None:
    """What to do about an address that gave nothing."""
    if isinstance(error, GoneError) and before.sha256:
        writer.remove(before.name)
        visits.gone.append(before.name)
    elif before.sha256:
        visits.missing[before.name] = f"gave nothing: {error.reason}; what it gave before stays"
    else:
        visits.put.append(writer.put(replace(before, failures={before.name: error.reason}), ()))


def _name(came: Fetched) -> str:
    """A file name that gives the document an id: host and path, with a usual ending."""
    address = parse(came.final_address)
    path = address.target.partition("?")[0].strip("/")
    return f"{address.host}/{path}" if path else address.host


def _sourced(document: Document, came: Fetched, name: str) -> Document:
    """A document that names the address it came from; a part of a file has none of its own."""
    address = came.final_address
    source = Source(document.title, parse(address).host, address, document.published)
    own = address if document.origin == name else ""
    return replace(document, sources=(source,), address=own)
