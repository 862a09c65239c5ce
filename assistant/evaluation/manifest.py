"""What a run was made of, by hash, so that two runs can be told apart or found the same."""

import hashlib
import platform
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.generation.specification import read_specification
from assistant.settings import Settings
from corpus.errors import UnreadableFileError

LIBRARIES = ("bm25s", "chromadb", "ir-measures", "numpy", "onnxruntime", "rapidfuzz", "sentencex")
"""Whose version may change a figure."""


class RunManifest(BaseModel):
    """Stands in a run as `manifest.json`; holds no times.

    Attributes:
        corpus: SHA-256 over the programme's files, by path.
        index, model: ids of the index and of the exact weights.
        code: SHA-256 over this project's modules that answer and measure.
        settings: all that is set, folders of the machine left out.
        questions: name of each question set to the SHA-256 of its file.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    programme: str
    corpus: str
    index: str
    model: str
    model_digest: str
    code: str
    settings: Mapping[str, object]
    questions: Mapping[str, str]
    outside: Mapping[str, str]
    python: str
    libraries: Mapping[str, str]


def settings_of(settings: Settings) -> dict[str, object]:
    """The settings that decide an answer: without the machine's folders and addresses.

    A language model is told by its name.
    """
    machine = {"programme", "data_dir", "cache_dir", "host", "port", "allow_download"}
    dumped = settings.model_dump(mode="json", exclude=machine)
    asked = read_specification(settings.llm)
    return {**dumped, "llm": f"{asked.provider}:{asked.model}" if asked else ""}


def libraries() -> dict[str, str]:
    """Versions of the libraries that may change a figure."""
    return {name: version(name) for name in LIBRARIES}


def python() -> str:
    """Name and version of the interpreter."""
    return f"{platform.python_implementation()} {platform.python_version()}"


def code_digest() -> str:
    """SHA-256 over the modules of the layers below `ui`."""
    root = Path(__file__).parents[2]
    paths = sorted(
        p for layer in ("assistant", "corpus", "index") for p in root.glob(f"{layer}/**/*.py")
    )
    return digest_of({str(path.relative_to(root)): file_digest(path) for path in paths})


def digest_of(hashes: Mapping[str, str]) -> str:
    """SHA-256 over names and hashes, in order of name."""
    lines = "".join(f"{name} {hashes[name]}\n" for name in sorted(hashes))
    return hashlib.sha256(lines.encode()).hexdigest()


def file_digest(path: Path) -> str:
    """SHA-256 of a file.

    Raises:
        UnreadableFileError: it cannot be read.
    """
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise UnreadableFileError(path, f"cannot be read ({error.strerror})") from error


def digests(paths: Sequence[Path]) -> dict[str, str]:
    """Name of each file, without its ending, to its SHA-256."""
    return {path.stem: file_digest(path) for path in paths}
