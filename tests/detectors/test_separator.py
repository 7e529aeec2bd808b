"""Signs between sections go; signs that say something stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Reading

    Read = Callable[..., Reading]
    Said = Callable[[str, Reading], dict[str, str]]


@pytest.mark.parametrize("line", ["***", "* * *", "::", "______", "———", "•"])
def test_signs_alone_go(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("separator", story(middle=(line,))) == {line: "separator"}
    assert said("separator", article(middle=f"<p>{line}</p>")) == {line: "separator"}


@pytest.mark.parametrize("line", ["?", "!!!", "$", "1.", "* Ankerholm", "…?", "€ 3", "Nils Falk / Skarvo"])
def test_what_says_something_stays(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("separator", story(middle=(line,))) == {}
    assert said("separator", article(middle=f"<p>{line}</p>")) == {}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("separator", story()) == {}
    assert said("separator", article()) == {}
