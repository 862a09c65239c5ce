from collections.abc import Iterable, Sequence

import httpcore2
import pytest

from corpus.web.connections import CheckedNetwork, system_resolver
from corpus.web.deadlines import within
from corpus.web.errors import UnreachableError

PUBLIC = "93.184.216.34"


class Network(httpcore2.MockBackend):
    """Connects to nothing; keeps where to, and how long it might have taken."""

    def __init__(self, silent: Sequence[str] = ()) -> None:
        super().__init__([b"hello"])
        self.tried: list[tuple[str, float]] = []
        self.silent = silent

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        self.tried.append((host, timeout or 0.0))
        if host in self.silent:
            raise httpcore2.ConnectTimeout("silent")
        return super().connect_tcp(host, port, timeout)

    @property
    def hosts(self) -> list[str]:
        return [host for host, _ in self.tried]


def test_a_name_is_resolved_once_and_what_was_checked_is_connected_to() -> None:
    answers = [[PUBLIC], ["127.0.0.1"]]  # what a rebinding name server says, one after the other
    network = Network()
    checked = CheckedNetwork(
        allow_private=False, resolve=lambda host, port: answers.pop(0), network=network
    )
    checked.connect_tcp("rebind.example", 80)
    assert network.hosts == [PUBLIC]
    assert answers == [["127.0.0.1"]]
    with pytest.raises(UnreachableError, match=r"127\.0\.0\.1, which is this machine itself"):
        checked.connect_tcp("rebind.example", 80)
    assert network.hosts == [PUBLIC]


def test_one_private_address_among_public_ones_is_enough() -> None:
    network = Network()
    checked = CheckedNetwork(
        allow_private=False, resolve=lambda host, port: [PUBLIC, "10.0.0.7"], network=network
    )
    with pytest.raises(UnreachableError, match="in a private network"):
        checked.connect_tcp("both.example", 80)
    assert network.hosts == []


def test_the_setting_is_named_only_where_it_helps() -> None:
    known = {"inner.example": ["10.0.0.7"], "cloud.example": ["169.254.169.254"]}
    checked = CheckedNetwork(allow_private=False, resolve=lambda host, port: known[host])
    for host, helps in (("inner.example", True), ("cloud.example", False)):
        with pytest.raises(UnreachableError) as caught:
            checked.connect_tcp(host, 80)
        assert ("allow_private" in caught.value.reason) is helps


def test_a_silent_address_leaves_time_for_the_next() -> None:
    network = Network(silent=["2606:4700::1111"])
    checked = CheckedNetwork(
        allow_private=False,
        resolve=lambda host, port: ["2606:4700::1111", PUBLIC],
        network=network,
    )
    with within(10):
        checked.connect_tcp("two.example", 443)
    assert network.hosts == ["2606:4700::1111", PUBLIC]
    assert network.tried[0][1] == pytest.approx(10 / 2, abs=0.1)
    assert network.tried[1][1] == pytest.approx(10, abs=0.1)


def test_the_last_silence_is_the_answer() -> None:
    network = Network(silent=[PUBLIC])
    checked = CheckedNetwork(
        allow_private=False, resolve=lambda host, port: [PUBLIC], network=network
    )
    with pytest.raises(httpcore2.ConnectTimeout):
        checked.connect_tcp("x.example", 80)


def test_when_the_time_is_up_nothing_is_waited_for() -> None:
    network = Network()
    checked = CheckedNetwork(
        allow_private=False, resolve=lambda host, port: [PUBLIC], network=network
    )
    stream = checked.connect_tcp("x.example", 80)
    with within(0), pytest.raises(httpcore2.TimeoutException):
        stream.read(10)
    with within(0), pytest.raises(httpcore2.TimeoutException):
        checked.connect_tcp("x.example", 80)
    assert stream.read(10) == b"hello"


def test_unknown_and_empty_names_are_told() -> None:
    def unknown(host: str, port: int) -> Sequence[str]:
        raise OSError("no such name")

    with pytest.raises(UnreachableError, match=r"its host gone\.example was not found"):
        CheckedNetwork(allow_private=True, resolve=unknown).connect_tcp("gone.example", 80)
    with pytest.raises(UnreachableError, match="no address"):
        CheckedNetwork(allow_private=True, resolve=lambda host, port: []).connect_tcp("e", 80)


def test_the_web_is_not_on_this_disk() -> None:
    with pytest.raises(UnreachableError):
        CheckedNetwork(allow_private=True).connect_unix_socket("/run/docker.sock")


def test_the_system_knows_this_machine() -> None:
    assert "127.0.0.1" in system_resolver("localhost", 80)
    with within(5):
        assert list(system_resolver("127.0.0.1", 80)) == ["127.0.0.1"]
