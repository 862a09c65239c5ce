"""What many passages cost, measured in one run: `make bench-size COUNT=100000 OUTSIDE="folder …"`.

An index of so many passages of real text (`tests.benchmarks.variation`) is written by the one
writer, and searched, beside one of a thousand. Vectors are kept in a file between runs, and where
the model has not reckoned them yet they are stand-ins (`tests.benchmarks.kept_vectors`).
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.assembly import open_encoder
from assistant.settings import read_settings
from corpus.chunker import ChunkerSettings, chunk
from corpus.documents import Document
from index.builder import Generation, space_of
from index.database import open_state
from index.ingestion import passage_text
from index.manifest import FILE, Inputs
from index.retriever import Retriever
from index.sources import FileState
from index.state import IndexState
from index.store import ExactVectors, open_vectors
from tests.benchmarks.kept_vectors import KeptVectors
from tests.benchmarks.measuring import memory_mb, report, write
from tests.benchmarks.multiplication import multiply
from tests.benchmarks.variation import Original, originals, passages
from tests.benchmarks.writing import Guesses, emptied, ingest, rerun, silent, small_files, writer_to

SMALL = 1_000
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
    parser.add_argument("--times", type=int, default=1, help="multiply; see multiplication.py")
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
        if given.times > 1:
            large = _multiplied(
                large, given.home / f"large-{given.count}-{given.times}", given.times
            )
        asked = questions(documents, made_from)
        compare(small, large, encoder, asked)
        update(large, encoder)
    ingest(made_from, given.home)
    small_files(made_from, given.home)
    rerun(made_from, given.home)


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
    small_ms, large_ms = _retrieval_ms([retriever for retriever, _ in opened], asked)
    for name, own in (("small", small_ms), ("large", large_ms)):
        write(f"the {name} index, medians, ms: embedding {own.embedding:.2f},")
        write(f"  search {own.search:.2f}, both {own.both:.2f}")
    report("retrieval at this size / at a thousand", large_ms.both / small_ms.both, 2.0)
    write(f"  the search without the embedding: {large_ms.search / small_ms.search:.2f} times")


def update(large: Generation, encoder: KeptVectors) -> None:
    """How long one document takes until a reader finds it."""
    start = time.perf_counter()
    with closing(writer_to(large.folder, encoder)) as writer:
        told = "# The lighthouse\n\nThe lighthouse keeper of Utsira plays the nyckelharpa.\n"
        document = Document("lighthouse", "The lighthouse", "text", told, "en")
        writer.put(FileState("lighthouse", "", 0, 0, ""), [document])
        written = time.perf_counter() - start
        retriever, _ = _opened(large, encoder)
        question = "What does the lighthouse keeper of Utsira play?"
        found = retriever.search(question, retriever.embed(question), language="en", limit=10)
        taken = time.perf_counter() - start
        assert any(hit.document.id == "lighthouse" for hit in found)
        writer.remove("lighthouse")
    write(f"one new document: written in {written * 1000:.0f} ms")
    report("one new document until it is found, s", taken, 2.0)


def _written(documents: Sequence[Document], home: Path, encoder: KeptVectors) -> Generation:
    """The index of these documents, written now unless it was."""
    folder = home / "generations" / "measured"
    inputs = Inputs(
        programme="size", model="kept", model_digest="1", chunker=ChunkerSettings(), code="1"
    )
    if (folder / FILE).exists():
        write(f"{home.name} is there already")
        return Generation(folder, inputs)
    emptied(home)
    start = time.perf_counter()
    with closing(writer_to(folder, encoder)) as writer:
        for n in range(0, len(documents), PER_FILE):
            state = FileState(f"file-{n}", "", 0, 0, "")
            writer.put(state, documents[n : n + PER_FILE])
        put = time.perf_counter()
        writer.finish(progress=silent)
    (folder / FILE).write_text(inputs.model_dump_json(), encoding="utf-8")
    passages_ = Generation(folder, inputs).manifest().passages
    write(f"{home.name}: {passages_} passages put in {put - start:.0f} s without the model,")
    write(f"  graph, postings, words and sentences in {time.perf_counter() - put:.0f} s;")
    write(f"  vectors of {encoder.real} from the model, of {encoder.stand_ins} stand-ins")
    encoder.real = encoder.stand_ins = 0
    return Generation(folder, inputs)


def _multiplied(large: Generation, home: Path, times: int) -> Generation:
    """An index so many times as large, made now unless it was."""
    folder = home / "generations" / "measured"
    if not (folder / FILE).exists():
        emptied(home)
        folder.mkdir(parents=True)
        multiply(large.folder, folder, times)
        start = time.perf_counter()
        with closing(writer_to(folder, Guesses())) as writer:
            writer.finish(progress=silent)
        write(f"graph and postings made in {time.perf_counter() - start:.0f} s")
        (folder / FILE).write_text(large.inputs.model_dump_json(), encoding="utf-8")
    return Generation(folder, large.inputs)


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


class _Medians(NamedTuple):
    """Of the times that the parts of a retrieval took, in ms."""

    embedding: float
    search: float
    both: float


def _retrieval_ms(retrievers: Sequence[Retriever], asked: Sequence[str]) -> list[_Medians]:
    """Those of each retriever, which take turns; the first round warms them up."""
    taken: list[list[_Medians]] = [[] for _ in retrievers]
    for round_ in range(ROUNDS):
        for text in asked:
            for retriever, own in zip(retrievers, taken, strict=True):
                start = time.perf_counter()
                vector = retriever.embed(text, language="en")
                between = time.perf_counter()
                retriever.search(text, vector, language="en", limit=12)
                end = time.perf_counter()
                if round_:
                    own.append(_Medians(between - start, end - between, end - start))
    return [
        _Medians(*(statistics.median(part) * 1000 for part in zip(*own, strict=True)))
        for own in taken
    ]


_OPEN = """
import sys
from pathlib import Path
import numpy as np
from index.builder import Generation
from index.manifest import Inputs
from index.retriever import QueryVector, Retriever
from index.state import IndexState
class Nothing:
    def embed_passages(self, texts): return np.zeros((len(texts), 384), np.float32)
folder = Path(sys.argv[1])
retriever = Retriever(IndexState(Generation(folder, Inputs.read(folder))), Nothing())
chance = np.random.default_rng(0)
for text in sys.argv[2:]:
    vector = chance.standard_normal(384, dtype=np.float32)
    vector = QueryVector(vector / np.linalg.norm(vector), np.zeros(0, np.float32))
    retriever.search(text, vector, language="en", limit=12)
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
