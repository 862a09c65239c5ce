import itertools
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.database import FILE, create
from index.sums import VectorSum, mean_cosine

Vectors = NDArray[np.float32]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(create(tmp_path / FILE)) as database:
        yield database


@pytest.fixture
def vectors() -> Vectors:
    made = np.random.default_rng(7).normal(size=(50, 8)).astype(np.float32)
    unit: Vectors = made / np.linalg.norm(made, axis=1, keepdims=True)
    return unit


def kept(database: sqlite3.Connection) -> bytes:
    row = database.execute("SELECT value FROM facts WHERE name = 'sentence vectors'").fetchone()
    return bytes(row[0])


def test_the_mean_is_that_of_all_pairs(database: sqlite3.Connection, vectors: Vectors) -> None:
    with VectorSum(database) as total:
        total.add(vectors)
    pairs = [float(a @ b) for a, b in itertools.combinations(vectors.astype(np.float64), 2)]
    assert mean_cosine(database) == pytest.approx(sum(pairs) / len(pairs), abs=2e-6)


def test_the_order_does_not_matter_to_the_last_bit(
    database: sqlite3.Connection, vectors: Vectors
) -> None:
    with VectorSum(database) as total:
        total.add(vectors)
    once = kept(database)
    with VectorSum(database) as total:
        total.subtract(vectors)
    assert not np.frombuffer(kept(database), dtype="<i8").any()
    for some in (vectors[40:], vectors[:40][::-1]):
        with VectorSum(database) as total:
            total.add(some)
    assert kept(database) == once


def test_what_went_leaves_no_trace(database: sqlite3.Connection, vectors: Vectors) -> None:
    with VectorSum(database) as total:
        total.add(vectors[:10])
    before = kept(database)
    with VectorSum(database) as total:
        total.add(vectors[10:])
        total.subtract(vectors[10:])
    assert kept(database) == before


def test_fewer_than_two_sentences_have_no_mean(
    database: sqlite3.Connection, vectors: Vectors
) -> None:
    assert mean_cosine(database) == 0.0
    with VectorSum(database) as total:
        total.add(vectors[:1])
    assert mean_cosine(database) == 0.0
