"""What Markdown and HTML share: which blocks form one list, quote or table, and where the pictures go."""

from __future__ import annotations

import re
from collections import deque
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.cells import spans
from newsclean.digest import fold
from newsclean.embeds import embed_kind, site_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsclean.article import Article
    from newsclean.model import Block, BlockKind, Image

MAX_DEPTH: Final = 6
"""Depth at which nested lists are drawn at most; readers of Markdown give up at about ten (markdown-it: 20 tokens)."""

_LOWEST_HEADING: Final = 6
_MERGED: Final = frozenset(("list_item", "quote", "table_row"))
_CONTAINERS: Final[Mapping[BlockKind, re.Pattern[str]]] = {
    "quote": re.compile(r"(?:.*?/)?blockquote(?:\[\d+\])?(?=/|$)"),  # the outermost: quotes in quotes are drawn as one
    "table_row": re.compile(r"(?:.*/)?table(?:\[\d+\])?(?=/|$)"),  # the innermost: those around it lay out the page
}
_SPACES = re.compile(r"\s+")
_WEB_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


class Run(NamedTuple):
    """Blocks that are drawn as one."""

    kind: BlockKind
    blocks: tuple[Block, ...]


class Piece(NamedTuple):
    """A part of a block's text."""

    text: str
    url: str | None
    """Where it leads; None outside of links."""


def _unbroken(text: str) -> str:
    """A part of a line, with the space that stands between it and others."""
    return _SPACES.sub(" ", text)


def runs(blocks: Iterable[Block]) -> Iterator[Run]:
    """The blocks in order; neighbours of one list, one quote or one table together, every other block alone."""
    for (kind, _), run in groupby(blocks, key=lambda block: (block.kind, _container(block))):
        if kind in _MERGED:
            yield Run(kind, tuple(run))
        else:
            yield from (Run(kind, (block,)) for block in run)


def _container(block: Block) -> str:
    """Path of the quote or table that a block is in; empty for other blocks, and where the path tells of none."""
    pattern = _CONTAINERS.get(block.kind)
    found = pattern.match(block.path) if pattern is not None else None
    return found.group() if found is not None else ""


def heading_level(heading: Block) -> int:
    """1 to 6."""
    return min(max(heading.level, 1), _LOWEST_HEADING)


def depths(items: Sequence[Block]) -> tuple[int, ...]:
    """Depth of each list item from 0, without jumps: an item is at most one deeper than the one before it."""
    out: list[int] = []
    open_levels: list[int] = []
    for item in items:
        while open_levels and open_levels[-1] >= item.level:
            open_levels.pop()
        if len(open_levels) < MAX_DEPTH:
            open_levels.append(item.level)
        out.append(len(open_levels) - 1)
    return tuple(out)


def cells(row: Block) -> tuple[tuple[Piece, ...], ...]:
    """The cells of a table row, empty ones too, each in its pieces."""
    return tuple(tuple(_pieces(row, start, end)) for start, end in spans(row.text))


def pieces(block: Block) -> tuple[Piece, ...]:
    """The text of a block on one line, parted where links begin and end."""
    return tuple(_pieces(block, 0, len(block.text)))


def _pieces(block: Block, start: int, end: int) -> Iterator[Piece]:
    """The pieces of a part of a block; links that overlap others or stand nowhere in it are passed over."""
    for link in block.links:
        within = start <= link.start < link.end <= end and not block.text[link.start : link.end].isspace()
        if within and _WEB_ADDRESS.match(link.url):
            yield Piece(_unbroken(block.text[start : link.start]), None)
            yield Piece(_unbroken(block.text[link.start : link.end]), link.url)
            start = link.end
    yield Piece(_unbroken(block.text[start:end]), None)


def parts(article: Article) -> Iterator[Image | Run]:
    """The body in order, each picture at its place: lists, quotes and tables are whole, a picture in one is behind it.

    A lead picture without a place stands above the body, other pictures without one below it.
    """
    yield from (image for image in article.images if image.is_main and image.position is None)
    found = ((image.position, image) for image in article.images if image.position is not None)
    placed = deque(sorted(found, key=itemgetter(0)))
    for run in runs(article.blocks):
        while placed and placed[0][0] <= run.blocks[0].index:
            yield placed.popleft()[1]
        yield run
    yield from (image for _, image in placed)
    yield from (image for image in article.images if not image.is_main and image.position is None)


def videos(article: Article) -> tuple[Image, ...]:
    """The images that are players of other sites: their address is that of a page and of no picture."""
    return tuple(image for image in article.images if embed_kind(image.url) == "video")


def posts(article: Article) -> tuple[Image, ...]:
    """The images that are posts in a frame of their own site."""
    return tuple(image for image in article.images if embed_kind(image.url) == "post")


def photographs(article: Article) -> tuple[Image, ...]:
    """The images that are neither players nor posts: pictures, known by their address or by a caption alone."""
    return tuple(image for image in article.images if embed_kind(image.url) is None)


def embed_label(image: Image) -> str | None:
    """What a link to an embed says: its title, else the site's name; None for a picture."""
    if embed_kind(image.url) is None:
        return None
    return fold(image.alt or "") or site_of(image.url or "")


def address(image: Image) -> str | None:
    """The picture's address where a reader's program may load it: over http or https, and nothing else."""
    return image.url if image.url and is_web_address(image.url) else None


def is_web_address(text: str) -> bool:
    """Whether a text begins like an address over http or https."""
    return _WEB_ADDRESS.match(text) is not None


def legend(image: Image) -> str:
    """Caption and credit on one line; empty when there is neither."""
    credit = f"({fold(image.credit)})" if image.credit else ""
    return f"{fold(image.caption or '')} {credit}".strip()
