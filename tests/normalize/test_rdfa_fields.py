"""Fields of a page that declares its story in RDFa alone."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from newsclean.normalize.article import build_article

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.normalize.draft import Draft

PAGE = """<html lang="en"><body><article vocab="https://schema.org/" typeof="{type}">
<h1>World: the quay opens again</h1><meta property="headline" content="The quay opens again">
<span property="author" typeof="Person"><span property="name">Ann Lee</span></span>
<meta property="datePublished" content="2024-05-02T08:10+02:00"><meta property="dateModified" content="2024-05-03">
<link property="image" href="/quay.jpg"><meta property="schema:description" content="Boats are back in the old harbour.">
<p>The first boats came back to the old quay on Thursday morning, and the harbour master counted nine of them.</p>
</article></body></html>"""


def test_each_field_names_its_source(draft: Callable[..., Draft]) -> None:
    article = build_article(draft(PAGE.format(type="OpinionNewsArticle")))
    sources = {name: found.source for name, found in article.provenance.items()}
    assert {name: source for name, source in sources.items() if source.startswith("rdfa:")} == {
        "title": "rdfa:headline",
        "description": "rdfa:description",
        "authors": "rdfa:author",
        "date_published": "rdfa:datePublished",
        "date_modified": "rdfa:dateModified",
        "images": "rdfa:image",
        "kind": "rdfa:OpinionNewsArticle",
    }
    assert article.date_published == datetime(2024, 5, 2, 8, 10, tzinfo=timezone(timedelta(hours=2)))
    assert [author.name for author in article.authors] == ["Ann Lee"]
    assert article.images[0].url == "https://www.example.org/quay.jpg"


def test_a_declared_title_outranks_its_headline(draft: Callable[..., Draft]) -> None:
    head = '<meta property="og:title" content="The quay opens again: a day in the harbour">'
    article = build_article(draft(head + PAGE.format(type="NewsArticle")))
    assert article.title == "The quay opens again: a day in the harbour"
    assert ("rdfa:headline", "The quay opens again") in article.provenance["title"].candidates


def test_json_ld_outranks_it(draft: Callable[..., Draft]) -> None:
    declared = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-04-30","author":"Bo Wang"}</script>'
    article = build_article(draft(declared + PAGE.format(type="NewsArticle")))
    assert article.provenance["date_published"].source == "jsonld:datePublished"
    assert ("rdfa:author", "Ann Lee") in article.provenance["authors"].candidates


def test_microdata_name_publisher_licence_and_picture(draft: Callable[..., Draft]) -> None:
    html = """<html lang="en"><body><article itemscope itemtype="https://schema.org/NewsArticle"><h1>The quay opens again</h1>
    <div itemprop="publisher" itemscope><meta itemprop="name" content="Harbour &amp;amp; Sea"></div>
    <div itemprop="image" itemscope><meta itemprop="url" content="/quay-large.jpg"></div><meta itemprop="license" content="{licence}">
    <p>The first boats came back to the old quay on Thursday morning, and the harbour master counted nine of them.</p></article>"""
    article = build_article(draft(html.format(licence="CC BY 4.0")))
    assert (article.publisher, article.license) == ("Harbour & Sea", "CC BY 4.0")
    assert article.images[0].url == "https://www.example.org/quay-large.jpg"
    assert {article.provenance[name].source for name in ("publisher", "license", "images")} == {
        "microdata:publisher", "microdata:license", "microdata:image",
    }  # fmt: skip
    assert build_article(draft(html.format(licence="/licence"))).license == "https://www.example.org/licence"
