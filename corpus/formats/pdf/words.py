"""Words of a page with their boxes, and words into lines. All y grow downwards, in points."""

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_HYPHEN = "\ufffe"
"""What PDFium gives for a hyphen at the end of a line."""
_WORD = re.compile(rf"[^\s\0{_HYPHEN}]+{_HYPHEN}?|{_HYPHEN}")
_BOLD = 600
_WHITE = 250
_INVISIBLE = raw.FPDF_TEXTRENDERMODE_INVISIBLE
_WIDE = 0.9
"""Ems between two words of a line from which on they are pieces of different things."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre, x and y."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, other: "Box") -> bool:
        """Whether the other's centre lies inside."""
        x, y = other.middle
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class Word:
    """Characters without white space.

    Attributes:
        baseline: y of the line that it stands on, whatever its font.
        size: height of its font, in points.
        broken: whether a hyphen at the line's end cut it off.
        white: whether it can be seen only before a background.
    """

    text: str
    box: Box
    baseline: float
    size: float
    bold: bool
    broken: bool
    white: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Words side by side without a wide gap: a line of a column, or a cell of a table."""

    words: Sequence[Word]
    box: Box

    @property
    def baseline(self) -> float:
        """Y of the line that its first word stands on."""
        return self.words[0].baseline

    @property
    def text(self) -> str:
        """Its words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def size(self) -> float:
        """Height of the font of its longest word."""
        return max(self.words, key=lambda word: len(word.text)).size

    @property
    def bold(self) -> bool:
        """Whether every word is."""
        return all(word.bold for word in self.words)


def words_of(page: pdfium.PdfPage) -> list[Word]:
    """The page's words that are printed, in the order its program wrote them.

    Words that a program laid invisibly over a picture, as text recognition does, count as printed.
    """
    text_page = page.get_textpage()
    try:
        return list(_Words(text_page, _Upright(page), over_picture=has_picture(page)))
    finally:
        text_page.close()


def has_picture(page: pdfium.PdfPage) -> bool:
    """Whether there is a picture on the page."""
    return any(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def backgrounds(page: pdfium.PdfPage) -> list[Box]:
    """Where something is drawn or pictured, before which white words can be seen."""
    upright = _Upright(page)
    kinds = [raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING]
    bounds = (found.get_bounds() for found in page.get_objects(filter=kinds, max_depth=1))
    return [upright(left, top, right, bottom) for left, bottom, right, top in bounds]


@dataclass(frozen=True, slots=True)
class _Print:
    """What the words of one text object share."""

    baseline: float
    bold: bool
    white: bool
    shown: bool


class _Words:
    """Goes through a page's characters; what all of one text object share is asked for once."""

    def __init__(
        self, text_page: pdfium.PdfTextPage, upright: "_Upright", *, over_picture: bool
    ) -> None:
        self._text_page = text_page
        self._upright = upright
        self._over_picture = over_picture
        self._objects: dict[int, _Print] = {}
        count = text_page.count_chars()
        buffer = (ctypes.c_ushort * (count + 1))()
        written = raw.FPDFText_GetText(text_page, 0, count, buffer)
        self._units = "".join(map(chr, buffer[:count]))
        self._aligned = written == count + 1
        """Whether places in the text are places on the page: not where characters are missing."""

    def __iter__(self) -> Iterator[Word]:
        for match in _WORD.finditer(self._units):
            first, last = self._at(match.start()), self._at(match.end() - 1)
            start, end = self._box(first), self._box(last)
            if start is None or end is None:
                continue
            box = self._upright(
                min(start.left, end.left),
                max(start.top, end.top),
                max(start.right, end.right),
                min(start.bottom, end.bottom),
            )
            broken = match[0].endswith(_HYPHEN)
            text = _characters(match[0].removesuffix(_HYPHEN)) + ("-" if broken else "")
            letter = self._upright(start.left, start.top, start.right, start.bottom)
            size = letter.bottom - letter.top or 1.0
            manner = self._print(first)
            if manner.shown and self._upright.holds(box):
                yield Word(
                    text, box, manner.baseline, round(size, 1), manner.bold, broken, manner.white
                )

    def _at(self, position: int) -> int:
        if self._aligned:
            return position
        return int(raw.FPDFText_GetCharIndexFromTextIndex(self._text_page, position))

    def _box(self, position: int) -> raw.FS_RECTF | None:
        box = raw.FS_RECTF()
        found = position >= 0 and raw.FPDFText_GetLooseCharBox(self._text_page, position, box)
        return box if found else None

    def _print(self, position: int) -> "_Print":
        """How the text object is printed that holds a character."""
        found = raw.FPDFText_GetTextObject(self._text_page, position)
        key = ctypes.addressof(found.contents) if found else -position - 1
        if key not in self._objects:
            red, green, blue, opacity = self._colour(position)
            mode = raw.FPDFTextObj_GetTextRenderMode(found) if found else 0
            self._objects[key] = _Print(
                self._baseline(position),
                self._is_bold(position),
                white=min(red, green, blue) >= _WHITE,
                shown=opacity > 0 and (self._over_picture or mode != _INVISIBLE),
            )
        return self._objects[key]

    def _colour(self, position: int) -> tuple[int, int, int, int]:
        parts = [ctypes.c_uint() for _ in range(4)]
        if not raw.FPDFText_GetFillColor(self._text_page, position, *parts):
            return 0, 0, 0, 255
        red, green, blue, opacity = (part.value for part in parts)
        return red, green, blue, opacity

    def _baseline(self, position: int) -> float:
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self._text_page, position, x, y)
        return self._upright(x.value, y.value, x.value, y.value).bottom

    def _is_bold(self, position: int) -> bool:
        if raw.FPDFText_GetFontWeight(self._text_page, position) >= _BOLD:
            return True
        name = ctypes.create_string_buffer(64)
        raw.FPDFText_GetFontInfo(self._text_page, position, name, 64, ctypes.c_int())
        return b"bold" in name.value.lower() or b"black" in name.value.lower()


