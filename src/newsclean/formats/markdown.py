"""CommonMark: title, standfirst, body, pictures with their captions; tables as in GitHub's extension of it.

Everything that is not ours is escaped, so that a reader of Markdown gets the same words back: text that looks like
markup stays text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from newsclean.digest import fold
from newsclean.formats import structure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from newsclean.article import Article
    from newsclean.model import Block, BlockKind, Image

_MARKUP = re.compile(
    r"[\\`*~\[\]]"  # code, emphasis, links
    r"|(?<![^\W_])_|_(?![^\W_])"  # emphasis too, but not inside a word: snake_case is plain
    r"|<(?=[A-Za-z/!?])"  # tags and comments, not "3 < 4"
    r"|&(?=#?\w+;)"  # character references
)
_MARKUP_AT_START = re.compile(r"(?:#{1,6}|\d{1,9}(?=[.)])|\+)(?=[.)\s]|$)|[->=]")
"""Headings, list items, quotes and rules."""
_CLOSING_MARKS = re.compile(r"#+$")
"""Taken for the end of a heading's markup, unless the first of them is escaped."""
_NOT_IN_ADDRESS = re.compile(r"[\x00-\x20\x7f<>()\\\"]")
_BACKTICKS = re.compile(r"`{3,}")


def render(article: Article) -> str:
    """The article as CommonMark."""
    return "\n\n".join(_parts(article))


def _parts(article: Article) -> Iterator[str]:
    if article.title:
        yield f"# {_heading_text(_inline(article.title))}"
    if article.standfirst:
        yield f"**{_inline(article.standfirst)}**"
    for part in structure.parts(article):
        if isinstance(part, structure.Run):
            yield _WRITERS[part.kind](part.blocks)
        else:
            yield from _picture(part)


def _picture(image: Image) -> Iterator[str]:
    url = structure.address(image)
    label = structure.embed_label(image)
    if url and label:
        yield f"[{_inline(label)}]({_destination(url)})"
    elif url:
        yield f"![{_inline(image.alt or '')}]({_destination(url)})"
    legend = structure.legend(image)
    if legend:
        yield f"*{_inline(legend)}*"


def _paragraph(blocks: tuple[Block, ...]) -> str:
    return _line(_text(blocks[0]))


def _heading(blocks: tuple[Block, ...]) -> str:
    return f"{'#' * structure.heading_level(blocks[0])} {_heading_text(_text(blocks[0]))}"


def _list(blocks: tuple[Block, ...]) -> str:
    depths = structure.depths(blocks)
    return "\n".join(f"{'  ' * depth}- {_line(_text(block))}" for depth, block in zip(depths, blocks, strict=True))


def _quote(blocks: tuple[Block, ...]) -> str:
    return "\n>\n".join(f"> {_line(_text(block))}" for block in blocks)


def _preformatted(blocks: tuple[Block, ...]) -> str:
    text = blocks[0].text
    fence = max(("```", *(f"{run}`" for run in _BACKTICKS.findall(text))), key=len)
    return f"{fence}\n{text}\n{fence}"


def _table(blocks: tuple[Block, ...]) -> str:
    """The first row is drawn as the head, which the extension demands."""
    rows = [structure.cells(block) for block in blocks]
    width = max(map(len, rows))
    lines = ["| " + " | ".join(_cell(cell) for cell in (*row, *[()] * (width - len(row)))) + " |" for row in rows]
    return "\n".join((lines[0], "|" + " --- |" * width, *lines[1:]))


_WRITERS: Final[Mapping[BlockKind, Callable[[tuple[Block, ...]], str]]] = {
    "heading": _heading,
    "list_item": _list,
    "paragraph": _paragraph,
    "preformatted": _preformatted,
    "quote": _quote,
    "table_row": _table,
}


def _inline(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", fold(text))


def _text(block: Block) -> str:
    return _linked(structure.pieces(block))


def _linked(pieces: Iterable[structure.Piece]) -> str:
    """Text with the links that stand in it."""
    out: list[str] = []
    for text, url in pieces:
        escaped = _MARKUP.sub(r"\\\g<0>", text)
        if url is None:
            out.append(escaped)
            continue
        if out and out[-1].endswith("!"):
            out[-1] = f"{out[-1][:-1]}\\!"  # before a link it would make a picture of it
        out.append(f"[{escaped}]({_destination(url)})")
    return "".join(out).strip()


def _cell(pieces: Iterable[structure.Piece]) -> str:
    return _linked(pieces).replace("|", r"\|")


def _heading_text(inline: str) -> str:
    return _CLOSING_MARKS.sub(r"\\\g<0>", inline)


def _line(inline: str) -> str:
    """Text that starts a line, where more is markup than inside one."""
    start = _MARKUP_AT_START.match(inline)
    if start is None:
        return inline
    mark = start.end() if start.group()[0].isdigit() else 0
    return f"{inline[:mark]}\\{inline[mark:]}"


def _destination(url: str) -> str:
    plain = _NOT_IN_ADDRESS.sub(lambda match: quote(match.group()), url)
    return re.sub(r"&(?=#?\w+;)", "&amp;", plain)
