"""What the programme's adapter adds to how evidence is judged."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.evidence import Evidence, EvidenceSettings, Judge
from assistant.places import Gazetteer
from assistant.questions import QuestionReader
from assistant.superseded import Superseded
from corpus.programme import ProgrammeDescription
from index.retriever import Found, Retriever
from tests.conftest import WordEncoder
from tests.small_index import document, holding

PIER = (
    "# Pier\n\nThe north pier was rebuilt with 40 tons of oak. The pier closes at dusk in winter."
    " The documents do not say what the new pier cost.\n"
)
SUPPORTED = EvidenceSettings()


@pytest.fixture
def retriever(tmp_path: Path) -> Iterator[Retriever]:
    with closing(holding(tmp_path / "index", [document("pier", PIER)])) as state:
        yield Retriever(state, WordEncoder())


def judged(retriever: Retriever, question: str, **learned: float) -> Evidence:
    """What there is for a question where sentences with certain words have been learned."""
    gazetteer = Gazetteer(())
    programme = ProgrammeDescription.model_validate(
        {"id": "p", "name": "Pier", "description": {"en": "Piers."}, "subject": {"en": "piers"}}
    )
    reader = QuestionReader(retriever.lexicon, gazetteer, programme, "en")
    judge = Judge(
        SUPPORTED,
        gazetteer,
        Superseded(None),
        retriever.words,
        cosine_floor=0.0,
        corpus_language="en",
    )
    found = retriever.search(question, retriever.embed(question), language="en", limit=6)
    return judge.judge(reader.read(question, "en"), [_taught(f, learned) for f in found])


def _taught(found: Found, learned: dict[str, float]) -> Found:
    sentences = [
        replace(s, learned=next((v for word, v in learned.items() if word in s.text), 0.0))
        for s in found.sentences
    ]
    return replace(found, sentences=sentences)


def test_a_question_in_other_words_is_answered_by_what_was_learned(retriever: Retriever) -> None:
    question = "May I visit the bridge in the evening?"
    assert judged(retriever, question).outcome in {"not_enough", "off_subject"}
    evidence = judged(retriever, question, dusk=9.0)
    assert evidence.outcome == "enough"
    assert "dusk" in evidence.candidates[0].sentence.text
    assert evidence.candidates[0].sure > 0.7 > evidence.candidates[0].support


def test_a_near_miss_is_refused_by_what_was_learned(retriever: Retriever) -> None:
    question = "Who rebuilt the north pier with oak?"
    near = judged(retriever, question, oak=-6.0)
    assert near.outcome == "not_enough"
    assert near.candidates[0].sure < SUPPORTED.answer_at


def test_what_lacks_the_kind_of_thing_asked_for_never_answers(retriever: Retriever) -> None:
    evidence = judged(retriever, "How many tons of oak does the pier have at dusk?", dusk=9.0)
    dusk = next(c for c in evidence.candidates if "dusk" in c.sentence.text)
    assert not dusk.answers


def test_what_is_not_known_is_told_as_before(retriever: Retriever) -> None:
    question = "What did the new pier cost?"
    plain, taught = judged(retriever, question), judged(retriever, question, documents=9.0)
    assert plain.candidates[0].sentence.text == taught.candidates[0].sentence.text
    assert [c.sure for c in plain.candidates] == [c.sure for c in taught.candidates]


def test_a_question_in_what_is_no_word_is_not_answered_by_what_was_learned(
    retriever: Retriever,
) -> None:
    assert judged(retriever, "Is the zorble any good?", dusk=9.0).outcome != "enough"
