"""Web addresses in one form, so that a document has one identity however its address is written.

Only what RFC 3986 (section 6.2.2) calls equal is made equal: `?a=1&b=2` and `?b=2&a=1`, `/x` and
`/x/`, `www.` and none stay apart, as a server may tell them apart.
"""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from corpus.web.errors import FetchError

PORTS = {"http": 80, "https": 443}
_LONGEST = 8_000
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\\\u2028\u2029\ud800-\udfff]")
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}")
_NUMERIC = re.compile(r"[0-9]+|0x[0-9a-f]*")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})?")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_KEPT = "/%:@!$&'()*+,;=~"
"""Stand for themselves in a path (RFC 3986, section 3.3); escapes are looked at apart."""


@dataclass(frozen=True, slots=True)
class Address:
    """An http or https address in its one form.

    Attributes:
        scheme: `http` or `https`.
        host: lower-case ASCII name, dotted IPv4 or compressed IPv6, without brackets.
        target: path and query, as they stand in a request.
    """

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host and port, as in a Host header: IPv6 in brackets, a usual port left out."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: what one robots.txt is for."""
        return f"{self.scheme}://{self.authority}"

    def __str__(self) -> str:
        return self.origin + self.target


def canonical(address: str) -> str:
    """The one form of a web address, the identity of its document; raises as `parse`."""
    return str(parse(address))


def parse(address: str) -> Address:
    """Read a web address as someone gave it.

    Raises:
        FetchError: it is not an http or https address, names a user, or its host has a form that
            programs read in different ways, such as `127.1` or `0x7f.0.0.1`.
    """
    text = address.strip()
    if len(text) > _LONGEST:
        raise FetchError(text[:80] + "…", f"it is longer than {_LONGEST} characters")
    if _CONTROL.search(text):
        raise FetchError(ascii(text)[1:-1], "it holds characters that no web address has")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise FetchError(text, f"it is not a web address ({error})") from error
    if parts.scheme not in PORTS or not parts.netloc:
        raise FetchError(text, "only addresses that begin with http:// or https:// are read")
    if "@" in parts.netloc:
        shown = text.replace(parts.netloc, "…@" + parts.netloc.rpartition("@")[2], 1)
        raise FetchError(shown, "it holds a user name or password, and those are never sent")
    if port == 0:
        raise FetchError(text, "port 0 does not exist")
    return Address(parts.scheme, _host(text, parts), port or PORTS[parts.scheme], _target(parts))


def joined(here: Address, location: str) -> Address:
    """Where a redirect from `here` leads; raises as `parse`."""
    try:
        there = urljoin(str(here), location.strip())
    except ValueError as error:
        raise FetchError(location, f"it is not a web address ({error})") from error
    return parse(there)


def _host(text: str, parts: SplitResult) -> str:
    host = parts.hostname or ""
    if parts.netloc.startswith("["):
        try:
            return ipaddress.IPv6Address(host if "%" not in host else "").compressed
        except ValueError as error:
            raise FetchError(text, f"[{host}] is not an IPv6 address") from error
    name = _ascii(text, host).removesuffix(".")
    labels = name.split(".")
    if len(name) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise FetchError(text, "its host is not a valid name")
    if _NUMERIC.fullmatch(labels[-1]):
        try:
            return str(ipaddress.IPv4Address(name))
        except ValueError as error:
            reason = f"{name} is an unusual way to write an IP address; write four decimal numbers"
            raise FetchError(text, reason) from error
    return name


def _ascii(text: str, host: str) -> str:
    if host.isascii():
        return host  # not given to idna, which refuses the underscores that some hosts do have
    import idna  # its tables are large, and few addresses need them

    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError as error:
        raise FetchError(text, "its host is not a valid name") from error


def _target(parts: SplitResult) -> str:
    path = _without_dots(_escaped(parts.path, _KEPT) or "/")
    return f"{path}?{_escaped(parts.query, _KEPT + '?')}" if parts.query else path


def _escaped(text: str, kept: str) -> str:
    """`text` with an escape where one is needed, in capitals, and nowhere else."""

    def one_form(match: re.Match[str]) -> str:
        digits = match[1]
        if digits is None:
            return "%25"  # a percent sign that begins no escape
        meant = chr(int(digits, 16))
        return meant if meant in _UNRESERVED else f"%{digits.upper()}"

    return _ESCAPE.sub(one_form, quote(text, safe=kept))


def _without_dots(path: str) -> str:
    """`path` without `.` and `..` (RFC 3986, section 5.2.4)."""
    kept: list[str] = []
    segments = path.split("/")[1:]
    for segment in segments:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in {".", ".."}:
        kept.append("")
    return "/" + "/".join(kept)
