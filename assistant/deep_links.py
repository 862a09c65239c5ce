"""Web addresses that open at a quote: a PDF at its page, a web page with the quote in view."""

import re
from urllib.parse import quote as percent_encoded
from urllib.parse import urldefrag

from corpus.documents import Place

_ENDS = 5
"""Words at either end of a longer quote by which a browser finds it."""
_MARKUP = re.compile(r"\*\*|`|\\(?=[^\w\s])")
"""Markdown that a page does not show."""


def address_of(quote: str, address: str, place: Place | None) -> str:
    """The address with a fragment that leads to the quote; as it was where none would.

    Args:
        quote: Markdown of the document that stands at the address.
        place: where in it the quote begins, if that has a name.

    Source: PDF Open Parameters (Adobe, 2007), `page`; URL Fragment Text Directives (W3C Community
    Group), `:~:text=start,end`. What knows neither opens the beginning.
    """
    bare = urldefrag(address).url
    if place is None:
        return f"{bare}#:~:text={_directive(quote)}"
    return f"{bare}#page={place.page}" if place.label.startswith("page ") else address


def _directive(quote: str) -> str:
    words = _MARKUP.sub("", quote).split()
    parts = [words] if len(words) <= 2 * _ENDS else [words[:_ENDS], words[-_ENDS:]]
    return ",".join(_encoded(" ".join(part)) for part in parts)


def _encoded(text: str) -> str:
    """Percent-encoded; the hyphen too, which would part a prefix from the text."""
    return percent_encoded(text, safe="").replace("-", "%2D")
