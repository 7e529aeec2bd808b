"""Text that shares a box with a picture of the story is its caption; teasers, authors and buttons are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.blocks import read_html
from newsclean.cues.picture_text import boxed_text, same_words
from newsclean.html.document import Document
from newsclean.page import Reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.verdict import Label

TITLE = "Old quay opens again after three winters"
FIRST = "The harbour board opened the old quay in Ankerholm again on Monday after three winters of repairs."
MORE = "Nobody had thought that the granite wall would hold, the harbour master, Ann Lund, said on Tuesday."
LINE = "Fishermen mend nets on the old quay"


def _label(text: str, kept: tuple[str, ...]) -> Label:
    if text == TITLE:
        return "title"
    return "body" if text in (FIRST, MORE, *kept) else "boilerplate"


@pytest.fixture
def boxed() -> Callable[..., dict[str, str]]:
    """What of a box between the paragraphs of a story is a caption or credit: text to `caption` or the credit's name."""

    def find(box: str, *, kept: tuple[str, ...] = (), head: str = "") -> dict[str, str]:
        html = f"<head>{head}</head><article><h1>{TITLE}</h1><p>{FIRST}</p>{box}<p>{MORE}</p></article>"
        page = read_html(Document(html))
        labels = tuple(_label(block.text, kept) for block in page.blocks)
        reading = Reading(page=page, labels=labels, language="en")
        return {page.blocks[i].text: said.credit or "caption" for i, said in boxed_text(reading).items()}

    return find


@pytest.mark.parametrize(
    "box",
    [
        f"<div><div><img src=a.jpg></div><div>{LINE}</div></div>",
        f"<div><a href=/big><img src=a.jpg></a><p>{LINE}</p></div>",
        f"<section><div><div><img src=a.jpg></div></div><div><div><p>{LINE}</p></div></div></section>",
        f"<div><img src=a.jpg alt=''><p>2 of 12 |</p><p>{LINE}</p></div>",
        f"<div><div><img src=a.jpg><p>{LINE}</p></div><a href=/x>More</a></div>",
    ],
)
def test_a_line_in_the_box_of_a_picture_is_its_caption(boxed: Callable[..., dict[str, str]], box: str) -> None:
    assert boxed(box) == {LINE: "caption"}


def test_each_slide_has_its_own(boxed: Callable[..., dict[str, str]]) -> None:
    slides = "".join(f"<li><img src={n}.jpg><p>{LINE}, slide {n}</p></li>" for n in "abc")
    assert boxed(f"<ul>{slides}</ul>") == {f"{LINE}, slide {n}": "caption" for n in "abc"}


def test_a_credit_is_told_apart(boxed: Callable[..., dict[str, str]]) -> None:
    box = f"<div><img src=a.jpg><p>{LINE}</p><p>Photo: Mira Holt</p></div>"
    assert boxed(box) == {LINE: "caption", "Photo: Mira Holt": "Mira Holt"}
    box = f"<div><img src=a.jpg><p>{LINE}</p><p class=image-source>harbour trust</p></div>"
    assert boxed(box) == {LINE: "caption", "harbour trust": "harbour trust"}


@pytest.mark.parametrize(
    "box",
    [
        "<div><img src=a.jpg><a href=/x>Pier closed after the storm of last week</a></div>",
        "<div><img src=a.jpg><p>Read also</p><a href=/x>Pier closed after the storm of last week</a></div>",
        f"<div class=teaser><img src=a.jpg><p>{LINE}</p></div>",
        f"<aside><img src=a.jpg><p>{LINE}</p></aside>",
        f"<form><img src=a.jpg><p>{LINE}</p></form>",
        "<div class=author><img src=a.jpg><p>Mira Holt writes about harbours</p></div>",
        "<div><img src=a.jpg><p>By Mira Holt</p></div>",
        "<div><img src=a.jpg><p>Mira Holt</p></div>",
        "<div><img src=a.jpg><p>March 4, 2024, 10:30</p></div>",
        "<div><img src=a.jpg><p>Close</p></div>",
        f"<div><p>{LINE}</p><img src=a.jpg></div>",
    ],
)
def test_other_boxes_with_pictures(boxed: Callable[..., dict[str, str]], box: str) -> None:
    assert boxed(box) == {}


