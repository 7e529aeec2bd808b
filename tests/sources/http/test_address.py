from __future__ import annotations

import contextlib
from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.sources.http.address import literal, why_forbidden


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.1",
        "127.0.1",
        "2130706433",
        "0x7f.1",
        "0x7F000001",
        "017700000001",
        "0177.0.0.01",
        "127.0.0.1.",
    ],
)
def test_every_spelling_of_an_address_is_that_address(host: str) -> None:
    assert literal(host) == IPv4Address("127.0.0.1")


@pytest.mark.parametrize("host", ["example.org", "1.example", "127.0.0.1.example", "0x7f.example", "a1", "xn--1-zfa"])
def test_a_name_is_no_address(host: str) -> None:
    assert literal(host) is None


@pytest.mark.parametrize(
    "host", ["1.2.3.4.5", "256.0.0.1", "1.2.3.256", "4294967296", "08", "0xzz", "a.1", "1..2", "::g"]
)
def test_a_number_that_is_no_address_is_no_name_either(host: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the kind is all there is
        literal(host)


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("127.0.0.1", "loopback"),
        ("::1", "loopback"),
        ("0.0.0.0", "unspecified"),
        ("::", "unspecified"),
        ("10.0.0.1", "private"),
        ("172.16.0.1", "private"),
        ("192.168.1.1", "private"),
        ("100.64.0.1", "not global"),
        ("192.0.0.8", "special-purpose"),
        ("198.18.0.1", "private"),
        ("203.0.113.7", "private"),
        ("240.0.0.1", "private"),
        ("255.255.255.255", "private"),
        ("169.254.169.254", "link-local"),
        ("fe80::1", "link-local"),
        ("fe80::1%2", "link-local"),
        ("224.0.0.1", "multicast"),
        ("ff02::1", "multicast"),
        ("fec0::1", "site-local"),
        ("fc00::1", "private"),
        ("fd12:3456::1", "private"),
        ("2001:db8::1", "private"),
        ("::127.0.0.1", "reserved"),
        ("::ffff:127.0.0.1", "IPv4-mapped"),
        ("::ffff:8.8.8.8", "IPv4-mapped"),
        ("::ffff:0:7f00:1", "IPv4-translated"),
        ("64:ff9b::7f00:1", "NAT64"),
        ("64:ff9b:1::7f00:1", "NAT64"),
        ("2002:7f00:1::", "6to4"),
        ("2001:0:7f00:1::1", "Teredo"),
    ],
)
def test_an_address_that_is_not_public_is_forbidden(address: str, why: str) -> None:
    assert why_forbidden(ip_address(address)) == why


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.215.14", "1.1.1.1", "2606:4700::1111", "2a00:1450:4001::1"])
def test_a_public_address_is_not(address: str) -> None:
    assert why_forbidden(ip_address(address)) is None


@given(st.ip_addresses(v=4))
def test_a_dotted_address_is_read_as_python_reads_it(address: IPv4Address) -> None:
    assert literal(str(address)) == address
    assert literal(str(int(address))) == address
    assert literal(hex(int(address))) == address


@given(st.ip_addresses(v=6))
def test_an_ipv6_address_is_read_as_python_reads_it(address: IPv6Address) -> None:
    assert literal(str(address)) == address


@given(st.ip_addresses(v=4))
def test_no_way_of_carrying_a_private_address_in_ipv6_is_public(address: IPv4Address) -> None:
    value = int(address)
    carried = (
        IPv6Address(0xFFFF << 32 | value),
        IPv6Address(0x64FF9B << 96 | value),
        IPv6Address(0x2002 << 112 | value << 80),
        IPv6Address(0x20010000 << 96 | value ^ 0xFFFFFFFF),
        IPv6Address(value),
    )
    assert all(why_forbidden(one) for one in carried)


@given(st.text())
def test_any_host_is_an_address_a_name_or_an_error(host: str) -> None:
    with contextlib.suppress(ValueError):
        address = literal(host)
        assert address is None or why_forbidden(address) != ""
