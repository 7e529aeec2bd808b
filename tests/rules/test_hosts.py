"""One spelling for each host."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.rules.hosts import host_of, look_up, spell


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://example.com/a", "example.com"),
        ("https://WWW.Example.COM/a", "example.com"),
        ("http://example.com:8080/", "example.com"),
        ("https://user@example.com./x", "example.com"),
        ("https://m.example.com/x", "m.example.com"),
        ("https://xn--mller-kva.example/x", "müller.example"),
        ("https://MÜLLER.example/x", "müller.example"),
        ("http://192.0.2.7/2015/x", "192.0.2.7"),
        ("http://[2001:DB8::7]/x", "2001:db8::7"),
        ("http://[2001:0db8:0:0:0:0:0:7]:8080/x", "2001:db8::7"),
        ("http://[fe80::1%25eth0]/x", "fe80::1%25eth0"),
        ("https://www.com/", "www.com"),
        ("  https://example.com/x\n", "example.com"),
    ],
)
def test_every_way_to_write_a_host_gives_one_spelling(url: str, host: str) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    "url", [None, "", "example.com/a", "/a/b", "file:///tmp/x.html", "http://[", "mailto:a@example.com"]
)
def test_what_names_no_host_has_none(url: str | None) -> None:
    assert host_of(url) is None


def test_an_address_in_brackets_is_the_address() -> None:
    assert spell("[2001:DB8::7]") == host_of("http://[2001:db8::7]/")


def test_punycode_that_is_none_is_left_as_it_is() -> None:
    assert spell("xn--\u00e9.example") == "xn--é.example"
    assert spell("xn--99999999999.example") == "xn--99999999999.example"


def test_the_exact_entry_comes_before_the_wildcard_and_the_nearer_wildcard_before_the_farther() -> None:
    hosts = {"a.b.example.com": 1, "*.b.example.com": 2, "*.example.com": 3}
    assert look_up(hosts, "a.b.example.com") == 1
    assert look_up(hosts, "c.b.example.com") == 2
    assert look_up(hosts, "x.y.example.com") == 3


def test_a_wildcard_does_not_match_the_name_itself_nor_a_name_that_only_ends_alike() -> None:
    assert look_up({"*.example.com": 1}, "example.com") is None
    assert look_up({"*.example.com": 1}, "badexample.com") is None
    assert look_up({"example.com": 1}, "news.example.com") is None


@given(st.lists(st.text(st.characters(categories=["L", "Nd"]), min_size=1), min_size=2, max_size=4).map(".".join))
def test_spelling_a_host_twice_changes_nothing(host: str) -> None:
    assert spell(spell(host)) == spell(host)


@given(st.text(max_size=40))
def test_no_address_breaks_it(text: str) -> None:
    host_of(text)
    host_of(f"https://{text}/x")
