"""Writing a document's Markdown block by block, so that the chunker reads what was meant.

A paragraph is one line, a table row one sentence with its headers, and what would be Markdown by
accident is escaped. Every block knows its place in the original.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.documents import Place
from corpus.formats.drafts import Refusal
from corpus.limits import Limits
from corpus.visible import visible

_SPACE = re.compile(r"\s+")
_BULLET = re.compile(r"[•◦▪‣●○■–—*+-](?=\s)\s*")
_BY_ACCIDENT = re.compile(r"(?:<(?=[!?/a-zA-Z])|#{1,6}(?=\s)|[-+*>](?=\s)|>|```|~~~|=+$|-+$|\|)")
_NUMBERED = re.compile(r"(\d{3,9})([.)])(?=\s)")
_SAID_BEFORE = 40
"""Characters from which words set apart that stand elsewhere too are a pull-quote."""


@dataclass(slots=True)
class _Block:
    kind: str
    text: str
    place: int
    """Which of the manuscript's places it stands at; -1 for none."""
    set_apart: bool = False
    joins: tuple[int, int] | None = None
    """Character of the text at which another place begins, and which: a page turned within it."""


class Manuscript:
    """A document under way; `finished` gives its text and the places of its blocks."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._blocks: list[_Block] = []
        self._places: list[tuple[str, int | None]] = []
        self._length = 0

    def at(self, label: str, page: int | None = None) -> None:
        """What is written from here on stands at that place of the original."""
        if not self._places or self._places[-1] != (label, page):
            self._places.append((label, page))

    def heading(self, text: str, level: int) -> None:
        """A heading of a depth from 1; deeper than 6 is 6."""
        text = _SPACE.sub(" ", visible(text)).strip().strip("#").strip()
        if text:
            self._add("heading", f"{'#' * min(max(level, 1), 6)} {text}", set_apart=True)

    def paragraph(self, text: str, *, set_apart: bool = False) -> None:
        """A paragraph; one `set_apart` (a quote, a box) is left out if it stands elsewhere too."""
        clean = _clean(text)
        if clean and (bullet := _BULLET.match(clean)):
            self.item(clean[bullet.end() :])
        elif clean:
            self._add("paragraph", _escaped(clean), set_apart=set_apart)

    def continue_paragraph(self, text: str) -> None:
        """More of the last paragraph, which a turn of the page broke off."""
        clean, last = _clean(text), self._blocks[-1]
        start = last.text[:-1] if last.text.endswith("-") else f"{last.text} "
        last.joins = last.joins or (len(start), len(self._places) - 1)
        last.text = start + clean
        self._count(len(clean))

    def item(self, text: str, *, depth: int = 0) -> None:
        """An item of a list, `depth` lists deep."""
        if clean := _clean(text):
            self._add("item", f"{'  ' * min(depth, 3)}- {_escaped(clean)}")

    def statement(self, headers: Sequence[str], cells: Sequence[str]) -> None:
        """A table's row as a sentence with its headers, as `stated` forms it."""
        if said := stated(headers, cells):
            self._add("paragraph", _escaped(_clean(said)))

    def table(self, rows: Sequence[Sequence[str]], *, label: str = "", pairs: bool = False) -> None:
        """A table with a header as its first row; with `pairs`, rows of a name and what it is.

        `label` names the table for the places of its rows.
        """
        if not rows:
            return
        columns = max(map(len, rows))
        self._measure(len(rows), columns)
        if columns == 1:
            for row in rows:
                self.paragraph(row[0])
            return
        if pairs or all(row[0].rstrip().endswith(":") for row in rows if row and row[0].strip()):
            for row in rows:
                self.statement(row[:1], [" ".join(row[1:])])
            return
        before = self._places[-1] if self._places else None
        headers, body = (rows[0], rows[1:]) if len(rows) > 1 else ((), rows)
        for number, row in enumerate(body, start=1 + (len(rows) > 1)):
            if label:
                self.at(f"{label}, row {number}", before[1] if before else None)
            self.statement(headers, row)
        if label:
            self.at(*(before or ("", None)))

    def _measure(self, rows: int, columns: int) -> None:
        if rows > self._limits.table_rows:
            raise Refusal(f"has a table of more than {self._limits.table_rows:,} rows")
        if columns > self._limits.table_columns:
            raise Refusal(f"has a table of more than {self._limits.table_columns:,} columns")

    def _add(self, kind: str, text: str, *, set_apart: bool = False) -> None:
        self._count(len(text))
        self._blocks.append(_Block(kind, text, len(self._places) - 1, set_apart))

    def _count(self, characters: int) -> None:
        self._length += characters
        if self._length > self._limits.text_chars:
            raise Refusal(f"holds more than {self._limits.text_chars:,} characters of text")

    @property
    def first_heading(self) -> str:
        """Words of the first heading; empty if there is none."""
        return next((b.text.lstrip("# ") for b in self._blocks if b.kind == "heading"), "")

    @property
    def has_text(self) -> bool:
        """Whether anything but headings was written."""
        return any(block.kind != "heading" for block in self._blocks)

    def finished(self) -> tuple[str, tuple[Place, ...]]:
        """The Markdown, and where its parts stand in the original."""
        written: list[str] = []
        places: list[Place] = []
        position, before, last_place = 0, "", -1
        for block in self._without_echoes():
            gap = "" if not written else "\n" if before == block.kind == "item" else "\n\n"
            position += len(gap)
            for offset, place in ((0, block.place), *([block.joins] if block.joins else [])):
                if place >= 0 and place != last_place:
                    label, page = self._places[place]
                    places.append(Place(position + offset, label, page))
                    last_place = place
            written += [gap, block.text]
            position += len(block.text)
            before = block.kind
        return "".join(written) + ("\n" if written else ""), tuple(places)

    def _without_echoes(self) -> list[_Block]:
        """The blocks without pull-quotes: words set apart that a paragraph says as well."""
        apart = [b for b in self._blocks if b.set_apart and len(b.text) >= _SAID_BEFORE]
        if not apart:
            return self._blocks
        whole = " ".join(_bare(b.text) for b in self._blocks if not b.set_apart)
        echoes = {id(b) for b in apart if _bare(b.text) in whole}
        return [b for b in self._blocks if id(b) not in echoes]


def stated(headers: Sequence[str], cells: Sequence[str]) -> str:
    """A row as one sentence; cells without a header stand for themselves, empty ones fall out."""
    named = [*headers, *[""] * (len(cells) - len(headers))]
    parts = []
    for header, cell in zip(named, cells, strict=False):
        value = _SPACE.sub(" ", cell).strip().rstrip(".;").strip()
        name = _SPACE.sub(" ", header).strip().rstrip(":").strip()
        if value:
            parts.append(f"{name}: {value}" if name and name != value else value)
    return "; ".join(parts) + ("" if not parts or parts[-1][-1] in "?!" else ".")


def _clean(text: str) -> str:
    return _SPACE.sub(" ", visible(text)).strip()


def _escaped(line: str) -> str:
    """The line, with a backslash before a beginning that Markdown would take for its own."""
    if _BY_ACCIDENT.match(line):
        return "\\" + line
    return _NUMBERED.sub(r"\1\\\2", line, count=1) if _NUMBERED.match(line) else line


def _bare(text: str) -> str:
    """Words alone, so that quotation marks and case do not tell a quote from its origin."""
    return " ".join(re.findall(r"\w+", text.lower()))
