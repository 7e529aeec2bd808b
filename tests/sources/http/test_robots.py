from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.errors import FetchError
from newsclean.sources.http import robots
from newsclean.sources.http.robots import Robots, RobotsCache, read_robots, site_of, without_robots

if TYPE_CHECKING:
    from newsclean.errors import FetchReason

FILE = b"""\xef\xbb\xbfUser-agent: *
Disallow: /private/
Allow: /private/open$
Crawl-delay: 3

User-agent: newsclean
Disallow: /*.pdf$
Crawl-delay: 7
Sitemap: https://example.org/sitemap.xml
"""


def test_the_group_that_names_us_holds_and_no_other() -> None:
    wishes = read_robots(FILE)
    assert wishes.refusal("https://example.org/a.pdf", "newsclean")
    assert wishes.refusal("https://example.org/private/x", "newsclean") is None
    assert wishes.refusal("https://example.org/private/x", "somebody")
    assert wishes.refusal("https://example.org/private/open", "somebody") is None
    assert (wishes.delay("newsclean"), wishes.delay("somebody")) == (7.0, 3.0)
    assert wishes.sitemaps == ("https://example.org/sitemap.xml",)


def test_no_file_asks_for_nothing() -> None:
    assert Robots().refusal("https://example.org/", "newsclean") is None
    assert Robots().delay("newsclean") == 0.0
    assert Robots().sitemaps == ()


@given(st.binary(max_size=300))
def test_rubbish_is_a_file_like_any_other(body: bytes) -> None:
    read_robots(body).refusal("https://example.org/", "newsclean")


@pytest.mark.parametrize(
    ("reason", "status", "allowed"),
    [
        ("http_status", 404, True),
        ("http_status", 403, True),
        ("bot_wall", 403, True),
        ("http_status", 429, False),
        ("http_status", 500, False),
        ("http_status", 503, False),
        ("not_html", 200, False),
        ("too_large", 200, False),
        ("too_many_redirects", None, True),
        ("forbidden_address", None, True),
    ],
)
def test_a_file_that_is_not_there_allows_all_and_one_that_fails_nothing(
    reason: FetchReason, status: int | None, *, allowed: bool
) -> None:
    wishes = without_robots(FetchError(reason, "", url="", status=status))
    assert wishes is not None
    assert (wishes.refusal("https://example.org/", "newsclean") is None) is allowed


@pytest.mark.parametrize("status", [None, 200])
@pytest.mark.parametrize("reason", ["dns", "connect", "tls", "timed_out"])
def test_a_site_that_cannot_be_reached_has_no_wishes_to_tell(reason: FetchReason, status: int | None) -> None:
    assert without_robots(FetchError(reason, "", url="", status=status)) is None


def test_wishes_are_remembered_for_a_day() -> None:
    cache, wishes = RobotsCache(), Robots()
    cache.put("https://example.org/", wishes, 100.0)
    assert cache.get("https://example.org/", 100.0 + robots.MAX_AGE - 1) is wishes
    assert cache.get("https://example.org/", 100.0 + robots.MAX_AGE) is None
    assert cache.get("https://example.com/", 100.0) is None


def test_the_site_that_was_read_first_is_forgotten_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(robots, "MAX_SITES", 2)
    cache = RobotsCache()
    for site in "abc":
        cache.put(site, Robots(), 0.0)
    assert [cache.get(site, 0.0) is None for site in "abc"] == [True, False, False]


def test_a_file_speaks_for_scheme_host_and_port() -> None:
    assert site_of(httpx.URL("https://example.org:8443/a/b?c#d")) == "https://example.org:8443/"
    assert site_of(httpx.URL("http://example.org/")) == "http://example.org/"
