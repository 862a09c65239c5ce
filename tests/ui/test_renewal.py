"""A service that runs answers from what comes into its index, without a restart."""

import json
import shutil
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from assistant.answers import Answer
from assistant.assembly import index_folder, open_state
from assistant.generation.settings import GenerationSettings
from assistant.settings import ServiceSettings, Settings
from assistant.upkeep import erase, update_index
from index import builder
from tests.model_server import Body, Item, ModelServer, quoting
from tests.small_index import PROGRAMME, quiet
from tests.ui.conftest import child_environment, served
from ui.desk import Desk, open_desk
from ui.renewal import kept_up_to_date
from ui.watching import Watching

pytestmark = pytest.mark.model

SOON_S = 2.0
QUESTION = "How many tide gates did Quilmes Bay open?"
TEXT = "# Quilmes Bay\n\nQuilmes Bay opened {} tide gates in 2023. They are closed in storms.\n"


def write(guide: Path, gates: int) -> None:
    guide.write_text(TEXT.format(gates), "utf-8")


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    (tmp_path / "guides").mkdir()
    return tmp_path / "guides" / "gates.md"


@pytest.fixture
def settings(shipped_settings: Settings, tmp_path: Path) -> Settings:
    """Those of a small programme, whose index is built, with the model that is prepared."""
    programme = tmp_path / "programme"
    shutil.copytree(PROGRAMME, programme)
    settings = shipped_settings.model_copy(
        update={
            "programme": programme,
            "data_dir": tmp_path / "data",
            "service": ServiceSettings(database=f"sqlite:///{tmp_path}/answers.sqlite"),
        }
    )
    update_index(settings, progress=quiet)
    return settings


@pytest.fixture
def environment(settings: Settings, tmp_path: Path) -> dict[str, str]:
    return {
        **child_environment(settings, tmp_path),
        "ASSISTANT_PROGRAMME": str(settings.programme),
        "ASSISTANT_SERVICE__DATABASE": settings.service.database,
        "ASSISTANT_SERVICE__ASKED_PER_MINUTE": "100000",
    }


