"""Which addresses may be connected to: no I/O, no names, only numbers.

`ipaddress.is_global` alone is not enough: Python 3.11 calls fec0::1, 224.0.0.1, 2002:7f00:1:: and 64:ff9b::7f00:1
global, and the last two carry 127.0.0.1 inside them.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Final, TypeAlias

Address: TypeAlias = IPv4Address | IPv6Address

_SPECIAL: Final[tuple[tuple[IPv4Network | IPv6Network, str], ...]] = (
    (IPv6Network("::ffff:0:0/96"), "IPv4-mapped"),
    (IPv6Network("::ffff:0:0:0/96"), "IPv4-translated"),
    (IPv6Network("64:ff9b::/96"), "NAT64"),
    (IPv6Network("64:ff9b:1::/48"), "NAT64"),
    (IPv6Network("2001::/32"), "Teredo"),
    (IPv6Network("2002::/16"), "6to4"),
    (IPv4Network("192.88.99.0/24"), "6to4"),
    (IPv4Network("192.0.0.0/24"), "special-purpose"),
    (IPv6Network("100::/64"), "special-purpose"),
    (IPv6Network("2001::/23"), "special-purpose"),
    (IPv6Network("3fff::/20"), "special-purpose"),
    (IPv6Network("5f00::/16"), "special-purpose"),
)
"""First the ranges that carry an IPv4 address to somebody who unpacks it (RFC 4291, 6052, 8215, 4380, 3056), then
entries of IANA's special-purpose registries that versions of Python do not agree on."""

_KINDS: Final = ("unspecified", "loopback", "link_local", "multicast", "site_local", "private", "reserved")
"""Attributes of `ipaddress`, the most telling first; IPv4 has no `is_site_local`."""

_IPV4_PARTS: Final = 4
_OCTET: Final = 256


def literal(host: str) -> Address | None:
    """The address that the host of a URL spells, or None when it is a name.

    Reads what browsers read (the IPv4 parser of the URL Standard): 127.1, 2130706433, 0x7f.1 and 017700000001 all
    are 127.0.0.1. IPv6 is expected without brackets.

    Raises:
        ValueError: it ends in a number, so it can be no name, and is no address either.
    """
    if ":" in host:
        return ip_address(host)
    labels = host.removesuffix(".").split(".")
    if not (labels[-1].isdecimal() or labels[-1].lower().startswith("0x")):
        return None
    numbers = [_number(label) for label in labels]
    *head, tail = numbers
    fits = len(head) < _IPV4_PARTS and max(head, default=0) < _OCTET and tail < _OCTET ** (_IPV4_PARTS - len(head))
    if not fits:
        message = f"{host} is no IPv4 address"
        raise ValueError(message)
    value = tail
    for place, n in enumerate(head):
        value += n << (8 * (_IPV4_PARTS - 1 - place))
    return IPv4Address(value)


def _number(label: str) -> int:
    lowered = label.lower()
    if lowered.startswith("0x"):
        return int(lowered[2:] or "0", 16)
    return int(label, 8 if len(label) > 1 and label.startswith("0") else 10)


def why_forbidden(address: Address) -> str | None:
    """What makes an address no public one ("loopback", "NAT64", ...), or None when it is public."""
    for network, name in _SPECIAL:
        if address.version == network.version and address in network:
            return name
    for kind in _KINDS:
        if getattr(address, f"is_{kind}", False):
            return kind.replace("_", "-")
    return None if address.is_global else "not global"
