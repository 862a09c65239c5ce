"""A folder's documents. A file that fails is an error that names it, never half a document."""

from pathlib import Path

from corpus.documents import Document
from corpus.errors import CorpusError, InvalidDocumentError
from corpus.isolation import IsolatedReader
from corpus.limits import USUAL, Limits
from corpus.reading import Reading, readable


def document_paths(folder: Path) -> list[Path]:
    """Files of `folder` and below that are tried as documents, in order of path.

    Folders that are hidden, such as `.git`, and those behind links are not looked into.
    """
    tried = (path for path in folder.rglob("*") if readable(path) and _is_there(path))
    return sorted(path for path in tried if not _is_hidden(path.parent.relative_to(folder)))


def _is_there(path: Path) -> bool:
    """Whether there is a file; where that may not be known, reading it will tell why."""
    try:
        return path.is_file()
    except PermissionError:
        return True


def _is_hidden(below: Path) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in below.parts)


def read_documents(folder: Path, *, language: str, limits: Limits = USUAL) -> Reading:
    """Read every document of `folder`; a file that fails is reported and left out.

    Two documents with one id: the first, by path, stands and the second is a failure.
    """
    documents: dict[str, Document] = {}
    failures: list[CorpusError] = []
    with IsolatedReader(limits) as reader:
        for path in document_paths(folder):
            name = path.relative_to(folder).as_posix()
            reading = reader.read(path, name=name, language=language)
            failures += reading.failures
            for document in reading.documents:
                if document.id in documents:
                    reason = f"the id '{document.id}' is already taken"
                    failures.append(InvalidDocumentError(path, reason))
                else:
                    documents[document.id] = document
    return Reading(tuple(documents[id_] for id_ in sorted(documents)), tuple(failures))
