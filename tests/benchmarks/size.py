"""What many passages cost, measured in one run: `make bench-size COUNT=100000 OUTSIDE="folder …"`.

An index of so many passages of real text (`tests.benchmarks.variation`) is written by the one
writer, and searched, beside one of a thousand. Vectors are kept in a file between runs, and where
the model has not reckoned them yet they are stand-ins (`tests.benchmarks.kept_vectors`).
"""

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.assembly import open_assistant, open_encoder, update_index
from assistant.settings import read_settings
from corpus.chunker import ChunkerSettings, chunk
from corpus.documents import Document
from index.builder import Generation, space_of
from index.database import open_state
from index.ingestion import Cut, PassageEncoder, passage_text
from index.manifest import FILE, Inputs
from index.retriever import Retriever
from index.sources import FileState
from index.state import IndexState
from index.store import ExactVectors, open_vectors
from index.writer import IndexWriter
from tests.benchmarks.kept_vectors import DIMENSIONS, KeptVectors
from tests.benchmarks.measuring import memory_mb, report, write
from tests.benchmarks.variation import Original, originals, passages

PROGRAMME = Path(__file__).parents[1] / "fixtures" / "programme"
SMALL = 1_000
FILES = 1_000
QUESTIONS = 300
ROUNDS = 3
PER_FILE = 20
"""Documents that the writer is given at once."""


