"""Share prompts on a line of their own go; sentences with these words stay."""

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
        "SHARE THIS ARTICLE",
        "Share",
        "Share this story:",
        "Share on Facebook",
        "Share via WhatsApp",
        "Tweet",
        "Copy link",
        "Print",
        "Facebook Twitter WhatsApp",
        "Facebook | Twitter | E-mail",
    ],
)
def test_a_prompt_goes_wherever_it_stands(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("share", story(line)) == {line: "share"}
    assert said("share", story(below=(line,))) == {line: "share"}
    assert said("share", article(middle=f"<p>{line}</p>")) == {line: "share"}


@pytest.mark.parametrize(
    "line",
    [
        "Share your food, she said.",
        "Share prices fell on Monday.",
        "Share of the vote",
        "Share this with your friends and neighbours in Ankerholm",
        "Print is dead, he said.",
        "They share a quay.",
        "Facebook",
        "Twitter and Facebook",
        "Facebook said on Monday it would appeal.",
        "Tweet tweet, said the bird.",
        "The shared quay",
    ],
)
def test_words_of_the_story_stay(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("share", story(middle=(line,))) == {}
    assert said("share", article(middle=f"<p>{line}</p>")) == {}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("share", story()) == {}
    assert said("share", article()) == {}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Artikel teilen"),
        ("tr", "Facebook'ta paylaş"),
        ("ja", "Xでシェア"),
        ("zh", "分享到微信"),
        ("ko", "페이스북으로 공유"),
        ("ar", "شارك على فيسبوك"),
        ("ru", "Поделиться в Telegram"),
    ],
)
def test_other_languages(
    lines: Callable[..., Reading],
    said: Callable[[str, Reading], dict[str, str]],
    title: str,
    prose: tuple[str, ...],
    language: str,
    line: str,
) -> None:
    assert said("share", lines(title, *prose, line, language=language)) == {line: "share"}


@pytest.mark.parametrize("line", ["Post online", "Share tomorrow", "Teilen wollten sie nicht"])
def test_words_that_only_begin_so_stay(
    story: Callable[..., Reading], said: Callable[[str, Reading], dict[str, str]], line: str
) -> None:
    assert said("share", story(middle=(line,))) == {}
