"""Which IP addresses may be connected to.

A list of our own, after IANA's special-purpose registries (RFC 6890 and its updates), as
`ipaddress` has changed its mind about several of them between versions of Python; both have to
agree that an address is public.
"""

import ipaddress
from collections.abc import Sequence

_HERE = ("this machine itself", ("127.0.0.0/8", "::1/128"))
_PRIVATE = (
    "in a private network",
    ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"),
)
_NEVER = (
    # Cloud machines give away their keys at 169.254.169.254; no document was ever there.
    ("a link-local address", ("169.254.0.0/16", "fe80::/10")),
    ("a multicast address", ("224.0.0.0/4", "ff00::/8")),
    ("no address at all", ("0.0.0.0/8", "::/128")),
    # Each of these leads to an IPv4 address that is written inside it.
    (
        "an IPv4 address in disguise",
        ("::ffff:0:0/96", "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "2001::/32", "2002::/16"),
    ),
    (
        "a reserved address",
        (
            *("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15"),
            *("198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4"),
            *("2001::/23", "2001:db8::/32", "3fff::/20"),
        ),
    ),
)
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
"""The only part of IPv6 that is given out to the public."""

_Kinds = Sequence[tuple[str, Sequence[ipaddress.IPv4Network | ipaddress.IPv6Network]]]


def _parsed(kinds: Sequence[tuple[str, Sequence[str]]]) -> _Kinds:
    return [(kind, [ipaddress.ip_network(each) for each in given]) for kind, given in kinds]


_OPENED = _parsed((_HERE, _PRIVATE))
_CLOSED = _parsed(_NEVER)


def refusal(ip: str, *, allow_private: bool) -> str:
    """Why `ip` is not connected to, in words that follow 'it is'; empty if it may be.

    Args:
        ip: an IPv4 or IPv6 address; anything else is refused.
        allow_private: whether this machine and private networks are open.
    """
    try:
        address = ipaddress.ip_address(ip)
    except ValueError:
        return "not an IP address"
    if kind := _kind(address, _OPENED):
        return "" if allow_private else kind
    if kind := _kind(address, _CLOSED):
        return kind
    public = address.is_global and (address.version == 4 or address in _GLOBAL_UNICAST)
    return "" if public else "a reserved address"


def _kind(address: ipaddress.IPv4Address | ipaddress.IPv6Address, kinds: _Kinds) -> str:
    return next((kind for kind, nets in kinds if any(address in net for net in nets)), "")
