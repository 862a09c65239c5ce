"""Rows of a sheet or of a table as text: where its header is, and rows as statements."""

from collections.abc import Iterable, Sequence
from itertools import chain, islice

from corpus.formats.drafts import Refusal
from corpus.formats.manuscript import Manuscript
from corpus.limits import Limits

_PREAMBLE = 15
"""Rows within which the header is sought; above it stand titles and remarks."""


def write_rows(
    manuscript: Manuscript,
    rows: Iterable[tuple[int, Sequence[str]]],
    *,
    label: str,
    limits: Limits,
) -> None:
    """Put rows into a manuscript, each at its place, those under a header as statements.

    Args:
        manuscript: what they are put into.
        rows: number in the original, from 1, and cells; rows without any are left out.
        label: what they are rows of, such as 'sheet Budget'; may be empty.
        limits: more rows than these are a refusal.
    """
    remaining = iter(rows)
    first = list(islice(remaining, _PREAMBLE))
    at = _header(first)
    headers = first[at][1] if at is not None else ()
    body = first if at is None else [*first[:at], *first[at + 1 :]]
    above = first[at][0] if at is not None else 0
    for count, (number, cells) in enumerate(chain(body, remaining), start=1):
        if count > limits.table_rows:
            raise Refusal(f"has a table of more than {limits.table_rows:,} rows")
        manuscript.at(f"{label}, row {number}".removeprefix(", "))
        manuscript.statement(headers if number > above else (), cells)


def _header(rows: Sequence[tuple[int, Sequence[str]]]) -> int | None:
    """Which of the first rows names the columns: the first that is as wide as most, all in words.

    None if no row does, or nothing stands below it.
    """
    widths = sorted(sum(map(bool, cells)) for _, cells in rows)
    if len(rows) < 2 or widths[-1] < 2:
        return None
    usual = widths[len(widths) // 2]
    for position, (_, cells) in enumerate(rows[:-1]):
        filled = [cell for cell in cells if cell]
        if len(filled) >= max(2, 0.6 * usual):
            return position if all(map(_is_name, filled)) else None
    return None


def _is_name(cell: str) -> bool:
    """Whether a cell could name a column: words, or a year."""
    year = cell.isdigit() and len(cell) == 4
    return len(cell) <= 120 and (year or any(map(str.isalpha, cell)))