def _characters(units: str) -> str:
    """UTF-16 code units as characters."""
    if units.isascii() or max(units) < "\ud800":
        return units
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


class _Upright:
    """Turns PDFium's places, y upwards on the unturned page, into those of the page as shown."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._turned = page.get_rotation()
        self._left, self._bottom, self._right, self._top = page.get_cropbox()
        self._width, self._height = page.get_size()

    def holds(self, box: Box) -> bool:
        """Whether a word there is on the page."""
        x, y = box.middle
        return bool(0 <= x <= self._width and 0 <= y <= self._height)

    def __call__(self, left: float, top: float, right: float, bottom: float) -> Box:
        if self._turned == 90:
            return Box(
                bottom - self._bottom, left - self._left, top - self._bottom, right - self._left
            )
        if self._turned == 180:
            return Box(
                self._right - right, bottom - self._bottom, self._right - left, top - self._bottom
            )
        if self._turned == 270:
            return Box(self._top - top, self._right - right, self._top - bottom, self._right - left)
        return Box(left - self._left, self._top - top, right - self._left, self._top - bottom)


def lines_of(words: Sequence[Word]) -> list[Line]:
    """Words joined to lines: on one baseline, and no wide gap between neighbours.

    Lines come from the top down, those of one height from the left.
    """
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.baseline, word.box.left)):
        near = next((row for row in reversed(rows[-4:]) if _same_baseline(row[-1], word)), None)
        if near is None:
            rows.append([word])
        else:
            near.append(word)
    lines = [line for row in rows for line in _split(sorted(row, key=lambda w: w.box.left))]
    return sorted(lines, key=lambda line: (round(line.baseline), line.box.left))


def _same_baseline(one: Word, other: Word) -> bool:
    return abs(one.baseline - other.baseline) < 0.3 * min(one.size, other.size)


def _split(row: Sequence[Word]) -> Iterator[Line]:
    held: list[Word] = []
    for word in row:
        if held and word.box.left - held[-1].box.right > _WIDE * min(word.size, held[-1].size):
            yield _line(held)
            held = []
        held.append(word)
    if held:
        yield _line(held)


def _line(words: Sequence[Word]) -> Line:
    return Line(tuple(words), around([word.box for word in words]))


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds all of them."""
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
