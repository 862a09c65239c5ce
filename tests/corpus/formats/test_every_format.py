import random
from pathlib import Path

import pytest

from corpus.chunker import ChunkerSettings, chunk
from corpus.documents import Document
from corpus.reading import read_content
from tests.corpus.formats.conftest import Read, Refused
from tests.corpus.make_files import (
    BREAKERS,
    MAKERS,
    OVER_THE_LIMIT,
    ROWS,
    Sample,
    make_mixed,
)

DATED = set(MAKERS) - {".csv", ".zip", ".mbox"}
TABULAR = set(MAKERS) - {".md", ".txt", ".epub", ".mbox", ".zip"}

REASONS = {
    "truncated PDF": "is cut short: the end of the PDF is missing",
    "encrypted PDF": "is locked with a password",
    "scanned PDF": "holds 2 scanned pictures without text; recognise the text (OCR) first",
    "picture called PDF": "is called .pdf but holds image/png",
    "zip bomb": "times its size; more than 200 times is taken for a bomb",
    "zip that leads outside": "holds only out.txt, which has a name that leads out of the archive",
    "zip of broken files": "none of the 2 files in it can be read: a.pdf is cut short",
    "text over the limit": "is empty",
    "binary called text": "is called .txt but holds NUL bytes, so it is not text",
    "empty file": "is empty",
    "truncated Word": "is damaged or cut short: its list of contents is missing",
    "JSON called Word": "is called .docx but is JSON, not a Word document",
    "corrupt workbook": "is damaged: it cannot be read as an Excel workbook",
    "endless table": "has a table of more than 50,000 rows",
    "endless page": "has a table of more than 50,000 rows",
    "page without text": "holds no text",
    "mail without body": "is an e-mail without text",
    "bad front matter": "the front matter is not valid YAML",
}


def sentences(document: Document) -> list[str]:
    passages = chunk(document, ChunkerSettings())
    return [document.text[s.start : s.end] for p in passages for s in p.sentences]


def documents(sample: Sample, suffix: str) -> list[Document]:
    reading = read_content(MAKERS[suffix](sample), name=f"in/file{suffix}", language="en")
    assert not reading.failures
    return list(reading.documents)


@pytest.mark.parametrize("suffix", MAKERS)
def test_every_sentence_of_a_file_is_a_sentence_of_its_documents(
    suffix: str, sample: Sample
) -> None:
    found = documents(sample, suffix)
    said = [sentence for document in found for sentence in sentences(document)]
    if suffix == ".csv":  # there each is a cell
        said = [sentence.removeprefix("City: ") for sentence in said]
    for paragraph in sample.paragraphs:
        assert paragraph in said
    assert all(document.language == "en" for document in found)


@pytest.mark.parametrize("suffix", sorted(TABULAR))
def test_a_row_of_a_table_is_one_sentence_with_its_headers(suffix: str, sample: Sample) -> None:
    said = [sentence for document in documents(sample, suffix) for sentence in sentences(document)]
    assert [sentence for sentence in said if sentence in ROWS] == list(ROWS)


@pytest.mark.parametrize("suffix", sorted(DATED))
def test_title_and_date_are_found(suffix: str, sample: Sample) -> None:
    document = documents(sample, suffix)[0]
    assert (document.title, document.published) == (sample.title, "2024-03-12")


@pytest.mark.parametrize("suffix", MAKERS)
def test_ids_say_which_file_it_was(suffix: str, sample: Sample) -> None:
    found = documents(sample, suffix)
    expected = "in-file" if suffix == ".md" else f"in-file-{suffix[1:]}"
    assert all(document.id.startswith(expected) for document in found)
    assert len({document.id for document in found}) == len(found)
    assert all(document.origin.startswith(f"in/file{suffix}") for document in found)


@pytest.mark.parametrize("way", BREAKERS)
def test_a_broken_file_is_refused_with_its_reason(
    way: str, sample: Sample, refused: Refused
) -> None:
    suffix, make = BREAKERS[way]
    assert REASONS[way] in refused(make(sample), f"file{suffix}")


@pytest.mark.parametrize("suffix", sorted(set(MAKERS) - {".md", ".txt", ".csv", ".eml", ".mbox"}))
def test_a_file_is_known_by_its_bytes_whatever_it_is_called(
    suffix: str, sample: Sample, read: Read
) -> None:
    if suffix == ".zip":
        return
    wrong = ".docx" if suffix != ".docx" else ".pdf"
    document = read(MAKERS[suffix](sample), f"file{wrong}")
    assert sample.paragraphs[0] in document.text
    assert f"although it is called {wrong}" in document.notes[0]


@pytest.mark.parametrize("suffix", sorted(set(MAKERS) - {".md", ".txt", ".csv", ".html"}))
def test_bytes_cut_off_or_changed_anywhere_are_an_answer_not_a_crash(
    suffix: str, sample: Sample
) -> None:
    whole = MAKERS[suffix](sample)
    chance = random.Random(suffix)
    for _ in range(15):
        damaged = bytearray(whole[: chance.randrange(1, len(whole))])
        for _ in range(chance.randrange(20)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        reading = read_content(bytes(damaged), name=f"file{suffix}", language="en")
        assert reading.documents or len(reading.failures) == 1


def test_many_mixed_files_are_made_alike_for_one_seed(tmp_path: Path) -> None:
    made = make_mixed(tmp_path / "a", count=40, broken=18, seed=3)
    again = make_mixed(tmp_path / "b", count=40, broken=18, seed=3)
    assert made == again
    assert {way for _, way in made if way} == set(BREAKERS)
    for name, _ in made:
        one, other = tmp_path / "a" / name, tmp_path / "b" / name
        assert one.stat().st_size == other.stat().st_size
        if one.stat().st_size < OVER_THE_LIMIT:
            assert one.read_bytes() == other.read_bytes(), name
