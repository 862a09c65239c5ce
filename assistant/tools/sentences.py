"""The sentences of a question: what is said before, and what is asked."""

import re
from collections.abc import Sequence


def sentences(text: str) -> Sequence[str]:
    """The sentences of a text, in order; the text alone where it is but one."""
    return [part for part in _BREAK.split(text) if part.strip()] or [text]


_BREAK = re.compile(
    r"(?<!\bSt\.)(?<!\bFt\.)(?<!\bDr\.)(?<!\bSta\.)(?<!\bSto\.)(?<=[.:;!?\]])\s+|\n+", re.I
)
"""Not after the first part of a name: 'St. Louis', 'Ft. Worth'."""
