"""Addresses: absolute, without tracking parameters, the host by which a site is known."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import urljoin, urlsplit, urlunsplit

OWN_ADDRESSES: Final = 8
"""Addresses of which more is remembered: a page names its own about three times."""
_TRACKING: Final = re.compile(
    r"(?:utm_\w+|pk_\w+|mtm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|srsltid|msclkid|yclid|twclid|ttclid|li_fat_id|"
    r"epik|igshid|igsh|mc_[ce]id|_ga|_gl|_hsenc|_hsmi|hsa_\w+|mkt_tok|vero_\w+|oly_\w+|ns_\w+|cmpid|cmp|ncid|ocid|"
    r"ref_?src|ref_?url|wt_?mc|wt_zmc|at_\w+|xtor|s_?cid|ito|ico|sr_share|ftag|guccounter|guce_\w+|smid|smtyp|"
    r"__twitter_impression|outputType)",
    re.IGNORECASE,
)
"""Query parameters that only say where a reader came from; the names are those of the large advertising and analytics
products (Google, Meta, TikTok, LinkedIn, HubSpot, Marketo, Matomo, AT Internet, Webtrends, Comscore) and of newspapers'
share buttons. "ref" and "source" stay: on some sites they name the page."""
_PLAIN: Final = re.compile(r"https?://[a-z0-9][a-z0-9.-]*(?::\d+)?(?:/[^\s\[\]]*)?\Z")
"""Already absolute and in no need of repair: nearly all of them."""
_WEB: Final = ("http", "https")


def absolute(address: str | None, base: str | None) -> str | None:
    """A web address made absolute, or None when it is none (`data:`, `javascript:`, broken, or relative to nothing)."""
    if not address:
        return None
    if _PLAIN.match(address):
        return address
    address = address.strip().replace("\n", "").replace("\t", "").replace(" ", "%20")
    try:
        joined = urljoin(base, address) if base else f"https:{address}" if address.startswith("//") else address
        parts = urlsplit(joined)
        if parts.scheme.lower() not in _WEB or not parts.hostname:
            return None
    except ValueError:
        return None
    return joined


@lru_cache(maxsize=OWN_ADDRESSES)
def without_tracking(address: str) -> str:
    """An absolute address without tracking parameters and fragment; kept for the last few."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    kept = [p for p in parts.query.split("&") if p and not _TRACKING.fullmatch(p.partition("=")[0])]
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "&".join(kept), ""))


def host(address: str | None) -> str | None:
    """The host of an address in lower case, without "www.", or None."""
    try:
        name = urlsplit(address or "").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") or None if name else None
