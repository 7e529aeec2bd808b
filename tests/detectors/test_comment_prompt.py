"""Invitations to comment go from the end; questions of the story stay."""

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
        "Leave a comment",
        "What do you think? Let us know in the comments.",
        "Tell us what you think...",
        "View the discussion thread.",
        "Be the first to comment!",
    ],
)
def test_it_is_found_at_the_end(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("comment_prompt", story(below=(line,))) == {line: "comment_prompt"}
    assert said("comment_prompt", article(below=f"<p>{line}</p>")) == {line: "comment_prompt"}


def test_in_the_middle_it_is_part_of_the_story(lines: Read, said: Said, title: str, prose: tuple[str, ...]) -> None:
    long = prose * 5
    assert said("comment_prompt", lines(title, *long, "Leave a comment", *long)) == {}


@pytest.mark.parametrize(
    "line",
    [
        "What do you think of the wall, the mayor asked her.",
        "Comments that the board made on Monday were taken back.",
        "The comments section was closed by the judge.",
        "Leave a light on, she said.",
    ],
)
def test_prose_with_such_words_stays(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("comment_prompt", story(middle=(line,))) == {}
    assert said("comment_prompt", story(below=(line,))) == {}
    assert said("comment_prompt", article(middle=f"<p>{line}</p>")) == {}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Kommentar schreiben"),
        ("de", "Was meinen Sie?"),
        ("fr", "Laisser un commentaire"),
        ("es", "Deja tu comentario"),
        ("ru", "Оставить комментарий"),
        ("fa", "نظر شما"),
        ("ko", "댓글쓰기"),
    ],
)
def test_other_languages(lines: Read, said: Said, title: str, prose: tuple[str, ...], language: str, line: str) -> None:
    assert said("comment_prompt", lines(title, *prose, line, language=language)) == {line: "comment_prompt"}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("comment_prompt", story()) == {}
    assert said("comment_prompt", article()) == {}
