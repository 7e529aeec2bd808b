"""Addresses: absolute, without tracking parameters, the host by which a site is known."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urljoin, urlsplit, urlunsplit

_TRACKING: Final = re.compile(
    r"(?:amp;)*"  # of "&amp;" that was escaped twice
    r"(?:utm_\w+|pk_\w+|mtm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|srsltid|msclkid|yclid|twclid|ttclid|li_fat_id|"
    r"epik|igshid|igsh|mc_[ce]id|_ga|_gl|_hsenc|_hsmi|hsa_\w+|mkt_tok|vero_\w+|oly_\w+|ns_\w+|cmpid|cmp|ncid|ocid|"
    r"ref_?src|ref_?url|wt_?mc|wt_zmc|at_\w+|xtor|s_?cid|ito|ico|sr_share|ftag|guccounter|guce_\w+|smid|smtyp|"
    r"__twitter_impression|outputType)",
    re.IGNORECASE,
)
"""Query parameters that only say where a reader came from; the names are those of the large advertising and analytics
products (Google, Meta, TikTok, LinkedIn, HubSpot, Marketo, Matomo, AT Internet, Webtrends, Comscore) and of newspapers'
share buttons. "ref" and "source" stay: on some sites they name the page."""
_PLAIN: Final = re.compile(r"https?://[a-z0-9][a-z0-9.-]*(?::\d+)?(?:/[^\s\[\]\x00-\x1f]*)?\Z")
"""Already absolute and in no need of repair: nearly all of them."""
_COPIES: Final = tuple(
    re.compile(rf"https?://{form}", re.IGNORECASE)
    for form in (
        r"[\w.-]+\.(?:cdn\.ampproject\.org|bing-amp\.com)/(?:wp/)?[a-z]/(?P<secure>s/)?(?P<rest>[\w-]+(?:\.[\w-]+)+(?::\d+)?/[^?#]*)(?:[?#].*)?",
        r"(?:www\.)?google\.[a-z.]{2,6}/amp/(?P<secure>s/)?(?P<rest>[\w-]+(?:\.[\w-]+)+/[^?#]*)(?:[?#].*)?",
        r"web\.archive\.org/(?P<secure>)web/\d{4,14}[a-z_]*/(?P<rest>https?://.+)",
    )
)
"""Addresses of copies that name the page which they copy."""
_WEB: Final = ("http", "https")
_NO_HOST: Final = re.compile(r"[^\w.\-:\[\]]|^\.|\.\.")
"""No host has such signs; the letters of every script are allowed, and the brackets of IPv6."""
_TEMPLATE: Final = re.compile(r"\$\{|\{\{|\{%%20")
"""What a script of the page would have filled in: `${`, `{{`, and `{% ` with its space escaped."""
_AROUND: Final = "".join(map(chr, (*range(0x21), 0x85, 0xA0, 0x200B, 0x2028, 0x2029, 0x3000, 0xFEFF)))
_INSIDE: Final = {**dict.fromkeys(range(0x20)), 0x20: "%20"}
"""Controls and spaces do not count around an address; inside one only the spaces do."""
_PORTS: Final = {"http": ":80", "https": ":443"}


def absolute(address: str | None, base: str | None) -> str | None:
    """A web address made absolute, or None when it is none.

    None are `data:`, `javascript:` and the like, broken ones, templates, and what is relative to nothing.
    """
    if not address:
        return None
    plain = _PLAIN.match(address) is not None
    if not plain:
        address = address.strip(_AROUND).translate(_INSIDE)
    if "{" in address and _TEMPLATE.search(address) is not None:
        return None
    if plain:
        return address
    try:
        joined = urljoin(base, address) if base else f"https:{address}" if address.startswith("//") else address
        parts = urlsplit(joined)
        web = parts.scheme.lower() in _WEB and bool(parts.hostname) and (parts.port is None or parts.port > 0)
        if not web or _NO_HOST.search(parts.hostname or ""):
            return None
    except ValueError:
        return None
    return joined


def without_tracking(address: str) -> str:
    """An absolute address without tracking parameters and fragment; its host in lower case, without the usual port."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    kept = [p for p in parts.query.split("&") if p and not _TRACKING.fullmatch(p.partition("=")[0])]
    user, at, place = parts.netloc.rpartition("@")
    netloc = user + at + place.lower().removesuffix(_PORTS.get(parts.scheme, ":"))
    return urlunsplit((parts.scheme, netloc, parts.path, "&".join(kept), ""))


def original(address: str) -> str:
    """The address of the page itself, where an absolute one leads to a cache of AMP pages or an archive."""
    for form in _COPIES:
        match = form.fullmatch(address)
        if match:
            rest = match["rest"]
            return (
                rest if rest.startswith(("http://", "https://")) else f"http{'s' if match['secure'] else ''}://{rest}"
            )
    return address


def host(address: str | None) -> str | None:
    """The host of an address in lower case, without "www.", or None."""
    try:
        name = urlsplit(address or "").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") or None if name else None
