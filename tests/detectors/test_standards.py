"""The rules of a newsroom go; other standards stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Reading

    Read = Callable[..., Reading]
    Said = Callable[[str, Reading], dict[str, str]]


@pytest.mark.parametrize(
    "line",
    [
        "Our Standards: The Rules of the Ankerholm Gazette.",
        "See our ethics policy.",
    ],
)
def test_it_is_found_at_the_end(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("standards", story(below=(line,))) == {line: "standards"}
    assert said("standards", article(below=f"<p>{line}</p>")) == {line: "standards"}


def test_it_is_found_in_the_middle_too(story: Read, article: Read, said: Said) -> None:
    line = "Our Standards: The Rules of the Ankerholm Gazette."
    assert said("standards", story(middle=(line,))) == {line: "standards"}
    assert said("standards", article(middle=f"<p>{line}</p>")) == {line: "standards"}


@pytest.mark.parametrize(
    "line",
    [
        "Our standards of masonry were low then, the harbour master said, and nobody cared for the wall at all.",
        "Standards fell.",
    ],
)
def test_prose_with_such_words_stays(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("standards", story(middle=(line,))) == {}
    assert said("standards", story(below=(line,))) == {}
    assert said("standards", article(middle=f"<p>{line}</p>")) == {}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("standards", story()) == {}
    assert said("standards", article()) == {}
