"""The feeds that a page names in its head (`<link rel="alternate" type="application/rss+xml">`)."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

from newsclean.sources.feeds.values import absolute

TYPES: Final = frozenset(
    ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
)
HEAD_BYTES: Final = 256 * 1024
"""Where a page's head ends at the latest; heads with inlined styles have up to 200 KB."""


class _Links(HTMLParser):
    def __init__(self, base: str) -> None:
        super().__init__(convert_charrefs=True)
        self.feeds: dict[str, None] = {}
        self._base = base

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the base and the feeds."""
        values = {name: value or "" for name, value in attrs}
        if tag == "base":
            self._base = absolute(values.get("href"), self._base) or self._base
        elif tag == "link" and "alternate" in values.get("rel", "").lower().split():
            place = absolute(values.get("href"), self._base)
            if place and values.get("type", "").split(";")[0].strip().lower() in TYPES:
                self.feeds.setdefault(place)


def feeds_of(body: bytes, url: str) -> tuple[str, ...]:
    """Addresses of the feeds that a page names, without those for comments.

    Args:
        body: the page.
        url: where it was.
    """
    parser = _Links(url)
    parser.feed(body[:HEAD_BYTES].decode("utf-8", "replace"))
    return tuple(feed for feed in parser.feeds if "/comments/" not in feed)
