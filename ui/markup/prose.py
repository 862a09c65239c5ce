"""Our Markdown as HTML: paragraphs, lists, tables and emphasis, with citation marks as links.

Text is data. HTML in it is shown as text, and links and pictures in it are not made: the only
addresses on a page are those of the corpus's sources and our own.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from corpus.documents import Span
from ui.markup.places import Marker

_MARK = re.compile(r"\[(\d{1,3})\]")
_START, _END, _PLACE = "\ue000", "\ue001", "\ue002"
"""Characters that no text holds; they stand for ends of a span and for places in Markdown."""
_AT = '<span class="at"'
_OURS = re.compile(f"([{_START}{_END}{_PLACE}])")
_BLOCK_MARK = re.compile(r"[ ]*(?:#{1,6} |[-+*] |\d{1,9}[.)] )?")
_NO_LINKS = ("link", "image", "autolink", "html_inline", "html_block", "reference")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a document.

    Attributes:
        level: 1 for the highest.
        id: of its element, unique in the document.
    """

    level: int
    title: str
    id: str


def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table").disable(_NO_LINKS)


def prose(text: str, *, citations: Collection[int] = (), anchor: str = "source") -> Markup:
    """An answer's text as HTML.

    Args:
        citations: numbers that `[n]` may have; another one stays text.
        anchor: what the links' targets are called: `#anchor-n`.
    """
    reader = _markdown()
    tokens = reader.parse(text)
    for token in tokens:
        if token.children:
            token.children = list(_linked(token.children, citations, anchor))
    return Markup(reader.renderer.render(tokens, reader.options, {}))  # noqa: S704  (escaped there)


def marked_document(
    text: str,
    span: Span | None = None,
    *,
    titled: bool = False,
    places: Sequence[Marker] = (),
) -> Markup:
    """A document's text as HTML, with a span of it in `<mark>`; the first mark has id `quote`.

    Headings have ids and move down one level, since the page has its own title.

    Args:
        titled: whether the page shows the document's title, so that it is left out here.
        places: what to say beside the text, and where.
    """
    reader = _markdown()
    tokens = reader.parse(_with_marks(text, span, places))
    marking = _Marking(iter(places))
    shown: list[Token] = []
    if titled and _has_title(tokens):
        shown += marking.passed(tokens[1].content)
        tokens = tokens[3:]
    ids = {n: heading.id for n, heading in _headings(tokens)}
    for n, token in enumerate(tokens):
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(int(token.tag[1]) + 1, 6)}"
        if token.type == "heading_open":
            token.attrSet("id", ids[n])
        if token.children is not None:
            leading, token.children = marking.marked(token.children)
            if shown and shown[-1].level == 0:  # of a paragraph or heading by itself
                shown[-1:-1] = marking.apart(leading)
            else:
                token.children[:0] = leading
        shown.append(token)
    return Markup(reader.renderer.render(shown, reader.options, {}))  # noqa: S704  (escaped there)


def _with_marks(text: str, span: Span | None, places: Sequence[Marker]) -> str:
    """The text with our characters where a span and places are; a place's after its block's mark.

    A place that stands at a block's beginning would else keep Markdown from seeing the block.
    """
    at = [(_first_character(text, place.start), 0, _PLACE) for place in places]
    if span:
        at += [(span.start, 1, _START), (span.end, -1, _END)]
    pieces, done = [], 0
    for position, _, character in sorted(at):
        pieces += [text[done:position], character]
        done = position
    return "".join([*pieces, text[done:]])


def _first_character(text: str, start: int) -> int:
    begins = start == 0 or text[start - 1] == "\n"
    match = _BLOCK_MARK.match(text, start) if begins else None
    return match.end() if match else start


class _Marking:
    """Puts marks and places into a document's text, from its beginning to its end."""

    def __init__(self, places: Iterator[Marker]) -> None:
        self._places = places
        self._inside, self._first = False, True

    def passed(self, text: str) -> list[Token]:
        """The places in a text that is not shown; a span may begin in it."""
        leading, rest = self.marked([_text(text)])
        self._first = True
        return self.apart([*leading, *(t for t in rest if t.content.startswith(_AT))])

    def marked(self, children: Sequence[Token]) -> tuple[list[Token], list[Token]]:
        """The places with which a block begins, and its other parts."""
        leading: list[Token] = []
        rest: list[Token] = []
        for child in children:
            if child.type not in {"text", "code_inline"}:
                rest.append(child)
                continue
            for piece in filter(None, _OURS.split(child.content)):
                if piece in (_START, _END):
                    self._inside = piece == _START
                elif piece == _PLACE:
                    (rest or leading).append(self._place())
                else:
                    rest.append(self._piece(piece))
        return leading, rest

    def apart(self, places: Sequence[Token]) -> list[Token]:
        """Places as a block by itself."""
        if not places:
            return []
        block = Token("html_block", "", 0)
        block.content = f'<p class="beside">{"".join(place.content for place in places)}</p>\n'
        return [block]

    def _place(self) -> Token:
        marker = next(self._places)
        own = f' id="{escape(marker.id)}"' if marker.id else ""
        return _html(f"{_AT}{own}>{escape(marker.name)}</span>")

    def _piece(self, text: str) -> Token:
        if not self._inside:
            return _html(str(escape(text)))
        opening = '<mark id="quote" tabindex="-1">' if self._first else "<mark>"
        self._first = False
        return _html(f"{opening}{escape(text)}</mark>")


def headings(text: str) -> list[Heading]:
    """The headings of a document's text without its title, with the ids of `marked_document`."""
    tokens = _markdown().parse(text)
    if _has_title(tokens):
        tokens = tokens[3:]
    return [heading for _, heading in _headings(tokens)]


def _has_title(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and tokens[0].type == "heading_open" and tokens[0].tag == "h1"


def _headings(tokens: Sequence[Token]) -> Iterator[tuple[int, Heading]]:
    """Headings, each with the place of its opening token."""
    taken: set[str] = set()
    for n, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        title = _OURS.sub("", tokens[n + 1].content)
        slug = "section-" + _slug(title)
        while slug in taken:
            slug += "-again"
        taken.add(slug)
        yield n, Heading(int(token.tag[1]), title, slug)


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")


def _linked(children: Iterable[Token], citations: Collection[int], anchor: str) -> Iterable[Token]:
    for child in children:
        if child.type != "text":
            yield child
            continue
        done = 0
        for match in _MARK.finditer(child.content):
            n = int(match.group(1))
            if n not in citations:
                continue
            yield _html(str(escape(child.content[done : match.start()])))
            yield _html(f'<a class="cite" href="#{escape(anchor)}-{n}">[{n}]</a>')
            done = match.end()
        yield _html(str(escape(child.content[done:])))


def _text(content: str) -> Token:
    token = Token("text", "", 0)
    token.content = content
    return token


def _html(content: str) -> Token:
    token = Token("html_inline", "", 0)
    token.content = content
    return token
