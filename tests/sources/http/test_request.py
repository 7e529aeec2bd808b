from __future__ import annotations

import contextlib

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.errors import FetchError
from newsclean.sources.http.request import checked_url, product_token, request_headers, user_agent


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ("https://example.org", "https://example.org"),
        (" https://example.org/a \n", "https://example.org/a"),
        ("HTTPS://Example.ORG/A?b=c#d", "https://example.org/A?b=c"),
        ("https://user:secret@example.org/", "https://example.org/"),
        ("https://example.org/l’été è", "https://example.org/l%E2%80%99%C3%A9t%C3%A9%20%C3%A8"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("http://8.8.8.8:8080/x", "http://8.8.8.8:8080/x"),
        ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/"),
    ],
)
def test_a_web_address_may_be_asked_for(given: str, sent: str) -> None:
    url = checked_url(given)
    assert url == httpx.URL(sent)
    assert not url.userinfo


@pytest.mark.parametrize(
    "url",
    ["ftp://example.org/", "file:///etc/passwd", "data:text/html,x", "gopher://example.org", "javascript:alert(1)", "",
     "x", "//example.org/x", "http://", "http:///path", "https://.", "http://[::1", "http://\x00", "http://x:99999",
     "http://x:0", "http://256.256.256.256/"],
)  # fmt: skip
def test_anything_else_may_not(url: str) -> None:
    with pytest.raises(FetchError) as caught:
        checked_url(url)
    assert caught.value.reason == "bad_scheme"
    assert caught.value.url == url


@pytest.mark.parametrize(
    "host",
    ["localhost", "LOCALHOST", "localhost.", "a.localhost", "127.0.0.1", "127.1", "2130706433", "0x7f.1",
     "017700000001", "[::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "169.254.169.254", "10.1.2.3", "100.64.0.1",
     "0.0.0.0", "[fe80::1]", "[fe80::1%25eth0]", "127。0。0。1", "1.2.3.4.5"],
)  # fmt: skip
def test_a_host_that_is_not_public_needs_permission(host: str) -> None:
    with pytest.raises(FetchError) as caught:
        checked_url(f"http://{host}/")
    assert caught.value.reason == "forbidden_address"


def test_with_permission_it_may_be_asked() -> None:
    assert checked_url("http://localhost:8000/x", allow_private=True).host == "localhost"


def test_a_relative_address_starts_from_its_base() -> None:
    assert str(checked_url("../b", base=httpx.URL("https://example.org/a/c/d"))) == "https://example.org/a/b"


@pytest.mark.parametrize("target", ["//127.0.0.1/", "http://169.254.169.254/latest"])
def test_a_base_does_not_make_an_address_public(target: str) -> None:
    with pytest.raises(FetchError):
        checked_url(target, base=httpx.URL("http://example.org/"))


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_a_fetch_error(text: str) -> None:
    for url in (text, f"http://{text}", f"https://example.org/{text}"):
        with contextlib.suppress(FetchError):
            assert checked_url(url).scheme in ("http", "https")


def test_we_say_who_we_are_and_where_to_complain() -> None:
    assert user_agent().startswith("newsclean/")
    assert "+https://" in user_agent()
    assert user_agent("mine/1.0") == "mine/1.0"


@pytest.mark.parametrize("agent", ["mine\r\nx: y", "naïve/1.0"])
def test_a_name_that_no_header_can_hold_is_a_wrong_option(agent: str) -> None:
    with pytest.raises(ValueError, match="user_agent"):
        user_agent(agent)


def test_we_ask_for_what_we_can_read_in_the_language_of_the_site() -> None:
    headers = dict(request_headers("x"))
    assert headers["accept-encoding"] == "gzip, br, zstd"
    assert "accept-language" not in headers


@pytest.mark.parametrize(
    ("agent", "token"),
    [("newsclean/0.1.0 (+https://x)", "newsclean"), ("mine (a/b)", "mine"), ("mine", "mine"), ("/1", "newsclean")],
)
def test_robots_txt_knows_us_by_the_name_of_the_product(agent: str, token: str) -> None:
    assert product_token(agent) == token
