"""Whether what a model writes can be read as an answer: whole text, in the reader's language."""

import unicodedata

from assistant.answers import Language
from assistant.languages import detect

_SPACES = {"\n", "\r", "\t"}
_NO_TEXT = {"Cc", "Cf", "Co", "Cs"}
_REPLACED = "\N{REPLACEMENT CHARACTER}"


def legible(text: str) -> str:
    """A text without halves of characters, controls, and characters that have no shape."""
    return "".join(c for c in text if c in _SPACES or unicodedata.category(c) not in _NO_TEXT)


def illegible(text: str, language: Language) -> str:
    """Why a sentence cannot be shown to a reader of that language; empty if it can.

    A sentence that speaks for none of the languages is left to the check of what it says.
    """
    if _REPLACED in text:
        return "a character of it is broken"
    if text.rstrip().endswith("?"):
        return "it asks and does not answer"
    if detect(text, default=language) != language:
        return "it is not in the reader's language"
    return ""
