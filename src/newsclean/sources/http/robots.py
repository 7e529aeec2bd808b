"""robots.txt (RFC 9309): what a site wants left alone, and how fast it wants to be asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from protego import Protego

if TYPE_CHECKING:
    import httpx

    from newsclean.errors import FetchError

MAX_BYTES: Final = 500 * 1024
"""What RFC 9309, 2.5 asks a reader to take at least; Google takes exactly as much."""
MAX_AGE: Final = 24 * 3600.0
"""Seconds that a copy may be used (RFC 9309, 2.4)."""
MAX_SITES: Final = 4096
"""Sites remembered by one fetcher; the one that was read first is forgotten first."""
_LEADS_NOWHERE: Final = frozenset(("too_many_redirects", "bad_scheme", "forbidden_address"))
"""A redirect that ends nowhere counts as no file (RFC 9309, 2.3.1.2)."""
_ANSWERED: Final = frozenset(("http_status", "bot_wall", "not_html", "too_large"))
_CLIENT_ERROR: Final = 400
_TOO_MANY_REQUESTS: Final = 429
_SERVER_ERROR: Final = 500


@dataclass(frozen=True)
class Robots:
    """The wishes of one site."""

    rules: Protego | None = None
    """What robots.txt says; None where there is none."""
    unreadable: str | None = None
    """Why robots.txt could not be read though there may be one: then nothing is allowed (RFC 9309, 2.3.1.4)."""

    def refusal(self, url: str, product: str) -> str | None:
        """Why a page must not be fetched, or None when it may be."""
        if self.unreadable:
            return f"robots.txt could not be read ({self.unreadable}); Options(robots=False) goes on without"
        if self.rules is not None and not self.rules.can_fetch(url, product):
            return f"robots.txt asks {product} not to fetch this page; Options(robots=False) ignores it"
        return None

    def delay(self, product: str) -> float:
        """Seconds between two fetches that the site asks for; 0 when it does not say."""
        return float(self.rules.crawl_delay(product) or 0) if self.rules is not None else 0.0

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """Sitemaps that the file names."""
        return tuple(self.rules.sitemaps) if self.rules is not None else ()


def read_robots(body: bytes) -> Robots:
    """The wishes in the body of a robots.txt; rubbish asks for nothing."""
    return Robots(rules=Protego.parse(body.decode("utf-8-sig", "replace")))


def without_robots(error: FetchError) -> Robots | None:
    """The wishes of a site whose robots.txt cannot be had.

    Args:
        error: what came of asking.

    Returns:
        None when the site cannot be reached at all, which is for the caller to say.
    """
    if error.reason in _LEADS_NOWHERE:
        return Robots()
    if error.reason not in _ANSWERED or error.status is None:
        return None
    if _CLIENT_ERROR <= error.status < _SERVER_ERROR and error.status != _TOO_MANY_REQUESTS:
        return Robots()
    return Robots(unreadable=f"status {error.status}")


class RobotsCache:
    """Wishes of the sites that a fetcher has met; safe to share between threads."""

    def __init__(self) -> None:
        self._sites: dict[str, tuple[float, Robots]] = {}

    def get(self, site: str, now: float) -> Robots | None:
        """What is known of a site, unless it is too old.

        Args:
            site: as `site_of` gives it.
            now: a monotonic time in seconds.
        """
        read_at, robots = self._sites.get(site, (0.0, None))
        return robots if robots is not None and now - read_at < MAX_AGE else None

    def put(self, site: str, robots: Robots, now: float) -> None:
        """Remember what a site wants."""
        while len(self._sites) >= MAX_SITES:
            self._sites.pop(next(iter(self._sites)), None)
        self._sites[site] = (now, robots)


def site_of(url: httpx.URL) -> str:
    """Scheme, host and port: what one robots.txt speaks for."""
    return str(url.copy_with(raw_path=b"/", fragment=None))
