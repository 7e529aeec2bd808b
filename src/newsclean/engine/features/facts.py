"""What several groups of features need of a page, read once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from newsclean.engine.layout import Layout, lay_out
from newsclean.engine.vocabulary import MAX_LINE

if TYPE_CHECKING:
    from newsclean.engine.witnesses import Witnesses
    from newsclean.page import Page

Floats: TypeAlias = npt.NDArray[np.float64]
Indices: TypeAlias = npt.NDArray[np.intp]
Values: TypeAlias = npt.NDArray[np.float32]
Kinds: TypeAlias = npt.NDArray[np.uint8]

PROSE_LINKS: Final = 0.35
"""A block with a larger share of its characters in links is no prose."""
_KINDS: Final = {
    name: n for n, name in enumerate(("heading", "paragraph", "list_item", "quote", "preformatted", "table_row"))
}


class Facts:
    """A page as columns: one entry a block, in page order."""

    def __init__(self, page: Page, witnesses: Witnesses) -> None:
        self.page = page
        self.witnesses = witnesses
        _, texts, kinds, levels, frames, words, links, *_ = zip(*page.blocks, strict=True)
        self.texts: tuple[str, ...] = texts
        self.frames: tuple[int, ...] = frames
        self.words: Floats = np.array(words, float)
        self.chars: Floats = np.fromiter(map(len, texts), float, len(texts))
        self.links: Floats = np.array(links, float)
        self.link_share: Floats = self.links / self.chars
        self.prose: Floats = ((self.words >= MAX_LINE) & (self.link_share < PROSE_LINKS)).astype(float)
        self.kinds: Floats = np.array([_KINDS[kind] for kind in kinds], float)
        self.levels: Floats = np.array(levels, float)
        self.heading: npt.NDArray[np.bool_] = self.kinds == 0
        self.layout: Layout = lay_out(page, np.array(frames, np.intp))
        self.run_words: Floats = running(self.words)
        self.total = max(float(self.run_words[-1]), 1.0)
        self.numbers: Indices = np.arange(len(texts))

    @cached_property
    def over(self) -> Indices:
        """Block to the last heading before it, or -1."""
        before = np.maximum.accumulate(np.where(self.heading, self.numbers, -1))
        return np.concatenate(([-1], before[:-1]))

    @cached_property
    def group(self) -> Indices:
        """Block to the number of its group: blocks in like elements in like elements, such as a list of teasers."""
        frames = self.page.frames
        numbers: dict[object, int] = {}
        out = []
        for own in self.frames:
            frame = frames[own]
            key = frame[:2], frames[max(frame[3], 0)][:2]
            out.append(numbers.setdefault(key, len(numbers)))
        return np.array(out, np.intp)


def read_facts(page: Page, witnesses: Witnesses) -> Facts:
    """The facts of a page of HTML with at least one block."""
    return Facts(page, witnesses)


def running(rows: Floats) -> Floats:
    """The running sums of columns, with a zero in front."""
    out = np.zeros((*rows.shape[:-1], rows.shape[-1] + 1))
    np.cumsum(rows, axis=-1, out=out[..., 1:])
    return out


def shifted(rows: Floats, by: int) -> Floats:
    """What stands `by` places further on for each place, -1 beyond the ends."""
    out = np.full(rows.shape, -1.0)
    if by < 0:
        out[..., -by:] = rows[..., :by]
    else:
        out[..., :-by] = rows[..., by:]
    return out


def signed_log(row: Floats) -> Floats:
    """The logarithm of one plus the distance from zero, with its sign."""
    return np.sign(row) * np.log1p(np.abs(row))
