"""Text of answers and documents as HTML: marked, linked, and never more than text."""

import pytest

from corpus.documents import Document, Place, Span
from ui.markup.places import Marker, markers
from ui.markup.prose import headings, marked_document, prose
from ui.texts import Texts


def test_marks_of_citations_become_links_and_others_stay_text() -> None:
    html = prose("Gold starts at 68 % [1][2].", citations=[1])

    assert '<a class="cite" href="#source-1">[1]</a>' in html
    assert "[2]" in html
    assert "#source-2" not in html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        "[press](javascript:alert(1))",
        "![seen](https://elsewhere.example/pixel.png)",
        "<https://elsewhere.example>",
        "[1]: https://elsewhere.example\n\nSee [1].",
        "https://elsewhere.example and www.elsewhere.example and me@elsewhere.example",
        "[press][1] and [1](https://elsewhere.example) and [1][press]",
        "&lt;img src=x&gt; &#60;script&#62;",
    ],
)
def test_text_is_data(text: str) -> None:
    for html in (prose(text), marked_document(text)):
        assert "<script" not in html
        assert "<img" not in html
        assert "href" not in html


def test_tables_and_lists_are_kept() -> None:
    assert "<table>" in prose("| A | B |\n|---|---|\n| 1 | 2 [1] |", citations=[1])
    assert "<li>one</li>" in prose("- one\n- two")


def quoted(text: str, quote: str) -> str:
    start = text.index(quote)
    return marked_document(text, Span(start, start + len(quote)))


def test_a_quote_is_marked_where_it_stands() -> None:
    html = quoted("# Gold\n\nFirst. Gold needs 30 & more. Last.", "Gold needs 30 & more.")

    assert '<mark id="quote" tabindex="-1">Gold needs 30 &amp; more.</mark>' in html
    assert '<h2 id="section-gold">Gold</h2>' in html


def test_a_quote_over_emphasis_and_items_is_marked_piece_by_piece() -> None:
    html = quoted("- It **is** so.\n- And so.\n", "It **is** so.\n- And")

    assert html.count('id="quote"') == 1
    assert "<strong><mark>is</mark></strong>" in html
    assert "<mark>And</mark> so." in html


def test_a_document_without_a_quote_has_no_mark() -> None:
    assert "<mark" not in marked_document("Plain.")


def test_headings_can_be_pointed_at_and_the_title_left_out() -> None:
    text = "# Oslo\n\n## Año 1\n\nA.\n\n### Año 1\n\nB.\n"

    assert [(h.level, h.title, h.id) for h in headings(text)] == [
        (2, "Año 1", "section-ano-1"),
        (3, "Año 1", "section-ano-1-again"),
    ]
    html = marked_document(text, Span(text.index("A."), text.index("A.") + 2), titled=True)
    assert "Oslo" not in html
    assert '<h3 id="section-ano-1">Año 1</h3>' in html
    assert '<h4 id="section-ano-1-again">Año 1</h4>' in html
    assert '<mark id="quote" tabindex="-1">A.</mark>' in html


def test_a_quote_that_begins_in_a_title_left_out_is_marked_from_there_on() -> None:
    html = marked_document("# Oslo\n\nA. B.\n", Span(2, 10), titled=True)

    assert '<mark id="quote" tabindex="-1">A.</mark> B.' in html


def placed(text: str, *starts: str, span: Span | None = None, titled: bool = False) -> str:
    """The text with the places `at 1`, `at 2`, … where these words begin."""
    places = [Marker(text.index(s), f"at {n}", f"place-{n}") for n, s in enumerate(starts, 1)]
    return marked_document(text, span, places=places, titled=titled)


def test_places_stand_before_what_begins_there_and_leave_it_what_it_is() -> None:
    html = placed("# Tram\n\n## Costs\n\nNine.\n\n- One\n- Two\n", "## Costs", "Nine", "- Two")

    assert '<p class="beside"><span class="at" id="place-1">at 1</span></p>\n<h3 id=' in html
    assert '<p class="beside"><span class="at" id="place-2">at 2</span></p>\n<p>Nine.' in html
    assert '<li><span class="at" id="place-3">at 3</span>Two</li>' in html
    assert ">Costs</h3>" in html


def test_a_page_may_turn_within_a_paragraph_and_a_quote() -> None:
    text = "It opened in April and was full.\n"
    html = placed(text, "April", span=Span(3, 22))

    assert '<mark id="quote" tabindex="-1">opened in </mark><span class="at"' in html
    assert "</span><mark>April and</mark> was full." in html


def test_the_place_of_a_title_that_is_shown_elsewhere_stays() -> None:
    html = placed("# Tram\n\nNine.\n", "# Tram", titled=True)

    assert html.startswith('<p class="beside"><span class="at" id="place-1">at 1</span></p>')
    assert "Tram" not in html


def test_names_of_places_are_text() -> None:
    html = marked_document("One.\n", places=[Marker(0, "sheet <b>", "place-x")])

    assert "sheet &lt;b&gt;" in html
    assert "<b>" not in html


def test_rows_of_one_sheet_name_it_once() -> None:
    labels = ("sheet A, row 2", "sheet A, row 3", "", "sheet B, row 3", "sheet A, row 2")
    places = tuple(Place(n, label) for n, label in enumerate(labels))
    document = Document("d", "D", "document", "abcdef", "en", places=places)

    assert [(m.start, m.name, m.id) for m in markers(document, Texts("pt"))] == [
        (0, "planilha A, linha 2", "place-sheet-a-row-2"),
        (1, "linha 3", "place-sheet-a-row-3"),
        (3, "planilha B, linha 3", "place-sheet-b-row-3"),
        (4, "planilha A, linha 2", ""),
    ]
