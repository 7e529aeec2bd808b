"""A page as rules look at it: its folded lines, and the blocks that selectors match; each computed once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from newsclean.html.document import node_id
from newsclean.rules.patterns import Lines, fold, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclean.page import Page


class View:
    """One page during one application of a site's rules."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """Text of each block, white space folded."""
        return tuple(fold(block.text) for block in self.page.blocks)

    @cached_property
    def lines(self) -> Lines:
        """The texts that patterns are matched against."""
        return Lines([plain(text) for text in self.folded])

    @cached_property
    def visible(self) -> tuple[int, ...]:
        """Blocks that readers see."""
        return tuple(block.index for block in self.page.blocks if not self.page.hidden(block.index))

    @cached_property
    def words(self) -> int:
        """Words that readers see."""
        return self.count(self.visible)

    def count(self, blocks: Iterable[int]) -> int:
        """Words of some blocks, those that nobody sees left out."""
        return sum(self.page.blocks[block].words for block in blocks if not self.page.hidden(block))

    def frames(self, css: str) -> tuple[int, ...]:
        """The outermost frames that a selector matches, in order; none in plain text."""
        if self.page.document is None:
            return ()
        matched = {self._nodes[ident] for ident in self.page.document.match(css) if ident in self._nodes}
        inside = self._inside(matched)
        return tuple(sorted(frame for frame in matched if self.page.frames[frame].parent not in inside))

    def blocks(self, css: str) -> frozenset[int]:
        """The blocks that a selector means: those inside of the frames that it matches, and those whose whole text is in
        an inline element that it matches; none in plain text."""
        return self.within(self.frames(css)) | self._inline(css)

    def _inline(self, css: str) -> frozenset[int]:
        document = self.page.document
        if document is None:
            return frozenset()
        wanted = {(self._nodes[ident], _letters(text)) for ident, text in document.inside(css, self._nodes)}
        frames = {frame for frame, _ in wanted}
        found = (block for block in self.page.blocks if block.frame in frames)
        return frozenset(block.index for block in found if (block.frame, _letters(block.text)) in wanted)

    def within(self, frames: Iterable[int]) -> frozenset[int]:
        """The blocks inside of some frames."""
        inside = self._inside(frames)
        return frozenset(block.index for block in self.page.blocks if block.frame in inside) if inside else frozenset()

    def matches(self, css: str) -> bool:
        """Whether a selector matches any element, with or without text."""
        return self.page.document is not None and bool(self.page.document.match(css))

    @cached_property
    def occupied(self) -> frozenset[int]:
        """The frames that have a block in them."""
        found: set[int] = set()
        for block in self.page.blocks:
            for frame in self.page.ancestors(block.frame):
                if frame in found:
                    break
                found.add(frame)
        return frozenset(found)

    @cached_property
    def _nodes(self) -> dict[int, int]:
        return {node_id(frame.node): index for index, frame in enumerate(self.page.frames)}

    def _inside(self, frames: Iterable[int]) -> set[int]:
        """Some frames and all frames in them."""
        inside = set(frames)
        if inside:
            for index, frame in enumerate(self.page.frames):  # a frame comes after the one around it
                if frame.parent in inside:
                    inside.add(index)
        return inside


def _letters(text: str) -> str:
    """A text without its white space, which elements and blocks have at different places."""
    return "".join(text.split())
