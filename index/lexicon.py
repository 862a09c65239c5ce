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
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import Stemmer
from numpy.typing import NDArray

from index.errors import IndexDamagedError
from index.function_words import FUNCTION_WORDS
from index.postings import Postings, load

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


class Lexicon:
    """BM25 rankings of passages, and how rare each term is among them.

    Attributes:
        K1, B: term saturation and length normalisation, as in Robertson and Zaragoza 2009; values
            as in Anserini's defaults.
    """

    K1, B = 0.9, 0.4

    def __init__(
        self, postings: Mapping[str, Sequence[Postings]], database: sqlite3.Connection
    ) -> None:
        """Take the postings of each language that has passages.

        Args:
            database: the state of an index that they are of; it has the numbers of terms.
        """
        self._postings = postings
        self._database = database
        self._sizes = {language: _size(own) for language, own in postings.items()}
        self._norms = {
            language: [self._normalised(p.lengths, self._sizes[language][1]) for p in own]
            for language, own in postings.items()
        }
        self._number = lru_cache(maxsize=65536)(self._read_number)
        self._held = lru_cache(maxsize=65536)(self._count)

    @classmethod
    def load(cls, database: sqlite3.Connection, folder: Path) -> "Lexicon":
        """The lexicon of an index's passages.

        Raises:
            IndexDamagedError: its files cannot be read.
        """
        try:
            return cls(load(database, folder), database)
        except (OSError, ValueError) as error:
            raise IndexDamagedError(folder, str(error)) from error

    def search(self, question: str, language: str, *, limit: int) -> list[tuple[int, float]]:
        """Passages of `language` that share terms with the question, best first.

        Scores are those of Lucene's BM25.

        Returns:
            Passage number and score, above 0; at least `limit` if there are as many, and more
            where scores are level. Empty if no passage is in this language.
        """
        told = [self._number(t, language) for t in dict.fromkeys(content_terms(question, language))]
        known = [number for number in told if number is not None]
        found: list[tuple[int, float]] = []
        if not known or language not in self._sizes:
            return found
        parts = self._postings[language]
        of_terms = [[postings.of(number) for number in known] for postings in parts]
        count, _ = self._sizes[language]
        held = [sum(len(rows) for rows, _ in every) for every in zip(*of_terms, strict=True)]
        rarities = [math.log(1 + (count - n + 0.5) / (n + 0.5)) for n in held]
        for postings, norms, own in zip(parts, self._norms[language], of_terms, strict=True):
            scores = _scores(own, rarities, norms)
            some = _hopeful(scores, [rows for rows, _ in own], limit)
            best = some[leading(scores[some], limit)]
            found += [(int(postings.passages[row]), float(scores[row])) for row in best]
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))

    def rarity(self, term_: str, language: str) -> float:
        """How much a term tells, 0 (in every passage) to 1 (in none): scaled inverse frequency.

        A term of a language without passages has rarity 1.
        """
        if language not in self._sizes:
            return 1.0
        count, _ = self._sizes[language]
        return math.log((count + 1) / (self._held(term_, language) + 0.5)) / math.log(
            (count + 1) / 0.5
        )

    def speaks(self, language: str) -> bool:
        """Whether any passage is in that language."""
        return language in self._sizes

    def vocabulary(self, language: str) -> list[str]:
        """Every term that the passages of `language` hold, in order.

        In an index of many passages there may be some that only passages held which are gone.
        """
        own = self._postings.get(language, ())
        used = {int(number) for postings in own for number in postings.used()}
        query = "SELECT number, term FROM terms WHERE language = ?"
        rows = self._database.execute(query, (language,))
        return sorted(term_ for number, term_ in rows if number in used)

    def knows(self, term_: str, language: str) -> bool:
        """Whether any passage of `language` holds the term."""
        return self._held(term_, language) > 0

    def _normalised(self, lengths: NDArray[np.float32], mean: float) -> NDArray[np.float32]:
        """What the counts of each passage's terms are weighed against, for its length."""
        long = lengths / np.float32(mean or 1)  # passages may all be without words
        normalised: NDArray[np.float32] = np.float32(self.K1) * (
            np.float32(1 - self.B) + np.float32(self.B) * long
        )
        return normalised

    def _count(self, term_: str, language: str) -> int:
        """How many passages hold a term."""
        number = self._number(term_, language)
        if number is None:
            return 0
        return sum(len(postings.of(number)[0]) for postings in self._postings.get(language, ()))

    def _read_number(self, term_: str, language: str) -> int | None:
        query = "SELECT number FROM terms WHERE language = ? AND term = ?"
        row = self._database.execute(query, (language, term_)).fetchone()
        return row[0] if row else None


def _size(postings: Sequence[Postings]) -> tuple[int, float]:
    """How many passages there are, and how many terms one of them holds in the mean."""
    sizes = [own.size() for own in postings]
    count = sum(passages for passages, _ in sizes)
    return count, sum(terms for _, terms in sizes) / max(count, 1)


def _scores(
    of_terms: Sequence[tuple[NDArray[np.int32], NDArray[np.uint16]]],
    rarities: Sequence[float],
    norms: NDArray[np.float32],
) -> NDArray[np.float32]:
    """The score of each passage for terms of these rows, counts and rarities."""
    scores = np.zeros(len(norms), dtype=np.float32)
    for (rows, counts), rarity in zip(of_terms, rarities, strict=True):
        scores[rows] += np.float32(rarity) * counts / (counts + norms[rows])
    return scores


def _hopeful(
    scores: NDArray[np.float32], of_terms: Sequence[NDArray[np.int32]], limit: int
) -> NDArray[np.intp]:
    """Places, in order, among which the `limit` highest scores above 0 are, and their levels.

    What the last of one term's best has is what the last of all has at least: so the many
    passages of which nothing but a frequent word is found need not be sorted.
    """
    enough = [rows for rows in of_terms if len(rows) >= limit]
    if not enough:
        return np.flatnonzero(scores)
    least = np.partition(scores[min(enough, key=len)], -limit)[-limit]
    return np.flatnonzero(scores >= least)


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
