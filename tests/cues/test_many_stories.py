"""Pages that tell many stories, or one in pictures."""

from __future__ import annotations

import json

import pytest

from newsclean.blocks import read_html, read_text
from newsclean.cues.many_stories import tells_many_stories
from newsclean.html.document import Document
from newsclean.page import Page, Reading


def reading(page: Page, language: str | None = "en") -> Reading:
    labels = ("title", *("body" for _ in page.blocks[1:]))
    return Reading(page=page, labels=labels[: len(page.blocks)], language=language)


def html(kind: str) -> Reading:
    node = json.dumps({"@context": "https://schema.org", "@type": kind, "headline": "Quay"})
    script = f'<script type="application/ld+json">{node}</script>'
    return reading(read_html(Document(f"<html><head>{script}</head><body><h1>Quay</h1><p>Text.</p></body></html>")))


@pytest.mark.parametrize("kind", ["LiveBlogPosting", "ImageGallery"])
def test_by_what_it_declares(kind: str) -> None:
    assert tells_many_stories(html(kind))
    assert not tells_many_stories(html("NewsArticle"))


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("In pictures: the old quay opens again", "en"),
        ("Storm hits coast – live updates", "en"),
        ("News headlines", "en"),
        ("Der alte Kai in Bildern", "de"),
        ("Liveticker: Sturm an der Küste", "de"),
        ("El viejo muelle, en imágenes", "es"),
    ],
)
def test_by_its_headline(title: str, language: str) -> None:
    assert tells_many_stories(reading(read_text(f"{title}\nText."), language))


@pytest.mark.parametrize("title", ["Live music returns to the quay", "The picture of the year divides the town"])
def test_near_misses(title: str) -> None:
    assert not tells_many_stories(reading(read_text(f"{title}\nText.")))


def test_by_its_address() -> None:
    assert tells_many_stories(reading(read_text("Quay\nText.", url="https://herald.example/world/live/quay")))
    assert not tells_many_stories(reading(read_text("Quay\nText.", url="https://herald.example/world/live")))
    assert not tells_many_stories(reading(read_text("Quay\nText.", url="https://[broken/live/x")))


def test_a_page_without_a_headline() -> None:
    page = read_text("In pictures")
    assert not tells_many_stories(Reading(page=page, labels=("body",)))
