import gzip
import itertools
import ssl
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
import trustme

from corpus.web.errors import FetchError, GoneError, PassingError, UnreachableError
from corpus.web.fetched import Fetched, Unchanged
from corpus.web.fetching import Fetcher
from corpus.web.rules import WebRules
from tests.web_site import Answer, Asked, Page, Site, Wire, moved, served

OPEN = WebRules(allow_private=True, pause_s=0, seconds=10)
HTML = {"Content-Type": "text/html; charset=utf-8"}
HOME = Page(b"<p>What works</p>", headers=HTML)


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(OPEN) as ready:
        yield ready


def content(got: Fetched | Unchanged) -> bytes:
    assert isinstance(got, Fetched)
    return got.content


def documents(site: Site) -> Sequence[str]:
    """What was asked of a site, its robots.txt apart."""
    return [path for path in site.paths if path != "/robots.txt"]


# What comes


def test_a_document_comes_with_all_that_is_told_of_it(fetcher: Fetcher) -> None:
    page = Page(
        b"<p>caf\xe9</p>",
        headers={
            "Content-Type": "text/html; charset=ISO-8859-1",
            "ETag": '"v1"',
            "Last-Modified": "Tue, 03 Feb 2026 10:00:00 GMT",
        },
    )
    with served({"/guides/caf%C3%A9.html": page}) as site:
        got = fetcher.fetch(f"{site.root}/guides/café.html#top")
        asked = site.asked[-1].headers
    assert got == Fetched(
        address=f"{site.root}/guides/caf%C3%A9.html",
        final_address=f"{site.root}/guides/caf%C3%A9.html",
        content=b"<p>caf\xe9</p>",
        media_type="text/html",
        charset="iso8859-1",
        etag='"v1"',
        modified="Tue, 03 Feb 2026 10:00:00 GMT",
        retrieved=datetime.now(UTC).date().isoformat(),
    )
    assert got.name == "café.html"
    assert asked["host"] == f"127.0.0.1:{site.port}"
    assert asked["user-agent"].startswith("programme-assistant/")
    assert "cookie" not in asked


def test_a_wrong_character_set_changes_no_byte(fetcher: Fetcher) -> None:
    page = Page("não".encode("cp1252"), headers={"Content-Type": "text/plain; charset=klingon"})
    with served({"/": page}) as site:
        got = fetcher.fetch(site.root)
    assert content(got) == b"n\xe3o"
    assert isinstance(got, Fetched)
    assert got.charset == ""
    assert got.name == ""


def test_gzip_is_undone(fetcher: Fetcher) -> None:
    sent = gzip.compress(b"word " * 1000, mtime=0)
    with served({"/": Page(sent, headers={"Content-Encoding": "gzip"})}) as site:
        assert content(fetcher.fetch(site.root)) == b"word " * 1000


def test_connections_are_kept(fetcher: Fetcher) -> None:
    with served({"/a": HOME, "/b": HOME}) as site:
        for path in ("/a", "/b", "/a"):
            fetcher.fetch(site.root + path)
        assert (site.connections, len(documents(site))) == (1, 3)


def test_what_has_not_changed_is_not_sent_again(fetcher: Fetcher) -> None:
    def versioned(asked: Asked) -> Page:
        if asked.headers.get("if-none-match") == '"v1"':
            return Page(status=304, headers={"ETag": '"v1"'})
        return Page(b"text", headers={"ETag": '"v1"', "Last-Modified": "yesterday"})

    with served({"/": versioned}) as site:
        first = fetcher.fetch(site.root)
        assert isinstance(first, Fetched)
        again = fetcher.fetch(site.root, etag=first.etag, modified=first.modified)
        other = fetcher.fetch(site.root, etag='"v0"')
        assert site.asked[-2].headers["if-modified-since"] == "yesterday"
    assert again == Unchanged(f"{site.root}/", '"v1"', "yesterday", first.retrieved)
    assert content(other) == b"text"


def test_a_tag_that_cannot_be_sent_back_is_not(fetcher: Fetcher) -> None:
    with served({"/": HOME}) as site:
        fetcher.fetch(site.root, etag='"é"', modified="x\r\nEvil: 1")
        assert not {"if-none-match", "if-modified-since", "evil"} & site.asked[-1].headers.keys()


def test_unchanged_is_no_answer_to_a_first_question(fetcher: Fetcher) -> None:
    with served({"/": Page(status=304)}) as site, pytest.raises(FetchError, match="304"):
        fetcher.fetch(site.root)


