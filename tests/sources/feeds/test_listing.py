from __future__ import annotations

import contextlib
import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.sources.feeds.listing import read_listing
from newsclean.sources.feeds.model import Listing, Unreadable

URL = "https://example.org/list"
URLSET = b"<urlset><url><loc>https://example.org/a</loc></url></urlset>"


def read(body: bytes, max_bytes: int = 100_000) -> Listing:
    return read_listing(body, URL, max_bytes=max_bytes)


@pytest.mark.parametrize(
    ("body", "source"),
    [
        (URLSET, "sitemap"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>" + URLSET, "sitemap"),
        (b"\n  <!-- made by hand -->" + URLSET, "sitemap"),
        (gzip.compress(URLSET, mtime=0), "sitemap"),
        (b"https://example.org/a\n", "sitemap"),
        (b"<rss><channel><item><link>https://example.org/a</link></item></channel></rss>", "rss"),
        (b'<feed><entry><link href="https://example.org/a"/></entry></feed>', "atom"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": [{"url": "/a"}]}', "json_feed"),
    ],
)
def test_each_kind_of_list_is_told_from_its_beginning(body: bytes, source: str) -> None:
    assert [(link.url, link.source) for link in read(body).links] == [("https://example.org/a", source)]


@pytest.mark.parametrize(
    "body", [b"<!DOCTYPE html><p>", b"<html>", b'<?xml version="1.0"?>\n<!-- x --><html xmlns="y">']
)
def test_a_page_is_a_page(body: bytes) -> None:
    assert read(body) == Listing(is_page=True)


@pytest.mark.parametrize(
    "body", [b"", b"rubbish", b"\x00\x01", b"%PDF-1.7", b"<p>no doctype", b"<?xml version='1.0'?><svg/>"]
)
def test_anything_else_is_said_to_be_none(body: bytes) -> None:
    with pytest.raises(Unreadable):
        read(body)


def test_a_packed_bomb_ends_at_the_limit() -> None:
    with pytest.raises(Unreadable, match="max_bytes"):
        read(gzip.compress(bytes(10_000_000)))


def test_a_packed_document_that_is_cut_off_is_damaged() -> None:
    with pytest.raises(Unreadable, match="damaged"):
        read(gzip.compress(URLSET, mtime=0)[:-5])


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"{", b"<rss>", b"<urlset><url><loc>", b"<!doctype html>", b"\x1f\x8b"]),
)
def test_any_bytes_are_a_list_or_unreadable(body: bytes, start: bytes) -> None:
    with contextlib.suppress(Unreadable):
        assert all(link.url.startswith("http") for link in read(start + body).links)
