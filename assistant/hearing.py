"""Hearing what the documents say that they do not say.

A silent sentence answers, by refusing, only where it leaves open the very thing that is asked.
Where it leaves open something else of the same place, it comes after what is known.
"""

import re
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.asking_words import Kind
from assistant.coverage import SAME, term_set
from assistant.demands import GENERAL, names
from assistant.folding import fold
from assistant.questions import ReadQuestion
from assistant.signs import SIGNS
from assistant.silences import OpenQuestion, asks_for_cause, open_questions
from index.function_words import is_function_word
from index.lexicon import words as words_of
from index.retriever import Found, FoundSentence
from index.word_vectors import WordVectors

SAME_MEANING = 0.05
"""Difference in meaning held that does not count."""

KIN: Mapping[str, Kind] = {
    "agent": "person",
    "organisation": "person",
    "names": "person",
    "share": "number",
}
"""Kinds of things that are asked for in the same words."""

SUBJECT_RARITY = 0.5
"""From this rarity on, a word may name what only one city has."""

COUNTED: frozenset[Kind] = frozenset({"number", "share", "money", "date", "duration", "age"})
"""Kinds of which many things are told of a city, one of which may not be what is asked."""

HALF_HELD = 0.5
"""Of a sentence that holds no more of a question, one cannot say that it is on its subject."""

LEAST_SHARED = 2
"""Words that a question has to have in common with one left open, to be the same."""

MOST_WORDIER = 2
"""How many times as many words a question left open may have as the one asked."""

THING_WORDS = 5
"""Words in which it is said which thing is left open."""

FAR_BEHIND = 0.8
"""Log-odds below what is known from which a sentence that leaves a like thing open is not heard."""

AHEAD = 0.1
"""Log-odds by which the silence on what is asked comes before one on something else."""

MUCH_MORE = 0.25
"""So much more of a question than the best answer holds, a sentence is surely on its subject."""

