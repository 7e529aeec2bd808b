"""The words of players go; stories that point at a film stay."""

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
        "Video Player is loading.",
        "This slideshow requires JavaScript.",
        "Duration 1:30",
    ],
)
def test_it_is_found_at_the_end(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("player", story(below=(line,))) == {line: "player"}
    assert said("player", article(below=f"<p>{line}</p>")) == {line: "player"}


def test_it_is_found_in_the_middle_too(story: Read, article: Read, said: Said) -> None:
    line = "Video Player is loading."
    assert said("player", story(middle=(line,))) == {line: "player"}
    assert said("player", article(middle=f"<p>{line}</p>")) == {line: "player"}


@pytest.mark.parametrize(
    "line",
    [
        "Watch below.",
        "Video of the storm was shown on Monday.",
        "The duration of the repairs was 1:30 of what was planned.",
        "Play stopped at noon.",
    ],
)
def test_prose_with_such_words_stays(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("player", story(middle=(line,))) == {}
    assert said("player", story(below=(line,))) == {}
    assert said("player", article(middle=f"<p>{line}</p>")) == {}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Video wird geladen"),
        ("fr", "Durée : 1:20"),
        ("es", "Reproducir video"),
    ],
)
def test_other_languages(lines: Read, said: Said, title: str, prose: tuple[str, ...], language: str, line: str) -> None:
    assert said("player", lines(title, *prose, line, language=language)) == {line: "player"}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("player", story()) == {}
    assert said("player", article()) == {}
