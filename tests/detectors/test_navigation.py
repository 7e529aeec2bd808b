"""Ways around the site go; headings and sentences with such words stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Reading

    Read = Callable[..., Reading]
    Said = Callable[[str, Reading], dict[str, str]]


@pytest.mark.parametrize("line", ["Back to top", "Skip to content", "Next article »", "LOAD MORE"])
def test_it_is_found(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("navigation", story(middle=(line,))) == {line: "navigation"}
    assert said("navigation", article(below=f"<p>{line}</p>")) == {line: "navigation"}


@pytest.mark.parametrize(
    "line", ["Menu", "Home", "Next", "Back to topmost deck", "Next article of the law: the tolls", "“Back to top”"]
)
def test_headings_and_sentences_stay(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("navigation", story(middle=(line,))) == {}
    assert said("navigation", article(middle=f"<p>{line}</p>")) == {}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Nach oben"),
        ("es", "Ir al contenido"),
        ("zh", "返回顶部"),
        ("ko", "본문 바로가기"),
        ("ar", "العودة للأعلى"),
    ],
)
def test_other_languages(lines: Read, said: Said, title: str, prose: tuple[str, ...], language: str, line: str) -> None:
    assert said("navigation", lines(title, *prose, line, language=language)) == {line: "navigation"}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("navigation", story()) == {}
    assert said("navigation", article()) == {}
