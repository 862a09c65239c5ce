"""Cutting what a model writes, as it comes, into sentences with the markers they bear."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import sentencex

from assistant.answers import Language

MAX_CHARS = 700
"""A sentence longer than this is no sentence."""

_MARKER = re.compile(r"\s*[\[【](\d{1,3}(?:\s*[,;]\s*\d{1,3})*)[\]】]")
_ITEM = re.compile(r"^\s*(?:[-*+•]|\d{1,2}[.)])\s+")
_HEADING = re.compile(r"^\s*#{1,6}\s+")
_BARE = re.compile(r"^[\W_]*$")


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence as a model wrote it.

    Attributes:
        text: without markers of citations or of a list.
        cited: the numbers of its markers, in order.
        starts_paragraph: whether an empty line stands before it.
        list_item: whether it is an item of a list, or goes on with one.
    """

    text: str
    cited: tuple[int, ...]
    starts_paragraph: bool = False
    list_item: bool = False


class Cutter:
    """Takes a text in pieces of any size and gives its sentences as soon as each is whole."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._held = ""
        self._paragraph = False
        self._item = False
        self._begun = False

    def feed(self, piece: str) -> Iterator[Written]:
        """The sentences that are whole with this piece."""
        self._held += piece
        while "\n" in self._held:
            line, self._held = self._held.split("\n", 1)
            yield from self._line(line)
        *whole, last = self._segments(self._held) or [self._held]
        if whole and last.lstrip()[:1] in {"[", "【"}:  # its marker is still coming
            last = whole.pop() + last
        self._held = last
        for segment in whole:
            yield from self._sentence(segment)
        if len(self._held) > MAX_CHARS:
            yield from self.end()

    def end(self) -> Iterator[Written]:
        """What is left, once the model has stopped."""
        line, self._held = self._held, ""
        yield from self._line(line)

    def _line(self, line: str) -> Iterator[Written]:
        if not line.strip():
            self._paragraph = self._begun
        for segment in self._segments(line):
            yield from self._sentence(segment)
        self._item = False

    def _segments(self, text: str) -> list[str]:
        return [s for s in sentencex.segment(self._language, text) if s.strip()]

    def _sentence(self, segment: str) -> Iterator[Written]:
        if _ITEM.match(segment):
            self._item, segment = True, _ITEM.sub("", segment)
        segment = _HEADING.sub("", segment)
        cited = [int(n) for found in _MARKER.findall(segment) for n in re.split(r"\D+", found)]
        text = " ".join(_MARKER.sub("", segment).split())
        if _BARE.match(text):
            return
        written = Written(text, tuple(dict.fromkeys(cited)), self._paragraph, self._item)
        self._paragraph, self._begun = False, True
        yield written
