"""What a citation tells of the original that a quote stands in."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answers import Citation, Quote
from assistant.citations import citation
from corpus.documents import Document, Place, Source
from tests.small_index import document, holding

TEXT = "# Tram\n\nIt opened in 2023.\n\nIt cost 214 million.\n"
PAGES = (Place(0, "page 1", 1), Place(TEXT.index("It cost"), "page 2", 2))
ADDRESS = "https://city.example/tram.pdf"
FROM_WEB = (Source("Tram", "city.example", ADDRESS, ""),)


def cited(folder: Path, own: Document, quote: str) -> Citation:
    start = own.text.index(quote)
    with closing(holding(folder / "index", [own])) as state:
        return citation(state.catalogue, Quote(own.id, start, start + len(quote)), 1)


@pytest.fixture
def tram() -> Document:
    return replace(document("tram", TEXT, title="Tram"), origin="reports/tram.pdf")


def test_a_file_is_named_with_the_page_that_holds_the_quote(tmp_path: Path, tram: Document) -> None:
    found = cited(tmp_path, replace(tram, places=PAGES), "It cost 214 million.")

    assert (found.page, found.place, found.file) == (2, "page 2", "reports/tram.pdf")
    assert (found.url, found.section) == ("", "")


def test_a_document_from_the_web_is_opened_at_the_quote(tmp_path: Path, tram: Document) -> None:
    came = replace(tram, sources=FROM_WEB, address=ADDRESS)

    page = cited(tmp_path / "page", came, "It cost 214 million.")
    assert (page.url, page.file) == (f"{ADDRESS}#:~:text=It%20cost%20214%20million.", "")
    paged = cited(tmp_path / "paged", replace(came, places=PAGES), "It cost 214 million.")
    assert paged.url == f"{ADDRESS}#page=2"


def test_the_source_of_a_document_of_ours_does_not_hold_its_words(
    tmp_path: Path, tram: Document
) -> None:
    found = cited(tmp_path, replace(tram, sources=FROM_WEB), "It cost 214 million.")

    assert (found.url, found.place, found.file) == (ADDRESS, "", "")