def main() -> None:
    """Write and search, and print each figure beside its limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--outside", type=Path, nargs="*", default=[])
    parser.add_argument("--home", type=Path, default=Path("reports/size"))
    parser.add_argument("--embed-s", type=float, default=0, help="reckon vectors for so long first")
    given = parser.parse_args()
    given.home.mkdir(parents=True, exist_ok=True)
    made_from = originals(given.outside)
    encoder = KeptVectors(given.home / "vectors.sqlite", open_encoder(read_settings()))
    with closing(encoder):
        documents = passages(made_from, given.count)
        encoder.embed_all(_texts(documents), seconds=given.embed_s)
        encoder.note_originals(_texts(documents[: len(made_from)]))
        small = _written(passages(made_from, SMALL), given.home / "small", encoder)
        large = _written(documents, given.home / f"large-{given.count}", encoder)
        asked = questions(documents, made_from)
        compare(small, large, encoder, asked)
        update(large, encoder)
    ingest(made_from, given.home)
    rerun(passages(made_from, 10 * FILES), given.home)


def questions(documents: Sequence[Document], made_from: Sequence[Original]) -> list[str]:
    """Sentences of varied documents, the first words of each: near to something, equal to none."""
    chance = random.Random(7)
    varied = documents[len(made_from) :] or documents
    asked = []
    for document in chance.sample(varied, min(QUESTIONS, len(varied))):
        (passage, *_) = chance.sample(chunk(document, ChunkerSettings()), 1)
        span = chance.choice(passage.sentences)
        asked.append(" ".join(document.text[span.start : span.end].split()[:12]))
    return asked


def compare(
    small: Generation, large: Generation, encoder: KeptVectors, asked: Sequence[str]
) -> None:
    """Recall, time and memory of the large index, and of the small one beside it."""
    manifest = large.manifest()
    write(f"{manifest.passages} passages, {manifest.documents} documents")
    disk = space_of(large.folder)
    write(f"disk {disk / 1e9:.2f} GB, {disk / manifest.passages:.0f} bytes a passage")
    memory = [_resident_after_opening(generation, asked) for generation in (small, large)]
    per_passage = (memory[1] - memory[0]) * 1024**2 / (manifest.passages - SMALL)
    write(f"memory {memory[0]:.0f} MB, {memory[1]:.0f} MB: {per_passage:.0f} bytes a passage")
    vectors = [encoder.embed_query(text) for text in asked]
    report("least recall@10 that is asked for / recall@10", 0.98 / _recall(large, vectors), 1.0)
    opened = [_opened(generation, encoder) for generation in (small, large)]
    for (_, seconds), name in zip(opened, ("small", "large"), strict=True):
        write(f"opening the {name} index {seconds * 1000:.0f} ms")
    times = _search_ms([retriever for retriever, _ in opened], asked, vectors)
    write(f"retrieval, median, ms: {times[0]:.2f} and {times[1]:.2f}")
    report("retrieval at this size / at a thousand", times[1] / times[0], 2.0)


def update(large: Generation, encoder: KeptVectors) -> None:
    """How long one document takes until a reader finds it."""
    start = time.perf_counter()
    with closing(_writer(large.folder, encoder)) as writer:
        told = "# The lighthouse\n\nThe lighthouse keeper of Utsira plays the nyckelharpa.\n"
        document = Document("lighthouse", "The lighthouse", "text", told, "en")
        writer.put(FileState("lighthouse", "", 0, 0, ""), [document])
        written = time.perf_counter() - start
        retriever, _ = _opened(large, encoder)
        question = "What does the lighthouse keeper of Utsira play?"
        found = retriever.search(question, encoder.embed_query(question), language="en", limit=10)
        taken = time.perf_counter() - start
        assert any(hit.document.id == "lighthouse" for hit in found)
        writer.remove("lighthouse")
    write(f"one new document: written in {written * 1000:.0f} ms")
    report("one new document until it is found, s", taken, 2.0)


def ingest(made_from: Sequence[Original], home: Path) -> None:
    """The writer's rate with the model, and in turn the bare model's over the same texts."""
    encoder = open_encoder(read_settings())
    folder = _emptied(home / "ingest") / "generations" / "measured"
    documents = made_from_few(made_from)
    bare = writing = 0.0
    count = 0
    with closing(_writer(folder, encoder)) as writer:
        for document in documents:
            found = chunk(document, ChunkerSettings())
            count += len(found)
            start = time.perf_counter()
            for passage in found:
                lines = [document.text[s.start : s.end] for s in passage.sentences]
                encoder.embed_passages([passage_text(document, passage), *lines])
            between = time.perf_counter()
            writer.put(FileState(document.id, "", 0, 0, ""), [document])
            bare, writing = bare + between - start, writing + time.perf_counter() - between
    write(f"{count} passages: model {count / bare:.1f}, writer {count / writing:.1f} a second")
    report("least share that is asked for / writer's of the model's", 0.85 * writing / bare, 1.0)


def made_from_few(made_from: Sequence[Original]) -> list[Document]:
    """Some documents of every collection."""
    return passages(made_from[:: max(1, len(made_from) // 20)], 200)


def rerun(documents: Sequence[Document], home: Path) -> None:
    """A thousand files: looked at again unchanged, and one of them changed."""
    settings = read_settings()
    settings = settings.model_copy(
        update={"programme": PROGRAMME, "data_dir": _emptied(home / "files")}
    )
    folder = settings.data_dir / "added"
    folder.mkdir()
    for n, document in enumerate(documents[:FILES]):
        text = f"# {document.title} {n}\n\n{document.text}\n"
        (folder / f"{document.id}.md").write_text(text, encoding="utf-8")
    model = open_encoder(settings)
    _, changes = update_index(settings, add=[str(folder)], encoder=Guesses(), progress=_silent)
    assert len(changes.put) >= FILES, changes
    start = time.perf_counter()
    _, changes = update_index(settings, encoder=model, progress=_silent)
    report(f"unchanged {FILES} files, s", time.perf_counter() - start, 3.0)
    assert not changes
    library = open_assistant(settings, encoder=model)
    assert library.ask("What does the keeper of Utsira play?").status != "answered"
    start = time.perf_counter()
    told = "# The lighthouse\n\nThe lighthouse keeper of Utsira plays the nyckelharpa.\n"
    changed = folder / f"{documents[0].id}.md"
    changed.write_text(told, encoding="utf-8")
    update_index(settings, encoder=model, progress=_silent)
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


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


def _written(documents: Sequence[Document], home: Path, encoder: KeptVectors) -> Generation:
    """The index of these documents, written now unless it was."""
    folder = home / "generations" / "measured"
    inputs = Inputs(
        programme="size", model="kept", model_digest="1", chunker=ChunkerSettings(), code="1"
    )
    if (folder / FILE).exists():
        write(f"{home.name} is there already")
        return Generation(folder, inputs)
    _emptied(home)
    start = time.perf_counter()
    with closing(_writer(folder, encoder)) as writer:
        for n in range(0, len(documents), PER_FILE):
            state = FileState(f"file-{n}", "", 0, 0, "")
            writer.put(state, documents[n : n + PER_FILE])
        put = time.perf_counter()
        writer.finish(progress=lambda *_: None)
    (folder / FILE).write_text(inputs.model_dump_json(), encoding="utf-8")
    passages_ = Generation(folder, inputs).manifest().passages
    write(f"{home.name}: {passages_} passages put in {put - start:.0f} s without the model,")
    write(f"  graph, postings and words made in {time.perf_counter() - put:.0f} s;")
    write(f"  vectors of {encoder.real} from the model, of {encoder.stand_ins} stand-ins")
    encoder.real = encoder.stand_ins = 0
    return Generation(folder, inputs)


def _writer(folder: Path, encoder: PassageEncoder) -> IndexWriter:
    return IndexWriter(
        folder,
        cut=Cut(chunker=ChunkerSettings()),
        encoder=encoder,
        model_digest="kept",
        cache=folder.parents[1] / "remembered.sqlite",
    )


def _recall(generation: Generation, vectors: Sequence[NDArray[np.float32]]) -> float:
    """Share of the exact ten nearest that the index finds among its ten."""
    shares = []
    with closing(open_state(generation.folder)) as database:
        exact = ExactVectors(database)
        searched = open_vectors(database, generation.folder)
        for vector in vectors:
            truth = {number for number, _ in exact.search(vector, limit=10)[:10]}
            found = {number for number, _ in searched.search(vector, limit=100)[:10]}
            shares.append(len(truth & found) / 10)
    write(f"recall@10 {statistics.mean(shares):.4f}, least {min(shares):.1f}")
    return float(np.mean(shares))


def _opened(generation: Generation, encoder: KeptVectors) -> tuple[Retriever, float]:
    start = time.perf_counter()
    state = IndexState(generation)
    assert state.manifest.passages
    return Retriever(state, encoder), time.perf_counter() - start


def _search_ms(
    retrievers: Sequence[Retriever],
    asked: Sequence[str],
    vectors: Sequence[NDArray[np.float32]],
) -> list[float]:
    """The median of each retriever's times, which take turns; the first round warms them up."""
    taken: list[list[float]] = [[] for _ in retrievers]
    for round_ in range(ROUNDS):
        for text, vector in zip(asked, vectors, strict=True):
            for retriever, own in zip(retrievers, taken, strict=True):
                start = time.perf_counter()
                retriever.search(text, vector, language="en", limit=12)
                if round_:
                    own.append(time.perf_counter() - start)
    return [statistics.median(own) * 1000 for own in taken]


