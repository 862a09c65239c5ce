"""Errors of indexing, below `corpus.errors.ProgrammeAssistantError`.

IndexingError
├── IndexMissingError       no index was built here
├── IndexMismatchError      it was built from something else than the settings ask for
├── IndexBusyError          another process is building it
├── IndexDamagedError       its vectors cannot be read
├── IndexUnwritableError    a folder of ours cannot be written to
├── VectorServerError       the Chroma server that is set cannot be used
├── ClusterError            the Ray cluster that is set cannot be used
├── UnreadableAdditionsError  the list of what was added cannot be read
├── SourceError             what was named cannot be added, or was never added
├── ModelUnavailableError   the embedding model, or what prepares it, is not here
├── ModelChecksumError      a file of the model is not the one we know
└── ModelConversionError    the prepared model does not agree with the original
"""

from collections.abc import Sequence
from pathlib import Path

from corpus.errors import ProgrammeAssistantError

PREPARE_HINT = "Install what prepares models: pip install 'programme-assistant[prepare]'"


class IndexingError(ProgrammeAssistantError):
    """Passages cannot be made findable, or found."""


class IndexMissingError(IndexingError):
    """No index was built here.

    Attributes:
        folder: where it was looked for.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(f"There is no index in {folder}. Build it first: assistant index build")
        self.folder = folder


class IndexMismatchError(IndexingError):
    """The index was built from something else than the settings ask for.

    Attributes:
        folder: the index.
        differences: what differs, one plain sentence each.
    """

    def __init__(self, folder: Path, differences: Sequence[str]) -> None:
        lines = " ".join(differences)
        super().__init__(
            f"The index in {folder} does not fit the settings. {lines} "
            "Build it again: assistant index build"
        )
        self.folder = folder
        self.differences = tuple(differences)


class IndexBusyError(IndexingError):
    """Another process is building the index.

    Attributes:
        folder: the index.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"Another process is building the index in {folder}. Try again when it is done."
        )
        self.folder = folder


class IndexDamagedError(IndexingError):
    """The vectors of an index cannot be read or written.

    Attributes:
        folder: where they are kept.
        reason: what the vector store says.
    """

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(
            f"The vectors in {folder} cannot be used ({reason}). Remove the folder above it and "
            "build it again: assistant index build"
        )
        self.folder = folder
        self.reason = reason


class IndexUnwritableError(IndexingError):
    """A folder for an index or a model cannot be written to.

    Attributes:
        folder: the folder concerned.
        reason: what the operating system says.
    """

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(f"{folder} cannot be written to: {reason}")
        self.folder = folder
        self.reason = reason


class VectorServerError(IndexingError):
    """The Chroma server that the settings name cannot be reached, or does not do what is asked.

    Attributes:
        address: of the server.
        reason: what it says, or what the network does.
    """

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(
            f"The Chroma server at {address} cannot be used: {reason} Start it, or correct "
            "chroma.address in the settings."
        )
        self.address = address
        self.reason = reason


class ClusterError(IndexingError):
    """The Ray cluster that the settings name cannot be used.

    Attributes:
        address: of the cluster.
        reason: what it says.
    """

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(
            f"The Ray cluster '{address}' cannot be used: {reason} Correct ray.address in the "
            "settings, or leave it empty to embed here."
        )
        self.address = address
        self.reason = reason


class SourceError(IndexingError):
    """What was named cannot be added to the index, or was never added to it.

    Attributes:
        address: the file, folder or web address.
    """

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(f"{address} {reason}")
        self.address = address


class UnreadableAdditionsError(IndexingError):
    """The list of what was added to the index is there and cannot be read.

    Attributes:
        path: the file.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path}, which lists what was added to the index, cannot be read. Put it right, or "
            "remove it and add everything again."
        )
        self.path = path


class ModelUnavailableError(IndexingError):
    """The embedding model, or what prepares it, is not here.

    Attributes:
        model: its name, as asked for.
        reason: what is missing, in one plain sentence.
        remedy: what to do about it, in one plain sentence.
    """

    def __init__(self, model: str, reason: str, remedy: str = PREPARE_HINT) -> None:
        super().__init__(f"The embedding model {model} cannot be used. {reason} {remedy}")
        self.model = model
        self.reason = reason
        self.remedy = remedy


class ModelChecksumError(IndexingError):
    """A file of the model is not the one we know: damaged, cut short or replaced.

    Attributes:
        path: the file.
        expected: the SHA-256 it should have, in hexadecimal digits.
        found: the one it has; empty if there is no such file.
        remedy: what to do about it, in one plain sentence.
    """

    def __init__(self, path: Path, expected: str, found: str, remedy: str) -> None:
        state = f"is {found}" if found else "there is no such file"
        super().__init__(
            f"{path} is damaged, replaced or gone: its SHA-256 should be {expected}, "
            f"but {state}. {remedy}"
        )
        self.path = path
        self.expected = expected
        self.found = found
        self.remedy = remedy


class ModelConversionError(IndexingError):
    """The prepared model gives other vectors than the original; nothing of it was kept.

    Attributes:
        model: its name, as asked for.
        cosine: lowest similarity of a prepared and an original vector, -1 to 1.
        floor: the similarity that every sample text must reach.
    """

    def __init__(self, model: str, cosine: float, floor: float) -> None:
        super().__init__(
            f"The embedding model {model} was converted, but its vectors have a cosine of only "
            f"{cosine:.4f} to the original's on one of the sample texts; {floor} is asked for. "
            "Nothing was kept; choose another model."
        )
        self.model = model
        self.cosine = cosine
        self.floor = floor
