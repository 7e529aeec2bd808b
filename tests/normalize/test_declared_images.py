"""What JSON-LD and the attributes of image elements say where the page shows no caption or credit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from newsclean.normalize.declared_images import DeclaredImages, told_by_attributes
from newsclean.normalize.images import find_images

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.normalize.draft import Draft

STORY = "<h1>Quay opens</h1><p>The harbour office opened its longest quay.</p><img src=/img/old-quay-640x480.jpg><p>Two ferries came.</p>"
ABOUT = "https://www.example.org/img/old-quay-640x480.jpg"


def page(image: Any, *others: Any) -> str:
    """A page whose story has pictures in JSON-LD."""
    nodes = [{"@type": "NewsArticle", "headline": "Quay opens", "image": image}, *others]
    return f'<head><script type="application/ld+json">{json.dumps(nodes)}</script></head>{STORY}'


def node(**said: Any) -> dict[str, Any]:
    return {"@type": "ImageObject", "url": "https://cdn.example.org/old-quay-1200x900.jpg", **said}


@pytest.mark.parametrize(
    ("said", "caption", "credit"),
    [
        ({"caption": "The quay at dawn", "creditText": "Mira Holt"}, "The quay at dawn", "Mira Holt"),
        ({"caption": "The quay at dawn. Photo: Mira Holt"}, "The quay at dawn.", "Mira Holt"),
        ({"author": "Mira Holt/AP"}, None, "Mira Holt/AP"),
        ({"copyrightHolder": {"@type": "Person", "name": "Mira Holt"}}, None, "Mira Holt"),
        ({"creator": {"@type": "Person", "url": "https://example.org/holt"}}, None, None),
        ({"caption": "Quay opens"}, None, None),
        ({"description": "A long quay"}, None, None),
    ],
)
def test_the_picture_in_another_size(
    draft: Callable[..., Draft], said: dict[str, Any], caption: str | None, credit: str | None
) -> None:
    assert DeclaredImages(draft(page(node(**said))), "en").about(ABOUT) == (caption, credit)


def test_other_pictures_are_not_meant(draft: Callable[..., Draft]) -> None:
    declared = DeclaredImages(draft(page(node(caption="The quay at dawn"))), "en")
    assert declared.about("https://www.example.org/img/ferries.jpg") == (None, None)


def test_a_name_that_two_pictures_have_tells_nothing(draft: Callable[..., Draft]) -> None:
    one = node(url="https://x.org/12345678/one-at-dawn.jpg", caption="One at dawn")
    two = node(url="https://x.org/12345678/two-at-noon.jpg", caption="Two at noon")
    declared = DeclaredImages(draft(page([one, two])), "en")
    assert declared.about("https://y.org/12345678/three.jpg") == (None, None)
    assert declared.about("https://y.org/c/two-at-noon.jpg").caption == "Two at noon"


def test_images_of_the_page_are_read_beside_those_of_the_story(draft: Callable[..., Draft]) -> None:
    declared = DeclaredImages(draft(page("https://x.org/a.jpg", node(caption="The quay at dawn"))), "en")
    assert declared.about(ABOUT).caption == "The quay at dawn"


def test_what_the_page_shows_comes_first(draft: Callable[..., Draft]) -> None:
    html = page(node(caption="From the archive", creditText="Mira Holt"))
    shown = html.replace("<img", "<figure><img").replace(
        "480.jpg>", "480.jpg><figcaption>The quay</figcaption></figure>"
    )
    (image,) = find_images(draft(shown, labels={"The quay": "caption"}), "en").value or ()
    assert (image.caption, image.credit) == ("The quay", "Mira Holt")


@pytest.mark.parametrize(
    ("attributes", "caption", "credit"),
    [
        ({"data-caption": "The quay", "data-credit": "Photo: Mira Holt"}, "The quay", "Mira Holt"),
        ({"data-image-caption": "The quay. Mira Holt/AP"}, "The quay.", "Mira Holt/AP"),
        ({"data-copyright": "iQuay"}, None, "iQuay"),
        ({"title": "The quay | Mira Holt", "alt": "The quay"}, None, "Mira Holt"),
        ({"title": "The quay | AFP/Mira Holt", "alt": "A wall"}, None, "AFP/Mira Holt"),
        ({"title": "The quay | Harbour Post", "alt": "A wall"}, None, None),
        ({"title": "The quay", "alt": "The quay"}, None, None),
        ({"title": "The quay at dawn", "alt": "The quay"}, None, None),
        ({"data-caption": "<p>The quay</p>", "data-caption-id": "7", "data-credit": None}, None, None),
        ({}, None, None),
    ],
)
def test_attributes(attributes: dict[str, str | None], caption: str | None, credit: str | None) -> None:
    assert told_by_attributes(attributes, "en") == (caption, credit)
