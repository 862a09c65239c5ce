"""ZIP archives: the files in them, each to be read as what it is."""

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from corpus.formats.drafts import Parcel, Part, Refusal
from corpus.formats.packages import opened
from corpus.formats.sniffing import KINDS
from corpus.limits import Limits

_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, EOFError, OSError, RuntimeError, ValueError)
"""What `zipfile` raises over a member, besides what unpacks it does."""


def read(content: bytes, limits: Limits) -> Parcel:
    """What an archive holds; hidden files are passed over, those of other kinds named."""
    with opened(content, limits) as archive:
        members = [member for member in archive.infolist() if not _is_hidden(member)]
        tried = [member for member in members if _suffix(member) in KINDS]
        skipped = [m.filename for m in members if _suffix(m) not in KINDS and not m.is_dir()]
    return Parcel(_parts(content, tried, limits), skipped=skipped)


def _parts(content: bytes, members: list[zipfile.ZipInfo], limits: Limits) -> Iterator[Part]:
    """The members, each unpacked when its turn has come."""
    with opened(content, limits) as archive:
        for member in members:
            name = PurePosixPath(member.filename.replace("\\", "/")).as_posix()
            try:
                part = Part(name, _unpacked(archive, member, name, limits))
            except Refusal as refusal:
                part = Part(_inside(name), refusal)
            yield part


def _unpacked(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, limits: Limits
) -> bytes:
    if _inside(name) != name:
        raise Refusal("has a name that leads out of the archive")
    if member.flag_bits & _ENCRYPTED:
        raise Refusal("is locked with a password")
    if member.file_size > limits.file_bytes:
        most = limits.file_bytes / 1e6
        raise Refusal(f"is {member.file_size / 1e6:,.0f} MB; at most {most:,.10g} MB are read")
    try:
        return archive.read(member)
    except (*_BROKEN, zlib.error, lzma.LZMAError) as error:
        raise Refusal("is damaged in the archive") from error


def _inside(name: str) -> str:
    """The name without what leads out of a folder: roots, drives and steps upwards."""
    parts = [part for part in PurePosixPath(name).parts if part not in ("/", "..", ".")]
    return "/".join(part for part in parts if not part.endswith(":")) or "file"


def _suffix(member: zipfile.ZipInfo) -> str:
    return PurePosixPath(member.filename).suffix.lower()


def _is_hidden(member: zipfile.ZipInfo) -> bool:
    """Whether a system put it there for itself, or its owner hid it."""
    parts = PurePosixPath(member.filename.replace("\\", "/")).parts
    return "__MACOSX" in parts or any(p.startswith((".", "~$")) and p != ".." for p in parts)
