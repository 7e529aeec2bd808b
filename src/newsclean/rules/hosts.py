"""Hosts: one spelling for each, and the look-up by host."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_T = TypeVar("_T")

ANY_BELOW = "*."
"""What a host entry starts with that means every host below a name, and not the name itself."""


def host_of(url: str | None) -> str | None:
    """The host of an address in its one spelling, or None when it names none."""
    if not url:
        return None
    try:
        host = urlsplit(url.strip()).hostname
    except ValueError:  # as "http://[": not an address
        return None
    return spell(host) if host else None


def spell(host: str) -> str:
    """The one spelling of a host: lower case, Unicode and not punycode, no `www.`, no dot at the end; short IPv6."""
    host = host.strip().rstrip(".").lower()
    if host.startswith("[") and host.endswith("]"):
        host = host[1:-1]
    if ":" in host:
        return _shortest(host)
    if not host.isascii() or "xn--" in host:
        labels = unicodedata.normalize("NFKC", host).lower().split(".")
        host = ".".join(map(_unicode_label, labels))
    bare = host.removeprefix("www.")
    return bare if "." in bare else host


def _shortest(address: str) -> str:
    """The one spelling of an IPv6 address; anything else with a colon is left as it is."""
    from ipaddress import AddressValueError, IPv6Address

    try:
        return IPv6Address(address).compressed
    except AddressValueError:
        return address


def look_up(hosts: Mapping[str, _T], host: str) -> _T | None:
    """What an index holds for a host in its one spelling: the host's own entry, else the nearest `*.` entry above."""
    for key in _keys(host):
        found = hosts.get(key)
        if found is not None:
            return found
    return None


def _keys(host: str) -> Iterator[str]:
    yield host
    rest = host
    while "." in rest:
        rest = rest.split(".", 1)[1]
        yield f"{ANY_BELOW}{rest}"


def _unicode_label(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return unicodedata.normalize("NFC", label[4:].encode("ascii").decode("punycode")).lower()
    except UnicodeError:
        return label
