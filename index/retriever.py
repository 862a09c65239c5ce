"""From a question to ranked passages with their sentences: dense and lexical, fused."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.documents import Document, Passage, Span
from index.catalogue import Entry, Label
from index.fusion import Hit, fuse
from index.glossary import TARGET, in_english
from index.lexicon import Lexicon
from index.repetition import each_once
from index.state import IndexState
from index.store import VectorSearch, open_vectors
from index.synonyms import LANGUAGE, in_other_words
from index.vector_server import VectorServer
from index.word_vectors import WordVectors

POOL = 100
"""How many passages each ranking gives to the fusion."""

_LEVEL = 4 * POOL
"""No more than so many are looked at, however many are level with the last."""

Vector = NDArray[np.float32]
"""Unit length, shape (dimensions,)."""


@dataclass(frozen=True, slots=True, eq=False)
class QueryVector:
    """What a model makes of a question.

    Attributes:
        last: of its last layer; passages are searched for by it.
        halfway: of the layer halfway there, which still holds more of how a thing is asked.
    """

    last: Vector
    halfway: Vector


CONTEXT = 0.3
"""Weight of a question in its context beside the question alone."""

TRANSLATED = 0.25
"""Weight of a question's words in English beside the question in another language."""

DENSE, DENSE_ACROSS = 0.5, 0.7
"""Share of the vectors in the score of a passage in the question's language, and in English."""

REMEMBERED = 1024
"""Passages whose sentences were read when asked; some 6 KB each."""

READ = 16
"""Questions whose vectors are remembered."""

NEAR = 0.5
"""Score of a passage that was fetched for its document's sake and not found by the search."""


class QueryEncoder(Protocol):
    """Gives a question, and words that no passage holds, their vectors."""

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """A unit vector, shape (dimensions,)."""
        ...

    def read_query(self, text: str) -> NDArray[np.float32]:
        """The same and the vector of the model's halfway layer, shape (2, dimensions)."""
        ...

    def begin_query(self, text: str) -> Callable[[], NDArray[np.float32]]:
        """Begin to read a question; what is returned gives what `read_query` does."""
        ...

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors, shape (len(texts), dimensions)."""
        ...


class _Reading:
    """A question's vectors, which are made once: when they are asked for, or begun before."""

    def __init__(self, encoder: QueryEncoder, text: str) -> None:
        self._encoder = encoder
        self._text = text
        self._begun: Callable[[], NDArray[np.float32]] | None = None
        self._vectors: NDArray[np.float32] | None = None

    def begin(self) -> None:
        """Begin to make them, unless that was done."""
        if self._begun is None and self._vectors is None:
            self._begun = self._encoder.begin_query(self._text)

    def vectors(self) -> NDArray[np.float32]:
        """Both: shape (2, dimensions)."""
        if self._vectors is None:
            read = self._begun or partial(self._encoder.read_query, self._text)
            self._vectors = read()
        return self._vectors


@dataclass(frozen=True, slots=True)
class FoundSentence:
    """A sentence of a found passage.

    Attributes:
        text: the document's characters in `span`.
        cosine: its own similarity to the question, -1 to 1.
        vector: unit length, shape (dimensions,).
        learned: what the programme's adapter adds to the log-odds that it answers, if it has one
            that knows the sentence.
    """

    span: Span
    text: str
    cosine: float
    vector: NDArray[np.float32]
    learned: float = 0.0


@dataclass(frozen=True, slots=True)
class Copy:
    """Where else a passage stands, nearly word for word."""

    document: Document
    passage: Passage


@dataclass(frozen=True, slots=True)
class Found:
    """A passage found for a question, best first in a list of them.

    Attributes:
        copies: what else was found that says the same, best first.
    """

    hit: Hit
    document: Document
    passage: Passage
    sentences: Sequence[FoundSentence]
    copies: Sequence[Copy] = ()

    @property
    def documents(self) -> list[str]:
        """Ids of the documents in which it stands: its own, then those of its copies."""
        return list(dict.fromkeys([self.document.id, *(c.document.id for c in self.copies)]))


