from pathlib import Path

import pytest

from corpus.documents import Document
from corpus.limits import Limits
from corpus.reading import document_id, read_content, read_file

MATTER = """---
id: boise
title: "Boise"
published: 2024-06-17
cities: [boise]
sources:
  - {title: Page, url: "https://example.org", published: 2024}
---
"""


def read(content: str | bytes, name: str, language: str = "en") -> Document:
    raw = content.encode() if isinstance(content, str) else content
    reading = read_content(raw, name=name, language=language)
    assert not reading.failures
    (document,) = reading.documents
    return document


def reason(content: str | bytes, name: str) -> str:
    raw = content.encode() if isinstance(content, str) else content
    reading = read_content(raw, name=name, language="en")
    assert not reading.documents
    (failure,) = reading.failures
    assert failure.path == Path(name)
    return failure.reason


def test_front_matter_is_taken_off_and_the_body_kept_as_it_is() -> None:
    document = read(MATTER + "\n# Boise\n\nText.  \n", "b.md")
    assert (document.id, document.title, document.published) == ("boise", "Boise", "2024-06-17")
    assert document.text == "\n# Boise\n\nText.  \n"
    assert document.sources[0].published == "2024"


def test_a_plain_file_gets_its_title_from_its_heading() -> None:
    document = read("# A *river*\n\nText.", "Água Fría.md", language="pt")
    assert (document.id, document.title, document.language) == ("agua-fria", "A *river*", "pt")


def test_a_file_without_a_heading_is_called_as_its_name_reads() -> None:
    assert read("Text.", "reports/annual_report-2024.txt").title == "Annual report 2024"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe\x00", "is not valid text in its encoding"),
        (b"text\0text", "NUL bytes"),
        (b"", "is empty"),
        (b"  \n", "holds no text"),
        (b"---\nid: a\n---\n\n", "holds no text"),
        (b"---\nid: [\n---\ntext", "not valid YAML"),
        (b"---\nid: Upper Case\n---\ntext", "id"),
        (b"---\nunknown: 1\n---\ntext", "unknown"),
        (b"---\npublished: 2024-02-30\n---\ntext", "not valid YAML"),
    ],
)
def test_a_bad_file_says_what_is_wrong(content: bytes, said: str) -> None:
    assert said in reason(content, "bad.md")


def test_names_that_differ_in_letters_beyond_ascii_get_ids_that_differ() -> None:
    assert document_id("docs/Água.md") == "docs-agua"
    assert document_id("guide.pdf") == "guide-pdf"
    first, second = document_id("報告 1.pdf"), document_id("年度 1.pdf")
    assert first != second
    assert first.startswith("1-pdf-")


def test_a_file_over_the_limit_is_refused_by_its_size_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    reading = read_file(path, name="big.txt", language="en")
    assert [f.reason for f in reading.failures] == ["is 200 MB; at most 50 MB are read"]


def test_text_over_the_limit_is_refused_not_cut() -> None:
    limits = Limits(text_chars=1000)
    for name in ("a.md", "a.txt"):
        reading = read_content(b"word " * 300, name=name, language="en", limits=limits)
        assert not reading.documents
        assert reading.failures[0].reason == "holds more than 1,000 characters of text"


def test_a_missing_file_is_a_failure_at_its_path(tmp_path: Path) -> None:
    reading = read_file(tmp_path / "gone.pdf", name="gone.pdf", language="en")
    assert reading.failures[0].path == tmp_path / "gone.pdf"
    assert "cannot be read" in reading.failures[0].reason


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La ciudad de Boise recibió la certificación de oro después de años de trabajo. "),
        ("pt", "A cidade de São Paulo não publicou os dados que a certificação exige ainda. "),
        ("de", "Die Stadt hat den höchsten Stand erreicht, den die Prüfung überhaupt vergibt. "),
    ],
)
def test_the_language_is_told_by_a_text_long_enough(language: str, text: str) -> None:
    assert read(text * 3, "a.txt").language == language
    assert read(text[:30], "a.txt").language == "en"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1", "cp1252"])
def test_text_of_any_encoding_is_read(encoding: str) -> None:
    said = "São Paulo logrou 30 critérios. ¿Cuántos años? Niñez, acción, coração."
    assert read(said.encode(encoding), "a.txt").text == said + "\n"


def test_text_in_other_alphabets_is_told_by_its_bytes() -> None:
    said = "Город получил золотой уровень сертификации после многих лет работы с данными. " * 3
    document = read(said.encode("cp1251"), "a.txt")
    assert document.text.startswith("Город получил золотой уровень")
    assert "cp1251" in document.notes[0]


@pytest.mark.parametrize(
    ("content", "published"),
    [
        ("Report\n\nPublished: 12 March 2024\n\nText.", "2024-03-12"),
        ("Informe\n\nBogotá, 3 de mayo de 2023\n\nTexto.", "2023-05-03"),
        ("Relatório\n\nPublicado em março de 2022\n\nTexto.", "2022-03"),
        ("Report\n\nMarch 2021\n\nText.", "2021-03"),
        ("Report\n\nDate: 2020\n\nText.", "2020"),
        ("In March 2021 the city met 30 criteria.", ""),
        ("Report\n\n03/04/2021\n\nText.", ""),
        ("2024 was a good year.", ""),
    ],
)
def test_a_date_is_taken_where_the_text_plainly_states_it(content: str, published: str) -> None:
    assert read(content, "a.txt").published == published


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"{\\rtf1 text}", "a.rtf", "is Rich Text, which is not read; save it as .docx"),
        (b"{\\rtf1 text}", "a.doc", "is Rich Text, which is not read; save it as .docx"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "a.doc", "from before 2007"),
        (
            bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"),
            "a.docx",
            "is locked with a password",
        ),
        (b"a,b\n1,2\n", "a.xlsx", "is called .xlsx but is plain text, not an Excel workbook"),
        (b"\x7fELF\0\0", "program", "is not a document"),
        (b"key: value", "a.yaml", "is of a kind that is not read (.yaml)"),
    ],
)
def test_what_is_not_read_is_told_with_what_to_do(content: bytes, name: str, said: str) -> None:
    assert said in reason(content, name)


def test_a_page_nested_without_end_is_an_answer_not_a_crash() -> None:
    content = b"<html><body>" + b"<div>" * 20_000 + b"Boise holds gold."
    reading = read_content(content, name="a.html", language="en")
    assert len(reading.documents) + len(reading.failures) == 1


@pytest.mark.parametrize("said", ["..", "/a", "1", ""])
def test_what_is_no_language_is_not_taken_for_one(said: str) -> None:
    page = f"<html lang='{said}'><body><p>Kurz.</p></body></html>"
    assert read(page, "page.html", language="de").language == "de"


def test_halves_of_characters_are_not_taken_into_a_text() -> None:
    content = (
        b"Subject: Plan\nContent-Type: text/plain; charset=raw-unicode-escape\n\n"
        b"The caf\xe9 is open. \\ud800 It has tables.\n"
    )
    document = read(content, "plan.eml")
    assert "The café is open. ? It has tables." in document.text
    assert document.text.encode()


def test_an_encoding_that_no_text_has_is_not_believed() -> None:
    content = b"Subject: Plan\nContent-Type: text/plain; charset=idna\n\nThe caf\xe9 is open.\n"
    assert "The café is open." in read(content, "plan.eml").text
