"""Word documents: headings, lists, tables as rows, notes; hidden and deleted text stays out."""

import io
import re
from collections.abc import Iterator

import docx
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from corpus.formats.dates import day
from corpus.formats.drafts import Draft
from corpus.formats.manuscript import Manuscript
from corpus.formats.packages import opened
from corpus.limits import Limits

_TEMPLATE_AUTHOR = "python-docx"
"""Who made a file whose title and dates are that library's template's."""
_NOTES = ("/word/footnotes.xml", "/word/endnotes.xml")
_LEVEL = re.compile(r"heading (\d)", re.IGNORECASE)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read(content: bytes, limits: Limits) -> Draft:
    """A Word document's text in order, tables and text boxes where they stand, notes at the end."""
    with opened(content, limits):
        document = docx.Document(io.BytesIO(content))
    manuscript = Manuscript(limits)
    tables = 0
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            tables += 1
            manuscript.table(list(_rows(part._tbl)), label=f"table {tables}")
        else:
            _write(manuscript, part)
    for part in document.part.package.iter_parts():
        if part.partname in _NOTES:
            _write_notes(manuscript, part.blob)
    text, places = manuscript.finished()
    said = document.core_properties
    ours = said.author == _TEMPLATE_AUTHOR
    return Draft(
        text,
        title="" if ours else said.title or "",
        created="" if ours else day(said.created),
        places=places,
    )


def _write(manuscript: Manuscript, paragraph: Paragraph) -> None:
    element = paragraph._p
    text = _shown(element)
    styles = list(_styles(paragraph))
    if level := _level(styles):
        manuscript.heading(text, level)
    elif element.find(f".//{qn('w:numPr')}") is not None or any("List" in s for s in styles):
        manuscript.item(text, depth=_depth(element))
    else:
        manuscript.paragraph(text, set_apart=any("Quote" in name for name in styles))
    for boxed in _boxed(element):
        manuscript.paragraph(_shown(boxed), set_apart=True)


def _styles(paragraph: Paragraph) -> Iterator[str]:
    """Names of its style and of those that it builds on."""
    style = paragraph.style
    while style is not None:
        yield str(style.name or "")
        style = style.base_style


def _level(styles: list[str]) -> int:
    """Depth of a heading, from 1; 0 for other paragraphs."""
    for name in styles:
        if name == "Title":
            return 1
        if match := _LEVEL.fullmatch(name):
            return int(match[1])
    return 0


def _depth(element: etree._Element) -> int:
    level = element.find(f".//{qn('w:ilvl')}")
    return int(level.get(qn("w:val"), "0")) if level is not None else 0


def _shown(paragraph: etree._Element) -> str:
    """Text of a paragraph's own runs, without hidden ones; those of boxes in it are not its own."""
    pieces: list[str] = []
    for run in paragraph.iter(qn("w:r")):
        own = next(run.iterancestors(qn("w:p")), None) is paragraph
        if own and run.find(f"{qn('w:rPr')}/{qn('w:vanish')}") is None:
            pieces += map(_characters, run)
    return "".join(pieces)


def _characters(element: etree._Element) -> str:
    if element.tag == qn("w:t"):
        return element.text or ""
    if element.tag == qn("w:noBreakHyphen"):
        return "-"
    return " " if element.tag in (qn("w:tab"), qn("w:br"), qn("w:cr")) else ""


def _boxed(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs of the text boxes that hang on a paragraph, each once."""
    for box in paragraph.iter(qn("w:txbxContent")):
        if next(box.iterancestors(_FALLBACK), None) is None:
            yield from box.iter(qn("w:p"))


def _rows(table: etree._Element) -> Iterator[list[str]]:
    """Rows of cells; a cell merged with the one above says the same, one that is wide is padded."""
    above: list[str] = []
    for row in table.iterchildren(qn("w:tr")):
        cells: list[str] = []
        for cell in row.iterchildren(qn("w:tc")):
            text = " ".join(filter(None, map(_shown, cell.iter(qn("w:p")))))
            merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            if merged is not None and merged.get(qn("w:val"), "continue") == "continue":
                text = above[len(cells)] if len(cells) < len(above) else ""
            span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
            wide = int(span.get(qn("w:val"), "1")) if span is not None else 1
            cells += [text, *[""] * (min(wide, 100) - 1)]
        if any(cells):
            yield cells
            above = cells


def _write_notes(manuscript: Manuscript, part: bytes) -> None:
    for note in parse_xml(part):
        if note.get(qn("w:type")) is None:
            manuscript.paragraph(" ".join(_shown(p) for p in note.iter(qn("w:p"))))
