"""A page as rules look at it: its folded lines, and the blocks that selectors match; each computed once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from newsclean.html.document import SelectorCostError, node_id
from newsclean.rules.patterns import Lines, fold, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from newsclean.html.document import Document
    from newsclean.page import Page

T = TypeVar("T")


class View:
    """One page during one application of a site's rules."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._too_dear: dict[str, None] = {}

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
        found = self._asked(lambda document: document.match(css), css)
        matched = {self._nodes[ident] for ident in found if ident in self._nodes}
        inside = self._inside(matched)
        return tuple(sorted(frame for frame in matched if self.page.frames[frame].parent not in inside))

    def blocks(self, css: str) -> frozenset[int]:
        """The blocks that a selector means; none in plain text.

        Those inside of the frames that it matches, and those whose whole text is in an inline element that it matches.
        """
        frames: set[int] = set()
        texts: set[tuple[int, str]] = set()
        for ident, text in self._asked(lambda document: document.places(css, self._nodes), css):
            if text is None:
                frames.add(self._nodes[ident])
            else:
                texts.add((self._nodes[ident], _letters(text)))
        return self.within(frames) | self._all_of(texts)

    def _all_of(self, texts: AbstractSet[tuple[int, str]]) -> frozenset[int]:
        """Blocks of which a frame and all letters are given."""
        around = {frame for frame, _ in texts}
        found = (block for block in self.page.blocks if block.frame in around)
        return frozenset(block.index for block in found if (block.frame, _letters(block.text)) in texts)

    def within(self, frames: Iterable[int]) -> frozenset[int]:
        """The blocks inside of some frames."""
        inside = self._inside(frames)
        return frozenset(block.index for block in self.page.blocks if block.frame in inside) if inside else frozenset()

    def matches(self, css: str) -> bool:
        """Whether a selector matches any element, with or without text."""
        return bool(self._asked(lambda document: document.match(css), css))

    def texts(self, css: str) -> Sequence[str]:
        """Texts of the elements that a selector matches."""
        return self._asked(lambda document: document.texts(css), css)

    def attributes(self, css: str) -> Sequence[Mapping[str, str | None]]:
        """Attributes of the elements that a selector matches."""
        return self._asked(lambda document: document.attributes(css), css)

    @property
    def too_dear(self) -> tuple[str, ...]:
        """Selectors so far that were not tried, since they would take too long on this page."""
        return tuple(self._too_dear)

    def _asked(self, ask: Callable[[Document], Iterable[T]], css: str) -> tuple[T, ...]:
        """What a selector matches; nothing in plain text, and for one that is too dear."""
        if self.page.document is None:
            return ()
        try:
            return tuple(ask(self.page.document))
        except SelectorCostError:
            self._too_dear[css] = None
            return ()

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
