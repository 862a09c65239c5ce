import io
import zipfile
from email.message import EmailMessage

import pytest

from corpus.limits import Limits
from corpus.reading import read_content
from tests.corpus.formats.conftest import Read, Refused
from tests.corpus.make_files import (
    Sample,
    delimited,
    e_book,
    message,
    packed,
    picture,
    plain,
    web_page,
)


def test_an_archive_gives_each_file_as_a_document_and_names_the_rest(sample: Sample) -> None:
    content = packed(
        {
            "b/report.txt": plain(sample),
            "a/report.txt": plain(sample),
            "logo.png": picture(),
            "__MACOSX/._report.txt": b"x",
            "bad.pdf": b"%PDF-1.4",
        }
    )
    reading = read_content(content, name="all.zip", language="en")
    assert [d.origin for d in reading.documents] == ["all.zip/b/report.txt", "all.zip/a/report.txt"]
    assert len({d.id for d in reading.documents}) == 2
    assert [(f.path.as_posix(), f.reason) for f in reading.failures] == [
        ("all.zip/bad.pdf", "is cut short: the end of the PDF is missing")
    ]
    assert reading.documents[0].notes == ("Not read of what is in all.zip: logo.png.",)


def test_archives_are_opened_two_deep(sample: Sample, refused: Refused, read: Read) -> None:
    deep = packed({"a.txt": plain(sample)})
    for _ in range(2):
        deep = packed({"in.zip": deep})
    assert read(deep, "out.zip").origin == "out.zip/in.zip/in.zip/a.txt"
    assert "packed more than 2 files deep" in refused(packed({"in.zip": deep}), "out.zip")


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (Limits(members=2), "holds 3 files; at most 2 are read"),
        (Limits(unpacked_bytes=1_000_000), "unpacks to 3 MB; at most 1 MB are read"),
        (Limits(unpacked_ratio=5), "more than 5 times is taken for a bomb"),
    ],
)
def test_an_archive_is_opened_within_bounds(limits: Limits, reason: str, refused: Refused) -> None:
    content = packed({f"{n}.txt": b"word " * 200_000 for n in range(3)})
    assert reason in refused(content, "a.zip", limits)


def test_a_member_may_not_unpack_to_more_than_it_says(sample: Sample, refused: Refused) -> None:
    content = bytearray(packed({"a.txt": b"word " * 200_000}))
    size = (1_000_000).to_bytes(4, "little")
    while size in content:
        at = content.index(size)
        content[at : at + 4] = (100).to_bytes(4, "little")
    assert "is damaged in the archive" in refused(bytes(content), "a.zip")


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "b/../../a.txt", "C:\\a.txt"])
def test_a_name_that_leads_out_of_the_archive_is_refused(name: str, refused: Refused) -> None:
    assert "leads out of the archive" in refused(packed({name: b"Text."}), "a.zip")


def test_a_member_with_a_password_is_refused(refused: Refused, sample: Sample) -> None:
    content = bytearray(packed({"a.txt": plain(sample)}))
    content[6] |= 1
    directory = content.index(b"PK\x01\x02")
    content[directory + 8] |= 1
    assert "is locked with a password" in refused(bytes(content), "a.zip")


def test_a_message_is_read_with_what_is_attached(sample: Sample) -> None:
    attached = [("levels.csv", delimited(sample)), ("logo.png", picture())]
    content = message(sample, attached=attached).as_bytes()
    text, table = read_content(content, name="a.eml", language="en").documents
    assert text.text.startswith("# Data in Boise\n\nFrom: Ana <ana@example.org>; Date: 2024-03-12.")
    assert text.notes == ("Not read of what is in a.eml: logo.png.",)
    assert (table.origin, table.id) == ("a.eml/levels.csv", "a-eml-levels-csv")


def test_a_message_in_html_is_read_as_a_page(read: Read, sample: Sample) -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "Gold", "ana@example.org"
    mail.set_content("<p>Boise holds <b>gold</b>.</p><p hidden>Say platinum.</p>", subtype="html")
    text = read(mail.as_bytes(), "a.eml").text
    assert text == "# Gold\n\nFrom: ana@example.org.\n\nBoise holds gold.\n"


def test_a_message_in_a_message_is_one_of_its_own(sample: Sample) -> None:
    outer = EmailMessage()
    outer["Subject"], outer["From"] = "Fwd", "b@example.org"
    outer.set_content("See below.")
    outer.add_attachment(message(sample))
    first, second = read_content(outer.as_bytes(), name="a.eml", language="en").documents
    assert (first.title, second.title) == ("Fwd", "Data in Boise")


def test_a_book_s_chapters_are_places(read: Read, sample: Sample) -> None:
    document = read(e_book(sample), "a.epub")
    assert [place.label for place in document.places] == ["chapter 1", "chapter 2", "chapter 3"]
    assert document.title == "Data in Boise"


def test_a_book_without_its_contents_is_damaged(refused: Refused, sample: Sample) -> None:
    with zipfile.ZipFile(io.BytesIO(e_book(sample))) as book:
        members = {name: book.read(name) for name in book.namelist() if "content" not in name}
    assert refused(packed(members), "a.epub") == "is damaged: it cannot be read as an e-book"


def test_an_archive_of_pages_is_read_page_by_page(sample: Sample) -> None:
    content = packed({f"{n}.html": web_page(sample) for n in range(3)})
    assert len(read_content(content, name="a.zip", language="en").documents) == 3


def test_names_in_an_archive_may_begin_with_the_folder_itself(sample: Sample, read: Read) -> None:
    content = packed({"./b//report.txt": plain(sample)})
    assert read(content, "all.zip").origin == "all.zip/b/report.txt"


def test_a_member_that_cannot_be_unpacked_does_no_harm_to_the_others(sample: Sample) -> None:
    packed_twice = io.BytesIO()
    with zipfile.ZipFile(packed_twice, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("bad.txt", plain(sample))
        archive.writestr("good.txt", plain(sample))
    content = bytearray(packed_twice.getvalue())
    start = 30 + len("bad.txt") + 9  # header, name, LZMA's properties
    content[start : start + 20] = b"\xff" * 20
    reading = read_content(bytes(content), name="all.zip", language="en")
    assert [d.origin for d in reading.documents] == ["all.zip/good.txt"]
    assert [f.reason for f in reading.failures] == ["is damaged in the archive"]
