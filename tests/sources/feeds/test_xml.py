from __future__ import annotations

import tracemalloc
from datetime import UTC, datetime, timedelta, timezone

import pytest

from newsclean.model import Link
from newsclean.sources.feeds import xml
from newsclean.sources.feeds.model import Unreadable
from newsclean.sources.feeds.xml import read_xml

URL = "https://example.org/list.xml"


def links(body: str) -> tuple[Link, ...]:
    return read_xml(body.encode(), URL).links


def test_rss_gives_address_title_and_date() -> None:
    body = """<rss version="2.0"><channel><title>Site</title><link>https://example.org/</link>
      <item><title>One &amp;amp; &lt;b&gt;two&lt;/b&gt;</title><link> /a </link>
        <pubDate>Mon, 23 Nov 2020 10:00:00 +0330</pubDate></item>
      <item><title><![CDATA[Three <i>four</i>]]></title><guid>https://example.org/b</guid></item>
      <item><guid isPermaLink="false">https://example.org/c</guid></item>
      <item><title>No address</title></item>
    </channel></rss>"""
    assert links(body) == (
        Link(
            url="https://example.org/a",
            title="One & two",
            date_published=datetime(2020, 11, 23, 10, tzinfo=timezone(timedelta(hours=3, minutes=30))),
            source="rss",
        ),
        Link(url="https://example.org/b", title="Three four", source="rss"),
    )


def test_rss_1_and_dublin_core_are_rss_too() -> None:
    body = """<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/" xmlns:dc="d"><item><link>/a</link>
      <dc:date>2020-11-23T10:00:00Z</dc:date></item></rdf:RDF>"""
    assert links(body) == (
        Link(url="https://example.org/a", date_published=datetime(2020, 11, 23, 10, tzinfo=UTC), source="rss"),
    )


def test_atom_gives_the_page_and_the_day_of_publication_not_of_change() -> None:
    body = """<feed xmlns="http://www.w3.org/2005/Atom">
      <entry><title type="html">A &lt;b&gt;b&lt;/b&gt;</title><link rel="self" href="/feed"/><link href="/a"/>
        <published>2020-11-23T10:00:00Z</published><updated>2020-11-24T10:00:00Z</updated></entry>
      <entry><link rel="alternate" href="/b"/><updated>2020-11-24T10:00:00Z</updated></entry>
    </feed>"""
    assert links(body) == (
        Link(
            url="https://example.org/a",
            title="A b",
            date_published=datetime(2020, 11, 23, 10, tzinfo=UTC),
            source="atom",
        ),
        Link(url="https://example.org/b", source="atom"),
    )


def test_a_news_sitemap_has_titles_and_dates_and_a_plain_one_has_not() -> None:
    body = """<urlset xmlns="s" xmlns:news="n" xmlns:image="i">
      <url><loc>/a</loc><news:news><news:publication><news:name>Site</news:name></news:publication>
        <news:publication_date>2020-11-23</news:publication_date><news:title>One</news:title></news:news></url>
      <url><loc>/b</loc><lastmod>2020-11-24</lastmod><image:image><image:loc>/b.jpg</image:loc></image:image></url>
    </urlset>"""
    assert links(body) == (
        Link(url="https://example.org/a", title="One", date_published=datetime(2020, 11, 23), source="news_sitemap"),  # noqa: DTZ001
        Link(url="https://example.org/b", source="sitemap"),
    )


def test_an_index_names_its_sitemaps_the_newest_first() -> None:
    body = b"""<sitemapindex><sitemap><loc>/old</loc><lastmod>2019-01-01</lastmod></sitemap>
      <sitemap><loc>/new</loc><lastmod>2020-11-23T10:00:00Z</lastmod></sitemap><sitemap><loc>/undated</loc></sitemap></sitemapindex>"""
    assert read_xml(body, URL).listings == tuple(f"https://example.org/{name}" for name in ("new", "old", "undated"))


def test_an_address_counts_once_and_only_web_addresses_count() -> None:
    body = "<urlset>" + "".join(
        f"<url><loc>{loc}</loc></url>"
        for loc in ("/a", "/a#b", "ftp://x/", "javascript:x", "http://[::1", "", "mailto:a@b")
    )
    assert [link.url for link in links(body + "</urlset>")] == ["https://example.org/a"]


@pytest.mark.parametrize(
    "body",
    [
        "<rss><channel><item><link>/a</link></item><item><link>/b</li",
        "<rss><channel><item><title>AT&T &nbsp; &bad;</title><link>/a</link></item></channel></rss>",
        "<rss><channel><item><title>\x0b</title><link>/a</link></item>",
        '<rss><channel><item><media:thing a="b"/><link>/a</link></item></channel></rss>',
        '<?xml version="1.0" encoding="no-such"?><rss><channel><item><link>/a</link></item></channel></rss>',
    ],
)
def test_a_feed_that_is_not_quite_xml_is_read_as_far_as_it_goes(body: str) -> None:
    assert links(body)[0].url == "https://example.org/a"


def test_other_charsets_are_read() -> None:
    item = "<item><title>Маяк</title><link>/a</link></item>"
    body = f'<?xml version="1.0" encoding="windows-1251"?><rss><channel>{item}</channel></rss>'
    assert read_xml(body.encode("cp1251"), URL).links[0].title == "Маяк"
    assert read_xml(body.replace("windows-1251", "utf-16").encode("utf-16"), URL).links[0].title == "Маяк"


LAUGHS = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><rss><item><link>&b;</link></item></rss>'


@pytest.mark.parametrize(
    "body",
    [
        LAUGHS.encode(),
        LAUGHS.encode("utf-16"),
        LAUGHS.encode("utf-16-be"),
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><rss><channel/></rss>',
        b'<!DOCTYPE x [<!entity % y SYSTEM "http://127.0.0.1/">%y;]><rss><channel/></rss>',
    ],
)
def test_a_document_that_declares_entities_is_refused(body: bytes) -> None:
    with pytest.raises(Unreadable, match="entities"):
        read_xml(body, URL)


def test_a_document_of_great_depth_is_no_burden() -> None:
    deep = b"<rss>" + b"<a>" * 100_000
    tracemalloc.start()
    assert read_xml(deep, URL).links == ()
    assert tracemalloc.get_traced_memory()[1] < 50_000_000
    tracemalloc.stop()


def test_a_list_of_any_length_is_read_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml, "MAX_LINKS", 100)
    body = "<urlset>" + "".join(f"<url><loc>/{n}</loc></url>" for n in range(1000)) + "</urlset>"
    assert len(links(body)) == 100


@pytest.mark.parametrize("body", ["<svg/>", "<html><p>x</p></html>", "<?xml version='1.0'?>", "<item/>"])
def test_other_xml_is_no_list(body: str) -> None:
    with pytest.raises(Unreadable):
        links(body)


def test_an_empty_list_is_a_list() -> None:
    assert links("<rss><channel><title>Site</title></channel></rss>") == ()
