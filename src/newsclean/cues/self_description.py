"""What a page says of its story outside of the text: a caption that shares words with it is likely the story's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from newsclean.html import schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Page

MAX_CHARS: Final = 4_000
"""Descriptions and keywords have a few hundred; some pages declare their whole text."""
_META: Final = (
    "description", "og:description", "twitter:description", "og:title", "keywords", "news_keywords", "parsely-tags",
    "article:tag", "article:section",
)  # fmt: skip
_PROPERTIES: Final = ("headline", "alternativeHeadline", "description", "keywords", "articleSection", "about")
_BETWEEN = re.compile(r"[\W_\d]+")


def about_story(page: Page) -> str:
    """Description, keywords, section and the words of the address; "" for a plain text without an address.

    What it declares of pictures is left out: a stray caption may be declared with the stray picture.
    """
    return "\n".join(_parts(page))[:MAX_CHARS]


def _parts(page: Page) -> Iterator[str]:
    if page.document is not None:
        structured = page.document.structured
        yield from filter(None, map(structured.first, _META))
        for story in structured.stories[:1]:
            for name in _PROPERTIES:
                yield from schema.texts(story.get(name))
    if page.url:
        yield _BETWEEN.sub(" ", unquote(_path(page.url)))


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""
