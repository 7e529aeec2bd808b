"""Embeds: where players and posts of other sites stand, and what the words of quoted posts are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.blocks.embeds import MAX_EMBEDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Page

PLAYER = '<iframe src="https://www.youtube.com/embed/a1" title="The quay">no</iframe>'


def test_an_embed_says_where_it_stands(read: Callable[[str], Page]) -> None:
    page = read(f"<main><p>One</p><div>{PLAYER}</div><p>Two</p></main>")
    (embed,) = page.embeds
    assert (embed.before, page.frames[embed.frame].tag, embed.attributes["title"]) == (1, "main", "The quay")


def test_embeds_leave_blocks_frames_and_runs_as_they_are(read: Callable[[str], Page]) -> None:
    html = "<main><p>One {} and one</p><div>{}</div><ul><li>Two</li></ul></main>"
    with_embeds, without = read(html.format(PLAYER, PLAYER)), read(html.format("", ""))
    assert [block.text for block in with_embeds.blocks] == [block.text for block in without.blocks]
    assert [frame.tag for frame in with_embeds.frames] == [frame.tag for frame in without.frames]
    assert [embed.before for embed in with_embeds.embeds] == [1, 1]


@pytest.mark.parametrize(
    "html",
    [
        f"<aside>{PLAYER}</aside>",
        f"<footer><div>{PLAYER}</div></footer>",
        PLAYER.replace(" title", ' style="display:none" title'),
        PLAYER.replace(" title", " hidden title"),
        '<object data="x.swf">no</object>',
    ],
)
def test_those_of_the_margin_and_hidden_ones_are_left_out(read: Callable[[str], Page], html: str) -> None:
    assert read(f"<p>One</p>{html}<p>Two</p>").embeds == ()


def test_an_embed_in_a_menu_moves_with_it(read: Callable[[str], Page]) -> None:
    links = "".join(f'<div><a href="/{n}">Story {n}</a></div>' for n in range(9))
    page = read(f"<p>One</p><div>{links}<div>{PLAYER}</div></div><p>Two</p>")
    (embed,) = page.embeds
    assert len(page.blocks) == 3
    assert embed.before <= 2
    assert embed.frame < len(page.frames)


def test_a_quote_may_stand_for_a_post_and_is_read_all_the_same(read: Callable[[str], Page]) -> None:
    page = read('<main><p>One</p><blockquote cite="https://e.org/p"><p>Two</p></blockquote><p>Three</p></main>')
    (embed,) = page.embeds
    assert (embed.before, embed.attributes) == (1, {"cite": "https://e.org/p"})
    assert [(block.text, block.kind) for block in page.blocks][1] == ("Two", "quote")


def test_an_embed_behind_a_table_counts_its_rows(read: Callable[[str], Page]) -> None:
    rows = "".join(f"<tr><td>Boat {n}</td><td>{n}</td><td>Quay</td></tr>" for n in range(4))
    page = read(f"<table>{rows}</table>{PLAYER}<p>Two</p>")
    assert page.embeds[0].before == len(page.blocks) - 1


def test_so_many_and_no_more(read: Callable[[str], Page]) -> None:
    assert len(read(PLAYER * (MAX_EMBEDS + 5)).embeds) == MAX_EMBEDS


@pytest.mark.parametrize(
    "html",
    [
        '<blockquote class="twitter-tweet"><p lang="en">{}</p>&mdash; Ann <a href="https://twitter.com/ann/status/1">May 2</a></blockquote>',
        '<blockquote class="instagram-media"><div><p><a href="https://www.instagram.com/p/x/">{}</a></p></div></blockquote>',
        '<div class="fb-post"><blockquote class="fb-xfbml-parse-ignore"><p>{}</p>Posted by Ann</blockquote></div>',
        '<blockquote class="tiktok-embed"><section><p>{}</p><a href="https://www.tiktok.com/@ann">@ann</a></section></blockquote>',
        '<blockquote class="bluesky-embed"><p lang="en">{}<br></p>&mdash; Ann</blockquote>',
        '<blockquote class="mastodon-embed"><a href="https://mastodon.example/@ann/1"><div>{}</div></a></blockquote>',
    ],
    ids=["x", "instagram", "facebook", "tiktok", "bluesky", "mastodon"],
)
def test_the_words_of_a_quoted_post_are_a_quote(read: Callable[[str], Page], html: str) -> None:
    words = "The first ferry is back at the old quay."
    (quoted,) = (block for block in read(f"<p>One</p>{html.format(words)}").blocks if block.text == words)
    assert quoted.kind == "quote"
