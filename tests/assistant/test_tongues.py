"""Documents in several languages: whose words a question is compared with."""

from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from assistant.answers import Language
from assistant.evidence import EvidenceSettings, Judge
from assistant.places import Gazetteer
from assistant.questions import QuestionReader
from assistant.superseded import Superseded
from assistant.tongues import Tongues
from corpus.programme import ProgrammeDescription
from index.retriever import Found, Retriever
from tests.conftest import WordEncoder
from tests.small_index import document, holding

WATER = "# Agua\n\nEl consumo bajó a 118 litros por habitante. El agua cumple los límites.\n"
GOLD = "# Gold\n\nGold needs 30 criteria of the standard. Silver needs 22 criteria.\n"


@pytest.fixture
def retriever(tmp_path: Path) -> Iterator[Retriever]:
    files = [document("agua", WATER, language="es"), document("gold", GOLD)]
    with closing(holding(tmp_path / "index", files)) as state:
        yield Retriever(state, WordEncoder())


@pytest.fixture
def tongues(retriever: Retriever) -> Tongues:
    gazetteer = Gazetteer(())
    programme = ProgrammeDescription.model_validate(
        {"id": "w", "name": "Water", "description": {"en": "Water."}, "subject": {"en": "water"}}
    )
    judge = partial(
        Judge,
        EvidenceSettings(),
        gazetteer,
        Superseded(None),
        retriever.words,
        cosine_floor=0.0,
    )
    return Tongues(
        "en",
        partial(QuestionReader, retriever.lexicon, gazetteer, programme),
        lambda language: judge(corpus_language=language),
    )


def everything(retriever: Retriever, question: str) -> list[Found]:
    return retriever.search(question, retriever.embed(question), language="es", limit=6)


@pytest.mark.parametrize(
    ("question", "language", "home", "known"),
    [
        ("¿Cuántos litros consume cada habitante?", "es", "agua", {"litr", "habit"}),
        ("How many criteria does gold need?", "en", "gold", {"criteria", "gold"}),
    ],
)
def test_a_question_meets_documents_in_its_own_language_by_its_own_words(
    retriever: Retriever,
    tongues: Tongues,
    question: str,
    language: Language,
    home: str,
    known: set[str],
) -> None:
    asked = tongues.reader.read(question, language)

    read, evidence = tongues.weigh(asked, everything(retriever, question))

    assert evidence.candidates[0].found.document.id == home
    assert {t.term for t in read.terms if t.known} >= known
    assert evidence.candidates[0].covered >= known


def test_documents_in_a_third_language_are_judged_with_the_programmes_own(
    retriever: Retriever, tongues: Tongues
) -> None:
    question = "How many litres does each inhabitant use?"
    asked = tongues.reader.read(question, "en")

    read, evidence = tongues.weigh(asked, everything(retriever, question))

    assert read is asked
    assert {c.found.document.id for c in evidence.candidates} == {"agua", "gold"}
    assert evidence.outcome not in ("enough", "part")
