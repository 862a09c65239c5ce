import gzip
import tracemalloc
import zlib
from collections.abc import Iterator

import pytest

from corpus.web.bodies import check_length, media, read_beginning, read_body
from corpus.web.errors import FetchError, PassingError

HERE = "https://example.org/"


def pieces(content: bytes, size: int) -> Iterator[bytes]:
    for start in range(0, len(content), size):
        yield content[start : start + size]


@pytest.mark.parametrize("size", [1, 7, 1000])
@pytest.mark.parametrize("encoding", ["gzip", " X-GZIP "])
def test_gzip_is_undone_however_it_is_cut(size: int, encoding: str) -> None:
    content = b"What works in cities. " * 50
    sent = gzip.compress(content)
    read = read_body(HERE, pieces(sent, size), encoding=encoding, max_bytes=2000)
    assert read == content


def test_gzip_members_follow_each_other_and_what_fills_up_is_left_out() -> None:
    sent = gzip.compress(b"one, ") + gzip.compress(b"two") + b"\0" * 20
    assert read_body(HERE, [sent], encoding="gzip", max_bytes=100) == b"one, two"


def test_an_empty_body_is_empty() -> None:
    assert read_body(HERE, [], encoding="gzip", max_bytes=10) == b""


@pytest.mark.parametrize("cut", [1, 5, 9, 12])
def test_a_gzip_body_without_its_end_was_cut_off(cut: int) -> None:
    sent = gzip.compress(b"The whole report")[:-cut]
    with pytest.raises(PassingError, match="cut off"):
        read_body(HERE, [sent], encoding="gzip", max_bytes=100)


def test_a_damaged_body_is_told() -> None:
    sent = bytearray(gzip.compress(b"The whole report" * 20))
    sent[-6] ^= 255  # in the checksum
    with pytest.raises(PassingError, match="damaged"):
        read_body(HERE, [bytes(sent)], encoding="gzip", max_bytes=1000)


def test_the_limit_itself_is_allowed() -> None:
    assert len(read_body(HERE, [b"ab", b"cd"], encoding="", max_bytes=4)) == 4
    with pytest.raises(FetchError, match="larger than"):
        read_body(HERE, [b"ab", b"cd", b"e"], encoding="", max_bytes=4)


@pytest.fixture(scope="module")
def bomb() -> bytes:
    """200 MB of nothing in 200 kB."""
    packer = zlib.compressobj(9, wbits=31)
    nothing = b"\0" * 1_000_000
    return b"".join(packer.compress(nothing) for _ in range(200)) + packer.flush()


def test_of_a_bomb_little_is_taken_from_the_network(bomb: bytes) -> None:
    taken = 0

    def counted() -> Iterator[bytes]:
        nonlocal taken
        for piece in pieces(bomb, 1000):
            taken += len(piece)
            yield piece

    with pytest.raises(FetchError, match="larger than 1 MB"):
        read_body(HERE, counted(), encoding="gzip", max_bytes=1_000_000)
    assert taken < len(bomb) / 50


def test_a_bomb_that_comes_in_one_piece_is_not_unpacked(bomb: bytes) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(FetchError, match="larger than 1 MB"):
            read_body(HERE, [bomb], encoding="gzip", max_bytes=1_000_000)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 5_000_000


def test_compressed_bytes_count_too() -> None:
    empty = gzip.compress(b"")
    with pytest.raises(FetchError, match="larger"):
        read_body(HERE, [empty] * 100, encoding="gzip", max_bytes=len(empty) * 99)


def test_other_compressions_are_named() -> None:
    with pytest.raises(FetchError, match=r"not read \(br\)"):
        read_body(HERE, [b"x"], encoding="br", max_bytes=10)


@pytest.mark.parametrize("encoding", ["", "gzip"])
def test_of_a_long_robots_file_only_the_beginning_is_read(encoding: str) -> None:
    content = b"0123456789" * 100
    sent = gzip.compress(content) if encoding else content
    read = read_beginning(HERE, pieces(sent, 9), encoding=encoding, max_bytes=15)
    assert read == b"012345678901234"


@pytest.mark.parametrize("length", ["", "10", "no number"])
def test_a_length_within_the_limit_says_nothing(length: str) -> None:
    check_length(HERE, length, 10)


def test_a_length_beyond_the_limit_is_enough() -> None:
    with pytest.raises(FetchError, match="larger than 20 MB"):
        check_length(HERE, "20000001", 20_000_000)


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("text/html; charset=UTF-8", ("text/html", "utf-8")),
        ('Text/HTML;Charset="ISO-8859-1"', ("text/html", "iso8859-1")),
        ("application/pdf", ("application/pdf", "")),
        ("text/plain; charset=klingon", ("text/plain", "")),
        ("text/plain; charset=base64", ("text/plain", "")),
        ("", ("", "")),
        ("nonsense", ("", "")),
    ],
)
def test_the_header_is_believed_as_far_as_it_makes_sense(
    header: str, told: tuple[str, str]
) -> None:
    assert media(HERE, header) == told


@pytest.mark.parametrize("header", ["image/png", "video/mp4; codecs=x", "AUDIO/mpeg", "font/woff"])
def test_pictures_and_sound_are_not_read(header: str) -> None:
    with pytest.raises(FetchError, match="no text to read"):
        media(HERE, header)
