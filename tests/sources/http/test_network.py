"""What connects to where; every address is on the loopback interface, or is refused before anything is sent."""

from __future__ import annotations

import socket
import threading
from typing import TYPE_CHECKING, Any

import httpcore
import pytest

from newsclean.errors import FetchError
from newsclean.sources.http import network
from newsclean.sources.http.network import Guard, Refused, SyncGuardBackend, system_resolver

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.model import Response

    Fetch = Callable[..., Response]

HOSTILE = (
    "127.0.0.1", "::1", "0.0.0.0", "::", "10.0.0.1", "172.16.0.1", "192.168.0.1", "100.64.0.1", "169.254.169.254",
    "fe80::1", "fec0::1", "fd00::1", "224.0.0.1", "ff02::1", "240.0.0.1", "255.255.255.255", "::ffff:127.0.0.1",
    "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::1", "::127.0.0.1",
)  # fmt: skip
SPELLINGS = (
    "http://localhost/", "http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f.1/",
    "http://017700000001/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://169.254.169.254/latest/",
    "http://10.0.0.1/", "http://100.64.0.1/", "http://0.0.0.0/", "http://[fe80::1]/", "file:///etc/passwd", "ftp://127.0.0.1/",
    "http://[fec0::1]/", "http://224.0.0.1/", "http://[2002:7f00:1::]/", "http://127。0。0。1/",
)  # fmt: skip


def forbid(*_address: Any, **_more: Any) -> None:
    pytest.fail("a connection was tried")


@pytest.fixture
def no_connections(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", forbid)
    monkeypatch.setattr(httpcore.AnyIOBackend, "connect_tcp", forbid)


@pytest.mark.parametrize("url", SPELLINGS)
def test_a_hostile_address_is_refused(fetch: Fetch, no_connections: None, url: str) -> None:
    with pytest.raises(FetchError) as caught:
        fetch(url, allow_private=False)
    assert caught.value.reason in ("forbidden_address", "bad_scheme")


@pytest.mark.parametrize("address", HOSTILE)
def test_a_name_with_a_hostile_address_is_refused(fetch: Fetch, no_connections: None, address: str) -> None:
    with pytest.raises(FetchError, match=r"evil\.test") as caught:
        fetch("http://evil.test/", allow_private=False, resolver=lambda _host, port: [(address, port)])
    assert caught.value.reason == "forbidden_address"


@pytest.mark.parametrize("address", HOSTILE)
def test_one_hostile_address_among_public_ones_is_enough(fetch: Fetch, no_connections: None, address: str) -> None:
    def resolver(_host: str, port: int) -> list[tuple[str, int]]:
        return [("93.184.215.14", port), (address, port)]

    with pytest.raises(FetchError) as caught:
        fetch("http://evil.test/", allow_private=False, resolver=resolver)
    assert caught.value.reason == "forbidden_address"


@pytest.mark.parametrize("url", SPELLINGS)
def test_a_redirect_to_a_hostile_address_is_refused(fetch: Fetch, server: Any, only_loopback: None, url: str) -> None:
    server.page("/", status="302 Found", location=url.encode().decode("latin-1"))
    with pytest.raises(FetchError) as caught:
        fetch("http://start.test/", allow_private=False, resolver=lambda *_: [("127.0.0.1", server.port)])
    assert caught.value.reason in ("forbidden_address", "bad_scheme")
    assert server.asked == ["/"]


@pytest.mark.parametrize("address", [address for address in HOSTILE if address != "127.0.0.1"])
def test_a_redirect_to_a_hostile_name_is_refused(fetch: Fetch, server: Any, only_loopback: None, address: str) -> None:
    server.page("/", status="302 Found", location="http://evil.test/")
    names = {"start.test": ("127.0.0.1", server.port), "evil.test": (address, 80)}
    with pytest.raises(FetchError) as caught:
        fetch("http://start.test/", allow_private=False, resolver=lambda host, _port: [names[host]])
    assert caught.value.reason == "forbidden_address"
    assert server.asked == ["/"]


def test_a_name_is_looked_up_once_a_connection_and_checked_each_time(
    fetch: Fetch, server: Any, only_loopback: None
) -> None:
    server.page("/")
    answers = [[("127.0.0.1", server.port)], [("169.254.169.254", 80)]]
    look_ups: list[str] = []

    def rebinding(host: str, _port: int) -> list[tuple[str, int]]:
        look_ups.append(host)
        return answers[len(look_ups) - 1]

    with pytest.raises(FetchError) as caught:
        fetch("http://rebind.test/", "http://rebind.test/", allow_private=False, resolver=rebinding)
    assert caught.value.reason == "forbidden_address"
    assert (len(look_ups), server.asked) == (2, ["/"])


def test_what_was_checked_is_what_is_connected_to(fetch: Fetch, server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    server.page("/")
    monkeypatch.setattr(socket, "getaddrinfo", numbers_only)
    assert fetch("http://name.test/", resolver=lambda *_: [("127.0.0.1", server.port)]).status == 200
    assert "host: name.test" in server.heads[0].lower()


def numbers_only(host: Any, port: Any, *_: Any, **__: Any) -> Any:
    assert host == "127.0.0.1", "a name was given to the operating system"
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port))]


