"""Building an index beside the old one and swapping them in one step.

    <index folder>/
        current                 the name of the generation that answers
        generations/<id>/       manifest.json, programme.json, records.json, catalogue.sqlite,
                                lexicon/, words/, sentences.npy, chroma/;
                                later suggestions/, by `assistant.suggestions.store`
        build.lock

A generation is made under another name and renamed when it is whole; `current` is replaced after
that. So a build killed at any point leaves the old index answering, and its remains are removed by
the next one. The generation before the current one is kept for processes that still read it.
"""

import datetime as dt
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Protocol

import numpy as np
from filelock import FileLock, Timeout
from numpy.typing import NDArray

from corpus.chunker import chunk
from corpus.documents import Document, Passage
from corpus.errors import InvalidDocumentError
from corpus.programme import Programme, read_programme
from index.catalogue import Catalogue
from index.errors import IndexBusyError, IndexUnwritableError
from index.lexicon import Lexicon
from index.manifest import Inputs, Manifest, shown
from index.store import VectorStore
from index.word_vectors import WordVectors, vocabulary

PARTS = ("programme.json", "catalogue.sqlite", "sentences.npy", "lexicon", "words", "chroma")
"""What a generation holds besides its manifest; records only if the programme has some."""

_UNFINISHED = ".unfinished"

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many of it are done, and how many there are."""


class PassageEncoder(Protocol):
    """Gives texts their vectors."""

    def embed_passages(
        self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        """Unit vectors, shape (len(texts), dimensions); tells `progress` how many are done."""
        ...


@dataclass(frozen=True, slots=True)
class Generation:
    """A whole index on disk."""

    folder: Path
    manifest: Manifest


def current(index_folder: Path) -> Generation | None:
    """The generation that answers, or None if no whole index is here."""
    try:
        name = (index_folder / "current").read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return _whole(index_folder / "generations" / name) if name else None


def _whole(folder: Path) -> Generation | None:
    """The generation in a folder, or None if a part of it is missing."""
    manifest = Manifest.read(folder / "manifest.json")
    if manifest is None or not all((folder / part).exists() for part in PARTS):
        return None
    return Generation(folder, manifest)


def build(
    programme_folder: Path,
    index_folder: Path,
    *,
    inputs: Inputs,
    encoder: PassageEncoder,
    progress: Progress,
) -> Generation:
    """Build a generation from a programme folder and make it the current one.

    Args:
        inputs: what it is built from; gives the generation its name.
        encoder: the model that `inputs` names.

    Raises:
        IndexBusyError: another process is building here.
        IndexUnwritableError: the folder cannot be written to.
        CorpusError: programme.yaml or the records are wrong, or no document can be read.
    """
    programme = read_programme(programme_folder)
    if not programme.documents:
        raise InvalidDocumentError(programme_folder, "holds no document that can be read")
    with locked(index_folder):
        return _build(programme, index_folder, inputs, encoder, progress)


@contextmanager
def locked(index_folder: Path) -> Iterator[None]:
    """Be the only process that writes to an index folder, which is made if it is not there.

    Raises:
        IndexBusyError: another process is writing there.
        IndexUnwritableError: the folder cannot be written to.
    """
    try:
        index_folder.mkdir(parents=True, exist_ok=True)
        with FileLock(index_folder / "build.lock", timeout=0):
            yield
    except Timeout as error:
        raise IndexBusyError(index_folder) from error
    except OSError as error:
        raise IndexUnwritableError(index_folder, error.strerror or str(error)) from error
    except sqlite3.Error as error:
        raise IndexUnwritableError(index_folder, str(error)) from error


def _build(
    programme: Programme,
    index_folder: Path,
    inputs: Inputs,
    encoder: PassageEncoder,
    progress: Progress,
) -> Generation:
    generations = index_folder / "generations"
    generations.mkdir(exist_ok=True)
    old = current(index_folder)
    target = generations / inputs.id
    whole = _whole(target)
    _remove_others(generations, {g.folder.name for g in (old, whole) if g})
    if whole is None:
        # A new name each time: Chroma remembers the folders that a process has opened.
        workshop = Path(mkdtemp(prefix=f"{inputs.id}.", suffix=_UNFINISHED, dir=generations))
        _fill(workshop, programme, inputs, encoder, progress)
        workshop.rename(target)
    _point(index_folder, target.name)
    built = _whole(target)
    assert built is not None  # made just now, or found above
    return built


def _remove_others(generations: Path, keep: set[str]) -> None:
    for folder in list(generations.iterdir()):
        if folder.name in keep:
            continue
        # Renamed first, in one step: half a generation must never bear a generation's name.
        doomed = folder
        if not folder.name.endswith(_UNFINISHED):
            doomed = folder.rename(folder.with_name(folder.name + _UNFINISHED))
        shutil.rmtree(doomed)


def _fill(
    folder: Path,
    programme: Programme,
    inputs: Inputs,
    encoder: PassageEncoder,
    progress: Progress,
) -> None:
    cut = [(d, p) for d in programme.documents for p in chunk(d, inputs.chunker)]
    passages = [passage for _, passage in cut]
    texts = [passage_text(document, passage) for document, passage in cut]
    lines = [d.text[s.start : s.end] for d, p in cut for s in p.sentences]
    known = vocabulary(texts)
    total = len(texts) + len(lines) + len(known)

    def tell(done: int) -> None:
        progress("Embedding", done, total)

    tell(0)
    vectors = encoder.embed_passages(texts, progress=tell)
    sentence_vectors = encoder.embed_passages(lines, progress=lambda done: tell(len(texts) + done))
    word_vectors = encoder.embed_passages(
        known, progress=lambda done: tell(len(texts) + len(lines) + done)
    )
    progress("Writing", 0, 1)
    np.save(folder / "sentences.npy", sentence_vectors)
    WordVectors.save(folder / "words", known, word_vectors)
    _write(folder / "programme.json", programme.description.model_dump_json())
    if programme.records:
        _write(folder / "records.json", programme.records.model_dump_json())
    Catalogue.create(folder / "catalogue.sqlite", programme.documents, passages).close()
    _lexicon(cut, texts).save(folder / "lexicon")
    entries = [(d, p, text) for (d, p), text in zip(cut, texts, strict=True)]
    VectorStore.create(folder / "chroma", entries, vectors)
    manifest = Manifest(
        inputs=inputs,
        built=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        documents=len(programme.documents),
        passages=len(passages),
        sentences=len(lines),
        dimensions=int(vectors.shape[1]),
        cosine_floor=_mean_cosine(sentence_vectors),
        failures={shown(f.path, programme.folder): f.reason for f in programme.failures},
    )
    _write(folder / "manifest.json", manifest.model_dump_json(indent=2))
    progress("Writing", 1, 1)


def passage_text(document: Document, passage: Passage) -> str:
    """What a passage's vector and terms stand for: its title, headings and text."""
    headings = dict.fromkeys([document.title, *passage.headings])
    return f"{' – '.join(headings)}\n{document.text[passage.span.start : passage.span.end]}"


def _mean_cosine(vectors: NDArray[np.float32]) -> float:
    """Mean cosine over all pairs of different rows, to six places; 0 for fewer than two rows."""
    count = len(vectors)
    if count < 2:
        return 0.0
    whole = vectors.sum(axis=0, dtype=np.float64)
    return round(float((whole @ whole - count) / (count * (count - 1))), 6)


def _lexicon(cut: Sequence[tuple[Document, Passage]], texts: Sequence[str]) -> Lexicon:
    by_language: dict[str, dict[str, str]] = {}
    for (document, passage), text in zip(cut, texts, strict=True):
        by_language.setdefault(document.language, {})[passage.id] = text
    return Lexicon.build(by_language)


def _point(index_folder: Path, name: str) -> None:
    pending = index_folder / "current.pending"
    _write(pending, name)
    pending.replace(index_folder / "current")


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