def ask(address: str, question: str = QUESTION) -> str:
    body = json.dumps({"question": question}).encode()
    request = urllib.request.Request(
        f"{address}/api/ask", data=body, headers={"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=30) as response:
        answer: dict[str, Any] = json.load(response)
    return str(answer["text"])


def seconds_until(told: Callable[[], bool], *, most: float = 30) -> float:
    """How long it takes until something holds."""
    begun = time.monotonic()
    while not told():
        assert time.monotonic() - begun < most, "never"
        time.sleep(0.02)
    return time.monotonic() - begun


def indexed(environment: Mapping[str, str], *arguments: str) -> None:
    """Another process changes the index; returns when it has ended."""
    command = [sys.executable, "-m", "ui.cli", "index", *arguments]
    subprocess.run(command, env=dict(environment), check=True, stderr=subprocess.DEVNULL)


@pytest.mark.timed
def test_what_another_process_adds_changes_and_takes_out_is_answered_from_at_once(
    environment: Mapping[str, str], tmp_path: Path, guide: Path
) -> None:
    with served(environment, tmp_path) as address:
        assert "tide gates" not in ask(address)
        for gates in (14, 29):
            write(guide, gates)
            indexed(environment, "add", str(guide.parent))
            assert seconds_until(lambda n=gates: f"{n} tide gates" in ask(address)) < SOON_S  # type: ignore[misc]
        indexed(environment, "remove", str(guide.parent), "--erase")
        assert seconds_until(lambda: "tide gates" not in ask(address)) < SOON_S
        held = b"".join(p.read_bytes() for p in (tmp_path / "data").rglob("*") if p.is_file())
        assert b"Quilmes" not in held
        assert "112" in ask(address, "How many salt sensors are there in Gdynia?")


@pytest.mark.browser
def test_a_page_that_is_opened_tells_how_many_documents_there_are_now(
    environment: Mapping[str, str], tmp_path: Path, guide: Path, page: Page
) -> None:
    with served(environment, tmp_path) as address:
        page.goto(f"{address}/chat")
        expect(page.locator(".knows")).to_contain_text("2 documents")
        write(guide, 14)
        indexed(environment, "add", str(guide))
        seconds_until(lambda: "tide gates" in ask(address))
        page.reload()
        expect(page.locator(".knows")).to_contain_text("3 documents")


@pytest.mark.timed
def test_a_watched_folder_is_read_when_a_file_in_it_changes(
    environment: Mapping[str, str], tmp_path: Path, guide: Path
) -> None:
    write(guide, 14)
    indexed(environment, "add", str(guide.parent))
    with served({**environment, "ASSISTANT_SERVICE__WATCH": "true"}, tmp_path) as address:
        assert "14 tide gates" in ask(address)
        taken = []
        for gates in (15, 16, 17):
            write(guide, gates)
            taken.append(seconds_until(lambda n=gates: f"{n} tide gates" in ask(address)))  # type: ignore[misc]
        assert min(taken) < SOON_S
        own = tmp_path / "programme" / "documents" / "new.md"
        own.write_text("# Sopot\n\nSopot planted 77 sea trees in 2021.\n", "utf-8")
        seconds_until(lambda: "77" in ask(address, "How many sea trees did Sopot plant?"))
        guide.unlink()
        (guide.parent / "other.md").write_text("# Parks\n\nParks are green.\n", "utf-8")
        seconds_until(lambda: "tide gates" not in ask(address))


def test_a_change_made_while_another_writes_is_read_when_it_is_done(
    settings: Settings, guide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(builder, "_PATIENCE_S", 0.05)
    write(guide, 14)
    update_index(settings, add=[str(guide.parent)], progress=quiet)

    def gates() -> str:
        with closing(open_state(settings)) as now:
            return "".join(own.text for own in now.catalogue.documents())

    watching = Watching(settings)
    with builder.locked(index_folder(settings)):
        watching.start()
        time.sleep(1)
        write(guide, 29)
        time.sleep(1)
    seconds_until(lambda: "29 tide gates" in gates())
    watching.end()


@pytest.fixture
def model() -> Iterator[ModelServer]:
    with ModelServer(quoting) as server:
        yield server


@pytest.fixture
def fluent(settings: Settings, model: ModelServer, guide: Path) -> Iterator[Desk]:
    """A desk whose answers a model writes, with a guide in its index."""
    write(guide, 14)
    update_index(settings, add=[str(guide.parent)], progress=quiet)
    own = settings.model_copy(
        update={
            "llm": model.setting,
            "generation": GenerationSettings(cache=False, tools=False),
        }
    )
    with closing(open_desk(own)) as desk:
        yield desk


@pytest.mark.timed
def test_an_answer_under_way_ends_as_it_began(
    fluent: Desk, model: ModelServer, settings: Settings, guide: Path
) -> None:
    go_on = threading.Event()

    def held(body: Body) -> Iterator[Item]:
        begun, *rest = quoting(body)
        yield begun
        assert go_on.wait(30)
        yield from rest

    with kept_up_to_date(fluent):
        before = fluent.library
        model.reply = held
        told = fluent.tell(QUESTION)
        next(told)
        write(guide, 29)
        update_index(settings, progress=quiet)
        assert seconds_until(lambda: fluent.library is not before) < SOON_S
        model.reply = quoting
        assert "29 tide gates" in fluent.ask(QUESTION).text
        go_on.set()
        *_, answer = told
        assert isinstance(answer, Answer)
        assert "14 tide gates" in answer.text
        assert "29" not in answer.text
        document = before.catalogue.document(answer.citations[0].document)
        assert document is not None
        for citation in answer.citations:
            assert document.text[citation.start : citation.end] == citation.quote
        assert answer.index.id == before.state.manifest.id


def test_the_state_before_is_let_go_so_that_its_text_can_be_erased(
    fluent: Desk, settings: Settings, guide: Path
) -> None:
    with kept_up_to_date(fluent):
        assert "14 tide gates" in fluent.ask(QUESTION).text
        before = fluent.library.state.manifest.id
        update_index(settings, drop=[str(guide.parent)], progress=quiet)
        seconds_until(lambda: fluent.library.state.manifest.id != before)
        erase(settings)
    held = b"".join(p.read_bytes() for p in settings.data_dir.rglob("*") if p.is_file())
    assert b"Quilmes" not in held


def test_an_index_that_cannot_be_opened_leaves_the_state_before_answering(
    fluent: Desk, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    with kept_up_to_date(fluent):
        (current,) = settings.data_dir.glob("*/current")
        name = current.read_text("ascii")
        generation = current.parent / "generations" / name
        shutil.copytree(generation, generation.with_name("damaged"))
        (generation.with_name("damaged") / "index.sqlite").write_bytes(b"no database " * 400)
        current.write_text("damaged", "ascii")
        seconds_until(lambda: "answers on" in caplog.text)
        assert "14 tide gates" in fluent.ask(QUESTION).text
        current.write_text(name, "ascii")


def test_a_watched_file_that_is_replaced_by_another_is_still_watched(
    settings: Settings, guide: Path
) -> None:
    write(guide, 14)
    update_index(settings, add=[str(guide)], progress=quiet)

    def told(gates: int) -> bool:
        with closing(open_state(settings)) as now:
            return any(f"{gates} tide gates" in own.text for own in now.catalogue.documents())

    watching = Watching(settings)
    watching.start()
    time.sleep(1)
    for gates in (15, 16, 17):  # as editors save
        write(guide.with_suffix(".tmp"), gates)
        guide.with_suffix(".tmp").replace(guide)
        seconds_until(lambda n=gates: told(n))  # type: ignore[misc]
    watching.end()