def test_the_next_address_is_tried_when_one_does_not_answer(fetch: Fetch, server: Any) -> None:
    server.page("/")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        dead = listener.getsockname()[1]
    response = fetch("http://name.test/", resolver=lambda *_: [("127.0.0.1", dead), ("127.0.0.1", server.port)])
    assert response.status == 200


def test_proxies_of_the_environment_are_not_used(fetch: Fetch, server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert fetch(server.page("/")).status == 200


@pytest.mark.parametrize("outcome", [OSError(-2, "Name or service not known"), UnicodeError("label too long"), []])
def test_a_name_without_an_address_is_said_to_have_none(fetch: Fetch, outcome: Any) -> None:
    def resolver(_host: str, _port: int) -> Any:
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    with pytest.raises(FetchError, match=r"nowhere\.test") as caught:
        fetch("http://nowhere.test/", resolver=resolver)
    assert caught.value.reason == "dns"


def test_a_look_up_that_hangs_ends_with_the_deadline(fetch: Fetch) -> None:
    over = threading.Event()

    def resolver(_host: str, port: int) -> list[tuple[str, int]]:
        over.wait(30)
        return [("127.0.0.1", port)]

    try:
        with pytest.raises(FetchError) as caught:
            fetch("http://slow.test/", resolver=resolver, timeout=0.2)
        assert caught.value.reason == "timed_out"
    finally:
        over.set()


def test_a_bug_in_a_resolver_is_not_hidden() -> None:
    def resolver(_host: str, _port: int) -> Any:
        return {}["x"]

    with pytest.raises(KeyError):
        SyncGuardBackend(Guard(resolver, allow_private=True)).connect_tcp("a.test", 80)


def test_the_system_knows_itself() -> None:
    assert system_resolver("127.0.0.1", 80) == [("127.0.0.1", 80)]
    assert Guard(None, allow_private=True).addresses("127.1", 80) == [("127.0.0.1", 80)]
    with pytest.raises(Refused):
        Guard(None, allow_private=False).addresses("127.0.0.1", 80)


def test_a_name_whose_addresses_are_all_dead_is_not_reached(fetch: Fetch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        dead = listener.getsockname()[1]
    with pytest.raises(FetchError) as caught:
        fetch("http://name.test/", resolver=lambda *_: [("127.0.0.1", dead)] * 2)
    assert caught.value.reason == "connect"


def test_a_thread_whose_time_is_up_neither_connects_nor_reads(no_connections: None) -> None:
    backend = SyncGuardBackend(Guard(None, allow_private=True))
    backend.deadline.at = 0.0
    with pytest.raises(httpcore.ConnectTimeout):
        backend.connect_tcp("127.0.0.1", 80)


def test_a_connection_without_time_is_not_tried(no_connections: None) -> None:
    with pytest.raises(httpcore.ConnectTimeout):
        network._share(0.0, 1)
