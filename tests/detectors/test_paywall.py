"""Notices of a paywall go; news of subscriptions stays."""

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
        "Subscribe to continue reading",
        "To continue reading, log in or create an account.",
        "Already a subscriber?",
        "Enjoy additional articles per month.",
    ],
)
def test_it_is_found_at_the_end(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("paywall", story(below=(line,))) == {line: "paywall"}
    assert said("paywall", article(below=f"<p>{line}</p>")) == {line: "paywall"}


def test_it_is_found_in_the_middle_too(story: Read, article: Read, said: Said) -> None:
    line = "Subscribe to continue reading"
    assert said("paywall", story(middle=(line,))) == {line: "paywall"}
    assert said("paywall", article(middle=f"<p>{line}</p>")) == {line: "paywall"}


@pytest.mark.parametrize(
    "line",
    [
        "Subscribers only learned of it on Monday, the paper said.",
        "Premium seats on the ferry cost twice as much.",
        "The paper will ask readers to subscribe to continue reading its reports.",
        "Members only met twice in winter.",
    ],
)
def test_prose_with_such_words_stays(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("paywall", story(middle=(line,))) == {}
    assert said("paywall", story(below=(line,))) == {}
    assert said("paywall", article(middle=f"<p>{line}</p>")) == {}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Dieser Artikel ist nur für Abonnenten."),
        ("fr", "Article réservé aux abonnés"),
        ("es", "Contenido exclusivo para suscriptores"),
        ("ja", "有料会員限定"),
        ("nl", "Alleen voor abonnees"),
    ],
)
def test_other_languages(lines: Read, said: Said, title: str, prose: tuple[str, ...], language: str, line: str) -> None:
    assert said("paywall", lines(title, *prose, line, language=language)) == {line: "paywall"}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("paywall", story()) == {}
    assert said("paywall", article()) == {}
