"""Sitemaps as plain text: one address a line (sitemaps.org, "Text file")."""

from __future__ import annotations

from newsclean.model import Link
from newsclean.sources.feeds.model import MAX_LINKS, Listing, Unreadable
from newsclean.sources.feeds.values import absolute


def read_text(body: bytes) -> Listing:
    """What a sitemap of lines lists.

    Raises:
        Unreadable: a line is no address.
    """
    lines = [line.strip() for line in body.decode("utf-8", "replace").splitlines()[: MAX_LINKS + 1]]
    places = [absolute(line, "") for line in lines[:MAX_LINKS] if line]
    if not places or None in places:
        message = "it is no feed, no sitemap and no page"
        raise Unreadable(message)
    return Listing(links=tuple(Link(url=place, source="sitemap") for place in dict.fromkeys(filter(None, places))))
