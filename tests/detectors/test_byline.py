"""The line that names the author moves; names in the story, and sentences that begin like it, stay."""

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
        "By Mira Holt",
        "by Mira Holt",
        "BY MIRA HOLT",
        "By: Mira Holt",
        "By Mira Holt and Bo Lind",
        "By Mira Holt, Harbour correspondent",
        "By Mira Holt in Ankerholm",
        "Written by Mira Holt",
        "By Jean-Luc O’Hara de la Cruz",
        "By Mira Holt | Harbour Herald",
    ],
)
def test_the_authors_line_moves(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("byline", story(line)) == {line: "byline"}
    assert said("byline", article(f"<p>{line}</p>")) == {line: "byline"}


@pytest.mark.parametrize(
    "line",
    [
        "Mira Holt",
        "By the sea",
        "By noon the quay was full.",
        "By Monday the quay was full of people, and of nets.",
        "By April 2021 the wall had been rebuilt.",
        "By Ann Lund’s account the wall had held.",
        "Bygone days",
        "Stand by Me",
    ],
)
def test_other_lines_stay(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("byline", story(line)) == {}
    assert said("byline", article(f"<p>{line}</p>")) == {}


def test_in_the_middle_and_at_the_end_a_name_signs_a_letter(story: Read, article: Read, said: Said) -> None:
    assert said("byline", story(middle=("By Mira Holt",))) == {}
    assert said("byline", story(below=("By Mira Holt",))) == {}
    assert said("byline", article(below="<p>By Mira Holt</p>")) == {}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("byline", story()) == {}
    assert said("byline", article()) == {}


@pytest.mark.timeout(20)
def test_a_hostile_line_is_read_in_time(story: Read, said: Said) -> None:
    said("byline", story("By " + "A-" * 25 + "!"))
    said("byline", story("By Aa" + " de" * 10 + "." * 20_000 + "!"))
