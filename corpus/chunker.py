"""Markdown text into blocks, sentences and passages, each with its exact place in the text.

Blocks cover every line that is not blank, once and in order; sentences cover every block that is
not a heading, list markers and white space apart; passages are runs of sentences under one
heading, without those that speak to who answers. Nothing is rewritten:
`text[span.start:span.end]` is the quote.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import sentencex
from markdown_it import MarkdownIt
from markdown_it.token import Token
from pydantic import BaseModel, ConfigDict, Field, model_validator

from corpus.addressed import is_addressed
from corpus.documents import Document, Passage, Span


class ChunkerSettings(BaseModel):
    """How long a passage may get, in characters."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    target_chars: int = Field(default=450, ge=50, description="a paragraph's end past this closes")
    max_chars: int = Field(default=900, ge=100, description="no passage grows beyond this")
    max_sentence_chars: int = Field(default=600, ge=100, description="longer ones are cut")

    @model_validator(mode="after")
    def _fits(self) -> "ChunkerSettings":
        if max(self.target_chars, self.max_sentence_chars) > self.max_chars:
            raise ValueError("target_chars and max_sentence_chars must not exceed max_chars")
        return self


@dataclass(frozen=True, slots=True)
class Block:
    """Whole lines of one kind; `level` is a heading's depth from 1, and 0 for anything else."""

    span: Span
    level: int = 0
    title: str = ""
    by_line: bool = False
    """True if each line stands for itself, as in tables and code."""


_NEWLINE = re.compile(r"\r\n?|\n")
_MARKER = re.compile(r"(?:[ \t]*(?:[-*+>]|\d{1,9}[.)])(?=[ \t]))*[ \t]*")
_BY_LINE = frozenset({"fence", "code_block", "html_block", "table_open"})
_LEAVES = _BY_LINE | {"paragraph_open", "heading_open"}


def blocks(text: str) -> list[Block]:
    """Cut `text` into blocks: every line with more than white space is in exactly one."""
    starts = [0, *(match.end() for match in _NEWLINE.finditer(text))]
    ends = [*starts[1:], len(text)]
    found: list[Block] = []
    line = 0
    for first, last, token, title in _leaves(text):
        if first < line:  # a leaf inside one already taken
            continue
        found += _other_lines(text, starts, ends, line, first)
        span = Span(starts[first], ends[min(last, len(ends)) - 1])
        level = int(token.tag[1]) if token.type == "heading_open" else 0
        found.append(Block(span, level, title, token.type in _BY_LINE))
        line = last
    found += _other_lines(text, starts, ends, line, len(starts))
    return found


@cache
def _markdown() -> MarkdownIt:
    """Tells blocks apart; what stands in their lines is not looked at."""
    return MarkdownIt("commonmark").enable("table").disable("inline")


def _leaves(text: str) -> Iterator[tuple[int, int, Token, str]]:
    """First line, line after the last, token and heading text of each leaf block."""
    tokens = _markdown().parse(text)
    for position, token in enumerate(tokens):
        if token.type in _LEAVES and token.map and token.map[1] > token.map[0]:
            following = tokens[position + 1] if token.type == "heading_open" else None
            yield token.map[0], token.map[1], token, following.content if following else ""


def _other_lines(
    text: str, starts: Sequence[int], ends: Sequence[int], first: int, last: int
) -> list[Block]:
    """Lines that belong to no leaf (rules, link definitions), each a block of its own."""
    spans = (Span(starts[n], ends[n]) for n in range(first, min(last, len(starts))))
    return [Block(span) for span in spans if text[span.start : span.end].strip()]


def sentences(text: str, block: Block, *, language: str, max_chars: int) -> list[Span]:
    """Places of the sentences of a block, white space and list markers cut off at the ends.

    A sentence longer than `max_chars` is cut at the last white space before that, or at
    `max_chars` where there is none.
    """
    raw = text[block.span.start : block.span.end]
    if block.by_line:
        cuts = [match.end() for match in _NEWLINE.finditer(raw)]
    else:
        cuts = [b["end_index"] for b in sentencex.get_sentence_boundaries(language, raw)]
    found: list[Span] = []
    start = 0
    for cut in [*cuts, len(raw)]:
        if cut > start:
            found += _pieces(raw, start, cut, max_chars)
            start = cut
    return [Span(block.span.start + s.start, block.span.start + s.end) for s in found]


def _pieces(raw: str, start: int, end: int, max_chars: int) -> Iterator[Span]:
    marker = _MARKER.match(raw, start, end)
    start = marker.end() if marker else start
    while True:
        start += len(raw[start:end]) - len(raw[start:end].lstrip())
        stop = start + len(raw[start:end].rstrip())
        if stop <= start:
            return
        if stop - start > max_chars:
            space = max(
                raw.rfind(" ", start, start + max_chars), raw.rfind("\n", start, start + max_chars)
            )
            stop = space if space > start else start + max_chars
        yield Span(start, start + len(raw[start:stop].rstrip()))
        start = stop


def chunk(document: Document, settings: ChunkerSettings) -> list[Passage]:
    """Cut a document into passages, in order and without overlap.

    A passage closes at a heading, before it would exceed `max_chars`, and at the end of a
    paragraph once it has reached `target_chars`.
    """
    passages: list[Passage] = []
    for headings, section in _sections(document.text):
        for group in _groups(document, section, settings):
            passages.append(
                Passage(
                    id=f"{document.id}#{len(passages)}",
                    document_id=document.id,
                    headings=headings,
                    span=Span(group[0].start, group[-1].end),
                    sentences=tuple(group),
                )
            )
    return passages


def _sections(text: str) -> Iterator[tuple[tuple[str, ...], list[Block]]]:
    """Heading path and blocks of each section; a heading with nothing below stands for itself."""
    path: list[tuple[int, str]] = []
    heading: Block | None = None
    body: list[Block] = []
    for block in [*blocks(text), Block(Span(len(text), len(text)), level=1)]:
        if not block.level:
            body.append(block)
            continue
        if not body and heading and block.level <= heading.level:
            body = [heading]
        if body:
            yield tuple(title for _, title in path), body
        path = [entry for entry in path if entry[0] < block.level]
        path.append((block.level, block.title))
        heading, body = block, []


def _groups(
    document: Document, section: Sequence[Block], settings: ChunkerSettings
) -> Iterator[list[Span]]:
    group: list[Span] = []
    for block in section:
        for span in sentences(
            document.text,
            block,
            language=document.language,
            max_chars=settings.max_sentence_chars,
        ):
            if is_addressed(document.text[span.start : span.end]):
                continue
            if group and span.end - group[0].start > settings.max_chars:
                yield group
                group = []
            group.append(span)
        if group and group[-1].end - group[0].start >= settings.target_chars:
            yield group
            group = []
    if group:
        yield group
