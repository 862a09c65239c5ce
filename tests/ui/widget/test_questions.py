"""Which questions stand under an article."""

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from assistant.answers import Language
from assistant.suggestions.advice import Advice
from assistant.suggestions.articles import Article
from assistant.suggestions.store import Suggestion
from ui.desk import Desk
from ui.widget.questions import ArticleQuestions, for_documents

BOISE = "city-boise"


def suggestion(question: str) -> Suggestion:
    return Suggestion(
        question=question, language="en", origin="document", template="t", theme="",
        topics=(), cities=(), documents=(), said=(), answer="",
    )  # fmt: skip


class Telling:
    """An adviser that tells of an article its language and length, and counts how often."""

    def __init__(self) -> None:
        self.asked = 0

    def questions_for(
        self, article: Article, *, language: Language, count: int
    ) -> Sequence[Advice]:
        self.asked += 1
        return [Advice(suggestion(f"{language} {len(article.sentences)}"), "")] * count


def test_the_same_text_is_looked_at_once() -> None:
    adviser = Telling()
    questions = ArticleQuestions(lambda: adviser)
    text = b"A city asked its people first. Then it spent the money."

    first = questions.find(text, language="en", count=2)
    again = questions.find(text, language="en", count=2)

    assert first == again == ["en 2", "en 2"]
    assert adviser.asked == 1
    assert questions.find(text, language="es", count=1) == ["es 2"]
    assert questions.find(text + b" It is done now at last.", language="es", count=1) == ["es 3"]
    assert adviser.asked == 3


def test_only_so_many_texts_are_remembered() -> None:
    adviser = Telling()
    questions = ArticleQuestions(lambda: adviser, kept=2)
    texts = [b"The first text has one sentence.", b"So has the second of them.", b"And the third."]

    for text in [*texts[:2], texts[0], b"Here comes the third one.", texts[0], texts[1]]:
        questions.find(text, language="en", count=1)

    # The first was used again before the third came, so the second made room for it.
    assert adviser.asked == 4


def test_a_page_that_many_open_at_once_is_read_once() -> None:
    adviser = Telling()
    questions = ArticleQuestions(lambda: adviser)
    text = b"A city asked its people first of all."

    with ThreadPoolExecutor(8) as readers:
        found = list(readers.map(lambda _: questions.find(text, language="en", count=1), range(32)))

    assert found == [["en 1"]] * 32
    assert adviser.asked == 1


def test_who_would_wait_too_long_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.widget.questions.WAIT_S", 0.05)
    reading, done = threading.Event(), threading.Event()

    class Slow(Telling):
        def questions_for(
            self, article: Article, *, language: Language, count: int
        ) -> Sequence[Advice]:
            reading.set()
            done.wait(10)
            return super().questions_for(article, language=language, count=count)

    questions = ArticleQuestions(Slow)
    with ThreadPoolExecutor(1) as reader:
        first = reader.submit(
            questions.find, b"The first of two long articles.", language="en", count=1
        )
        reading.wait(10)
        assert questions.find(b"The second of two articles.", language="en", count=1) == []
        done.set()
        assert first.result() == ["en 1"]


@pytest.mark.parametrize("raw", [b"", b"hi", b"\x00\x01\x02", b"%PDF-1.7 something"])
def test_what_says_nothing_has_no_questions(raw: bytes) -> None:
    adviser = Telling()

    found = ArticleQuestions(lambda: adviser).find(raw, language="en", count=3)

    assert found == []
    assert adviser.asked == 0


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
    questions = ArticleQuestions(lambda: desk.adviser)
    text = (
        "Monterrey held its third participatory budget. Residents of Monterrey voted on projects."
    )

    found = questions.find(text.encode(), language="en", count=3)

    assert any("Monterrey" in question for question in found)
    known = {suggestion.question for suggestion in desk.suggestions.all}
    assert set(found) <= known
