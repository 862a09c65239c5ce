import pytest

from corpus.documents import Place
from tests.corpus.formats.conftest import Read

SAID = (
    "City: São Paulo; Level: Silver; Note: first, and best.\n\n"
    "City: Boise; Level: Gold; Note: in two lines.\n"
)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_delimiter_and_encoding_are_found(delimiter: str, encoding: str, read: Read) -> None:
    table = 'City,Level,Note\nSão Paulo,Silver,"first, and best"\nBoise,Gold,"in two\nlines"\n'
    if delimiter != ",":
        table = table.replace("first, and", "first; and").replace(",", delimiter)
        table = table.replace("first; and", "first, and")
    document = read(table.encode(encoding), "a.csv")
    assert document.text == SAID
    assert document.places == (
        Place(0, "row 2"),
        Place(document.text.index("City: Boise"), "row 3"),
    )


def test_rows_without_a_header_stand_for_themselves(read: Read) -> None:
    assert read(b"30,12.5\n31,13.5\n", "a.csv").text == "30; 12.5.\n\n31; 13.5.\n"


def test_columns_named_by_years_are_a_header(read: Read) -> None:
    text = read(b"City,2023,2024\nBoise,Silver,Gold\n", "a.csv").text
    assert text == "City: Boise; 2023: Silver; 2024: Gold.\n"


def test_a_row_is_what_the_chunker_takes_for_one_sentence(read: Read) -> None:
    from corpus.chunker import ChunkerSettings, chunk

    rows = "".join(f"St. Paul {n},{n}.5 %,Dr. A. Ng\n" for n in range(40))
    document = read(f"City,Share,Head\n{rows}".encode(), "a.csv")
    passages = chunk(document, ChunkerSettings())
    said = [document.text[s.start : s.end] for p in passages for s in p.sentences]
    assert said == [f"City: St. Paul {n}; Share: {n}.5 %; Head: Dr. A. Ng." for n in range(40)]
