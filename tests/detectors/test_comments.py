"""Readers' comments go by the element that they are in; letters that are the story stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Reading

    Read = Callable[..., Reading]
    Said = Callable[[str, Reading], dict[str, str]]

COMMENT = "I have sailed there for years and nothing was ever done."


@pytest.mark.parametrize(
    "name", ["class='comment-list'", "id='comments'", "class='x comment-body'", "id='disqus_thread'"]
)
def test_comments_are_found(article: Read, said: Said, name: str) -> None:
    box = f"<div {name}><p>{COMMENT}</p></div>"
    assert said("comments", article(below=box)) == {COMMENT: "comments"}


@pytest.mark.parametrize(
    "name", ["class='comment'", "class='commentary'", "class='has-comments-open'", "class='opinion'"]
)
def test_commentaries_are_stories(article: Read, said: Said, name: str) -> None:
    assert said("comments", article(below=f"<div {name}><p>{COMMENT}</p></div>")) == {}


def test_a_page_of_comments_is_its_own_story(html: Read, said: Said, prose: tuple[str, ...]) -> None:
    inside = "".join(f"<p>{text}</p>" for text in prose)
    assert said("comments", html(f"<html><body><h1>A</h1><div id='comments'>{inside}</div></body></html>")) == {}


def test_a_text_says_nothing_of_elements(story: Read, said: Said) -> None:
    assert said("comments", story(below=(COMMENT,))) == {}
