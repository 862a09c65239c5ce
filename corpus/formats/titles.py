"""What a document is called: as it says, as its first heading says, or as its file is named."""

import re
from pathlib import PurePosixPath

_HEADING = re.compile(r"^(#{1,6})[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_NEAR_THE_TOP = 1500
"""Characters within which a document's own title stands."""
_MEANINGLESS = re.compile(
    r"(?:untitled|document|documento|word document|presentation|powerpoint[- ]\w+|"
    r"slide|book|workbook|sheet|title|título|home|index|doc|microsoft word\b.*)[ \d]*"
    r"|.*\.(?:docx?|pptx?|xlsx?|pdf|indd|html?|md|txt)",
    re.IGNORECASE,
)
"""Titles that programs put into files for want of a better one."""


def title_of(said: str, text: str, name: str) -> str:
    """The title a file gives itself, unless a program made it up; else its heading; else its name.

    Args:
        said: from the file's metadata.
        text: Markdown.
        name: of the file, with slashes.
    """
    said = " ".join(said.split())
    if said and not _MEANINGLESS.fullmatch(said):
        return said
    headings = list(_HEADING.finditer(text[:_NEAR_THE_TOP]))
    highest = min(headings, key=lambda heading: len(heading[1]), default=None)
    return highest[2] if highest else _readable(PurePosixPath(name).stem)


def _readable(stem: str) -> str:
    words = re.sub(r"[_+]+|(?<=\w)-(?=\w)|(?<=[a-z])\.(?=[a-z])", " ", stem)
    words = " ".join(words.split())
    return words[:1].upper() + words[1:] or stem
