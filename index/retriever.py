"""From a question to ranked passages with their sentences: dense and lexical, fused."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.documents import Document, Passage, Span
from index.catalogue import Catalogue, Entry
from index.fusion import Hit, fuse
from index.glossary import TARGET, in_english
from index.lexicon import Lexicon
from index.store import VectorStore
from index.synonyms import LANGUAGE, in_other_words
from index.word_vectors import WordVectors

POOL = 100
"""How many passages each ranking gives to the fusion."""

Vector = NDArray[np.float32]
"""Unit length, shape (dimensions,)."""

CONTEXT = 0.3
"""Weight of a question in its context beside the question alone."""

TRANSLATED = 0.25
"""Weight of a question's words in English beside the question in another language."""

DENSE, DENSE_ACROSS = 0.5, 0.7
"""Share of the vectors in the score of a passage in the question's language, and in English."""

NEAR = 0.5
"""Score of a passage that was fetched for its document's sake and not found by the search."""


class QueryEncoder(Protocol):
    """Gives a question, and words that no passage holds, their vectors."""

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """A unit vector, shape (dimensions,)."""
        ...

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors, shape (len(texts), dimensions)."""
        ...


@dataclass(frozen=True, slots=True)
class FoundSentence:
    """A sentence of a found passage.

    Attributes:
        text: the document's characters in `span`.
        cosine: its own similarity to the question, -1 to 1.
        vector: unit length, shape (dimensions,).
    """

    span: Span
    text: str
    cosine: float
    vector: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Found:
    """A passage found for a question, best first in a list of them."""

    hit: Hit
    document: Document
    passage: Passage
    sentences: Sequence[FoundSentence]


class Retriever:
    """Finds passages for a question in one generation of an index."""

    def __init__(self, folder: Path, encoder: QueryEncoder) -> None:
        self.catalogue = Catalogue(folder / "catalogue.sqlite")
        self.lexicon = Lexicon.load(folder / "lexicon")
        self._store = VectorStore.open(folder / "chroma")
        # Mapped, not read: only the rows of found passages come into memory.
        self._sentences = np.load(folder / "sentences.npy", mmap_mode="r")
        self._rows = self.catalogue.sentence_rows()
        self.words = WordVectors.load(folder / "words", encoder)
        self._encoder = encoder
        self._embedded: tuple[str, NDArray[np.float32]] = ("", np.empty(0, np.float32))

    def embed(self, question: str, context: str = "", *, language: str = "") -> Vector:
        """The question's vector: the one forward pass of an answer, or two.

        Args:
            context: what was said just before, towards which the vector is moved a little.
            language: the question's, if known; where no passage is in it, the vector is moved
                towards what its words are in English.
        """
        # A tool may have asked just before. Other threads may embed other questions meanwhile.
        last = self._embedded
        if question != last[0]:
            last = (question, self._encoder.embed_query(question))
            self._embedded = last
        moved = last[1]
        if context:
            moved = moved + CONTEXT * self._encoder.embed_query(f"{context} {question}")
        if language and self._is_foreign(language):
            moved = moved + TRANSLATED * self._encoder.embed_query(
                self._english(question, language)
            )
        whole: Vector = moved / np.linalg.norm(moved)
        return whole

    def sentence_vector(self, document_id: str, start: int) -> NDArray[np.float32]:
        """The vector of the sentence in which a character of a document stands.

        Raises:
            LookupError: no sentence of the document holds it.
        """
        for entry in self.catalogue.passages_of(document_id):
            for n, span in enumerate(entry.passage.sentences):
                if span.start <= start < span.end:
                    vector: NDArray[np.float32] = np.asarray(self._sentences[entry.row + n])
                    return vector
        raise LookupError(f"{document_id} has no sentence at character {start}.")

    def search(
        self, question: str, vector: NDArray[np.float32], *, language: str, limit: int
    ) -> list[Found]:
        """The best passages for a question, best first, ties in order of id.

        Args:
            vector: the question's, from `embed`.
            language: the question's; passages in English are ranked by what its words are in
                English too, and those in others by the vectors alone.
            limit: at most so many.
        """
        dense = self._with_best_sentence(self._store.search(vector, limit=POOL), vector)
        spoken, dense_weight = self.lexicon.spoken(language), DENSE
        if self._is_foreign(language):
            question = self._english(question, language)
            language, spoken = TARGET, self.lexicon.spoken(TARGET)
            dense_weight = DENSE_ACROSS
        if language == LANGUAGE:
            question = in_other_words(
                question, known=partial(self.lexicon.knows, language=LANGUAGE)
            )
        lexical = self.lexicon.search(question, language, limit=POOL)
        fused = fuse(dense, lexical, spoken=spoken, dense_weight=dense_weight)
        hits = {hit.passage_id: hit for hit in fused[:limit]}
        return [
            self._found(hits[entry.passage.id], entry, vector)
            for entry in self.catalogue.entries(list(hits))
        ]

    def _is_foreign(self, language: str) -> bool:
        """Whether passages are in English, and none in this language."""
        return bool(self.lexicon.spoken(TARGET)) and not self.lexicon.spoken(language)

    def _english(self, question: str, language: str) -> str:
        return in_english(question, language, known=partial(self.lexicon.knows, language=TARGET))

    def _with_best_sentence(
        self, ranking: Sequence[tuple[str, float]], vector: Vector
    ) -> list[tuple[str, float]]:
        """A dense ranking whose cosines are averaged with those of the passages' best sentences.

        A passage that answers in one sentence of several is far from the question as a whole.
        """
        if not ranking:
            return []
        rows = [self._rows[id_] for id_, _ in ranking]
        every = np.concatenate([np.arange(first, last) for first, last in rows])
        cosines = np.asarray(self._sentences[every]) @ vector
        starts = np.cumsum([0, *(last - first for first, last in rows[:-1])])
        best = np.maximum.reduceat(cosines, starts)
        return [
            (id_, (whole + float(part)) / 2)
            for (id_, whole), part in zip(ranking, best, strict=True)
        ]

    def of_places(self, places: Sequence[str], vector: Vector) -> list[Found]:
        """All passages of the documents that are about one of these places alone, in order.

        Args:
            places: ids as the documents name them.
            vector: the question's, from `embed`.
        """
        ids = [id_ for place in places for id_ in self.catalogue.documents_on(place)]
        return [
            self._found(Hit(entry.passage.id, NEAR, None, None), entry, vector)
            for id_ in ids
            for entry in self.catalogue.passages_of(id_)
        ]

    def _found(self, hit: Hit, entry: Entry, vector: NDArray[np.float32]) -> Found:
        passage = entry.passage
        document = self.catalogue.document(passage.document_id)
        assert document is not None  # the catalogue's passages come from its documents
        rows = np.asarray(self._sentences[entry.row : entry.row + len(passage.sentences)])
        sentences = []
        for span, own in zip(passage.sentences, rows, strict=True):
            text = document.text[span.start : span.end]
            sentences.append(FoundSentence(span, text, float(own @ vector), own))
        return Found(hit, document, passage, tuple(sentences))
