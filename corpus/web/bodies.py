"""What a server sends, piece by piece, up to a limit."""

import codecs
import zlib
from collections.abc import Iterable, Iterator
from email.message import Message

from corpus.web.errors import FetchError, PassingError

_STEP = 65_536
"""Bytes that are decompressed at a time: a bomb is noticed after its first pieces."""
_GZIP = 16 + zlib.MAX_WBITS
_MEMBER = b"\x1f"
"""How a gzip member begins."""
_UNREAD = ("image", "video", "audio", "font", "model")


def read_body(address: str, pieces: Iterable[bytes], *, encoding: str, max_bytes: int) -> bytes:
    """The whole body, decompressed.

    Args:
        address: whose body it is, for errors.
        pieces: as they come over the network.
        encoding: the header Content-Encoding.
        max_bytes: limit, before and after decompression.

    Raises:
        FetchError: it is longer, or compressed in a way that we did not ask for.
        PassingError: it was cut off or damaged on the way.
    """
    raw = _limited(address, pieces, max_bytes)
    return b"".join(_limited(address, _decoded(address, raw, encoding), max_bytes))


def read_beginning(
    address: str, pieces: Iterable[bytes], *, encoding: str, max_bytes: int
) -> bytes:
    """The first `max_bytes` of a body, decompressed; otherwise as `read_body`."""
    kept = bytearray()
    for piece in _decoded(address, pieces, encoding):
        kept += piece
        if len(kept) >= max_bytes:
            break
    return bytes(kept[:max_bytes])


def check_length(address: str, length: str, max_bytes: int) -> None:
    """Refuse a body by its header Content-Length alone; raises FetchError."""
    if length.isdecimal() and int(length) > max_bytes:
        raise _too_large(address, max_bytes)


def media(address: str, content_type: str) -> tuple[str, str]:
    """Media type and character set of a header Content-Type, lower case.

    Either is empty if it is not told, or if no such thing exists; the content then has to show.

    Raises:
        FetchError: pictures, sound and the like, in which there is nothing to read.
    """
    header = Message()
    header["content-type"] = content_type
    told = content_type.partition(";")[0].strip().lower()
    media_type = header.get_content_type() if told == header.get_content_type() else ""
    if media_type.partition("/")[0] in _UNREAD:
        raise FetchError(address, f"it is {media_type}, which holds no text to read")
    return media_type, _known_charset(header.get_param("charset"))


def _known_charset(charset: object) -> str:
    try:
        if isinstance(charset, str):
            b"?".decode(charset, "ignore")  # fails for codecs that are not of text, as base64
            return codecs.lookup(charset).name
    except (LookupError, ValueError):
        pass
    return ""


def _limited(address: str, pieces: Iterable[bytes], max_bytes: int) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > max_bytes:
            raise _too_large(address, max_bytes)
        yield piece


def _decoded(address: str, pieces: Iterable[bytes], encoding: str) -> Iterable[bytes]:
    how = encoding.strip().lower()
    if how in {"", "identity"}:
        return pieces
    if how in {"gzip", "x-gzip"}:
        return _inflated(address, pieces)
    raise FetchError(address, f"it is compressed in a way that is not read ({how})")


def _inflated(address: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Decompress one gzip member after the other, in small steps."""
    inflater = zlib.decompressobj(_GZIP)
    begun = False
    try:
        for piece in pieces:
            rest = piece
            while rest:
                if inflater.eof:
                    if not rest.startswith(_MEMBER):
                        return  # some servers fill up what they send; gzip leaves it out, too
                    inflater = zlib.decompressobj(_GZIP)
                begun = True
                yield inflater.decompress(rest, _STEP)
                rest = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
        yield inflater.flush()
    except zlib.error as error:
        raise PassingError(address, "it was damaged on the way") from error
    if begun and not inflater.eof:
        raise PassingError(address, "it was cut off on the way")


def _too_large(address: str, max_bytes: int) -> FetchError:
    return FetchError(
        address, f"it is larger than {max_bytes / 1e6:,.3g} MB, the limit (setting web.max_bytes)"
    )
