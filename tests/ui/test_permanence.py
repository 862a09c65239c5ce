"""Answers stay as they were given when the documents change; real indexes, a real rebuild."""

import re
import shutil
from contextlib import closing
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from assistant.assembly import build_suggestions
from assistant.settings import ServiceSettings, Settings
from assistant.upkeep import build_index
from tests.assistant.suggestions.conftest import HARBOUR_WATCH
from tests.ui.conftest import pages_of
from ui.desk import open_desk

pytestmark = pytest.mark.model

QUESTION = "How many salt sensors are there in Gdynia?"


@pytest.fixture(scope="module")
def settings(shipped_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A programme of our own, without records, whose documents may be changed."""
    home = tmp_path_factory.mktemp("permanence")
    shutil.copytree(HARBOUR_WATCH, home / "programme")
    settings = Settings(
        programme=home / "programme",
        data_dir=home / "data",
        cache_dir=shipped_settings.cache_dir,
        service=ServiceSettings(public_address="https://harbour.example"),
    )
    build_index(settings, progress=lambda *_: None)
    build_suggestions(settings, progress=lambda *_: None)
    return settings


def article(page: str) -> str:
    found = re.search(r'<article class="answer.*?</article>', page, re.DOTALL)
    assert found
    return found.group()


def test_a_programme_without_records_has_a_start_too(settings: Settings) -> None:
    start, questions = served_once(settings, ["/", "/questions?lang=pt"])
    assert "Harbour Watch" in start
    assert QUESTION in start
    assert "Certified cities by level" not in start
    assert "Não há perguntas sugeridas neste idioma" in questions


@pytest.mark.slow
def test_an_answer_outlives_the_documents_it_was_given_from(settings: Settings) -> None:
    (first,) = served_once(settings, ["/ask?q=" + QUESTION.replace(" ", "+")])
    address = re.findall(r'href="https://harbour.example(/answers/[0-9a-f]{16})"', first)[0]
    version = re.findall(r"\(version ([0-9a-f]+)\)", first)[0]
    (quoted,) = {unescape(a) for a in re.findall(r'class="open-document" href="([^"]+)"', first)}
    assert "112 salt sensors" in article(first)

    gdynia = Path(settings.programme) / "documents" / "gdynia.md"
    text = gdynia.read_text()
    gdynia.write_text(text.replace("placed 112 salt sensors", "placed 140 salt sensors"))
    later, anew, document = served_once(
        settings, [address, "/ask?q=" + QUESTION.replace(" ", "+"), quoted]
    )
    assert article(later) == article(first)
    assert re.findall(r"\(version ([0-9a-f]+)\)", later) == [version]
    assert "indexed anew since this answer" in later
    assert 'content="noindex"' in later
    assert "140 salt sensors" in article(anew)
    assert version not in anew
    assert "The document has changed since it was quoted" in document
    assert "placed 112 salt sensors" in document

    gdynia.write_text(text.replace("## Sensors", "## More\n\nGdynia is a port.\n\n## Sensors"))
    (moved,) = served_once(settings, [quoted])
    assert re.search(r'<mark id="quote"[^>]*>Gdynia, Poland, placed 112', moved)

    gdynia.unlink()
    (gone,) = served_once(settings, [quoted], status=404)
    assert "This document is no longer here" in gone
    assert "placed 112 salt sensors" in gone


def served_once(settings: Settings, paths: list[str], *, status: int = 200) -> list[str]:
    """Pages of a service started anew over the documents as they are now."""
    build_index(settings, progress=lambda *_: None)
    with closing(open_desk(settings)) as desk:
        client = TestClient(pages_of(desk), headers={"accept-language": "en"})
        found = [client.get(path) for path in paths]
    assert {page.status_code for page in found} == {status}
    return [page.text for page in found]
