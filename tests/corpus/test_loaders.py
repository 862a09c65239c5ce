from pathlib import Path

import pytest

from corpus.errors import InvalidDocumentError, UnreadableFileError
from corpus.loaders import read_document, read_documents

MATTER = """---
id: boise
title: "Boise"
published: 2024-06-17
cities: [boise]
sources:
  - {title: Page, url: "https://example.org", published: 2024}
---
"""


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_front_matter_is_taken_off_and_the_body_kept_as_it_is(tmp_path: Path) -> None:
    document = read_document(
        write(tmp_path, "b.md", MATTER + "\n# Boise\n\nText.  \n"), language="en"
    )
    assert (document.id, document.title, document.published) == ("boise", "Boise", "2024-06-17")
    assert document.text == "\n# Boise\n\nText.  \n"
    assert document.sources[0].published == "2024"


def test_a_plain_file_gets_its_title_from_its_heading(tmp_path: Path) -> None:
    document = read_document(write(tmp_path, "Água Fría.md", "# A *river*\n\nText."), language="pt")
    assert (document.id, document.title, document.language) == ("agua-fria", "A *river*", "pt")


@pytest.mark.parametrize(
    ("content", "error", "reason"),
    [
        (b"\xff\xfe\x00", UnreadableFileError, "is not UTF-8 text"),
        (b"text\0text", UnreadableFileError, "NUL bytes"),
        (b"  \n", InvalidDocumentError, "holds no text"),
        (b"---\nid: [\n---\ntext", InvalidDocumentError, "not valid YAML"),
        (b"---\nid: Upper Case\n---\ntext", InvalidDocumentError, "id"),
        (b"---\nunknown: 1\n---\ntext", InvalidDocumentError, "unknown"),
        (b"---\npublished: 2024-02-30\n---\ntext", InvalidDocumentError, "not valid YAML"),
    ],
)
def test_a_bad_file_says_what_is_wrong(
    content: bytes, error: type[Exception], reason: str, tmp_path: Path
) -> None:
    with pytest.raises(error, match=reason):
        read_document(write(tmp_path, "bad.md", content), language="en")


def test_a_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    write(tmp_path, "a.md", MATTER + "text")
    write(tmp_path, "b.md", MATTER + "text")
    write(tmp_path, "c.md", b"\xff")
    reading = read_documents(tmp_path, language="en")
    assert [d.id for d in reading.documents] == ["boise"]
    assert [(f.path.name, f.reason) for f in reading.failures] == [
        ("b.md", "the id 'boise' is already taken"),
        ("c.md", "is not UTF-8 text"),
    ]
