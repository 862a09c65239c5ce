"""What of a text its readers would see: what is hidden in a document must not speak for it.

A comment, an element that is not shown, and characters without a shape can hold words, or break
them up, that nobody who put the document here has read. An image is left as its caption, since
loading one tells its host who reads; the number of a note is left out, since beside our citations
it would pass for one.
"""

import re
import unicodedata

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_UNSHOWN = (
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d]))"
)
_SCRIPT = re.compile(
    r"<(script|style|template|iframe|object|svg|noscript)\b[^>]*>.*?(?:</\1\s*>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_HIDDEN = re.compile(
    r"<([a-z]+)\b(?=[^>]*(?:(?<![-\w])hidden\b|style\s*=\s*[\"'][^\"'>]*" + _UNSHOWN + r"))"
    r"[^>]*(?:/>|>.*?(?:</\1\s*>|\Z))",
    re.DOTALL | re.IGNORECASE,
)
_IMAGE = re.compile(r"!\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])|<img\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][a-z0-9-]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_RUNNING = re.compile(r"\[([^\]]*)\]\(\s*(?:javascript|data|vbscript):[^)]*\)+", re.IGNORECASE)
_NOTE = re.compile(r"(?<=[\w.,;:!?)”’\"])[ \t]?(?:\[\d{1,3}\])+(?![(\[:])")
_SHAPED = {"\n", "\r", "\t"}


def visible(text: str) -> str:
    """The text without what Markdown and HTML hide, numbers of notes, and characters with no shape.

    What is marked up is left without its tags; other text keeps its characters as they are.
    """
    if "<" in text or "[" in text:
        for hidden in (_COMMENT, _SCRIPT, _HIDDEN):
            text = hidden.sub("", text)
        text = _IMAGE.sub(lambda image: image[1] or "", text)
        text = _RUNNING.sub(r"\1", text)
        text = _NOTE.sub("", _TAG.sub("", text))
    gone = {ord(c) for c in set(text) - _SHAPED if _is_shapeless(c)}
    return text.translate(dict.fromkeys(gone)) if gone else text


def _is_shapeless(character: str) -> bool:
    """Whether a character is a mark for direction, joining or tagging, or a control."""
    return unicodedata.category(character) in {"Cf", "Cc"}
