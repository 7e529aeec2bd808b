"""JSON Feed (jsonfeed.org, 1 and 1.1)."""

from __future__ import annotations

import json
from typing import Any

from newsclean.model import Link
from newsclean.sources.feeds.model import MAX_LINKS, Listing, Unreadable
from newsclean.sources.feeds.values import absolute, date, plain


def read_json_feed(body: bytes, url: str) -> Listing:
    """What a JSON Feed lists.

    Raises:
        Unreadable: it is none.
    """
    try:
        feed = json.loads(body)
    except (ValueError, RecursionError) as error:
        message = f"it is no JSON ({type(error).__name__})"
        raise Unreadable(message) from None
    items = feed.get("items")
    if not isinstance(items, list) or "jsonfeed.org" not in str(feed.get("version")):
        message = "it is JSON, but no JSON Feed"
        raise Unreadable(message)
    links: dict[str, Link] = {}
    for item in items[:MAX_LINKS]:
        link = _link(item, url) if isinstance(item, dict) else None
        if link is not None:
            links.setdefault(link.url, link)
    return Listing(links=tuple(links.values()))


def _link(item: dict[str, Any], base: str) -> Link | None:
    place = absolute(_string(item.get("url")), base)
    if place is None:
        return None
    title, published = _string(item.get("title")), _string(item.get("date_published"))
    return Link(url=place, title=plain(title), date_published=date(published), source="json_feed")


def _string(value: object) -> str | None:
    return value if isinstance(value, str) else None
