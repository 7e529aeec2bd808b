"""The containers around a block, one by one."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from newsclean.engine.features.containers import LEVELS, height
from newsclean.engine.layout import MAX_LEVELS

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.engine.features import Facts

    Known = Callable[[str], dict[str, list[float]]]
    Read = Callable[[str], Facts]

ANY = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
PROSE = "The harbour board opened the old quay in Ankerholm again on Monday after repairs."
PAGE = f"<main><div><p>{PROSE}</p><p>{PROSE}</p></div><p>one two</p></main><footer><p><a href=/x>three</a></p></footer>"


def test_containers_from_the_block_up(known: Known) -> None:
    found = known(PAGE)
    words = [[14, 14, 2, 1], [28, 28, 30, 1], [30, 30, 31, 31], [31, 31, 31, 31]]
    for level, held in enumerate(words):
        assert found[f"c{level}_words"] == pytest.approx([math.log1p(n) for n in held], abs=1e-3)
        assert found[f"c{level}_share"] == pytest.approx([n / 31 for n in held], abs=1e-3)
    assert found["c1_blocks"] == pytest.approx([math.log1p(n) for n in (2, 2, 3, 1)], abs=1e-3)
    assert found["c1_prose"] == [1, 1, 1, 0]
    assert found["c1_prose_share"] == pytest.approx([1, 1, 28 / 30, 0], abs=1e-3)
    assert found["c1_links"] == [0, 0, 0, 1]
    assert found["c1_mean"] == [14, 14, 10, 1]
    assert found["c1_stops"] == pytest.approx([math.log1p(1), math.log1p(1), 2 * math.log1p(1) / 3, 0], abs=1e-3)


def test_where_most_of_the_prose_stands(known: Known) -> None:
    found = known(PAGE)
    assert found["up_30"] == [0, 0, 1, 2]
    assert found["up_80"] == [1, 1, 1, 2]
    assert found["off_80"] == [0, 0, 1, 2]


def test_pictures_around_a_block(known: Known) -> None:
    found = known(
        "<div><img src=a.jpg><p>one</p><p>two</p></div><img src=b.jpg><img src=c.jpg><p>three</p><img src=d.jpg>"
    )
    assert found["pictures_before"] == [1, 0, 2]
    assert found["pictures_after"] == [0, 2, 1]
    assert found["c1_pictures"][:2] == [0.5, 0.5]


def test_a_page_without_pictures_has_none(known: Known) -> None:
    found = known("<p>one</p><p>two</p>")
    assert found["pictures_before"] == found["pictures_after"] == found["c0_pictures"] == [0, 0]


def test_height_is_the_first_container_with_enough(facts: Read) -> None:
    layout = facts("<div><section><p>one</p></section></div><p>two</p>").layout
    share = np.array([1.0, 0.6, 0.5, 0.5, 0.4])
    up, off = height(layout, share, 0.6)
    assert (up.tolist(), off.tolist()) == ([2, 1], [0, 1])


@ANY
@given(st.data())
def test_words_of_containers_agree_with_a_walk(
    known: Known, facts: Read, markup: st.SearchStrategy[str], data: st.DataObject
) -> None:
    source = data.draw(markup)
    found, page = known(source), facts(source).page
    assume(max(frame.depth for frame in page.frames) < MAX_LEVELS)
    around = [list(page.ancestors(block.frame)) for block in page.blocks]
    for block, path in zip(page.blocks, around, strict=True):
        for level, frame in enumerate(path[:LEVELS]):
            inside = [b.words for b, other in zip(page.blocks, around, strict=True) if frame in other]
            assert found[f"c{level}_words"][block.index] == pytest.approx(math.log1p(sum(inside)), abs=1e-3)
            assert found[f"c{level}_blocks"][block.index] == pytest.approx(math.log1p(len(inside)), abs=1e-3)
