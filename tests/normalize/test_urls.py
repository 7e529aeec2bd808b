"""Addresses: absolute, clean, and the host that a site is known by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.normalize.urls import absolute, host, original, without_tracking

BASE = "https://example.org/a/b"


@pytest.mark.parametrize(
    ("address", "base", "expected"),
    [
        ("c.jpg", BASE, "https://example.org/a/c.jpg"),
        ("/c.jpg", BASE, "https://example.org/c.jpg"),
        ("//cdn.example.org/c.jpg", BASE, "https://cdn.example.org/c.jpg"),
        ("//cdn.example.org/c.jpg", None, "https://cdn.example.org/c.jpg"),
        ("https://other.example/c d.jpg", None, "https://other.example/c%20d.jpg"),
        (" https://other.example/c\n", None, "https://other.example/c"),
        ("c.jpg", None, None),
        ("data:image/gif;base64,R0lGOD", BASE, None),
        ("javascript:alert(1)", BASE, None),
        ("mailto:a@example.org", BASE, None),
        ("http://[", BASE, None),
        ("\u00a0https://other.example/c\ufeff", None, "https://other.example/c"),
        ("https://other.example/\x00c", None, "https://other.example/c"),
        ("https://other.example:port/c", None, None),
        ("java\tscript:alert(1)", BASE, None),
        ("\x01javascript:alert(1)", None, None),
        ("VBScript:x", BASE, None),
        ("https://<b>/c", BASE, None),
        ("https://a b/c", BASE, None),
        ("https://..example.org/c", BASE, None),
        ("https://örtchen.example/c", None, "https://örtchen.example/c"),
        ("http://[::1]:80/c", None, "http://[::1]:80/c"),
        ("https://example.org/quay_${width}.jpg", BASE, None),
        ("/quay-{{size}}.jpg", BASE, None),
        ("/{% static 'quay.jpg' %}", BASE, None),
        ("/{ quay.jpg", BASE, "https://example.org/{%20quay.jpg"),
        ("/quay-{1}.jpg", BASE, "https://example.org/quay-{1}.jpg"),
        ("", BASE, None),
        (None, BASE, None),
    ],
)
def test_addresses_are_made_absolute_or_given_up(address: str | None, base: str | None, expected: str | None) -> None:
    assert absolute(address, base) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/a?utm_source=x&id=7&fbclid=y#top", "https://example.org/a?id=7"),
        ("https://example.org/a?gclid=1", "https://example.org/a"),
        ("https://example.org/a?srsltid=AfmB_x&ns_campaign=1490&ito=1490", "https://example.org/a"),
        ("https://example.org/a?article8532", "https://example.org/a?article8532"),
        ("https://example.org/a?b=1&a=&source=x&ref=y", "https://example.org/a?b=1&a=&source=x&ref=y"),
        ("https://example.org/a?reference=1&cmp2=2", "https://example.org/a?reference=1&cmp2=2"),
        ("https://example.org/a?id=7&amp;utm_source=x&amp;amp;utm_medium=y", "https://example.org/a?id=7"),
        ("https://example.org/a?id=7&amp;page=2", "https://example.org/a?id=7&amp;page=2"),
        ("https://WWW.Example.ORG:443/A?B=C", "https://www.example.org/A?B=C"),
        ("http://example.org:80", "http://example.org"),
        ("https://example.org:80/a", "https://example.org:80/a"),
        ("https://example.org/a", "https://example.org/a"),
    ],
)
def test_tracking_goes_and_the_rest_stays(address: str, expected: str) -> None:
    assert without_tracking(address) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://WWW.Example.org:8080/a", "example.org"),
        ("https://news.example.org", "news.example.org"),
        ("nonsense", None),
        ("http://[", None),
        (None, None),
    ],
)
def test_the_host(address: str | None, expected: str | None) -> None:
    assert host(address) == expected


@given(st.text(max_size=80), st.none() | st.text(max_size=40))
def test_any_string_is_an_address_or_none(address: str, base: str | None) -> None:
    found = absolute(address, base)
    assert found is None or found.lower().startswith(("http://", "https://"))
    assert absolute(found, base) == found
    assert without_tracking(without_tracking(address)) == without_tracking(address)
    host(address)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://www-a-example.cdn.ampproject.org/v/s/www.a.example/quay?amp_js_v=0.1", "https://www.a.example/quay"),
        ("https://a-example.cdn.ampproject.org/c/a.example/quay", "http://a.example/quay"),
        ("https://www.google.co.uk/amp/s/a.example/quay/amp/", "https://a.example/quay/amp/"),
        ("https://a.bing-amp.com/c/s/a.example/quay", "https://a.example/quay"),
        ("https://web.archive.org/web/20240306120000/https://a.example/quay?id=3", "https://a.example/quay?id=3"),
        ("https://web.archive.org/web/20240306120000if_/http://a.example/quay", "http://a.example/quay"),
        ("https://a.example/quay/amp/", "https://a.example/quay/amp/"),
        ("https://www.google.com/search?q=quay", "https://www.google.com/search?q=quay"),
        ("https://web.archive.org/about/", "https://web.archive.org/about/"),
    ],
)
def test_addresses_of_copies(address: str, expected: str) -> None:
    assert original(address) == expected
