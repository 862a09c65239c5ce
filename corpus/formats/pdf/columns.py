"""Reading order: lines of a page, with columns read one after the other.

A gutter is a height of the page without any line crossing it, with prose on both its sides. What
stands above is read first, then the column on its left, the one on its right, and what is below.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Protocol, TypeVar

from corpus.formats.pdf.words import Box, around

_LINES = 3
"""A column has at least so many lines on either side of its gutter."""
_FILL = 0.55
"""Prose fills its column: share of the column's width that half of its lines reach."""
_CHARACTERS = 18
"""Median length of a line of prose in a column; cells of tables are shorter."""


class Piece(Protocol):
    """What stands on a page: a line, or a table."""

    @property
    def box(self) -> Box:
        """Where it stands."""

    @property
    def text(self) -> str:
        """Its words; empty for a table."""


Placed = TypeVar("Placed", bound=Piece)


@dataclass(frozen=True, slots=True)
class _Gutter:
    """Lines `first` to `last` (excluded), from the top, stand left or right of `x`."""

    x: float
    first: int
    last: int


def in_reading_order(lines: Sequence[Placed]) -> list[list[Placed]]:
    """Lines in groups that are read one after the other: whole-width ones and columns.

    Args:
        lines: of one page, from the top down.
    """
    gutter = _widest_reach(lines)
    if gutter is None:
        return [list(lines)] if lines else []
    inside = lines[gutter.first : gutter.last]
    left = [line for line in inside if line.box.middle[0] < gutter.x]
    right = [line for line in inside if line.box.middle[0] >= gutter.x]
    return [
        *in_reading_order(lines[: gutter.first]),
        *in_reading_order(left),
        *in_reading_order(right),
        *in_reading_order(lines[gutter.last :]),
    ]


def _widest_reach(lines: Sequence[Piece]) -> _Gutter | None:
    """The gutter with the most lines beside it; None if there is no column."""
    best: _Gutter | None = None
    for x in sorted({round(line.box.left) - 2 for line in lines}):
        for gutter in _runs(lines, x):
            longer = best is None or gutter.last - gutter.first > best.last - best.first
            if longer and _is_between_columns(lines[gutter.first : gutter.last], x):
                best = gutter
    return best


def _runs(lines: Sequence[Piece], x: float) -> list[_Gutter]:
    """Runs of lines that do not cross `x`."""
    runs: list[_Gutter] = []
    first = 0
    for position, line in enumerate(lines):
        if line.box.left < x < line.box.right:
            runs.append(_Gutter(x, first, position))
            first = position + 1
    runs.append(_Gutter(x, first, len(lines)))
    return [run for run in runs if run.last - run.first >= 2 * _LINES]


def _is_between_columns(lines: Sequence[Piece], x: float) -> bool:
    left = [line for line in lines if line.box.right <= x]
    right = [line for line in lines if line.box.left >= x]
    return len(left) >= _LINES and len(right) >= _LINES and is_prose(left) and is_prose(right)


def is_prose(lines: Sequence[Piece]) -> bool:
    """Whether lines that stand below each other run on: long ones, that fill their width."""
    box = around([line.box for line in lines])
    width = median(line.box.right - line.box.left for line in lines)
    characters = median(len(line.text) for line in lines)
    return characters >= _CHARACTERS and width >= _FILL * (box.right - box.left)
