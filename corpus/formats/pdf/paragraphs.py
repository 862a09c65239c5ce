"""Lines of a column into headings, items and paragraphs, as their size and distance tell."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.formats.pdf.tables import Table
from corpus.formats.pdf.words import Line, Word, around

_LARGER = 1.12
"""Times the size of the text, from which a line is a heading."""
_GAP = 0.75
"""Heights of a line between two lines, from which on they are of different paragraphs."""
_TITLE_CHARS = 160
"""No heading is longer; larger print that is, is a pull-quote or an introduction."""
_ITEM = re.compile(r"(?:[•◦▪‣●○■–—*-]|\(?[a-z\d]{1,2}[.)])\s")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that belong together.

    Attributes:
        words: in order; of a word broken at a line's end, both halves, the first with its hyphen.
        size: height of its font; larger than the text's if it is a heading.
    """

    words: Sequence[Word]
    size: float
    heading: bool
    set_apart: bool = False

    @property
    def plain(self) -> str:
        """Its words with single spaces, hyphens at line ends left as they are."""
        return " ".join(word.text for word in self.words)

    @property
    def ends(self) -> bool:
        """Whether its last sentence is complete."""
        return bool(_SENTENCE_END.search(self.plain))


def usual_size(lines: Sequence[Line]) -> float:
    """The size that most characters of a document have; 0 if there are none."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def paragraphs(pieces: Sequence[Line | Table], *, usual: float) -> list[Paragraph | Table]:
    """Pieces of one column, from the top down, as paragraphs and tables.

    Args:
        pieces: in reading order.
        usual: size of the document's text.
    """
    found: list[Paragraph | Table] = []
    held: list[Line] = []
    edge = max((piece.box.right for piece in pieces), default=0.0)
    for piece in [*_whole_lines(pieces), None]:
        if held and not (isinstance(piece, Line) and _goes_on(held, piece, usual, edge)):
            found.append(_paragraph(held, usual))
            held = []
        if isinstance(piece, Table):
            found.append(piece)
        elif piece is not None:
            held.append(piece)
    return found


def _whole_lines(pieces: Sequence[Line | Table]) -> Iterator[Line | Table]:
    """Pieces of one line, which a wide space had parted, put together again."""
    held: Line | None = None
    for piece in pieces:
        if held and isinstance(piece, Line) and _is_level(held, piece):
            words = sorted((*held.words, *piece.words), key=lambda word: word.box.left)
            held = Line(tuple(words), around([held.box, piece.box]))
            continue
        if held:
            yield held
        held = piece if isinstance(piece, Line) else None
        if isinstance(piece, Table):
            yield piece
    if held:
        yield held


def _is_level(one: Line, other: Line) -> bool:
    return abs(one.baseline - other.baseline) < 0.3 * other.size


def _goes_on(held: Sequence[Line], line: Line, usual: float, edge: float) -> bool:
    """Whether a line continues what stands above it, in a column that reaches to `edge`."""
    last = held[-1]
    gap = line.box.top - last.box.bottom
    if gap > _GAP * line.size or gap < -2 * line.size or _ITEM.match(line.text):
        return False
    if abs(line.size - last.size) > 0.1 * last.size or line.bold != last.bold:
        return _runs_into(last, line) and line.size <= usual * _LARGER
    if _ended_early(last, line, edge) and line.size < usual * _LARGER:
        return False
    short = last.box.right < max(other.box.right for other in (*held, line)) - 0.25 * _width(held)
    indented = line.box.left > last.box.left + 0.8 * line.size and len(held) > 1
    return not (
        (short or indented) and _SENTENCE_END.search(last.text) and not _ITEM.match(held[0].text)
    )


def _ended_early(last: Line, line: Line, edge: float) -> bool:
    """Whether the next line's first word had found room: the line was ended, not full."""
    first = line.words[0]
    needed = first.box.right - first.box.left + 0.5 * line.size
    return last.box.right + needed < edge and not first.text[:1].islower()


def _runs_into(last: Line, line: Line) -> bool:
    """Bold words inside a paragraph: the line above ends unfinished, this one starts small."""
    return line.text[:1].islower() and not _SENTENCE_END.search(last.text)


def _width(lines: Sequence[Line]) -> float:
    box = around([line.box for line in lines])
    return box.right - box.left


def _paragraph(lines: Sequence[Line], usual: float) -> Paragraph:
    words = tuple(word for line in lines for word in line.words)
    size = lines[0].size
    length = sum(len(word.text) + 1 for word in words)
    larger = size >= usual * _LARGER
    titled = length <= _TITLE_CHARS and any(word.text[0].isalpha() for word in words)
    finished = words[-1].text.endswith((".", ",", ";"))
    bold = all(line.bold for line in lines) and len(lines) <= 2 and not finished
    heading = titled and (larger or bold) and not (finished and length > 60)
    return Paragraph(words, size, heading, set_apart=larger or bold)