class Retriever:
    """Finds passages for a question in one generation of an index."""

    def __init__(
        self, state: IndexState, encoder: QueryEncoder, *, server: VectorServer | None = None
    ) -> None:
        """Open what finds passages in a state of an index.

        Args:
            encoder: of the model that the index was built with.
            server: where the vectors are searched, if not here.

        Raises:
            IndexDamagedError: the vectors cannot be read.
        """
        self.catalogue = state.catalogue
        self._database = state.database
        self.lexicon = Lexicon.load(state.database, state.folder)
        self.words = WordVectors.load(state.database, encoder)
        self._vectors: VectorSearch = (
            server.reader(state.database) if server else open_vectors(state.database, state.folder)
        )
        self._encoder = encoder
        self._adapter = state.adapter
        # A tool may have asked for the vectors just before, and parts of a question are weighed
        # more than once.
        self._reading = lru_cache(maxsize=READ)(partial(_Reading, encoder))
        self._sentences_of = lru_cache(maxsize=REMEMBERED)(self._read_sentences)

    def expect(self, question: str) -> None:
        """Begin to read a question whose vectors will be asked for soon.

        The model works on it meanwhile, on another core: finding out that no tool has the answer
        takes about as long.
        """
        self._reading(question).begin()

    def embed(
        self, question: str, context: str = "", *, language: str = "", pull: float = CONTEXT
    ) -> QueryVector:
        """The question's vectors: the one forward pass of an answer, or two.

        Args:
            context: what was said just before, towards which the vector is moved.
            pull: weight of the question in that context beside the question alone.
            language: the question's, if known; where no passage is in it, the vector is moved
                towards what its words are in English.
        """
        moved = self._read(question)
        if context:
            moved = moved + pull * self._read(f"{context} {question}")
        if language and self._is_foreign(language):
            moved = moved + TRANSLATED * self._read(self._english(question, language))
        last, halfway = moved / np.linalg.norm(moved, axis=1, keepdims=True)
        return QueryVector(last, halfway)

    def _read(self, text: str) -> NDArray[np.float32]:
        return self._reading(text).vectors()

    def gathers(self, vector: QueryVector) -> bool:
        """Whether a question asks for whoever did a thing, if an adapter has learned to tell."""
        return self._adapter is not None and self._adapter.gathers(vector.last, vector.halfway)

    def embed_alone(self, text: str) -> Vector:
        """The vector of a text that nothing goes before, by the last layer."""
        return self.embed(text).last

    def sentence_vector(self, document_id: str, start: int) -> NDArray[np.float32]:
        """The vector of the sentence in which a character of a document stands.

        Raises:
            LookupError: no sentence of the document holds it.
        """
        for entry in self.catalogue.passages_of(document_id):
            for n, span in enumerate(entry.passage.sentences):
                if span.start <= start < span.end:
                    (vectors,) = self._sentence_vectors([entry])
                    vector: Vector = vectors[n]
                    return vector
        raise LookupError(f"{document_id} has no sentence at character {start}.")

    def search(
        self, question: str, vector: QueryVector, *, language: str, limit: int
    ) -> list[Found]:
        """The best passages for a question, best first, ties in order of id.

        Args:
            vector: the question's, from `embed`.
            language: the question's; passages in English are ranked by what its words are in
                English too, and those in others by the vectors alone.
            limit: at most so many.
        """
        foreign = self._is_foreign(language)
        spoken, dense_weight = (TARGET, DENSE_ACROSS) if foreign else (language, DENSE)
        if foreign:
            question = self._english(question, language)
        if spoken == LANGUAGE:
            question = in_other_words(
                question, known=partial(self.lexicon.knows, language=LANGUAGE)
            )
        near = self._vectors.search(vector.last, limit=POOL)[:_LEVEL]
        told = self.lexicon.search(question, spoken, limit=POOL)[:_LEVEL]
        labels = self.catalogue.labels([number for number, _ in (*near, *told)])
        dense = self._with_best_sentence(_leading(near, labels), vector.last)
        fused = fuse(
            [(labels[number].id, cosine) for number, cosine in dense],
            [(labels[number].id, score) for number, score in _leading(told, labels)],
            spoken={label.id for label in labels.values() if label.language == spoken},
            dense_weight=dense_weight,
        )
        numbers = {label.id: number for number, label in labels.items()}
        best = each_once(
            fused, numbers, catalogue=self.catalogue, database=self._database, limit=limit
        )
        return self._found([(one.hit, one.entry, one.copies) for one in best], vector)

    def _is_foreign(self, language: str) -> bool:
        """Whether passages are in English, and none in this language."""
        return self.lexicon.speaks(TARGET) and not self.lexicon.speaks(language)

    def _english(self, question: str, language: str) -> str:
        return in_english(question, language, known=partial(self.lexicon.knows, language=TARGET))

    def _with_best_sentence(
        self, ranking: Sequence[tuple[int, float]], vector: Vector
    ) -> list[tuple[int, float]]:
        """A dense ranking whose cosines are averaged with those of the passages' best sentences.

        A passage that answers in one sentence of several is far from the question as a whole. One
        whose sentences have no vectors yet is ranked by its own alone: there may be a hundred.
        """
        own = self.catalogue.sentence_vectors([number for number, _ in ranking])
        if not own:
            return list(ranking)
        starts = np.cumsum([0, *map(len, own.values())])[:-1]
        best = np.maximum.reduceat(np.concatenate(list(own.values())) @ vector, starts)
        parts = dict(zip(own, best.tolist(), strict=True))
        return [(number, (whole + parts.get(number, whole)) / 2) for number, whole in ranking]

    def of_documents(self, ids: Iterable[str], vector: QueryVector) -> list[Found]:
        """All passages of documents, in order.

        Args:
            ids: of the documents.
            vector: the question's, from `embed`.
        """
        entries = [entry for id_ in ids for entry in self.catalogue.passages_of(id_)]
        near = [(Hit(entry.passage.id, NEAR, None, None), entry, ()) for entry in entries]
        return self._found(near, vector)

    def _found(
        self, hits: Iterable[tuple[Hit, Entry, Sequence[Entry]]], vector: QueryVector
    ) -> list[Found]:
        """Passages with their documents, their sentences, and their copies elsewhere."""
        hits = list(hits)
        vectors = self._sentence_vectors([entry for _, entry, _ in hits])
        adapter = self._adapter
        adapted = adapter.adapt(vector.last, vector.halfway) if adapter else None
        found = []
        for (hit, entry, copies), own in zip(hits, vectors, strict=True):
            passage, document = entry.passage, self._document(entry)
            texts = [document.text[span.start : span.end] for span in passage.sentences]
            cosines = np.einsum("ij,j->i", own, vector.last).tolist()  # no BLAS, whose threads wait
            learned = [0.0] * len(texts)
            if adapter and adapted is not None:
                learned = adapter.log_odds(adapted, texts, cosines)
            told = zip(passage.sentences, texts, cosines, own, learned, strict=True)
            sentences = tuple(FoundSentence(*one) for one in told)
            also = tuple(Copy(self._document(copy), copy.passage) for copy in copies)
            found.append(Found(hit, document, passage, sentences, also))
        return found

    def _document(self, entry: Entry) -> Document:
        document = self.catalogue.document(entry.passage.document_id)
        assert document is not None  # the catalogue's passages come from its documents
        return document

    def _sentence_vectors(self, entries: Sequence[Entry]) -> list[NDArray[np.float32]]:
        """Vectors of each passage's sentences: the index's, or the same, reckoned now."""
        numbers = [entry.number for entry in entries]
        known = self.catalogue.sentence_vectors(numbers)
        return [known[n] if n in known else self._sentences_of(n) for n in numbers]

    def _read_sentences(self, number: int) -> NDArray[np.float32]:
        (entry,) = self.catalogue.entries([number])
        document, spans = self._document(entry), entry.passage.sentences
        return self._encoder.embed_passages([document.text[s.start : s.end] for s in spans])


def _leading(
    ranking: Sequence[tuple[int, float]], labels: Mapping[int, Label]
) -> list[tuple[int, float]]:
    """The best of a ranking, levels in order of passage id, whatever numbers they were given."""
    known = [hit for hit in ranking if hit[0] in labels]
    return sorted(known, key=lambda hit: (-hit[1], labels[hit[0]].id))[:POOL]
