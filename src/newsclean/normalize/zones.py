"""The clock of a page: what it says in UTC, in the time of the country that its address is of."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from zoneinfo import ZoneInfo

_ZONES: Final[Mapping[str, str]] = {
    "ae": "Asia/Dubai", "ar": "America/Argentina/Buenos_Aires", "at": "Europe/Vienna", "be": "Europe/Brussels",
    "bg": "Europe/Sofia", "ch": "Europe/Zurich", "cl": "America/Santiago", "cn": "Asia/Shanghai",
    "co": "America/Bogota",
    "cz": "Europe/Prague", "de": "Europe/Berlin", "dk": "Europe/Copenhagen", "ee": "Europe/Tallinn",
    "eg": "Africa/Cairo", "es": "Europe/Madrid", "fi": "Europe/Helsinki", "fr": "Europe/Paris", "gr": "Europe/Athens",
    "hk": "Asia/Hong_Kong", "hr": "Europe/Zagreb", "hu": "Europe/Budapest", "ie": "Europe/Dublin",
    "il": "Asia/Jerusalem", "in": "Asia/Kolkata", "ir": "Asia/Tehran", "it": "Europe/Rome", "jp": "Asia/Tokyo",
    "ke": "Africa/Nairobi", "kr": "Asia/Seoul", "lt": "Europe/Vilnius", "lu": "Europe/Luxembourg", "lv": "Europe/Riga",
    "my": "Asia/Kuala_Lumpur", "ng": "Africa/Lagos", "nl": "Europe/Amsterdam", "no": "Europe/Oslo",
    "np": "Asia/Kathmandu",
    "pe": "America/Lima", "ph": "Asia/Manila", "pk": "Asia/Karachi", "pl": "Europe/Warsaw", "pt": "Europe/Lisbon",
    "ro": "Europe/Bucharest", "rs": "Europe/Belgrade", "se": "Europe/Stockholm", "sg": "Asia/Singapore",
    "si": "Europe/Ljubljana", "sk": "Europe/Bratislava", "th": "Asia/Bangkok", "tr": "Europe/Istanbul",
    "tw": "Asia/Taipei",
    "ua": "Europe/Kyiv", "uk": "Europe/London", "uy": "America/Montevideo", "vn": "Asia/Ho_Chi_Minh",
    "za": "Africa/Johannesburg",
}  # fmt: skip
"""Domains of countries that live by one clock, but for islands far away."""
_AS_GENERIC: Final = frozenset(("co",))
"""Domains that others use for what they sound like: only "com.co" is surely Colombia's."""


def local(value: datetime, url: str | None) -> datetime:
    """A moment on the clock of the country that an address is of; unchanged where the country has several, or none."""
    zone = _zone(_country(url))
    return value if zone is None else value.astimezone(zone)


def _country(url: str | None) -> str:
    try:
        labels = (urlsplit(url or "").hostname or "").split(".")
    except ValueError:
        return ""
    generic = labels[-1] in _AS_GENERIC and labels[-2:-1] != ["com"]
    return "" if generic else labels[-1]


@lru_cache(maxsize=len(_ZONES))
def _zone(country: str) -> ZoneInfo | None:
    name = _ZONES.get(country)
    if name is None:
        return None
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)