_OPEN = """
import sys
from pathlib import Path
import numpy as np
from index.builder import Generation
from index.manifest import Inputs
from index.retriever import Retriever
from index.state import IndexState
class Nothing:
    def embed_query(self, text): return np.zeros(384, np.float32)
    def embed_passages(self, texts): return np.zeros((len(texts), 384), np.float32)
folder = Path(sys.argv[1])
retriever = Retriever(IndexState(Generation(folder, Inputs.read(folder))), Nothing())
chance = np.random.default_rng(0)
for text in sys.argv[2:]:
    vector = chance.standard_normal(384, dtype=np.float32)
    retriever.search(text, vector / np.linalg.norm(vector), language="en", limit=12)
print(flush=True)
sys.stdin.read()
"""


def _resident_after_opening(generation: Generation, asked: Sequence[str]) -> float:
    """Resident memory of a process that has opened an index and searched it, in MB."""
    command = [sys.executable, "-c", _OPEN, str(generation.folder), *asked]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=dict(os.environ)
    ) as process:
        assert process.stdout
        process.stdout.readline()
        memory = memory_mb("VmRSS", process.pid)
        process.communicate()
    return memory


def _texts(documents: Sequence[Document]) -> Iterator[str]:
    for document in documents:
        for passage in chunk(document, ChunkerSettings()):
            yield passage_text(document, passage)


if __name__ == "__main__":
    main()
