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

_MARK = re.compile(r"\[(\d{1,3})\]")
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


def marked_document(text: str, span: Span | None = None, *, titled: bool = False) -> Markup:
    """A document's text as HTML, with a span of it in `<mark>`; the first mark has id `quote`.

    Headings have ids and move down one level, since the page has its own title.

    Args:
        titled: whether the page shows the document's title, so that it is left out here.
    """
    # Characters that no text holds stand for the span's ends while Markdown is read.
    start, end = "\ue000", "\ue001"
    if span:
        text = f"{text[: span.start]}{start}{text[span.start : span.end]}{end}{text[span.end :]}"
    reader = _markdown()
    tokens = reader.parse(text)
    inside, first = False, True
    if titled and _has_title(tokens):
        title, tokens = tokens[1].content, tokens[3:]
        inside = start in title and end not in title
    ids = {n: heading.id for n, heading in _headings(tokens)}
    for n, token in enumerate(tokens):
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(int(token.tag[1]) + 1, 6)}"
        if token.type == "heading_open":
            token.attrSet("id", ids[n])
        children = []
        for child in token.children or ():
            if child.type not in {"text", "code_inline"}:
                children.append(child)
                continue
            for piece in re.split(f"([{start}{end}])", child.content):
                if piece in {start, end}:
                    inside = piece == start
                elif piece and inside:
                    opening = '<mark id="quote" tabindex="-1">' if first else "<mark>"
                    first = False
                    children.append(_html(f"{opening}{escape(piece)}</mark>"))
                elif piece:
                    children.append(_html(str(escape(piece))))
        if token.children is not None:
            token.children = children
    return Markup(reader.renderer.render(tokens, reader.options, {}))  # noqa: S704  (escaped there)


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
        title = re.sub("[\ue000\ue001]", "", tokens[n + 1].content)
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


def _html(content: str) -> Token:
    token = Token("html_inline", "", 0)
    token.content = content
    return token
