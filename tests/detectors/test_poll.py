"""Polls among readers go; votes and polls of the news stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Reading

    Read = Callable[..., Reading]
    Said = Callable[[str, Reading], dict[str, str]]


@pytest.mark.parametrize("line", ["View results", "Thank you for voting!", "Take our poll: Should the tolls rise?"])
def test_it_is_found(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("poll", story(middle=(line,))) == {line: "poll"}
    assert said("poll", article(below=f"<p>{line}</p>")) == {line: "poll"}


@pytest.mark.parametrize(
    "line",
    [
        "Vote",
        "Poll",
        "Polls close at eight.",
        "View results with care, the board said.",
        "Thank you for voting us in, she told the town.",
        "Vote now or lose the harbour, the banner said.",
    ],
)
def test_news_of_votes_stays(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("poll", story(middle=(line,))) == {}
    assert said("poll", article(middle=f"<p>{line}</p>")) == {}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Ergebnisse anzeigen"),
        ("fr", "Voir les résultats"),
        ("ja", "投票結果を見る"),
        ("ru", "Спасибо за ваш голос"),
    ],
)
def test_other_languages(lines: Read, said: Said, title: str, prose: tuple[str, ...], language: str, line: str) -> None:
    assert said("poll", lines(title, *prose, line, language=language)) == {line: "poll"}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("poll", story()) == {}
    assert said("poll", article()) == {}
