from pathlib import Path

import numpy as np
import pytest

from assistant.answers import DraftSentence, Quote
from assistant.evidence import Candidate
from assistant.generation.presenting import NEAR, exhibits_for
from corpus.documents import Document, Passage, Span
from index.catalogue import Catalogue
from index.fusion import Hit
from index.retriever import Found, FoundSentence
from tests.small_index import holding

TEXT = "Boise holds  silver.\nIt came in 2024. It has a plan. It is a city."
DOCUMENT = Document(id="boise", title="Boise", kind="city", text=TEXT, language="en")
SPANS = [Span(0, 20), Span(21, 37), Span(38, 52), Span(53, 67)]
PASSAGE = Passage("boise#0", "boise", ("Boise", "Level"), Span(0, len(TEXT)), tuple(SPANS))
VECTOR = np.ones(2, dtype=np.float32)


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return holding(tmp_path / "index", [DOCUMENT]).catalogue


def quote(n: int) -> Quote:
    return Quote("boise", SPANS[n].start, SPANS[n].end)


def candidate(n: int, support: float, *, answers: bool = True) -> Candidate:
    span = SPANS[n]
    found = Found(Hit("boise#0", 0.9, 0.9, None), DOCUMENT, PASSAGE, ())
    sentence = FoundSentence(span, TEXT[span.start : span.end], 0.9, VECTOR)
    return Candidate(found, sentence, 0.0, support, support, answers, frozenset(), np.zeros(1))


def test_what_our_answer_rests_on_comes_first_and_then_what_is_near(catalogue: Catalogue) -> None:
    own = [DraftSentence("It came in 2024.", [quote(1)])]
    weighed = [candidate(0, 0.9), candidate(1, 0.8), candidate(2, 0.8 * NEAR), candidate(3, 0.1)]
    shown = exhibits_for(own, weighed, catalogue=catalogue, most=6)
    assert [(e.n, e.text) for e in shown] == [
        (1, "It came in 2024."),
        (2, "Boise holds silver."),
        (3, "It has a plan."),
    ]
    assert {e.subject for e in shown} == {"Boise > Level"}
    assert shown[0].quotes == (quote(1),)
    assert shown[0].vector is VECTOR


def test_what_cannot_answer_is_not_shown(catalogue: Catalogue) -> None:
    own = [DraftSentence("It came in 2024.", [quote(1)])]
    weighed = [candidate(0, 0.9, answers=False)]
    assert len(exhibits_for(own, weighed, catalogue=catalogue, most=6)) == 1


def test_our_own_is_shown_however_much_it_is(catalogue: Catalogue) -> None:
    own = [DraftSentence("a", [quote(0), quote(1)]), DraftSentence("b", [quote(1), quote(2)])]
    shown = exhibits_for(own, [candidate(3, 0.9)], catalogue=catalogue, most=2)
    assert [e.n for e in shown] == [1, 2, 3]


def test_what_a_tool_says_is_shown_last_as_it_is(catalogue: Catalogue) -> None:
    own = [
        DraftSentence("Levels:", origin="tool"),
        DraftSentence("30 of 43 is **gold**.", origin="tool"),
        DraftSentence("It came in 2024.", [quote(1)]),
    ]
    shown = exhibits_for(own, [], catalogue=catalogue, most=6)
    assert [(e.n, e.origin, e.text) for e in shown] == [
        (1, "document", "It came in 2024."),
        (2, "tool", "30 of 43 is **gold**."),
    ]


def test_a_document_that_is_gone_is_not_shown(catalogue: Catalogue) -> None:
    own = [DraftSentence("a", [Quote("gone", 0, 3)])]
    assert exhibits_for(own, [], catalogue=catalogue, most=6) == []
