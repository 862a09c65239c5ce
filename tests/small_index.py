"""Small indexes of real parts, made without a model that takes time."""

import json
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np

from corpus.chunker import ChunkerSettings, chunk
from corpus.documents import Document
from corpus.isolation import IsolatedReader
from corpus.web.rules import WebRules
from index import builder
from index.builder import Generation, Making, PassageEncoder
from index.ingestion import Cut, passage_text
from index.manifest import Inputs
from index.retriever import Retriever
from index.sources import FileState
from index.state import IndexState
from index.updating import Changes
from index.writer import IndexWriter
from tests.conftest import WordEncoder

ROOT = Path(__file__).parents[1]
PROGRAMME = ROOT / "tests" / "fixtures" / "programme"

INPUTS = Inputs(
    programme="harbour-watch", model="words", model_digest="1", chunker=ChunkerSettings(), code="1"
)


def quiet(*_: object) -> None:
    """Tell nobody how far it is."""


def making(encoder: PassageEncoder | None = None, *, inputs: Inputs = INPUTS) -> Making:
    """What a small index is made with: files are read as they are for users."""
    return Making(
        inputs=inputs,
        encoder=lambda: encoder or WordEncoder(),
        reader=IsolatedReader,
        web=WebRules(allow_private=True, pause_s=0, retries=0),
    )


def update(
    folder: Path,
    *,
    programme: Path = PROGRAMME,
    add: Sequence[Path | str] = (),
    drop: Sequence[Path | str] = (),
    encoder: PassageEncoder | None = None,
    inputs: Inputs = INPUTS,
    refetch: bool = False,
) -> tuple[Generation, Changes]:
    """Bring an index up to date, after adding and dropping."""
    return builder.bring_up_to_date(
        programme,
        folder,
        making(encoder, inputs=inputs),
        add=[str(place) for place in add],
        drop=[str(place) for place in drop],
        refetch=refetch,
        progress=quiet,
    )


def state(folder: Path) -> IndexState:
    """An index as it is now."""
    generation = builder.current(folder)
    assert generation is not None
    return IndexState(generation)


def best(folder: Path, question: str) -> str:
    """The sentence that comes nearest to a question; it stands where it is said to."""
    with closing(state(folder)) as now:
        retriever = Retriever(now, WordEncoder())
        found = retriever.search(question, retriever.embed(question), language="en", limit=3)
    sentence = max(found[0].sentences, key=lambda s: s.cosine)
    assert found[0].document.text[sentence.span.start : sentence.span.end] == sentence.text
    return sentence.text


def document(id_: str, text: str, *, language: str = "en", title: str = "") -> Document:
    """A document of a few words."""
    return Document(id=id_, title=title or id_, kind="report", text=text, language=language)


def file(name: str, content: str = "", *, source: str = "") -> FileState:
    """The state of a file whose digest is its content."""
    return FileState(name, source, len(content), 1, content)


def writer(folder: Path, encoder: PassageEncoder | None = None) -> IndexWriter:
    """A writer to the generation of a folder, which is made if it is not there."""
    return IndexWriter(
        folder,
        cut=Cut(chunker=ChunkerSettings()),
        encoder=encoder or WordEncoder(),
        model_digest="1",
        cache=folder.parent / "remembered.sqlite",
    )


def holding(folder: Path, documents: Sequence[Document]) -> IndexState:
    """A state of an index of these documents, each from a file of its own."""
    with closing(writer(folder)) as one:
        for own in documents:
            one.put(file(f"{own.id}.md", own.text), [own])
        one.finish(progress=quiet)
    return IndexState(Generation(folder, INPUTS))


def holdings(folder: Path) -> Mapping[str, object]:
    """All that an index holds, whatever numbers its passages and terms were given."""
    with closing(state(folder)) as now:
        told = now.database.execute
        terms = {n: term for n, _, term in told("SELECT * FROM terms")}
        passages = [
            (id_, place, language, body, _counted(packed, terms), vector, sentences)
            for id_, place, language, body, packed, vector, sentences in told(
                "SELECT id, place, p.language, body, terms, passage, v.sentences"
                " FROM passages p JOIN vectors v USING (number) ORDER BY id"
            )
        ]
        return {
            "files": told("SELECT * FROM files ORDER BY name").fetchall(),
            "documents": told("SELECT * FROM documents ORDER BY id").fetchall(),
            "passages": passages,
            "places": told("SELECT * FROM places ORDER BY place, document").fetchall(),
            "words": told("SELECT * FROM words ORDER BY word").fetchall(),
            "entries": told("SELECT * FROM entries ORDER BY collection, key").fetchall(),
            "facts": {n: v for n, v in told("SELECT * FROM facts") if n != "built"},
            "manifest": now.manifest.model_copy(update={"built": ""}),
        }


def assert_whole(now: IndexState) -> None:
    """Hold that every document has all its passages, each with its own vectors.

    Those of sentences may still be to come.
    """
    encode = WordEncoder().embed_passages
    for own in now.catalogue.documents():
        entries = now.catalogue.passages_of(own.id)
        assert [entry.passage for entry in entries] == [*chunk(own, ChunkerSettings())]
        vectors = dict(now.database.execute("SELECT number, passage FROM vectors"))
        for entry in entries:
            whole = encode([passage_text(own, entry.passage)])
            assert vectors[entry.number] == whole.tobytes()
            told = [own.text[s.start : s.end] for s in entry.passage.sentences]
            for stored in now.catalogue.sentence_vectors([entry.number]).values():
                assert np.array_equal(stored, encode(told))


def _counted(packed: bytes, terms: Mapping[int, str]) -> str:
    pairs = np.frombuffer(packed, dtype="<i4").reshape(-1, 2).tolist()
    return json.dumps(sorted((terms[number], count) for number, count in pairs))
