"""Stories with their captions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from captioned import captioned_pages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BODY = "\n".join(
    f"The harbour board opened old quay number {n} again on Monday after three long winters of repairs, and the "
    "first ferry left at six in the morning with forty people on board."
    for n in range(4)
)
CAPTION = "Fishermen land herring at the old quay"


def markup(caption: str = CAPTION) -> str:
    figure = f"<figure><img src=a.jpg><figcaption>{caption}</figcaption></figure>"
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY.split("\n"))
    return f"<html lang=en><body><article><h1>Old quay opens</h1>{figure}{paragraphs}</article></body></html>"


def test_marked_captions_where_there_are_no_gold_ones(corpus: Callable[..., Path]) -> None:
    (page,) = captioned_pages(corpus(({"body": BODY}, markup())))
    assert page.captions == (CAPTION,)
    assert (page.gold, page.gold_body, page.language, page.body) == (False, True, "en", BODY)
    assert page.head == "Old quay opens"


def test_gold_captions_each_once(corpus: Callable[..., Path]) -> None:
    images: list[dict[str, Any]] = [{"caption": "The quay"}, {"caption": "The quay"}, {"caption": None}]
    (page,) = captioned_pages(corpus(({"body": BODY, "extra": {"images": images}, "dek": "At last"}, markup())))
    assert page.captions == ("The quay",)
    assert page.gold
    assert page.head.endswith("At last")


def test_short_marked_lines_are_no_captions(corpus: Callable[..., Path]) -> None:
    (page,) = captioned_pages(corpus(({"body": BODY}, markup("Photo gallery"))))
    assert page.captions == ()


def test_lists_and_pages_without_a_story_are_left_out(corpus: Callable[..., Path]) -> None:
    assert captioned_pages(corpus(({"page_type": "listing", "body": BODY}, markup()))) == []
    assert captioned_pages(corpus(({"body": "Too short"}, markup()), ({"body": BODY}, None))) == []
