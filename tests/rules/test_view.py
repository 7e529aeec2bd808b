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


LABELS = """
<p><strong class="label">Read more</strong></p><p><strong class="label">Read more</strong> of it.</p>
<p>One line.<br><br><a class="label" href="/x"><span class="label">Another </span>story</a></p><p><b class="label"></b></p>
<div class="label">A box</div>
"""


def test_an_inline_element_means_the_block_whose_whole_text_is_in_it(html_page: Callable[..., Page]) -> None:
    page = html_page(LABELS)
    view = View(page)
    assert texts(page, view.blocks(".label")) == ["Read more", "Another story", "A box"]
    assert texts(page, view.blocks("strong")) == ["Read more"]
    assert texts(page, view.blocks("i")) == []


def test_a_selector_that_would_take_too_long_is_not_tried_and_named(html_page: Callable[..., Page]) -> None:
    view = View(html_page("<div>" * 150 + "<p>x</p>"))
    assert view.blocks("div:has(div p)") == frozenset()
    assert not view.matches("div:has(div p)")
    assert view.texts("p:has(b i)") == ()
    assert view.too_dear == ("div:has(div p)", "p:has(b i)")
    assert len(view.blocks("div:has(p)")) == 1


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
