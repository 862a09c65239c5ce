"""What comes of fetching a web address."""

from dataclasses import dataclass
from urllib.parse import unquote

from corpus.web.addresses import parse


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document as its server sent it.

    Attributes:
        address: as it was asked for, in its canonical form: the document's identity.
        final_address: where the content was, after redirects.
        content: decompressed.
        media_type: such as `text/html`, lower case; empty if the server did not say.
        charset: as the server says, by Python's name for it; empty if it did not, or if there is
            no such thing. Servers are wrong about it at times.
        etag, modified: to be given to the next `fetch` of this address; empty if there is none.
        retrieved: day, YYYY-MM-DD, UTC.
    """

    address: str
    final_address: str
    content: bytes
    media_type: str
    charset: str
    etag: str
    modified: str
    retrieved: str

    @property
    def name(self) -> str:
        """The file's name as the address has it, empty for an address that ends with a slash."""
        return unquote(parse(self.final_address).target.partition("?")[0].rpartition("/")[2])


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The server says that the document is what it was when `etag` and `modified` were given out.

    Attributes:
        etag, modified: to be given to the next `fetch`; a server may have renewed them.
        retrieved: day on which it said so, YYYY-MM-DD, UTC.
    """

    address: str
    etag: str
    modified: str
    retrieved: str
