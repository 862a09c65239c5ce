"""Plain text in any encoding: paragraphs apart by a blank line, hard-wrapped lines joined."""

import re
from collections.abc import Iterator

from corpus.formats.drafts import Draft
from corpus.formats.encodings import decoded
from corpus.formats.manuscript import Manuscript
from corpus.limits import Limits

_BREAK = re.compile(r"\n[ \t\f]*\n\s*")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.+)")
_ITEM = re.compile(r"[ \t]*(?:[-*+•◦▪‣●]|\d{1,2}[.)])[ \t]+\S")
_TITLE = re.compile(r"\s*([^\W\d_][^\n]{2,98}[^\s.,;:!?])[ \t]*\n[ \t]*\n(?=\s*\S)")
"""A line without an end, alone above all other text."""
_UNDERLINE = re.compile(r"(=+|-+|~+|\*+)[ \t]*")
_SHORT = 40
"""Characters: a line that ends before is not full, so what follows it is a new one."""


def read(content: bytes, limits: Limits) -> Draft:
    """A text file as paragraphs, list items and the headings it marks."""
    text, notes = decoded(content)
    manuscript = Manuscript(limits)
    title = _TITLE.match(text)
    if title:
        manuscript.heading(title[1], 1)
        text = text[title.end() :]
    write(manuscript, text)
    body, places = manuscript.finished()
    return Draft(body, places=places, notes=notes)


def write(manuscript: Manuscript, text: str) -> None:
    """Put the paragraphs of a plain text into a manuscript."""
    for paragraph in _BREAK.split(text.strip()):
        for piece in _pieces(paragraph.split("\n")):
            if heading := _HEADING.fullmatch(piece):
                manuscript.heading(heading[2], len(heading[1]))
            else:
                manuscript.paragraph(piece)


def _pieces(lines: list[str]) -> Iterator[str]:
    """Lines that belong together: items, headings and lines broken off early stand alone."""
    if len(lines) > 1 and _UNDERLINE.fullmatch(lines[1].strip()):
        yield f"# {lines[0].strip()}"
        lines = lines[2:]
    held = ""
    last = ""
    for line in lines:
        bare = line.strip()
        if held and (_ITEM.match(line) or _HEADING.match(bare) or _broken_off(last, bare)):
            yield held
            held = ""
        held = f"{held} {bare}".strip()
        last = bare
    if held:
        yield held


def _broken_off(line: str, following: str) -> bool:
    """Whether a line ended because its writer ended it, not because it was full."""
    return bool(_HEADING.match(line)) or (len(line) < _SHORT and following[:1].isupper())
