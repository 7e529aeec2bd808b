"""Where fields are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.rules.fields import Source, parse_source, read_fields, values
from newsclean.rules.view import View

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Page
    from newsclean.rules.model import SiteRules

HEAD = """
<meta property="article:published_time" content="2024-05-01">
<meta name="us-date" content="5/1/2024 9:30 PM">
<meta name="Keywords" content="bridge"><meta name="keywords" content="river">
<script type="application/ld+json">
{"@graph": [
  {"@type": "NewsArticle", "headline": "A bridge",  "wordCount": 412, "isAccessibleForFree": false,
   "author": [{"name": "Jane Doe"}, {"name": "John Roe"}], "publisher": {"name": "The Example"},
   "dateModified": {"@type": "Date", "@value": "2024-05-02"}, "image": null},
  {"@type": "BreadcrumbList", "itemListElement": [[{"name": "News"}], {"name": "City"}]}
]}
</script>
"""
BODY = """
<h1>A  bridge</h1><h1 class="title"> </h1>
<p class="by"><a rel="author" href="/jane">Jane Doe</a> and <a rel="author" href="/john">John Roe</a></p>
<p>News / City / Rivers</p><p>News / Other / Line</p>
<img class="lead" src="/a.jpg"><img class="lead" alt="no address">
"""


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("jsonld:author.name", Source("jsonld", "author.name")),
        ("meta:article:published_time", Source("meta", "article:published_time")),
        ("text:^By (?P<value>.+)@x$", Source("text", "^By (?P<value>.+)@x$")),
        (r"url:/(\d+)/", Source("url", r"/(\d+)/")),
        ("h1", Source("css", "h1")),
        ("time[datetime]@datetime", Source("css", "time[datetime]", "datetime")),
        ("svg a@xlink:href", Source("css", "svg a", "xlink:href")),
        ('a[href="mailto:x@example.com"]', Source("css", 'a[href="mailto:x@example.com"]')),
        ('a[href="mailto:x@example.com"]@href', Source("css", 'a[href="mailto:x@example.com"]', "href")),
        ("a:hover", Source("css", "a:hover")),
        ("h1 ~ p =~ ^By (?P<value>.+)$", Source("css", "h1 ~ p", pattern="^By (?P<value>.+)$")),
        ("time@datetime =~ ^\\d{4}", Source("css", "time", "datetime", r"^\d{4}")),
        ("meta:title =~ ^.*", Source("meta", "title", pattern="^.*")),
        ("text:a =~ b", Source("text", "a =~ b")),
    ],
)
def test_a_source_is_told_by_its_prefix(text: str, source: Source) -> None:
    assert parse_source(text) == source


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("jsonld:headline", ("A bridge",)),
        ("jsonld:author.name", ("Jane Doe", "John Roe")),
        ("jsonld:author", ("Jane Doe", "John Roe")),
        ("jsonld:wordCount", ("412",)),
        ("jsonld:isAccessibleForFree", ("false",)),
        ("jsonld:dateModified", ("2024-05-02",)),
        ("jsonld:itemListElement.name", ("News", "City")),
        ("jsonld:headline.name", ()),
        ("jsonld:image", ()),
        ("jsonld:nothing.here", ()),
        ("meta:article:published_time", ("2024-05-01",)),
        ("meta:KEYWORDS", ("bridge", "river")),
        ("meta:nothing", ()),
        ("h1", ("A bridge",)),
        ("h1, .title, h1", ("A bridge",)),
        ("a[rel=author]@href", ("/jane", "/john")),
        ("img.lead@src", ("/a.jpg",)),
        ("text:^(?P<value>News)(?: / (?P<value>[^/]+))+$", ("News", "City", "Rivers")),
        ("text:A bridge", ("A bridge",)),
        ("text:^nothing$", ()),
        (r"url:/(?P<value>\d{4}/\d\d)/", ("2024/05",)),
        (r"url:\d{6}", ()),
        (r"url:/(?P<year>\d{4})/(?P<month>\d\d)/.*(?P<day>\d)$", ("2024-05-07",)),
        (r"meta:article:published_time =~ ^(?P<value>\d{4})", ("2024",)),
        (r"meta:article:published_time =~ ^\d{5}", ()),
        ("meta:us-date =~ ^(?P<month>.+)/(?P<day>.+)/(?P<year>.+) (?P<time>.+ .M)$", ("2024-05-01T21:30",)),
        ("meta:us-date =~ ^(?P<month>.+)/(?P<day>.+)/(?P<year>\\d+)(?P<time>x)?", ("2024-05-01",)),
        ("a[rel=author] =~ ^(?P<value>.+) Doe$", ("Jane",)),
    ],
)
def test_each_kind_of_source_gives_its_values(
    source: str, expected: tuple[str, ...], html_page: Callable[..., Page]
) -> None:
    view = View(html_page(BODY, head=HEAD, url="https://example.com/2024/05/bridge-7"))
    assert values(parse_source(source), view) == expected


@pytest.mark.parametrize("source", ["jsonld:headline", "meta:keywords", "h1", "img@src", "url:."])
def test_plain_text_has_no_markup_to_read_from(source: str, text_page: Callable[..., Page]) -> None:
    assert values(parse_source(source), View(text_page("A bridge"))) == ()


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("9:30", "2024-05-01T09:30"),
        ("09:30:15 AM", "2024-05-01T09:30:15"),
        ("12:05 a.m.", "2024-05-01T00:05"),
        ("12:05PM", "2024-05-01T12:05"),
        ("11:59 pm", "2024-05-01T23:59"),
        ("noon", "2024-05-01"),
    ],
)
def test_a_date_is_put_together_from_its_groups(time: str, expected: str, text_page: Callable[..., Page]) -> None:
    source = parse_source(r"text:(?P<day>\d+)\.(?P<month>\d+)\.(?P<year>\d{4})(?:, (?P<time>.+))?$")
    assert values(source, View(text_page(f"1.5.2024, {time}"))) == (expected,)
    assert values(source, View(text_page("1.5.2024"))) == ("2024-05-01",)


def test_a_date_without_one_of_its_parts_is_none(text_page: Callable[..., Page]) -> None:
    source = parse_source(r"text:(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?")
    assert values(source, View(text_page("2024-05"))) == ()


def test_values_are_as_written_though_apostrophes_are_matched_plain(text_page: Callable[..., Page]) -> None:
    view = View(text_page("By the city’s  desk"))
    assert values(parse_source("text:^By (?P<value>the city's desk)$"), view) == ("the city’s desk",)


def test_nested_lists_of_any_depth_are_walked(html_page: Callable[..., Page]) -> None:
    deep = '{"author": ' + "[" * 400 + '"Jane Doe"' + "]" * 400 + "}"
    view = View(html_page("<p>x</p>", head=f'<script type="application/ld+json">{deep}</script>'))
    assert values(parse_source("jsonld:author"), view) == ("Jane Doe",)


FIELDS = """
[fields]
title = ["h1.none", "h1", "meta:og:title"]
section = ['text:^Section: (?P<value>\\w+)$']
[[layout]]
id = "l"
[layout.fields]
title = ["h2"]
section = ["h3"]
"""


def test_the_first_source_that_gives_anything_wins_the_layout_before_the_site(
    rules: Callable[..., SiteRules], html_page: Callable[..., Page]
) -> None:
    site = rules(FIELDS)
    page = html_page("<h1>One</h1><h2>Two</h2><p>Section: City</p>")
    found, notices = read_fields(site, site.layout[0], View(page), frozenset())
    assert found == {"title": (("rule:example.com", "Two"),), "section": (("rule:example.com", "City"),)}
    assert notices == ()
    found, _ = read_fields(site, None, View(page), frozenset())
    assert found["title"] == (("rule:example.com", "One"),)


def test_a_field_that_is_switched_off_is_not_read(
    rules: Callable[..., SiteRules], html_page: Callable[..., Page]
) -> None:
    site = rules(FIELDS)
    found, _ = read_fields(site, None, View(html_page("<h1>One</h1>")), frozenset(["example.com/fields.title"]))
    assert found == {}


def test_a_source_that_takes_too_long_is_set_aside_and_the_next_one_asked(
    rules: Callable[..., SiteRules], text_page: Callable[..., Page]
) -> None:
    site = rules("[fields]\ntitle = ['text:^(a|a)*$', 'text:^Title: (?P<value>.+)']")
    found, notices = read_fields(site, None, View(text_page("a" * 60 + "!", "Title: Here")), frozenset())
    assert found == {"title": (("rule:example.com", "Here"),)}
    assert [notice.evidence["rule"] for notice in notices] == ["example.com/fields.title"]
