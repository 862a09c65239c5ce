"""What every page repeats: headers, footers and page numbers, which are no part of the text."""

import re
from collections import Counter
from collections.abc import Sequence

from corpus.formats.pdf.words import Line

_MARGIN = 0.12
"""Share of a page's height, at the top and at the bottom, where such lines stand."""
_SHARE = 0.5
_PAGES = 2
_NUMBER = re.compile(
    r"(?:page|página|pág\.?|p\.)?\s*[-–—|]?\s*(?:\d{1,4}|[ivxl]{1,6})"
    r"(?:\s*(?:/|of|de)\s*\d{1,4})?\s*[-–—|]?",
    re.IGNORECASE,
)


def without_margins(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """Pages without page numbers and without lines that most pages have at one end.

    Args:
        pages: lines of each page.
        heights: of each page, in points.
    """
    seen: Counter[str] = Counter()
    for lines, height in zip(pages, heights, strict=True):
        seen.update({_pattern(line) for line in lines if _is_marginal(line, height)})
    needed = max(_PAGES, _SHARE * len(pages))
    repeated = {pattern for pattern, count in seen.items() if count >= needed}
    return [
        [
            line
            for line in lines
            if not _is_marginal(line, height)
            or not (_pattern(line) in repeated or _NUMBER.fullmatch(line.text.strip()))
        ]
        for lines, height in zip(pages, heights, strict=True)
    ]


def _is_marginal(line: Line, height: float) -> bool:
    return line.box.bottom < _MARGIN * height or line.box.top > (1 - _MARGIN) * height


def _pattern(line: Line) -> str:
    """The line's words with numbers alike: a header counts pages."""
    return re.sub(r"\d+", "#", line.text).casefold()
