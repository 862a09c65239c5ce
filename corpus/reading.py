"""Reading one file of any format: the documents it holds, and what of it failed.

What a file is, is told by its bytes (`corpus.formats.sniffing`); one module a format turns them
into a draft; here drafts become documents, files inside files are read in turn, and whatever goes
wrong ends as one plain reason. Reading in a process of its own is `corpus.isolation`.
"""

import hashlib
import logging
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import cast

from corpus.documents import Document, Source, slug
from corpus.errors import CorpusError, InvalidDocumentError, UnreadableFileError
from corpus.formats.dates import stated_date
from corpus.formats.drafts import Draft, Parcel, Part, Refusal
from corpus.formats.front_matter import FrontMatter
from corpus.formats.sniffing import KINDS, NAMES, kind_of
from corpus.formats.titles import title_of
from corpus.formats.tongues import language_of
from corpus.limits import USUAL, Limits

SUFFIXES = frozenset(KINDS)
"""Endings, in lower case, of the files that are tried; old formats are, to be refused by name."""

Format = Callable[[bytes, Limits], Draft | Parcel]

_MODULES = {
    "markdown": "markdown",
    "text": "plain_text",
    "html": "html",
    "csv": "delimited",
    "mail": "mail",
    "mailbox": "mailbox",
    "pdf": "pdf.document",
    "word": "word",
    "slides": "slides",
    "sheets": "sheets",
    "epub": "epub",
    "zip": "archive",
}
"""The module of `corpus.formats` for each kind; imported, with its library, when first needed."""

_LANGUAGE = re.compile("[a-z]{2}")
"""What a file may say of its language: it names folders of the index."""

