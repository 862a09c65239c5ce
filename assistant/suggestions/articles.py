"""An article from a file: its sentences, its language, and the questions its publisher lists.

Takes plain text, Markdown and HTML, in whichever encoding. What of a page is the article is judged
by its elements alone; menus and footers are left out where they are marked as such.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import groupby
from pathlib import Path

import charset_normalizer
import sentencex
from markdown_it import MarkdownIt

from assistant.answers import Language
from assistant.languages import detect
from corpus.errors import UnreadableFileError

MAX_BYTES = 5_000_000
"""Size of the largest file that is taken."""

MIN_WORDS = 4
"""Shorter sentences are headings, names and captions."""

_MARKDOWN = {".md", ".markdown"}
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype html|html|head|body|article|main|section|div|p|h[1-6])\b",
    re.IGNORECASE | re.DOTALL,
)
_DECLARED = re.compile(rb"<meta[^>]+charset=[\"']?([\w-]+)", re.IGNORECASE)
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_OTHER_KINDS = {b"%PDF": "a PDF", b"PK\x03\x04": "a Word file or another archive"}
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n---[ \t]*\n", re.DOTALL)
_GLUED = re.compile(r"(?<=[?!])(?=[^\W\d_a-z]|[¿¡])")
_LIST_MARK = re.compile(r"^(?:[-*•–]|\d{1,2}[.)])\s+")
_ENDED = re.compile(r"[.?!:;…][\"'”’»)\]]*$|[)\]]$")
_QUESTION = re.compile(r"^[^\"“«]*\?$")


@dataclass(frozen=True, slots=True)
class Article:
    """What an article says.

    Attributes:
        sentences: in order, without those too short to say anything.
        questions: those that stand one after another, as a publisher's list does.
    """

    language: Language
    sentences: Sequence[str]
    questions: Sequence[str]


def read_article(path: Path, raw: bytes, *, language: Language | None = None) -> Article:
    """The article in a file's bytes.

    Args:
        path: names the file in errors; its suffix tells Markdown.
        language: the article's, if it is known.

    Raises:
        UnreadableFileError: it is too large, no text, or holds no sentence.
    """
    text = decoded(path, raw)
    declared = None
    if _HTML.match(text):
        page = _Page(text)
        main, rest, declared = page.main, page.paragraphs, page.language
    else:
        main = rest = list(_markdown(text) if path.suffix.lower() in _MARKDOWN else _plain(text))
    language = language or declared or detect(" ".join(main))
    sentences = [s for s in _sentences(main, language) if len(s.split()) >= MIN_WORDS]
    if not sentences:
        raise UnreadableFileError(path, "holds no sentence")
    listed = _listed(_sentences(rest, language))
    return Article(language, [s for s in sentences if s not in listed], listed)


def read_questions(path: Path, raw: bytes) -> list[str]:
    """A list of questions, one a line, without list marks.

    Raises:
        UnreadableFileError: it is too large, no text, or holds no line.
    """
    lines = (" ".join(line.split()) for line in decoded(path, raw).splitlines())
    questions = [question for line in lines if (question := _LIST_MARK.sub("", line))]
    if not questions:
        raise UnreadableFileError(path, "holds no question")
    return questions


def decoded(path: Path, raw: bytes) -> str:
    """The text of a file's bytes: as they declare it, else as UTF-8, else as they look.

    Raises:
        UnreadableFileError: they are too many, or no text.
    """
    if len(raw) > MAX_BYTES:
        raise UnreadableFileError(
            path, f"has {len(raw):,} bytes; at most {MAX_BYTES:,} can be taken"
        )
    for start, kind in _OTHER_KINDS.items():
        if raw.startswith(start):
            raise UnreadableFileError(path, f"is {kind}; save it as text, Markdown or HTML")
    for encoding in _encodings(raw):
        try:
            text = raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if "\0" not in text:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise UnreadableFileError(path, "is not text")


def _encodings(raw: bytes) -> Iterator[str]:
    """Encodings worth trying, the surest first."""
    yield from (encoding for mark, encoding in _BOMS if raw.startswith(mark))
    yield "utf-8"
    if declared := _DECLARED.search(raw, 0, 4096):
        yield declared.group(1).decode("ascii")
    if best := charset_normalizer.from_bytes(raw[:200_000]).best():
        yield best.encoding


def _plain(text: str) -> Iterator[str]:
    """Paragraphs of plain text, where a line may be a paragraph or only a part of one."""
    lines: list[str] = []
    for line in [*text.split("\n"), ""]:
        if bare := line.strip():
            lines.append(bare)
        if lines and (not bare or _ENDED.search(bare)):
            yield " ".join(lines)
            lines = []


def _markdown(text: str) -> Iterator[str]:
    """Paragraphs, headings and list items of Markdown, without its marks."""
    for token in MarkdownIt("commonmark").parse(_FRONT_MATTER.sub("", text)):
        if token.type == "inline":
            parts = (child.content or " " for child in token.children or () if not child.nesting)
            yield "".join(parts)


class _Page(HTMLParser):
    """The paragraphs of an HTML page.

    Attributes:
        paragraphs: all that are not in a menu, a footer and the like.
        language: the page's, if it says so.
    """

    _ASIDE = frozenset(
        "script style noscript template svg nav footer aside form select button head".split()
    )
    _INLINE = frozenset(
        """a abbr b bdi cite code em font i img mark q s small span strong sub sup time u
        wbr""".split()
    )
    _MAIN = frozenset({"article", "main"})

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[str] = []
        self.language: Language | None = None
        self._in_main: list[str] = []
        self._words: list[str] = []
        self._aside: list[str] = []
        self._depth = 0
        self.feed(page)
        self.close()
        self._end()

    @property
    def main(self) -> list[str]:
        """Those of the article itself, where the page marks it, else all."""
        return self._in_main or self.paragraphs

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "html":
            self.language = _language_of(dict(attrs).get("lang") or "")
        if tag in self._ASIDE:
            self._aside.append(tag)
        if tag not in self._INLINE:
            self._end()
        self._depth += tag in self._MAIN

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._INLINE:
            self._end()
        if tag in self._aside:  # what was left open inside ends with it
            del self._aside[self._aside.index(tag) :]
        self._depth -= tag in self._MAIN and self._depth > 0

    def handle_data(self, data: str) -> None:
        if not self._aside:
            self._words.append(data)

    def _end(self) -> None:
        paragraph = " ".join("".join(self._words).split())
        self._words = []
        if paragraph:
            self.paragraphs.append(paragraph)
            if self._depth:
                self._in_main.append(paragraph)


def _language_of(tag: str) -> Language | None:
    """The language of a tag such as `pt-BR`, if it is one of ours."""
    known: dict[str, Language] = {"en": "en", "es": "es", "pt": "pt"}
    return known.get(tag.lower()[:2])


def _sentences(paragraphs: Iterable[str], language: Language) -> Iterator[str]:
    for paragraph in paragraphs:
        for piece in _GLUED.sub("\n", paragraph).split("\n"):
            for sentence in sentencex.segment(language, _LIST_MARK.sub("", piece)):
                if bare := " ".join(sentence.split()):
                    yield bare


def _listed(sentences: Iterable[str]) -> list[str]:
    """Questions that follow one on another; one among other sentences is the author's own."""
    found: list[str] = []
    for is_question, run in groupby(sentences, key=lambda s: bool(_QUESTION.match(s))):
        questions = list(run)
        if is_question and len(questions) > 1:
            found += [q for q in questions if len(q.split()) >= MIN_WORDS - 1]
    return list(dict.fromkeys(found))
