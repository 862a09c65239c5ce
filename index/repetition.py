"""What says, nearly word for word, what something better found says already."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from corpus.documents import Passage
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
    looked_at: list[Entry] = []
    vectors: list[NDArray[np.float32]] = []
    kept: dict[int, Once] = {}
    terms_at = cache(lambda place: _said(looked_at[place].passage, catalogue))

    for start in range(0, len(hits), limit):  # as many as are wanted are looked up together
        some = hits[start : start + limit]
        own = [numbers[hit.passage_id] for hit in some]
        entries = {entry.number: entry for entry in catalogue.entries(own)}
        vector_of = dict(zip(*held(database, own), strict=True))
        looked_at += [entries[number] for number in own]
        vectors += [vector_of[number] for number in own]
        nearly = np.einsum("ij,kj->ik", vectors[start:], vectors) >= NEARLY
        for place, (hit, near) in enumerate(zip(some, nearly.tolist(), strict=True), start):
            entry = looked_at[place]
            same = (n for n in kept if near[n] and _alike(terms_at(place), terms_at(n)))
            if (first := next(same, None)) is not None:
                kept[first].copies.append(entry)
                continue
            kept[place] = Once(hit, entry)
            if len(kept) == limit:
                return list(kept.values())
    return list(kept.values())


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    both = len(one & other)
    return both >= ALIKE * (len(one) + len(other) - both)


def _said(passage: Passage, catalogue: Catalogue) -> frozenset[str]:
    """The terms of a passage, and those of what it stands under if it is short."""
    document = catalogue.document(passage.document_id)
    assert document is not None  # the catalogue's passages come from its documents
    text = document.text[passage.span.start : passage.span.end]
    said = frozenset(terms(text, document.language))
    if len(said) >= SPEAKS_FOR_ITSELF:
        return said
    above = " ".join([document.title, *passage.headings])
    return said | frozenset(terms(above, document.language))
