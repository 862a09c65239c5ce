import datetime as dt
from collections.abc import Callable

import pytest

from corpus.documents import Document
from corpus.limits import USUAL, Limits
from corpus.reading import read_content
from tests.corpus.make_files import Sample

Read = Callable[[bytes, str], Document]
Refused = Callable[..., str]


@pytest.fixture
def sample() -> Sample:
    return Sample(
        "Data in Boise",
        dt.date(2024, 3, 12),
        [
            "Boise holds gold in the standard of 2022, announced on 17 June 2024 with six others.",
            "The city publishes an inventory of its data, and each set in it has an owner by name.",
            "Residents can ask for a set that is missing, and the city answers within ten days.",
        ],
    )


@pytest.fixture
def read() -> Read:
    """Reads content that holds exactly one document and no failure."""

    def read_one(content: bytes, name: str) -> Document:
        reading = read_content(content, name=name, language="en")
        assert not reading.failures
        (document,) = reading.documents
        return document

    return read_one


@pytest.fixture
def refused() -> Refused:
    """The one reason for which content is not read."""

    def reason(content: bytes, name: str, limits: Limits = USUAL) -> str:
        reading = read_content(content, name=name, language="en", limits=limits)
        assert not reading.documents
        (failure,) = reading.failures
        assert failure.path.as_posix() == name
        return failure.reason

    return reason
