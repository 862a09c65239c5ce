"""Reading files into documents. A bad file is an error that names it, never half a document."""

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.documents import Document, Source
from corpus.errors import CorpusError, InvalidDocumentError, UnreadableFileError
from corpus.visible import visible
from corpus.yaml_files import first_fault, parse_yaml

SUFFIXES = (".md", ".markdown")

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_FIRST_HEADING = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_ID = r"[a-z0-9]+(-[a-z0-9]+)*"


class SourceMatter(BaseModel):
    """A source as a document's front matter names it."""

    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)

    title: str = Field(min_length=1)
    publisher: str = ""
    url: str = Field(pattern=r"https?://.+")
    published: str | dt.date = ""


class FrontMatter(BaseModel):
    """What may stand in a document's front matter."""

    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)

    id: str | None = Field(default=None, pattern=f"^{_ID}$")
    title: str | None = Field(default=None, min_length=1)
    kind: str = "document"
    language: str | None = Field(default=None, pattern="^[a-z]{2}$")
    published: str | dt.date = ""
    topics: list[str] = []
    cities: list[str] = []
    questions: list[str] = []
    sources: list[SourceMatter] = []


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a folder: documents by id, and the files that failed, by path."""

    documents: Sequence[Document]
    failures: Sequence[CorpusError]


def document_paths(folder: Path) -> list[Path]:
    """Files of `folder` and below that can be read as documents, in order of path."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES and not path.name.startswith(".")
    )


def read_documents(folder: Path, *, language: str) -> Reading:
    """Read every document of `folder`; a file that fails is reported and left out.

    Two files with one id: the first, by path, stands and the second is a failure.
    """
    documents: dict[str, Document] = {}
    failures: list[CorpusError] = []
    for path in document_paths(folder):
        try:
            document = read_document(path, language=language)
            if document.id in documents:
                raise InvalidDocumentError(path, f"the id '{document.id}' is already taken")
        except CorpusError as error:
            failures.append(error)
        else:
            documents[document.id] = document
    return Reading(tuple(documents[id_] for id_ in sorted(documents)), tuple(failures))


def read_document(path: Path, *, language: str) -> Document:
    """Read one Markdown file.

    Args:
        path: the file; UTF-8, with or without front matter.
        language: taken when the front matter names none.

    Raises:
        UnreadableFileError: the file cannot be opened or is not UTF-8 text.
        InvalidDocumentError: the front matter is not as `FrontMatter` says, or there is no text.
    """
    content = _read_text(path)
    matter, body = _split(path, content)
    body = visible(body)
    if not body.strip():
        raise InvalidDocumentError(path, "holds no text")
    heading = _FIRST_HEADING.search(body)
    return Document(
        id=matter.id or slug(path.stem),
        title=matter.title or (heading.group(1) if heading else path.stem),
        kind=matter.kind,
        text=body,
        language=matter.language or language,
        published=str(matter.published),
        topics=tuple(matter.topics),
        cities=tuple(matter.cities),
        questions=tuple(matter.questions),
        sources=tuple(
            Source(s.title, s.publisher, s.url, str(s.published)) for s in matter.sources
        ),
    )


def slug(text: str) -> str:
    """`text` as lower-case ASCII words joined by hyphens; 'document' if nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "document"


def _read_text(path: Path) -> str:
    try:
        content = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(path, "is not UTF-8 text") from error
    except OSError as error:
        raise UnreadableFileError(path, f"cannot be read ({error.strerror})") from error
    if "\0" in content:
        raise UnreadableFileError(path, "holds NUL bytes, so it is not text")
    return content


def _split(path: Path, content: str) -> tuple[FrontMatter, str]:
    """Front matter, and the body with its characters as they are."""
    match = _FRONT_MATTER.match(content)
    if not match:
        return FrontMatter(), content
    try:
        matter = FrontMatter.model_validate(parse_yaml(match.group(1)) or {})
    except yaml.YAMLError as error:
        reason = f"the front matter is not valid YAML ({error})"
        raise InvalidDocumentError(path, reason) from error
    except ValidationError as error:
        raise InvalidDocumentError(path, f"front matter, {first_fault(error)}") from error
    return matter, content[match.end() :]
