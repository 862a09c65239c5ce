"""The lines for a publisher's page, from the command line."""

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from assistant.suggestions.store import Trials
from ui.markup.templates import Templates
from ui.widget.snippet import snippet

Run = Callable[..., CompletedProcess[str]]


class Read(HTMLParser):
    """What a browser without scripts makes of it: links with their texts, and script elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[tuple[str, str]] = []
        self.scripts: list[dict[str, str | None]] = []
        self._address = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._address = dict(attrs)["href"] or ""
        if tag == "script":
            self.scripts.append(dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        self._address = "" if tag == "a" else self._address

    def handle_data(self, data: str) -> None:
        if self._address:
            self.links.append((self._address, data))


def test_a_question_is_data_wherever_it_stands() -> None:
    question = '<script>alert("1 & 2")</script>?'

    read = Read(
        snippet([question], address="https://a.example", language="en", templates=Templates())
    )

    assert read.links == [
        (
            "https://a.example/ask?q=%3Cscript%3Ealert%28%221+%26+2%22%29%3C%2Fscript%3E%3F",
            question,
        )
    ]
    (script,) = read.scripts
    assert script["src"] == "https://a.example/embed.js"
    assert script["data-article"] == "article"


@pytest.mark.model
def test_lines_for_a_document(run: Run, shipped_trials: Trials) -> None:
    done = run(
        "snippet", "--document", "city-boise", "--count", "2", "--address", "https://a.example/"
    )

    read = Read(done.stdout)
    assert done.returncode == 0, done.stderr
    assert len(read.links) == 2
    assert all(address.startswith("https://a.example/ask?q=") for address, _ in read.links)
    assert read.scripts[0]["data-document"] == "city-boise"
    assert {text for _, text in read.links} <= {s.question for s in shipped_trials.kept}


@pytest.mark.model
def test_lines_for_an_article_in_its_language(
    run: Run, shipped_trials: Trials, tmp_path: Path
) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Monterrey abrió otra vez su presupuesto participativo a los vecinos.")

    done = run("snippet", str(article), "--address", "https://a.example")

    read = Read(done.stdout)
    assert read.links
    spoken = {s.question for s in shipped_trials.kept if s.language == "es"}
    assert {text for _, text in read.links} <= spoken
    assert read.scripts[0]["data-language"] == "es"


@pytest.mark.model
def test_an_article_on_another_subject_gets_no_lines(
    run: Run, shipped_trials: Trials, tmp_path: Path
) -> None:
    article = tmp_path / "soup.txt"
    article.write_text(
        "Peel the onions and let them sweat in butter until they are soft and sweet."
    )

    done = run("snippet", str(article), "--address", "https://a.example")

    assert (done.returncode, done.stdout) == (1, "")
    assert "nothing to do with this article" in done.stderr


@pytest.mark.model
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--address", "https://a.example"], "either an article or --document"),
        (["--document", "city-boise"], "Give --address"),
        (["--document", "city-bosie", "--address", "https://a.example"], "Did you mean city-boise"),
        (["none.txt", "--address", "https://a.example"], "none.txt"),
    ],
)
def test_what_is_wrong_is_told_in_a_line(run: Run, arguments: list[str], said: str) -> None:
    done = run("snippet", *arguments)

    assert done.returncode in {1, 2}
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not done.stdout
