"""A programme that is not the shipped one, from an empty folder to its pages."""

import json
import os
import pty
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import parse_qsl

import httpx
import pytest

from assistant.assembly import build_suggestions, open_assistant
from assistant.evaluation.asking import put
from assistant.evaluation.cases import read_cases
from assistant.evaluation.verdicts import faults
from assistant.settings import Settings
from assistant.upkeep import build_index
from tests.conftest import WordEncoder
from tests.ui.conftest import ROOT, child_environment, served

pytestmark = pytest.mark.model

MINILM = "all-MiniLM-L6-v2"
LEED = ROOT / "examples" / "leed"
FOREIGN = re.compile(r"What Works|Recife|Bloomberg|\bcit(?:y|ies)\b|ciudad|cidade", re.IGNORECASE)
"""Words of the shipped programme."""

GUIDE = """\
# Joining the garden league

A school joins by sending one form to the league's office in March.

## Who may join

Any school with at least twelve pupils may join the garden league.

## Judges

A judge is a gardener from another town who visits twice a year.
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def environment(home: Path) -> Mapping[str, str]:
    settings = Settings(data_dir=home / "data", cache_dir=home / "cache")
    return {**child_environment(settings, home), "ASSISTANT_MODEL": MINILM}


def run(
    environment: Mapping[str, str], folder: Path, *arguments: str, status: int = 0
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "ui.cli", *arguments],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == status, done.stderr
    return done


@pytest.fixture(scope="module")
def garden(environment: Mapping[str, str], home: Path) -> Path:
    """A programme begun by the command, its index built."""
    (home / "guides").mkdir()
    (home / "guides" / "joining.md").write_text(GUIDE)
    done = run(
        environment, home, "init", "garden", "--name", "Garden league",
        "--about", "A league of school gardens.", "--documents", "guides",
        "--levels", "seedling 10, bronze 25, Great Oak 60 of 80 points",
    )  # fmt: skip
    assert "garden is made, with 2 documents." in done.stdout
    assert "assistant serve --programme garden" in done.stdout
    assert "Built: 2 documents" in done.stderr
    return home / "garden"


def test_it_answers_reckons_and_suggests(
    environment: Mapping[str, str], home: Path, garden: Path
) -> None:
    ask = ("ask", "How many pupils must a school have to join?", "--json")
    answer = json.loads(run(environment, home, *ask, "--programme", "garden").stdout)
    assert answer["status"] == "answered"
    assert "twelve pupils" in answer["text"]
    told = run(environment, home, "tier", "41.5", "--programme", "garden").stdout
    assert told.startswith("Bronze. 41.5 of 80 points; bronze starts at 25 [1].")
    assert "Great Oak starts at 60 of the 80 points: 18.5 more [2]." in told
    suggested = run(environment, home, "suggest", "--programme", "garden").stdout
    assert "- How many points are needed for Great Oak?" in suggested
    assert "- What is a judge?" in suggested
    inside = run({**environment, "ASSISTANT_PROGRAMME": "."}, garden, "ask", "Who may join?")
    assert "twelve pupils" in inside.stdout


def test_what_it_has_no_records_of_is_left_to_the_documents(
    environment: Mapping[str, str], home: Path, garden: Path
) -> None:
    for question in ("Which cities are at gold?", "Can a town of 40,000 people take part?"):
        done = run(environment, home, "ask", question, "--json", "--programme", str(garden))
        answer = json.loads(done.stdout)
        assert answer["tools"] == []
        assert not re.search("What Works|platinum|30,000", done.stdout)


def test_without_a_terminal_nothing_is_asked(
    environment: Mapping[str, str], tmp_path: Path
) -> None:
    done = run(environment, tmp_path, "init", "mine", status=1)
    assert "no terminal" in done.stderr
    assert "--name" in done.stderr
    made = run(environment, tmp_path, "init", "my-league", "--yes", "--no-build")
    assert "with no documents. Put documents into my-league/documents" in made.stdout
    assert "name: My league" in (tmp_path / "my-league" / "programme.yaml").read_text()
    assert [path.name for path in tmp_path.iterdir()] == ["my-league"]


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("--levels", "gold 5"), "out of how many"),
        (("--language", "fr"), "'fr' is not one of them"),
        (("--documents", "nowhere"), "nowhere: is not there"),
        (("--name", " "), "A name has"),
    ],
)
def test_what_cannot_be_used_is_told_and_nothing_is_made(
    environment: Mapping[str, str], tmp_path: Path, options: Sequence[str], reason: str
) -> None:
    done = run(environment, tmp_path, "init", "mine", "--yes", *options, status=1)
    assert reason in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_terminal_is_asked_until_an_answer_can_be_used(
    environment: Mapping[str, str], tmp_path: Path
) -> None:
    ours, theirs = pty.openpty()
    typed = "Our league\n\nxx\nes en\n\ngold 5\ngold 5 de 9 puntos\nn\n"
    os.write(ours, typed.encode())
    done = subprocess.run(
        [sys.executable, "-m", "ui.cli", "init", "mine"],
        cwd=tmp_path,
        env=environment,
        stdin=theirs,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 0, done.stderr
    assert "'xx' is not one of them" in done.stderr
    assert "say out of how many" in done.stderr
    written = (tmp_path / "mine" / "programme.yaml").read_text()
    assert "name: Our league" in written
    assert "language: es" in written
    assert "5 de los 9 puntos" in (tmp_path / "mine" / "documents" / "levels.md").read_text()


# The example


@pytest.fixture(scope="module")
def leed(home: Path) -> Settings:
    settings = Settings(programme=LEED, data_dir=home / "leed", cache_dir=home / "cache")
    build_index(settings, progress=lambda *_: None)
    build_suggestions(settings, progress=lambda *_: None)
    return settings


@pytest.fixture(scope="module")
def client(leed: Settings, home: Path) -> Iterator[httpx.Client]:
    environment = {**child_environment(leed, home), "ASSISTANT_PROGRAMME": str(LEED)}
    with served(environment, home) as address, browsing(address) as client:
        yield client


def browsing(address: str) -> httpx.Client:
    return httpx.Client(base_url=address, headers={"accept-language": "en"}, timeout=60)


def test_the_questions_of_the_example_are_answered_rightly(leed: Settings) -> None:
    assistant = open_assistant(leed)
    cases = read_cases(LEED / "questions" / "development.yaml")
    assert len(cases) >= 25
    asked = [put(assistant, case, encoder=WordEncoder()) for case in cases]
    found = {one.case.id: faults(one.case, one.answer) for one in asked}
    assert {id_: wrong for id_, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/calculator",
        "/calculator?met=62",
        "/calculator?met=70%25",
        "/calculator?met=62.5&print=1",
        "/calculator.csv?met=62",
        "/questions",
        "/ask?q=How+many+points+does+gold+need%3F",
        "/ask?q=Who+won+the+match%3F",
        "/documents",
        "/documents/levels",
        "/embed",
        "/healthz",
    ],
)
@pytest.mark.parametrize("language", ["en", "es", "pt"])
def test_its_pages_speak_of_nothing_else(client: httpx.Client, path: str, language: str) -> None:
    page = client.get(path, params={**dict(parameters(path)), "lang": language})
    assert page.status_code == 200
    assert FOREIGN.findall(page.text) == []
    shown = re.sub(r"<[^>]*>", " ", page.text.partition("<main")[2])
    assert not re.search("criteri|critéri", shown)


def parameters(path: str) -> list[tuple[str, str]]:
    return parse_qsl(path.partition("?")[2])


def test_its_calculator_draws_its_own_levels(client: httpx.Client) -> None:
    page = client.get("/calculator?met=45").text
    assert 'aria-label="45 of 110 points met; Certified from 40, silver from 50' in page
    assert 'class="key key-step1">Certified: 40' in page
    assert "by-criterion" not in page
    assert "<select" not in page


def test_what_it_has_not_is_not_offered(client: httpx.Client) -> None:
    assert client.get("/api/cities").status_code == 404
    assert client.get("/example").status_code == 404
    assert "no directory of cities" in client.get("/api/cities").text


def test_its_levels_are_reckoned_by_rest(client: httpx.Client) -> None:
    answer = client.get("/api/tier", params={"met": 62}).json()
    assert answer["tools"][0]["result"]["level"] == "Gold"
    assert answer["tools"][0]["result"]["unit"] == "points"


def test_a_programme_without_records_has_no_calculator(
    environment: Mapping[str, str], home: Path
) -> None:
    folder = home / "plain"
    (home / "plain.md").write_text(GUIDE)
    init = ("init", str(folder), "--name", "Plain league", "--documents", "plain.md")
    run(environment, home, *init)
    own = {**environment, "ASSISTANT_PROGRAMME": str(folder)}
    with served(own, home) as address, browsing(address) as client:
        assert client.get("/calculator").status_code == 404
        start = client.get("/").text
        assert "/calculator" not in start
        assert FOREIGN.findall(start) == []
        assert "Tell me about judges." in start


# The README

SESSIONS = re.findall(
    r"```console own\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL
)


@pytest.mark.parametrize("session", SESSIONS)
def test_a_session_of_the_readme_goes_as_it_says(
    leed: Settings, tmp_path: Path, session: str
) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    environment = child_environment(leed, tmp_path)
    told = ""
    for command in re.findall(r"^\$ assistant (.*)$", session, re.MULTILINE):
        told += f"$ assistant {command}\n"
        told += run(environment, tmp_path, *shlex.split(command)).stdout
    assert told == session


def test_the_readme_has_sessions() -> None:
    assert len(SESSIONS) == 2
