"""Our Markdown as HTML: paragraphs, lists, tables and emphasis, with citation marks as links.

Text is data. HTML in it is shown as text, and links and pictures in it are not made: the only
addresses on a page are those of the corpus's sources and our own.
"""

import re
from collections.abc import Collection, Iterable

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from corpus.documents import Span

_MARK = re.compile(r"\[(\d{1,3})\]")
_NO_LINKS = ("link", "image", "autolink", "html_inline", "html_block", "reference")


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


def marked_document(text: str, span: Span | None = None) -> Markup:
    """A document's text as HTML, with a span of it in `<mark>`; the first mark has id `quote`.

    Headings move down one level, since the page has its own title.
    """
    # Characters that no text holds stand for the span's ends while Markdown is read.
    start, end = "\ue000", "\ue001"
    if span:
        text = f"{text[: span.start]}{start}{text[span.start : span.end]}{end}{text[span.end :]}"
    reader = _markdown()
    tokens = reader.parse(text)
    inside, first = False, True
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(int(token.tag[1]) + 1, 6)}"
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
