"""Whether two questions ask the same, and whether an answer says what another has said."""

import hashlib
from collections.abc import Iterable

from assistant.answers import Answer, Language
from assistant.languages import FUNCTION_WORDS
from assistant.verifier import normalised
from index.lexicon import term, words

SAME_WORDS = 0.75
"""Questions that share this part of their content words are taken to ask the same."""


def content(question: str, language: Language) -> frozenset[str]:
    """The terms of a question that say what it is about."""
    idle = FUNCTION_WORDS[language]
    return frozenset(
        term(word, language)
        for word in words(question)
        if word.lower().replace("’", "'") not in idle
    )


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether questions of this content are the same but for their wording."""
    shared, whole = len(one & other), len(one | other)
    return not whole or shared / whole >= SAME_WORDS


def said(answer: Answer) -> tuple[str, ...]:
    """A digest of each sentence of an answer, in order."""
    return tuple(
        hashlib.sha256(normalised(sentence.text).encode()).hexdigest()[:12]
        for sentence in answer.sentences
    )


def adds(sentences: Iterable[str], known: frozenset[str]) -> bool:
    """Whether an answer of these sentences says anything that is not known yet."""
    return any(sentence not in known for sentence in sentences)
