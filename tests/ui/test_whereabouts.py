"""Where a quote stands, in the reader's words, in a line and in a terminal."""

import pytest

from assistant.answers import Answer, Citation, IndexInfo, to_json
from corpus.documents import Document, Place, Source
from ui.chat.export import exchange_markdown
from ui.rendering import document_to_terminal, sources_markdown, to_terminal
from ui.texts import Texts
from ui.whereabouts import place_name, reference

FILED = Citation(
    1, "tram", "Tram", "Costs", 3, "", "2025-03-14", "It cost 9.", 40, 50, (), "page 3", "tram.pdf"
)
SOURCE = Source("Plan", "City", "https://city.example/plan", "2024")
LINKED = Citation(
    1, "plan", "Plan", "", None, f"{SOURCE.url}#:~:text=It", "", "It is so.", 0, 9, (SOURCE,)
)


def answer(citation: Citation) -> Answer:
    return Answer(
        id="a",
        question="?",
        standalone_question="?",
        language="es",
        status="answered",
        text="It [1].",
        sentences=(),
        citations=(citation,),
        tools=(),
        missing=(),
        followups=(),
        engine="extractive",
        index=IndexInfo("i", "2026", 1, 1),
    )


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("page 3", "página 3"),
        ("slide 2", "diapositiva 2"),
        ("chapter 4", "capítulo 4"),
        ("row 17", "fila 17"),
        ("table 1, row 2", "tabla 1, fila 2"),
        ("sheet Budget 2025, row 5", "hoja Budget 2025, fila 5"),
        ("sheet Costs, row 2, row 7", "hoja Costs, row 2, fila 7"),
        ("sheet page 3", "hoja page 3"),
        ("annex B", "annex B"),
        ("", ""),
    ],
)
def test_a_place_is_told_in_the_readers_language(label: str, told: str) -> None:
    assert place_name(label, Texts("es")) == told


def test_a_file_is_cited_with_its_place_and_name_at_every_door_of_words() -> None:
    assert reference(FILED, Texts("en")) == "Tram, Costs, page 3 (2025-03-14)"
    line = "Tram, Costs, página 3 (2025-03-14)"
    for shown in (to_terminal, sources_markdown, exchange_markdown):
        text = shown(answer(FILED))
        assert line in text
        assert "tram.pdf" in text
        assert "0 sources" not in text


def test_a_web_page_is_cited_with_the_address_that_leads_to_the_quote() -> None:
    for shown in (to_terminal, sources_markdown, exchange_markdown):
        assert LINKED.url in shown(answer(LINKED))


def test_the_json_names_a_place_only_where_there_is_one() -> None:
    (filed,) = to_json(answer(FILED))["citations"]
    assert (filed["page"], filed["place"], filed["file"]) == (3, "page 3", "tram.pdf")
    (linked,) = to_json(answer(LINKED))["citations"]
    assert not {"place", "file"} & linked.keys()


def test_a_document_in_a_terminal_tells_its_pages_and_its_file() -> None:
    text = "# Tram\n\nOpened in\n\nMore.\n"
    starts = [text.index(words) for words in ("# Tram", "in", "More")]
    places = tuple(Place(start, f"page {n}", n) for n, start in enumerate(starts, 1))
    document = Document("tram", "Tram", "document", text, "en", places=places, origin="tram.pdf")

    assert document_to_terminal(document) == (
        "[page 1]\n# Tram\n\nOpened in\n\n[page 3]\nMore.\n\nFile: tram.pdf"
    )
