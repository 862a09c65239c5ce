import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.generation.cutting import MAX_CHARS, Cutter, Written

TEXT = """Boulder, Colo., prevented 96 % of evictions in 2024 [2]. It was 58 % outside [1, 3].

- **Boise**: silver [4]
- Recife: gold【5】. Since 2022 [4].

## Then
No marker here."""
CUT = [
    ("Boulder, Colo., prevented 96 % of evictions in 2024.", (2,)),
    ("It was 58 % outside.", (1, 3)),
    ("**Boise**: silver", (4,)),
    ("Recife: gold.", (5,)),
    ("Since 2022.", (4,)),
    ("Then", ()),
    ("No marker here.", ()),
]


def cut(pieces: Sequence[str]) -> list[Written]:
    cutter = Cutter("en")
    return [*(w for piece in pieces for w in cutter.feed(piece)), *cutter.end()]


def test_a_text_is_cut_into_sentences_with_their_markers() -> None:
    found = cut([TEXT])
    assert [(w.text, w.cited) for w in found] == CUT
    assert [w.list_item for w in found] == [False, False, True, True, True, False, False]
    assert [w.starts_paragraph for w in found] == [False, False, True, False, False, True, False]


@given(st.lists(st.integers(1, len(TEXT) - 1), max_size=30))
def test_it_is_cut_the_same_however_it_comes(places: list[int]) -> None:
    ends = sorted({0, *places, len(TEXT)})
    pieces = [TEXT[a:b] for a, b in itertools.pairwise(ends)]
    assert cut(pieces) == cut([TEXT])


def test_a_sentence_is_given_as_soon_as_it_is_whole() -> None:
    cutter = Cutter("en")
    assert list(cutter.feed("Boise holds silver [1]. ")) == []  # another marker may come
    assert [w.text for w in cutter.feed("Boulder ")] == ["Boise holds silver."]


def test_a_marker_after_the_full_stop_is_its_sentences() -> None:
    assert [(w.text, w.cited) for w in cut(["Boise holds silver. [1] Boulder gold.", " [2]"])] == [
        ("Boise holds silver.", (1,)),
        ("Boulder gold.", (2,)),
    ]


@pytest.mark.parametrize("text", ["", " \n\n ", "---", "[1]", "- [2]", "***", "#"])
def test_what_says_nothing_is_no_sentence(text: str) -> None:
    assert cut([text]) == []


@pytest.mark.parametrize("piece", ["word and ", "x", "1.2.3."])
def test_a_text_without_end_is_cut_all_the_same(piece: str) -> None:
    cutter = Cutter("en")
    fed, given = 0, 0
    while not given:
        given += len(list(cutter.feed(piece)))
        fed += len(piece)
        assert fed <= MAX_CHARS + len(piece)


@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    assert all(w.text.strip() for w in cut([text[:50], text[50:]]))
