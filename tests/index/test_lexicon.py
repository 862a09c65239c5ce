from pathlib import Path

import pytest

from index.lexicon import Lexicon, term, terms

TEXTS = {
    "en": {
        "a": "Boulder prevented evictions with rental help.",
        "b": "Bogotá reached gold in 2024.",
        "c": "Cities publish open data; cities share data.",
    },
    "es": {"d": "Las ciudades publican datos abiertos."},
}


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


def test_a_question_finds_the_passage_that_shares_its_rare_words() -> None:
    lexicon = Lexicon.build(TEXTS)
    assert [id_ for id_, _ in lexicon.search("eviction help", "en", limit=5)] == ["a"]
    assert lexicon.search("eviction help", "es", limit=5) == []
    assert lexicon.search("nobody knows this", "en", limit=5) == []


def test_rarer_terms_tell_more() -> None:
    lexicon = Lexicon.build(TEXTS)
    common, rare, unknown = (lexicon.rarity(t, "en") for t in ("data", "evict", "zebra"))
    assert common == rare < unknown == 1.0
    assert lexicon.knows("evict", "en")
    assert not lexicon.knows("zebra", "en")


def test_what_is_saved_is_what_is_loaded(tmp_path: Path) -> None:
    built = Lexicon.build(TEXTS)
    built.save(tmp_path)
    loaded = Lexicon.load(tmp_path)
    for language, question in (("en", "open data in cities"), ("es", "datos abiertos")):
        found = loaded.search(question, language, limit=5)
        assert found == built.search(question, language, limit=5)
        assert found
