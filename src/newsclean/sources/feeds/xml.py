"""RSS (0.9 to 2.0), Atom, sitemaps, news sitemaps, and indexes of sitemaps.

Feeds in the wild are often not quite XML, so the reader forgives. It loads nothing, and documents that declare entities
are refused before anything is parsed: no feed needs them, and bombs are made of them.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any, Final

from newsclean.model import Link
from newsclean.sources.feeds.model import MAX_LINKS, Listing, Unreadable
from newsclean.sources.feeds.values import absolute, date, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsclean.model import LinkSource

_ENTITY: Final = re.compile(rb"<!ENTITY|<\0!\0E\0N\0T|\0<\0!\0E\0N\0T", re.IGNORECASE)
"""Also in UTF-16."""
_ROOTS: Final = frozenset(("rss", "rdf", "feed", "urlset", "sitemapindex"))
_ENTRIES: Final = frozenset(("item", "entry", "url", "sitemap"))


def read_xml(body: bytes, url: str) -> Listing:
    """What a document lists.

    Raises:
        Unreadable: it is no feed and no sitemap, or it declares entities.
    """
    if _ENTITY.search(body):
        message = "it declares XML entities, which no feed needs and bombs are made of"
        raise Unreadable(message)
    links: dict[str, Link] = {}
    sitemaps: list[tuple[str, str]] = []
    known = False
    for name, entry in _entries(body):
        known = True
        if name == "sitemap":
            place = absolute(_text(entry, "loc"), url)
            sitemaps += [(_text(entry, "lastmod") or "", place)] if place else []
        elif name in _READERS:
            link = _READERS[name](entry, url)
            links.setdefault(link.url, link) if link else None
        if len(links) + len(sitemaps) >= MAX_LINKS:
            break
    if not known:
        message = "it is no feed and no sitemap"
        raise Unreadable(message)
    newest_first = sorted(sitemaps, key=lambda found: found[0], reverse=True)
    return Listing(links=tuple(links.values()), listings=tuple(place for _, place in newest_first))


def _entries(body: bytes) -> Iterator[tuple[str, Any]]:
    """Of a list, its root, under "", and its entries as they end, each forgotten when the next is asked for."""
    from lxml import etree

    events = etree.iterparse(
        io.BytesIO(body), events=("start", "end"), recover=True, resolve_entities=False, no_network=True,
        load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        _, root = next(events)
        if _local(root) not in _ROOTS:
            return
        yield "", root
        for event, element in events:
            name = _local(element)
            if event == "end" and name in _ENTRIES:
                yield name, element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except (StopIteration, etree.XMLSyntaxError):
        return  # beyond repair from here on: what came before counts


def _rss(item: Any, base: str) -> Link | None:
    guid = _child(item, "guid")
    permanent = guid is not None and guid.get("isPermaLink", "true").lower() != "false"
    place = absolute(_text(item, "link") or (_text(item, "guid") if permanent else None), base)
    when = date(_text(item, "pubDate") or _text(item, "date"))
    return _link(place, _text(item, "title"), when, "rss")


def _atom(entry: Any, base: str) -> Link | None:
    links = [child for child in entry if _local(child) == "link"]
    chosen = next((link for link in links if link.get("rel", "alternate") == "alternate"), None)
    place = absolute(chosen.get("href") if chosen is not None else None, base)
    return _link(place, _text(entry, "title"), date(_text(entry, "published") or _text(entry, "issued")), "atom")


def _sitemap(entry: Any, base: str) -> Link | None:
    place = absolute(_text(entry, "loc"), base)
    news = _child(entry, "news")
    if news is None:
        return _link(place, None, None, "sitemap")
    return _link(place, _text(news, "title"), date(_text(news, "publication_date")), "news_sitemap")


def _link(place: str | None, title: str | None, when: Any, source: LinkSource) -> Link | None:
    return Link(url=place, title=plain(title), date_published=when, source=source) if place else None


_READERS: Final[dict[str, Callable[[Any, str], Link | None]]] = {"item": _rss, "entry": _atom, "url": _sitemap}


def _local(element: Any) -> str:
    name = element.tag
    return name.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(name, str) else ""


def _child(element: Any, name: str) -> Any:
    return next((child for child in element if _local(child) == name.lower()), None)


def _text(element: Any, name: str) -> str | None:
    """The text of the first child of that name that has any."""
    for child in element:
        if _local(child) == name.lower():
            text = "".join(child.itertext()).strip()
            if text:
                return text
    return None
