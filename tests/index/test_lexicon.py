import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from index import postings
from index.database import create
from index.errors import IndexDamagedError
from index.lexicon import Lexicon, term, terms
from index.postings import pack

TEXTS = [
    ("en", "Boulder prevented evictions with rental help."),
    ("en", "Bogotá reached gold in 2024."),
    ("en", "Cities publish open data; cities share data."),
    ("es", "Las ciudades publican datos abiertos."),
]
QUESTIONS = [("en", "eviction help"), ("en", "open data in cities"), ("es", "datos abiertos")]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(create(tmp_path / "index.sqlite")) as made:
        yield made


def put(database: sqlite3.Connection, texts: Sequence[tuple[str, str]]) -> None:
    """Put passages in, as far as the lexicon looks at them."""
    for language, text in texts:
        numbers = []
        for told in terms(text, language):
            database.execute(
                "INSERT OR IGNORE INTO terms (language, term) VALUES (?, ?)", (language, told)
            )
            query = "SELECT number FROM terms WHERE language = ? AND term = ?"
            numbers += database.execute(query, (language, told)).fetchone()
        database.execute(
            "INSERT INTO passages (id, document, place, language, sentences, body, terms)"
            " VALUES (?, 'd', 0, ?, 1, '', ?)",
            (f"{text} {database.total_changes}", language, pack(numbers)),
        )


def remove(database: sqlite3.Connection, number: int) -> None:
    database.execute("DELETE FROM passages WHERE number = ?", (number,))
    database.execute("INSERT INTO gone VALUES (?)", (number,))


def silent(stage: str, done: int, total: int) -> None:
    pass


def scores(found: list[tuple[int, float]]) -> dict[int, float]:
    return {number: round(score, 4) for number, score in found}


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("evictions", "eviction", "en"),
        ("Bogotá", "bogota", "en"),
        ("programas", "programa", "es"),
        ("cidadãos", "cidadão", "pt"),
        ("Boulder's", "boulder", "en"),
    ],
)
def test_forms_of_a_word_are_one_term(one: str, other: str, language: str) -> None:
    assert term(one, language) == term(other, language)


def test_figures_stay_whole() -> None:
    assert terms("10,254 votes, 81.5 %", "en") == ["10,254", "vote", "81.5"]


def test_a_question_finds_the_passage_that_shares_its_rare_words(
    database: sqlite3.Connection, tmp_path: Path
) -> None:
    put(database, TEXTS)
    lexicon = Lexicon.load(database, tmp_path)
    assert [n for n, _ in lexicon.search("eviction help", "en", limit=5)] == [1]
    assert lexicon.search("eviction help", "es", limit=5) == []
    assert lexicon.search("eviction help", "pt", limit=5) == []
    assert lexicon.search("nobody knows this", "en", limit=5) == []


def test_a_score_is_that_of_lucene(database: sqlite3.Connection, tmp_path: Path) -> None:
    put(database, TEXTS)
    ((number, score),) = Lexicon.load(database, tmp_path).search("gold", "en", limit=5)
    # 3 passages of 6, 5 and 7 terms; one has the term, once.
    rarity = np.log(1 + (3 - 1 + 0.5) / (1 + 0.5))
    norm = 0.9 * (1 - 0.4 + 0.4 * 5 / 6)
    assert (number, pytest.approx(score, rel=1e-5)) == (2, rarity * 1 / (1 + norm))


def test_rarer_terms_tell_more(database: sqlite3.Connection, tmp_path: Path) -> None:
    put(database, TEXTS)
    lexicon = Lexicon.load(database, tmp_path)
    common, rare, unknown = (lexicon.rarity(t, "en") for t in ("data", "evict", "zebra"))
    assert common == rare < unknown == 1.0
    assert lexicon.rarity("evict", "pt") == 1.0
    assert lexicon.knows("evict", "en")
    assert not lexicon.knows("zebra", "en")
    assert lexicon.vocabulary("es") == sorted(terms(TEXTS[3][1], "es"))


def test_postings_in_files_with_what_came_and_went_since_are_those_of_the_whole(
    database: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postings, "FEW", 3)
    monkeypatch.setattr(postings, "_BATCH", 2)
    put(database, TEXTS)
    postings.renew(database, tmp_path, progress=silent)
    assert len(list(tmp_path.glob("postings-*"))) == 1
    remove(database, 1)
    put(database, [("en", "Evictions fell in Recife."), ("pt", "Recife publica dados abertos.")])
    mixed = Lexicon.load(database, tmp_path)
    postings.renew(database, tmp_path, progress=silent, anew=True)
    renewed = Lexicon.load(database, tmp_path)
    assert len(list(tmp_path.glob("postings-*"))) == 1
    database.execute("DELETE FROM facts")
    plain = Lexicon.load(database, tmp_path)
    for language, question in [*QUESTIONS, ("pt", "dados"), ("en", "rental")]:
        own = scores(plain.search(question, language, limit=5))
        assert scores(mixed.search(question, language, limit=5)) == own
        assert scores(renewed.search(question, language, limit=5)) == own
        for told in terms(question, language):
            assert mixed.knows(told, language) == plain.knows(told, language)
            assert mixed.rarity(told, language) == plain.rarity(told, language)
    assert not mixed.knows("rental", "en")
    assert 1 not in scores(mixed.search("eviction help", "en", limit=5))


def test_few_passages_need_no_files(database: sqlite3.Connection, tmp_path: Path) -> None:
    put(database, TEXTS)
    postings.renew(database, tmp_path, progress=silent)
    assert not list(tmp_path.glob("postings-*"))


def test_postings_that_were_lost_are_named(
    database: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postings, "FEW", 3)
    put(database, TEXTS)
    postings.renew(database, tmp_path, progress=silent)
    (lost,) = tmp_path.glob("postings-*/en/rows.npy")
    lost.unlink()
    with pytest.raises(IndexDamagedError, match=r"rows\.npy"):
        Lexicon.load(database, tmp_path)
