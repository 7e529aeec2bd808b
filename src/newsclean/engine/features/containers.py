"""The containers around the blocks, one by one, and where those stand that hold most of the page's prose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from newsclean.engine.features.facts import running

if TYPE_CHECKING:
    from newsclean.engine.features.facts import Facts, Floats
    from newsclean.engine.layout import Layout

LEVELS: Final = 6
"""Containers around a block that are described one by one, from its own element up."""
SHARES: Final = (0.3, 0.5, 0.8)
"""Of the page's prose: how far up is the first container that holds so much of it?"""
_OF_EACH: Final = "words share prose prose_share links mean stops blocks pictures".split()
NAMES: Final = (
    *(f"c{level}_{name}" for name in _OF_EACH for level in range(LEVELS)),
    *(f"{name}_{round(100 * share)}" for share in SHARES for name in ("up", "off")),
    *"pictures_before pictures_after".split(),
)


def rows(facts: Facts, stops: Floats) -> list[Floats]:
    """The rows of `NAMES`.

    Args:
        facts: of the page.
        stops: logarithms of the number of sentence ends, block by block.
    """
    layout, words = facts.layout, facts.words
    before = np.bincount([p.before for p in facts.page.pictures] or [0], minlength=len(words) + 1).astype(float)
    before[0] -= not facts.page.pictures
    pictures = before[: len(words)]
    sums = np.array((words, words * facts.prose, words * facts.link_share, stops, pictures))
    inside = layout.inside(running(sums))
    all_prose = max(float(sums[1].sum()), 1.0)
    near = layout.ancestors[:, :LEVELS].T  # level, block
    held, prose, links, stopped, pictured = inside[:, near]
    blocks = layout.blocks[near]
    least = np.maximum(held, 1.0)
    each = (
        np.log1p(held),
        held / facts.total,
        prose / all_prose,
        prose / least,
        links / least,
        least / blocks,
        stopped / blocks,
        np.log1p(blocks),
        pictured / blocks,
    )
    share = inside[1] / all_prose
    return [
        *np.concatenate(each),
        *(row for least_share in SHARES for row in height(layout, share, least_share)),
        pictures,
        before[1:],
    ]


def height(layout: Layout, share: Floats, least: float) -> tuple[Floats, Floats]:
    """How far above each block the first container with enough of the page stands, and how deep it is.

    Args:
        layout: the page.
        share: of the page, per frame.
        least: how much is enough.

    Returns:
        Elements up, to the body element where none has enough; and elements that it is less deep than the deepest.
    """
    enough = share[layout.ancestors] >= least
    up = np.where(enough.any(axis=1), enough.argmax(axis=1), layout.depth).astype(float)
    depth = layout.depth - up
    return up, depth.max() - depth
