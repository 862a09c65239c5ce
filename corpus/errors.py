"""The project's errors, one tree. Messages are written for the person who will read them.

ProgrammeAssistantError
├── CorpusError                  documents and records
│   ├── UnreadableFileError      a file cannot be opened or decoded
│   ├── UnwritableFileError      a file or folder cannot be written
│   ├── InvalidDocumentError     a document's front matter or form is wrong
│   └── InvalidRecordError       a record file does not hold what it should
├── FetchError                   (corpus.web.errors)
├── IndexingError                (index.errors)
└── AnsweringError               (assistant.errors)
"""

from pathlib import Path


class ProgrammeAssistantError(Exception):
    """Root of every error this project raises on purpose."""


class CorpusError(ProgrammeAssistantError):
    """Documents or records cannot be used.

    Attributes:
        path: the file concerned.
        reason: what is wrong with it, in one plain sentence.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type["CorpusError"], tuple[Path, str]]:
        """As it travels between processes: made again from what it was made from."""
        return type(self), (self.path, self.reason)


class UnreadableFileError(CorpusError):
    """A file cannot be opened, or is not text."""


class UnwritableFileError(CorpusError):
    """A file or folder cannot be written."""


class InvalidDocumentError(CorpusError):
    """A document's front matter or form is wrong."""


class InvalidRecordError(CorpusError):
    """A record file does not hold what its type asks for."""
