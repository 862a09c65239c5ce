"""Mailboxes (mbox): messages one after the other, each read as an e-mail."""

import re

from corpus.formats.drafts import Parcel, Part, Refusal
from corpus.limits import Limits

_START = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\r\n\r\n))From \S[^\r\n]*\r?\n(?=[\w-]+:)")
"""The line before a message; a line of text that starts alike has no header below it."""
_QUOTED = re.compile(rb"^>(?=>*From )", re.MULTILINE)


def read(content: bytes, limits: Limits) -> Parcel:
    """Messages by their number in the box, from 1.

    Raises:
        Refusal: there are none, or too many.
    """
    starts = [match.span() for match in _START.finditer(content)]
    if not starts:
        raise Refusal("is no mailbox: no message begins in it")
    if len(starts) > limits.members:
        raise Refusal(f"holds {len(starts):,} messages; at most {limits.members:,} are read")
    ends = [start for start, _ in starts[1:]] + [len(content)]
    parts = [
        Part(f"message {number}.eml", _QUOTED.sub(b"", content[start:end]))
        for number, ((_, start), end) in enumerate(zip(starts, ends, strict=True), start=1)
    ]
    return Parcel(parts, counts_as_nested=False)
