from collections import Counter
from pathlib import Path

import pytest

from assistant.assembly import open_adviser
from assistant.settings import Settings
from assistant.suggestions.advice import Adviser
from assistant.suggestions.articles import Article, read_article
from assistant.suggestions.store import Trials

pytestmark = pytest.mark.model

ARTICLE = Article(
    language="en",
    sentences=(
        "Boulder in Colorado won an award for the way it works with figures.",
        "Tenants there got legal help when they were about to be evicted.",
        "In Phoenix, the hottest streets got trees, and the city was praised with platinum.",
    ),
    questions=("How many evictions were prevented in Boulder?",),
)


@pytest.fixture(scope="module")
def adviser(shipped_settings: Settings, shipped_trials: Trials) -> Adviser:
    return open_adviser(shipped_settings)


def test_an_article_gets_questions_on_what_it_speaks_of(adviser: Adviser) -> None:
    advice = adviser.questions_for(ARTICLE, language="en", count=5)
    assert len(advice) == 5
    questions = " ".join(a.suggestion.question for a in advice)
    assert "Boulder" in questions
    assert "Phoenix" in questions
    assert all(a.sentence in ARTICLE.sentences for a in advice)
    # No question of another place, nor the publisher's own.
    cities = {city for a in advice for city in a.suggestion.cities}
    assert cities <= {"boulder", "phoenix"}
    assert ARTICLE.questions[0] not in questions
    templates = Counter(a.suggestion.template for a in advice)
    assert max(templates.values()) <= 2


def test_the_questions_may_be_in_another_language(adviser: Adviser) -> None:
    rule = b"Our city meets 30 of the 43 criteria. How many criteria does platinum take?"
    article = read_article(Path("rule.txt"), rule)
    advice = adviser.questions_for(article, language="es", count=3)
    assert [a.suggestion.language for a in advice] == ["es"] * 3


def test_an_article_on_something_else_gets_none(adviser: Adviser) -> None:
    recipe = b"Cut four onions into thin slices. Fry them in butter, and add water and salt."
    article = read_article(Path("soup.txt"), recipe)
    assert adviser.questions_for(article, language="en", count=5) == []


def test_a_publishers_questions_are_tried(adviser: Adviser) -> None:
    answered, not_at_all, impossible = adviser.check(
        [
            "How many evictions were prevented in Boulder?",
            "Who is the tallest mayor in Europe?",
            "?",
        ]
    )
    assert (answered.outcome, answered.nearest) == ("answered", "")
    assert not_at_all.outcome == "not answered"
    assert (impossible.outcome, impossible.nearest) == ("not answered", "")


def test_for_what_is_not_answered_the_nearest_is_named(adviser: Adviser) -> None:
    (checked,) = adviser.check(["How much did Boulder's city hall pay for new sofas in 1987?"])
    assert checked.outcome != "answered"
    assert "Boulder" in checked.nearest
