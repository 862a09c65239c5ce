"""What a document is called: as it says, as its first heading says, or as its file is named."""

import re
from pathlib import PurePosixPath

_FIRST_HEADING = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
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
    heading = _FIRST_HEADING.search(text)
    return heading[1] if heading else _readable(PurePosixPath(name).stem)


def _readable(stem: str) -> str:
    words = re.sub(r"[_+]+|(?<=\w)-(?=\w)|(?<=[a-z])\.(?=[a-z])", " ", stem)
    words = " ".join(words.split())
    return words[:1].upper() + words[1:] or stem
