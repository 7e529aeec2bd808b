"""Breadcrumb lines above the headline are moved; slashes in the story are its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Reading

    Read = Callable[..., Reading]
    Said = Callable[[str, Reading], dict[str, str]]


@pytest.mark.parametrize(
    "line", ["News / World / Asia", "News \u00a0 / \u00a0 Reports", "Home › Harbour", "Home > Coast > Ports"]
)
def test_a_trail_above_the_headline_moves(story: Read, article: Read, said: Said, line: str) -> None:
    folded = " ".join(line.split())
    assert said("breadcrumb", story(head=(line,))) == {folded: "breadcrumb"}
    assert said("breadcrumb", article(head=f"<p>{line}</p>")) == {folded: "breadcrumb"}


def test_a_menu_above_the_headline_is_no_trail(html: Read, said: Said, title: str, prose: tuple[str, ...]) -> None:
    menu = "".join(f"<li><a href=/{name}>{name}</a>" for name in ("News", "Coast", "Ports"))
    page = f"<title>{title}</title><ul>{menu}</ul>{{}}<h1>{title}</h1>{''.join(f'<p>{text}</p>' for text in prose)}"
    reading = html(page.format(""))
    assert reading.page.blocks[0].text == "News | Coast | Ports"
    assert said("breadcrumb", reading) == {}
    assert said("breadcrumb", html(page.format("<p>News > Coast</p>"))) == {"News > Coast": "breadcrumb"}


def test_lines_above_it_do_not_hide_it(story: Read, said: Said) -> None:
    reading = story(head=("Install the new version of Harbour TV application", "News / World"))
    assert said("breadcrumb", reading) == {"News / World": "breadcrumb"}


def test_a_trail_without_a_headline_is_found_in_the_first_lines(
    lines: Read, said: Said, prose: tuple[str, ...]
) -> None:
    assert said("breadcrumb", lines("News / World", *prose)) == {"News / World": "breadcrumb"}


@pytest.mark.parametrize("line", ["AC/DC", "9/11", "12 / 03 / 2024", "and/or"])
def test_other_slashes_stay(story: Read, said: Said, line: str) -> None:
    assert said("breadcrumb", story(head=(line,))) == {}


def test_a_trail_below_the_headline_or_in_the_story_stays(story: Read, article: Read, said: Said) -> None:
    assert said("breadcrumb", story(middle=("Ankerholm / Skarvo",))) == {}
    assert said("breadcrumb", article(middle="<p>Ankerholm / Skarvo</p>")) == {}
    assert said("breadcrumb", story(below=("Mira Holt / Ankerholm",))) == {}


def test_far_above_the_headline_nothing_is_looked_for(
    lines: Read, said: Said, title: str, prose: tuple[str, ...]
) -> None:
    reading = lines("Ports / Piers", "One;", "Two;", "Three;", title, *prose)
    assert said("breadcrumb", reading) == {}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("breadcrumb", story()) == {}
    assert said("breadcrumb", article()) == {}
