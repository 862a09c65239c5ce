"""Questions for articles: read one at a time, and remembered."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.answers import Answer
from assistant.places import Gazetteer
from assistant.suggestions.advice import Adviser
from assistant.suggestions.leads import Suggestions
from ui import suggested
from ui.guards.errors import problem_of
from ui.suggested import ArticleBody, ArticleDesk, BusyError, UnreadableArticleError

BODY = ArticleBody(article="A city in Brazil uses its data to make streets safer.")


def nothing(text: str) -> NDArray[np.float32]:
    raise AssertionError(text)


def never(question: str) -> Answer:
    raise AssertionError(question)


@pytest.fixture
def desk() -> ArticleDesk:
    return ArticleDesk(Adviser(Suggestions(), embed=nothing, gazetteer=Gazetteer(()), ask=never))


def test_an_article_is_read_once(desk: ArticleDesk) -> None:
    first = desk.advise(BODY)

    assert first.suggestions == []
    assert first.language == "en"
    assert desk.advise(BODY) is first
    assert desk.advise(BODY.model_copy(update={"count": 1})) is not first


def test_an_article_that_many_open_at_once_is_read_once(desk: ArticleDesk) -> None:
    with ThreadPoolExecutor(8) as readers:
        found = list(readers.map(desk.advise, [BODY] * 32))

    assert all(one is found[0] for one in found)


def test_only_so_many_are_remembered(desk: ArticleDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggested, "REMEMBERED", 2)
    bodies = [BODY.model_copy(update={"count": count}) for count in (1, 2, 3)]
    found = [desk.advise(body) for body in bodies]

    assert desk.advise(bodies[2]) is found[2]
    assert desk.advise(bodies[0]) is not found[0]


def test_where_others_are_read_first_a_client_is_told_when_to_try_again(
    desk: ArticleDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suggested, "WAIT_S", 0.01)
    known = desk.advise(BODY)
    with desk._reading:
        assert desk.advise(BODY) is known
        with pytest.raises(BusyError) as caught:
            desk.advise(BODY.model_copy(update={"count": 2}))

    problem = problem_of(caught.value)
    assert problem.status == 503
    assert problem.headers["Retry-After"] == "10"


def test_what_cannot_be_read_is_told_without_a_path(desk: ArticleDesk) -> None:
    with pytest.raises(UnreadableArticleError, match="The article holds no sentence"):
        desk.advise(ArticleBody(article="<p></p>"))
    assert desk.advise(BODY).suggestions == []