# Redirects


def test_redirects_are_followed_and_the_asked_address_stays_the_identity(fetcher: Fetcher) -> None:
    pages: Mapping[str, Answer] = {
        "/1": moved("/2", 301),
        "/2": moved("3?x=1#here", 302),
        "/3": moved("/4", 303),
        "/4": moved("/5", 307),
        "/5": moved("/ö", 308),
        "/%C3%B6": HOME,
    }
    with served(pages) as site:
        got = fetcher.fetch(f"{site.root}/1")
    assert isinstance(got, Fetched)
    assert got.address == f"{site.root}/1"
    assert got.final_address == f"{site.root}/%C3%B6"
    assert documents(site) == ["/1", "/2", "/3?x=1", "/4", "/5", "/%C3%B6"]


def test_too_many_redirects_end(fetcher: Fetcher) -> None:
    def onward(asked: Asked) -> Page:
        return moved(f"/?{int(asked.path.partition('?')[2] or 0) + 1}")

    with served({"/": onward}) as site:
        with pytest.raises(FetchError, match="redirects more than 5 times"):
            fetcher.fetch(site.root)
        assert len(documents(site)) == OPEN.redirects + 1


def test_a_circle_ends(fetcher: Fetcher) -> None:
    with served({"/a": moved("/b"), "/b": moved("/a#again")}) as site:
        with pytest.raises(FetchError, match="in a circle"):
            fetcher.fetch(f"{site.root}/a")
        assert documents(site) == ["/a", "/b"]


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("file:///etc/passwd", "begin with http"),
        ("http://u:p@127.0.0.1/", "password"),
        ("http://0x7f.1/", "unusual"),
        ("http://169.254.169.254/latest/meta-data/", "a link-local address"),
        ("http://[::ffff:127.0.0.1]/", "in disguise"),
    ],
)
def test_a_redirect_is_checked_as_an_address_is(
    fetcher: Fetcher, location: str, reason: str
) -> None:
    with served({"/": moved(location)}) as site:
        with pytest.raises(FetchError, match=f"it redirects to .*{reason}") as caught:
            fetcher.fetch(site.root)
        assert caught.value.address == f"{site.root}/"


def test_a_redirect_to_nothing_is_gone_and_told_of_the_first(fetcher: Fetcher) -> None:
    with served({"/": moved("/old")}) as site:
        with pytest.raises(GoneError, match=r"redirects to .*/old, and there") as caught:
            fetcher.fetch(site.root)
        assert caught.value.address == f"{site.root}/"


def test_a_redirect_without_a_goal_is_no_document(fetcher: Fetcher) -> None:
    with served({"/": Page(status=302)}) as site, pytest.raises(FetchError, match="302"):
        fetcher.fetch(site.root)


# Hosts


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://127.9.9.9/"]
)
def test_this_machine_is_refused_unless_allowed(address: str) -> None:
    with Fetcher(WebRules()) as closed, pytest.raises(UnreachableError, match="this machine"):
        closed.fetch(address)


def test_other_ports_are_refused_unless_private_addresses_are_allowed() -> None:
    with served({"/": HOME}) as site, Fetcher(WebRules()) as closed:
        with pytest.raises(UnreachableError, match=f"port {site.port}.*web.allow_private"):
            closed.fetch(site.root)
        assert site.connections == 0


def test_a_name_that_stands_for_a_private_address_is_refused() -> None:
    known = {"inner.example": ["192.168.1.1"]}
    with (
        Fetcher(WebRules(), resolve=lambda host, port: known[host]) as closed,
        pytest.raises(UnreachableError, match=r"192\.168\.1\.1, which is in a private"),
    ):
        closed.fetch("https://inner.example/")


def test_a_name_is_asked_for_once_and_goes_into_the_host_header() -> None:
    looked_up: list[tuple[str, int]] = []

    def resolve(host: str, port: int) -> Sequence[str]:
        looked_up.append((host, port))
        return ["127.0.0.1"] if len(looked_up) == 1 else ["169.254.169.254"]

    with served({"/": HOME}) as site, Fetcher(OPEN, resolve=resolve) as fetcher:
        fetcher.fetch(f"http://docs.example:{site.port}/")
        assert looked_up == [("docs.example", site.port)]
        assert site.asked[-1].headers["host"] == f"docs.example:{site.port}"


