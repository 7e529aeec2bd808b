"""Where the story is on the page, so that its pictures can be told from those of other stories."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.blocks.elements import MARGINS
from newsclean.page import NONE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.normalize.draft import Draft
    from newsclean.page import Embed, Page, Picture

TEASER_WORDS: Final = 3
"""Dropped words beside a picture from which it illustrates those and not the story."""
OPENING: Final = 1
"""Paragraphs of the story above a picture that is still its lead picture."""
ABOVE: Final = 3
"""Blocks above the headline where the caption of the lead picture may stand."""


class Region:
    """The blocks of the story and the elements around them."""

    def __init__(self, draft: Draft) -> None:
        self._page = draft.page
        kept = draft.outcome.kept
        starts = [moved.block for moved in draft.moved("title", "standfirst", "byline", "date_line")]
        self._first = min([*kept[:1], *starts], default=0)
        self._last = kept[-1] if kept else -1
        self._opening = kept[0] + OPENING if kept else -1
        self._story = _frames_around(draft.page, [*kept, *starts])
        inside = range(kept[0] if kept else 0, self._last + 1)
        others = [index for index in inside if index in draft.outcome.dropped and _is_other(draft, index)]
        self._others = _frames_around(draft.page, others) - self._story

    def holds(self, picture: int) -> bool:
        """Whether a picture stands in the story: between its blocks, and in no box that holds other text."""
        return self._surrounds(self._page.pictures[picture])

    def shows(self, embed: Embed) -> bool:
        """Whether an embed stands in the story; behind its last block only beside that, for other boxes begin there."""
        if embed.before > self._last >= 0:
            end = self._page.blocks[self._last].frame
            if embed.frame not in (end, self._page.frames[end].parent):
                return False
        return self._surrounds(embed)

    def _surrounds(self, found: Picture | Embed) -> bool:
        if not self._first <= found.before <= self._last + 1:
            return False
        if found.frame == NONE or self._page.frames[found.frame].hidden:
            return False
        for frame in self._page.ancestors(found.frame):
            if frame in self._story:
                return True
            if frame in self._others or self._page.frames[frame].tag in MARGINS:
                return False
        return True

    def opens(self, picture: int, *, captioned: bool) -> bool:
        """Whether a picture stands in a figure, or with a caption, above the story or under its first paragraph."""
        found = self._page.pictures[picture]
        figured = found.figure != NONE or captioned
        return figured and found.before <= self._opening and self.holds(picture)

    def heads(self, block: int) -> bool:
        """Whether a block stands above the story."""
        return self._first - ABOVE <= block <= self._opening


def _is_other(draft: Draft, index: int) -> bool:
    """Whether a dropped block is text that a picture beside it may belong to, instead of to the story."""
    block = draft.page.blocks[index]
    label = draft.outcome.dropped[index].label
    return block.words > TEASER_WORDS and label != "misplaced_caption" and draft.page.figure(index) == NONE


def _frames_around(page: Page, blocks: Sequence[int]) -> frozenset[int]:
    found: set[int] = set()
    frames = page.frames
    for index in blocks:
        frame = page.blocks[index].frame
        while frame != NONE and frame not in found:
            found.add(frame)
            frame = frames[frame].parent
    return frozenset(found)
