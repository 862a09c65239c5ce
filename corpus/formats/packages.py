"""ZIP files, and the formats that are ZIP files inside: opened only within bounds."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from corpus.formats.drafts import Refusal
from corpus.limits import Limits

_HARMLESS = 1_000_000
"""Unpacked bytes up to which no ratio is too high."""


@contextmanager
def opened(content: bytes, limits: Limits) -> Iterator[zipfile.ZipFile]:
    """The archive, once what it says it unpacks to was found to be within `limits`.

    No more than it says is ever unpacked: `zipfile` stops at a member's stated size.

    Raises:
        Refusal: it is damaged, or holds too much.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Refusal("is damaged or cut short: its list of contents is missing") from error
    with archive:
        _check(archive, len(content), limits)
        yield archive


def _check(archive: zipfile.ZipFile, packed: int, limits: Limits) -> None:
    members = archive.infolist()
    if len(members) > limits.members:
        raise Refusal(f"holds {len(members):,} files; at most {limits.members:,} are read")
    unpacked = sum(member.file_size for member in members)
    if unpacked > limits.unpacked_bytes:
        most = limits.unpacked_bytes / 1e6
        raise Refusal(f"unpacks to {unpacked / 1e6:,.0f} MB; at most {most:,.10g} MB are read")
    if unpacked > max(_HARMLESS, limits.unpacked_ratio * packed):
        raise Refusal(
            f"unpacks to {unpacked // packed:,} times its size; "
            f"more than {limits.unpacked_ratio} times is taken for a bomb"
        )
