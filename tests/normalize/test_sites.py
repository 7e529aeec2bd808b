"""Site, publisher and canonical address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.normalize.sites import find_canonical, find_publisher, find_site

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.normalize.draft import Draft

URL = "https://www.example.org/world/quay?utm_source=x"


def page(head: str) -> str:
    return f"<html><head>{head}</head><body><h1>Q</h1><p>Text.</p></body></html>"


def jsonld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def test_the_name_of_the_rule_file_comes_first(draft: Callable[..., Draft]) -> None:
    made = draft(
        page('<meta property="og:site_name" content="example.org">'),
        site_name="Harbour Post",
        rules_applied=("example.org",),
    )
    found = find_site(made)
    assert found.provenance is not None
    assert (found.value, found.provenance.source) == ("Harbour Post", "rule:example.org")


@pytest.mark.parametrize(
    ("head", "site"),
    [
        ('<meta property="og:site_name" content="Harbour &amp; Sea">', "Harbour & Sea"),
        (jsonld('{"@type":"WebSite","name":"Harbour Post"}'), "Harbour Post"),
        ("", None),
    ],
)
def test_the_declared_name(draft: Callable[..., Draft], head: str, site: str | None) -> None:
    assert find_site(draft(page(head))).value == site


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        (
            jsonld('{"@type":"NewsArticle","publisher":{"@type":"Organization","name":"Harbour Press Ltd"}}'),
            "Harbour Press Ltd",
        ),
        (
            jsonld(
                '[{"@type":"NewsArticle","publisher":{"@id":"#p"}},{"@id":"#p","@type":"Organization","name":"Harbour Press"}]'
            ),
            "Harbour Press",
        ),
        (jsonld('{"@type":"NewsArticle","publisher":"https://example.org"}'), None),
        ('<meta name="DC.publisher" content="Harbour Press">', "Harbour Press"),
        ('<meta property="article:publisher" content="https://social.example/harbour">', None),
        ('<meta property="og:site_name" content="Harbour Post">', None),
    ],
)
def test_the_publisher(draft: Callable[..., Draft], head: str, publisher: str | None) -> None:
    assert find_publisher(draft(page(head))).value == publisher


@pytest.mark.parametrize(
    ("head", "canonical"),
    [
        ('<link rel="canonical" href="/world/quay?id=1&utm_medium=y#top">', "https://www.example.org/world/quay?id=1"),
        ('<meta property="og:url" content="https://example.org/quay">', "https://example.org/quay"),
        (
            jsonld('{"@type":"NewsArticle","mainEntityOfPage":{"@id":"https://example.org/quay"}}'),
            "https://example.org/quay",
        ),
        (
            '<link rel="canonical" href="https://example.org/"><meta property="og:url" content="https://example.org/quay">',
            "https://example.org/quay",
        ),
        ('<link rel="canonical" href="javascript:0">', None),
        ("", None),
    ],
)
def test_the_canonical_address(draft: Callable[..., Draft], head: str, canonical: str | None) -> None:
    assert find_canonical(draft(page(head), url=URL)).value == canonical


def test_addresses_that_differ_in_tracking_and_slash_do_not_conflict(draft: Callable[..., Draft]) -> None:
    head = '<link rel="canonical" href="https://example.org/quay/"><meta property="og:url" content="https://www.example.org/quay?utm_source=y">'
    found = find_canonical(draft(page(head))).provenance
    assert found is not None
    assert not found.conflict


def test_a_copy_names_what_it_copies(draft: Callable[..., Draft]) -> None:
    cached = "https://www-example-org.cdn.ampproject.org/c/s/www.example.org/world/quay"
    assert (
        find_canonical(draft(page(f'<link rel="canonical" href="{cached}">'))).value
        == "https://www.example.org/world/quay"
    )
    assert find_canonical(draft(page(""), url=cached)).value == "https://www.example.org/world/quay"


def test_the_link_of_a_counting_service(draft: Callable[..., Draft]) -> None:
    head = '<meta name="parsely-link" content="https://www.example.org/world/quay">'
    assert find_canonical(draft(page(head))).value == "https://www.example.org/world/quay"
