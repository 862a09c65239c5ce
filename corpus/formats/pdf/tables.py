"""Tables of a page: ruled ones as pdfplumber finds them, unruled ones by how their cells align."""

import io
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

import pdfplumber
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from corpus.formats.pdf.columns import is_prose
from corpus.formats.pdf.words import Box, Line, Word, around, lines_of

_RULES = 3
"""A ruled table has at least so many lines or boxes drawn."""
_DRAWING = 20_000
"""From so many on it is a drawing or a map, in which no table is sought."""
_ROWS = 3
_ALIGNED = 6.0
"""Points by which edges of one column may differ."""
_ROW_GAP = 2.2
"""Heights of a line between rows, from which on it is another table."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the first is the header, unless `pairs`, whose rows are a name and a value."""

    rows: Sequence[Sequence[str]]
    box: Box
    pairs: bool = False

    @property
    def text(self) -> str:
        """Nothing: a table is no prose."""
        return ""


class RuledTables:
    """Ruled tables of one file, page by page; pdfplumber opens it when the first page needs it."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._file: pdfplumber.pdf.PDF | None = None

    def on(self, page: pdfium.PdfPage, number: int, words: Sequence[Word]) -> list[Table]:
        """Tables with lines around their cells, on the page of that number from 0."""
        if not _RULES <= _drawn(page) < _DRAWING:
            return []
        self._file = self._file or pdfplumber.open(io.BytesIO(self._content))
        plumbed = self._file.pages[number]
        tables = [_filled(table.rows, words) for table in plumbed.find_tables()]
        plumbed.close()
        return [table for table in tables if table is not None]

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()


def _drawn(page: pdfium.PdfPage) -> int:
    """Paths on a page, those with many strokes counted by stroke."""
    count = 0
    for path in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        count += max(1, raw.FPDFPath_CountSegments(path.raw) // 4)
        if count >= _DRAWING:
            break
    return count


def _filled(rows: Sequence[object], words: Sequence[Word]) -> Table | None:
    """A grid of cells with the page's words in them; None if it holds no table's worth."""
    grid = [[Box(*cell) if cell else None for cell in row.cells] for row in rows]  # type: ignore[attr-defined]
    boxes = [cell for row in grid for cell in row if cell]
    if len(grid) < 2 or max(map(len, grid)) < 2:
        return None
    box = around(boxes)
    inside = [word for word in words if box.holds(word.box)]
    texts = [[_cell(cell, inside) for cell in row] for row in grid]
    filled = [row for row in texts if any(row)]
    if len(filled) < 2 or max(sum(map(bool, row)) for row in filled) < 2:
        return None
    return Table(filled, box)


def _cell(cell: Box | None, words: Sequence[Word]) -> str:
    if cell is None:
        return ""
    return joined(lines_of([word for word in words if cell.holds(word.box)]))


def joined(lines: Sequence[Line]) -> str:
    """Lines of a cell as one text; a word cut off at a line's end is put together."""
    text = ""
    for line in lines:
        text = text[:-1] if text.endswith("-") and line.text[:1].islower() else f"{text} ".lstrip()
        text += line.text
    return text


def unruled_tables(lines: Sequence[Line]) -> list[Table]:
    """Runs of rows whose cells stand below each other, unless they are columns of prose.

    Args:
        lines: of one page, from the top down, cells as lines of their own.
    """
    found = []
    for run in _runs(_rows(lines)):
        columns = _columns(run)
        if len(columns) < 2 or _is_prose(run, columns) or _is_list(run):
            continue
        rows = list(_placed(run, columns))
        if len(rows) >= _ROWS:
            box = around([line.box for row in run for line in row])
            found.append(Table(rows, box, pairs=len(columns) == 2))
    return found


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines of one height together."""
    rows: list[list[Line]] = []
    for line in lines:
        if rows and abs(rows[-1][-1].baseline - line.baseline) < 0.3 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.box.left) for row in rows]


def _runs(rows: Sequence[list[Line]]) -> Iterator[list[list[Line]]]:
    """Neighbouring rows of several cells; one of a single cell may stand between them."""
    run: list[list[Line]] = []
    for row in rows:
        near = not run or row[0].box.top - run[-1][0].box.bottom < _ROW_GAP * row[0].size
        if len(row) > 1 and near:
            run.append(row)
            continue
        if len(run) >= _ROWS:
            yield run
        run = [row] if len(row) > 1 else []
    if len(run) >= _ROWS:
        yield run


def _columns(run: Sequence[Sequence[Line]]) -> list[Box]:
    """Where the columns stand: as many as most rows have cells, each with one edge aligned."""
    counts = [len(row) for row in run]
    usual = max(set(counts), key=counts.count)
    full = [row for row in run if len(row) == usual]
    if len(full) < max(_ROWS, 0.6 * len(run)):
        return []
    cells = [[row[column].box for row in full] for column in range(usual)]
    boxes = [around(column) for column in cells]
    apart = all(one.right < other.left for one, other in itertools.pairwise(boxes))
    return boxes if apart and all(map(_is_aligned, cells)) else []


def _is_aligned(boxes: Sequence[Box]) -> bool:
    """Whether left edges, right edges or centres of most cells are at one place."""
    for edge in (
        [box.left for box in boxes],
        [box.right for box in boxes],
        [box.middle[0] for box in boxes],
    ):
        usual = median(edge)
        if sum(abs(x - usual) <= _ALIGNED for x in edge) >= 0.8 * len(edge):
            return True
    return False


def _is_prose(run: Sequence[Sequence[Line]], columns: Sequence[Box]) -> bool:
    by_column = [[row[n] for row in run if n < len(row)] for n in range(len(columns))]
    return sum(map(is_prose, by_column)) >= 2


def _is_list(run: Sequence[Sequence[Line]]) -> bool:
    """Whether what stands first in the rows are bullets and numbers, not cells."""
    return all(len(row[0].text) <= 4 and not row[0].text.isalpha() for row in run)


def _placed(run: Sequence[Sequence[Line]], columns: Sequence[Box]) -> Iterator[list[str]]:
    """Cells of each row by the column they stand in."""
    for row in run:
        cells = [""] * len(columns)
        for line in row:
            column = min(range(len(columns)), key=lambda n: _distance(columns[n], line.box))
            cells[column] = f"{cells[column]} {line.text}".strip()
        yield cells


def _distance(column: Box, cell: Box) -> float:
    return abs(column.middle[0] - cell.middle[0])
