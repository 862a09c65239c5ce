"""Excel workbooks: each row of a sheet a statement with its headers, its place the row."""

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from typing import cast

import openpyxl
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet.worksheet import Worksheet

from corpus.formats.dates import day
from corpus.formats.drafts import Draft, Refusal
from corpus.formats.manuscript import Manuscript
from corpus.formats.packages import opened
from corpus.formats.rows import write_rows
from corpus.limits import Limits

_UNSTORED = re.compile(rb"</f>\s*(?:<v\s*/>|<v></v>)?\s*</c>")
"""A formula whose value no program has stored beside it."""
_EMPTY_ROWS = 100_000
"""Empty rows in a row, after which a sheet is over: some are formatted down to the last."""
_LIBRARY = "openpyxl"


def read(content: bytes, limits: Limits) -> Draft:
    """A workbook's sheets in order; those that are hidden are left out and named."""
    with opened(content, limits) as archive:
        unstored = _has_unstored_formulas(archive)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about parts that are not read, such as drop-down lists
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        manuscript = Manuscript(limits)
        hidden = [s.title for s in book.worksheets if s.sheet_state != "visible"]
        shown = [s for s in book.worksheets if s.sheet_state == "visible"]
        for sheet in shown:
            manuscript.heading(sheet.title, 2)
            write_rows(
                manuscript, _rows(sheet, limits), label=f"sheet {sheet.title}", limits=limits
            )
    book.close()
    text, places = manuscript.finished()
    said = book.properties
    return Draft(
        text if manuscript.has_text else "",
        title=said.title or "",
        created="" if said.creator == _LIBRARY else day(said.created),
        places=places,
        notes=tuple(_notes(hidden, unstored)),
    )


def _notes(hidden: Sequence[str], unstored: bool) -> Iterator[str]:
    if hidden:
        yield f"Hidden sheets were not read: {', '.join(hidden)}."
    if unstored:
        yield "Formulas without a stored value were left out; open it in a spreadsheet and save it."


def _has_unstored_formulas(archive: zipfile.ZipFile) -> bool:
    sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
    return any(_UNSTORED.search(archive.read(name)) for name in sheets)


def _rows(sheet: Worksheet, limits: Limits) -> Iterator[tuple[int, list[str]]]:
    """Number, from 1, and cells of each row that holds anything."""
    cast(ReadOnlyWorksheet, sheet).reset_dimensions()  # some programs state them wrong
    empty = 0
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells = [_shown(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if len(cells) > limits.table_columns:
            raise Refusal(f"has a sheet of more than {limits.table_columns:,} columns")
        empty = 0 if cells else empty + 1
        if empty > _EMPTY_ROWS:
            return
        if cells:
            yield number, cells


def _shown(cell: Cell | MergedCell) -> str:
    """A cell's value as its reader sees it, dates in ISO form."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, int | float):
        return _number(value, str(cell.number_format))
    return str(value)


def _number(value: float, form: str) -> str:
    """Without the noise of binary fractions; as a percentage where it is shown as one."""
    if "%" in form:
        return f"{value * 100:.10g} %"
    return str(value) if isinstance(value, int) else f"{value:.12g}"
