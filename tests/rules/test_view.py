"""What selectors match, in blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.rules.view import View

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Page

BODY = """
<div class="story"><p>One.</p><div class="story"><p>Two <b class="strong">words</b>.</p></div></div>
<div class="box"><ul><li>Three.</li></ul></div>
<p hidden>Four.</p>
"""


def texts(page: Page, blocks: frozenset[int]) -> list[str]:
    return [page.blocks[block].text for block in sorted(blocks)]


def test_a_block_is_matched_by_any_element_around_it(html_page: Callable[..., Page]) -> None:
    page = html_page(BODY)
    view = View(page)
    assert texts(page, view.within(view.frames(".box"))) == ["Three."]
    assert texts(page, view.within(view.frames("li"))) == ["Three."]
    assert texts(page, view.within(view.frames("p"))) == ["One.", "Two words.", "Four."]


def test_an_element_inside_of_a_matched_one_is_not_counted_again(html_page: Callable[..., Page]) -> None:
    view = View(html_page(BODY))
    assert len(view.frames(".story")) == 1


def test_a_frame_is_occupied_when_a_block_is_anywhere_in_it(html_page: Callable[..., Page]) -> None:
    page = html_page("<main><section><p>One.</p></section><section><div></div></section></main>")
    occupied = View(page).occupied
    assert [page.frames[frame].tag for frame in sorted(occupied)] == ["body", "main", "section", "p"]


def test_an_inline_element_is_no_place_for_blocks(html_page: Callable[..., Page]) -> None:
    view = View(html_page(BODY))
    assert view.matches("b.strong")
    assert view.frames("b.strong") == ()
    assert view.within(()) == frozenset()


def test_words_that_nobody_sees_are_not_counted(html_page: Callable[..., Page]) -> None:
    view = View(html_page(BODY))
    assert view.words == 4
    assert view.count(range(4)) == 4


def test_plain_text_has_lines_and_no_elements(text_page: Callable[..., Page]) -> None:
    view = View(text_page("The site’s name", "Two"))
    assert view.lines.texts == ("The site's name", "Two")
    assert view.folded == ("The site’s name", "Two")
    assert view.frames("p") == ()
    assert not view.matches("p")
