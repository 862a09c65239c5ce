"""What a file is, told by its bytes; its name decides only between kinds of text."""

import codecs
import io
import re
import zipfile

import filetype

from corpus.formats.drafts import Refusal

KINDS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".csv": "csv",
    ".tsv": "csv",
    ".eml": "mail",
    ".mbox": "mailbox",
    ".pdf": "pdf",
    ".docx": "word",
    ".docm": "word",
    ".pptx": "slides",
    ".pptm": "slides",
    ".xlsx": "sheets",
    ".xlsm": "sheets",
    ".epub": "epub",
    ".zip": "zip",
    ".doc": "old office",
    ".xls": "old office",
    ".ppt": "old office",
    ".rtf": "rich text",
}
"""Endings of files that are tried, and what they promise; the last four are refused by name."""

NAMES = {
    "markdown": "Markdown",
    "text": "plain text",
    "html": "a web page",
    "csv": "a table as text",
    "mail": "an e-mail",
    "mailbox": "a mailbox",
    "pdf": "PDF",
    "word": "a Word document",
    "slides": "a PowerPoint presentation",
    "sheets": "an Excel workbook",
    "epub": "an e-book",
    "zip": "a ZIP archive",
    "old office": "an old Office file",
    "rich text": "Rich Text",
}

_MEDIA = {
    "text/markdown": "markdown",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/csv": "csv",
    "text/tab-separated-values": "csv",
    "message/rfc822": "mail",
    "application/mbox": "mailbox",
    "text/plain": "text",
}
_TEXT = frozenset({"markdown", "text", "html", "csv", "mail", "mailbox"})
_OFFICE = (("word/", "word"), ("ppt/", "slides"), ("xl/", "sheets"))
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEADERS = re.compile(rb"(?:(?:From|To|Subject|Date|Received|MIME-Version|Message-ID): )", re.I)


def kind_of(content: bytes, *, suffix: str, media_type: str = "") -> str:
    """The kind of a file, as in `NAMES`.

    Args:
        content: all of its bytes.
        suffix: ending of its name, with the dot, in lower case.
        media_type: what a server said it is, without parameters; asked where the bytes and the
            name do not tell.

    Raises:
        Refusal: nothing that is read here.
    """
    if not content.strip(b"\0 \t\r\n"):
        raise Refusal("is empty" if not content else "holds no text")
    promised = KINDS.get(suffix) or _MEDIA.get(media_type, "")
    found = _by_signature(content)
    if found in ("old office", "rich text"):
        raise Refusal(_old(content, found))
    if found and not (found == "html" and promised in _TEXT - {"text"}):
        return found
    if b"\0" in content[:8192] and not content.startswith(_WIDE):
        raise Refusal(_unlike(content, suffix, promised))
    return promised if promised in _TEXT else _text_kind(content, suffix, promised)


def is_plain(head: bytes) -> bool:
    """Whether a file that begins so is text without a format, which no library has to parse."""
    try:
        return not _by_signature(head) and not _HEADERS.match(head)
    except Refusal:
        return False


def _by_signature(content: bytes) -> str:
    head = content[:2048]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _zip_kind(content)
    if head.startswith(_OLE):
        return "old office"
    if head.startswith(b"{\\rtf"):
        return "rich text"
    return "html" if _HTML.match(head.removeprefix(b"\xef\xbb\xbf")) else ""


def _zip_kind(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            if "META-INF/container.xml" in names:
                return "epub"
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Refusal("is damaged or cut short: its list of contents is missing") from error
    if "[Content_Types].xml" in names:
        for folder, kind in _OFFICE:
            if any(name.startswith(folder) for name in names):
                return kind
    return "zip"


def _text_kind(content: bytes, suffix: str, promised: str) -> str:
    """Text under an unknown name is read as text; under the name of another format it is not."""
    if not promised and not suffix:
        return "mail" if _HEADERS.match(content) else "text"
    if not promised:
        raise Refusal(f"is of a kind that is not read ({suffix})")
    what = "JSON" if content.lstrip()[:1] in (b"{", b"[") else "plain text"
    raise Refusal(f"is called {suffix} but is {what}, not {NAMES[promised]}")


def _old(content: bytes, kind: str) -> str:
    if kind == "rich text":
        return "is Rich Text, which is not read; save it as .docx"
    if _LOCKED in content:
        return "is locked with a password"
    return "is an Office file from before 2007, or not a document; save it as .docx, .pptx or .xlsx"


def _unlike(content: bytes, suffix: str, promised: str) -> str:
    guess = filetype.guess(content[:8192])
    what = f"holds {guess.mime}" if guess else "holds NUL bytes, so it is not text"
    return f"is called {suffix} but {what}" if promised else f"is not a document: it {what}"
