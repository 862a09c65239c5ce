"""Sentences about versions of the standard that are no longer in force.

They answer only those who ask about that time; anyone else means the version in force.
"""

import re
from functools import lru_cache

from corpus.records import Standard

_BACK_THEN = (
    r"old(?:er|est)?|earlier|previous|former|first|original|before|changed?|compared?|history"
    r"|antigu[oa]s?|anterior(?:es)?|primer[oa]?|primeir[oa]|antes|cambi[oó]|mudou|versi[oó]n(?:es)?"
    r"|vers(?:ão|ões)|versions?"
)


class Superseded:
    """Tells sentences about superseded versions from others; finds none without a standard."""

    def __init__(self, standard: Standard | None) -> None:
        past = [v for v in standard.versions if v.in_force_until] if standard else []
        years = [str(version.in_force_from.year) for version in past]
        counts = [str(version.criteria) for version in past]
        never = r"(?!)"
        named = [rf"{y} (?:version|standard)|(?:version|standard|criteria) of {y}" for y in years]
        named += [rf"{count} criteria" for count in counts]
        self._sentence = re.compile(rf"\b(?:{'|'.join(named) or never})\b")
        last = standard.current.in_force_from.year if standard else 0
        then = [str(year) for year in range(min(map(int, years), default=last), last)]
        asked = "|".join([*then, *counts, _BACK_THEN])
        self._is_on_one = lru_cache(maxsize=16384)(lambda text: bool(self._sentence.search(text)))
        self._question = re.compile(rf"\b(?:{asked})\b", re.IGNORECASE)

    def out_of_place(self, question: str, sentence: str) -> bool:
        """Whether a sentence is on a superseded version and the question is not about its time."""
        return self._is_on_one(sentence) and not self._question.search(question)
