"""Biographies of the author go from the end; people of the story stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Reading

    Read = Callable[..., Reading]
    Said = Callable[[str, Reading], dict[str, str]]

BIO = "Ann Lund is a reporter for the Ankerholm Gazette who writes of the sea."


def test_the_author_of_the_byline_is_told_of(story: Read, article: Read, said: Said) -> None:
    assert said("author_bio", story("By Ann Lund", below=(BIO,))) == {BIO: "author_bio"}
    page = article("<p>By Ann Lund</p>", f"<p>{BIO}</p>")
    assert said("author_bio", page) == {BIO: "author_bio"}


def test_the_author_is_known_from_the_head_of_the_page(
    html: Read, said: Said, title: str, prose: tuple[str, ...]
) -> None:
    body = "".join(f"<p>{text}</p>" for text in (*prose, BIO))
    meta = "<meta name=author content='Ann Lund'>"
    page = (
        f"<html><head><title>{title}</title>{meta}</head><body><article><h1>{title}</h1>{body}</article></body></html>"
    )
    assert said("author_bio", html(page)) == {BIO: "author_bio"}


@pytest.mark.parametrize(
    "line",
    [
        "Nils Falk is a staff writer in Skarvo. Follow him @nilsfalk.",
        "Nils Falk is the business editor. Reach him at falk@gazette.example.",
    ],
)
def test_a_handle_or_an_address_will_do(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("author_bio", story(below=(line,))) == {line: "author_bio"}
    assert said("author_bio", article(below=f"<p>{line}</p>")) == {line: "author_bio"}


def test_in_german(lines: Read, said: Said, title: str, prose: tuple[str, ...]) -> None:
    line = "Nils Falk ist Reporter in Skarvo. E-Mail: falk@gazette.example"
    assert said("author_bio", lines(title, *prose, line, language="de")) == {line: "author_bio"}


@pytest.mark.parametrize(
    "line",
    [
        "Nils Falk is a reporter who saw the storm from the lamp.",
        "Ann Lund is a harbour master in Ankerholm.",
        "The writer of the letter was never found.",
    ],
)
def test_other_people_stay(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("author_bio", story("By Ann Lund", below=(line,))) == {}
    assert said("author_bio", article("<p>By Ann Lund</p>", f"<p>{line}</p>")) == {}


def test_in_the_middle_it_is_part_of_the_story(lines: Read, said: Said, title: str, prose: tuple[str, ...]) -> None:
    assert said("author_bio", lines(title, "By Ann Lund", *prose, BIO, *prose * 2)) == {}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("author_bio", story()) == {}
    assert said("author_bio", article()) == {}
