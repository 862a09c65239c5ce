"""Whether two questions ask the same, and whether an answer says what another has said."""

import hashlib
import math
from collections import Counter
from collections.abc import Iterable

from assistant.answers import Answer, Language
from assistant.verifier import normalised
from index.function_words import FUNCTION_WORDS
from index.lexicon import term, words

SAME_WORDS = 0.7
"""Questions that share this part of their content words, by weight, are taken to ask the same."""


class Likeness:
    """Compares questions by their content words, of which those of many questions tell little."""

    def __init__(self, questions: Iterable[tuple[str, Language]]) -> None:
        contents = [content(question, language) for question, language in questions]
        counts = Counter(word for words in contents for word in words)
        self._weights = {
            word: math.log((1 + len(contents)) / count) for word, count in counts.items()
        }
        self._rarest = math.log(1 + len(contents)) or 1.0

    def alike(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Whether questions of this content are the same but for their wording."""
        whole = self._weight(one | other)
        return not whole or self._weight(one & other) / whole >= SAME_WORDS

    def _weight(self, words: frozenset[str]) -> float:
        return sum(self._weights.get(word, self._rarest) for word in words)


def content(question: str, language: Language) -> frozenset[str]:
    """The terms of a question that say what it is about."""
    idle = FUNCTION_WORDS[language]
    return frozenset(
        term(word, language)
        for word in words(question)
        if word.lower().replace("’", "'") not in idle
    )


def said(answer: Answer) -> tuple[str, ...]:
    """A digest of each sentence of an answer, in order."""
    return tuple(
        hashlib.sha256(normalised(sentence.text).encode()).hexdigest()[:12]
        for sentence in answer.sentences
    )


def adds(sentences: Iterable[str], known: frozenset[str]) -> bool:
    """Whether an answer of these sentences says anything that is not known yet."""
    return any(sentence not in known for sentence in sentences)
