"""Lexical ranking: BM25 over stemmed words, one ranking per language of the passages.

Words are lower-cased, stemmed by the Snowball stemmer of their language and stripped of accents,
so that 'Bogota' finds 'Bogotá' and 'ciudad' finds 'ciudades'. A question in one language does not
vote on passages in another: their words only meet by accident.
"""

import json
import logging
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import Stemmer
from numpy.typing import NDArray

from index.function_words import FUNCTION_WORDS

if TYPE_CHECKING:
    from bm25s import BM25

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
        self,
        rankers: Mapping[str, "BM25"],
        ids: Mapping[str, Sequence[str]],
        frequencies: Mapping[str, Mapping[str, int]],
    ) -> None:
        self._rankers = rankers
        self._ids = ids
        self._frequencies = frequencies
        self._spoken = {language: frozenset(own) for language, own in ids.items()}

    @classmethod
    def build(cls, texts: Mapping[str, Mapping[str, str]]) -> "Lexicon":
        """Index texts: language to passage id to text."""
        from bm25s import BM25  # brings scipy: only where texts are indexed or searched

        logging.getLogger("bm25s").setLevel(logging.WARNING)  # it speaks up at DEBUG by itself
        rankers: dict[str, BM25] = {}
        frequencies: dict[str, dict[str, int]] = {}
        for language, by_id in texts.items():
            tokens = [terms(text, language) for text in by_id.values()]
            ranker = BM25(k1=cls.K1, b=cls.B)
            ranker.index(tokens, show_progress=False)
            rankers[language] = ranker
            counts = Counter(t for document in tokens for t in set(document))
            frequencies[language] = dict(sorted(counts.items()))
        ids = {language: list(by_id) for language, by_id in texts.items()}
        return cls(rankers, ids, frequencies)

    def save(self, folder: Path) -> None:
        """Write the lexicon into `folder`, one sub-folder per language."""
        for language, ranker in self._rankers.items():
            target = folder / language
            target.mkdir(parents=True)
            ranker.save(target, show_progress=False)
            entry = {"ids": self._ids[language], "frequencies": self._frequencies[language]}
            (target / "terms.json").write_text(json.dumps(entry), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> "Lexicon":
        """Read what `save` wrote."""
        from bm25s import BM25

        rankers, ids, frequencies = {}, {}, {}
        for source in sorted(folder.iterdir()):
            entry = json.loads((source / "terms.json").read_text(encoding="utf-8"))
            rankers[source.name] = BM25.load(source)
            ids[source.name] = entry["ids"]
            frequencies[source.name] = entry["frequencies"]
        return cls(rankers, ids, frequencies)

    def search(self, question: str, language: str, *, limit: int) -> list[tuple[str, float]]:
        """Passages of `language` that share terms with the question, best first.

        Returns:
            Passage id and BM25 score, above 0; ties in order of id. Empty if no passage is in
            this language.
        """
        ranker = self._rankers.get(language)
        if ranker is None:
            return []
        told = content_terms(question, language)
        known = [t for t in dict.fromkeys(told) if t in ranker.vocab_dict]
        if not known:
            return []
        scores: NDArray[np.float32] = ranker.get_scores(known)
        best = np.argsort(-scores, kind="stable")[: limit * 2]
        ids = self._ids[language]
        found = [(ids[n], float(scores[n])) for n in best if scores[n] > 0]
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))[:limit]

    def rarity(self, term_: str, language: str) -> float:
        """How much a term tells, 0 (in every passage) to 1 (in none): scaled inverse frequency.

        A term of a language without passages has rarity 1.
        """
        count = len(self._ids.get(language, ()))
        if not count:
            return 1.0
        frequency = self._frequencies[language].get(term_, 0)
        return math.log((count + 1) / (frequency + 0.5)) / math.log((count + 1) / 0.5)

    def spoken(self, language: str) -> frozenset[str]:
        """Ids of the passages in that language."""
        return self._spoken.get(language, frozenset())

    def vocabulary(self, language: str) -> list[str]:
        """Every term that the passages of `language` hold, in order."""
        return list(self._frequencies.get(language, ()))

    def knows(self, term_: str, language: str) -> bool:
        """Whether any passage of `language` holds the term."""
        return term_ in self._frequencies.get(language, {})
