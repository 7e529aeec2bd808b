"""The pages of a site: from a feed or sitemap, or from a page to its feeds or to the sitemaps of its robots.txt."""

from __future__ import annotations

import logging
from collections import deque
from typing import TYPE_CHECKING, Final

from newsclean.errors import FetchError
from newsclean.sources.feeds.listing import read_listing
from newsclean.sources.feeds.model import MAX_LINKS, Listing, Unreadable
from newsclean.sources.http.flow import Fetch, Want

if TYPE_CHECKING:
    from newsclean.model import Link
    from newsclean.sources.http.exchange import Flow
    from newsclean.sources.http.flow import Shared

MAX_DOCUMENTS: Final = 20
"""Feeds and sitemaps read for one call; large papers have thousands of sitemaps, the newest first."""


def discover(shared: Shared, url: str) -> Flow[list[Link]]:
    """The pages that a feed or sitemap lists, or those of the feeds or sitemaps that a page or its site names.

    Each document is one fetch, with its own deadline and turn. A document further down that cannot be had is passed
    over, with a warning in the log `newsclean`.

    Raises:
        FetchError: the first document cannot be had, or is no list and no page.
    """
    fetch = Fetch(shared)
    first, place = yield from _listing(shared, fetch, url)
    queue = deque(first.listings)
    if first.is_page and not queue:
        queue.extend((yield from fetch.sitemaps(place)))
    links = {link.url: link for link in first.links}
    seen = {url, place}
    documents = 1
    while queue and documents < MAX_DOCUMENTS and len(links) < MAX_LINKS:
        further = queue.popleft()
        if further in seen:
            continue
        seen.add(further)
        documents += 1
        try:
            listing, _ = yield from _listing(shared, Fetch(shared), further)
        except FetchError as error:
            logging.getLogger("newsclean").warning("passed over while discovering %s: %s", url, error)
            continue
        queue.extend(listing.listings if not listing.is_page else ())
        for link in listing.links:
            links.setdefault(link.url, link)
    return list(links.values())[:MAX_LINKS]


def _listing(shared: Shared, fetch: Fetch, url: str) -> Flow[tuple[Listing, str]]:
    got = yield from fetch.get(url, Want(limit=shared.options.max_bytes))
    place = str(got.url)
    try:
        return read_listing(got.body, place, max_bytes=shared.options.max_bytes), place
    except Unreadable as why:
        raise FetchError("not_html", f"{why}: {place}", url=place, status=got.answer.status) from None
