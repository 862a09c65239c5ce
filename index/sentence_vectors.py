"""The vectors of passages' sentences, which may come after the passages.

A passage is found by its own vector as soon as it is in. Its sentences take the model as long
again; they are worked off once everything is in, a few passages at a time. Until then whoever
looks at a sentence has its vector reckoned by the same model (see `index.retriever`).
"""

import json
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.encoding import parse_document, parse_passage
from index.sums import VectorSum


class Unread(NamedTuple):
    """A passage whose sentences have no vectors yet: its number, and their texts in order."""

    number: int
    sentences: Sequence[str]


_SCATTERED = "number * 40503 % 65536, number"
"""An order of numbers in which neighbours are far apart."""


def unread(
    database: sqlite3.Connection, *, limit: int, after: int = 0, scattered: bool = False
) -> list[Unread]:
    """So many passages whose sentences have no vectors yet, in order of number.

    Args:
        after: only those after this number.
        scattered: whether to take them from all over the index, and not the first.
    """
    order = _SCATTERED if scattered else "number"
    rows = database.execute(
        "SELECT number, id, document, body FROM passages WHERE number IN"  # noqa: S608
        " (SELECT number FROM vectors WHERE sentences IS NULL AND number > ?"
        f" ORDER BY {order} LIMIT ?) ORDER BY number",
        (after, limit),
    ).fetchall()
    query = "SELECT body FROM documents WHERE id = ?"
    texts: dict[str, str] = {}
    found = []
    for number, id_, document, body in rows:
        if document not in texts:
            (whole,) = database.execute(query, (document,)).fetchone()
            texts[document] = parse_document(json.loads(whole)).text
        spans = parse_passage(id_, json.loads(body)).sentences
        found.append(Unread(number, [texts[document][s.start : s.end] for s in spans]))
    return found


def is_any_read(database: sqlite3.Connection) -> bool:
    """Whether the sentences of any passage have vectors."""
    query = "SELECT EXISTS (SELECT 1 FROM vectors WHERE sentences IS NOT NULL)"
    return bool(database.execute(query).fetchone()[0])


def count_unread(database: sqlite3.Connection) -> int:
    """How many passages have sentences without vectors."""
    query = "SELECT count(*) FROM vectors WHERE sentences IS NULL"
    return int(database.execute(query).fetchone()[0])


def keep_vectors(
    database: sqlite3.Connection, read: Sequence[Unread], vectors: NDArray[np.float32]
) -> None:
    """Give passages the vectors of their sentences, one after the other: (sentences, dimensions).

    Whoever calls holds a transaction open.
    """
    ends = np.cumsum([len(one.sentences) for one in read])[:-1]
    parts = np.split(vectors.astype("<f4"), ends)
    database.executemany(
        "UPDATE vectors SET sentences = ? WHERE number = ?",
        ((own.tobytes(), one.number) for one, own in zip(read, parts, strict=True)),
    )
    with VectorSum(database) as total:
        total.add(vectors)
