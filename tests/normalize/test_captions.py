"""Captions that left the text: their credits, and the pictures that they stand with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.normalize.captions import read_captions
from newsclean.page import NONE

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.normalize.draft import Draft

FIGURES = """<h1>Quay opens</h1><figure><img src=/a.jpg><figcaption>The quay at dawn (Photo by Ann Lee)</figcaption></figure>
<p>The harbour office opened its longest quay.</p>
<figure><div><img src=/b.jpg></div><figcaption><p>The old pier</p><p>Photo: Bo Wang</p></figcaption></figure>"""
LABELS = {"The quay": "caption", "The old": "caption", "Photo:": "credit"}


def test_captions_belong_to_the_picture_of_their_figure(draft: Callable[..., Draft]) -> None:
    found = read_captions(draft(FIGURES, labels=LABELS))
    assert [(caption.text, caption.credit, caption.picture) for caption in found] == [
        ("The quay at dawn", "Ann Lee", 0),
        ("The old pier", "Bo Wang", 1),
    ]


def test_the_verdict_knows_best(draft: Callable[..., Draft]) -> None:
    labels = LABELS | {"The quay": {"label": "caption", "picture": 1, "credit": "Cy\u00ad Roe "}}
    first = read_captions(draft(FIGURES, labels=labels))[0]
    assert (first.picture, first.credit) == (1, "Cy Roe")


@pytest.mark.parametrize("picture", [-1, 99])
def test_a_verdict_that_names_no_picture_of_the_page_is_not_believed(draft: Callable[..., Draft], picture: int) -> None:
    labels = LABELS | {"The quay": {"label": "caption", "picture": picture}}
    assert read_captions(draft(FIGURES, labels=labels))[0].picture == 0


def test_without_a_figure_the_picture_right_above_is_meant(draft: Callable[..., Draft]) -> None:
    html = "<h1>Q</h1><p>Text one.</p><img src=/a.jpg><p>The quay at dawn</p><p>Text two.</p><p>The old pier</p>"
    found = read_captions(draft(html, labels={"The quay": "caption", "The old": "caption"}))
    assert [caption.picture for caption in found] == [0, NONE]


def test_plain_text_knows_no_pictures(text_draft: Callable[..., Draft]) -> None:
    made = text_draft(
        "Quay opens\nThe quay at dawn\n(Photo by Ann Lee)\nText.", labels={"The quay": "caption", "(Photo": "credit"}
    )
    found = read_captions(made)
    assert [(caption.text, caption.credit, caption.picture) for caption in found] == [
        ("The quay at dawn", "Ann Lee", NONE)
    ]


def test_captions_of_different_pictures_stay_apart_in_plain_text(text_draft: Callable[..., Draft]) -> None:
    made = text_draft("The quay at dawn\nThe old pier\nText.", labels={"The quay": "caption", "The old": "caption"})
    assert [caption.text for caption in read_captions(made)] == ["The quay at dawn", "The old pier"]
