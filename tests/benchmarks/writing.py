"""What writing costs: the writer's rate beside the model's, and a look at a thousand files."""

import shutil
import statistics
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.assembly import open_assistant, open_encoder
from assistant.settings import read_settings
from assistant.upkeep import update_index
from corpus.chunker import ChunkerSettings, chunk
from corpus.documents import Document
from corpus.formats.tongues import language_of
from index.builder import PassageEncoder
from index.ingestion import Cut, passage_text
from index.sources import FileState
from index.state import IndexState
from index.writer import IndexWriter
from tests.benchmarks.kept_vectors import DIMENSIONS
from tests.benchmarks.measuring import report, write
from tests.benchmarks.variation import Original, passages

PROGRAMME = Path(__file__).parents[1] / "fixtures" / "programme"
FILES = 1_000
SMALL, ROUNDS = 500, 3
"""Files of a passage each, and how often they are added."""
OF_ONE = 10
"""Passages that a document has in the mean, of which each small file holds the first."""
MEASURED = 1_000
"""Passages that the model and the writer are compared on."""


def ingest(made_from: Sequence[Original], home: Path) -> None:
    """The writer's rate with the model, and in turn the bare model's over the same passages.

    Of both: until all passages are answered from, and until their sentences and words are read.
    """
    encoder = open_encoder(read_settings())
    folder = emptied(home / "ingest") / "generations" / "measured"
    documents = passages(made_from[:: max(1, len(made_from) // 20)], MEASURED)
    bare = writing = 0.0
    count = 0
    with closing(writer_to(folder, encoder)) as writer:
        for document in documents:
            found = chunk(document, ChunkerSettings())
            count += len(found)
            start = time.perf_counter()
            encoder.embed_passages([passage_text(document, passage) for passage in found])
            between = time.perf_counter()
            writer.put(FileState(document.id, "", 0, 0, ""), [document])
            bare, writing = bare + between - start, writing + time.perf_counter() - between
        start = time.perf_counter()
        writer.start()
        started = time.perf_counter()
        writer.finish(progress=silent)
        writing += started - start
        whole = writing + time.perf_counter() - started
    write(f"{count} passages: model {count / bare:.1f}, answered from {count / writing:.1f},")
    write(f"  and all is read {count / whole:.1f} a second, {bare / whole:.2f} of the model's")
    report("least share that is asked for / writer's of the model's", 0.85 * writing / bare, 1.0)


def small_files(made_from: Sequence[Original], home: Path) -> None:
    """A new index of files of one passage each, and the bare model after it, in turn.

    Libraries, the model and the table that tells languages are loaded before, as a service has
    them. The rate is until the index answers, with all passages found.
    """
    documents = passages(made_from, SMALL * OF_ONE)[:SMALL]
    settings = read_settings().model_copy(
        update={"programme": home / "small" / "programme", "data_dir": home / "small" / "data"}
    )
    model = open_encoder(settings)
    language_of("So that the table of languages is read, which takes a while. " * 2)
    shares = []
    for _ in range(ROUNDS):
        folder = emptied(home / "small-files") / "programme" / "documents"
        folder.mkdir(parents=True)
        shutil.copy(PROGRAMME / "programme.yaml", folder.parent)
        for n, document in enumerate(documents):
            (first, *_) = chunk(document, ChunkerSettings())
            text = document.text[first.span.start : first.span.end]
            told = f"# {document.title} {n}\n\n{text}\n"
            (folder / f"{n}.md").write_text(told, encoding="utf-8")
        begun = time.time()
        generation, _ = update_index(settings, encoder=model, progress=silent)
        taken = (generation.folder.parents[1] / "current").stat().st_mtime - begun
        with closing(IndexState(generation)) as now:
            texts = [
                passage_text(own, entry.passage)
                for own in now.catalogue.documents()
                for entry in now.catalogue.passages_of(own.id)
            ]
        start = time.perf_counter()
        model.embed_passages(texts)
        bare = time.perf_counter() - start
        write(f"{len(texts)} passages: model {len(texts) / bare:.1f}, answered from")
        write(f"  {len(texts) / taken:.1f} a second, {bare / taken:.2f} of the model's")
        shares.append(bare / taken)
    share = statistics.median(shares)
    report("of small files: least share that is asked for / writer's", 0.85 / share, 1.0)


def rerun(made_from: Sequence[Original], home: Path) -> None:
    """A thousand files: looked at again unchanged, and one of them changed."""
    documents: Sequence[Document] = passages(made_from, 10 * FILES)
    settings = read_settings().model_copy(
        update={"programme": PROGRAMME, "data_dir": emptied(home / "files")}
    )
    folder = settings.data_dir / "added"
    folder.mkdir()
    for n, document in enumerate(documents[:FILES]):
        text = f"# {document.title} {n}\n\n{document.text}\n"
        (folder / f"{document.id}.md").write_text(text, encoding="utf-8")
    model = open_encoder(settings)
    _, changes = update_index(settings, add=[str(folder)], encoder=Guesses(), progress=silent)
    assert len(changes.put) >= FILES, changes
    start = time.perf_counter()
    _, changes = update_index(settings, encoder=model, progress=silent)
    report(f"unchanged {FILES} files, s", time.perf_counter() - start, 3.0)
    assert not changes
    library = open_assistant(settings, encoder=model)
    assert library.ask("What does the keeper of Utsira play?").status != "answered"
    start = time.perf_counter()
    told = "# The lighthouse\n\nThe lighthouse keeper of Utsira plays the nyckelharpa.\n"
    changed = folder / f"{documents[0].id}.md"
    changed.write_text(told, encoding="utf-8")
    update_index(settings, encoder=model, progress=silent)
    answer = open_assistant(settings, encoder=model).ask("What does the keeper of Utsira play?")
    report("one of them changed until it is answered from, s", time.perf_counter() - start, 2.0)
    assert "nyckelharpa" in answer.text, answer.text


class Guesses:
    """Vectors at random, where nothing depends on them."""

    def embed_passages(
        self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        """As an encoder's."""
        chance = np.random.default_rng(len(texts[0]))
        vectors = chance.standard_normal((len(texts), DIMENSIONS), dtype=np.float32)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / lengths)


def emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def writer_to(folder: Path, encoder: PassageEncoder) -> IndexWriter:
    return IndexWriter(
        folder,
        cut=Cut(chunker=ChunkerSettings()),
        encoder=encoder,
        model_digest="kept",
        cache=folder.parents[1] / "remembered.sqlite",
    )


def silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""
