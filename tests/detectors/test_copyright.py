"""Lines of rights are moved from the end; the law of copyright stays."""

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
        "© 2022 Ankerholm Gazette",
        "Copyright 2019 Ankerholm Gazette. All rights reserved.",
        "(c) 2020 Harbour Press",
    ],
)
def test_it_is_found_at_the_end(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("copyright", story(below=(line,))) == {line: "license"}
    assert said("copyright", article(below=f"<p>{line}</p>")) == {line: "license"}


def test_in_the_middle_it_is_part_of_the_story(lines: Read, said: Said, title: str, prose: tuple[str, ...]) -> None:
    long = prose * 5
    assert said("copyright", lines(title, *long, "© 2022 Ankerholm Gazette", *long)) == {}


@pytest.mark.parametrize(
    "line",
    [
        "Copyright law protects the picture, the judge said.",
        "The rights to the quay were reserved for the town.",
        "(C) was the third berth of the quay.",
    ],
)
def test_prose_with_such_words_stays(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("copyright", story(middle=(line,))) == {}
    assert said("copyright", story(below=(line,))) == {}
    assert said("copyright", article(middle=f"<p>{line}</p>")) == {}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("it", "© RIPRODUZIONE RISERVATA"),
        ("ko", "무단 전재 및 재배포 금지"),
        ("de", "© dpa-infocom, dpa:200101-99-000000/1"),
        ("tr", "Tüm hakları saklıdır"),
    ],
)
def test_other_languages(lines: Read, said: Said, title: str, prose: tuple[str, ...], language: str, line: str) -> None:
    assert said("copyright", lines(title, *prose, line, language=language)) == {line: "license"}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("copyright", story()) == {}
    assert said("copyright", article()) == {}


@pytest.mark.parametrize(
    "line",
    [
        "This article was originally published on Harbour Science.",
        "Originally published in the Skarvo Herald.",
        "A version of this story first appeared in the Skarvo Herald.",
    ],
)
def test_where_it_stood_first_goes_to_the_notes(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("copyright", story(below=(line,))) == {line: "note"}
    assert said("copyright", article(below=f"<p>{line}</p>")) == {line: "note"}


@pytest.mark.parametrize(
    "line",
    [
        "The map was originally published in 1890.",
        "Correction: this article originally named another harbour.",
    ],
)
def test_other_origins_stay(story: Read, said: Said, line: str) -> None:
    assert said("copyright", story(below=(line,))) == {}
