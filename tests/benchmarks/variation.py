"""Any number of documents from a few thousand passages of real text, repeated with variation.

Each repetition of a document tells its sentences in another order within each section, with other
numbers and with names from elsewhere in the same collection, so that no two passages, and no two
vectors, are the same.
"""

import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from corpus.chunker import ChunkerSettings, chunk
from corpus.documents import Document
from corpus.programme import SHIPPED, read_programme

SECTIONS = 10
"""Sections, each of one passage, in a document."""

_NUMBER = re.compile(r"\d+")
_NAME = re.compile(r"(?<=[a-zà-ü,] )[A-ZÀ-Ü][a-zà-ü]{3,}")


@dataclass(frozen=True, slots=True)
class Section:
    """A passage of a collection.

    Attributes:
        key: names it among all.
    """

    key: str
    sentences: Sequence[str]


@dataclass(frozen=True, slots=True)
class Original:
    """A document to be repeated."""

    id: str
    title: str
    language: str
    sections: Sequence[Section]
    names: Sequence[str]


def originals(folders: Sequence[Path]) -> list[Original]:
    """The shipped programme's documents, and those of collections in BEIR's `corpus.jsonl`."""
    shipped = list(read_programme(SHIPPED).documents)
    found = _cut("shipped", "en", shipped)
    for folder in folders:
        language = next((tag for tag in ("es", "pt") if folder.name.endswith(f"-{tag}")), "en")
        lines = (folder / "corpus.jsonl").read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines]
        told = [Document(row["id"], row["title"], "text", row["text"], language) for row in rows]
        found += _cut(folder.name, language, told)
    return found


def documents(made_from: Sequence[Original]) -> Iterator[Document]:
    """Documents without end: all originals as they are, then all once more, varied, and so on."""
    for round_ in count():
        for original in made_from:
            yield _varied(original, round_)


def passages(made_from: Sequence[Original], wanted: int) -> list[Document]:
    """As many of them as have so many passages."""
    found = 0
    taken = []
    for document in documents(made_from):
        if found >= wanted:
            break
        taken.append(document)
        found += document.text.count("\n## ") + 1
    return taken


def _cut(name: str, language: str, told: Sequence[Document]) -> list[Original]:
    """A collection's passages, so many of them to a document."""
    sections = []
    for document in told:
        for place, passage in enumerate(chunk(document, ChunkerSettings())):
            sentences = [
                " ".join(document.text[s.start : s.end].split()) for s in passage.sentences
            ]
            sections.append(Section(f"{document.title}, {document.id} {place}", sentences))
    every = " ".join(sentence for section in sections for sentence in section.sentences)
    names = sorted(set(_NAME.findall(every)))
    batches = (sections[n : n + SECTIONS] for n in range(0, len(sections), SECTIONS))
    return [
        Original(f"{name}-{n}", f"{batch[0].key.split(',')[0]} and more", language, batch, names)
        for n, batch in enumerate(batches)
    ]


def _varied(original: Original, round_: int) -> Document:
    chance = random.Random(f"{original.id} {round_}")
    told = []
    for section in original.sections:
        sentences = list(section.sentences)
        if round_:
            chance.shuffle(sentences)
            sentences = [_otherwise(s, original.names, chance) for s in sentences]
        told.append(f"## {section.key}\n\n{' '.join(sentences)}")
    return Document(
        id=f"{original.id}-{round_}",
        title=original.title,
        kind="text",
        text="\n\n".join(told),
        language=original.language,
    )


def _otherwise(sentence: str, names: Sequence[str], chance: random.Random) -> str:
    """A sentence with other numbers and, half of the time each, other names."""

    def number(match: re.Match[str]) -> str:
        least = 10 ** (len(match[0]) - 1)
        return str(chance.randrange(least, 10 * least))

    def name(match: re.Match[str]) -> str:
        return chance.choice(names) if chance.random() < 0.5 else match[0]

    return _NAME.sub(name, _NUMBER.sub(number, sentence))
