"""The containers around a block, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from newsclean.engine.features.containers import NAMES, heights
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
    held = [[14, 14, 2, 1], [28, 28, 30, 1], [30, 30, 31, 31]]
    for level, words in enumerate(held):
        assert found[f"c{level}_share"] == pytest.approx([n / 31 for n in words], abs=1e-3)
    assert found["c0_prose"] == [0.5, 0.5, 0, 0]
    assert found["c1_prose"] == [1, 1, 1, 0]
    assert found["c1_links"] == [0, 0, 0, 1]
    assert found["c0_mean"] == [14, 14, 2, 1]
    assert found["c3_mean"] == pytest.approx([31 / 4] * 4)


def test_where_most_of_the_prose_stands(known: Known) -> None:
    found = known(PAGE)
    assert found["up_30"] == [0, 0, 1, 2]
    assert found["up_80"] == [1, 1, 1, 2]
    assert found["off_80"] == [0, 0, 1, 2]


def test_height_is_the_first_container_with_enough(facts: Read) -> None:
    layout = facts("<div><section><p>one</p></section></div><p>two</p>").layout
    share = np.array([1.0, 0.6, 0.5, 0.5, 0.4])
    assert heights(layout, share, (0.6, 0.9)).tolist() == [[2, 1], [3, 1]]


@ANY
@given(st.data())
def test_words_of_containers_agree_with_a_walk(
    known: Known, facts: Read, markup: st.SearchStrategy[str], data: st.DataObject
) -> None:
    source = data.draw(markup)
    found, page = known(source), facts(source).page
    assume(max(frame.depth for frame in page.frames) < MAX_LEVELS)
    around = [list(page.ancestors(block.frame)) for block in page.blocks]
    total = max(sum(block.words for block in page.blocks), 1)
    for name in NAMES:
        kind, level = name.partition("_")[2], int(name[1]) if name[1].isdigit() else MAX_LEVELS
        for block, path in zip(page.blocks, around, strict=True):
            inside = [
                b for b, other in zip(page.blocks, around, strict=True) if path[min(level, len(path) - 1)] in other
            ]
            words = sum(b.words for b in inside)
            if kind == "share" and level < MAX_LEVELS:
                assert found[name][block.index] == pytest.approx(words / total, abs=1e-3)
            elif kind == "mean" and level < MAX_LEVELS:
                assert found[name][block.index] == pytest.approx(max(words, 1) / len(inside), abs=1e-3)
