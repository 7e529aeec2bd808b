"""JSON Lines: the article on one line, for files of many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.formats.json import encode

if TYPE_CHECKING:
    from newsclean.article import Article


def render(article: Article) -> str:
    """The JSON of `formats.json`, without a line break in it."""
    return encode(article).decode()