_WAY = re.compile(r"\W*how (?!many|much|long|often|old|far|high|big|large)", re.IGNORECASE)
"""Asks in which way a thing is done."""
_YES_OR_NO = re.compile(
    r"\W*(?:(?:and|so|but) )?(?:is|are|was|were|do|does|did|can|could|will|would|may|might|must"
    r"|should|has|have|had)\b",
    re.IGNORECASE,
)
_WHICH_SEVERAL = re.compile(
    r"\b(?:which|what(?: are| were)?)(?: the| their| its)? (?P<several>(?:two|three|four|five|six"
    r"|seven|eight|nine|ten|\d+) [a-z]+)"
)
"""Asks which so many things are: 'what are the six priorities?'."""
_WHICH = re.compile(r"(?:(?:in|to|by|for|on|from|at) )?(?:which|who|where|why|whether)\b", re.I)
"""Leaves open nothing that is counted or dated."""
_MANY = re.compile(r"\b(?:how many|cuant[oa]s|quant[oa]s)\b")
_HOW_LARGE = re.compile(r"how (?:large|big|high|tall|long|wide|deep)\b", re.IGNORECASE)
"""Leaves open a size, which is not how many there are."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NOT_WHICH = re.compile(r"(?:how|when|why|who|where|whether|that)\b", re.IGNORECASE)
"""Leaves open something else than which things they are."""

_OF_A_PART = re.compile(
    r"^how many of (?:the|those|these|its|them|[\w .]+['’]s)(?!\w).*?((?:[\w'-]+ ?){1,2})$",
    re.IGNORECASE,
)
"""Leaves open for how many of some a thing holds, which its last words say."""
_OF_A_TIME = re.compile(
    r"\b(?:after|before|since|until|earlier|antes|despu[eé]s|depois|desde|at[eé])\b", re.IGNORECASE
)
"""Speaks of what was so before or after something."""


class Hearing:
    """Tells how far silent sentences are to be heard.

    Args:
        language: of the documents.
        silence: what it weighs that a sentence is silent.
    """

    def __init__(self, word_vectors: WordVectors, language: str, *, silence: float) -> None:
        self._word_vectors = word_vectors
        self._language = language
        self._silence = silence

    def given_back(
        self,
        question: ReadQuestion,
        pairs: Sequence[tuple[Found, FoundSentence]],
        signs: NDArray[np.float64],
        able: NDArray[np.bool_],
        log_odds: NDArray[np.float64],
    ) -> NDArray[np.float64]:
        """What is given back to sentences that say what is not known.

        They come after what is known, unless they speak of what is asked as fully as that, or
        leave open the very thing that is asked.
        """
        silent, meaning = signs[:, SIGNS.index("silence")] > 0, signs[:, SIGNS.index("meaning")]
        spoken = np.where(able & ~silent, log_odds, -np.inf)
        best = int(np.argmax(spoken))
        here = signs[:, SIGNS.index("elsewhere")] == 0
        fits, same = self._leave_open(question, pairs, silent & here)
        more = meaning - meaning[best]
        heard = fits & (more >= -SAME_MEANING) & (same | (not question.asking.deeds))
        given = np.where(heard, -self._silence, 0.0)
        # What leaves open the very thing that is asked comes before all that is known.
        behind = np.maximum(0.0, spoken[best] - log_odds) if np.isfinite(spoken[best]) else 0.0
        exact = fits & (more >= MUCH_MORE) & bool(question.places)
        if focus := [t for t in question.terms if t.is_focus]:
            exact &= [
                bool(is_silent) and names(focus, s.text, self._word_vectors)
                for is_silent, (_, s) in zip(silent, pairs, strict=True)
            ]
        if question.asking.kind == "thing":
            exact |= same
        elif question.asking.kind is None or (
            question.asking.kind in COUNTED and meaning[best] <= HALF_HELD
        ):
            exact |= same & (more >= 0.0) & (behind + self._silence <= FAR_BEHIND)
        given = np.where(exact, np.maximum(given, behind + given), given)
        # What leaves open the thing itself comes before what leaves open something else.
        beside = silent & able & ~fits
        if focus and beside.any():
            own = [
                bool(one) and names(focus, s.text, self._word_vectors)
                for one, (_, s) in zip(same, pairs, strict=True)
            ]
            first = (log_odds + given)[beside].max()
            given = np.where(own, np.maximum(given, first - log_odds + AHEAD), given)
        return given

    def of_other_kinds(
        self,
        question: ReadQuestion,
        pairs: Sequence[tuple[Found, FoundSentence]],
        silent: NDArray[np.bool_],
    ) -> NDArray[np.bool_]:
        """Which silent sentences leave open nothing but things of other kinds than is asked for."""
        asked = KIN.get(question.asking.kind or "", question.asking.kind)
        found = np.zeros(len(pairs), bool)
        for row in map(int, np.flatnonzero(silent)):
            opens = open_questions(pairs[row][1].text)
            other = _HOW_LARGE if _MANY.search(question.asking.given) else _WHICH
            left = [
                o
                for o in opens
                if asked not in COUNTED or not (_WHICH.match(o.text) or other.match(o.text))
            ]
            kinds = [KIN.get(o.kind or "", o.kind) for o in left]
            found[row] = bool(opens) and None not in kinds and asked not in kinds
        return found

    def left_open_in_its_words(
        self, question: ReadQuestion, pairs: Sequence[tuple[Found, FoundSentence]]
    ) -> NDArray[np.bool_]:
        """Which sentences leave open a question of the kind asked, in its words and few others."""
        words = {term.term for term in question.terms}
        kind = KIN.get(question.asking.kind or "", question.asking.kind)
        way = bool(_WAY.match(question.asking.given))
        several = _WHICH_SEVERAL.search(question.asking.given)
        yes_or_no = bool(_YES_OR_NO.match(question.told))
        likely = len(words) >= LEAST_SHARED and (kind is not None or way or yes_or_no)

        def is_same(left: OpenQuestion) -> bool:
            if several and not _NOT_WHICH.match(left.text):
                return several["several"] in fold(left.text)
            if _is_of_another_time(question, left):
                return False
            own = self._content(left.text)
            alike = KIN.get(left.kind or "", left.kind) == kind
            in_way = way and bool(_WAY.match(left.text))
            in_doubt = yes_or_no and left.text.lower().startswith("whether ")
            alike = alike and (kind is not None or in_way or in_doubt)
            return likely and alike and words <= own and len(own) <= MOST_WORDIER * len(words)

        return np.array(
            [
                (bool(question.places) or len(found.document.cities) != 1)
                and any(map(is_same, open_questions(sentence.text)))
                for found, sentence in pairs
            ],
            dtype=bool,
        )

    def _content(self, text: str) -> frozenset[str]:
        """The terms of a text without those of small words."""
        telling = (w for w in words_of(text) if not is_function_word(w.lower(), self._language))
        return term_set(" ".join(telling), self._language)

    def _leave_open(
        self,
        question: ReadQuestion,
        pairs: Sequence[tuple[Found, FoundSentence]],
        silent: NDArray[np.bool_],
    ) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Which silent sentences may leave open what is asked, and which surely its kind."""
        asked = KIN.get(question.asking.kind or "", question.asking.kind)
        fits, same = silent.copy(), np.zeros(len(pairs), bool)
        for row in map(int, np.flatnonzero(silent)):
            if len(pairs[row][0].document.cities) == 1 and not question.places:
                fits[row] = self._names_subject(question, pairs[row][1].text)
                if not fits[row]:
                    continue
            left = [o for o in open_questions(pairs[row][1].text) if self._may_ask(question, o)]
            kinds = [KIN.get(o.kind or "", o.kind) for o in left]
            same[row] = (asked is not None and asked in kinds) or (
                asked in (None, "thing") and any(self._is_the_thing(question, o) for o in left)
            )
            fits[row] = same[row] or None in kinds or not open_questions(pairs[row][1].text)
        return fits, same

    def _may_ask(self, question: ReadQuestion, left: OpenQuestion) -> bool:
        """Whether what is left open may be what is asked: a cause, or a count of such things."""
        if left.whether:
            return asks_for_cause(question.text)
        if left.kind not in COUNTED or question.asking.kind not in COUNTED:
            return True
        focus = [t for t in question.terms if t.is_focus] or [
            t for t in question.terms if t.word.lower() not in GENERAL
        ]
        if _is_of_another_time(question, left):
            return False
        if (part := _OF_A_PART.search(left.text)) and not names(
            question.terms, part[1], self._word_vectors
        ):
            return False
        return not focus or names(focus, left.text, self._word_vectors)

    def _is_the_thing(self, question: ReadQuestion, left: OpenQuestion) -> bool:
        """Whether what is left open is which of a thing, and that thing is asked for."""
        focus = [t for t in question.terms if t.is_focus]
        opening = " ".join(left.text.split()[:THING_WORDS])
        asks = left.text.lower().startswith(("what ", "which ", "in which "))
        return bool(focus) and asks and names(focus, opening, self._word_vectors, least=SAME)

    def _names_subject(self, question: ReadQuestion, text: str) -> bool:
        """Whether a sentence holds one of the rarer words of a question, to the letter."""
        own = term_set(text, self._language)
        return any(t.rarity >= SUBJECT_RARITY and t.term in own for t in question.terms)


def _is_of_another_time(question: ReadQuestion, left: OpenQuestion) -> bool:
    """Whether it is left open what was so before or after something, which is not asked."""
    in_time = _YEAR.search(question.text) or _OF_A_TIME.search(question.text)
    return bool(_OF_A_TIME.search(left.text)) and not in_time
