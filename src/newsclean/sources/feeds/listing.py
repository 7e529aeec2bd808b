"""Tells what kind of list a document is, and reads it."""

from __future__ import annotations

import re
from typing import Final

from newsclean.sources.body import Body, Damaged, TooLarge
from newsclean.sources.feeds.json_feed import read_json_feed
from newsclean.sources.feeds.model import Listing, Unreadable
from newsclean.sources.feeds.page import feeds_of
from newsclean.sources.feeds.text import read_text
from newsclean.sources.feeds.xml import read_xml

_GZIP_MAGIC: Final = b"\x1f\x8b"
_BOM: Final = b"\xef\xbb\xbf"
_XML: Final = re.compile(rb"\s*<(?:\?xml|rss\b|feed\b|rdf:RDF\b|urlset\b|sitemapindex\b|!--)", re.IGNORECASE)
_HTML: Final = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html\b)", re.IGNORECASE | re.DOTALL
)
_HEAD: Final = 4096
"""Bytes in which a document says what it is."""


def read_listing(body: bytes, url: str, *, max_bytes: int) -> Listing:
    """What a document lists: RSS, Atom, JSON Feed, a sitemap or an index of sitemaps, packed or not, or a page's feeds.

    Args:
        body: the document.
        url: where it was; relative addresses start from there.
        max_bytes: the most bytes of a packed document, unpacked.

    Raises:
        Unreadable: it is none of these, or it declares XML entities.
    """
    if body.startswith(_GZIP_MAGIC):
        body = _unpacked(body, max_bytes)
    body = body.removeprefix(_BOM)
    head = body[:_HEAD]
    if _HTML.match(head):
        return Listing(listings=feeds_of(body, url), is_page=True)
    if head.lstrip().startswith(b"{"):
        return read_json_feed(body, url)
    if _XML.match(head):
        return read_xml(body, url)
    return read_text(body)


def _unpacked(body: bytes, max_bytes: int) -> bytes:
    unpacked = Body("gzip", limit=max(max_bytes, len(body)))
    try:
        unpacked.feed(body)
        return unpacked.finish()
    except TooLarge:
        message = f"it has more than max_bytes={max_bytes} when unpacked"
        raise Unreadable(message) from None
    except Damaged as error:
        message = f"it is damaged ({error})"
        raise Unreadable(message) from None
