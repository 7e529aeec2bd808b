"""Fetching as it looks over HTTP, replayed from cassettes (tests/cassettes/README.md)."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import anyio
import pytest

from newsclean.errors import FetchError
from newsclean.html.encoding import decode
from newsclean.options import Options
from newsclean.sources.http.fetcher import AsyncFetcher, Fetcher

if TYPE_CHECKING:
    from pathlib import Path

    from newsclean.model import Link, Response

FERRY = "https://www.presstv.ir/Detail/2019/03/17/591204/Ferry-line-Sarvan-reopens"
EXAMPLE = "https://news.example.org"


def fetch(url: str, **options: Any) -> Response:
    with Fetcher(Options(**options)) as fetcher:
        return fetcher.fetch(url)


def text_of(response: Response) -> str:
    return decode(response.body, response.header("content-type")).text


@pytest.mark.vcr
@pytest.mark.default_cassette("../../../pages")
def test_all_pages_of_the_repository_are_fetched_from_their_addresses(page_urls: dict[str, str]) -> None:
    with Fetcher() as fetcher:
        for name, url in page_urls.items():
            response = fetcher.fetch(url)
            assert (response.url, response.requested_url, response.status, response.via) == (url, url, 200, "http"), (
                name
            )
            assert response.header("X-Recorded-From") == "loopback-origin"
            assert response.fetched_at is not None
            assert response.fetched_at.tzinfo is not None
            assert b"<title>" in response.body


@pytest.mark.parametrize(
    ("name", "marks"),
    [
        (
            "2019-ferry",
            ('<h2 class="page-header">', '<div class="item-date">', '<figure class="item-image">', "item-text"),
        ),
        ("2026-bakeries", ("<h1>", 'class="detail-body body"', "name=DC.Date.Created")),
        ("french-2020-horlogers", ("Partager Cet Article", "« ", '<div class="item-text">')),
    ],
)
def test_the_shared_cassette_answers_any_test(
    recorded_pages: dict[str, str], name: str, marks: tuple[str, ...]
) -> None:
    text = text_of(fetch(recorded_pages[name]))
    assert all(mark in text for mark in marks)


def test_the_shared_cassette_answers_twice_and_tasks_too(recorded_pages: dict[str, str]) -> None:
    async def main() -> Response:
        async with AsyncFetcher() as fetcher:
            return await fetcher.fetch(FERRY)

    assert fetch(FERRY).body == fetch(FERRY).body == anyio.run(main).body


@pytest.mark.vcr
def test_a_mirror_redirects_across_hosts() -> None:
    response = fetch(FERRY.replace("www.presstv.ir", "presstv.com"))
    assert response.url == FERRY
    assert response.requested_url == FERRY.replace("www.presstv.ir", "presstv.com")


@pytest.mark.vcr
def test_plain_http_is_led_to_https() -> None:
    assert fetch("http://presstv.ir/Detail/2019/03/17/591204/Ferry-line-Sarvan-reopens").url == FERRY


@pytest.mark.vcr
@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd"])
def test_a_compressed_page_is_the_same_page(encoding: str) -> None:
    response = fetch(f"{FERRY}?encoding={encoding}")
    assert response.header("content-encoding") == encoding
    assert response.body == fetch(FERRY).body


@pytest.mark.vcr
@pytest.mark.parametrize("place", ["header", "meta"])
def test_the_charset_is_found_where_it_is_right(place: str) -> None:
    assert "Смотритель маяка" in text_of(fetch(f"{EXAMPLE}/charset/{place}"))


@pytest.mark.vcr
def test_a_missing_page_is_an_error_with_its_status() -> None:
    with pytest.raises(FetchError) as caught:
        fetch("https://www.presstv.ir/Detail/2019/03/17/1/gone")
    assert (caught.value.reason, caught.value.status) == ("http_status", 404)
    assert caught.value.url == "https://www.presstv.ir/Detail/2019/03/17/1/gone"


@pytest.mark.vcr
def test_robots_txt_is_obeyed() -> None:
    with pytest.raises(FetchError, match=r"robots\.txt asks newsclean") as caught:
        fetch(f"{EXAMPLE}/private/story")
    assert (caught.value.reason, caught.value.status) == ("blocked_by_robots", None)


@pytest.mark.vcr
def test_robots_txt_is_not_even_read_when_it_shall_not_count() -> None:
    assert fetch(f"{EXAMPLE}/private/story", robots=False).status == 200


@pytest.mark.vcr
def test_a_wish_of_robots_txt_for_others_is_no_wish_for_us() -> None:
    assert fetch(f"{EXAMPLE}/story").status == 200


@pytest.mark.vcr
def test_a_cookie_carries_one_fetch_and_is_forgotten() -> None:
    with Fetcher() as fetcher:
        assert fetcher.fetch(f"{EXAMPLE}/cookie-check").url == f"{EXAMPLE}/cookie-check"
        assert fetcher.fetch(f"{EXAMPLE}/cookie-check").status == 200  # the cassette holds the redirect twice


@pytest.mark.vcr
def test_a_busy_server_is_asked_again_when_it_said(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr(time, "sleep", waited.append)
    assert fetch(f"{EXAMPLE}/busy").status == 200
    assert waited == [1.0]


@pytest.mark.vcr
def test_a_page_in_the_cache_is_confirmed_by_its_tag(tmp_path: Path) -> None:
    first = fetch(f"{EXAMPLE}/tagged", cache=tmp_path)
    second = fetch(f"{EXAMPLE}/tagged", cache=tmp_path)
    assert (first.from_cache, second.from_cache) == (False, True)
    assert (second.status, second.body) == (200, first.body)


STORY = "Lighthouse keeper hands over the lamp to a clock"


@pytest.mark.vcr
@pytest.mark.parametrize(
    ("start", "source"),
    [("/rss.xml", "rss"), ("/atom.xml", "atom"), ("/feed.json", "json_feed"), ("/sitemap-news.xml.gz", "news_sitemap"),
     ("/sitemap-index.xml", "news_sitemap"), ("/story", "rss"), ("/story.amp", "news_sitemap")],
)  # fmt: skip
def test_pages_are_discovered(start: str, source: str) -> None:
    with Fetcher() as fetcher:
        first = fetcher.discover(EXAMPLE + start)[0]
    assert (first.url, first.title, first.source) == (f"{EXAMPLE}/story", STORY, source)
    assert first.date_published is not None
    assert first.date_published.isoformat() == "2026-11-13T18:04:00+01:00"


@pytest.mark.vcr
def test_a_task_discovers_the_same() -> None:
    async def main() -> list[Link]:
        async with AsyncFetcher() as fetcher:
            return await fetcher.discover(f"{EXAMPLE}/sitemap-index.xml")

    assert [link.url for link in anyio.run(main)] == [f"{EXAMPLE}/story", f"{EXAMPLE}/orchard"]


@pytest.mark.vcr
def test_a_page_that_is_gone_is_taken_from_the_archive() -> None:
    response = fetch(f"{EXAMPLE}/gone", archive=True)
    assert (response.via, response.url) == ("archive", f"{EXAMPLE}/gone")
    assert STORY in text_of(response)
    assert response.fetched_at is not None
    assert response.fetched_at.isoformat() == "2026-11-14T06:30:00+00:00"


@pytest.mark.vcr
def test_a_bot_wall_is_named() -> None:
    with pytest.raises(FetchError, match="Cloudflare") as caught:
        fetch(f"{EXAMPLE}/walled")
    assert (caught.value.reason, caught.value.status) == ("bot_wall", 403)


@pytest.mark.vcr
def test_what_is_no_page_is_refused() -> None:
    with pytest.raises(FetchError, match="application/pdf") as caught:
        fetch(f"{EXAMPLE}/report.pdf")
    assert (caught.value.reason, caught.value.status) == ("not_html", 200)


@pytest.mark.vcr
def test_an_amp_page_is_fetched_like_any_other() -> None:
    assert b'rel="canonical" href="https://news.example.org/story"' in fetch(f"{EXAMPLE}/story.amp").body


@pytest.mark.parametrize(
    ("what", "replacement"),
    [
        ("ACCEPT", "text/html"),
        ("ACCEPT_ENCODING", "gzip"),
    ],
)
def test_a_changed_header_turns_the_tests_red(
    recorded_pages: dict[str, str], monkeypatch: pytest.MonkeyPatch, what: str, replacement: str
) -> None:
    monkeypatch.setattr(f"newsclean.sources.http.request.{what}", replacement)
    with pytest.raises(Exception, match="the request headers have changed"):
        fetch(FERRY)


def test_another_user_agent_turns_the_tests_red(recorded_pages: dict[str, str]) -> None:
    with pytest.raises(Exception, match="the request headers have changed"):
        fetch(FERRY, user_agent="newsclean-fork/1.0")


def test_another_release_does_not(recorded_pages: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsclean.sources.http.request.__version__", "99.0")
    assert fetch(FERRY).status == 200
