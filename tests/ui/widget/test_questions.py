"""Which questions stand under an article."""

import pytest

from assistant.answers import Language
from ui.desk import Desk
from ui.widget.questions import for_article, for_documents

BOISE = "city-boise"


@pytest.mark.model
@pytest.mark.parametrize("raw", [b"", b"hi", b"\x00\x01\x02", b"%PDF-1.7 something", b"\xff\xfe"])
def test_what_says_nothing_has_questions_to_begin_with(desk: Desk, raw: bytes) -> None:
    found = for_article(desk, raw, language="en", count=3)

    assert found == [*desk.programme.starters["en"][:3]]


@pytest.mark.model
def test_a_documents_own_questions_come_first(desk: Desk) -> None:
    document = desk.document(BOISE)

    found = for_documents([document], desk.suggestions, language="en", count=3)

    assert len(found) == 3
    assert set(found) <= set(document.questions)


@pytest.mark.model
@pytest.mark.parametrize("language", ["es", "pt"])
def test_a_city_has_questions_in_every_language(desk: Desk, language: Language) -> None:
    found = for_documents([desk.document(BOISE)], desk.suggestions, language=language, count=3)

    spoken = {s.question: s for s in desk.suggestions.all if s.language == language}
    assert len(found) == 3
    assert all("boise" in spoken[question].cities for question in found)


@pytest.mark.model
def test_without_a_document_there_are_questions_to_begin_with(desk: Desk) -> None:
    found = for_documents([], desk.suggestions, language="pt", count=2)

    assert found == [*desk.programme.starters["pt"][:2]]


@pytest.mark.model
def test_an_article_gets_questions_by_its_text(desk: Desk) -> None:
    text = (
        "Monterrey held its third participatory budget. Residents of Monterrey voted on projects."
    )

    found = for_article(desk, text.encode(), language="en", count=3)

    assert any("Monterrey" in question for question in found)
    known = {suggestion.question for suggestion in desk.suggestions.all}
    assert set(found) <= known
