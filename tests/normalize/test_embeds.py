"""Embeds of the story: images with the address of the embedded page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.embeds import embed_kind
from newsclean.normalize.images import find_images

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.model import Image
    from newsclean.normalize.draft import Draft

ADDRESS = "https://www.youtube.com/embed/a1"
PLAYER = f'<div class="video"><iframe src="{ADDRESS}" title="The first boat" width="640" height="360"></iframe></div>'
STORY = """<main><h1>Quay opens</h1><p>The harbour office opened its longest quay on Monday.</p>{}
<p>Two ferries came at once, and the harbour master said so.</p></main><div class=more>{}
<p>More videos of the day</p></div>"""
LABELS = {"More videos": "teaser"}


def images(made: Draft) -> list[Image]:
    return list(find_images(made).value or ())


def test_a_player_in_the_story_is_an_image_with_its_address(draft: Callable[..., Draft]) -> None:
    (found,) = images(draft(STORY.format(PLAYER, ""), labels=LABELS))
    assert (found.url, found.alt, found.width, found.height) == (ADDRESS, "The first boat", 640, 360)
    assert (found.caption, found.credit, found.is_main) == (None, None, False)


def test_embeds_come_behind_the_pictures_and_never_lead(draft: Callable[..., Draft]) -> None:
    made = draft(f"<main><h1>Quay opens</h1>{PLAYER}<p>Ferries came.</p><img src=/quay.jpg><p>They left.</p></main>")
    assert [(image.url, image.is_main) for image in images(made)] == [
        ("https://www.example.org/quay.jpg", True),
        (ADDRESS, False),
    ]


def test_an_embed_knows_where_it_stands(draft: Callable[..., Draft]) -> None:
    made = draft(STORY.format(PLAYER, ""), labels=LABELS)
    (embed,) = images(made)
    assert embed.position is not None
    assert made.page.blocks[embed.position].text.startswith("Two ferries came at once")


def test_each_address_once(draft: Callable[..., Draft]) -> None:
    lazy = f'<iframe data-src="{ADDRESS}"></iframe><noscript>{PLAYER}</noscript>'
    assert [image.url for image in images(draft(STORY.format(lazy, ""), labels=LABELS))] == [ADDRESS]


def test_players_of_accelerated_pages_are_known_by_their_number(draft: Callable[..., Draft]) -> None:
    made = draft(STORY.format('<amp-youtube data-videoid="a1" layout="responsive"></amp-youtube>', ""), labels=LABELS)
    assert [image.url for image in images(made)] == [ADDRESS]


@pytest.mark.parametrize(
    ("html", "address"),
    [
        ('<lite-youtube videoid="a1"><a href="#">Play</a></lite-youtube>', ADDRESS),
        (
            '<blockquote data-instgrm-permalink="https://www.instagram.com/p/x_1/?utm_source=ig_embed">A post</blockquote>',
            "https://www.instagram.com/p/x_1/embed/",
        ),
        (
            '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@quay.side/video/123"><p>Boats</p></blockquote>',
            "https://www.tiktok.com/embed/v2/123",
        ),
    ],
)
def test_what_a_script_puts_a_player_or_post_in_place_of(draft: Callable[..., Draft], html: str, address: str) -> None:
    (found,) = images(draft(STORY.format(html, ""), labels=LABELS))
    assert (found.url, found.is_main) == (address, False)
    assert embed_kind(found.url) is not None


@pytest.mark.parametrize(
    "html",
    [
        '<blockquote cite="https://example.org/speech"><p>We waited long enough.</p></blockquote>',
        '<blockquote cite="https://www.tiktok.com/@quay"><p>We waited.</p></blockquote>',
        '<blockquote data-instgrm-permalink="https://evil.example/instagram.com/p/x"><p>We waited.</p></blockquote>',
        '<blockquote class="twitter-tweet"><p>We waited.</p><a href="https://twitter.com/q/status/1">May</a></blockquote>',
        '<iframe src="https://ads.example/frame.html"></iframe>',
        '<iframe src="https://www.facebook.com/plugins/like.php?href=x"></iframe>',
        '<iframe src="javascript:alert(1)"></iframe>',
        '<amp-youtube data-videoid="a/../b"></amp-youtube>',
        "<iframe></iframe>",
    ],
)
def test_other_frames_are_none(draft: Callable[..., Draft], html: str) -> None:
    assert images(draft(STORY.format(html, ""), labels=LABELS)) == []


def test_a_player_at_the_end_of_the_story_is_its_own(draft: Callable[..., Draft]) -> None:
    made = draft(f"<div><h1>Quay opens</h1><p>The office opened its longest quay.</p>{PLAYER}</div><p>Imprint</p>")
    assert [image.url for image in images(made)] == [ADDRESS]


def test_a_player_outside_of_the_story_is_none(draft: Callable[..., Draft]) -> None:
    assert images(draft(STORY.format("", PLAYER + PLAYER), labels=LABELS)) == []
