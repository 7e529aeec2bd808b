"""Where the story is on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.normalize.region import Region

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.normalize.draft import Draft

PAGE = """<img src=0.jpg><h1>Quay opens</h1><div><img src=1.jpg></div><p>One.</p><p>Two.</p><figure><img src=2.jpg></figure>
<div><img src=3.jpg><p>Pier closed after the storm</p></div><p>Three.</p><aside><img src=4.jpg></aside><p>Four.</p>"""
LABELS = {"Pier closed": "teaser"}


@pytest.mark.parametrize(("picture", "held"), [(1, True), (2, True), (3, False), (4, False)])
def test_pictures_between_the_blocks_of_the_story(draft: Callable[..., Draft], picture: int, *, held: bool) -> None:
    assert Region(draft(PAGE, labels=LABELS)).holds(picture) is held


def test_pictures_above_the_story(draft: Callable[..., Draft]) -> None:
    region = Region(draft(PAGE, labels=LABELS))
    assert region.opens(1, captioned=True)
    assert not region.opens(1, captioned=False)
    assert not region.opens(2, captioned=True)


def test_blocks_above_the_story(draft: Callable[..., Draft]) -> None:
    region = Region(draft(PAGE, labels=LABELS))
    assert [region.heads(block) for block in range(5)] == [True, True, True, False, False]
