"""Tables as text (CSV, TSV): delimiter and encoding found, each row a statement."""

import csv
import itertools
from collections import Counter
from collections.abc import Iterator

from corpus.formats.drafts import Draft, Refusal
from corpus.formats.encodings import decoded
from corpus.formats.manuscript import Manuscript
from corpus.formats.rows import write_rows
from corpus.limits import Limits

_DELIMITERS = (",", ";", "\t", "|")
_LINES = 30
"""Lines that the delimiter is told by."""


def read(content: bytes, limits: Limits) -> Draft:
    """A table's rows as statements, each at its row."""
    text, notes = decoded(content)
    manuscript = Manuscript(limits)
    csv.field_size_limit(limits.text_chars)
    try:
        write_rows(manuscript, _rows(text, limits), label="", limits=limits)
    except csv.Error as error:
        raise Refusal(f"is damaged: it cannot be read as a table ({error})") from error
    body, places = manuscript.finished()
    return Draft(body, places=places, notes=notes)


def _rows(text: str, limits: Limits) -> Iterator[tuple[int, list[str]]]:
    lines = text.splitlines(keepends=True)
    for number, cells in enumerate(csv.reader(lines, delimiter=_delimiter(lines)), start=1):
        if len(cells) > limits.table_columns:
            raise Refusal(f"has a table of more than {limits.table_columns:,} columns")
        if any(cell.strip() for cell in cells):
            yield number, [cell.strip() for cell in cells]


def _delimiter(lines: list[str]) -> str:
    """The one that cuts most of the first lines into equally many cells, and into most."""
    head = [line for line in itertools.islice(lines, _LINES) if line.strip()]

    def agreement(delimiter: str) -> tuple[int, int]:
        widths = Counter(len(row) for row in csv.reader(head, delimiter=delimiter))
        width, lines_alike = max(widths.items(), key=lambda entry: (entry[1], entry[0]))
        return (lines_alike if width > 1 else 0, width)

    return max(_DELIMITERS, key=agreement) if head else ","
