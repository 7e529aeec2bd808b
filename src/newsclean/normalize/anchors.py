"""Where links stand in the text of a block: `Block.links`.

The letters of a block are found again in the element around it, white space aside, so that a link is put on its own
words and on no others that read the same.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from newsclean.blocks.anchors import linked_texts
from newsclean.model import CELL_SEPARATOR, Anchor
from newsclean.normalize.text import normalise
from newsclean.normalize.urls import absolute
from newsclean.page import NONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsclean.blocks.anchors import LinkedText
    from newsclean.model import Block
    from newsclean.normalize.draft import Draft


class _Link(NamedTuple):
    start: int
    """Where its letters begin in those of the element."""
    end: int
    url: str


class _Element:
    """The letters of an element and the links in them; read once for all blocks that stand in it."""

    def __init__(self, texts: Iterable[LinkedText], base: str | None) -> None:
        self.links: list[_Link] = []
        self._read = 0
        letters: list[str] = []
        length = 0
        for _, run in groupby(texts, key=lambda text: text.link):
            said = list(run)
            found = "".join(_letters(normalise(text.text)) for text in said)
            letters.append(found)
            url = _url(said[0].href, base)
            if found and url:
                self.links.append(_Link(length, length + len(found), url))
            length += len(found)
        self._letters = "".join(letters)

    def anchors(self, text: str, offset: int) -> Iterator[Anchor]:
        """The links in a text of the element, the next one that reads so; none when no part of it does.

        Args:
            text: a block, or a cell of a row.
            offset: where it begins in its block.
        """
        wanted = _letters(text)
        begin = self._letters.find(wanted, self._read)
        if begin < 0 or not wanted:
            return
        self._read = begin + len(wanted)
        places = [place for place, char in enumerate(text, start=offset) if not char.isspace()]
        for link in self.links:
            first, last = max(link.start, begin) - begin, min(link.end, self._read) - begin - 1
            if first <= last:
                yield Anchor(start=places[first], end=places[last] + 1, url=link.url)


def with_links(draft: Draft, blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks of the story with the links that stand in them."""
    elements: dict[int, _Element] = {}
    for block in blocks:
        candidate = draft.page.blocks[block.index]
        if not candidate.link_chars or candidate.frame == NONE:
            yield block
            continue
        element = elements.get(candidate.frame)
        if element is None:
            node = draft.page.frames[candidate.frame].node
            element = elements[candidate.frame] = _Element(linked_texts(node), draft.base)
        yield replace(block, links=tuple(_anchors(block, element)))


def _anchors(block: Block, element: _Element) -> Iterator[Anchor]:
    offset = 0
    for cell in block.text.split(CELL_SEPARATOR) if block.kind == "table_row" else (block.text,):
        yield from element.anchors(cell, offset)
        offset += len(cell) + len(CELL_SEPARATOR)


def _letters(text: str) -> str:
    return "".join(text.split())


def _url(href: str | None, base: str | None) -> str | None:
    """Where a link leads, absolute; None for a place on the same page and for what is no web address."""
    return None if not href or href.lstrip().startswith("#") else absolute(href, base)
