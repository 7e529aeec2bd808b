from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.sources.feeds.page import HEAD_BYTES, feeds_of

URL = "https://example.org/news/"


def test_a_page_names_its_feeds_in_order_and_once() -> None:
    page = b"""<!doctype html><head>
      <link rel="alternate" type="application/rss+xml" title="All" href="rss">
      <LINK REL='Alternate Feed' TYPE='application/atom+xml; charset=utf-8' HREF='/atom'>
      <link rel=alternate type=application/feed+json href=https://feeds.example.com/x>
      <link rel="alternate" type="application/rss+xml" href="rss">"""
    assert feeds_of(page, URL) == (
        "https://example.org/news/rss",
        "https://example.org/atom",
        "https://feeds.example.com/x",
    )


def test_the_base_of_the_page_counts() -> None:
    page = b'<base href="/other/"><link rel=alternate type=application/rss+xml href=rss>'
    assert feeds_of(page, URL) == ("https://example.org/other/rss",)


@pytest.mark.parametrize(
    "tag",
    [
        b'<link rel="alternate" hreflang="fr" href="/fr">',
        b'<link rel="stylesheet" type="application/rss+xml" href="/x">',
        b'<link rel="alternate" type="application/rss+xml">',
        b'<link rel="alternate" type="application/rss+xml" href="feed:x">',
        b'<link rel="alternate" type="application/rss+xml" href="/story/comments/feed">',
        b'<!-- <link rel="alternate" type="application/rss+xml" href="/rss"> -->',
        b" " * HEAD_BYTES + b'<link rel="alternate" type="application/rss+xml" href="/rss">',
    ],
)
def test_other_links_are_no_feeds(tag: bytes) -> None:
    assert feeds_of(tag, URL) == ()


@given(st.binary(max_size=300), st.text(max_size=30))
def test_any_page_names_web_addresses_or_none(body: bytes, href: str) -> None:
    page = body + f'<link rel=alternate type=application/rss+xml href="{href}">'.encode()
    assert all(feed.startswith("http") for feed in feeds_of(page, URL))
