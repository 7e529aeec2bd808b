"""Appeals for the publisher go from the end; other appeals stay."""

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
        "Support our journalism with a small gift.",
        "Please consider donating to keep the lamp of this paper lit.",
        "We rely on readers like you.",
    ],
)
def test_it_is_found_at_the_end(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("donation", story(below=(line,))) == {line: "donation"}
    assert said("donation", article(below=f"<p>{line}</p>")) == {line: "donation"}


def test_in_the_middle_it_is_part_of_the_story(lines: Read, said: Said, title: str, prose: tuple[str, ...]) -> None:
    long = prose * 5
    assert said("donation", lines(title, *long, "Support our journalism with a small gift.", *long)) == {}


@pytest.mark.parametrize(
    "line",
    [
        "Support for the wall was strong, the board said.",
        "Donate rope to the island, the harbour master asked, and forty people did.",
        "The fund asks for gifts for the ferry.",
    ],
)
def test_prose_with_such_words_stays(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("donation", story(middle=(line,))) == {}
    assert said("donation", story(below=(line,))) == {}
    assert said("donation", article(middle=f"<p>{line}</p>")) == {}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Unterstütze unsere Arbeit mit einer Spende."),
        ("fr", "Soutenez-nous avec un don."),
        ("es", "Apoya nuestro trabajo."),
        ("it", "Sostienici con una donazione."),
    ],
)
def test_other_languages(lines: Read, said: Said, title: str, prose: tuple[str, ...], language: str, line: str) -> None:
    assert said("donation", lines(title, *prose, line, language=language)) == {line: "donation"}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("donation", story()) == {}
    assert said("donation", article()) == {}
