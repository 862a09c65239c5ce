import itertools
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import bm25s
import numpy as np
import pytest

from corpus.loaders import read_documents
from corpus.programme import SHIPPED
from index.ingestion import passage_text
from index.lexicon import Lexicon, content_terms, leading, term, terms
from index.state import IndexState
from tests.small_index import document, holding

TEXTS = {
    "a": ("en", "Boulder prevented evictions with rental help."),
    "b": ("en", "Bogotá reached gold in 2024."),
    "c": ("en", "Cities publish open data; cities share data."),
    "d": ("es", "Las ciudades publican datos abiertos."),
}


@pytest.fixture
def small(tmp_path: Path) -> Iterator[IndexState]:
    documents = [document(id_, text, language=own) for id_, (own, text) in TEXTS.items()]
    with closing(holding(tmp_path / "index", documents)) as state:
        yield state


@pytest.fixture
def lexicon(small: IndexState) -> Lexicon:
    return Lexicon.load(small.database, small.folder)


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
    small: IndexState, lexicon: Lexicon
) -> None:
    found = lexicon.search("eviction help", "en", limit=5)
    assert [small.catalogue.labels([n])[n].id for n, _ in found] == ["a#0"]
    assert lexicon.search("eviction help", "es", limit=5) == []
    assert lexicon.search("eviction help", "pt", limit=5) == []
    assert lexicon.search("nobody knows this", "en", limit=5) == []


def test_rarer_terms_tell_more(lexicon: Lexicon) -> None:
    common, rare, unknown = (lexicon.rarity(t, "en") for t in ("data", "evict", "zebra"))
    assert common == rare < unknown == 1.0
    assert lexicon.knows("evict", "en")
    assert not lexicon.knows("zebra", "en")
    assert lexicon.rarity("zebra", "pt") == 1.0


def test_words_are_of_the_language_of_their_passage(lexicon: Lexicon) -> None:
    assert lexicon.speaks("es")
    assert not lexicon.speaks("pt")
    assert {"dat", "ciudad", "d"} <= {*lexicon.vocabulary("es")}
    assert not lexicon.knows("ciudad", "en")


def test_a_passage_of_no_word_does_no_harm(tmp_path: Path) -> None:
    wordless = document("!", "???", language="zz")
    with closing(holding(tmp_path / "index", [wordless])) as state:
        assert Lexicon.load(state.database, state.folder).search("what?", "zz", limit=5) == []


def test_those_level_with_the_last_are_all_told() -> None:
    scores = np.array([1, 3, 2, 2, 0, 2], dtype=np.float32)
    assert leading(scores, 2).tolist() == [1, 2, 3, 5]
    assert leading(scores, 9).tolist() == [1, 2, 3, 5, 0, 4]


@pytest.mark.parametrize("limit", [1, 2, 5, 20, 60])
def test_a_short_ranking_is_the_beginning_of_the_whole(tmp_path: Path, limit: int) -> None:
    """Though passages are left out unsorted that cannot be among the best."""
    chance = np.random.default_rng(5)
    often = ["plan", "city", "data", "river"]
    drawn = [chance.choice(often, size=chance.integers(1, 9)) for _ in range(80)]
    told = [" ".join([*own, "lighthouse" * (n % 9 == 0)]) for n, own in enumerate(drawn)]
    documents = [document(f"d{n}", f"{text}.") for n, text in enumerate(told)]
    with closing(holding(tmp_path / "index", documents)) as state:
        lexicon = Lexicon.load(state.database, state.folder)
        whole = lexicon.search("city data lighthouse", "en", limit=len(documents))
        short = lexicon.search("city data lighthouse", "en", limit=limit)
    assert len(whole) > len(short) >= limit
    last = whole[limit - 1][1]
    assert short == [hit for hit in whole if hit[1] >= last]


def test_scores_are_those_of_another_implementation(tmp_path: Path) -> None:
    """bm25s reckons Lucene's BM25 beforehand, of a corpus that never changes."""
    reading = read_documents(SHIPPED / "documents", language="en")
    english = [d for d in reading.documents if d.language == "en"]
    questions = [own for d in english for own in d.questions][:60]
    assert len(questions) == 60
    with closing(holding(tmp_path / "index", english[:40])) as state:
        lexicon, catalogue = Lexicon.load(state.database, state.folder), state.catalogue
        entries = [e for d in english[:40] for e in catalogue.passages_of(d.id)]
        numbers = [e.number for e in entries]
        texts = []
        for entry in entries:
            own = catalogue.document(entry.passage.document_id)
            assert own is not None
            texts.append(terms(passage_text(own, entry.passage), "en"))
        found_for = {q: dict(lexicon.search(q, "en", limit=len(numbers))) for q in questions}
    numbered = dict(zip(sorted({*itertools.chain(*texts)}), itertools.count(), strict=False))
    other = bm25s.BM25(method="lucene", k1=Lexicon.K1, b=Lexicon.B)
    other.index(([[numbered[t] for t in text] for text in texts], numbered), show_progress=False)
    for question in questions:
        asked = [t for t in dict.fromkeys(content_terms(question, "en")) if t in numbered]
        expected = dict(zip(numbers, other.get_scores(asked), strict=True))
        found = found_for[question]
        assert found.keys() == {n for n, score in expected.items() if score > 0}
        assert all(abs(found[n] - expected[n]) < 1e-5 for n in found), question
