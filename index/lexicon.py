"""Lexical ranking: BM25 over stemmed words, one ranking per language of the passages.

Words are lower-cased, stemmed by the Snowball stemmer of their language and stripped of accents,
so that 'Bogota' finds 'Bogotá' and 'ciudad' finds 'ciudades'. A question in one language does not
vote on passages in another: their words only meet by accident.

Scores are reckoned when a question is asked, from how often each term stands in each passage: how
rare a term is changes with every document that comes or goes, and libraries that reckon them
beforehand would have to begin anew each time.
"""

import math
import re
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import Stemmer
from numpy.typing import NDArray

from index.function_words import FUNCTION_WORDS

STEMMERS = {"en": "english", "es": "spanish", "pt": "portuguese"}

_WORD = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*")


def words(text: str) -> list[str]:
    """Words of `text` as written: letters and digits, with inner points, commas, apostrophes."""
    return _WORD.findall(text)


@lru_cache(maxsize=4)
def _stemmer(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(STEMMERS.get(language, "english"))


@lru_cache(maxsize=65536)
def term(word: str, language: str) -> str:
    """The term that `word` counts as: lower case, stemmed, without accents."""
    stem: str = _stemmer(language).stemWord(word.lower().replace("’", "'").removesuffix("'s"))
    if stem.isascii():
        return stem
    decomposed = unicodedata.normalize("NFKD", stem)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def terms(text: str, language: str) -> list[str]:
    """Terms of `text`, in order, with repeats."""
    return [term(word, language) for word in words(text)]


def content_terms(text: str, language: str) -> list[str]:
    """Terms of `text` without its function words; all of them, if it has no others."""
    empty = FUNCTION_WORDS.get(language, frozenset())
    told = [w for w in words(text) if w.lower().replace("’", "'") not in empty]
    return [term(word, language) for word in told or words(text)]


def pack(numbers: Iterable[int]) -> bytes:
    """A passage's terms by number: pairs of number and count, 32 bits each, in order of number."""
    return np.array(sorted(Counter(numbers).items()), dtype="<i4").tobytes()


@dataclass(frozen=True, slots=True)
class Postings:
    """Which passages of one language hold which terms, and how often.

    Attributes:
        passages: their numbers, in order; a row of the other arrays is a place here.
        lengths: terms of each passage, with repeats.
        places: a term's place in `starts`.
        starts: where each term's rows begin, and where the last one's end.
        rows: of the passages that hold a term, term by term.
        counts: how often they hold it.
    """

    passages: NDArray[np.int64]
    lengths: NDArray[np.float32]
    places: Mapping[str, int]
    starts: NDArray[np.int64]
    rows: NDArray[np.int32]
    counts: NDArray[np.float32]

    @classmethod
    def build(cls, packed: Sequence[tuple[int, bytes]], terms_: Mapping[int, str]) -> "Postings":
        """Turn passages' terms into terms' passages.

        Args:
            packed: number and packed terms of each passage, in order of number.
            terms_: terms by number.
        """
        pairs = np.frombuffer(b"".join(p for _, p in packed), dtype="<i4").reshape(-1, 2)
        held = np.array([len(p) // 8 for _, p in packed], dtype=np.int64)
        rows = np.repeat(np.arange(len(packed), dtype=np.int32), held)
        order = np.argsort(pairs[:, 0], kind="stable")
        used, starts = np.unique(pairs[order, 0], return_index=True)
        return cls(
            passages=np.array([number for number, _ in packed], dtype=np.int64),
            lengths=np.bincount(rows, pairs[:, 1], len(packed)).astype(np.float32),
            places={terms_[int(number)]: place for place, number in enumerate(used)},
            starts=np.append(starts, len(pairs)).astype(np.int64),
            rows=rows[order],
            counts=pairs[order, 1].astype(np.float32),
        )

    def frequency(self, term_: str) -> int:
        """How many passages hold a term."""
        place = self.places.get(term_)
        return 0 if place is None else int(self.starts[place + 1] - self.starts[place])


class Lexicon:
    """BM25 rankings of passages, and how rare each term is among them.

    Attributes:
        K1, B: term saturation and length normalisation, as in Robertson and Zaragoza 2009; values
            as in Anserini's defaults.
    """

    K1, B = 0.9, 0.4

    def __init__(self, postings: Mapping[str, Postings]) -> None:
        """Take the postings of each language that has passages."""
        self._postings = postings

    @classmethod
    def load(cls, database: sqlite3.Connection) -> "Lexicon":
        """The lexicon of an index's passages."""
        terms_: dict[str, dict[int, str]] = {}
        for number, language, term_ in database.execute("SELECT * FROM terms"):
            terms_.setdefault(language, {})[number] = term_
        packed: dict[str, list[tuple[int, bytes]]] = {}
        query = "SELECT language, number, terms FROM passages ORDER BY number"
        for language, number, own in database.execute(query):
            packed.setdefault(language, []).append((number, own))
        return cls(
            {
                language: Postings.build(own, terms_.get(language, {}))
                for language, own in packed.items()
            }
        )

    def search(self, question: str, language: str, *, limit: int) -> list[tuple[int, float]]:
        """Passages of `language` that share terms with the question, best first.

        Scores are those of Lucene's BM25.

        Returns:
            Passage number and score, above 0; at least `limit` if there are as many, and more
            where scores are level. Empty if no passage is in this language.
        """
        postings = self._postings.get(language)
        if postings is None:
            return []
        told = dict.fromkeys(content_terms(question, language))
        known = [postings.places[t] for t in told if t in postings.places]
        if not known:
            return []
        scores = np.zeros(len(postings.passages), dtype=np.float32)
        norms = self.K1 * (1 - self.B + self.B * postings.lengths / postings.lengths.mean())
        for place in known:
            start, end = postings.starts[place], postings.starts[place + 1]
            rows, counts = postings.rows[start:end], postings.counts[start:end]
            rarity = math.log(1 + (len(scores) - (end - start) + 0.5) / (end - start + 0.5))
            scores[rows] += np.float32(rarity) * counts / (counts + norms[rows])
        best = leading(scores, limit)
        return [(int(postings.passages[n]), float(scores[n])) for n in best if scores[n] > 0]

    def rarity(self, term_: str, language: str) -> float:
        """How much a term tells, 0 (in every passage) to 1 (in none): scaled inverse frequency.

        A term of a language without passages has rarity 1.
        """
        postings = self._postings.get(language)
        if postings is None:
            return 1.0
        count = len(postings.passages)
        return math.log((count + 1) / (postings.frequency(term_) + 0.5)) / math.log(
            (count + 1) / 0.5
        )

    def speaks(self, language: str) -> bool:
        """Whether any passage is in that language."""
        return language in self._postings

    def vocabulary(self, language: str) -> list[str]:
        """Every term that the passages of `language` hold, in order."""
        postings = self._postings.get(language)
        return sorted(postings.places) if postings else []

    def knows(self, term_: str, language: str) -> bool:
        """Whether any passage of `language` holds the term."""
        postings = self._postings.get(language)
        return postings is not None and term_ in postings.places


def leading(scores: NDArray[np.float32], limit: int) -> NDArray[np.intp]:
    """Places of the highest scores, best first, levels in order of place.

    There are `limit` of them, and all that are level with the last.
    """
    if len(scores) > limit:
        least = np.partition(scores, -limit)[-limit]
        candidates = np.flatnonzero(scores >= least)
    else:
        candidates = np.arange(len(scores))
    order = np.argsort(-scores[candidates], kind="stable")
    found: NDArray[np.intp] = candidates[order]
    return found
