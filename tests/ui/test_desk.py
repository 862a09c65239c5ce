"""The desk while a language model writes: who waits for whom, and what is kept."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from assistant.answers import Answer
from assistant.generation.settings import GenerationSettings
from assistant.settings import ServiceSettings, Settings
from assistant.suggestions.store import Trials
from tests.model_server import MODEL, Body, Item, ModelServer, quoting
from ui.desk import Desk, open_desk

pytestmark = pytest.mark.model

QUESTION = "What did the eviction help in Boulder change?"


@pytest.fixture
def model() -> Iterator[ModelServer]:
    with ModelServer(quoting) as server:
        yield server


@pytest.fixture
def database(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/answers.sqlite"


@pytest.fixture
def fluent(
    shipped_settings: Settings, shipped_trials: Trials, model: ModelServer, database: str
) -> Iterator[Desk]:
    """A desk whose answers a model writes, one worked out at a time."""
    changes = {
        "llm": model.setting,
        "service": ServiceSettings(database=database, answers_at_once=1),
        "generation": GenerationSettings(cache=False, tools=False),
    }
    desk = open_desk(shipped_settings.model_copy(update=changes))
    yield desk
    desk.close()


def kept(database: str) -> int:
    engine = create_engine(database)
    with engine.connect() as connection:
        count = connection.execute(text("SELECT count(*) FROM answers")).scalar_one()
    engine.dispose()
    return int(count)


def test_the_answer_is_kept_when_it_has_come(fluent: Desk, database: str) -> None:
    told = fluent.tell(QUESTION)
    *pieces, answer = told

    assert isinstance(answer, Answer)
    assert answer.engine == MODEL
    assert "".join(p.text for p in pieces if not isinstance(p, Answer)) == answer.text
    assert fluent.archive.find(answer.id).answer.text == answer.text
    assert kept(database) == 1


def test_each_piece_has_the_quotes_it_needs(fluent: Desk) -> None:
    *pieces, answer = fluent.tell(QUESTION)

    assert isinstance(answer, Answer)
    written = [p for p in pieces if not isinstance(p, Answer) and p.sentence]
    assert written
    for piece in written:
        assert piece.sentence
        assert piece.so_far
        assert piece.so_far.id == ""
        assert {*piece.sentence.citations} <= {c.n for c in piece.so_far.citations}
        assert [*piece.so_far.citations] == [*answer.citations][: len(piece.so_far.citations)]


def test_one_that_is_left_is_not_kept_and_its_writing_ends(
    fluent: Desk, model: ModelServer, database: str
) -> None:
    def endless(body: Body) -> Iterator[Item]:
        yield from quoting(body, most=1)
        while True:
            yield 0.02
            yield "and "

    model.reply = endless
    told = fluent.tell(QUESTION)
    while not next(told).text:  # the piece that only begins
        pass
    told.close()

    assert model.requests[0].left.wait(5)
    assert kept(database) == 0


def test_nobody_waits_for_a_model_that_writes_for_another(fluent: Desk, model: ModelServer) -> None:
    finish = threading.Event()

    def held(body: Body) -> Iterator[Item]:
        yield from quoting(body, most=1)
        yield "\n"
        assert finish.wait(30)

    model.reply = held
    told = fluent.tell(QUESTION)
    while not next(told).text:
        pass
    computed = fluent.ask("we pass 33")  # there is but one turn
    finish.set()
    *_, answer = told

    assert "76.7 %" in computed.text
    assert isinstance(answer, Answer)
    assert answer.engine == MODEL


def test_suggested_questions_are_there_and_an_article_waits_for_no_model(
    fluent: Desk, model: ModelServer
) -> None:
    assert fluent.suggestions.all
    tried = fluent.library.adviser.check([QUESTION])

    assert tried[0].outcome == "answered"
    assert not model.requests
