"""schema.org: names and types of JSON-LD."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from newsclean import Article, Author, Image, Provenance

if TYPE_CHECKING:
    from newsclean.article import ArticleKind


def test_an_article_in_whole(article: Article) -> None:
    assert article.to_schema_org() == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Ferry returns to the old quay",
        "alternativeHeadline": "After three winters on the mainland side.",
        "description": "The ferry is back.",
        "articleBody": article.text,
        "wordCount": article.word_count,
        "articleSection": "Coast",
        "keywords": ["ferry", "harbour"],
        "inLanguage": "en",
        "author": [{"@type": "Person", "name": "Ines Holm", "jobTitle": "Harbour correspondent"}],
        "datePublished": "2024-03-04T06:30:00Z",
        "dateModified": "2024-03-05T07:00:00",
        "image": [
            {
                "@type": "ImageObject",
                "url": "https://example.org/quay.jpg",
                "caption": "The quay at dawn",
                "creditText": "Bo Lind",
                "representativeOfPage": True,
            },
            {"@type": "ImageObject", "caption": "A timetable"},
        ],
        "publisher": {"@type": "Organization", "name": "The Quay Gazette"},
        "isPartOf": {"@type": "WebSite", "name": "The Quay Gazette"},
        "url": "https://example.org/ferry",
        "mainEntityOfPage": {
            "@type": "WebPage",
            "@id": "https://example.org/ferry",
            "breadcrumb": {
                "@type": "BreadcrumbList",
                "itemListElement": [
                    {"@type": "ListItem", "position": 1, "name": "News"},
                    {"@type": "ListItem", "position": 2, "name": "Coast"},
                ],
            },
        },
        "isAccessibleForFree": True,
        "license": {"@type": "CreativeWork", "name": "CC BY 4.0"},
        "correction": ["Correction: an earlier version named the wrong quay."],
    }


def test_a_live_blog_has_its_entries(article: Article) -> None:
    made = replace(article, kind="live_blog").to_schema_org()
    assert made["@type"] == "LiveBlogPosting"
    assert made["liveBlogUpdate"] == [
        {
            "@type": "BlogPosting",
            "headline": "Six o'clock",
            "datePublished": "2024-03-04T00:00:00Z",
            "articleBody": "Off.",
        }
    ]


def test_a_licence_with_an_address_is_that() -> None:
    address = "https://example.org/licence"
    assert Article(license=address).to_schema_org()["license"] == address


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:image/png;base64,AA", "/relative.png"])
def test_no_address_but_http_and_https(url: str) -> None:
    article = Article(url="https://e.org/a", images=(Image(url=url, alt="Quay", is_main=True),))
    assert article.to_schema_org()["image"] == [
        {"@type": "ImageObject", "description": "Quay", "representativeOfPage": True}
    ]
    assert not {"images", "mainImage"} & set(article.to_zyte())


def test_what_was_not_found_is_left_out() -> None:
    assert Article().to_schema_org() == {"@context": "https://schema.org", "@type": "Article"}


def test_not_for_free_is_something_that_was_found() -> None:
    assert Article(is_accessible_for_free=False).to_schema_org()["isAccessibleForFree"] is False


@pytest.mark.parametrize(
    ("kind", "type_", "genre"),
    [
        ("opinion", "OpinionNewsArticle", None),
        ("live_blog", "LiveBlogPosting", None),
        ("press_release", "NewsArticle", "press release"),
        ("recipe", "Article", "recipe"),
    ],
)
def test_the_kind_is_a_type_or_a_genre(kind: ArticleKind, type_: str, genre: str | None) -> None:
    made = Article(kind=kind).to_schema_org()
    assert made["@type"] == type_
    assert made.get("genre") == genre


def test_a_date_is_no_finer_than_the_page_gave_it(article: Article) -> None:
    coarse = Article(
        date_published=article.date_published, provenance={"date_published": Provenance(source="x", precision="day")}
    )
    assert coarse.to_schema_org()["datePublished"] == "2024-03-04"


def test_a_desk_is_an_organisation() -> None:
    (author,) = Article(authors=(Author(name="City desk", kind="organisation"),)).to_schema_org()["author"]
    assert author == {"@type": "Organization", "name": "City desk"}


def test_as_a_format_it_is_json_even_with_half_of_a_surrogate_pair() -> None:
    made = json.loads(Article(title="broken \ud83d", images=(Image(alt="x"),)).format("schema_org"))
    assert made["headline"] == "broken \ufffd"
