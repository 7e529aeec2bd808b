"""Selectors find on a page what CSS says, also where the parser would not."""

from __future__ import annotations

import pytest

from newsclean.html.document import Document
from newsclean.html.selectors import mended

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
