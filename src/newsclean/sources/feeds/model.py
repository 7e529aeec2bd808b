"""What a list comes to, and when it is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from newsclean.model import Link

MAX_LINKS: Final = 50_000
"""The most links taken from one document: what the sitemap protocol allows in one."""


class Unreadable(Exception):  # noqa: N818 - says what is the case; the fetcher makes a FetchError of it
    """The document is no list, or one that must not be read; the message says why."""


@dataclass(frozen=True)
class Listing:
    """What one document lists."""

    links: tuple[Link, ...] = ()
    """Pages, in the order of the document."""
    listings: tuple[str, ...] = ()
    """Further lists: the sitemaps of an index, the newest first, or the feeds that a page names."""
    is_page: bool = False
    """Whether the document is a page, which lists nothing itself."""