def test_a_closed_port_and_an_unknown_name_are_told(fetcher: Fetcher) -> None:
    with served({}) as site:
        pass
    with pytest.raises(UnreachableError, match="cannot be reached"):
        fetcher.fetch(site.root)

    def unknown(host: str, port: int) -> Sequence[str]:
        raise OSError

    with (
        Fetcher(OPEN, resolve=unknown) as lost,
        pytest.raises(UnreachableError, match="was not found"),
    ):
        lost.fetch("https://gone.example/")


def test_proxies_of_the_environment_are_not_used(
    fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with served({"/": HOME}) as site:
        assert content(fetcher.fetch(site.root)) == HOME.body


# TLS


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def server_side(authority: trustme.CA, *names: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(context)
    return context


def client_side(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


def test_a_certificate_nobody_vouches_for_is_refused(
    fetcher: Fetcher, authority: trustme.CA
) -> None:
    with served({"/": HOME}, trust=server_side(authority, "127.0.0.1")) as site:
        with pytest.raises(UnreachableError, match="certificate is not to be trusted"):
            fetcher.fetch(site.root)
        assert site.asked == []


@pytest.mark.parametrize(("name", "good"), [("docs.example", True), ("other.example", False)])
def test_the_certificate_is_for_the_name_and_not_for_the_number(
    authority: trustme.CA, name: str, good: bool
) -> None:
    trust = client_side(authority)
    with (
        served({"/": HOME}, trust=server_side(authority, "docs.example")) as site,
        Fetcher(OPEN, resolve=lambda host, port: ["127.0.0.1"], trust=trust) as fetcher,
    ):
        address = f"https://{name}:{site.port}/"
        if good:
            assert content(fetcher.fetch(address)) == HOME.body
        else:
            with pytest.raises(UnreachableError, match=r"not to be trusted \(Hostname mismatch"):
                fetcher.fetch(address)


def test_a_server_without_tls_is_not_asked_with_it(fetcher: Fetcher) -> None:
    with served({"/": HOME}) as site, pytest.raises(UnreachableError, match="no safe connection"):
        fetcher.fetch(f"https://127.0.0.1:{site.port}/")


# Size


@pytest.fixture
def small() -> Iterator[Fetcher]:
    with Fetcher(OPEN.model_copy(update={"max_bytes": 50_000})) as ready:
        yield ready


def test_what_says_it_is_too_large_is_not_read(small: Fetcher) -> None:
    def endless() -> Iterator[bytes | float]:
        yield b"HTTP/1.1 200 OK\r\nContent-Length: 50001\r\n\r\n"
        yield 30.0

    with served({"/": Wire(endless())}) as site:
        start = time.monotonic()
        with pytest.raises(FetchError, match=r"larger than 0\.05 MB"):
            small.fetch(site.root)
        assert time.monotonic() - start < 5


def test_what_does_not_say_so_is_read_as_far_as_the_limit(small: Fetcher) -> None:
    sent = itertools.count()

    def endless() -> Iterator[bytes | float]:
        yield b"HTTP/1.1 200 OK\r\n\r\n"
        while True:
            next(sent)
            yield b"x" * 10_000

    with served({"/": Wire(endless())}) as site, pytest.raises(FetchError, match="larger"):
        small.fetch(site.root)


def test_a_bomb_is_refused(small: Fetcher) -> None:
    bomb = gzip.compress(b"\0" * 20_000_000, mtime=0)
    assert len(bomb) < 50_000
    with (
        served({"/": Page(bomb, headers={"Content-Encoding": "gzip"})}) as site,
        pytest.raises(FetchError, match="larger than"),
    ):
        small.fetch(site.root)


def test_a_picture_is_refused_by_its_header(fetcher: Fetcher) -> None:
    with (
        served({"/": Page(b"\x89PNG", headers={"Content-Type": "image/png"})}) as site,
        pytest.raises(FetchError, match="image/png, which holds no text"),
    ):
        fetcher.fetch(site.root)


# Time


def drips(first: bytes) -> Iterator[bytes | float]:
    yield first
    while True:
        yield 0.05
        yield b"x"


@pytest.mark.parametrize(
    "first",
    [b"HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n", b"HTTP/1.1 200 OK\r\nX-Slow: ", b""],
    ids=["body", "headers", "status"],
)
def test_a_dripping_server_does_not_hold_us(first: bytes) -> None:
    rules = OPEN.model_copy(update={"seconds": 0.6, "respect_robots": False})
    with served({"/": lambda asked: Wire(drips(first))}) as site, Fetcher(rules) as hasty:
        start = time.monotonic()
        with pytest.raises(PassingError, match=r"within 0\.6 seconds|not of the web"):
            hasty.fetch(site.root)
        assert time.monotonic() - start < 5  # all of it would take ten minutes


def test_documents_of_one_host_are_asked_for_apart() -> None:
    rules = OPEN.model_copy(update={"pause_s": 1.2, "seconds": 1.0})
    pages = {"/a": HOME, "/b": HOME}
    with served(pages) as site, Fetcher(rules) as polite, ThreadPoolExecutor(2) as threads:
        # The pause is longer than the time for a document, which it does not count for.
        list(threads.map(polite.fetch, [site.root + path for path in pages]))
        first, second = [asked.at for asked in site.asked if asked.path in pages]
        assert second - first > 1.1


def test_a_redirect_within_a_host_is_one_document() -> None:
    rules = OPEN.model_copy(update={"pause_s": 30})
    with served({"/old": moved("/new"), "/new": HOME}) as site, Fetcher(rules) as polite:
        start = time.monotonic()
        polite.fetch(f"{site.root}/old")
        assert time.monotonic() - start < 10


# Status


@pytest.mark.parametrize("status", [404, 410])
def test_what_was_taken_away_is_told_apart(fetcher: Fetcher, status: int) -> None:
    with (
        served({"/": Page(b"no", status)}) as site,
        pytest.raises(GoneError, match=f"no such document .status {status}"),
    ):
        fetcher.fetch(site.root)


@pytest.mark.parametrize("status", [401, 403])
def test_what_is_not_open_is_told(fetcher: Fetcher, status: int) -> None:
    with served({"/": Page(b"no", status)}) as site:
        with pytest.raises(FetchError, match=f"not open to everybody .status {status}") as caught:
            fetcher.fetch(site.root)
        assert not isinstance(caught.value, GoneError | PassingError)


@pytest.mark.parametrize("status", [204, 206, 400, 418, 501])
def test_other_answers_are_no_documents(fetcher: Fetcher, status: int) -> None:
    with served({"/": Page(b"", status)}) as site, pytest.raises(FetchError, match=str(status)):
        fetcher.fetch(site.root)


def test_a_fault_of_the_moment_is_tried_again(fetcher: Fetcher) -> None:
    cut = Wire([b"HTTP/1.1 200 OK\r\nContent-Le"])
    answers: Iterator[Page | Wire] = iter([Page(b"", 503), cut, HOME])
    with served({"/": lambda asked: next(answers)}) as site:
        assert content(fetcher.fetch(site.root)) == HOME.body
        assert documents(site) == ["/"] * 3


def test_a_fault_that_stays_is_told(fetcher: Fetcher) -> None:
    with served({"/": Page(b"", 503)}) as site:
        with pytest.raises(PassingError, match=r"just now \(status 503\)"):
            fetcher.fetch(site.root)
        assert documents(site) == ["/"] * 3


def test_a_server_that_wants_us_to_wait_too_long_is_left_alone(fetcher: Fetcher) -> None:
    with served({"/": Page(b"", 429, {"Retry-After": "3600"})}) as site:
        with pytest.raises(PassingError, match="429") as caught:
            fetcher.fetch(site.root)
        assert documents(site) == ["/"]
        assert caught.value.wait_s == 3600


@pytest.mark.parametrize(
    "sent",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nwhole\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"
        + gzip.compress(b"x" * 99, mtime=0)[:-5],
    ],
)
def test_a_body_that_was_cut_off_is_never_taken_for_whole(sent: bytes) -> None:
    rules = OPEN.model_copy(update={"retries": 0})
    with (
        served({"/": Wire([sent])}) as site,
        Fetcher(rules) as fetcher,
        pytest.raises(PassingError, match="cut off"),
    ):
        fetcher.fetch(site.root)


def test_what_does_not_speak_http_is_told() -> None:
    rules = OPEN.model_copy(update={"retries": 0, "respect_robots": False})
    with (
        served({"/": Wire([b"SSH-2.0-OpenSSH_9.6\r\n"])}) as site,
        Fetcher(rules) as fetcher,
        pytest.raises(PassingError, match="not of the web"),
    ):
        fetcher.fetch(site.root)


# robots.txt


def robots(text: str) -> Page:
    return Page(text.encode(), headers={"Content-Type": "text/plain"})


def test_what_robots_txt_refuses_is_left_alone(fetcher: Fetcher) -> None:
    text = "User-agent: *\nDisallow: /private/\nDisallow: /*.pdf$\nAllow: /private/open\n"
    pages = {"/robots.txt": robots(text), "/private/open": HOME, "/a.pdf": HOME, "/ok": HOME}
    with served(pages) as site:
        for path in ("/ok", "/private/open"):
            fetcher.fetch(site.root + path)
        for path in ("/private/x", "/a.pdf"):
            with pytest.raises(FetchError, match=r"robots\.txt asks us not to"):
                fetcher.fetch(site.root + path)
        assert site.paths == ["/robots.txt", "/ok", "/private/open"]


def test_robots_txt_may_speak_to_us_by_name() -> None:
    text = "User-agent: *\nDisallow: /\n\nUser-agent: Programme-Assistant\nDisallow: /no\n"
    with (
        served({"/robots.txt": robots(text), "/": HOME, "/no": HOME}) as site,
        Fetcher(OPEN) as ours,
        Fetcher(OPEN.model_copy(update={"user_agent": "other-reader"})) as other,
    ):
        ours.fetch(site.root)
        for fetcher, path in ((ours, "/no"), (other, "/")):
            with pytest.raises(FetchError, match="asks us not to"):
                fetcher.fetch(site.root + path)


def test_a_refused_goal_of_a_redirect_is_left_alone(fetcher: Fetcher) -> None:
    pages = {"/robots.txt": robots("User-agent: *\nDisallow: /no\n"), "/": moved("/no")}
    with served(pages) as site:
        with pytest.raises(FetchError, match=r"redirects to .*/no, and there .*asks us not to"):
            fetcher.fetch(site.root)
        assert "/no" not in site.paths


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_site_without_robots_txt_is_open(fetcher: Fetcher, status: int) -> None:
    with served({"/robots.txt": Page(b"User-agent: *\nDisallow: /", status), "/": HOME}) as site:
        assert content(fetcher.fetch(site.root)) == HOME.body


def test_a_site_whose_robots_txt_fails_is_closed_for_now(fetcher: Fetcher) -> None:
    with served({"/robots.txt": Page(b"", 500), "/": HOME}) as site:
        for _ in range(2):
            with pytest.raises(PassingError, match=r"robots\.txt cannot be read.*status 500"):
                fetcher.fetch(site.root)
        assert site.paths == ["/robots.txt"] * 3  # tried three times in one run, not six


def test_robots_txt_may_be_elsewhere_but_not_in_a_forbidden_place(fetcher: Fetcher) -> None:
    pages = {
        "/robots.txt": moved("/elsewhere"),
        "/elsewhere": robots("User-agent: *\nDisallow: /no"),
        "/": HOME,
    }
    with served(pages) as site:
        fetcher.fetch(site.root)
        with pytest.raises(FetchError, match="asks us not to"):
            fetcher.fetch(f"{site.root}/no")
    with served({"/robots.txt": moved("http://169.254.169.254/"), "/": HOME}) as site:
        with pytest.raises(PassingError, match=r"cannot be read.* leads to .*link-local"):
            fetcher.fetch(site.root)
        assert documents(site) == []


def test_the_delay_of_a_site_is_kept_up_to_a_bound() -> None:
    pages = {"/robots.txt": robots("User-agent: *\nCrawl-delay: 3600\n"), "/": HOME}
    rules = OPEN.model_copy(update={"max_pause_s": 0.4})
    with served(pages) as site, Fetcher(rules) as fetcher:
        fetcher.fetch(site.root)
        fetcher.fetch(site.root)
        first, second = [asked.at for asked in site.asked if asked.path == "/"]
        assert 0.35 < second - first < 60


def test_robots_txt_is_not_asked_for_where_it_need_not_be() -> None:
    pages = {"/robots.txt": robots("User-agent: *\nDisallow: /"), "/": HOME}
    with served(pages) as site:
        with Fetcher(OPEN.model_copy(update={"respect_robots": False})) as fetcher:
            fetcher.fetch(site.root)
        assert site.paths == ["/"]


# Rules


@pytest.mark.parametrize("name", ["", "two\r\nlines: 1", "naïve/1", "1x", "/1.0"])
def test_a_name_that_cannot_be_sent_is_no_setting(name: str) -> None:
    with pytest.raises(ValueError, match="user_agent"):
        WebRules(user_agent=name)


def test_the_robots_name_is_the_first_word() -> None:
    rules = WebRules(user_agent="city-reader/2.0 (+https://city.example/bot)")
    assert rules.robot == "city-reader"
