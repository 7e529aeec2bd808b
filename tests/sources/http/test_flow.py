"""The decisions, without a network: a script answers, and a clock moves when it is told to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from newsclean.errors import FetchError
from newsclean.sources.http.exchange import Failure
from newsclean.sources.http.flow import MAX_REDIRECTS

if TYPE_CHECKING:
    from newsclean.sources.http.exchange import Answer


def refusal(world: Any, url: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        world.fetch(url)
    return caught.value


def test_robots_txt_is_asked_first_and_once_for_all_pages_of_a_site(offline: Any) -> None:
    world = offline.World(offline.site({"/a": offline.page(), "/b": offline.page()}))
    world.fetch("https://example.org/a")
    world.fetch("https://example.org/b")
    assert world.asked == ["https://example.org/robots.txt", "https://example.org/a", "https://example.org/b"]


def test_what_robots_txt_forbids_is_not_asked_for(offline: Any) -> None:
    world = offline.World(offline.site({"/a": offline.page()}, b"User-agent: *\nDisallow: /"))
    assert refusal(world, "https://example.org/a").reason == "blocked_by_robots"
    assert world.asked == ["https://example.org/robots.txt"]


def test_a_redirect_into_what_robots_txt_forbids_is_not_followed(offline: Any) -> None:
    world = offline.World(
        offline.site({"/a": offline.page(status=301, location="/private/b")}, b"User-agent: *\nDisallow: /private/")
    )
    assert refusal(world, "https://example.org/a").reason == "blocked_by_robots"
    assert "https://example.org/private/b" not in world.asked


def test_a_robots_txt_that_is_too_long_is_read_as_far_as_is_usual(offline: Any) -> None:
    rules = b"User-agent: *\nDisallow: /private/\n" + b"# \n" * 300_000
    world = offline.World(offline.site({"/a": offline.page()}, rules))
    assert refusal(world, "https://example.org/private/x").reason == "blocked_by_robots"
    assert world.fetch("https://example.org/a").status == 200


def test_a_site_whose_robots_txt_fails_is_left_alone(offline: Any) -> None:
    world = offline.World(offline.site({"/robots.txt": offline.page(status=503), "/a": offline.page()}))
    failed = refusal(world, "https://example.org/a")
    assert failed.reason == "blocked_by_robots"
    assert "Options(robots=False)" in failed.message


def test_a_site_that_cannot_be_reached_is_said_to_be_so(offline: Any) -> None:
    world = offline.World(lambda _url, _headers: Failure("dns", "no such name"))
    failed = refusal(world, "https://example.org/a")
    assert (failed.reason, failed.url) == ("dns", "https://example.org/a")


def test_a_redirect_is_checked_like_an_address_of_the_user(offline: Any) -> None:
    for target in ("http://169.254.169.254/latest", "http://localhost/", "ftp://example.org/x", "http://0x7f.1/"):
        world = offline.World(offline.site({"/a": offline.page(status=302, location=target)}))
        assert refusal(world, "https://example.org/a").reason in ("forbidden_address", "bad_scheme")


def test_a_redirect_in_circles_ends_at_the_second_round(offline: Any) -> None:
    world = offline.World(
        offline.site({"/a": offline.page(status=302, location="/b"), "/b": offline.page(status=302, location="/a")}),
        robots=False,
    )
    assert refusal(world, "https://example.org/a").reason == "too_many_redirects"
    assert len(world.asked) == 2


def test_a_redirect_without_end_ends(offline: Any) -> None:
    def further(url: str, _headers: dict[str, str]) -> tuple[Answer, bytes]:
        return offline.page(status=302, location=f"/{len(url)}{url[-40:]}x".replace("//", "/"))

    world = offline.World(further, robots=False)
    assert refusal(world, "https://example.org/a").reason == "too_many_redirects"
    assert len(world.asked) == MAX_REDIRECTS + 1


def test_a_redirect_to_itself_with_a_cookie_is_no_circle(offline: Any) -> None:
    def check(_url: str, headers: dict[str, str]) -> tuple[Answer, bytes]:
        return (
            offline.page()
            if "cookie" in headers
            else offline.page(status=302, location="/a", set_cookie="ok=1; Path=/")
        )

    world = offline.World(check, robots=False)
    assert world.fetch("https://example.org/a").status == 200
    world.fetch("https://example.org/a")
    assert len(world.asked) == 4, "the cookie was not forgotten"


def test_a_cookie_stays_with_its_host(offline: Any) -> None:
    sent: list[tuple[str, str | None]] = []

    def script(url: str, headers: dict[str, str]) -> tuple[Answer, bytes]:
        sent.append((url, headers.get("cookie")))
        return (
            offline.page(status=302, location="https://example.com/", set_cookie="a=1")
            if "org" in url
            else offline.page()
        )

    offline.World(script, robots=False).fetch("https://example.org/")
    assert sent == [("https://example.org/", None), ("https://example.com/", None)]


def test_fetches_from_one_host_keep_their_distance(offline: Any) -> None:
    world = offline.World(offline.site({"/a": offline.page(), "/b": offline.page()}), gap=1.0)
    for path in ("a", "b", "a"):
        world.fetch(f"https://example.org/{path}")
    assert world.waited == [1.0, 1.0]


def test_a_fetch_takes_one_turn_a_host_however_often_it_is_sent_on(offline: Any) -> None:
    world = offline.World(
        offline.site(
            {
                "/a": offline.page(status=301, location="/b"),
                "/b": offline.page(status=301, location="/c"),
                "/c": offline.page(),
            }
        ),
        gap=1.0,
    )
    world.fetch("https://example.org/a")
    assert world.waited == []


def test_a_site_may_ask_for_more_distance(offline: Any) -> None:
    world = offline.World(offline.site({"/a": offline.page()}, b"User-agent: *\nCrawl-delay: 5"), gap=1.0)
    for _ in range(3):
        world.fetch("https://example.org/a")
    assert world.waited == [5.0, 5.0]


def test_waiting_for_a_turn_does_not_count_against_the_deadline(offline: Any) -> None:
    world = offline.World(offline.site({"/a": offline.page()}, b"User-agent: *\nCrawl-delay: 50"), timeout=10.0)
    for _ in range(3):
        assert world.fetch("https://example.org/a").status == 200


def test_the_deadline_holds_for_all_requests_of_a_fetch_together(offline: Any) -> None:
    world = offline.World(
        offline.site({"/a": offline.page(status=301, location="/b"), "/b": offline.page()}),
        timeout=10.0,
        seconds_a_request=4.0,
    )
    assert refusal(world, "https://example.org/a").reason == "timed_out"


def test_a_server_that_is_busy_is_asked_again(offline: Any) -> None:
    world = offline.World(
        offline.site({"/a": [offline.page(status=503), offline.page(status=503), offline.page()]}), robots=False
    )
    assert world.fetch("https://example.org/a").status == 200
    assert len(world.asked) == 3


def test_but_not_for_ever(offline: Any) -> None:
    world = offline.World(offline.site({"/a": offline.page(status=503)}), robots=False)
    failed = refusal(world, "https://example.org/a")
    assert (failed.reason, failed.status, len(world.asked)) == ("http_status", 503, 3)


def test_a_connection_that_breaks_is_tried_again(offline: Any) -> None:
    world = offline.World(offline.site({"/a": [Failure("connect", "reset", again=True), offline.page()]}), robots=False)
    assert world.fetch("https://example.org/a").status == 200


def test_a_server_that_says_when_is_asked_then(offline: Any) -> None:
    world = offline.World(
        offline.site({"/a": [offline.page(status=429, retry_after="7"), offline.page()]}), robots=False
    )
    world.fetch("https://example.org/a")
    assert world.waited == [7.0]


def test_a_server_that_wants_a_long_rest_gets_it_from_the_other_fetches_too(offline: Any) -> None:
    world = offline.World(
        offline.site({"/a": offline.page(status=429, retry_after="600"), "/b": offline.page()}), robots=False
    )
    failed = refusal(world, "https://example.org/a")
    assert (failed.reason, failed.status) == ("http_status", 429)
    assert "600 s" in failed.message
    assert "left alone" in refusal(world, "https://example.org/b").message
    world.now += 601
    assert world.fetch("https://example.org/b").status == 200


def test_an_address_with_a_password_is_fetched_without_it(offline: Any) -> None:
    world = offline.World(offline.site({"/a": offline.page()}), robots=False)
    got = world.fetch("https://user:secret@example.org/a")
    assert got.url == "https://example.org/a"
    assert world.asked == ["https://example.org/a"]


def test_every_error_names_the_address_and_one_line(offline: Any) -> None:
    world = offline.World(offline.site({"/a": offline.page(b"%PDF", content_type="application/pdf")}), robots=False)
    failed = refusal(world, "https://example.org/a")
    assert failed.url == "https://example.org/a"
    assert failed.url in failed.message
    assert "\n" not in failed.message
