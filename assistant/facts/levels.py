"""Levels named in an English sentence, said in Spanish or Portuguese."""

import re
from collections.abc import Iterator

from assistant.answers import Language
from assistant.facts.found import Fact
from assistant.tools.directory_texts import level_name

_LEVEL = re.compile(r"\b(?:silver|gold|platinum)\b", re.IGNORECASE)


def find_levels(text: str, language: Language) -> Iterator[Fact]:
    """The levels of an English sentence in `language`, in order."""
    for match in _LEVEL.finditer(text):
        yield Fact("level", *match.span(), level_name(match[0].lower(), language))
