"""Clean HTML: one `article` element, everything escaped, no scripts, no styles, no address but http and https."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from newsclean.digest import fold
from newsclean.formats import structure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from newsclean.article import Article
    from newsclean.model import Block, BlockKind, Image

_SIZES: Final = ("width", "height")


def render(article: Article) -> str:
    """The article as an HTML fragment: title, standfirst, body, pictures with their captions."""
    return _element(article, (*_head(article), *_body(article)))


def body(article: Article) -> str:
    """The same without title and standfirst, for schemas that have them apart; empty when there is nothing else."""
    parts = tuple(_body(article))
    return _element(article, parts) if parts else ""


def _element(article: Article, parts: Iterable[str]) -> str:
    language = f' lang="{escape(article.language)}"' if article.language else ""
    return "\n".join((f"<article{language}>", *parts, "</article>"))


def _head(article: Article) -> Iterator[str]:
    if article.title:
        yield f"<h1>{_inline(article.title)}</h1>"
    if article.standfirst:
        yield f'<p class="standfirst">{_inline(article.standfirst)}</p>'


def _body(article: Article) -> Iterator[str]:
    for part in structure.parts(article):
        drawn = _WRITERS[part.kind](part.blocks) if isinstance(part, structure.Run) else _figure(part)
        if drawn:
            yield drawn


def _figure(image: Image) -> str:
    """Empty when the picture has neither a usable address nor words."""
    url, legend = structure.address(image), structure.legend(image)
    picture = ""
    label = structure.embed_label(image)
    if url and label:
        picture = f'<a href="{escape(url)}">{_inline(label)}</a>'
    elif url:
        sizes = "".join(f' {name}="{getattr(image, name)}"' for name in _SIZES if getattr(image, name))
        picture = f'<img src="{escape(url)}" alt="{_inline(image.alt or "")}"{sizes}>'
    caption = f"<figcaption>{_inline(legend)}</figcaption>" if legend else ""
    return f"<figure>{picture}{caption}</figure>" if picture or caption else ""


def _paragraph(blocks: tuple[Block, ...]) -> str:
    return f"<p>{_text(structure.pieces(blocks[0]))}</p>"


def _heading(blocks: tuple[Block, ...]) -> str:
    level = structure.heading_level(blocks[0])
    return f"<h{level}>{_text(structure.pieces(blocks[0]))}</h{level}>"


def _list(blocks: tuple[Block, ...]) -> str:
    out: list[str] = []
    previous = -1
    for depth, block in zip(structure.depths(blocks), blocks, strict=True):
        out.append("<ul>" if depth > previous else "</li>" + "</ul></li>" * (previous - depth))
        out.append(f"<li>{_text(structure.pieces(block))}")
        previous = depth
    return "".join((*out, "</li></ul>" * (previous + 1)))


def _quote(blocks: tuple[Block, ...]) -> str:
    return f"<blockquote>{''.join(f'<p>{_text(structure.pieces(block))}</p>' for block in blocks)}</blockquote>"


def _preformatted(blocks: tuple[Block, ...]) -> str:
    return f"<pre>\n{escape(blocks[0].text)}</pre>"  # readers of HTML drop one line break after the tag


def _table(blocks: tuple[Block, ...]) -> str:
    rows = ("".join(f"<td>{_text(cell)}</td>" for cell in structure.cells(block)) for block in blocks)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


_WRITERS: Final[Mapping[BlockKind, Callable[[tuple[Block, ...]], str]]] = {
    "heading": _heading,
    "list_item": _list,
    "paragraph": _paragraph,
    "preformatted": _preformatted,
    "quote": _quote,
    "table_row": _table,
}


def _text(pieces: Iterable[structure.Piece]) -> str:
    return "".join(
        f'<a href="{escape(url)}">{escape(text)}</a>' if url else escape(text) for text, url in pieces
    ).strip()


def _inline(text: str) -> str:
    return escape(fold(text))
