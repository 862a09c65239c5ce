import datetime as dt
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.isolation import IsolatedReader
from corpus.limits import Limits
from tests.corpus.make_files import Sample, pdf, word

QUICK = Limits(seconds=5, memory_bytes=700_000_000)


@pytest.fixture
def reader() -> Iterator[IsolatedReader]:
    with IsolatedReader(QUICK) as reader:
        yield reader


@pytest.fixture
def sample() -> Sample:
    return Sample("Boise", dt.date(2024, 3, 12), ["Boise holds gold in the standard of 2022."])


def child() -> multiprocessing.process.BaseProcess:
    (process,) = multiprocessing.active_children()
    return process


def put(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def test_one_child_reads_many_files(reader: IsolatedReader, sample: Sample, tmp_path: Path) -> None:
    first = reader.read(put(tmp_path / "a.pdf", pdf(sample)), name="a.pdf", language="en")
    pid = child().pid
    second = reader.read(put(tmp_path / "b.docx", word(sample)), name="b.docx", language="en")
    assert [d.id for d in (*first.documents, *second.documents)] == ["a-pdf", "b-docx"]
    assert child().pid == pid


def test_text_needs_no_child_but_a_pdf_called_text_does(
    reader: IsolatedReader, sample: Sample, tmp_path: Path
) -> None:
    text = put(tmp_path / "a.txt", b"Boise holds gold.")
    assert reader.read(text, name="a.txt", language="en").documents
    assert not multiprocessing.active_children()
    masked = put(tmp_path / "b.txt", pdf(sample))
    (document,) = reader.read(masked, name="b.txt", language="en").documents
    assert document.notes == ("Read as PDF although it is called .txt.",)
    assert child().is_alive()


def test_content_is_read_as_a_file_is(reader: IsolatedReader, sample: Sample) -> None:
    reading = reader.read_content(
        pdf(sample), name="guide", language="en", media_type="application/pdf"
    )
    assert [d.title for d in reading.documents] == ["Boise"]


def test_a_failure_comes_back_with_its_path_and_reason(
    reader: IsolatedReader, tmp_path: Path
) -> None:
    path = put(tmp_path / "a.pdf", b"%PDF-1.7 and no more")
    (failure,) = reader.read(path, name="a.pdf", language="en").failures
    assert (failure.path, failure.reason) == (path, "is cut short: the end of the PDF is missing")


def test_a_child_that_dies_fails_its_file_alone(
    reader: IsolatedReader, sample: Sample, tmp_path: Path
) -> None:
    path = put(tmp_path / "a.docx", word(sample))
    reader.read(path, name="a.docx", language="en")
    pid = child().pid
    assert pid
    os.kill(pid, signal.SIGSTOP)
    killer = threading.Timer(0.3, os.kill, (pid, signal.SIGKILL))
    killer.start()
    (failure,) = reader.read(path, name="a.docx", language="en").failures
    killer.join()
    assert failure.reason == "is damaged: the program that reads it broke down over it"
    assert reader.read(path, name="a.docx", language="en").documents


def test_a_file_that_takes_too_long_is_given_up(
    reader: IsolatedReader, sample: Sample, tmp_path: Path
) -> None:
    path = put(tmp_path / "a.docx", word(sample))
    reader.read(path, name="a.docx", language="en")
    pid = child().pid
    assert pid
    os.kill(pid, signal.SIGSTOP)  # as if it hung
    started = time.monotonic()
    (failure,) = reader.read(path, name="a.docx", language="en").failures
    assert failure.reason == "takes longer than 5 s to read"
    assert time.monotonic() - started < 2 * QUICK.seconds
    assert reader.read(path, name="a.docx", language="en").documents


def test_a_file_that_takes_too_much_memory_fails_alone(sample: Sample, tmp_path: Path) -> None:
    limits = Limits(seconds=60, memory_bytes=700_000_000)
    path = put(tmp_path / "greedy.html", b"<html><body>" + b"<i>x</i>" * 6_000_000)
    with IsolatedReader(limits) as reader:
        (failure,) = reader.read(path, name="greedy.zip", language="en").failures
        assert "needs more than 0.7 GB of memory" in failure.reason
        good = put(tmp_path / "a.docx", word(sample))
        assert reader.read(good, name="a.docx", language="en").documents


def test_the_child_ends_with_the_context(sample: Sample, tmp_path: Path) -> None:
    with IsolatedReader(QUICK) as reader:
        reader.read(put(tmp_path / "a.docx", word(sample)), name="a.docx", language="en")
        assert child().is_alive()
    assert not multiprocessing.active_children()
