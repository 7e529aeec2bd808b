"""Where links stand in the text of a block: `Block.links`.

The letters of a block are found again in the element around it, white space aside, so that a link is put on its own
words and on no others that read the same. No element is read twice.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclean.blocks.anchors import linked_texts
from newsclean.cells import spans
from newsclean.html.document import node_id
from newsclean.model import Anchor
from newsclean.normalize.text import normalise
from newsclean.normalize.urls import absolute
from newsclean.page import NONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsclean.model import Block
    from newsclean.normalize.draft import Draft


class _Link(NamedTuple):
    start: int
    """Where its letters begin in those of the page."""
    end: int
    url: str


class _Element:
    """The letters of an element and the links in them."""

    def __init__(self, node: Any, base: str | None) -> None:
        texts, self._spans = linked_texts(node)
        self._links: list[_Link] = []
        self._starts = [0]
        """Where each text begins, and where the last one ends."""
        letters: list[str] = []
        for _, run in groupby(texts, key=lambda text: text.link):
            start, href = self._starts[-1], None
            for text in run:
                found, href = _letters(normalise(text.text)), text.href
                letters.append(found)
                self._starts.append(self._starts[-1] + len(found))
            url = _url(href, base)
            if url and self._starts[-1] > start:
                self._links.append(_Link(start, self._starts[-1], url))
        self._all = "".join(letters)
        self._ends = [link.end for link in self._links]
        self._read = 0

    def anchors(self, text: str, offset: int, frame: int) -> Iterator[Anchor]:
        """The links in a text, the next one that reads so in the element around it; none where no part of it does.

        Args:
            text: a block, or a cell of a row.
            offset: where it begins in its block.
            frame: id of the element.
        """
        wanted = _letters(text)
        first, last = (self._starts[place] for place in self._spans.get(frame, (0, 0)))
        begin = self._all.find(wanted, max(first, self._read), last) if wanted else -1
        if begin < 0:
            return
        self._read = end = begin + len(wanted)
        places = [place for place, char in enumerate(text, start=offset) if not char.isspace()]
        for link in islice(self._links, bisect_right(self._ends, begin), None):
            if link.start >= end:
                return
            start, stop = max(link.start, begin) - begin, min(link.end, end) - begin - 1
            yield Anchor(start=places[start], end=places[stop] + 1, url=link.url)


def with_links(draft: Draft, blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks of the story, in page order, with the links that stand in them."""
    page, elements = draft.page, dict[int, _Element]()
    kept = tuple(blocks)
    wanted = {page.blocks[block.index].frame for block in kept if page.blocks[block.index].link_chars} - {NONE}
    for block in kept:
        candidate = page.blocks[block.index]
        if not candidate.link_chars or candidate.frame == NONE:
            yield block
            continue
        *_, outermost = (frame for frame in page.ancestors(candidate.frame) if frame in wanted)
        if outermost not in elements:
            elements[outermost] = _Element(page.frames[outermost].node, draft.base)
        around = node_id(page.frames[candidate.frame].node)
        yield replace(block, links=tuple(_anchors(block, elements[outermost], around)))


def _anchors(block: Block, element: _Element, around: int) -> Iterator[Anchor]:
    for start, end in spans(block.text) if block.kind == "table_row" else ((0, len(block.text)),):
        yield from element.anchors(block.text[start:end], start, around)


def _letters(text: str) -> str:
    return "".join(text.split())


def _url(href: str | None, base: str | None) -> str | None:
    """Where a link leads, absolute; None for a place on the same page and for what is no web address."""
    return None if not href or href.lstrip().startswith("#") else absolute(href, base)
