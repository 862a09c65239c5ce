"""A tree of HTML, or of trafilatura's own elements, written as Markdown blocks."""

import re
from collections.abc import Iterator

from lxml import etree

from corpus.formats.manuscript import Manuscript

_UNSHOWN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d])", re.I
)
_OUT = frozenset(
    "script style template noscript iframe object svg head nav form button select textarea "
    "canvas video audio map dialog input".split()
)
_BLOCKS = frozenset(
    "html body div section article main header footer aside blockquote quote figure figcaption p "
    "ul ol dl list li item dt dd table thead tbody tfoot row tr h1 h2 h3 h4 h5 h6 head pre hr "
    "address details summary center fieldset".split()
)
_QUOTES = frozenset({"blockquote", "quote", "aside"})
_ITEMS = frozenset({"li", "item", "dd", "dt"})
_HEADING = re.compile(r"h([1-6])")


def write(manuscript: Manuscript, element: etree._Element) -> None:
    """Put all that is shown below `element` into a manuscript: headings, text, lists, tables."""
    _Walk(manuscript).block(element)


class _Walk:
    """One pass over a tree; text of inline elements gathers until a block ends it."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript = manuscript
        self._held: list[str] = []
        self._lists = 0
        self._in_item = False
        self._quoted = False
        self._tables = 0

    def block(self, element: etree._Element) -> None:
        name = _name(element)
        if level := _level(element, name):
            self._flush()
            self._manuscript.heading(text_of(element), level)
        elif name in ("table",):
            self._flush()
            self._table(element)
        elif name in _ITEMS:
            self._item(element)
        elif name in _QUOTES:
            self._within(element, quoted=True)
        else:
            self._within(element, quoted=self._quoted)

    def _within(self, element: etree._Element, *, quoted: bool) -> None:
        self._flush()
        outer, self._quoted = self._quoted, quoted
        self._children(element)
        self._flush()
        self._quoted = outer

    def _item(self, element: etree._Element) -> None:
        self._flush()
        self._lists += 1
        self._in_item = True
        self._children(element)
        self._flush()
        self._in_item = False
        self._lists -= 1

    def _children(self, element: etree._Element) -> None:
        self._held.append(element.text or "")
        for child in element:
            if shown(child):
                name = _name(child)
                if name in _BLOCKS:
                    self.block(child)
                elif name in ("br", "lb"):
                    self._held.append("\n")
                elif name:
                    self._children(child)
            self._held.append(child.tail or "")

    def _flush(self) -> None:
        text = "".join(self._held).strip()
        self._held = []
        if not text:
            return
        if self._in_item:
            self._manuscript.item(text, depth=self._lists - 1)
        else:
            self._manuscript.paragraph(text, set_apart=self._quoted)

    def _table(self, table: etree._Element) -> None:
        cells = [list(_cells(row)) for row in _rows(table)]
        rows = [[text_of(cell) for cell in row] for row in cells]
        rows = [row for row in rows if any(cell.strip() for cell in row)]
        if max(map(len, rows), default=0) < 2 or _is_layout(table):
            self._within(table, quoted=self._quoted)
            return
        self._tables += 1
        self._manuscript.table(rows, label=f"table {self._tables}", pairs=_are_pairs(cells))


def text_of(element: etree._Element) -> str:
    """All that is shown of an element's text, in one line."""
    pieces = [element.text or ""]
    for child in element:
        if shown(child):
            inner = text_of(child)
            pieces.append(f" {inner} " if _name(child) in _BLOCKS | {"br", "lb"} else inner)
        pieces.append(child.tail or "")
    return re.sub(r"\s+", " ", "".join(pieces)).strip()


def shown(element: etree._Element) -> bool:
    """Whether a reader of the page sees the element, as far as its own attributes tell."""
    name = _name(element)
    if not name or (name in _OUT and not element.get("rend")):
        return False
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return False
    return not _UNSHOWN.search(element.get("style") or "")


def _name(element: etree._Element) -> str:
    """The tag without its namespace; empty for comments and instructions."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1].lower() if isinstance(tag, str) else ""


def _level(element: etree._Element, name: str) -> int:
    """Depth of a heading; 0 for anything else."""
    said = element.get("rend") or "h2" if name == "head" else name
    match = _HEADING.fullmatch(said)
    return int(match[1]) if match else 0


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        name = _name(child)
        if name in ("tr", "row"):
            yield child
        elif name in ("thead", "tbody", "tfoot"):
            yield from _rows(child)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    return (cell for cell in row if _name(cell) in ("td", "th", "cell") and shown(cell))


def mark_pairs(tree: etree._Element) -> None:
    """Put a colon behind the names in tables of names and values, which tells them from columns.

    Trafilatura takes the first row of any table for its header, and forgets other headers.
    """
    for table in tree.iter("table"):
        rows = [list(_cells(row)) for row in _rows(table)]
        if len(rows) > 1 and _are_pairs(rows):
            for name, _ in rows:
                last = name[-1] if len(name) else None
                if last is None:
                    name.text = f"{name.text or ''}:"
                else:
                    last.tail = f"{last.tail or ''}:"


def _are_pairs(rows: list[list[etree._Element]]) -> bool:
    """Whether each row names what its one other cell says."""
    return all([_name(cell) for cell in row] == ["th", "td"] for row in rows)


def _is_layout(table: etree._Element) -> bool:
    """A table that arranges a page rather than data: it holds tables or headings itself."""
    inner = {_name(element) for element in table.iter()} - {_name(table)}
    nested = any(_name(element) == "table" for element in table.iterdescendants())
    return nested or bool(inner & {"h1", "h2", "h3"}) or table.get("role") == "presentation"
