"""Prompts to follow the publisher go; people who follow stay."""

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
        "Follow us on Twitter @ankerholm",
        "Follow the Gazette on Facebook, Instagram and YouTube.",
        "Join our Telegram channel",
    ],
)
def test_it_is_found_at_the_end(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("follow", story(below=(line,))) == {line: "follow"}
    assert said("follow", article(below=f"<p>{line}</p>")) == {line: "follow"}


def test_it_is_found_in_the_middle_too(story: Read, article: Read, said: Said) -> None:
    line = "Follow us on Twitter @ankerholm"
    assert said("follow", story(middle=(line,))) == {line: "follow"}
    assert said("follow", article(middle=f"<p>{line}</p>")) == {line: "follow"}


@pytest.mark.parametrize(
    "line",
    [
        "Follow the signs on the quay, the harbour master said, and you will find Facebook.",
        "Follow us, the pilot said, and drop anchor.",
        "“Follow us,” he said.",
        "Follow me, she said on Twitter, and forty people did.",
        "They follow us on every crossing, the captain said, and the gulls do so as well all winter long.",
        "Like the old wall on the island, it held.",
    ],
)
def test_prose_with_such_words_stays(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("follow", story(middle=(line,))) == {}
    assert said("follow", story(below=(line,))) == {}
    assert said("follow", article(middle=f"<p>{line}</p>")) == {}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Folgen Sie uns auf Facebook"),
        ("fr", "Suivez-nous sur Twitter"),
        ("es", "Síguenos en Instagram"),
        ("it", "Seguici su Facebook"),
        ("pt", "Siga-nos no Instagram"),
        ("ru", "Подписывайтесь на наш канал в Telegram"),
        ("sv", "Följ oss på Facebook"),
        ("tr", "Bizi takip edin"),
    ],
)
def test_other_languages(lines: Read, said: Said, title: str, prose: tuple[str, ...], language: str, line: str) -> None:
    assert said("follow", lines(title, *prose, line, language=language)) == {line: "follow"}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("follow", story()) == {}
    assert said("follow", article()) == {}
