"""What says, nearly word for word, what something better found says already."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue, Entry
from index.fusion import Hit
from index.lexicon import terms
from index.vectors import held

NEARLY = 0.95
"""Cosine from which two passages may say the same; those that do are nearer."""

ALIKE = 0.9
"""Share of terms in common from which two passages say the same."""

SPEAKS_FOR_ITSELF = 20
"""Of so many terms, a passage says the same under whatever heading; a shorter one may not."""


def what_is_said(text: str, language: str) -> frozenset[str]:
    """The terms of a passage, and those of what it stands under if it is short.

    Args:
        text: of `index.ingestion.passage_text`.
    """
    above, _, own = text.partition("\n")
    said = frozenset(terms(own, language))
    return said if len(said) >= SPEAKS_FOR_ITSELF else said | frozenset(terms(above, language))


def pack_said(numbers: Iterable[int]) -> bytes:
    """What a passage says, by the numbers of its terms, as the index keeps it: 32 bits each."""
    return np.array(sorted(numbers), dtype="<i4").tobytes()


@dataclass(frozen=True, slots=True)
class Once:
    """A hit, and what was found after it and says the same, best first."""

    hit: Hit
    entry: Entry
    copies: list[Entry] = field(default_factory=list)


def each_once(
    hits: Sequence[Hit],
    numbers: Mapping[str, int],
    *,
    catalogue: Catalogue,
    database: sqlite3.Connection,
    limit: int,
) -> list[Once]:
    """The best hits, of which no two say the same; copies of them stand with the first.

    What stands in many documents would else keep out everything else.

    Args:
        numbers: of the passages, by id.
        limit: at most so many; what is ranked behind the last is not looked at for copies.
    """
    places: list[int] = []
    vectors: list[NDArray[np.float32]] = []
    said: dict[int, frozenset[int]] = {}
    kept: dict[int, Once] = {}

    for start in range(0, len(hits), limit):  # as many as are wanted are looked up together
        some = hits[start : start + limit]
        own = [numbers[hit.passage_id] for hit in some]
        entries = {entry.number: entry for entry in catalogue.entries(own)}
        vector_of = dict(zip(*held(database, own), strict=True))
        places += own
        vectors += [vector_of[number] for number in own]
        nearly = np.tril(np.einsum("ij,kj->ik", vectors[start:], vectors) >= NEARLY, start - 1)
        pairs = np.argwhere(nearly)
        near = {places[n] for n in {*(pairs[:, 0] + start).tolist(), *pairs[:, 1].tolist()}}
        said |= _said(database, [number for number in near if number not in said])
        for place, (hit, others) in enumerate(zip(some, nearly.tolist(), strict=True), start):
            number = places[place]
            same = (n for n in kept if others[n] and _alike(said[number], said[places[n]]))
            if (first := next(same, None)) is not None:
                kept[first].copies.append(entries[number])
                continue
            kept[place] = Once(hit, entries[number])
            if len(kept) == limit:
                return list(kept.values())
    return list(kept.values())


def _alike(one: frozenset[int], other: frozenset[int]) -> bool:
    both = len(one & other)
    return both >= ALIKE * (len(one) + len(other) - both)


def _said(database: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, frozenset[int]]:
    """What passages say, by their numbers."""
    if not numbers:
        return {}
    marks = ",".join("?" * len(numbers))
    query = f"SELECT number, said FROM passages WHERE number IN ({marks})"  # noqa: S608
    rows = database.execute(query, numbers)
    return {number: frozenset(np.frombuffer(raw, "<i4").tolist()) for number, raw in rows}
