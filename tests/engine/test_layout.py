"""Containers are ranges of blocks, and agree with a walk up the frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsclean.engine.features.facts import running
from newsclean.engine.layout import MAX_LEVELS, MIN_LEVELS, lay_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Page

    Html = Callable[[str], Page]

ANY = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@ANY
@given(st.data())
def test_ranges_and_ancestors_agree_with_a_walk(
    html: Html, markup: st.SearchStrategy[str], data: st.DataObject
) -> None:
    page = html(data.draw(markup))
    layout = lay_out(page)
    inside: dict[int, list[int]] = {}
    for block in page.blocks:
        path = list(page.ancestors(block.frame))
        levels = len(layout.levels)
        seen = path[:levels]
        assert layout.levels[:, block.index].tolist() == seen + [0] * (levels - len(seen))
        assert layout.real[:, block.index].tolist() == [True] * len(seen) + [False] * (levels - len(seen))
        assert layout.depth[block.index] == len(path) - 1
        for frame in {*seen, 0} if len(path) < levels else seen:
            inside.setdefault(frame, []).append(block.index)
    for frame, blocks in inside.items():
        assert (layout.start[frame], layout.end[frame]) == (blocks[0], blocks[-1] + 1)
    for frame in set(range(len(page.frames))) - set(inside):
        assert layout.blocks[frame] == 0


@ANY
@given(st.data())
def test_sums_over_containers_are_those_of_their_blocks(
    html: Html, markup: st.SearchStrategy[str], data: st.DataObject
) -> None:
    page = html(data.draw(markup))
    layout = lay_out(page)
    words = np.array([block.words for block in page.blocks], float)
    sums = layout.inside(running(np.array((words, words * 2))))
    for frame in range(len(page.frames)):
        held = sum(words[layout.start[frame] : layout.end[frame]])
        assert sums[:, frame] == pytest.approx([held, held * 2])


def test_a_list_holds_its_items_and_its_neighbour_does_not(html: Html) -> None:
    page = html("<body><div><p>one</p><ul><li>two<li>three</ul></div><p>four</p></body>")
    layout = lay_out(page)
    tags = [frame.tag for frame in page.frames]
    assert [(layout.start[i], layout.end[i]) for i in range(len(tags))][:2] == [(0, 4), (0, 3)]
    assert (layout.start[tags.index("ul")], layout.end[tags.index("ul")]) == (1, 3)
    assert layout.blocks[[i for i, tag in enumerate(tags) if tag == "p"]].tolist() == [1, 1]


def test_a_flat_page_has_columns_for_the_levels_that_are_described(html: Html) -> None:
    layout = lay_out(html("<body><p>one</p></body>"))
    assert layout.levels.shape == layout.real.shape == (MIN_LEVELS, 1)
    assert layout.levels[:, 0].tolist() == [1] + [0] * (MIN_LEVELS - 1)
    assert layout.real[:, 0].tolist() == [True, True] + [False] * (MIN_LEVELS - 2)


def test_of_a_very_deep_page_the_nearest_levels_are_seen(html: Html) -> None:
    layout = lay_out(html("<body>" + "<div>" * 90 + "<p>deep</p>" + "</div>" * 90 + "<p>flat</p></body>"))
    assert layout.levels.shape == (MAX_LEVELS, 2)
    assert layout.depth.tolist() == [91, 1]
    assert layout.real[:, 0].all()
    assert layout.levels[-1, 1] == 0


def test_frames_at_hand_give_the_same(html: Html) -> None:
    page = html("<body><div><p>one</p></div><p>two</p></body>")
    own = np.array([block.frame for block in page.blocks])
    assert all((a == b).all() for a, b in zip(lay_out(page), lay_out(page, own), strict=True))
