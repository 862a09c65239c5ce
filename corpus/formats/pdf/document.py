"""A PDF file as a draft: each page's text in reading order, with the page as its place."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from corpus.formats.drafts import Draft, Refusal
from corpus.formats.manuscript import Manuscript
from corpus.formats.pdf.columns import in_reading_order
from corpus.formats.pdf.margins import without_margins
from corpus.formats.pdf.paragraphs import Paragraph, paragraphs, usual_size
from corpus.formats.pdf.tables import RuledTables, Table, unruled_tables
from corpus.formats.pdf.words import Line, Word, backgrounds, has_picture, lines_of, words_of
from corpus.limits import Limits

_TAIL = 4096
"""Bytes at a file's end within which its last mark has to stand."""
_TINY = 2.0
"""Points; smaller print is not meant to be read."""
_CREATED = re.compile(r"(?:D:)?((?:19|20)\d\d)(\d\d)(\d\d)")


@dataclass(frozen=True, slots=True)
class _Page:
    lines: Sequence[Line]
    tables: Sequence[Table]
    height: float
    scanned: bool


def read(content: bytes, limits: Limits) -> Draft:
    """A PDF's text in reading order.

    Raises:
        Refusal: it is damaged, locked, too long, or holds pictures of text only.
    """
    if b"%%EOF" not in content[-_TAIL:] and b"startxref" not in content[-_TAIL:]:
        raise Refusal("is cut short: the end of the PDF is missing")
    with _opened(content) as file:
        if len(file) > limits.pages:
            raise Refusal(f"has {len(file):,} pages; at most {limits.pages:,} are read")
        pages = list(_pages(file, content))
        said = file.get_metadata_dict()
    scanned = sum(page.scanned for page in pages)
    if scanned == len(pages):
        raise Refusal(_all_scanned(scanned) if scanned else "has no pages")
    manuscript = Manuscript(limits)
    _write(manuscript, pages)
    text, places = manuscript.finished()
    created = _CREATED.match(said.get("CreationDate", ""))
    return Draft(
        text,
        title=said.get("Title", ""),
        created="-".join(created.groups()) if created else "",
        places=places,
        notes=(_some_scanned(scanned, len(pages)),) if scanned else (),
    )


def _opened(content: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise Refusal("is locked with a password") from error
        raise Refusal("is damaged: it cannot be read as PDF") from error


def _pages(file: pdfium.PdfDocument, content: bytes) -> Iterator[_Page]:
    ruled = RuledTables(content)
    try:
        for number in range(len(file)):
            page = file[number]
            yield _page(page, number, ruled)
            page.close()
    finally:
        ruled.close()


def _page(page: pdfium.PdfPage, number: int, ruled: RuledTables) -> _Page:
    words = [word for word in words_of(page) if word.size >= _TINY]
    if any(word.white for word in words):
        behind = backgrounds(page)
        words = [w for w in words if not w.white or any(b.holds(w.box) for b in behind)]
    tables = ruled.on(page, number, words) if words else []
    lines = lines_of([w for w in words if not any(table.box.holds(w.box) for table in tables)])
    return _Page(lines, tables, page.get_height(), scanned=not words and has_picture(page))


def _all_scanned(pages: int) -> str:
    what = "a scanned picture" if pages == 1 else f"{pages} scanned pictures"
    return f"holds {what} without text; recognise the text (OCR) first"


def _some_scanned(scanned: int, pages: int) -> str:
    are = "is a scanned picture" if scanned == 1 else "are scanned pictures"
    return f"{scanned} of {pages} pages {are} without text."


def _write(manuscript: Manuscript, pages: Sequence[_Page]) -> None:
    """Put the pages into the manuscript, without what all of them repeat."""
    kept = without_margins([page.lines for page in pages], [page.height for page in pages])
    usual = usual_size([line for lines in kept for line in lines])
    flow = [
        (number, list(_flow(page, lines, usual)))
        for number, (page, lines) in enumerate(zip(pages, kept, strict=True), 1)
    ]
    levels = _levels([p for _, parts in flow for p in parts if isinstance(p, Paragraph)])
    hyphenated = _hyphenated(kept)
    open_ended = False
    broken_off: Table | None = None
    for number, parts in flow:
        manuscript.at(f"page {number}", number)
        for position, part in enumerate(parts):
            if isinstance(part, Table):
                broken_off = _continued(part, None if position else broken_off)
                _write_table(manuscript, broken_off)
                open_ended = False
                continue
            broken_off = None
            text = _mended(part, hyphenated)
            if part.heading:
                manuscript.heading(text, levels[round(part.size)])
            elif open_ended and text[:1].islower():
                manuscript.continue_paragraph(text)
            else:
                manuscript.paragraph(text, set_apart=part.set_apart)
            open_ended = not part.heading and not part.ends


def _flow(page: _Page, lines: Sequence[Line], usual: float) -> Iterator[Paragraph | Table]:
    """A page's paragraphs and tables in reading order."""
    tables = [*page.tables, *unruled_tables(lines)]
    free = [line for line in lines if not any(t.box.holds(line.box) for t in tables)]
    pieces: list[Line | Table] = sorted([*free, *tables], key=_from_the_top)
    for column in in_reading_order(pieces):
        yield from paragraphs(column, usual=usual)


def _from_the_top(piece: Line | Table) -> tuple[float, float]:
    top = piece.baseline - piece.size if isinstance(piece, Line) else piece.box.top
    return round(top), piece.box.left


def _write_table(manuscript: Manuscript, table: Table) -> None:
    if table.pairs:
        for name, value in table.rows:
            manuscript.statement([name], [value])
    else:
        manuscript.table(table.rows)


def _continued(table: Table, before: Table | None) -> Table:
    """A page's first table, under the header of the last page's last if it goes on with that."""
    if before is None or table.pairs or len(table.rows[0]) != len(before.rows[0]):
        return table
    header = before.rows[0]
    rows = table.rows if list(table.rows[0]) == list(header) else [header, *table.rows]
    return Table(rows, table.box)


def _levels(parts: Sequence[Paragraph]) -> dict[int, int]:
    """Depth of headings by their size: the largest is 1."""
    sizes = sorted({round(part.size) for part in parts if part.heading}, reverse=True)
    return {size: min(depth, 4) for depth, size in enumerate(sizes, start=1)}


def _hyphenated(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Words that the document itself writes with a hyphen within a line."""
    words = (word.text for lines in pages for line in lines for word in line.words)
    return frozenset(_bare(w) for w in words if "-" in w.strip("-"))


def _mended(part: Paragraph, hyphenated: frozenset[str]) -> str:
    """The paragraph's text, words that a line's end broke put together.

    The hyphen stays where the document writes the word with one elsewhere, and before a capital
    or a figure.
    """
    text = part.words[0].text
    for before, word in itertools.pairwise(part.words):
        if not _is_cut(before, word):
            text += f" {word.text}"
        elif not word.text[:1].islower() or _bare(before.text + word.text) in hyphenated:
            text += word.text
        else:
            text = text[:-1] + word.text
    return text


def _is_cut(word: Word, following: Word) -> bool:
    """Whether the end of a line parts two halves of one word."""
    if not word.text.endswith("-") or len(word.text) < 2:
        return False
    return word.broken or not word.box.top <= following.box.middle[1] <= word.box.bottom


def _bare(word: str) -> str:
    return word.strip(".,;:!?()[]\"'“”‘’").casefold()
