"""What is there to find one's way: headers, footers, page numbers, and tables of contents."""

import re
from collections import Counter
from collections.abc import Sequence

from corpus.formats.pdf.words import Line

_MARGIN = 0.12
"""Share of a page's height, at the top and at the bottom, where such lines stand."""
_PAGES = 3
"""A line there that so many pages have, or both of two, numbers apart, is no part of the text."""
_LEADERS = re.compile(r"(?:\.\s?){5,}")
"""Dots that lead to a number: an entry of a table of contents."""
_NUMBER = re.compile(
    r"(?:page|página|pág\.?|p\.)?\s*[-–—|]?\s*(?:\d{1,4}|[ivxl]{1,6})"
    r"(?:\s*(?:/|of|de)\s*\d{1,4})?\s*[-–—|]?",
    re.IGNORECASE,
)


def without_margins(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """Pages without page numbers, entries of a table of contents, and lines that pages repeat.

    Args:
        pages: lines of each page.
        heights: of each page, in points.
    """
    seen: Counter[str] = Counter()
    for lines, height in zip(pages, heights, strict=True):
        seen.update({_pattern(line) for line in lines if _is_marginal(line, height)})
    needed = max(2, min(_PAGES, len(pages)))
    repeated = {pattern for pattern, count in seen.items() if count >= needed}
    return [
        [
            line
            for line in lines
            if not _LEADERS.search(line.text)
            and not (_is_marginal(line, height) and _is_furniture(line, repeated))
        ]
        for lines, height in zip(pages, heights, strict=True)
    ]


def _is_marginal(line: Line, height: float) -> bool:
    return line.box.bottom < _MARGIN * height or line.box.top > (1 - _MARGIN) * height


def _is_furniture(line: Line, repeated: set[str]) -> bool:
    return _pattern(line) in repeated or _NUMBER.fullmatch(line.text.strip()) is not None


def _pattern(line: Line) -> str:
    """The line's words with numbers alike: a header counts pages."""
    return re.sub(r"\d+", "#", line.text).casefold()
