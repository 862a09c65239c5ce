"""Bytes into characters, whatever the encoding."""

import codecs
import re

from charset_normalizer import from_bytes

from corpus.formats.drafts import Refusal

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = frozenset(
    "àáâãäåæçèéêëìíîïñòóôõöøœùúûüÿßÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØŒÙÚÛÜŸ"
    "ªº°§©®¿¡«»‘’“”‚„–—…•€£¥¢·´¨±×÷½¼¾²³µ\xa0\xad"
)
_ASCII = re.compile(r"[\x00-\x7f]+")
_ODD = re.compile(r"\w[¿¡³²¥£¢µ¼½¾]\w|[ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜ]{4}|[à-ÿ]{4}")
"""What Western letters do not do, but other alphabets read as Western ones do."""
_SAMPLE = 200_000
"""Bytes that an encoding is told by: more would take long and tell no more."""


def decoded(content: bytes, declared: str = "") -> tuple[str, tuple[str, ...]]:
    """The text, and a note where its encoding had to be guessed.

    A byte-order mark is believed first, then UTF-8 if it fits, then what is `declared`.

    Raises:
        Refusal: the bytes are not text.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _checked(content, encoding), ()
    if b"\0" in content:
        raise Refusal("holds NUL bytes, so it is not text")
    for encoding in filter(None, ("utf-8", declared)):
        try:
            return _lines(content.decode(encoding)), ()
        except (UnicodeError, LookupError):
            continue
    return _guessed(content)


def _guessed(content: bytes) -> tuple[str, tuple[str, ...]]:
    western = content.decode("cp1252", "replace")
    if not set(_ASCII.sub("", western)) - _WESTERN and not _ODD.search(western):
        return _lines(western), ("Its encoding was taken to be Windows-1252.",)
    best = from_bytes(content[:_SAMPLE]).best()
    if best is None:
        raise Refusal("is not text in any encoding that is known")
    return _checked(content, best.encoding), (f"Its encoding was taken to be {best.encoding}.",)


def _checked(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refusal(f"is not valid text in its encoding ({encoding})") from error
    if "\0" in text:
        raise Refusal("holds NUL bytes, so it is not text")
    return _lines(text)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