_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading: documents, and what failed, each failure with its path and reason."""

    documents: Sequence[Document]
    failures: Sequence[CorpusError]


def readable(path: Path) -> bool:
    """Whether a file of a folder is tried: its ending is known and it is not hidden."""
    return path.suffix.lower() in SUFFIXES and not path.name.startswith((".", "~$"))


def read_file(path: Path, *, name: str, language: str, limits: Limits = USUAL) -> Reading:
    """Read a file. Nothing is raised: a file that gives nothing is one failure at `path`.

    Args:
        path: where it is.
        name: what its owner calls it: the path below the folder that was added, with slashes.
        language: ISO 639-1; of documents that neither say theirs nor are long enough to tell.
        limits: bounds on its size and on what is taken from it.
    """
    try:
        content = _content(path, limits)
    except Refusal as refusal:
        return Reading((), (UnreadableFileError(path, str(refusal)),))
    return _read(content, name, path, "", language, limits)


def read_content(
    content: bytes, *, name: str, media_type: str = "", language: str, limits: Limits = USUAL
) -> Reading:
    """Read bytes that came from elsewhere, as `read_file` reads a file.

    Args:
        content: all of the file.
        name: file name or address path; failures name it as their path.
        media_type: as a server gave it, without parameters; empty if none did.
        language: as for `read_file`.
        limits: as for `read_file`.
    """
    if len(content) > limits.file_bytes:
        failure = UnreadableFileError(Path(name), _too_big(len(content), limits))
        return Reading((), (failure,))
    return _read(content, name, Path(name), media_type, language, limits)


def document_id(name: str) -> str:
    """Id of the document that a file of this name holds: its words, and its ending.

    Markdown files go without their ending. A name with letters that ASCII does not have gets six
    digits of its hash, so that names which differ in those alone get ids that differ.
    """
    path = PurePosixPath(name)
    plain = str(path.with_suffix("")) if path.suffix.lower() in (".md", ".markdown") else name
    words = slug(plain)
    lost = sum(c.isalnum() for c in plain) - sum(c.isalnum() for c in words)
    return f"{words}-{hashlib.sha256(name.encode()).hexdigest()[:6]}" if lost else words


def _content(path: Path, limits: Limits) -> bytes:
    try:
        size = path.stat().st_size
        if size > limits.file_bytes:
            raise Refusal(_too_big(size, limits))
        return path.read_bytes()
    except OSError as error:
        raise Refusal(f"cannot be read ({error.strerror})") from error


def _too_big(size: int, limits: Limits) -> str:
    most = limits.file_bytes / 1e6
    return f"is {size / 1e6:,.0f} MB; at most {most:,.10g} MB are read"


def _read(
    content: bytes, name: str, path: Path, media_type: str, language: str, limits: Limits
) -> Reading:
    found = list(_Reader(language, limits).read(content, name, path, media_type))
    documents = tuple(f for f in found if isinstance(f, Document))
    failures = [f for f in found if isinstance(f, CorpusError)]
    if not documents and [failure.path for failure in failures] != [path]:
        failures = [UnreadableFileError(path, _nothing(path, failures))]
    return Reading(documents, tuple(failures))


def _nothing(path: Path, failures: Sequence[CorpusError]) -> str:
    if not failures:
        return "holds no file that is read"
    inner = [(f.path.relative_to(path).as_posix(), f.reason) for f in failures]
    if len(inner) == 1:
        return f"holds only {inner[0][0]}, which {inner[0][1]}"
    said = "; ".join(f"{name} {reason}" for name, reason in inner[:3])
    return f"none of the {len(inner)} files in it can be read: {said}"


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads a file and, in turn, the files inside it."""

    language: str
    limits: Limits

    def read(
        self, content: bytes, name: str, path: Path, media_type: str = "", depth: int = 0
    ) -> Iterator[Document | CorpusError]:
        """Documents and failures of a file that stands `depth` archives deep."""
        suffix = PurePosixPath(name).suffix.lower()
        try:
            kind = kind_of(content, suffix=suffix, media_type=media_type)
            if kind in ("zip", "mail") and depth > self.limits.nesting:
                raise Refusal(f"is packed more than {self.limits.nesting} files deep")
            found = _parsed(kind, content, self.limits)
            note = _misnamed(kind, suffix)
            if isinstance(found, Draft):
                yield self._document(found, name, note)
                return
        except Refusal as refusal:
            error = InvalidDocumentError if content.strip() else UnreadableFileError
            yield error(path, str(refusal))
            return
        yield from self._unpacked(found, name, path, depth)

    def _unpacked(
        self, parcel: Parcel, name: str, path: Path, depth: int
    ) -> Iterator[Document | CorpusError]:
        """A parcel's own text and its parts; the first document tells what was passed over."""
        note = _passed_over(parcel.skipped, name)
        for found in self._contents(parcel, name, path, depth):
            if note and isinstance(found, Document):
                found, note = replace(found, notes=(note, *found.notes)), ""
            yield found

    def _contents(
        self, parcel: Parcel, name: str, path: Path, depth: int
    ) -> Iterator[Document | CorpusError]:
        if parcel.draft is not None:
            yield self._document(parcel.draft, name)
        for part in parcel.parts:
            yield from self._part(part, name, path, depth + parcel.counts_as_nested)

    def _part(
        self, part: Part, name: str, path: Path, depth: int
    ) -> Iterator[Document | CorpusError]:
        if isinstance(part.content, Refusal):
            yield UnreadableFileError(path / part.name, str(part.content))
        else:
            inner = f"{name}/{part.name}"
            yield from self.read(part.content, inner, path / part.name, part.media_type, depth)

    def _document(self, draft: Draft, name: str, note: str = "") -> Document:
        if not draft.text.strip():
            raise Refusal("holds no text")
        draft = replace(draft, text=_encodable(draft.text), title=_encodable(draft.title))
        matter = draft.matter
        published = str(matter.published) or draft.published or stated_date(draft.text)
        return Document(
            id=matter.id or document_id(name),
            title=matter.title or title_of(draft.title, draft.text, name),
            kind=matter.kind,
            text=draft.text,
            language=matter.language or self._language(draft),
            published=published or draft.created,
            topics=tuple(matter.topics),
            cities=tuple(matter.cities),
            questions=tuple(matter.questions),
            sources=_sources(draft),
            places=tuple(draft.places),
            origin=name,
            address=draft.address,
            notes=tuple(filter(None, (note, *draft.notes))),
        )

    def _language(self, draft: Draft) -> str:
        """As detected; else as the file says; else as expected. Front matter goes unexamined."""
        if draft.matter != FrontMatter():
            return self.language
        said = draft.language if _LANGUAGE.fullmatch(draft.language) else ""
        return language_of(draft.text) or said or self.language


def _parsed(kind: str, content: bytes, limits: Limits) -> Draft | Parcel:
    """The file as its format's module reads it; whatever that stumbles over is a refusal."""
    read = cast(Format, import_module(f"corpus.formats.{_MODULES[kind]}").read)
    try:
        return read(content, limits)
    except (Refusal, MemoryError):
        raise
    except Exception as error:  # libraries raise anything on a damaged file
        _logger.debug("reading as %s", kind, exc_info=True)
        raise Refusal(f"is damaged: it cannot be read as {NAMES[kind]}") from error


def _encodable(text: str) -> str:
    """A text without halves of characters, which no database takes; each becomes '?'."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _passed_over(names: Sequence[str], name: str) -> str:
    if not names:
        return ""
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    return f"Not read of what is in {name}: {', '.join(names[:5])}{more}."


def _misnamed(kind: str, suffix: str) -> str:
    promised = KINDS.get(suffix)
    if promised in (None, kind) or {kind, promised} <= {"text", "markdown", "html"}:
        return ""
    return f"Read as {NAMES[kind]} although it is called {suffix}."


def _sources(draft: Draft) -> tuple[Source, ...]:
    named = tuple(
        Source(s.title, s.publisher, s.url, str(s.published)) for s in draft.matter.sources
    )
    if named or not draft.address:
        return named
    return (Source(draft.title or draft.address, "", draft.address, draft.published),)
