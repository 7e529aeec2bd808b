"""Zyte: what zyte-common-items reads."""

from __future__ import annotations

import zyte_common_items

from newsclean import Article, Provenance


def test_their_library_knows_every_member(article: Article) -> None:
    item = zyte_common_items.Article.from_dict(article.to_zyte())
    assert not item._unknown_fields_dict
    assert item.headline == article.title
    assert item.authors is not None
    assert item.authors[0].nameRaw == "By Ines Holm"
    assert item.mainImage is not None
    assert item.mainImage.url == "https://example.org/quay.jpg"
    assert item.metadata is not None
    assert item.metadata.probability == article.confidence


def test_an_article_in_whole(article: Article) -> None:
    assert article.to_zyte() == {
        "url": "https://example.org/ferry",
        "canonicalUrl": "https://example.org/ferry",
        "headline": "Ferry returns to the old quay",
        "datePublished": "2024-03-04T06:30:00Z",
        "dateModified": "2024-03-05T07:00:00",
        "authors": [{"name": "Ines Holm", "nameRaw": "By Ines Holm"}],
        "breadcrumbs": [{"name": "News"}, {"name": "Coast"}],
        "inLanguage": "en",
        "mainImage": {"url": "https://example.org/quay.jpg"},
        "images": [{"url": "https://example.org/quay.jpg"}],
        "description": "The ferry is back.",
        "articleBody": article.text,
        "articleBodyHtml": article.to_zyte()["articleBodyHtml"],
        "metadata": {"dateDownloaded": "2024-03-06T00:00:00Z", "probability": 0.93},
    }


def test_the_html_is_the_body_alone(article: Article) -> None:
    html = article.to_zyte()["articleBodyHtml"]
    assert "<figcaption>The quay at dawn (Bo Lind)</figcaption>" in html
    assert "<p>The first boat left at six on Monday.</p>" in html
    assert article.title not in html
    assert article.standfirst not in html


def test_the_date_as_the_page_has_it_is_beside_it(article: Article) -> None:
    dated = Article(
        date_published=article.date_published,
        provenance={"date_published": Provenance(source="dom:time", raw="4 March, 6.30 am", precision="minute")},
    )
    assert dated.to_zyte()["datePublishedRaw"] == "4 March, 6.30 am"


def test_a_region_is_cut_from_the_language() -> None:
    assert Article(language="pt-BR").to_zyte()["inLanguage"] == "pt"


def test_what_was_not_found_is_left_out() -> None:
    assert Article().to_zyte() == {}
    modified = Article(date_modified=Article().date_published)
    assert "datePublished" not in modified.to_zyte()
