from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.model import Link
from newsclean.sources.feeds.json_feed import read_json_feed
from newsclean.sources.feeds.model import Unreadable

URL = "https://example.org/feed.json"
VERSION = "https://jsonfeed.org/version/1.1"


def feed(*items: Any) -> bytes:
    return json.dumps({"version": VERSION, "items": items}).encode()


def test_a_json_feed_gives_address_title_and_date() -> None:
    body = feed({"url": "/a", "title": "One", "date_published": "2020-11-23T10:00:00Z"}, {"url": "/b"}, {"url": "/a"})
    assert read_json_feed(body, URL).links == (
        Link(
            url="https://example.org/a",
            title="One",
            date_published=datetime(2020, 11, 23, 10, tzinfo=UTC),
            source="json_feed",
        ),
        Link(url="https://example.org/b", source="json_feed"),
    )


def test_items_without_a_usable_address_are_left_out() -> None:
    assert read_json_feed(feed({"id": "1"}, {"url": 7}, {"url": "ftp://x/"}, "x", None), URL).links == ()


@pytest.mark.parametrize(
    "body", [b"{", b"{}", b'{"items": []}', b'{"version": "2", "items": []}', b"[" * 100_000, b"\xff"]
)
def test_other_json_is_no_feed(body: bytes) -> None:
    with pytest.raises(Unreadable):
        read_json_feed(body, URL)


@given(
    st.dictionaries(
        st.sampled_from(["url", "title", "date_published"]), st.none() | st.integers() | st.text(max_size=9)
    )
)
def test_any_values_make_links_or_none(item: dict[str, Any]) -> None:
    assert len(read_json_feed(feed(item), URL).links) <= 1
