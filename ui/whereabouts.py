"""Where a quote stands, in the reader's words: title, section, and page, slide or row."""

import re

from assistant.answers import Citation
from ui.texts import Texts

_PART = re.compile(r"(page|slide|chapter|table|row) (\d+)")
_IN_SHEET = re.compile(r"sheet (.*?)(?:, row (\d+))?", re.DOTALL)
"""A sheet may be named anything, even 'Costs, row 2'."""


def place_name(label: str, texts: Texts) -> str:
    """A place's label, such as 'page 3' or 'sheet Budget, row 17', in the reader's language.

    Labels that are not ours stay as they are.
    """
    if sheet := _IN_SHEET.fullmatch(label):
        named = texts("answer.place_sheet", name=sheet[1])
        return f"{named}, {texts('answer.place_row', n=sheet[2])}" if sheet[2] else named
    parts = [_PART.fullmatch(part) for part in label.split(", ")]
    return ", ".join(texts(f"answer.place_{p[1]}", n=p[2]) for p in parts if p) or label


def reference(citation: Citation, texts: Texts) -> str:
    """What is cited, in a line: 'Tram report, Costs, page 3 (2025-03-14)'."""
    parts = [citation.title, citation.section, place_name(citation.place, texts)]
    date = f" ({citation.published})" if citation.published else ""
    return ", ".join(filter(None, parts)) + date
