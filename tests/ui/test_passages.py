"""What a search found, as rows and in plain text."""

from contextlib import closing
from pathlib import Path

from index.retriever import Retriever
from tests.conftest import WordEncoder
from tests.small_index import document, holding
from ui.passages import passage_list, stated

TERMS = (
    "# Terms\n\nLamps are lent for fourteen days. Whoever returns a lamp late pays two crowns for "
    "each day, and whoever breaks its glass pays for the glass."
)


def test_a_passage_is_told_once_with_where_else_it_stands(tmp_path: Path) -> None:
    files = [
        document("north", TERMS, title="North Library"),
        document("south", TERMS, title="South Library"),
        document("hours", "# Hours\n\nLamps may be fetched until six.", title="Opening hours"),
    ]
    asked = "Who pays for a lamp that is returned late?"

    with closing(holding(tmp_path / "index", files)) as state:
        retriever = Retriever(state, WordEncoder())
        found = retriever.search(asked, retriever.embed(asked), language="en", limit=5)
    first, second = passage_list(found).passages

    assert (first.document, second.document) == ("north", "hours")
    assert [(c.document, c.title, c.section) for c in first.copies] == [
        ("south", "South Library", "Terms")
    ]
    assert not second.copies
    assert (
        stated(first) == f"North Library, Terms\n{first.text}\n(The same in: South Library, Terms)"
    )
    assert stated(second) == f"Opening hours, Hours\n{second.text}"
