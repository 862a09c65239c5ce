"""Jinja's environment: our templates, escaping always on, and the filters that they use."""

import re
from pathlib import Path
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from assistant.answers import Answer, Citation
from assistant.languages import detect
from assistant.tools.directory_dates import written
from assistant.writer import is_written
from ui.markup.drawings import (
    LEVELS,
    city_rows,
    level_name,
    lowered,
    tier_bars,
    written_number,
)
from ui.markup.places import markers
from ui.markup.prose import marked_document, prose
from ui.texts import Texts
from ui.whereabouts import place_name

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?$")

FOLDER = Path(__file__).parents[1] / "templates"


class Templates:
    """Renders our templates; safe to use from several threads.

    Args:
        root: what stands before every address of ours on a page; empty at the server's root.
    """

    def __init__(self, root: str = "") -> None:
        self._environment = Environment(
            loader=FileSystemLoader(FOLDER),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals["root"] = root
        self._environment.tests["written"] = is_written
        self._environment.filters.update(
            prose=lambda text, citations, anchor: prose(text, citations=citations, anchor=anchor),
            marked_document=marked_document,
            tier_bars=tier_bars,
            city_rows=city_rows,
            level_name=level_name,
            lowered=lowered,
            written_number=written_number,
            level_rank=level_rank,
            document_address=document_address,
            place_name=place_name,
            markers=markers,
            language_of=detect,
            written=lambda date, language: written(date, language) if _DATE.match(date) else date,
        )

    def render(self, name: str, /, **values: object) -> str:
        """A template filled in.

        Raises:
            jinja2.UndefinedError: a value that it needs was not given.
        """
        return self._environment.get_template(name).render(values)

    def answer(
        self,
        answer: Answer,
        texts: Texts,
        *,
        anchor: str = "source",
        heading: str = "h2",
        with_sources: bool = True,
    ) -> str:
        """An answer as an article, for wherever it is shown.

        Args:
            anchor: names the targets of its citation marks; unique on the page.
            heading: element of the heading above its sources.
        """
        macros = self._environment.get_template("_answer.html.jinja").make_module()
        return str(macros.answer_article(answer, texts, anchor, heading, with_sources))  # type: ignore[attr-defined]


def document_address(citation: Citation, answer: str = "", language: str = "") -> str:
    """Where the document is shown with the quote marked and in view.

    Args:
        answer: id of the answer that quotes it, so that there is a way back, and so that the
            quote can be shown as it was where the document has changed.
        language: of the page around it; the reader's own unless it is given.
    """
    place: dict[str, object] = {"start": citation.start, "end": citation.end}
    if answer:
        place |= {"answer": answer, "n": citation.n}
    if language:
        place["lang"] = language
    return f"/documents/{quote(citation.document)}?{urlencode(place)}#quote"


def level_rank(level: str) -> int:
    """Orders levels: 1 for the lowest, 0 for one that is not stated."""
    return LEVELS.index(level) + 1 if level in LEVELS else 0
