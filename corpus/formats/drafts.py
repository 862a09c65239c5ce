"""What a format's reader hands back: a draft, parts that are files themselves, or a refusal."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from corpus.documents import Place
from corpus.formats.front_matter import FrontMatter


class Refusal(Exception):  # noqa: N818 - it is an answer to the file's owner, not a mishap
    """A file is not read; the message is the reason, one plain sentence without a subject."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Text of one document and what the file says of itself; the rest is found by the reader.

    Attributes:
        text: Markdown, as the chunker reads it.
        title, language, published: empty where the file does not say.
        created: day on which a program made the file; believed where nothing else is said.
        address: where the file says it comes from; empty if it does not.
        matter: a Markdown file's front matter, which is believed before all else.
    """

    text: str
    title: str = ""
    language: str = ""
    published: str = ""
    created: str = ""
    address: str = ""
    places: Sequence[Place] = ()
    notes: Sequence[str] = ()
    matter: FrontMatter = field(default_factory=FrontMatter)


@dataclass(frozen=True, slots=True)
class Part:
    """A file inside a file: its name there, and its bytes, or why it has none to give."""

    name: str
    content: bytes | Refusal
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A file that holds files: an archive, or a message with what is attached to it.

    Attributes:
        parts: may be made one by one, so that no more than one is held unpacked.
        draft: the text of its own, if it has one.
        skipped: names of parts of a kind that is not read, such as pictures.
        counts_as_nested: whether parts stand a level deeper, as those of an archive do.
    """

    parts: Iterable[Part]
    draft: Draft | None = None
    skipped: Sequence[str] = ()
    counts_as_nested: bool = True
