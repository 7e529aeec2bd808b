"""The body as plain text: blocks joined by a blank line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclean.article import Article


def render(article: Article) -> str:
    """What `article.text` is: no title, no captions, no dates; those are fields of their own."""
    return article.text
