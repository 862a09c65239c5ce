"""Embedding models: prepared once, kept in the user's cache, and found again.

This module says what a prepared model is, finds one, and has one made safely: one process at a
time, all or nothing. It leaves the original to `index.originals`, the making to `index.conversion`
(with the extra `prepare`, imported only then), and the use to `index.embedder`.

    <cache>/
        prepare.lock
        <model>-<key>/          prepared.json, tokenizer.json, words.bin, model.onnx, weights.bin
        <model>-<key>.<n>.unfinished/       a preparation at work, or one that was killed
"""

import contextlib
import hashlib
import os
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from filelock import FileLock, Timeout
from pydantic import BaseModel, ConfigDict, ValidationError

from index.anatomy import quiet_libraries
from index.errors import IndexUnwritableError, ModelChecksumError
from index.originals import Progress, as_folder, check_sha256, find, folder_state, identity

Scripts = Literal["Latin", "all"]
Products = Literal["all", "all but narrowing"]

DEFAULT_MODEL = "multilingual-e5-small"
FORMAT = 2

RECORD, TOKENIZER, WORDS = "prepared.json", "tokenizer.json", "words.bin"
GRAPH, WEIGHTS = "model.onnx", "weights.bin"
_UNFINISHED = ".unfinished"


class Record(BaseModel):
    """What `prepared.json` says.

    Attributes:
        model: the name, path or hub id that was asked for.
        origin: the package and version, the folder, or the hub id that the weights came from.
        source_sha256: of the file of weights there.
        source_state: of a folder of the user's, to see when it changes; else empty.
        files: name to size in bytes and SHA-256.
        dimensions: of a text's vector; `width` of a word's.
        max_tokens: special tokens included; what comes after is not looked at.
        pooling: how the words' vectors become the text's: their mean, or the first one.
        normalize: vectors are brought to unit length.
        query_prompt: put before each question; `passage_prompt` before each passage.
        scripts: whose pieces the vocabulary holds; text in others becomes <unk>.
        products: which matrix products are in 8 bits: all, or all but those that narrow.
        lowest_cosine: between prepared and original vectors of the sample texts, by the last layer.
        libraries: versions that prepared it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: Literal[2] = 2
    model: str
    origin: str
    source_sha256: str
    source_state: str
    files: Mapping[str, tuple[int, str]]
    dimensions: int
    width: int
    max_tokens: int
    pooling: Literal["mean", "cls"]
    normalize: Literal[True] = True
    query_prompt: str
    passage_prompt: str
    scripts: Sequence[Scripts]
    products: Products
    lowest_cosine: float
    libraries: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PreparedModel:
    """A model in the cache, ready for `index.embedder`."""

    folder: Path
    record: Record

    @property
    def name(self) -> str:
        """The name, path or hub id that was asked for."""
        return self.record.model

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self.record.dimensions

    @property
    def max_tokens(self) -> int:
        """How many tokens of a text are looked at, special ones included."""
        return self.record.max_tokens

    @property
    def digest(self) -> str:
        """Twelve hexadecimal digits that stand for the content of its files."""
        files = self.record.files
        lines = [f"{name} {files[name][1]}\n" for name in sorted(files)]
        return hashlib.sha256("".join(lines).encode()).hexdigest()[:12]

    def verify(self) -> None:
        """Read all files and compare their hashes with the record.

        Raises:
            ModelChecksumError: if one was damaged, replaced or removed.
        """
        for name, (_, expected) in self.record.files.items():
            remedy = f"Delete {self.folder}, then prepare the model again: assistant index build"
            check_sha256(self.folder / name, expected, remedy)


def word_rows(width: int) -> np.dtype[np.void]:
    """A row of words.bin: a word's vector is `codes` times `scale`."""
    return np.dtype([("scale", "<f4"), ("codes", "i1", (width,))])


