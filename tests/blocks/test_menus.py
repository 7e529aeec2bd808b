"""Links of a few words each, outside of the story and with nothing between them, are one block: a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.blocks import read_html
from newsclean.blocks.menus import MAX_CHARS, MAX_LINK_WORDS, is_menu
from newsclean.html.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Page

    Texts = Callable[[str], list[str]]

ITEMS = "<li><a href=/n>News</a></li><li><a href=/s>Harbour sports</a></li><li><a href=/w>Weather</a></li>"
MENU = "News | Harbour sports | Weather"
STORY = "<p>The quay opens again.</p>"


@pytest.mark.parametrize(
    "menu",
    [
        f"<ul>{ITEMS}</ul>",
        f"<div><div><ul>{ITEMS}</ul></div></div>",
        "<div><div><a href=/n>News</a></div><p><a href=/s>Harbour sports</a></p><a href=/w>Weather</a></div>",
        "<table><tr><td><a>News</a></td></tr><tr><td><a>Harbour sports</a><tr><td><a>Weather</a></table>",
    ],
    ids=["list", "boxes", "divs", "table"],
)
def test_a_menu_is_one_block(read: Callable[[str], Page], menu: str) -> None:
    page = read(f"{menu}{STORY}")
    block, story = page.blocks
    assert (block.text, block.kind, block.level) == (MENU, "paragraph", 0)
    assert (block.words, block.link_chars, block.after_gap) == (4, len(MENU), True)
    assert (story.index, story.text) == (1, "The quay opens again.")


def test_menus_side_by_side_are_one(texts: Texts) -> None:
    more = "<ul><li><a href=/a>About</a></li><li><a href=/c>Contact</a></li></ul>"
    assert texts(f"<div><ul>{ITEMS}</ul>{more}</div>{STORY}") == [f"{MENU} | About | Contact", "The quay opens again."]


def test_the_menu_stands_in_the_element_that_holds_it_and_nothing_stands_in_its_parts(
    read: Callable[[str], Page],
) -> None:
    page = read(f"<div><ul id=menu>{ITEMS}</ul><p>Text</p></div>")
    assert page.frames[page.blocks[0].frame].id == "menu"
    assert [frame.tag for frame in page.frames] == ["body", "div", "ul", "p"]
    assert page.paths == ("body/div/ul", "body/div/p")


@pytest.mark.parametrize(
    ("html", "count"),
    [
        (f"<article>{STORY}<ul>{ITEMS}</ul></article>", 4),
        (f"<main><div><ul>{ITEMS}</ul></div>{STORY}</main>", 4),
        ("<ul><li><a href=/n>News</a><li><a href=/s>Sports</a></ul>", 2),
        (f"<ul>{ITEMS}<li>and more</li></ul>", 4),
        (f"<div><h2><a href=/n>News</a></h2>{ITEMS}</div>", 4),
        ("<ul>" + f"<li><a href=/n>{'The old quay opens again'}</a>" * 4 + "</ul>", 4),
        ("<ul>" + f"<li><a href=/n>{'x' * MAX_CHARS}</a>" * 3 + "</ul>", 3),
    ],
    ids=["article", "main", "two links", "text between", "heading", "headlines", "too long"],
)
def test_what_is_no_menu(texts: Texts, html: str, count: int) -> None:
    assert len(texts(f"<div>{html}</div>{STORY}")) == count + 1


def test_links_have_few_words_on_average(texts: Texts) -> None:
    item = "<li><a href=/n>{}</a>"
    few, many = (" ".join(["word"] * n) for n in (MAX_LINK_WORDS - 1, MAX_LINK_WORDS + 2))
    assert len(texts("<ul>" + item.format(few) * 2 + item.format(many) + "</ul>")) == 1
    assert len(texts("<ul>" + item.format(few) + item.format(many) * 2 + "</ul>")) == 3


def test_a_menu_beside_headlines_is_one_all_the_same(texts: Texts) -> None:
    headlines = "<ul>" + "<li><a href=/n>The old quay opens again</a>" * 3 + "</ul>"
    assert texts(f"<div><ul>{ITEMS}</ul>{headlines}</div>") == [MENU, *["The old quay opens again"] * 3]


def test_pictures_of_a_menu_stand_before_it(read: Callable[[str], Page]) -> None:
    icon = "<li><img src={0}.png><a href=/{0}>{0}</a>"
    page = read(f"<p>One</p><img src=x.png><ul>{''.join(map(icon.format, 'abc'))}</ul><p>Two</p><img src=y.png>")
    assert [block.text for block in page.blocks] == ["One", "a | b | c", "Two"]
    assert [(picture.attributes["src"], picture.before) for picture in page.pictures] == [
        ("x.png", 1), ("a.png", 1), ("b.png", 1), ("c.png", 1), ("y.png", 3),
    ]  # fmt: skip
    assert [page.frames[picture.frame].tag for picture in page.pictures] == ["body", "li", "li", "li", "body"]


def test_a_menu_is_known_for_one(read: Callable[[str], Page]) -> None:
    def known(html: str) -> bool:
        (block,) = read(html).blocks
        return is_menu(block.text, block.link_chars)

    assert known(f"<ul>{ITEMS}</ul>")
    assert not known("<p><a href=/n>News</a> | <a href=/w>Weather</a> | <a href=/s>Sports</a></p>")
    assert not known("<p><a href=/n>News</a></p>")


@pytest.mark.timeout(30)
def test_menus_inside_menus_are_not_copied_without_end() -> None:
    link = "<p><a href=/n>News</a></p>" * 10
    read_html(Document(f"<div>{link}" * 300 + "</div>" * 300))
    read_html(Document("<div>" + "<p><a href=/n>News of the old harbour</a></p>" * 20_000 + "</div>"))
