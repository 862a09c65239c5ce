"""What an index was built from, so that a mismatch can be named and an unchanged one left alone."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.chunker import ChunkerSettings
from corpus.programme import programme_files

FORMAT = 2


class Inputs(BaseModel):
    """Everything that decides what an index holds.

    Attributes:
        programme: the programme's id.
        files: path below the programme folder to SHA-256 of the content.
        model: name of the embedding model; `model_digest` stands for its exact weights.
        code: SHA-256 over this project's code that reads, cuts and indexes documents.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: int = FORMAT
    programme: str
    files: Mapping[str, str]
    model: str
    model_digest: str
    chunker: ChunkerSettings
    code: str

    @property
    def id(self) -> str:
        """Twelve hexadecimal digits that name this combination."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:12]


class Manifest(BaseModel):
    """Stands in an index as `manifest.json`.

    Attributes:
        built: end of the build, ISO 8601 in UTC.
        cosine_floor: mean cosine of two sentences taken at random; what 'unrelated' looks like
            to the model.
        failures: document path to the reason why it was left out.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    inputs: Inputs
    built: str
    documents: int
    passages: int
    sentences: int
    dimensions: int
    cosine_floor: float
    failures: Mapping[str, str] = {}

    @classmethod
    def read(cls, path: Path) -> "Manifest | None":
        """The manifest at `path`; None if there is none or it is of another format."""
        try:
            return cls.model_validate_json(path.read_bytes())
        except (OSError, ValidationError):
            return None


def file_hashes(folder: Path) -> dict[str, str]:
    """SHA-256 of each file of a programme, by path below `folder`; unreadable files get ''."""
    return {shown(path, folder): _digest(path) for path in programme_files(folder)}


def shown(path: Path, folder: Path) -> str:
    """A file's path below `folder`; bytes of a name that are not UTF-8 become '?'."""
    return path.relative_to(folder).as_posix().encode("utf-8", "replace").decode("utf-8")


def code_digest() -> str:
    """SHA-256 over the modules that decide what an index holds."""
    here = Path(__file__).parent
    modules = sorted([*here.glob("*.py"), *(here.parent / "corpus").rglob("*.py")])
    whole = hashlib.sha256()
    for module in modules:
        whole.update(module.name.encode() + b"\0" + module.read_bytes())
    return whole.hexdigest()


def differences(built: Inputs, wanted: Inputs) -> list[str]:
    """What has changed since an index was built, one plain sentence each; empty if nothing."""
    found: list[str] = []
    if (built.model, built.model_digest) != (wanted.model, wanted.model_digest):
        found.append(
            f"It was built with the embedding model {built.model} ({built.model_digest}); "
            f"the settings ask for {wanted.model} ({wanted.model_digest})."
        )
    names = built.files.keys() | wanted.files.keys()
    changed = sorted(n for n in names if built.files.get(n) != wanted.files.get(n))
    if changed:
        found.append(f"{len(changed)} files have changed since: {_some(changed)}.")
    if built.chunker != wanted.chunker:
        found.append("It was built with other settings for cutting documents into passages.")
    if (built.code, built.format) != (wanted.code, wanted.format):
        found.append("It was built by another version of this program.")
    return found


def _some(names: Iterable[str], limit: int = 3) -> str:
    names = list(names)
    rest = len(names) - limit
    return ", ".join(names[:limit]) + (f" and {rest} more" if rest > 0 else "")


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
