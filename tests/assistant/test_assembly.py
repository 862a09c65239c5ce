from pathlib import Path

import pytest

from assistant.assembly import open_assistant, open_calculator
from assistant.errors import NoStandardError
from assistant.evaluation.cases import read_cases
from assistant.pipeline import Assistant
from assistant.settings import Settings
from assistant.upkeep import build_index, staleness
from corpus.programme import SHIPPED
from index import writer
from index.errors import IndexMismatchError

pytestmark = pytest.mark.model

HARBOUR_WATCH = Path(__file__).parents[1] / "fixtures" / "programme"
MINILM = "all-MiniLM-L6-v2"


def quiet(*_: object) -> None:
    pass


@pytest.fixture(scope="module")
def harbour_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Another programme, without records, indexed with another model."""
    home = tmp_path_factory.mktemp("harbour")
    settings = Settings(
        programme=HARBOUR_WATCH, model=MINILM, data_dir=home / "data", cache_dir=home / "cache"
    )
    _, built = build_index(settings, progress=quiet)
    assert built
    return settings


@pytest.fixture(scope="module")
def harbour(harbour_settings: Settings) -> Assistant:
    return open_assistant(harbour_settings)


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("How many salt sensors did Gdynia place in its harbour?", "112"),
        ("Which share of the measures does a port need for the white grade?", "80 %"),
        ("When did the Port Union start Harbour Watch?", "2011"),
    ],
)
def test_another_programme_is_answered_with_another_model(
    harbour: Assistant, question: str, figure: str
) -> None:
    answer = harbour.ask(question)
    assert answer.status == "answered"
    assert figure in answer.text
    assert answer.citations[0].url.startswith("https://example.org/")


def test_without_a_standard_there_is_no_calculator(harbour_settings: Settings) -> None:
    with pytest.raises(NoStandardError, match="harbour-watch"):
        open_calculator(harbour_settings)


def test_nothing_is_built_where_nothing_has_changed(harbour_settings: Settings) -> None:
    generation, built = build_index(harbour_settings, progress=quiet)
    assert not built
    assert staleness(harbour_settings) == []
    assert generation.inputs.model == MINILM


def test_a_first_build_that_is_broken_off_answers_and_goes_on(
    harbour_settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = harbour_settings.model_copy(update={"data_dir": tmp_path})

    def broken_off(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(writer, "_READ_FOR_A_START", 2)
        patched.setattr(writer.IndexWriter, "finish", broken_off)
        with pytest.raises(KeyboardInterrupt):
            build_index(settings, progress=quiet)
    (told,) = staleness(settings)
    assert told.endswith(" passages are found, and their sentences yet to be read.")
    question = "How many salt sensors did Gdynia place in its harbour?"
    assert "112" in open_assistant(settings).ask(question).text
    build_index(settings, progress=quiet)
    assert staleness(settings) == []
    assert "112" in open_assistant(settings).ask(question).text


def test_an_index_of_another_model_is_not_asked(
    harbour_settings: Settings, shipped_settings: Settings
) -> None:
    other = harbour_settings.model_copy(
        update={"model": shipped_settings.model, "cache_dir": shipped_settings.cache_dir}
    )
    with pytest.raises(IndexMismatchError, match=r"embedding model all-MiniLM-L6-v2 .*e5-small"):
        open_assistant(other)


def test_a_second_build_answers_alike(
    shipped: Assistant, shipped_settings: Settings, tmp_path: Path
) -> None:
    again = shipped_settings.model_copy(update={"data_dir": tmp_path})
    build_index(again, progress=quiet)
    rebuilt = open_assistant(again)
    for case in read_cases(SHIPPED / "questions" / "development.yaml")[::4]:
        one, first = shipped.explain(case.q)
        other, second = rebuilt.explain(case.q)
        assert [f.hit for f in first.passages] == [f.hit for f in second.passages]
        assert (one.id, one.text, one.citations) == (other.id, other.text, other.citations)
