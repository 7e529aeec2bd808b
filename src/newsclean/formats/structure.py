"""What Markdown and HTML share: which blocks form one list, quote or table, and where the pictures go."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from newsclean.embeds import embed_kind, site_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsclean.article import Article
    from newsclean.model import Block, BlockKind, Image

MAX_DEPTH: Final = 6
"""Depth at which nested lists are drawn at most; readers of Markdown give up at about ten (markdown-it: 20 tokens)."""

_LOWEST_HEADING: Final = 6
_BETWEEN_CELLS = re.compile(r"(?<!\S)\|(?!\S)")
"""In `Block.text` of a table row; white space is folded, so around an empty cell they have one space between them."""
_MERGED: Final = frozenset(("list_item", "quote", "table_row"))
_CONTAINERS: Final[Mapping[BlockKind, re.Pattern[str]]] = {
    "quote": re.compile(r"(?:.*?/)?blockquote(?:\[\d+\])?(?=/|$)"),  # the outermost: quotes in quotes are drawn as one
    "table_row": re.compile(r"(?:.*/)?table(?:\[\d+\])?(?=/|$)"),  # the innermost: those around it lay out the page
}
_WEB_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def fold(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def runs(blocks: Iterable[Block]) -> Iterator[tuple[BlockKind, tuple[Block, ...]]]:
    """The blocks in order; neighbours of one list, one quote or one table together, every other block alone."""
    for (kind, _), run in groupby(blocks, key=lambda block: (block.kind, _container(block))):
        if kind in _MERGED:
            yield kind, tuple(run)
        else:
            yield from ((kind, (block,)) for block in run)


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


def cells(row: Block) -> tuple[str, ...]:
    """The cells of a table row, empty ones too."""
    return tuple(fold(cell) for cell in _BETWEEN_CELLS.split(row.text))


def pictures(article: Article) -> tuple[tuple[Image, ...], tuple[Image, ...]]:
    """The pictures that stand above the body, and those below it: an article keeps no place for the latter."""
    above = tuple(image for image in article.images if image.is_main)
    return above, tuple(image for image in article.images if not image.is_main)


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
