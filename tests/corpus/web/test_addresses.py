import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.web.addresses import canonical, joined, parse
from corpus.web.errors import FetchError


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("HTTP://Example.ORG:80", "http://example.org/"),
        ("https://example.org:443/a#part", "https://example.org/a"),
        ("https://example.org:80/", "https://example.org:80/"),
        (" https://example.org./a b.pdf\n", "https://example.org/a%20b.pdf"),
        ("https://bücher.example/ü?q=ñ", "https://xn--bcher-kva.example/%C3%BC?q=%C3%B1"),
        ("https://e.org/%7eme/%c3%bc/100%", "https://e.org/~me/%C3%BC/100%25"),
        ("https://e.org/a/../b/./c/..", "https://e.org/b/"),
        ("https://e.org/a/%2e%2E/b", "https://e.org/b"),
        ("https://e.org/../../x", "https://e.org/x"),
        ("https://e.org//a//b", "https://e.org//a//b"),
        ("https://e.org?x=/../y", "https://e.org/?x=/../y"),
        ("https://e.org/?a=1&b=%26", "https://e.org/?a=1&b=%26"),
        ("https://under_score.example/", "https://under_score.example/"),
        ("http://１２７.0.0.1/", "http://127.0.0.1/"),
        ("http://[2001:DB8:0:0::1]:8080/", "http://[2001:db8::1]:8080/"),
    ],
)
def test_an_address_has_one_form(written: str, form: str) -> None:
    assert canonical(written) == form
    assert canonical(form) == form


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("example.org/report.pdf", "begin with http"),
        ("file:///etc/passwd", "begin with http"),
        ("ftp://example.org/", "begin with http"),
        ("gopher://127.0.0.1:6379/_FLUSHALL", "begin with http"),
        ("http:///nowhere", "begin with http"),
        ("http://127.1/", "unusual"),
        ("http://0x7f.1/", "unusual"),
        ("http://0x7f000001/", "unusual"),
        ("http://2130706433/", "unusual"),
        ("http://0177.0.0.1/", "unusual"),
        ("http://127.0.0.1.5/", "unusual"),
        ("http://256.0.0.1/", "unusual"),
        ("http://[::1%25lo]/", "not an IPv6"),
        ("http://[::1/", "not a web address"),
        ("http://[v1.fe80::]/", "IPv6"),
        ("http://example.org:99999/", "not a web address"),
        ("http://example.org:0/", "port 0"),
        ("http://exa mple.org/", "not a valid name"),
        ("http://%31%32%37.0.0.1/", "not a valid name"),
        ("http://-x.example/", "not a valid name"),
        ("http://..example/", "not a valid name"),
        ("http://" + "a" * 64 + ".example/", "not a valid name"),
        ("http://\u2488.example\u2024com@x/", "not a web address|user name"),
        ("http://example.org\\@127.0.0.1/", "characters"),
        ("http://example.org/\r\nHost: evil", "characters"),
        ("http://example.org/\ud800", "characters"),
        ("http://example.org/" + "a" * 9000, "longer"),
    ],
)
def test_what_is_no_plain_web_address_is_refused(written: str, reason: str) -> None:
    with pytest.raises(FetchError, match=reason):
        canonical(written)


def test_a_password_is_refused_and_not_shown() -> None:
    with pytest.raises(FetchError, match="password") as caught:
        canonical("https://ana:s3cret@example.org/")
    assert "s3cret" not in str(caught.value)
    assert "ana" not in caught.value.address


@pytest.mark.parametrize(
    ("location", "leads_to"),
    [
        ("../b", "https://e.org/b"),
        ("/c?x=1", "https://e.org/c?x=1"),
        ("//other.example/", "https://other.example/"),
        ("http://other.example:80", "http://other.example/"),
        ("?page=2", "https://e.org/a/start?page=2"),
    ],
)
def test_a_redirect_may_be_relative(location: str, leads_to: str) -> None:
    assert str(joined(parse("https://e.org/a/start"), location)) == leads_to


@given(path=st.text(max_size=40), query=st.text(max_size=40))
def test_the_form_of_a_form_is_itself(path: str, query: str) -> None:
    try:
        form = canonical(f"https://example.org/{path}?{query}")
    except FetchError:
        return
    assert form.isascii()
    assert form.startswith("https://example.org/")
    assert canonical(form) == form
