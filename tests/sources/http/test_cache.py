"""The HTTP cache, on disk, in front of a server on the loopback interface."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from newsclean.errors import FetchError
from newsclean.options import Options
from newsclean.sources.http.fetcher import Fetcher

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newsclean.model import Response

    Fetch = Callable[..., Response]

DATE = "Mon, 23 Nov 2020 10:00:00 GMT"


def fresh() -> str:
    return time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime())


def test_a_page_that_may_be_kept_is_not_asked_for_again(fetch: Fetch, server: Any, tmp_path: Path) -> None:
    url = server.page("/", cache_control="max-age=600", date=fresh())
    first, second = fetch(url, cache=tmp_path), fetch(url, cache=tmp_path)
    assert (first.from_cache, second.from_cache) == (False, True)
    assert first.body == second.body
    assert server.asked == ["/"]


def test_a_page_that_must_be_confirmed_is_asked_for_by_its_tag(fetch: Fetch, server: Any, tmp_path: Path) -> None:
    url = server.page("/", etag='"v1"', cache_control="no-cache", date=fresh())
    first = fetch(url, cache=tmp_path)
    server.page("/", b"", status="304 Not Modified", etag='"v1"', date=fresh())
    second = fetch(url, cache=tmp_path)
    assert (second.status, second.body, second.from_cache) == (200, first.body, True)
    assert 'if-none-match: "v1"' in server.heads[1].lower()


@pytest.mark.parametrize("wish", ["no-store", "private, no-store"])
def test_a_page_that_may_not_be_kept_is_not(fetch: Fetch, server: Any, tmp_path: Path, wish: str) -> None:
    url = server.page("/", cache_control=wish)
    assert not fetch(url, url, cache=tmp_path).from_cache
    assert server.asked == ["/", "/"]


def test_a_page_for_one_reader_is_kept_since_the_cache_is_one_readers(
    fetch: Fetch, server: Any, tmp_path: Path
) -> None:
    url = server.page("/", cache_control="private, max-age=600", date=fresh())
    assert fetch(url, url, cache=tmp_path).from_cache


def test_a_compressed_page_is_kept_as_it_came(fetch: Fetch, server: Any, tmp_path: Path) -> None:
    import gzip

    url = server.page(
        "/", gzip.compress(b"<p>A page"), content_encoding="gzip", cache_control="max-age=600", date=fresh()
    )
    assert fetch(url, url, cache=tmp_path).body == b"<p>A page"


def test_a_page_that_was_refused_halfway_is_not_kept(fetch: Fetch, server: Any, tmp_path: Path) -> None:
    url = server.page("/", b"x" * 5000, cache_control="max-age=600", date=fresh())
    with pytest.raises(FetchError):
        fetch(url, cache=tmp_path, max_bytes=100)
    assert len(fetch(url, cache=tmp_path).body) == 5000


def test_a_stored_page_waits_for_nobody_and_asks_no_robots_txt(server: Any, tmp_path: Path) -> None:
    server.page("/robots.txt", b"User-agent: *\nCrawl-delay: 50", content_type="text/plain")
    url = server.page("/", cache_control="max-age=600", date=fresh())
    with Fetcher(Options(allow_private=True, cache=tmp_path, timeout=5.0)) as fetcher:
        fetcher.fetch(url)
        assert fetcher.fetch(url).from_cache
    assert server.asked == ["/robots.txt", "/"]


def test_a_stored_page_says_when_it_was_sent(fetch: Fetch, server: Any, tmp_path: Path) -> None:
    url = server.page("/", cache_control="max-age=999999999", date=DATE)
    response = fetch(url, url, cache=tmp_path)
    assert response.fetched_at is not None
    assert response.fetched_at.isoformat() == "2020-11-23T10:00:00+00:00"


def test_without_the_option_nothing_is_kept(fetch: Fetch, server: Any) -> None:
    url = server.page("/", cache_control="max-age=600", date=fresh())
    assert not fetch(url, url).from_cache


def test_a_directory_is_made_and_a_file_is_no_directory(fetch: Fetch, server: Any, tmp_path: Path) -> None:
    fetch(server.page("/"), cache=tmp_path / "new" / "place")
    assert (tmp_path / "new" / "place").is_dir()
    (tmp_path / "file").touch()
    with pytest.raises(ValueError, match="cannot be used"):
        fetch(server.url("/"), cache=tmp_path / "file")


def test_a_file_that_is_no_cache_is_said_at_once(fetch: Fetch, server: Any, tmp_path: Path) -> None:
    (tmp_path / "http.sqlite3").write_bytes(b"no database" * 100)
    with pytest.raises(ValueError, match="cannot be used"):
        fetch(server.url("/"), cache=tmp_path)


def test_without_the_extra_its_name_is_told(
    fetch: Fetch, server: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "hishel.httpx", None)
    with pytest.raises(ImportError, match=r"newsclean\[cache\]"):
        fetch(server.url("/"), cache=tmp_path)
