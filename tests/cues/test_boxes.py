"""Elements inside a story by what they are called."""

from __future__ import annotations

import re

from newsclean.blocks import read_html, read_text
from newsclean.cues.boxes import boxes
from newsclean.html.document import Document
from newsclean.page import Page, Reading

CALLED = re.compile("promo")
LONG = "The harbour board opened the old quay again on Monday after three winters of repairs, it said. " * 4


def held(page: Page) -> list[list[str]]:
    reading = Reading(page=page, labels=("body",) * len(page.blocks))
    return [[page.blocks[i].text for i in blocks] for blocks in boxes(reading, CALLED).values()]


def html(markup: str) -> Page:
    return read_html(Document(f"<html><body>{markup}</body></html>"))


def test_the_outermost_element_counts() -> None:
    markup = f"<p>{LONG}</p><div class='promo'><div class='promo-item'><p>A</p></div><p>B</p></div>"
    assert held(html(markup)) == [["A", "B"]]


def test_an_element_with_the_story_in_it_is_none_but_one_inside_may_be() -> None:
    markup = f"<div class='has-promo'><p>{LONG}</p><div id='promo-2'><p>A</p></div></div>"
    assert held(html(markup)) == [["A"]]
    assert held(html(f"<div class='promo'><p>{LONG}</p></div>")) == []


def test_a_text_has_none() -> None:
    assert held(read_text("promo\nA")) == []
