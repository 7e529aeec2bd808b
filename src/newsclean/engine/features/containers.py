"""The containers around the blocks, one by one, and where those stand that hold most of the page's prose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from newsclean.engine.features.facts import running

if TYPE_CHECKING:
    from newsclean.engine.features.facts import Facts, Floats, Indices
    from newsclean.engine.layout import Layout

_OF_EACH: Final = ("share", "prose", "links", "mean")
_DESCRIBED: Final = (
    *((level, name) for level in range(3) for name in ("share", "prose", "links")),
    (4, "links"),
    *((level, "mean") for level in (0, 3, 5)),
)
"""Containers around a block, counted from its own element up, and what is told of each."""
SHARES: Final = (0.3, 0.5, 0.8)
"""Of the page's prose: how far up is the first container that holds so much of it?"""
NAMES: Final = (
    *(f"c{level}_{name}" for level, name in _DESCRIBED),
    *(f"{name}_{round(100 * share)}" for name in ("up", "off") for share in SHARES),
)
_LEVELS: Final = np.array([level for level, _ in _DESCRIBED])
_ROWS: Final = np.array([[_OF_EACH.index(name)] for _, name in _DESCRIBED])


def rows(facts: Facts) -> Floats:
    """The rows of `NAMES`."""
    layout, words = facts.layout, facts.words
    sums = running(np.array((words, words * facts.prose, words * facts.link_share)))
    held, prose, links = layout.inside(sums)
    all_prose = max(float(sums[1, -1]), 1.0)
    share = prose / all_prose
    least = np.maximum(held, 1.0)
    each = np.array((held / facts.total, share, links / least, least / np.maximum(layout.blocks, 1)))
    up = heights(layout, share, SHARES)
    depth = layout.depth - up
    return np.concatenate((each[_ROWS, layout.levels[_LEVELS]], up, depth.max(axis=1)[:, None] - depth))


def heights(layout: Layout, share: Floats, least: tuple[float, ...]) -> Indices:
    """How far above each block the first container with enough of the page stands.

    Args:
        layout: the page.
        share: of the page, per frame.
        least: how much is enough, one question each.

    Returns:
        A row a question of elements up, to the body element where none has enough.
    """
    enough = share[layout.levels] >= np.array(least)[:, None, None]
    return np.where(enough.any(axis=1), enough.argmax(axis=1), layout.depth)
