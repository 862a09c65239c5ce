from pathlib import Path

import numpy as np
import pytest

from index import parts, postings
from index.builder import Generation
from index.errors import IndexDamagedError
from index.lexicon import Lexicon, terms
from index.postings import build
from index.state import IndexState
from tests.small_index import INPUTS, document, file, quiet, writer

TEXTS = [
    ("en", "Boulder prevented evictions with rental help."),
    ("en", "Bogotá reached gold in 2024."),
    ("en", "Cities publish open data; cities share data."),
    ("es", "Las ciudades publican datos abiertos."),
]
LATER = [("en", "Evictions fell in Recife."), ("pt", "Recife publica dados abertos.")]
QUESTIONS = [
    ("en", "eviction help"),
    ("en", "open data in cities"),
    ("en", "rental"),
    ("es", "datos abiertos"),
    ("pt", "dados"),
]


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "FEW", 3)
    monkeypatch.setattr(postings, "_BATCH", 2)


def put(folder: Path, texts: list[tuple[str, str]], *, start: int = 0, remove: str = "") -> None:
    one = writer(folder)
    for n, (language, text) in enumerate(texts, start):
        one.put(file(f"{n}.md", text), [document(f"d{n}", text, language=language)])
    if remove:
        one.remove(remove)
    one.finish(progress=quiet)
    one.close()


def lexicon(folder: Path) -> Lexicon:
    return Lexicon.load(IndexState(Generation(folder, INPUTS)).database, folder)


def scores(found: list[tuple[int, float]]) -> dict[int, float]:
    return {number: round(score, 4) for number, score in found}


def test_files_with_what_came_and_went_since_tell_what_the_whole_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filed, plain = tmp_path / "a" / "filed", tmp_path / "b" / "plain"
    put(filed, TEXTS)
    (made,) = filed.glob("postings-*")
    monkeypatch.setattr(parts, "FEW", 40)
    put(filed, LATER, start=len(TEXTS), remove="0.md")
    assert list(filed.glob("postings-*")) == [made]
    put(plain, TEXTS)
    put(plain, LATER, start=len(TEXTS), remove="0.md")
    assert not list(plain.glob("postings-*"))
    mixed, whole = lexicon(filed), lexicon(plain)
    for language, question in QUESTIONS:
        found = scores(mixed.search(question, language, limit=5))
        assert found == scores(whole.search(question, language, limit=5))
        for told in terms(question, language):
            assert mixed.knows(told, language) == whole.knows(told, language)
            assert mixed.rarity(told, language) == whole.rarity(told, language)
    assert not mixed.knows("rental", "en")
    assert scores(mixed.search("eviction help", "en", limit=5)).keys() == {len(TEXTS) + 1}


def test_files_hold_what_memory_would(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    put(folder, TEXTS)
    database = IndexState(Generation(folder, INPUTS)).database
    (mapped, newer) = postings.load(database, folder)["en"]
    whole = build(database, "en")
    assert not len(newer.passages)
    for name in ("passages", "lengths", "starts", "rows", "counts"):
        assert np.array_equal(getattr(mapped, name), getattr(whole, name)), name


def test_files_that_were_lost_are_named(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    put(folder, TEXTS)
    (lost,) = folder.glob("postings-*/en/rows.npy")
    lost.unlink()
    with pytest.raises(IndexDamagedError, match=r"rows\.npy"):
        lexicon(folder)
