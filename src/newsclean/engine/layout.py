"""Where the blocks of a page stand: ancestors as a matrix, containers as ranges of blocks.

Blocks are in reading order and frames in the order in which they open, so what stands inside an element is a run of
neighbouring blocks: every sum over a container is the difference of two running sums.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from newsclean.page import Page

MAX_LEVELS: Final = 48
"""Ancestors that are looked at, from the block up; the deepest story of the evaluation corpus stands at 41."""


class Layout(NamedTuple):
    """The frames around the blocks of a page."""

    ancestors: npt.NDArray[np.intp]
    """Block and level to frame: the block's own frame, then the one around it, and so on; the body element at the end,
    repeated."""
    depth: npt.NDArray[np.intp]
    """Block to the number of frames above its own."""
    start: npt.NDArray[np.intp]
    """Frame to the first block inside it."""
    end: npt.NDArray[np.intp]
    """Frame to the block after the last one inside it."""

    def inside(self, running: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """A sum over the blocks of each frame, given the running sum with a zero in front."""
        return running[self.end] - running[self.start]


def lay_out(page: Page) -> Layout:
    """The layout of a page of HTML with at least one block."""
    parents = np.array([frame.parent for frame in page.frames], np.intp)
    parents[0] = 0
    own = np.array([block.frame for block in page.blocks], np.intp)
    depths = np.array([frame.depth for frame in page.frames], np.intp)
    levels = [own]
    for _ in range(min(int(depths[own].max(initial=0)), MAX_LEVELS - 1)):
        levels.append(parents[levels[-1]])
    ancestors = np.stack(levels, axis=1)
    numbers = np.arange(len(own))
    end, start = np.zeros(len(parents), np.intp), np.zeros(len(parents), np.intp)
    # Of an index that comes several times the last value stays: the highest block going down, the lowest going up.
    end[ancestors.ravel()] = np.repeat(numbers + 1, ancestors.shape[1])
    start[ancestors[::-1].ravel()] = np.repeat(numbers[::-1], ancestors.shape[1])
    return Layout(ancestors, depths[own], start, end)
