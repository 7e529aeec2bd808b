"""A page to learn from: its blocks, and what the general path makes of each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from newsclean.authoring.reader import open_page, page_of
from newsclean.authoring.saved import read_saved
from newsclean.authoring.selectors import selectors
from newsclean.page import NONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from newsclean.article import Article
    from newsclean.authoring.reader import Opened, Reader
    from newsclean.authoring.saved import Saved
    from newsclean.model import RemovalKind
    from newsclean.page import Page

QUOTE: Final = "blockquote"


@dataclass(frozen=True, kw_only=True)
class Specimen:
    """One page of a site, with the verdict of the general path on every block."""

    name: str
    opened: Opened
    page: Page
    article: Article
    kept: frozenset[int]
    """Blocks of the article's text."""
    dropped: Mapping[int, RemovalKind]
    """Blocks that were removed, and as what."""
    captions: frozenset[int]
    """Blocks that went to a picture as its caption, or were removed as a caption of another story."""

    @cached_property
    def visible(self) -> tuple[int, ...]:
        """Blocks with words that readers see."""
        return tuple(block.index for block in self.page.blocks if block.words and not self.page.hidden(block.index))

    @cached_property
    def moved(self) -> frozenset[int]:
        """Blocks that went to a field: headline, byline, date, captions."""
        return frozenset(i for i in self.visible if i not in self.kept and i not in self.dropped)

    @cached_property
    def quoted(self) -> frozenset[int]:
        """Blocks of the text that are quotes, or in one, as quoted posts are."""
        frames = self.page.frames
        return frozenset(
            block
            for block in self.kept
            if any(frames[frame].tag == QUOTE for frame in self.page.ancestors(self.page.blocks[block].frame))
        )

    @cached_property
    def own(self) -> tuple[frozenset[str], ...]:
        """For each frame the selectors that match it."""
        return tuple(frozenset(selectors(frame)) for frame in self.page.frames)

    @cached_property
    def around(self) -> tuple[frozenset[str], ...]:
        """For each block the selectors that match an element around it."""
        found: list[frozenset[str]] = []
        for frame, own in zip(self.page.frames, self.own, strict=True):
            found.append(own | found[frame.parent] if frame.parent != NONE else own)
        return tuple(found[block.frame] if block.frame != NONE else frozenset() for block in self.page.blocks)

    @cached_property
    def places(self) -> Mapping[str, frozenset[int]]:
        """Selector to the visible blocks inside of what it matches."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for block in self.visible:
            for css in self.around[block]:
                found[css].add(block)
        return {css: frozenset(blocks) for css, blocks in found.items()}

    def within(self, css: str) -> frozenset[int]:
        """The visible blocks inside of what a selector matches."""
        return self.places.get(css, frozenset())

    def elements(self, css: str) -> int:
        """How many elements with visible text a selector matches, one inside another counted once."""
        inside = self.within(css)
        return len({self._outermost(self.page.blocks[block].frame, css) for block in inside})

    def words(self, blocks: Iterable[int]) -> int:
        """Words of some blocks."""
        return sum(self.page.blocks[block].words for block in blocks)

    def _outermost(self, frame: int, css: str) -> int:
        return max(self._matching(frame, css), key=lambda index: -self.page.frames[index].depth)

    def _matching(self, frame: int, css: str) -> Iterator[int]:
        return (index for index in self.page.ancestors(frame) if css in self.own[index])


def examine(page: Saved, reader: Reader) -> Specimen | None:
    """Reads a saved page; None where nothing can be learned from it: there is no text, or it is only in a script.

    A page that is refused as no article teaches all the same, with the best effort that was made: it was given as a
    story.

    Raises:
        InputError: the page cannot be read.
    """
    return specimen_of(page.name, open_page(read_saved(page), page.url), reader)


def specimen_of(name: str, opened: Opened, reader: Reader) -> Specimen | None:
    """As `examine`, of a page that is open already.

    Raises:
        InputError: the markup is too complex.
    """
    page, article = page_of(opened), reader.read(opened).article
    if article is None:
        return None
    blocks = page.blocks
    kept = frozenset(
        block.index for block in article.blocks if block.index < len(blocks) and block.text == blocks[block.index].text
    )
    if not kept:
        return None
    dropped = dict(_removals(page, article, kept))
    strays = {block for block, kind in dropped.items() if kind == "misplaced_caption"}
    own = _captions(page, article, kept | dropped.keys())
    return Specimen(
        name=name,
        opened=opened,
        page=page,
        article=article,
        kept=kept,
        dropped=dropped,
        captions=frozenset((*own, *strays)),
    )


def _removals(page: Page, article: Article, kept: frozenset[int]) -> Iterator[tuple[int, RemovalKind]]:
    """Blocks with the kind of their removal: of those with the same text at the same place the first ones."""
    left: defaultdict[tuple[str, str], list[RemovalKind]] = defaultdict(list)
    for removal in article.removed:
        left[removal.path, removal.text].append(removal.kind)
    for block in page.blocks:
        kinds = left.get((page.path(block.index), block.text))
        if kinds and block.index not in kept:
            yield block.index, kinds.pop(0)


def _captions(page: Page, article: Article, elsewhere: Iterable[int]) -> Iterator[int]:
    captions = [image.caption for image in article.images if image.caption]
    taken = set(elsewhere)
    for block in page.blocks:
        if block.index not in taken and any(caption in block.text for caption in captions):
            yield block.index
