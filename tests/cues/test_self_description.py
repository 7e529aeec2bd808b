"""What a page says of its story outside of the text."""

from __future__ import annotations

import json

import pytest

from newsclean.blocks import read_html, read_text
from newsclean.cues.self_description import MAX_CHARS, about_story
from newsclean.html.document import Document


def about(head: str = "", url: str | None = None) -> str:
    return about_story(read_html(Document(f"<html><head>{head}</head><body><p>Text</p></body></html>", url=url)))


def test_descriptions_keywords_and_the_address() -> None:
    said = about('<meta name="description" content="Old quay"><meta name="keywords" content="ferries, herring">')
    assert said.split("\n") == ["Old quay", "ferries, herring"]
    assert about(url="https://herald.example/news/2021/old-quay_opens%20again.html?x=lamp").split() == (
        "news old quay opens again html".split()
    )


def test_what_the_story_declares_and_no_other_object() -> None:
    story = {"@type": "NewsArticle", "headline": "Quay", "keywords": ["ferry", "granite"], "about": {"name": "Skarvo"}}
    other = {"@type": "WebSite", "name": "Herald", "description": "All the news"}
    for nodes in ([story, other], [other, story]):
        script = f'<script type="application/ld+json">{json.dumps(nodes)}</script>'
        assert about(script).split("\n") == ["Quay", "ferry", "granite", "Skarvo"]


def test_what_is_declared_of_pictures_is_left_out() -> None:
    story = {"@type": "NewsArticle", "image": {"caption": "Orla Quist"}}
    script = f'<script type="application/ld+json">{json.dumps(story)}</script>'
    assert about(f'{script}<meta property="og:image:alt" content="Orla Quist">') == ""


def test_a_plain_text_has_its_address_only() -> None:
    assert about_story(read_text("Line")) == ""
    assert about_story(read_text("Line", url="https://herald.example/old-quay")).split() == ["old", "quay"]


@pytest.mark.parametrize("url", ["https://[broken", "x", ""])
def test_odd_addresses(url: str) -> None:
    assert about_story(read_text("Line", url=url)).strip() in ("", "x")


def test_no_more_than_a_few_thousand_characters() -> None:
    assert len(about(f'<meta name="description" content="{"quay " * 5_000}">')) == MAX_CHARS
