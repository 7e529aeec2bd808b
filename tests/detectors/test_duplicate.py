"""The headline told twice is told once; a sentence that quotes it stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Reading

    Read = Callable[..., Reading]
    Said = Callable[[str, Reading], dict[str, str]]


@pytest.mark.parametrize("change", [str, str.upper, lambda text: text.replace(" ", "\u00a0")])
def test_the_headline_below_the_headline_goes(
    story: Read, article: Read, said: Said, title: str, change: Callable[[str], str]
) -> None:
    again = " ".join(change(title).split())
    assert list(said("duplicate", story(change(title))).values()) == ["duplicate"]
    assert said("duplicate", article(f"<p>{change(title)}</p>")) == {again: "duplicate"}


def test_below_a_caption_too(story: Read, said: Said, title: str) -> None:
    assert said("duplicate", story("Nets on the quay (AFP photo)", title)) == {title: "duplicate"}


def test_the_headline_itself_stays(story: Read, article: Read, said: Said) -> None:
    assert said("duplicate", story()) == {}
    assert said("duplicate", article()) == {}


def test_words_around_it_make_it_a_sentence(story: Read, said: Said, title: str) -> None:
    assert said("duplicate", story(f"“{title}”, wrote the Herald")) == {}


def test_in_the_middle_it_is_part_of_the_story(story: Read, article: Read, said: Said, title: str) -> None:
    assert said("duplicate", story(middle=(title,))) == {}
    assert said("duplicate", article(middle=f"<p>{title}</p>")) == {}


def test_a_text_without_a_headline(lines: Read, said: Said, prose: tuple[str, ...]) -> None:
    assert said("duplicate", lines(*prose)) == {}
