"""Which addresses are those of embeds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.embeds import MAX_CHARS, embed_kind, site_of

VIDEOS = [
    "https://www.youtube.com/embed/aBc-123_x?start=4",
    "https://www.youtube-nocookie.com/embed/aBc123",
    "http://player.vimeo.com/video/123456?h=1",
    "https://www.dailymotion.com/embed/video/x8",
    "https://geo.dailymotion.com/player.html?video=x8",
    "https://www.facebook.com/plugins/video.php?href=x",
    "https://www.tiktok.com/embed/v2/7123",
    "https://players.brightcove.net/1/default_default/index.html?videoId=2",
    "https://cdn.jwplayer.com/players/abc-def.html",
    "https://content.jwplatform.com/players/abc-def.html",
]
POSTS = [
    "https://www.instagram.com/p/Cx1/embed/captioned/",
    "https://platform.twitter.com/embed/Tweet.html?id=1",
    "https://embed.bsky.app/embed/did:plc:x/app.bsky.feed.post/3k",
    "https://www.facebook.com/plugins/post.php?href=x",
    "https://mastodon.example/@ann/1123/embed",
    "https://t.me/kallmoor/12?embed=1",
]
OTHERS = [
    "https://www.youtube.com/watch?v=aBc",
    "https://www.youtube.com/embed/?listType=user_uploads",
    "https://www.facebook.com/plugins/like.php?href=x",
    "https://www.facebook.com/plugins/page.php?href=x",
    "https://platform.twitter.com/widgets/follow_button.html",
    "https://example.org/youtube.com/embed/aBc",
    "https://myyoutube.com/embed/aBc",
    "https://www.instagram.com/kallmoor/",
    "https://example.org/p/quay.jpg",
    "//www.youtube.com/embed/aBc",
    "",
    None,
]


@pytest.mark.parametrize("address", VIDEOS)
def test_players(address: str) -> None:
    assert embed_kind(address) == "video"


@pytest.mark.parametrize("address", POSTS)
def test_posts(address: str) -> None:
    assert embed_kind(address) == "post"


@pytest.mark.parametrize("address", [*OTHERS, VIDEOS[0] + "&x" * MAX_CHARS])
def test_pages_buttons_boxes_and_pictures_are_none(address: str | None) -> None:
    assert embed_kind(address) is None


def test_the_name_of_a_site() -> None:
    assert [site_of(VIDEOS[0]), site_of(VIDEOS[2]), site_of(POSTS[2])] == ["youtube.com", "vimeo.com", "bsky.app"]


@given(st.text(max_size=60))
def test_any_text_is_read_without_error(text: str) -> None:
    assert embed_kind(f"https://{text}") in {None, "video", "post"}
