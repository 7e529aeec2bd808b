"""Where the blocks of a page stand: the frames around them as a matrix, containers as ranges of blocks.

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
MIN_LEVELS: Final = 8
"""Columns of the matrix of ancestors at least, so that so many levels can be described one by one."""


class Layout(NamedTuple):
    """The frames around the blocks of a page."""

    levels: npt.NDArray[np.intp]
    """Level and block to frame: the blocks' own frames, then the ones around them, and so on; the body element at the
    end, repeated."""
    real: npt.NDArray[np.bool_]
    """The same shape: whether there is such a frame, or the body element again."""
    depth: npt.NDArray[np.intp]
    """Block to the number of frames above its own."""
    start: npt.NDArray[np.intp]
    """Frame to the first block inside it."""
    end: npt.NDArray[np.intp]
    """Frame to the block after the last one inside it."""

    @property
    def blocks(self) -> npt.NDArray[np.intp]:
        """Frame to the number of blocks inside it."""
        return self.end - self.start

    def inside(self, running: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Sums over the blocks of each frame, given running sums with a zero in front."""
        out: npt.NDArray[np.float64] = running[..., self.end] - running[..., self.start]
        return out


def lay_out(page: Page, own: npt.NDArray[np.intp] | None = None) -> Layout:
    """The layout of a page of HTML with at least one block.

    Args:
        page: the page.
        own: the frames of its blocks, where they are at hand.
    """
    if own is None:
        own = np.array([block.frame for block in page.blocks], np.intp)
    parents = np.array([frame[3] for frame in page.frames], np.intp)  # by place: this is done for every frame
    parents[0] = 0
    depth = np.array([frame[5] for frame in page.frames], np.intp)[own]
    count = min(max(int(depth.max()) + 1, MIN_LEVELS), MAX_LEVELS)
    levels = np.empty((count, len(own)), np.intp)
    levels[0] = own
    for level in range(1, count):
        parents.take(levels[level - 1], out=levels[level], mode="clip")  # "raise" would copy
    # The same frame stands at several levels of several blocks. No plain assignment: which value of a repeated index
    # stays depends on the order in which numpy walks the arrays, and it undoes a reversal.
    flat, numbers = levels.ravel(), np.tile(np.arange(len(own)), count)
    end, start = np.zeros(len(parents), np.intp), np.full(len(parents), len(own), np.intp)
    np.maximum.at(end, flat, numbers + 1)
    np.minimum.at(start, flat, numbers)
    start[end == 0] = 0  # nothing inside
    real = np.arange(count)[:, None] <= depth
    return Layout(levels, real, depth, start, end)