def prepared(model: str, cache: Path, *, scripts: Scripts = "Latin") -> PreparedModel | None:
    """The model as it was prepared before, or None; looks at names and sizes only.

    Arguments are those of `prepare`.
    """
    folder = cache / _key(model, scripts)
    try:
        record = Record.model_validate_json((folder / RECORD).read_bytes())
        sizes = {name: (folder / name).stat().st_size for name in record.files}
    except (OSError, ValidationError):
        return None
    if any(sizes[name] != size for name, (size, _) in record.files.items()):
        return None
    source = as_folder(model)
    if source and source.is_dir() and folder_state(source) != record.source_state:
        return None  # there is another model in that folder now
    return PreparedModel(folder, record)


def prepare(
    model: str,
    *,
    cache: Path,
    progress: Progress,
    scripts: Scripts = "Latin",
    allow_download: bool = False,
) -> PreparedModel:
    """Prepare a model, unless that was done before.

    Args:
        model: "multilingual-e5-small", "all-MiniLM-L6-v2", the folder of a sentence-transformers
            model, or its id on the Hugging Face hub.
        cache: folder for prepared models; made if needed.
        progress: told in a few words what is being done.
        scripts: "Latin" leaves out the pieces of other scripts where the vocabulary allows it,
            which saves 200 MB of memory with the default model; text in other scripts then becomes
            <unk>. "all" keeps them.
        allow_download: whether a hub id may be fetched; if not, it must have been before.

    Raises:
        ModelUnavailableError: the model, or what prepares it, is not here, or it is of a kind
            that cannot be prepared.
        ModelChecksumError: the weights are not the ones we know.
        ModelConversionError: the result does not agree with the original.
        IndexUnwritableError: the cache cannot be written to.
    """
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with _locked(cache / "prepare.lock", progress):
            _remove_unfinished(cache)
            found = _sound(model, cache, scripts)
            return found or _prepare(model, cache, progress, scripts, allow_download)
    except OSError as error:
        raise IndexUnwritableError(cache, error.strerror or str(error)) from error


@contextlib.contextmanager
def _locked(path: Path, progress: Progress) -> Iterator[None]:
    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        progress("Waiting for another process that prepares a model")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _remove_unfinished(cache: Path) -> None:
    for remains in cache.glob(f"*{_UNFINISHED}"):
        shutil.rmtree(remains)


def _sound(model: str, cache: Path, scripts: Scripts) -> PreparedModel | None:
    found = prepared(model, cache, scripts=scripts)
    with contextlib.suppress(ModelChecksumError):
        if found:
            found.verify()
            return found
    return None


def _prepare(
    model: str, cache: Path, progress: Progress, scripts: Scripts, allow_download: bool
) -> PreparedModel:
    target = cache / _key(model, scripts)
    workshop = cache / f"{target.name}.{os.getpid()}{_UNFINISHED}"
    scratch = workshop / "scratch"
    scratch.mkdir(parents=True)
    try:
        with quiet_libraries(allow_download=allow_download):
            # Conversion stands above this module and brings in the libraries kept quiet here.
            from index.conversion import convert

            original = find(model, scratch, progress=progress, allow_download=allow_download)
            record = convert(
                original, workshop, scratch=scratch, progress=progress, scripts=scripts
            )
        shutil.rmtree(scratch)
        (workshop / RECORD).write_text(record.model_dump_json(indent=2), encoding="utf-8")
        if target.exists():
            target.rename(cache / f"{target.name}.replaced{_UNFINISHED}")
        workshop.rename(target)
    finally:
        _remove_unfinished(cache)
    return PreparedModel(target, record)


def _key(model: str, scripts: Scripts) -> str:
    """Name of the model's folder in the cache."""
    parts = "\0".join([identity(model), scripts, str(FORMAT)])
    readable = re.sub(r"[^A-Za-z0-9.-]+", "-", Path(model).name).strip("-.") or "model"
    return f"{readable}-{hashlib.sha256(parts.encode()).hexdigest()[:8]}"
