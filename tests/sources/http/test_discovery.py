from __future__ import annotations

import gzip
import logging
from typing import Any

import pytest

from newsclean.errors import FetchError
from newsclean.sources.http.discovery import MAX_DOCUMENTS, discover

ORIGIN = "https://example.org"


def urlset(*paths: str) -> bytes:
    return f"<urlset>{''.join(f'<url><loc>{ORIGIN}{path}</loc></url>' for path in paths)}</urlset>".encode()


def index(*paths: str) -> bytes:
    entries = "".join(f"<sitemap><loc>{ORIGIN}{path}</loc></sitemap>" for path in paths)
    return f"<sitemapindex>{entries}</sitemapindex>".encode()


def found(
    offline: Any, pages: dict[str, bytes], start: str, robots_txt: bytes | None = None, **options: Any
) -> list[str]:
    answers = {path: offline.page(body, content_type="application/octet-stream") for path, body in pages.items()}
    world = offline.World(offline.site(answers, robots_txt), **options)
    return [link.url.removeprefix(ORIGIN) for link in world.run(discover(world.shared, ORIGIN + start))]


def test_a_sitemap_lists_its_pages(offline: Any) -> None:
    assert found(offline, {"/map.xml": urlset("/a", "/b", "/a")}, "/map.xml") == ["/a", "/b"]


def test_an_index_lists_the_pages_of_its_sitemaps(offline: Any) -> None:
    pages = {
        "/i.xml": index("/1.xml.gz", "/2.xml"),
        "/1.xml.gz": gzip.compress(urlset("/a", "/b")),
        "/2.xml": urlset("/b", "/c"),
    }
    assert found(offline, pages, "/i.xml") == ["/a", "/b", "/c"]


def test_a_page_leads_to_its_feed(offline: Any) -> None:
    page = b'<!doctype html><link rel=alternate type="application/rss+xml" href="/rss">'
    feed = b"<rss><channel><item><link>/a</link></item></channel></rss>"
    assert found(offline, {"/": page, "/rss": feed}, "/") == ["/a"]


def test_a_page_without_a_feed_leads_to_the_sitemaps_of_its_site(offline: Any) -> None:
    pages = {"/": b"<!doctype html><p>", "/map.xml": urlset("/a")}
    assert found(offline, pages, "/", b"Sitemap: https://example.org/map.xml") == ["/a"]
    assert found(offline, pages, "/", b"Sitemap: https://example.org/map.xml", robots=False) == ["/a"]


def test_a_page_that_leads_nowhere_lists_nothing(offline: Any) -> None:
    assert found(offline, {"/": b"<!doctype html><p>"}, "/") == []


def test_indexes_in_circles_end(offline: Any) -> None:
    assert found(offline, {"/1": index("/2", "/1"), "/2": index("/1", "/3"), "/3": urlset("/a")}, "/1") == ["/a"]


def test_an_index_without_end_is_read_as_far_as_is_decent(offline: Any) -> None:
    pages = {f"/{n}": index(f"/{n + 1}", f"/{n}-pages") for n in range(100)}
    pages |= {f"/{n}-pages": urlset(f"/page-{n}") for n in range(100)}
    world = offline.World(offline.site({path: offline.page(body) for path, body in pages.items()}), robots=False)
    world.run(discover(world.shared, f"{ORIGIN}/0"))
    assert len(world.asked) <= MAX_DOCUMENTS


def test_a_sitemap_that_is_missing_is_passed_over_and_said(offline: Any, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "newsclean"):
        assert found(offline, {"/i.xml": index("/gone", "/1.xml"), "/1.xml": urlset("/a")}, "/i.xml") == ["/a"]
    assert "/gone" in caplog.text


def test_what_robots_txt_forbids_is_not_read(offline: Any, caplog: pytest.LogCaptureFixture) -> None:
    pages = {"/i.xml": index("/private/1.xml"), "/private/1.xml": urlset("/a")}
    assert found(offline, pages, "/i.xml", b"User-agent: *\nDisallow: /private/") == []


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"rubbish", "not_html"),
        (b'<!DOCTYPE rss [<!ENTITY a "b">]><rss/>', "not_html"),
        (gzip.compress(bytes(2_000_000), mtime=0), "not_html"),
        (b"x" * 1_000_001, "too_large"),
    ],
)
def test_a_first_document_that_cannot_be_read_is_an_error(offline: Any, body: bytes, reason: str) -> None:
    with pytest.raises(FetchError) as caught:
        found(offline, {"/x": body}, "/x", max_bytes=1_000_000)
    assert caught.value.reason == reason
    assert caught.value.url == f"{ORIGIN}/x"


def test_a_first_document_that_is_missing_is_an_error(offline: Any) -> None:
    with pytest.raises(FetchError) as caught:
        found(offline, {}, "/x")
    assert caught.value.status == 404
