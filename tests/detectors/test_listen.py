"""Offers to listen go; the word in a sentence stays."""

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
        "Listen to this article",
        "Listen to this article: 4 min",
        "LISTEN TO THIS STORY 3:20",
    ],
)
def test_it_is_found_at_the_end(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("listen", story(below=(line,))) == {line: "listen"}
    assert said("listen", article(below=f"<p>{line}</p>")) == {line: "listen"}


def test_it_is_found_in_the_middle_too(story: Read, article: Read, said: Said) -> None:
    line = "Listen to this article"
    assert said("listen", story(middle=(line,))) == {line: "listen"}
    assert said("listen", article(middle=f"<p>{line}</p>")) == {line: "listen"}


@pytest.mark.parametrize(
    "line",
    [
        "Listen to the lamp keeper, he said.",
        "Listen to this article of the treaty, the judge said.",
        "The audio was lost.",
    ],
)
def test_prose_with_such_words_stays(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("listen", story(middle=(line,))) == {}
    assert said("listen", story(below=(line,))) == {}
    assert said("listen", article(middle=f"<p>{line}</p>")) == {}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Artikel anhören"),
        ("fr", "Écouter l'article"),
        ("es", "Escuchar este artículo"),
        ("ko", "기사 듣기"),
        ("sv", "Lyssna på artikeln"),
    ],
)
def test_other_languages(lines: Read, said: Said, title: str, prose: tuple[str, ...], language: str, line: str) -> None:
    assert said("listen", lines(title, *prose, line, language=language)) == {line: "listen"}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("listen", story()) == {}
    assert said("listen", article()) == {}