def test_a_line_right_among_the_paragraphs_is_left_alone(boxed: Callable[..., dict[str, str]]) -> None:
    assert boxed(f"<img src=a.jpg><p>{LINE}</p>") == {}


def test_no_line_of_the_story_moves_without_a_witness(boxed: Callable[..., dict[str, str]]) -> None:
    assert boxed(f"<div><img src=a.jpg><p>{LINE}</p></div>", kept=(LINE,)) == {}


def test_a_line_of_the_story_that_repeats_the_alternative_text(boxed: Callable[..., dict[str, str]]) -> None:
    assert boxed(f"<img src=a.jpg alt='{LINE}'><p>{LINE}</p>", kept=(LINE,)) == {LINE: "caption"}
    assert boxed(f"<img src=a.jpg alt='{LINE}'><h2>{LINE}</h2>", kept=(LINE,)) == {}
    assert boxed("<img src=a.jpg alt='The old quay'><p>The old quay</p>", kept=("The old quay",)) == {}


def test_a_line_of_the_story_that_json_ld_calls_a_caption(boxed: Callable[..., dict[str, str]]) -> None:
    head = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Old quay",'
        f'"image":{{"@type":"ImageObject","url":"/a.jpg","caption":"{LINE}"}}}}</script>'
    )
    assert boxed(f"<img src=a.jpg><p>{LINE}</p>", kept=(LINE,), head=head) == {LINE: "caption"}
    assert boxed(f"<p>{LINE}</p>", kept=(LINE,), head=head) == {}
    summary = head.replace('"headline":"Old quay"', f'"headline":"Old quay","description":"{LINE}"')
    assert boxed(f"<img src=a.jpg><p>{LINE}</p>", kept=(LINE,), head=summary) == {}


def test_a_line_of_the_story_between_its_picture_and_a_credit(boxed: Callable[..., dict[str, str]]) -> None:
    box = f"<div><img src=a.jpg><h3>{LINE}</h3><p>Photo: AFP</p></div>"
    assert boxed(box, kept=(LINE,)) == {LINE: "caption", "Photo: AFP": "AFP"}
    assert boxed(f"<img src=a.jpg><p>{LINE}</p><p>Photo: AFP</p>", kept=(LINE,)) == {}


@pytest.mark.parametrize("html", ["", "<p>Text</p>", "<img src=a.jpg>", f"<h1>{TITLE}</h1><img src=a.jpg>"])
def test_pages_without_a_story(html: str) -> None:
    page = read_html(Document(html))
    labels: tuple[Label, ...] = ("boilerplate",) * len(page.blocks)
    assert boxed_text(Reading(page=page, labels=labels)) == {}


@pytest.mark.timeout(20)
def test_a_page_of_pictures_alone_is_read_in_time() -> None:
    html = f"<article><h1>{TITLE}</h1>{'<div>' * 300}{'<img src=a.jpg>' * 5_000}<p>{FIRST}</p><p>{MORE}</p></article>"
    page = read_html(Document(html))
    labels = tuple(_label(block.text, ()) for block in page.blocks)
    assert boxed_text(Reading(page=page, labels=labels, language="en")) == {}


@pytest.mark.timeout(20)
def test_thousands_of_equal_pictures_with_lines_are_read_in_time() -> None:
    lines = "".join(f"<div><img src=a.jpg alt=Quay><p>{LINE}</p></div>" for _ in range(5_000))
    declared = f"[{','.join(['{}'] * 900)}]".replace("{}", f'{{"@type":"ImageObject","caption":"{LINE}, again"}}')
    html = f'<script type="application/ld+json">{declared}</script><h1>{TITLE}</h1><p>{FIRST}</p>{lines}<p>{MORE}</p>'
    page = read_html(Document(html))
    labels = tuple(_label(block.text, ()) for block in page.blocks)
    assert boxed_text(Reading(page=page, labels=labels, language="en"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (LINE, LINE.upper(), True),
        (LINE, f"{LINE}. Photo: Mira Holt", True),
        (f"{LINE[:30]}…", LINE, True),
        ("The old quay", "The old quay at dawn", False),
        ("", "", False),
    ],
)
def test_texts_that_say_the_same(one: str, other: str, *, same: bool) -> None:
    assert same_words(one, other) is same
