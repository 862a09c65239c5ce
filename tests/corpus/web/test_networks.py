import pytest

from corpus.web.networks import refusal


@pytest.mark.parametrize(
    "ip",
    ["93.184.216.34", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::5"],
)
def test_public_addresses_are_open(ip: str) -> None:
    assert refusal(ip, allow_private=False) == ""


@pytest.mark.parametrize(
    ("ip", "kind"),
    [
        ("127.0.0.1", "this machine itself"),
        ("127.8.9.10", "this machine itself"),
        ("::1", "this machine itself"),
        ("10.1.2.3", "in a private network"),
        ("172.16.0.1", "in a private network"),
        ("172.31.255.255", "in a private network"),
        ("192.168.0.1", "in a private network"),
        ("100.64.0.1", "in a private network"),
        ("100.100.100.200", "in a private network"),
        ("fd00:ec2::254", "in a private network"),
    ],
)
def test_private_addresses_are_open_if_allowed(ip: str, kind: str) -> None:
    assert refusal(ip, allow_private=False) == kind
    assert refusal(ip, allow_private=True) == ""


@pytest.mark.parametrize("allow_private", [False, True])
@pytest.mark.parametrize(
    ("ip", "kind"),
    [
        ("169.254.169.254", "a link-local address"),
        ("fe80::1", "a link-local address"),
        ("224.0.0.1", "a multicast address"),
        ("ff02::1", "a multicast address"),
        ("0.0.0.0", "no address at all"),
        ("0.1.2.3", "no address at all"),
        ("::", "no address at all"),
        ("::ffff:127.0.0.1", "an IPv4 address in disguise"),
        ("::ffff:93.184.216.34", "an IPv4 address in disguise"),
        ("::127.0.0.1", "an IPv4 address in disguise"),
        ("64:ff9b::7f00:1", "an IPv4 address in disguise"),
        ("64:ff9b:1::a00:1", "an IPv4 address in disguise"),
        ("2002:7f00:1::", "an IPv4 address in disguise"),
        ("2001:0:4136:e378:8000:63bf:3fff:fdd2", "an IPv4 address in disguise"),
        ("192.0.0.8", "a reserved address"),
        ("192.0.2.1", "a reserved address"),
        ("198.18.0.1", "a reserved address"),
        ("198.51.100.7", "a reserved address"),
        ("203.0.113.9", "a reserved address"),
        ("240.0.0.1", "a reserved address"),
        ("255.255.255.255", "a reserved address"),
        ("100::1", "a reserved address"),
        ("2001:2::1", "a reserved address"),
        ("2001:db8::1", "a reserved address"),
        ("3fff::1", "a reserved address"),
        ("5f00::1", "a reserved address"),
        ("fec0::1", "a reserved address"),
        ("fe80::1%eth0", "a link-local address"),
        ("localhost", "not an IP address"),
    ],
)
def test_others_are_closed_whatever_is_allowed(ip: str, kind: str, allow_private: bool) -> None:
    assert refusal(ip, allow_private=allow_private) == kind
