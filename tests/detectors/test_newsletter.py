"""Invitations to a newsletter go; stories that speak of subscribing stay."""

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
        "Sign up for our weekly newsletter and never miss a ferry.",
        "Get the harbour news straight to your inbox every morning.",
        "Subscribe to our newsletter",
    ],
)
def test_it_is_found_at_the_end(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("newsletter", story(below=(line,))) == {line: "newsletter"}
    assert said("newsletter", article(below=f"<p>{line}</p>")) == {line: "newsletter"}


def test_it_is_found_in_the_middle_too(story: Read, article: Read, said: Said) -> None:
    line = "Sign up for our weekly newsletter and never miss a ferry."
    assert said("newsletter", story(middle=(line,))) == {line: "newsletter"}
    assert said("newsletter", article(middle=f"<p>{line}</p>")) == {line: "newsletter"}


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for the race at the town hall, the board told the swimmers of Ankerholm.",
        "The newsletter of the harbour board was sent to forty readers on Monday.",
        "He would subscribe to that view, he said, and to no other newsletter of the kind.",
        "Get the facts first, she said.",
    ],
)
def test_prose_with_such_words_stays(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("newsletter", story(middle=(line,))) == {}
    assert said("newsletter", story(below=(line,))) == {}
    assert said("newsletter", article(middle=f"<p>{line}</p>")) == {}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Abonnieren Sie hier den Newsletter aus Ankerholm."),
        ("fr", "Inscrivez-vous à notre newsletter du port"),
        ("es", "Suscríbete a nuestro boletín del puerto"),
        ("pl", "Zapisz się na newsletter"),
        ("ja", "メールマガジン登録"),
        ("ja", "ニュースレターに登録して最新の記事をお届けします"),
        ("zh", "欢迎订阅我们的电子报"),
        ("tr", "Bültenimize abone olun"),
        ("ko", "뉴스레터를 구독하세요"),
    ],
)
def test_other_languages(lines: Read, said: Said, title: str, prose: tuple[str, ...], language: str, line: str) -> None:
    assert said("newsletter", lines(title, *prose, line, language=language)) == {line: "newsletter"}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("newsletter", story()) == {}
    assert said("newsletter", article()) == {}
