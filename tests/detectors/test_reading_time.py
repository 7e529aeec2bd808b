"""Reading times go; other times stay."""

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
        "4 min read",
        "Reading time: 3 minutes",
        "Estimated read time 2-3 mins",
        "5-minute read",
    ],
)
def test_it_is_found_at_the_end(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("reading_time", story(below=(line,))) == {line: "reading_time"}
    assert said("reading_time", article(below=f"<p>{line}</p>")) == {line: "reading_time"}


def test_it_is_found_in_the_middle_too(story: Read, article: Read, said: Said) -> None:
    line = "4 min read"
    assert said("reading_time", story(middle=(line,))) == {line: "reading_time"}
    assert said("reading_time", article(middle=f"<p>{line}</p>")) == {line: "reading_time"}


@pytest.mark.parametrize(
    "line",
    [
        "4 minutes",
        "12 minutes later the ferry was gone.",
        "Reading time is lost time, he said.",
        "3 min read the sign on the quay.",
        "10:30",
    ],
)
def test_prose_with_such_words_stays(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("reading_time", story(middle=(line,))) == {}
    assert said("reading_time", story(below=(line,))) == {}
    assert said("reading_time", article(middle=f"<p>{line}</p>")) == {}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Lesezeit: 8 Minuten"),
        ("fr", "Temps de lecture : 4 min."),
        ("es", "Tiempo de lectura: 8 minutos"),
        ("it", "1 minuti di lettura"),
        ("ru", "Время чтения: 3 минуты"),
        ("pl", "Czas czytania: 2 min"),
        ("tr", "Okuma süresi: 3 dk"),
        ("zh", "阅读时间: 3分钟"),
    ],
)
def test_other_languages(lines: Read, said: Said, title: str, prose: tuple[str, ...], language: str, line: str) -> None:
    assert said("reading_time", lines(title, *prose, line, language=language)) == {line: "reading_time"}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("reading_time", story()) == {}
    assert said("reading_time", article()) == {}
