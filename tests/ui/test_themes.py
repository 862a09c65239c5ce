"""Suggested questions are laid out by what a reader looks for."""

import pytest

from assistant.suggestions.store import Suggestion, Trials
from tests.assistant.suggestions.conftest import suggestion
from ui.pages.themes import SHOWN, THEMES, Theme, by_city, by_theme, front, theme_of


def of_template(template: str, **changes: object) -> Suggestion:
    return suggestion("Which one?", template=template).model_copy(update=changes)


@pytest.mark.parametrize(
    ("asked", "theme"),
    [
        (of_template("level_needs"), "levels"),
        (of_template("criterion"), "criteria"),
        (of_template("city_level", cities=("boise",)), "cities"),
        (of_template("tool:directory", cities=("boise",)), "cities"),
        (of_template("tool:directory"), "rounds"),
        (of_template("document:city-boise", question="What level is Boise?"), "cities"),
        (of_template("document:city-boise", question="What did Boise do?"), "work"),
        (of_template("document:salt", theme="rule"), "others"),
    ],
)
def test_a_theme_is_told_by_template_or_document(asked: Suggestion, theme: Theme) -> None:
    assert theme_of(asked) == theme


def test_cities_stand_in_the_order_of_their_names() -> None:
    rows = [of_template("city_level", cities=(id_,)) for id_ in ("b", "a", "b")]
    names = {"a": "Zürich", "b": "bern"}
    assert {id_: len(own) for id_, own in by_city(rows, names.__getitem__).items()} == {
        "b": 2,
        "a": 1,
    }


@pytest.mark.model
@pytest.mark.parametrize("language", ["en", "es", "pt"])
def test_the_start_shows_the_breadth_of_what_is_known(
    shipped_trials: Trials, language: str
) -> None:
    chosen = front(shipped_trials.kept, language)  # type: ignore[arg-type]
    assert set(chosen) == set(THEMES) - {"others"}
    assert all(3 <= len(own) <= SHOWN for own in chosen.values())
    questions = [s for own in chosen.values() for s in own]
    assert {s.language for s in questions} == {language}
    assert len({s.answer for s in questions}) == len(questions)
    starters = {s.question for s in shipped_trials.kept if s.origin == "starter"}
    assert {s.question for s in questions} & starters


@pytest.mark.model
def test_no_question_is_lost(shipped_trials: Trials) -> None:
    themes = by_theme(shipped_trials.kept)
    assert sum(map(len, themes.values())) == len(shipped_trials.kept)
    assert list(themes) == [theme for theme in THEMES if theme in themes]
