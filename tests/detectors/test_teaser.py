"""Teasers in boxes of other stories go; boxes of this story, and standfirsts, stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Reading

    Read = Callable[..., Reading]
    Said = Callable[[str, Reading], dict[str, str]]

HEADLINE = "Council of Brevik meets again"
DEK = "It will speak of the new tolls on the eastern road."


@pytest.mark.parametrize("name", ["class='related-story'", "class='PromoSmall-content'", "id='recommended'"])
def test_headline_and_dek_in_a_box(article: Read, said: Said, name: str) -> None:
    box = f"<div {name}><h3><a href='/brevik'>{HEADLINE}</a></h3><p>{DEK}</p></div>"
    assert said("teaser", article(middle=box)) == {HEADLINE: "teaser", DEK: "teaser"}


@pytest.mark.parametrize(
    "box",
    [
        f"<div class='facts'><h3><a href='/brevik'>{HEADLINE}</a></h3><p>{DEK}</p></div>",  # named otherwise
        f"<div class='promo'><p>{DEK}</p></div>",  # without a link
        f"<div class='teaser-text'><p>{DEK} <a href='/x'>Board</a></p></div>",  # a link inside a sentence
        f"<div class='related'><p><a href='/x'>{HEADLINE}</a></p><p>{DEK * 8}</p></div>",  # long text
    ],
)
def test_other_boxes_stay(article: Read, said: Said, box: str) -> None:
    assert said("teaser", article(middle=box)) == {}


def test_the_story_itself_may_stand_in_such_an_element(html: Read, said: Said, prose: tuple[str, ...]) -> None:
    inside = "".join(f"<p>{text}</p>" for text in prose)
    page = (
        f"<html><body><div class='has-related'><h1>A</h1><p><a href='/x'>{HEADLINE}</a></p>{inside}</div></body></html>"
    )
    assert said("teaser", html(page)) == {}


def test_a_text_says_nothing_of_boxes(story: Read, said: Said) -> None:
    assert said("teaser", story(middle=(HEADLINE, DEK))) == {}
