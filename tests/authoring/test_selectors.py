"""Selectors as a person would write them."""

from __future__ import annotations

import pytest

from newsclean.authoring.selectors import selectors
from newsclean.page import NONE, Frame


def frame(tag: str = "div", classes: str = "", ident: str = "", hints: str = "") -> Frame:
    return Frame(tag, classes, ident, NONE, 1, 0, NONE, hidden=False, node=None, hints=hints)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (frame(ident="story"), ["#story"]),
        (frame("p", "lead big lead"), ["p.lead", "p.big"]),
        (frame("aside"), ["aside"]),
        (frame(hints="data-testid=paragraph\nrole=main"), ['div[data-testid="paragraph"]', 'div[role="main"]']),
        (frame("p", "article-body__text__2fHq9"), ['p[class*="article-body__text__"]']),
    ],
)
def test_an_element_is_named_by_what_people_call_it(given: Frame, expected: list[str]) -> None:
    assert list(selectors(given)) == expected


@pytest.mark.parametrize(
    "given",
    [
        frame(),
        frame(ident="story-81"),
        frame("p", "css-1x2y3z"),
        frame("p", "post-12345"),
        frame("p", "md:flex w-1/2"),
        frame(hints='data-name=a"b'),
        frame(hints="itemtype=NewsArticle"),
        frame(hints="aria-label=" + "x" * 60),
    ],
)
def test_what_changes_with_the_page_or_the_next_build_names_nothing(given: Frame) -> None:
    assert not list(selectors(given))
