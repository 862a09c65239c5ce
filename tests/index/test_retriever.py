"""What is found, and what is kept from being found again and again."""

from contextlib import closing
from pathlib import Path

from index.retriever import Retriever
from tests.conftest import WordEncoder
from tests.small_index import document, holding

NOTICE = (
    "This report on opening hours of libraries was prepared by the regional observatory of public "
    "services. What it says of opening hours is given in good faith. Opening hours may change "
    "without notice, and nobody is bound by what this report says of libraries."
)
TOWNS = [f"Town{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(30)]


def report(town: str, hours: int) -> str:
    return (
        f"# Libraries in {town}\n\n## Hours\n\nIt is open {hours} hours.\n\n## Notice\n\n{NOTICE}\n"
    )


def test_what_stands_in_thirty_files_is_found_once_and_crowds_nothing_out(tmp_path: Path) -> None:
    files = [document(f"r-{n:02}", report(town, 30 + n)) for n, town in enumerate(TOWNS)]
    asked = f"What does the report say of opening hours of libraries in {TOWNS[7]}?"

    with closing(holding(tmp_path / "index", files)) as state:
        retriever = Retriever(state, WordEncoder())
        found = retriever.search(asked, retriever.embed(asked), language="en", limit=6)

    texts = [f.document.text[f.passage.span.start : f.passage.span.end] for f in found]
    assert len(found) == 6
    assert sum("good faith" in text for text in texts) == 1
    assert any("37 hours" in text for text in texts)

    notice = next(f for f, text in zip(found, texts, strict=True) if "good faith" in text)
    assert len(notice.documents) == len(notice.copies) + 1 >= 6
    for copy in notice.copies:
        assert copy.passage.document_id == copy.document.id
        assert NOTICE in copy.document.text[copy.passage.span.start : copy.passage.span.end]
    assert all(not f.copies for f in found if f is not notice)


def test_short_sections_that_say_the_same_are_told_apart_by_their_headings(tmp_path: Path) -> None:
    text = "# Levels\n\n## Boise\n\nIt holds gold.\n\n## Recife\n\nIt holds gold.\n"

    with closing(holding(tmp_path / "index", [document("levels", text)])) as state:
        retriever = Retriever(state, WordEncoder())
        found = retriever.search("gold", retriever.embed("gold"), language="en", limit=6)

    assert {f.passage.headings[-1] for f in found} == {"Boise", "Recife"}


def test_rows_that_differ_in_a_figure_or_a_name_are_not_one(tmp_path: Path) -> None:
    rows = [f"# Stop {n}\n\nStop: S{n}; Boardings: {n}00.\n" for n in range(3)]
    files = [document(f"row-{n}", text) for n, text in enumerate(rows)]

    with closing(holding(tmp_path / "index", files)) as state:
        retriever = Retriever(state, WordEncoder())
        found = retriever.search("Boardings", retriever.embed("Boardings"), language="en", limit=6)

    assert len(found) == 3
