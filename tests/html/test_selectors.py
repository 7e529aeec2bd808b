"""Selectors find on a page what CSS says, also where the parser would not."""

from __future__ import annotations

import pytest

from newsclean.html.document import Document, SelectorCostError
from newsclean.html.selectors import MAX_DEPTH, deep_steps, mended

PAGE = '<div id="d"><h2 id="h">More</h2><p id="x">one</p><p id="y"><i id="i">a</i><b id="b">two</b></p></div>'


@pytest.mark.parametrize(
    ("css", "found"),
    [
        ("div:has(> :is(p, ul))", ["d"]),
        ("div:has(> :not(h2))", ["d"]),
        ("div:has(:where(b))", ["d"]),
        ("div:has(:has(b))", ["d"]),
        ("div:has(h3, :is(b))", ["d"]),
        ("div:not(:has(:is(b)))", []),
        ("h2:has(~ :is(#d > p))", ["h"]),
        ("p:has(> b):not(:has(:is(a)))", ["y"]),
    ],
)
def test_a_pseudo_class_alone_inside_of_has_is_asked_of_every_element(css: str, found: list[str]) -> None:
    assert [attributes["id"] for attributes in Document(PAGE).attributes(css)] == found


def test_a_selector_that_begins_with_a_pseudo_class_asks_all_elements_around() -> None:
    html = '<html id="r"><body id="n"><b id="b"></b></body></html>'
    found = Document(html).attributes(":not(:is(:has(> b), :has(> i))) b")
    assert [attributes["id"] for attributes in found] == ["b"]


@pytest.mark.parametrize(
    "css",
    [
        "div:is(p)",
        ":is(p, ul)",  # without :has() nothing is wrong
        'p:has(> a[title="( :is"])',
        "p:has(> a[href=':not'])",
        "p:has(> b:not(.x)):first-child",
        'p:has(> b:lexbor-contains("a, :b"))',
    ],
)
def test_other_selectors_stay_as_they_are_written(css: str) -> None:
    assert mended(css) == css


@pytest.mark.parametrize(
    ("css", "steps"),
    [
        ("div p a", 0),
        ("div:has(a)", 0),
        ("div:has(> a, > b)", 0),
        ("div:has( p > a )", 0),
        ("div:has(> ul:has(> li:has(> a)))", 0),
        ('div:has(a[href="x y"])', 0),
        ("div:has(p:not(.a .b))", 0),
        ("div:has(a):has(b)", 0),
        ("div:has(p a)", 1),
        ("div:has(> p a)", 1),
        ("div:has(:has(a))", 1),
        ("div:not(:has(p a))", 1),
        ("p:is(a:has(b c))", 1),
        ("div:has(p a b)", 2),
        ("div:has(p:has(b i))", 2),
    ],
)
def test_steps_to_any_element_below_are_counted(css: str, steps: int) -> None:
    assert deep_steps(css) == steps


DEEP = "<div>" * (MAX_DEPTH + 5) + "<p id=p></p>"


def test_on_a_page_that_is_nested_very_deep_such_selectors_are_not_tried() -> None:
    page = Document(DEEP)
    with pytest.raises(SelectorCostError):
        page.match("div:has(div p)")
    assert len(page.match("div:has(p)")) == MAX_DEPTH + 5
    assert len(Document(DEEP.replace("<div>", "", 20)).match("div:has(div p)")) == MAX_DEPTH - 16


def test_a_hostile_page_does_not_hang_a_selector() -> None:
    with pytest.raises(SelectorCostError):
        Document(("<div>" * 900 + "</div>" * 900) * 5).match("div:has(div a)")  # tried, it would take seconds
