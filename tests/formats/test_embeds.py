"""Embeds in the formats: links, and never pictures."""

from __future__ import annotations

import pytest

from newsclean import Article, Image

VIDEO = "https://www.youtube.com/embed/a1"
POST = "https://www.instagram.com/p/x1/embed/"


@pytest.fixture
def article() -> Article:
    return Article(
        title="Quay opens",
        url="https://example.org/quay",
        images=(
            Image(url="https://example.org/quay.jpg", is_main=True),
            Image(url=VIDEO, alt="The <first> boat"),
            Image(url=POST),
        ),
    )


def test_markdown_links_to_them(article: Article) -> None:
    assert article.markdown.splitlines()[-3:] == [f"[The \\<first> boat]({VIDEO})", "", f"[instagram.com]({POST})"]
    assert article.markdown.count("![") == 1


def test_html_links_to_them(article: Article) -> None:
    assert f'<figure><a href="{VIDEO}">The &lt;first&gt; boat</a></figure>' in article.html
    assert f'<figure><a href="{POST}">instagram.com</a></figure>' in article.html
    assert article.html.count("<img") == 1


def test_data_formats_call_a_player_a_video_and_nothing_else_a_picture(article: Article) -> None:
    schema = article.to_schema_org()
    assert [image["url"] for image in schema["image"]] == ["https://example.org/quay.jpg"]
    assert schema["video"] == [{"@type": "VideoObject", "embedUrl": VIDEO, "name": "The <first> boat"}]
    assert schema["hasPart"] == [{"@type": "SocialMediaPosting", "url": POST}]
    zyte = article.to_zyte()
    assert (zyte["images"], zyte["videos"]) == ([{"url": "https://example.org/quay.jpg"}], [{"url": VIDEO}])
    assert [(item["name"], item["type"], item["renditions"]) for item in article.to_ninjs()["associations"]] == [
        ("picture-1", "picture", [{"name": "original", "href": "https://example.org/quay.jpg"}]),
        ("video-1", "video", [{"name": "player", "href": VIDEO, "contenttype": "text/html"}]),
        ("composite-1", "composite", [{"name": "embed", "href": POST, "contenttype": "text/html"}]),
    ]


def test_an_article_without_embeds_has_no_videos(article: Article) -> None:
    plain = Article(title=article.title, images=article.images[:1])
    assert "video" not in plain.to_schema_org()
    assert "videos" not in plain.to_zyte()
